package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.model.Model;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Table;

/** Rows that were made for a subject in one of many ways, from copies to noise. */
record Made(String way, Table rows) {
    static final String FRESH = "fresh";

    /** All ways. What is better than any synthesizer stands beside what is worse, in steps. */
    static List<Made> all(Subject subject, Run run) {
        List<Made> all = new ArrayList<>();
        Table learn = subject.learn();
        Table fresh = subject.fresh();
        Table trees = learnt(subject, "trees", Map.of(), Privacy.DEFAULT, run);
        Table independent = learnt(subject, "independent", Map.of(), Privacy.DEFAULT, run);
        all.add(new Made(FRESH, fresh));
        all.add(new Made("bootstrap", Spoil.again(learn, learn.rows(), run.rng().child("bootstrap"))));
        all.add(new Made("trees", trees));
        all.add(new Made("independent", independent));
        for (String name : List.of("boosted", "gaussian-copula")) {
            all.add(new Made(name, learnt(subject, name, Map.of(), Privacy.DEFAULT, run)));
        }
        int few = Math.min(learn.rows() / 3, 300);
        all.add(new Made(
                "trees, all details",
                learnt(subject, "trees", Map.of("min-leaf", 10, "pruning", 0, "common", 1), Privacy.fidelity(), run)));
        all.add(new Made(
                "trees, large leaves", learnt(subject, "trees", Map.of("min-leaf", few), Privacy.DEFAULT, run)));
        all.add(new Made("trees, few rows", Spoil.part(trees, few, run.rng().child("few"))));
        mixed(all, subject, trees, independent, run.rng());
        spoilt(all, subject, run.rng());
        return all;
    }

    private static void mixed(List<Made> all, Subject subject, Table trees, Table independent, Rng rng) {
        for (double share : new double[] {0.02, 0.1, 0.3}) {
            all.add(new Made(words("trees", share, "copies"), Spoil.mix(trees, subject.learn(), share, rng)));
        }
        for (double share : new double[] {0.2, 0.5}) {
            all.add(new Made(words("trees", share, "independent"), Spoil.mix(trees, independent, share, rng)));
        }
        for (double share : new double[] {0.05, 0.1, 0.2, 0.35, 0.5, 0.75}) {
            all.add(new Made(
                    words("fresh", share, "independent"), Spoil.mix(subject.fresh(), independent, share, rng)));
        }
    }

    private static void spoilt(List<Made> all, Subject subject, Rng rng) {
        Table fresh = subject.fresh();
        for (double by : new double[] {0.05, 0.1, 0.3, 1}) {
            all.add(new Made(words("fresh", by, "shifted"), Spoil.shift(fresh, by, rng.child("shift"))));
            all.add(new Made(words("fresh", by, "noise"), Spoil.noise(fresh, by, rng.child("noise"))));
        }
        for (double by : new double[] {0.02, 0.1, 0.3}) {
            all.add(new Made(words("real", by, "noise"), Spoil.noise(subject.learn(), by, rng.child("noise on real"))));
        }
        for (double share : new double[] {0.01, 0.03, 0.1}) {
            all.add(new Made(
                    words("fresh", share, "impossible"), Spoil.impossible(fresh, share, rng.child("impossible"))));
        }
        int target = fresh.schema().index(subject.question().target());
        for (double share : new double[] {0.15, 1}) {
            all.add(new Made(
                    words("fresh", share, "target shuffled"),
                    Spoil.shuffle(fresh, c -> c == target, share, rng.child("target"))));
        }
        all.add(new Made("fresh, torn in two", Spoil.shuffle(fresh, c -> c % 2 == 0, 1, rng.child("torn"))));
        all.add(new Made("fresh, narrow", Spoil.narrow(fresh)));
        all.add(new Made("fresh, filled", Spoil.fill(fresh)));
    }

    private static String words(String base, double amount, String what) {
        return String.format(Locale.ROOT, "%s, %s %s", base, amount, what);
    }

    /** What one of our synthesizers makes, as many rows as it has seen. */
    private static Table learnt(Subject subject, String name, Map<String, ?> options, Privacy privacy, Run run) {
        Run own = run.child(name).child(options.toString());
        Model model = Synthesis.fit(subject.learn(), Synthesizers.ALL.find(name), options, privacy, own.child("fit"));
        return model.sample(subject.learn().rows(), own.child("sample")).toTable(own.child("sample"));
    }
}
