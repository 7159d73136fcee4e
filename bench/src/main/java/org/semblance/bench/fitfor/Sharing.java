package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.evaluate.Ranking;
import org.semblance.random.Rng;
import org.semblance.trees.Binned;
import org.semblance.trees.Bins;
import org.semblance.trees.Boosting;

/**
 * Sharing: attacks on the people of the rows learnt from, stronger than those of an evaluation.
 *
 * <p>Members: an attacker who knows for half of the people whether they are in, and has real rows of others, learns from
 * distances (to the nearest synthetic rows, to those of other people, by all columns and by three random halves of them)
 * who is in, and is asked about the other half; what is counted is the area under the curve above one half. Guesses: an
 * attacker who knows a person's row but one value takes that of the nearest synthetic row; what is counted is how much
 * more often it is right for people learnt from than for others. Copies: the share of rows learnt from that occur among
 * the synthetic ones, less the share of others that do.
 */
final class Sharing implements Work {
    static final String MEMBERS = "sharing members";
    static final String GUESSES = "sharing guesses";
    static final String COPIES = "sharing copies";

    private static final int ASKED = 1_200;
    private static final int HALVES = 3;
    private static final int NEAREST = 5;
    private static final int GUESSED = 5;
    private static final int GUESSES_OF = 400;
    private static final double RIGHT = 0.02;
    private static final Boosting.Settings LEARNER =
            Boosting.Settings.STANDARD.rounds(60).depth(3).eta(0.1);

    private final Ground ground;
    private final Neighbours neighbours;
    private final int[] all;
    private final float[][] people;
    private final boolean[] member;
    private final float[][] others;
    private final int[][] halves = new int[HALVES][];

    Sharing(Ground ground, Rng rng) {
        this.ground = ground;
        neighbours = new Neighbours(ground.whole);
        all = ground.others(-1);
        int each = Math.min(ASKED, Math.min(ground.learn.rows(), ground.judge.rows() / 2));
        others = neighbours.points(ground.judge.slice(each, Math.min(ground.judge.rows(), 2 * each)));
        float[][] in = neighbours.points(ground.learn.first(each));
        float[][] out = neighbours.points(ground.judge.first(each));
        people = new float[2 * each][];
        member = new boolean[2 * each];
        for (int i = 0; i < each; i++) {
            people[2 * i] = in[i];
            people[2 * i + 1] = out[i];
            member[2 * i] = true;
        }
        for (int h = 0; h < HALVES; h++) {
            int[] order = all.clone();
            rng.child(h).shuffle(order);
            halves[h] = Arrays.copyOf(order, (order.length + 1) / 2);
        }
    }

    @Override
    public void judge(Coded synthetic, Rng rng, Map<String, Double> out) {
        float[][] points = neighbours.points(synthetic);
        out.put(MEMBERS, members(points) - 0.5);
        out.put("sharing" + Trial.CHANCE, Ground.chance(people.length / 4.0, people.length / 4.0));
        out.put(GUESSES, guesses(synthetic, points));
        out.put(COPIES, copies(synthetic, ground.learn) - copies(synthetic, ground.judge));
    }

    private double members(float[][] points) {
        List<float[]> features = new ArrayList<>();
        for (float[] person : people) {
            features.add(features(person, points));
        }
        int asked = people.length / 2;
        int width = features.get(0).length;
        Bins[] bins = new Bins[width];
        short[][] codes = new short[width][];
        for (int f = 0; f < width; f++) {
            int column = f;
            double[] values = features.stream().mapToDouble(row -> row[column]).toArray();
            bins[f] = Bins.ofNumbers(values, Bins.MOST);
            codes[f] = bins[f].codes(values);
        }
        Binned x = Binned.of(codes, bins, people.length);
        float[] y = new float[people.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = member[i] ? 1 : 0;
        }
        int[] known = IntStream.range(0, asked).toArray();
        int[] unknown = IntStream.range(asked, people.length).toArray();
        float[] margins = Boosting.fit(Boosting.Task.logistic(x, y), known, LEARNER)
                .trees()
                .margins(x, unknown);
        return Ranking.auc(margins, Arrays.copyOfRange(member, asked, member.length));
    }

    private float[] features(float[] person, float[][] points) {
        float[] out = new float[5 + HALVES];
        Neighbours.Found made = Neighbours.nearest(person, points, -1, all, NEAREST);
        Neighbours.Found real = Neighbours.nearest(person, others, -1, all, NEAREST);
        out[0] = made.distance[0];
        out[1] = made.mean();
        out[2] = made.distance[0] / (real.distance[0] + 1e-6f);
        out[3] = made.mean() / (real.mean() + 1e-6f);
        out[4] = real.mean();
        for (int h = 0; h < HALVES; h++) {
            out[5 + h] = Neighbours.nearest(person, points, -1, halves[h], 1).distance[0];
        }
        return out;
    }

    private double guesses(Coded synthetic, float[][] points) {
        int[] secrets = IntStream.concat(IntStream.of(ground.target), Arrays.stream(halves[0]))
                .distinct()
                .limit(GUESSED)
                .toArray();
        double more = 0;
        for (int secret : secrets) {
            int[] known = ground.others(secret);
            double right = 0;
            int asked = Math.min(people.length, 2 * GUESSES_OF);
            for (int i = 0; i < asked; i++) {
                int who = Neighbours.nearest(people[i], points, -1, known, 1).who[0];
                boolean same = Math.abs(people[i][secret] - points[who][secret]) <= RIGHT;
                right += same ? (member[i] ? 1 : -1) : 0;
            }
            more += right / (asked / 2.0) / secrets.length;
        }
        return more;
    }

    private static double copies(Coded synthetic, Coded real) {
        Set<List<Double>> made = new HashSet<>();
        for (int i = 0; i < synthetic.rows(); i++) {
            made.add(row(synthetic, i));
        }
        return IntStream.range(0, real.rows())
                        .filter(i -> made.contains(row(real, i)))
                        .count()
                / (double) real.rows();
    }

    private static List<Double> row(Coded table, int i) {
        return Arrays.stream(table.values()).map(column -> column[i]).toList();
    }
}
