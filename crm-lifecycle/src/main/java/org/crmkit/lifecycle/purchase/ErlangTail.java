package org.crmkit.lifecycle.purchase;

/**
 * {@code ln P} with {@code P = sum over j < k of (R)_j/j! w^j}, and its derivatives by r (through R) and alpha (through {@code w = (T-t_x)/(alpha+T)}).
 *
 * <p>{@code P exp(-R D)} is the probability that fewer than k hidden events fall into a silence, so that the next purchase of a regular buyer, who
 * buys at each k-th event, has not come yet.
 */
final class ErlangTail {

    private final int k;
    double log;
    double r;
    double alpha;
    double rr;
    double rAlpha;
    double alphaAlpha;

    ErlangTail(int k) {
        this.k = k;
    }

    /** Computes for shape R and silence w; inverse is 1/(alpha+T), for the chain rule by alpha. */
    void compute(double shape, double w, double inverse) {
        double term = 1;
        double sum = 1;
        double sumR = 0;
        double sumRr = 0;
        double sumA = 0;
        double sumRa = 0;
        double sumAa = 0;
        double first = 0; // d ln (R)_j / dR
        double second = 0; // minus its derivative
        for (int j = 1; j < k; j++) {
            double factor = 1 / (shape + j - 1);
            term *= w / (j * factor);
            first += factor;
            second += factor * factor;
            sum += term;
            sumR += term * first;
            sumRr += term * (first * first - second);
            sumA -= term * j;
            sumRa -= term * j * first;
            sumAa += term * j * (j + 1);
        }
        log = Math.log(sum);
        r = sumR / sum;
        alpha = sumA / sum * inverse;
        rr = sumRr / sum - r * r;
        rAlpha = sumRa / sum * inverse - r * alpha;
        alphaAlpha = sumAa / sum * inverse * inverse - alpha * alpha;
    }

    /** Returns ln P alone. */
    static double log(int k, double shape, double w) {
        double term = 1;
        double sum = 1;
        for (int j = 1; j < k; j++) {
            term *= w * (shape + j - 1) / j;
            sum += term;
        }
        return Math.log(sum);
    }
}
