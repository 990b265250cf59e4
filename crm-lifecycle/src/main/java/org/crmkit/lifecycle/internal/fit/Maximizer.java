package org.crmkit.lifecycle.internal.fit;

import java.util.function.Predicate;
import org.crmkit.core.progress.Progress;
import org.crmkit.lifecycle.internal.progress.Work;

/**
 * Climbs a smooth function: BFGS far from the top (or Newton where the Hessian is cheap), Newton at the end.
 *
 * <p>The tests for the end ask how much could still be gained, not how small the gradient is in absolute terms: on a million customers
 * rounding alone keeps the gradient above any fixed number.
 */
public final class Maximizer {

    /** Coordinates stay within this distance of zero: e^25 is 7e10. */
    public static final double BOX = 25;

    /** From here on a coordinate counts as at the edge of the box. */
    private static final double EDGE = BOX * (1 - 1e-12);

    /** A step changes no coordinate by more: a factor of e^2 in a parameter. */
    private static final double STEP_CAP = 2;
    /** A gain of the logarithm of a likelihood below this is nothing. */
    private static final double GAIN = 1e-11;
    /** Relative rounding error of a value, with room for long sums. */
    private static final double NOISE = 1e-14;
    /** BFGS hands over to Newton when it expects to gain less. */
    private static final double HANDOVER = 1e-3;
    /** Share of the linear prediction that a step must gain (Armijo 1966). */
    private static final double ARMIJO = 1e-4;

    private static final int MAX_HALVINGS = 30;
    /** Eigenvalues of the information below this fraction of the largest are rounding. */
    private static final double DEFINITE = 1e-13;

    /** On the way to a limit of the model a gain below this is not worth a step: what is left falls like one over the parameter. */
    private static final double GAIN_AT_LIMIT = 1e-6;

    /** So many steps in a row that gain as little, however much they promised, are enough to see a limit. */
    private static final int PATIENCE = 5;

    private final Objective objective;
    private final boolean cheap;
    private final int maxIterations;
    private final Predicate<double[]> limit;
    private final Work work;
    private final int n;
    private double[] point;
    private double value;
    private double[] gradient;
    private double[][] hessian;
    private int iterations;
    private int evaluations;

