package org.semblance.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesizers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores floors, synthesizers and peers on tables, and writes a Markdown table for each. */
@Command(name = "quality", description = "Scores methods on tables that are split in train and holdout.")
public final class Quality implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "A folder as bench/peers/split.py writes it, a folder of such folders, or a CSV file.")
    private List<Path> tables = List.of();

    @Option(names = "--seeds", description = "How many seeds (default: ${DEFAULT-VALUE}).")
    private int seeds = 3;

    @Option(
            names = "--methods",
            split = ",",
            description = "Of (bootstrap), (fresh data), our synthesizers (with options: trees:min-leaf=50) and peers;"
                    + " default: all.")
    private List<String> methods = List.of();

    @Option(names = "--again", split = ",", description = "Methods to measure anew although FILE.jsonl has them.")
    private List<String> again = List.of();

    @Option(names = "--peers", description = "The folder of tables that peers made.")
    private @Nullable Path peers;

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--out", description = "The Markdown file; each outcome goes to the .jsonl file of the same name.")
    private Path out = Path.of("quality.md");

    @Override
    public Integer call() throws IOException {
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        List<Case> cases = new ArrayList<>();
        for (Path path : paths()) {
            cases.add(Case.read(path, run));
        }
        Results results = Results.in(Path.of(out.toString().replaceFirst("\\.md$", "") + ".jsonl"));
        results.drop(again);
        List<Contender> contenders = contenders();
        for (Case table : cases) {
            for (int seed = 1; seed <= seeds; seed++) {
                for (Contender contender : contenders) {
                    if (contender.has(table, seed) && !results.has(table.name(), contender.name(), seed)) {
                        results.add(score(table, contender, seed, new Run(Rng.of(seed), threads, Progress.NONE)));
                    }
                }
                List<String> names = contenders.stream().map(Contender::name).toList();
                Files.writeString(out, Markdown.of(results.all(), cases, names));
            }
        }
        return 0;
    }

    private List<Path> paths() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : tables) {
            if (Files.isRegularFile(path) || Files.exists(path.resolve("meta.json"))) {
                found.add(path);
                continue;
            }
            try (var children = Files.list(path)) {
                children.filter(child -> Files.exists(child.resolve("meta.json")))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private List<Contender> contenders() {
        List<Contender> all = new ArrayList<>(List.of(new Floors.Bootstrap(), new Floors.Fresh()));
        for (String name : Synthesizers.ALL.names()) {
            all.add(Learnt.of(name));
        }
        if (peers != null) {
            all.addAll(Peer.below(peers));
        }
        if (methods.isEmpty()) {
            return all;
        }
        List<Contender> chosen = new ArrayList<>();
        for (String name : methods) {
            chosen.add(all.stream()
                    .filter(contender -> contender.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> Learnt.of(name)));
        }
        return chosen;
    }

    /** A contender that fails must not stop the others: its failure is its outcome. */
    private static Outcome score(Case table, Contender contender, int seed, Run run) {
        long begun = System.nanoTime();
        Outcome outcome;
        try {
            Trial trial = contender.make(table, seed, run.child("make"));
            outcome = new Outcome(
                    table.name(), contender.name(), seed, Measures.of(table, trial, run.child("measure")), "");
        } catch (RuntimeException e) {
            e.printStackTrace();
            outcome = new Outcome(table.name(), contender.name(), seed, Map.of(), String.valueOf(e.getMessage()));
        }
        System.err.printf(
                Locale.ROOT,
                "%s %s seed %d: %.1f s %s%n",
                table.name(),
                contender.name(),
                seed,
                (System.nanoTime() - begun) / 1e9,
                outcome.scores());
        return outcome;
    }
}
