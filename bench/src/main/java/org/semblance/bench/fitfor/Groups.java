package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.List;

/**
 * Comparisons of groups: by how many standard deviations the mean of a number in a group (the rows of a label) is off the
 * mean of all rows; on ranks, so that a few giants do not decide.
 */
final class Groups {
    private static final int FEWEST = 30;
    private static final int MOST_LEVELS = 12;

    /** The standard deviation of ranks between 0 and 1. */
    private static final double RANKS = Math.sqrt(1 / 12.0);

    private final Neighbours ranks;
    private final List<int[]> asked = new ArrayList<>();
    private final List<Double> truth = new ArrayList<>();

    /** Those that are clear to see in a table: at least {@code least} standard deviations, and 3 standard errors. */
    Groups(Coded table, double least) {
        ranks = new Neighbours(table);
        for (int label = 0; label < table.width(); label++) {
            for (int level = 0; level < Math.min(MOST_LEVELS, table.levels()[label]); level++) {
                for (int number = 0; number < table.width() && table.counts(label)[level] >= FEWEST; number++) {
                    int[] question = {label, level, number};
                    double off = table.label(number) ? 0 : off(table, question);
                    double error = 1 / Math.sqrt(table.counts(label)[level]);
                    if (Math.abs(off) >= Math.max(least, 3 * error)) {
                        asked.add(question);
                        truth.add(off);
                    }
                }
            }
        }
    }

    int count() {
        return asked.size();
    }

    /** How many of them a table shows otherwise: with the other sign, or less than half or more than twice as large. */
    int otherwise(Coded table) {
        int wrong = 0;
        for (int k = 0; k < asked.size(); k++) {
            double there = off(table, asked.get(k));
            double ratio = there / truth.get(k);
            wrong += ratio >= 0.5 && ratio <= 2 ? 0 : 1;
        }
        return wrong;
    }

    private double off(Coded table, int[] question) {
        double[] labels = table.values()[question[0]];
        double[] numbers = table.values()[question[2]];
        double sum = 0;
        double all = 0;
        int in = 0;
        int known = 0;
        for (int i = 0; i < labels.length; i++) {
            if (!Double.isNaN(numbers[i])) {
                float rank = ranks.rank(question[2], numbers[i]);
                all += rank;
                known++;
                sum += labels[i] == question[1] ? rank : 0;
                in += labels[i] == question[1] ? 1 : 0;
            }
        }
        return in == 0 ? 0 : (sum / in - all / known) / RANKS;
    }
}
