package org.semblance.evaluate.related;

import java.util.Arrays;
import java.util.Locale;

/** One number about several, as pandas computes it: of none it is NaN, and so is the deviation of one. */
enum Statistic {
    MEAN {
        @Override
        double of(double... values) {
            return values.length == 0 ? Double.NaN : Arrays.stream(values).sum() / values.length;
        }
    },
    MEDIAN {
        @Override
        double of(double... values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            if (sorted.length == 0) {
                return Double.NaN;
            }
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }
    },
    /** The sample's: divided by n - 1. */
    STD {
        @Override
        double of(double... values) {
            double mean = MEAN.of(values);
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
        }
    },
    MIN {
        @Override
        double of(double... values) {
            return Arrays.stream(values).min().orElse(Double.NaN);
        }
    },
    MAX {
        @Override
        double of(double... values) {
            return Arrays.stream(values).max().orElse(Double.NaN);
        }
    };

    abstract double of(double... values);

    /** The word users write. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Statistic of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
