package org.preceptorportal.fairness;

import java.util.Arrays;
import org.ejml.data.DMatrixRBlock;
import org.ejml.dense.block.linsol.chol.CholeskyOuterSolver_DDRB;

/**
 * A linear mixed model with two crossed random effects, fitted by REML:
 *
 * <pre>
 *   y = mu + a[learner] + b[rater] + e,
 *   a ~ N(0, A),  b ~ N(0, B),  e ~ N(0, E),  all independent; A, B, E are variances
 * </pre>
 *
 * <p>With ratios lambda_a = E/A and lambda_b = E/B, Henderson's equations (Henderson 1975,
 * Biometrics 31:423) are C x = r:
 *
 * <pre>
 *   | N    n_a'            n_b'           | |mu|   |sum of y      |
 *   | n_a  D_a + lambda_a  M              | |a | = |sums by learner|
 *   | n_b  M'              D_b + lambda_b | |b |   |sums by rater  |
 * </pre>
 *
 * <p>The factor with more levels is eliminated first: its block is diagonal, so there remains S =
 * the Schur complement of order (levels of the other factor) + 1, which is dense in the worst case
 * and taken as such (blocked Cholesky). Then
 *
 * <pre>
 *   -2 log REML = log|C| - q_a log lambda_a - q_b log lambda_b + (N - 1)(1 + log(2 pi E)),
 *   E = (y'y - x'r) / (N - 1) at the optimum
 * </pre>
 *
 * <p>(Bates, M&auml;chler, Bolker, Walker 2015, J. Stat. Softw. 67(1), eq. 41; what lme4 prints as
 * "REML criterion"). Its gradient and the average information matrix follow Gilmour, Thompson,
 * Cullis 1995 (Biometrics 51:1440), here on the logarithms of the variances, so that they stay
 * positive; steps that make it worse are halved. First values: Henderson's method 1 (Searle,
 * Casella, McCulloch 1992, Variance Components, section 5.3). Var(x - x_true) = E C<sup>-1</sup>
 * (Henderson 1975), where a's error includes that of mu.
 */
final class MixedModel {
    private static final int MOST_STEPS = 60;
    private static final double DONE = 1e-5;

    /** Below this share of the residual, a variance is taken as none. */
    private static final double NOTHING = 1e-6;

    private static final int BLOCK = 60;

    /** One of the two crossed factors. */
    static final class Factor {
        final int levels;
        final int[] counts;
        final double[] sums;

        /** Estimated effects. */
        double[] effects;

        /** Diagonal of C inverse. */
        double[] doubt;

        /** C inverse between mu and the effect. */
        double[] withMean;

        Factor(int levels, int[] of, double[] y) {
            this.levels = levels;
            counts = new int[levels];
            sums = new double[levels];
            for (int k = 0; k < y.length; k++) {
                counts[of[k]]++;
                sums[of[k]] += y[k];
            }
        }
    }

    final Factor learners;
    final Factor raters;

    /** Variances between learners, between raters, and the rest. */
    double learnerVariance;

    double raterVariance;
    double residual;
    double mean;

    /** C inverse of the mean. */
    double meanDoubt;

    /** -2 log of the restricted likelihood. */
    double restricted;

    int steps;

    private final int n;

    // Ratings are taken from their mean, or sums of squares lose digits.
    private final double center;
    private final double sum;
    private final double squares;

    private final Factor big;
    private final Factor small;

    // Cells of the big factor's levels, one row after another: which small level, how many ratings.
    private final int[] rows;
    private final int[] cell;
    private final int[] times;
    private final double[] y;
    private final int[] bigOf;
    private final int[] smallOf;

