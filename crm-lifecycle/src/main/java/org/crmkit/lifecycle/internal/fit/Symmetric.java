package org.crmkit.lifecycle.internal.fit;

/** Small symmetric matrices: eigenvalues by Jacobi rotations, inverse, solution of systems. */
public final class Symmetric {

    /** A sweep squares the error once it is small; ten are far more than n = 20 needs. */
    private static final int MAX_SWEEPS = 50;

    private final int n;
    private final double[] values;
    private final double[][] vectors;

    private Symmetric(double[] values, double[][] vectors) {
        this.n = values.length;
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a symmetric matrix (Jacobi 1846; Golub and Van Loan, Matrix Computations, 8.5).
     *
     * @param matrix n x n, finite, not changed
     * @param sign factor of the matrix, 1 or -1
     * @return its eigenvalues and vectors
     */
    public static Symmetric decompose(double[][] matrix, double sign) {
        int n = matrix.length;
        double[][] a = new double[n][n];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
            for (int j = 0; j < n; j++) {
                a[i][j] = sign * matrix[i][j];
            }
        }
        for (int sweep = 0; sweep < MAX_SWEEPS && !diagonal(a); sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new Symmetric(values, v);
    }

    private static boolean diagonal(double[][] a) {
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                // relative to the two diagonal entries, which keeps small eigenvalues of graded matrices accurate
                if (Math.abs(a[p][q]) > 1e-17 * Math.sqrt(Math.abs(a[p][p] * a[q][q])) && a[p][q] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.abs(theta) > 1e150
                ? 0.5 / theta
                : Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        a[p][p] -= t * a[p][q];
        a[q][q] += t * a[p][q];
        a[p][q] = 0;
        a[q][p] = 0;
        for (int k = 0; k < a.length; k++) {
            if (k != p && k != q) {
                double akp = a[k][p];
                double akq = a[k][q];
                a[k][p] = a[p][k] = c * akp - s * akq;
                a[k][q] = a[q][k] = s * akp + c * akq;
            }
            double vkp = v[k][p];
            double vkq = v[k][q];
            v[k][p] = c * vkp - s * vkq;
            v[k][q] = s * vkp + c * vkq;
        }
    }

    /**
     * Returns the smallest eigenvalue.
     *
     * @return any finite number
     */
    public double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    /**
     * Returns the largest eigenvalue.
     *
     * @return any finite number
     */
    public double largest() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /**
     * Tells whether all eigenvalues are positive beyond rounding.
     *
     * @param tolerance smallest ratio of the smallest to the largest eigenvalue that counts as positive
     * @return true if positive definite
     */
    public boolean positiveDefinite(double tolerance) {
        double largest = largest();
        return largest > 0 && smallest() > tolerance * largest;
    }

    /**
     * Returns the inverse; of the absolute values where an eigenvalue is negative, with a floor, so that it always is positive definite.
     *
     * @param floor eigenvalues are at least this fraction of the largest, above zero
     * @return n x n, symmetric
     */
    public double[][] inverse(double floor) {
        double least = floor * Math.max(Math.abs(largest()), Math.abs(smallest()));
        double[][] inverse = new double[n][n];
        for (int k = 0; k < n; k++) {
            double size = Math.max(Math.max(Math.abs(values[k]), least), Double.MIN_NORMAL);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    inverse[i][j] += vectors[i][k] * vectors[j][k] / size;
                }
            }
        }
        return inverse;
    }

    /**
     * Multiplies a matrix by a vector.
     *
     * @param matrix n x n
     * @param vector length n
     * @return the product
     */
    public static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    /**
     * Returns the inner product.
     *
     * @param a a vector
     * @param b a vector of the same length
     * @return the sum of products
     */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