    private Maximizer(Objective objective, double[] start, int maxIterations, Predicate<double[]> limit, Work work) {
        this.objective = objective;
        this.cheap = objective.hasCheapHessian();
        this.maxIterations = maxIterations;
        this.limit = limit;
        this.work = work;
        this.n = objective.dimension();
        this.point = start.clone();
        this.gradient = new double[n];
        this.hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            point[i] = Math.max(-BOX, Math.min(BOX, point[i]));
        }
    }

    /**
     * Searches the maximum.
     *
     * @param objective what to climb
     * @param start where to begin, length {@code objective.dimension()}; moved into the box [-25, 25]
     * @param maxIterations limit of steps, at least 1
     * @return where and why the search ended
     */
    public static Maximum maximize(Objective objective, double[] start, int maxIterations) {
        return maximize(objective, start, maxIterations, point -> false, Work.of(Progress.NONE));
    }

    /**
     * Searches the maximum, or follows a ridge until it is plain that it is one.
     *
     * @param objective what to climb
     * @param start where to begin, length {@code objective.dimension()}; moved into the box [-25, 25]
     * @param maxIterations limit of steps, at least 1
     * @param limit tells whether a point is so far out that the model is practically at one of its limits: there the search ends as
     *     {@link Maximum.Stop#FLAT} when a step promises less than 1e-6
     * @param work told of each evaluation of the objective, after which it may stop the search
     * @return where and why the search ended
     * @throws java.util.concurrent.CancellationException if the work was stopped
     */
    public static Maximum maximize(
            Objective objective, double[] start, int maxIterations, Predicate<double[]> limit, Work work) {
        return new Maximizer(objective, start, maxIterations, limit, work).run();
    }

    private Maximum run() {
        if (!cheap) {
            value = evaluate(point, gradient, hessian);
            if (!finite(value, gradient)) {
                return end(Maximum.Stop.STUCK);
            }
            bfgs();
        }
        return newton();
    }

    private void bfgs() {
        double[][] inverse = new double[n][n];
        double scale = 1 / Math.max(norm(gradient), 1e-300);
        for (int i = 0; i < n; i++) {
            inverse[i][i] = scale;
        }
        boolean first = true;
        int crawling = 0;
        while (iterations < maxIterations && crawling < PATIENCE) {
            double[] step = capped(Symmetric.times(inverse, gradient));
            double slope = Symmetric.dot(step, gradient);
            if (slope < HANDOVER && !first) {
                return;
            }
            double[] oldPoint = point;
            double[] oldGradient = gradient;
            double before = value;
            if (!search(step, slope)) {
                return;
            }
            iterations++;
            crawling = value - before <= GAIN_AT_LIMIT ? crawling + 1 : 0;
            double[] s = minus(point, oldPoint);
            double[] y = minus(oldGradient, gradient);
            double sy = Symmetric.dot(s, y);
            if (sy > 1e-12 * norm(s) * norm(y)) {
                if (first) {
                    // Shanno and Phua 1978: the first step tells the scale of the curvature
                    double curvature = sy / Symmetric.dot(y, y);
                    for (int i = 0; i < n; i++) {
                        inverse[i][i] = curvature;
                    }
                }
                update(inverse, s, y, sy);
                first = false;
            }
        }
    }

    /** Broyden, Fletcher, Goldfarb, Shanno 1970: the inverse form. */
    private void update(double[][] inverse, double[] s, double[] y, double sy) {
        double[] hy = Symmetric.times(inverse, y);
        double factor = (1 + Symmetric.dot(y, hy) / sy) / sy;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    private Maximum newton() {
        value = hessianAt(point);
        if (!finite(value, gradient)) {
            return end(Maximum.Stop.STUCK);
        }
        int crawling = 0;
        while (true) {
            boolean[] held = new boolean[n];
            Symmetric information;
            double[] step;
            do {
                information = Symmetric.decompose(reduced(hessian, held), -1);
                step = Symmetric.times(information.inverse(DEFINITE), reduced(gradient, held));
            } while (holdAtBorder(step, held));
            boolean definite = information.positiveDefinite(DEFINITE);
            double gain = 0.5 * Symmetric.dot(step, gradient);
            if (gain <= GAIN + NOISE * Math.abs(value)) {
                return finish(step, definite);
            }
            if (gain <= GAIN_AT_LIMIT && limit.test(point)) {
                return end(Maximum.Stop.FLAT);
            }
            if (iterations >= maxIterations) {
                return end(Maximum.Stop.ITERATION_LIMIT);
            }
            double before = value;
            double[] capped = upToBorder(capped(step));
            if (!search(capped, Symmetric.dot(capped, gradient))) {
                // a sum of a million terms is not exact: what cannot be seen in the value is at the top
                boolean top = gain <= 1e3 * (GAIN + NOISE * Math.abs(value));
                return top ? finish(step, definite) : end(Maximum.Stop.STUCK);
            }
            iterations++;
            if (!cheap) {
                value = hessianAt(point);
            }
            crawling = value - before <= GAIN_AT_LIMIT ? crawling + 1 : 0;
            if (crawling >= PATIENCE && limit.test(point)) {
                return end(Maximum.Stop.FLAT);
            }
        }
    }

    /** The last Newton step: its gain is below the rounding of the value, but it sharpens the parameters. */
    private Maximum finish(double[] step, boolean definite) {
        if (atBorder()) {
            return end(Maximum.Stop.BORDER);
        }
        if (!definite) {
            return end(Maximum.Stop.FLAT);
        }
        if (norm(step) < 1e-2) {
            double before = norm(gradient);
            double[] keptPoint = point;
            double[] keptGradient = gradient;
            double[][] keptHessian = hessian;
            double keptValue = value;
            point = plus(point, step);
            gradient = new double[n];
            hessian = new double[n][n];
            value = hessianAt(point);
            iterations++;
            if (!finite(value, gradient)
                    || norm(gradient) > before
                    || value < keptValue - GAIN - NOISE * Math.abs(value)) {
                point = keptPoint;
                gradient = keptGradient;
                hessian = keptHessian;
                value = keptValue;
            }
        }
        return end(Maximum.Stop.CONVERGED);
    }

    /** Backtracks along a rising direction until the value rises enough; moves there. */
    private boolean search(double[] step, double slope) {
        if (!(slope > 0)) {
            return false;
        }
        double length = 1;
        for (int i = 0; i < MAX_HALVINGS; i++) {
            double[] trial = boxed(step, length);
            double[] trialGradient = new double[n];
            double[][] trialHessian = cheap ? new double[n][n] : hessian;
            double trialValue = evaluate(trial, trialGradient, trialHessian);
            if (finite(trialValue, trialGradient) && trialValue >= value + ARMIJO * length * slope) {
                point = trial;
                value = trialValue;
                gradient = trialGradient;
                hessian = trialHessian;
                return true;
            }
            // the parabola through value, slope and the trial; at least a tenth, at most a half of the step
            double better = 0.5 * slope * length * length / (slope * length - (trialValue - value));
            length = Double.isFinite(better) ? Math.min(0.5 * length, Math.max(0.1 * length, better)) : 0.25 * length;
        }
        return false;
    }

    private double[] boxed(double[] step, double length) {
        double[] moved = new double[n];
        for (int i = 0; i < n; i++) {
            double to = point[i] + length * step[i];
            moved[i] = Math.abs(to) > EDGE ? Math.copySign(BOX, to) : to;
        }
        return moved;
    }

    /** A coordinate at the edge whose step leads outward stays there, and the others go on without it. */
    private boolean holdAtBorder(double[] step, boolean[] held) {
        boolean more = false;
        for (int i = 0; i < n; i++) {
            if (!held[i] && Math.abs(point[i]) >= BOX && step[i] * point[i] > 0) {
                held[i] = true;
                more = true;
            }
        }
        return more;
    }

    private static double[] reduced(double[] gradient, boolean[] held) {
        double[] reduced = gradient.clone();
        for (int i = 0; i < held.length; i++) {
            reduced[i] = held[i] ? 0 : gradient[i];
        }
        return reduced;
    }

    /** The Hessian of the coordinates that are free; those held keep a harmless curvature of their own. */
    private static double[][] reduced(double[][] hessian, boolean[] held) {
        double curvature = Double.MIN_NORMAL;
        for (int i = 0; i < held.length; i++) {
            curvature = Math.max(curvature, held[i] ? 0 : Math.abs(hessian[i][i]));
        }
        double[][] reduced = new double[held.length][held.length];
        for (int i = 0; i < held.length; i++) {
            for (int j = 0; j < held.length; j++) {
                reduced[i][j] = held[i] || held[j] ? 0 : hessian[i][j];
            }
            reduced[i][i] = held[i] ? -curvature : hessian[i][i];
        }
        return reduced;
    }

    /** Shortens a step that would leave the box, so that it ends at the edge without turning off a ridge. */
    private double[] upToBorder(double[] step) {
        double factor = 1;
        for (int i = 0; i < n; i++) {
            double room = Math.copySign(BOX, step[i]) - point[i];
            if (Math.abs(step[i]) > Math.abs(room)) {
                factor = Math.min(factor, room / step[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            step[i] *= factor;
        }
        return step;
    }

    private boolean atBorder() {
        for (int i = 0; i < n; i++) {
            if (Math.abs(point[i]) >= BOX) {
                return true;
            }
        }
        return false;
    }

    /** The value and its gradient, and where it is cheap the Hessian too: if the trial is taken, Newton's next step needs nothing more. */
    private double evaluate(double[] at, double[] gradientOut, double[][] hessianOut) {
        evaluations++;
        double valueThere =
                cheap ? objective.hessian(at, gradientOut, hessianOut) : objective.evaluate(at, gradientOut);
        work.step();
        return valueThere;
    }

    private double hessianAt(double[] at) {
        evaluations += cheap ? 1 : 2 * n + 1;
        double valueThere = objective.hessian(at, gradient, hessian);
        work.step();
        return valueThere;
    }

    private Maximum end(Maximum.Stop stop) {
        return new Maximum(point, value, gradient, hessian, iterations, evaluations, stop);
    }

    private static boolean finite(double value, double[] gradient) {
        boolean finite = Double.isFinite(value);
        for (double g : gradient) {
            finite &= Double.isFinite(g);
        }
        return finite;
    }

    private static double[] capped(double[] step) {
        double largest = 0;
        for (double s : step) {
            largest = Math.max(largest, Math.abs(s));
        }
        if (largest > STEP_CAP) {
            for (int i = 0; i < step.length; i++) {
                step[i] *= STEP_CAP / largest;
            }
        }
        return step;
    }

    private static double norm(double[] vector) {
        double norm = 0;
        for (double v : vector) {
            norm = Math.max(norm, Math.abs(v));
        }
        return norm;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
