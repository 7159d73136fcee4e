package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.run.Run;
import org.semblance.trees.Associations;
import org.semblance.trees.CodeBook;
import org.semblance.trees.Frame;

/**
 * Which columns of other rows tell something about the columns of a part, more than chance would have it in
 * {@link Families} that are alike.
 *
 * @param features those that tell something about any own column
 * @param telling [own][features] whether it tells something about that own column
 */
record Screening(Feature[] features, boolean[][] telling) {
    /** Rows on which it is judged what tells what. */
    private static final int JUDGED = 20_000;

    /** Nats that a feature must tell about a column. */
    private static final double TELLS = 0.003;

    private static final int FEATURES_EACH = 8;
    private static final int FEATURES = 48;

    static Screening of(Blueprint plan, RealParts real, Drawn rows, Run run) {
        Part part = rows.part();
        Feature[] candidates = candidates(plan, part).toArray(Feature[]::new);
        int own = part.own().size();
        double[][] tells = candidates.length == 0
                ? new double[own][0]
                : tells(rows, candidates, PartModel.books(plan, part, candidates, real.codings()), run);
        double[] best = new double[candidates.length];
        boolean[][] telling = new boolean[own][candidates.length];
        for (int k = 0; k < own; k++) {
            double[] nats = tells[k];
            boolean[] here = telling[k];
            IntStream.range(0, candidates.length)
                    .filter(f -> nats[f] > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble(f -> -nats[f]))
                    .limit(FEATURES_EACH)
                    .forEach(f -> {
                        here[f] = true;
                        best[f] = Math.max(best[f], nats[f]);
                    });
        }
        int[] kept = IntStream.range(0, candidates.length)
                .filter(f -> best[f] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(f -> -best[f]))
                .limit(FEATURES)
                .sorted()
                .mapToInt(f -> f)
                .toArray();
        boolean[][] left = new boolean[own][kept.length];
        for (int k = 0; k < own; k++) {
            for (int f = 0; f < kept.length; f++) {
                left[k][f] = telling[k][kept[f]];
            }
        }
        return new Screening(Arrays.stream(kept).mapToObj(f -> candidates[f]).toArray(Feature[]::new), left);
    }

    /** What each candidate tells about each own column, in nats; 0 where it may be chance. */
    private static double[][] tells(Drawn rows, Feature[] candidates, CodeBook[] books, Run run) {
        Part part = rows.part();
        int n = Math.min(JUDGED, rows.rows());
        int[] some = new int[n];
        Arrays.setAll(some, i -> (int) ((long) i * rows.rows() / n));
        Frame frame = PartFit.frame(rows, candidates, books, some);
        Associations associations = Associations.of(frame, books, run);
        Map<Path, Families> families = new HashMap<>();
        for (Feature candidate : candidates) {
            families.computeIfAbsent(candidate.path(), path -> {
                Drawn.Reached reached = rows.reach(path);
                int[] family = new int[n];
                Arrays.setAll(family, i -> reached.rows()[some[i]]);
                return new Families(family, reached.drawn().rows());
            });
        }
        double[][] tells = new double[part.own().size()][candidates.length];
        run.parallel(tells.length, k -> {
            int target = candidates.length + k;
            for (int f = 0; f < candidates.length && part.own().get(k).what() != Own.What.POSITION; f++) {
                double nats = associations.between(f, target);
                Families own = families.get(candidates[f].path());
                boolean more = nats >= TELLS && own != null && nats > own.chance(frame, books, target, f);
                tells[k][f] = more ? nats : 0;
            }
        });
        return tells;
    }

    /** The columns of all rows that are reached from the rows of a part. */
    static List<Feature> candidates(Blueprint plan, Part part) {
        List<Feature> out = new ArrayList<>();
        Part at = part;
        for (int up = 0; ; up++) {
            for (int r = 0; r < at.refs().size(); r++) {
                if (at.refs().get(r).way() == Ref.Way.CHOSEN) {
                    add(out, new Path(up, r), plan.parts().get(at.refs().get(r).target()));
                }
            }
            if (!at.owned()) {
                return out;
            }
            at = plan.parts().get(at.ownerPart());
            add(out, new Path(up + 1, -1), at);
        }
    }

    private static void add(List<Feature> out, Path path, Part reached) {
        for (int k = 0; k < reached.own().size(); k++) {
            Own.What what = reached.own().get(k).what();
            if (what.telling() || what == Own.What.POSITION && path.ref() < 0) {
                out.add(new Feature(path, k));
            }
        }
    }
}