    /**
     * @param learner level of each rating, from 0
     * @param rater level of each rating, from 0
     */
    MixedModel(int[] learner, int learnerLevels, int[] rater, int raterLevels, double[] scores) {
        n = scores.length;
        center = Arrays.stream(scores).sum() / n;
        y = Arrays.stream(scores).map(score -> score - center).toArray();
        learners = new Factor(learnerLevels, learner, y);
        raters = new Factor(raterLevels, rater, y);
        boolean learnersBig = learnerLevels >= raterLevels;
        big = learnersBig ? learners : raters;
        small = learnersBig ? raters : learners;
        bigOf = learnersBig ? learner : rater;
        smallOf = learnersBig ? rater : learner;
        double total = 0;
        double square = 0;
        for (double value : y) {
            total += value;
            square += value * value;
        }
        sum = total;
        squares = square;

        rows = new int[big.levels + 1];
        for (int level = 0; level < big.levels; level++) {
            rows[level + 1] = rows[level] + big.counts[level];
        }
        int[] all = new int[n];
        int[] next = rows.clone();
        for (int k = 0; k < n; k++) {
            all[next[bigOf[k]]++] = smallOf[k];
        }
        cell = new int[n];
        times = new int[n];
        int cells = 0;
        for (int level = 0; level < big.levels; level++) {
            int from = rows[level];
            int to = rows[level + 1];
            Arrays.sort(all, from, to);
            rows[level] = cells;
            for (int k = from; k < to; k++) {
                if (k > from && all[k] == all[k - 1]) {
                    times[cells - 1]++;
                } else {
                    cell[cells] = all[k];
                    times[cells++] = 1;
                }
            }
        }
        rows[big.levels] = cells;
    }

    /**
     * Fits the variances.
     *
     * @return false when these equations have no solution; then nothing else of this means anything
     */
    boolean fit() {
        try {
            search();
        } catch (ArithmeticException e) {
            return false;
        }
        return Double.isFinite(restricted);
    }

    private void search() {
        double[] logs = start();
        State now = new State(logs);
        while (steps < MOST_STEPS) {
            steps++;
            double[] step = now.step();
            double size = 0;
            for (int i = 0; i < 3; i++) {
                // A variance that is gone for all purposes need not go on shrinking.
                boolean gone = i < 2 && logs[i] - logs[2] < StrictMath.log(NOTHING);
                if (gone && step[i] < 0) {
                    step[i] = 0;
                }
                size = Math.max(size, Math.abs(step[i]));
            }
            if (size < DONE) {
                break;
            }
            double scale = Math.min(1, 3 / size);
            State tried = null;
            for (int halvings = 0; halvings < 20; halvings++) {
                double[] there = logs.clone();
                for (int i = 0; i < 3; i++) {
                    there[i] += scale * step[i];
                }
                tried = new State(there);
                if (tried.criterion <= now.criterion + 1e-9 * Math.abs(now.criterion)) {
                    break;
                }
                scale /= 2;
            }
            now = tried;
            logs = now.logs;
        }
        now.keep();
    }

    boolean learnersDiffer() {
        return learnerVariance > NOTHING * 10 * residual;
    }

    /** Henderson's method 1: sums of squares set equal to what is expected of them. */
    private double[] start() {
        double mm = sum * sum / n;
        double ta = 0;
        double tb = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        double ba = 0;
        for (int i = 0; i < big.levels; i++) {
            ta += big.sums[i] * big.sums[i] / big.counts[i];
            aa += (double) big.counts[i] * big.counts[i] / n;
            for (int k = rows[i]; k < rows[i + 1]; k++) {
                double square = (double) times[k] * times[k];
                ba += square / big.counts[i];
                ab += square / small.counts[cell[k]];
            }
        }
        for (int j = 0; j < small.levels; j++) {
            tb += small.sums[j] * small.sums[j] / small.counts[j];
            bb += (double) small.counts[j] * small.counts[j] / n;
        }
        double[][] m = {
            {n - aa, ba - bb, big.levels - 1.0, ta - mm},
            {ab - aa, n - bb, small.levels - 1.0, tb - mm},
            {n - aa, n - bb, n - 1.0, squares - mm}
        };
        double whole = Math.max((squares - mm) / (n - 1), 1e-12);
        double[] variances = solve3(m);
        double[] logs = new double[3];
        for (int i = 0; i < 3; i++) {
            double share = Double.isNaN(variances[i]) ? 0 : variances[i] / whole;
            logs[i] = StrictMath.log(whole * Math.min(1, Math.max(0.02, share)));
        }
        return logs;
    }

    /** Gauss with the largest pivot, on three rows with their right side. */
    private static double[] solve3(double[][] m) {
        for (int c = 0; c < 3; c++) {
            int best = c;
            for (int r = c + 1; r < 3; r++) {
                if (Math.abs(m[r][c]) > Math.abs(m[best][c])) {
                    best = r;
                }
            }
            double[] swap = m[c];
            m[c] = m[best];
            m[best] = swap;
            for (int r = 0; r < 3; r++) {
                if (r != c) {
                    double f = m[r][c] / m[c][c];
                    for (int k = c; k < 4; k++) {
                        m[r][k] -= f * m[c][k];
                    }
                }
            }
        }
        return new double[] {m[0][3] / m[0][0], m[1][3] / m[1][1], m[2][3] / m[2][2]};
    }

