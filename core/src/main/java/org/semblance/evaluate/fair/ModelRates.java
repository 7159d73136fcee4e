package org.semblance.evaluate.fair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Ranking;

/**
 * How a model that has learnt from real rows and one that has learnt from synthetic rows treat the groups of one grouping,
 * in one outcome.
 *
 * @param groups the grouping
 * @param code per tested row its group
 * @param event the outcome
 * @param truth per tested row 1 or 0, or the number
 * @param said by which model (0 real, 1 synthetic) and row: 1 or 0 for whether it says the event, or the number
 * @param chance the same: the chance it gives the event
 * @param tests tested rows per row learnt from, of each model
 */
record ModelRates(
        Groups groups, int[] code, Event event, double[] truth, double[][] said, double[][] chance, double[] tests) {
    /** Which rows a rate is told by, and what is averaged. */
    private enum Kind {
        TRUE_POSITIVE("true positive rate"),
        FALSE_POSITIVE("false positive rate"),
        POSITIVE("share said to have it"),
        ERROR("error"),
        BIAS("mean error in deviations"),
        CALIBRATION("chance less truth");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private boolean label() {
        return event.label() >= 0;
    }

    private int count() {
        return groups.names().size();
    }

    /** Per row what is averaged; NaN where the row does not count. */
    private double[] values(Kind kind, int model) {
        return IntStream.range(0, truth.length)
                .mapToDouble(i -> switch (kind) {
                    case TRUE_POSITIVE -> truth[i] == 1 ? said[model][i] : Double.NaN;
                    case FALSE_POSITIVE -> truth[i] == 0 ? said[model][i] : Double.NaN;
                    case POSITIVE -> said[model][i];
                    case ERROR -> Math.abs(said[model][i] - truth[i]);
                    case BIAS -> said[model][i] - truth[i];
                    case CALIBRATION -> chance[model][i] - truth[i];
                })
                .toArray();
    }

    private Rate[] rates(Kind kind, int model) {
        return Rate.of(values(kind, model), code, count());
    }

    /** Every pair of groups in what fairness is about: equalised odds and parity, or the bias of a number. */
    List<Gap> gaps() {
        List<Gap> out = new ArrayList<>();
        List<Kind> kinds =
                label() ? List.of(Kind.TRUE_POSITIVE, Kind.FALSE_POSITIVE, Kind.POSITIVE) : List.of(Kind.BIAS);
        for (Kind kind : kinds) {
            double[] real = values(kind, 0);
            double[] made = values(kind, 1);
            Rate[] byReal = Rate.of(real, code, count());
            Rate[] bySynthetic = Rate.of(made, code, count());
            // Both models are asked about the same rows: what they say is taken together.
            Rate[] less = Rate.of(together(real, made, -1), code, count());
            Rate[] more = Rate.of(together(real, made, 1), code, count());
            String words = kind.words + " for " + event.name();
            out.addAll(Gap.pairs(count(), (a, b) -> {
                if (!byReal[a].enough() || !byReal[b].enough()) {
                    return null;
                }
                double inReal = byReal[a].mean() - byReal[b].mean();
                double inSynthetic = bySynthetic[a].mean() - bySynthetic[b].mean();
                Rate[] used = inReal * inSynthetic < 0 ? more : less;
                double error = Math.sqrt(used[a].variance()
                        + used[b].variance()
                        + training(byReal[a], bySynthetic[a])
                        + training(byReal[b], bySynthetic[b]));
                String first = groups.names().get(a);
                return new Gap(groups.title(), words, first, groups.names().get(b), inReal, inSynthetic, error, true);
            }));
        }
        return out;
    }

    /**
     * What another training would change: a model reproduces the rate of the rows it learnt from, so its rate in a group
     * varies as that of so many rows. Without it 10 of 40 fresh samples of Adult look less fair than the real rows, with
     * it 2 of 190.
     */
    private double training(Rate byReal, Rate bySynthetic) {
        return byReal.variance() * tests[0] + bySynthetic.variance() * tests[1];
    }

    private static double[] together(double[] real, double[] made, double sign) {
        return IntStream.range(0, real.length)
                .mapToDouble(i -> made[i] + sign * real[i])
                .toArray();
    }

    /** The gaps of both models in equalised odds and parity, and SDMetrics' improvement. */
    void describe(Map<String, Double> parts) {
        String title = groups.title();
        if (!label()) {
            parts.put(title + ": bias gap, trained on real", spread(Kind.BIAS, 0));
            parts.put(title + ": bias gap, trained on synthetic", spread(Kind.BIAS, 1));
            return;
        }
        double real = Math.max(spread(Kind.TRUE_POSITIVE, 0), spread(Kind.FALSE_POSITIVE, 0));
        double made = Math.max(spread(Kind.TRUE_POSITIVE, 1), spread(Kind.FALSE_POSITIVE, 1));
        parts.put(title + ": equalised odds gap, trained on real", real);
        parts.put(title + ": equalised odds gap, trained on synthetic", made);
        parts.put(title + ": parity gap, trained on real", spread(Kind.POSITIVE, 0));
        parts.put(title + ": parity gap, trained on synthetic", spread(Kind.POSITIVE, 1));
        parts.put(title + ": equalised odds improvement", improvement(real, made));
    }

    /** SDMetrics' EqualizedOddsImprovement: 0.5 for no change, 1 where a gap of 1 is gone, 0 where one has come. */
    static double improvement(double realGap, double syntheticGap) {
        return ((1 - syntheticGap) - (1 - realGap)) / 2 + 0.5;
    }

    private double spread(Kind kind, int model) {
        double[] known = Arrays.stream(rates(kind, model))
                .filter(Rate::enough)
                .mapToDouble(Rate::mean)
                .toArray();
        return Arrays.stream(known).max().orElse(Double.NaN)
                - Arrays.stream(known).min().orElse(Double.NaN);
    }

    /** A row per group. */
    Figures figures() {
        List<Kind> kinds = label()
                ? List.of(Kind.ERROR, Kind.TRUE_POSITIVE, Kind.FALSE_POSITIVE, Kind.POSITIVE, Kind.CALIBRATION)
                : List.of(Kind.ERROR, Kind.BIAS);
        List<String> heads = new ArrayList<>(List.of("rows"));
        List<double[]> columns = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int model = 0; model < 2; model++) {
                heads.add(kind.words + (model == 0 ? ", real" : ", synthetic"));
                columns.add(Arrays.stream(rates(kind, model))
                        .mapToDouble(Rate::shown)
                        .toArray());
            }
        }
        if (label()) {
            heads.add("AUC, real");
            heads.add("AUC, synthetic");
            columns.add(auc(0));
            columns.add(auc(1));
        }
        Figures.Builder out =
                Figures.of("Predictions of " + event.name() + " by " + groups.title(), heads.toArray(String[]::new));
        Rate[] sizes = Rate.of(truth, code, count());
        for (int g = 0; g < count(); g++) {
            double[] row = new double[heads.size()];
            row[0] = sizes[g].enough() ? sizes[g].rows() : Double.NaN;
            for (int k = 0; k < columns.size(); k++) {
                row[1 + k] = columns.get(k)[g];
            }
            out.row(groups.names().get(g), row);
        }
        return out.build();
    }

    private double[] auc(int model) {
        double[] out = new double[count()];
        for (int g = 0; g < out.length; g++) {
            int group = g;
            int[] rows = IntStream.range(0, truth.length)
                    .filter(i -> code[i] == group)
                    .toArray();
            float[] numbers = new float[rows.length];
            boolean[] members = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                numbers[i] = (float) chance[model][rows[i]];
                members[i] = truth[rows[i]] == 1;
            }
            long events = IntStream.of(rows).filter(i -> truth[i] == 1).count();
            boolean enough = Math.min(events, rows.length - events) >= Groups.FEW;
            out[g] = enough ? Ranking.auc(numbers, members) : Double.NaN;
        }
        return out;
    }
}
