package org.semblance.bench.sequences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.semblance.bench.Line;
import org.semblance.bench.judge.Other;
import org.semblance.io.Dialect;
import org.semblance.io.TableWriter;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.sequence.SequenceModel;
import org.semblance.synthesize.sequence.SequenceSynthesizer;
import org.semblance.synthesize.sequence.Steps;
import org.semblance.table.Database;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables of sequences: the measures of sequences, what fresh real ones would show, and SDV's PAR, as a Markdown table. */
@Command(name = "sequences", description = "Tables of sequences: seconds and likeness, beside fresh ones and PAR.")
public final class Sequences implements Callable<Integer> {
    private static final String ASKED = "inter-row and per-sequence >= .90, lag-1 within .05";

    @Option(names = "--data", required = true, description = "The folder that holds bike_sharing and gafa_stock.")
    private Path data = Path.of("");

    @Option(names = "--only", split = ",", description = "Some of gafa_stock, bike_sharing, law (default: all).")
    private List<String> only = List.of();

    @Option(names = "--draws", description = "Fits and draws the figures are a mean of (default: ${DEFAULT-VALUE}).")
    private int draws = 5;

    @Option(names = "--python", description = "Python with bench/peers/sequences/requirements.txt.")
    private @Nullable Path python;

    @Option(names = "--script", description = "Default: ${DEFAULT-VALUE}.")
    private Path script = Path.of("bench", "peers", "sequences", "sdv_par.py");

    @Option(names = "--seconds", description = "What PAR's fit may take (default: ${DEFAULT-VALUE}).")
    private int seconds = 120;

    @Option(names = "--write", description = "A folder for the tables of the first draw.")
    private @Nullable Path write;

    @Option(names = "--lags", description = "Tells the lag-1 differences of all columns, too.")
    private boolean lags;

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        System.out.println("| what | asked | measured |");
        System.out.println("|---|---|---|");
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        for (Subject subject : Subject.ALL) {
            if (only.isEmpty() || only.contains(subject.name())) {
                measure(subject, run);
            }
        }
        if (only.isEmpty() || only.contains("law")) {
            Law law = new Law();
            Table real = law.draw(Rng.of(7));
            say(law.subject(), ours(law.subject(), real, run));
            Database fresh = law.subject().database(law.draw(Rng.of(8)));
            say(
                    "law: a fresh draw of it",
                    "",
                    Likeness.of(law.subject().database(real), fresh, run).words());
        }
        return 0;
    }

    private void say(Subject subject, Ours ours) {
        say(
                String.format(Locale.ROOT, "%s: fit %.1f s, sample %.1f s", subject.name(), ours.fit, ours.sample),
                ASKED,
                ours.likeness.words());
        if (lags) {
            say(subject.name() + ": lag-1 differences", "", String.valueOf(ours.likeness.lag()));
        }
    }

    private static void say(String what, String asked, String measured) {
        System.out.println(new Line(what, asked, measured).markdown());
    }

    private record Ours(double fit, double sample, Likeness likeness) {}

    private void measure(Subject subject, Run run) throws Exception {
        Table real = subject.read(data, run);
        say(subject, ours(subject, real, run));
        Ceilings ceilings = new Ceilings(subject, real);
        ceilings.tell((what, likeness) -> say(subject.name() + ": " + what, "", likeness), run);
        if (python != null && Files.exists(python)) {
            par(subject, real, run);
        }
    }

    private Ours ours(Subject subject, Table real, Run run) throws Exception {
        List<Likeness> all = new ArrayList<>();
        double fit = 0;
        double sample = 0;
        for (int draw = 0; draw < draws; draw++) {
            Run own = run.child(subject.name()).child(draw);
            long start = System.nanoTime();
            SequenceModel model = new SequenceSynthesizer(Steps.Options.DEFAULT)
                    .fit(real, subject.sequence(), Privacy.DEFAULT, own.child("fit"));
            long fitted = System.nanoTime();
            Database drawn = model.sample(Size.scale(1), own.child("sample")).toDatabase(own);
            fit += (fitted - start) / 1e9 / draws;
            sample += (System.nanoTime() - fitted) / 1e9 / draws;
            all.add(Likeness.of(subject.database(real), drawn, own));
            if (write != null && draw == 0) {
                write(subject.name() + ".csv", drawn.table(subject.sequence().table()), run);
                write(subject.name() + "_real.csv", real, run);
                Database further = model.horizon(250)
                        .sample(Size.scale(1), own.child("sample"))
                        .toDatabase(own);
                write(
                        subject.name() + "_horizon.csv",
                        further.table(subject.sequence().table()),
                        run);
            }
        }
        return new Ours(fit, sample, Likeness.mean(all));
    }

    private void write(String name, Table table, Run run) throws Exception {
        try (var out = Files.newOutputStream(Files.createDirectories(write).resolve(name))) {
            TableWriter.write(table, Dialect.STANDARD, out, run);
        }
    }

    private void par(Subject subject, Table real, Run run) throws Exception {
        Path folder = Files.createTempDirectory("sequences");
        Path in = folder.resolve("real.csv");
        Path out = folder.resolve("par.csv");
        try {
            try (var stream = Files.newOutputStream(in)) {
                TableWriter.write(real, Dialect.STANDARD, stream, run);
            }
            List<String> words = new ArrayList<>(List.of(
                    String.valueOf(python),
                    script.toString(),
                    in.toString(),
                    out.toString(),
                    "--entity",
                    subject.sequence().entity().get(0),
                    "--order",
                    subject.sequence().order(),
                    "--seconds",
                    String.valueOf(seconds)));
            if (!subject.context().isEmpty()) {
                words.add("--context");
                words.addAll(subject.context());
            }
            List<String> lines = Other.run(words);
            JsonNode told = JsonMapper.shared().readTree(lines.get(lines.size() - 1));
            say(
                    String.format(
                            Locale.ROOT,
                            "%s: PAR of SDV %s, %d of 128 epochs, fit %.0f s, sample %.0f s",
                            subject.name(),
                            told.path("sdv").asString(),
                            told.path("epochs").asInt(),
                            told.path("fit").asDouble(),
                            told.path("sample").asDouble()),
                    "",
                    Likeness.of(subject.database(real), subject.database(subject.read(out, real, run)), run)
                            .words());
        } finally {
            for (Path file : List.of(in, out, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