    /**
     * Everything at one place: logs of the variances of the big factor, the small one, the rest.
     */
    private final class State {
        final double[] logs;
        final double criterion;
        private final double vBig;
        private final double vSmall;
        private final double vRest;
        private final int q = small.levels;
        private final double[] pivots = new double[big.levels];
        private final DMatrixRBlock inverse = new DMatrixRBlock(q + 1, q + 1, BLOCK);
        private final Effects solution;

        State(double[] logs) {
            this.logs = logs;
            vBig = StrictMath.exp(logs[0]);
            vSmall = StrictMath.exp(logs[1]);
            vRest = StrictMath.exp(logs[2]);
            double logDet = 0;
            for (int i = 0; i < big.levels; i++) {
                pivots[i] = big.counts[i] + vRest / vBig;
                logDet += StrictMath.log(pivots[i]);
            }
            CholeskyOuterSolver_DDRB solver = new CholeskyOuterSolver_DDRB();
            // Factored in place: what stands on the diagonal afterwards is the factor's.
            DMatrixRBlock schur = schur();
            if (!solver.setA(schur)) {
                throw new ArithmeticException("the mixed model's equations have no solution");
            }
            for (int j = 0; j <= q; j++) {
                logDet += 2 * StrictMath.log(schur.get(j, j));
            }
            solver.invert(inverse);
            solution = solve(sum, big.sums, small.sums);
            double fitted = solution.mean * sum;
            for (int i = 0; i < big.levels; i++) {
                fitted += solution.big[i] * big.sums[i];
            }
            for (int j = 0; j < q; j++) {
                fitted += solution.small[j] * small.sums[j];
            }
            criterion =
                    logDet
                            + big.levels * (logs[0] - logs[2])
                            + q * (logs[1] - logs[2])
                            + (n - 1) * (StrictMath.log(2 * Math.PI) + logs[2])
                            + (squares - fitted) / vRest;
        }

        /** The small factor's levels, then the mean. */
        private DMatrixRBlock schur() {
            double[][] s = new double[q + 1][];
            for (int j = 0; j <= q; j++) {
                s[j] = new double[j + 1];
            }
            for (int j = 0; j < q; j++) {
                s[j][j] = small.counts[j] + vRest / vSmall;
                s[q][j] = small.counts[j];
            }
            s[q][q] = n;
            for (int i = 0; i < big.levels; i++) {
                double p = pivots[i];
                for (int k = rows[i]; k < rows[i + 1]; k++) {
                    double share = times[k] / p;
                    double[] row = s[cell[k]];
                    for (int l = rows[i]; l <= k; l++) {
                        row[cell[l]] -= share * times[l];
                    }
                    s[q][cell[k]] -= share * big.counts[i];
                }
                s[q][q] -= big.counts[i] / p * big.counts[i];
            }
            DMatrixRBlock matrix = new DMatrixRBlock(q + 1, q + 1, BLOCK);
            for (int j = 0; j <= q; j++) {
                for (int k = 0; k <= j; k++) {
                    matrix.set(j, k, s[j][k]);
                    matrix.set(k, j, s[j][k]);
                }
                s[j] = null;
            }
            return matrix;
        }

        /** C x = right side. */
        private Effects solve(double total, double[] bigSums, double[] smallSums) {
            double[] right = Arrays.copyOf(smallSums, q + 1);
            right[q] = total;
            for (int i = 0; i < big.levels; i++) {
                double share = bigSums[i] / pivots[i];
                for (int k = rows[i]; k < rows[i + 1]; k++) {
                    right[cell[k]] -= times[k] * share;
                }
                right[q] -= big.counts[i] * share;
            }
            double[] x = new double[q + 1];
            for (int j = 0; j <= q; j++) {
                double product = 0;
                for (int k = 0; k <= q; k++) {
                    product += inverse.get(j, k) * right[k];
                }
                x[j] = product;
            }
            double[] a = new double[big.levels];
            for (int i = 0; i < big.levels; i++) {
                double rest = bigSums[i] - big.counts[i] * x[q];
                for (int k = rows[i]; k < rows[i + 1]; k++) {
                    rest -= times[k] * x[cell[k]];
                }
                a[i] = rest / pivots[i];
            }
            return new Effects(x[q], a, Arrays.copyOf(x, q));
        }

        /** Diagonal of C inverse for a level of the big factor. */
        private double bigDoubt(int i) {
            double v = big.counts[i] * big.counts[i] * inverse.get(q, q);
            for (int k = rows[i]; k < rows[i + 1]; k++) {
                v += 2.0 * times[k] * big.counts[i] * inverse.get(q, cell[k]);
                for (int l = rows[i]; l < rows[i + 1]; l++) {
                    v += (double) times[k] * times[l] * inverse.get(cell[k], cell[l]);
                }
            }
            return 1 / pivots[i] + v / (pivots[i] * pivots[i]);
        }

        private double bigWithMean(int i) {
            double v = big.counts[i] * inverse.get(q, q);
            for (int k = rows[i]; k < rows[i + 1]; k++) {
                v += times[k] * inverse.get(q, cell[k]);
            }
            return -v / pivots[i];
        }

        /** The way to go for each log: average information times step = gradient. */
        double[] step() {
            double traceBig = 0;
            double squareBig = 0;
            for (int i = 0; i < big.levels; i++) {
                traceBig += bigDoubt(i);
                squareBig += solution.big[i] * solution.big[i];
            }
            double traceSmall = 0;
            double squareSmall = 0;
            for (int j = 0; j < q; j++) {
                traceSmall += inverse.get(j, j);
                squareSmall += solution.small[j] * solution.small[j];
            }
            double freeBig = big.levels - vRest / vBig * traceBig;
            double freeSmall = q - vRest / vSmall * traceSmall;
            double[][] f = new double[3][n];
            double squareRest = 0;
            for (int k = 0; k < n; k++) {
                double ofBig = solution.big[bigOf[k]];
                double ofSmall = solution.small[smallOf[k]];
                double rest = y[k] - solution.mean - ofBig - ofSmall;
                squareRest += rest * rest;
                // Times the variance: the derivative is by its logarithm.
                f[0][k] = ofBig;
                f[1][k] = ofSmall;
                f[2][k] = rest;
            }
            double[] gradient = {
                (squareBig / vBig - freeBig) / 2,
                (squareSmall / vSmall - freeSmall) / 2,
                (squareRest / vRest - (n - 1 - freeBig - freeSmall)) / 2
            };
            double[][] m = new double[3][4];
            for (int i = 0; i < 3; i++) {
                double[] p = projected(f[i]);
                for (int j = 0; j <= i; j++) {
                    double product = 0;
                    for (int k = 0; k < n; k++) {
                        product += f[j][k] * p[k];
                    }
                    m[i][j] = product / (2 * vRest);
                    m[j][i] = m[i][j];
                }
                m[i][3] = gradient[i];
            }
            for (int i = 0; i < 3; i++) {
                // A variance near none carries no information: keep its step bounded.
                m[i][i] += 1e-8 * n;
            }
            return solve3(m);
        }

        /** f less what the model fits of it. */
        private double[] projected(double[] f) {
            double total = 0;
            double[] bySmall = new double[q];
            double[] byBig = new double[big.levels];
            for (int k = 0; k < n; k++) {
                total += f[k];
                byBig[bigOf[k]] += f[k];
                bySmall[smallOf[k]] += f[k];
            }
            Effects fit = solve(total, byBig, bySmall);
            double[] rest = new double[n];
            for (int k = 0; k < n; k++) {
                rest[k] = f[k] - fit.mean - fit.big[bigOf[k]] - fit.small[smallOf[k]];
            }
            return rest;
        }

        void keep() {
            boolean learnersBig = big == learners;
            learnerVariance = learnersBig ? vBig : vSmall;
            raterVariance = learnersBig ? vSmall : vBig;
            residual = vRest;
            mean = center + solution.mean;
            meanDoubt = inverse.get(q, q);
            restricted = criterion;
            big.effects = solution.big;
            small.effects = solution.small;
            big.doubt = new double[big.levels];
            big.withMean = new double[big.levels];
            for (int i = 0; i < big.levels; i++) {
                big.doubt[i] = bigDoubt(i);
                big.withMean[i] = bigWithMean(i);
            }
            small.doubt = new double[q];
            small.withMean = new double[q];
            for (int j = 0; j < q; j++) {
                small.doubt[j] = inverse.get(j, j);
                small.withMean[j] = inverse.get(q, j);
            }
        }
    }

    private record Effects(double mean, double[] big, double[] small) {}
}
