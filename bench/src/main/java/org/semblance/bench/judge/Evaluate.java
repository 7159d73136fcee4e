package org.semblance.bench.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.app.Main;
import org.semblance.bench.Bench;
import org.semblance.bench.fitfor.Listed;
import org.semblance.bench.speed.Generated;
import org.semblance.bench.speed.Meter;
import org.semblance.evaluate.Question;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.prepare.Privacy;
import org.semblance.project.Split;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What judging costs: a real table, a large generated one, and SDMetrics' reports beside ours. Every part in a JVM of its own. */
@Command(name = "evaluate", description = "Seconds and memory of evaluations, and SDMetrics beside them.")
public final class Evaluate implements Callable<Integer> {
    private static final double HELD_BACK = 0.2;
    private static final List<String> OURS = List.of("sdmetrics-quality", "sdmetrics-diagnostic");

    @Parameters(paramLabel = "DATA", description = "The folder that the paths in the list of tables start from.")
    private Path data = Path.of(".");

    @Option(names = "--tables", description = "The list of tables (default: ${DEFAULT-VALUE}).")
    private Path tables = Path.of("bench", "fitfor", "tables.txt");

    @Option(names = "--table", description = "Which of them (default: ${DEFAULT-VALUE}).")
    private String table = "adult";

    @Option(names = "--rows", description = "Of the generated table; 0 leaves it out (default: ${DEFAULT-VALUE}).")
    private int rows = 1_000_000;

    @Option(names = "--peer-rows", description = "Of the tables SDMetrics sees; 0: none (default: ${DEFAULT-VALUE}).")
    private int peerRows = 500_000;

    @Option(names = "--python", description = "Python with the packages of bench/peers/requirements.txt.")
    private @Nullable Path python;

    @Option(names = "--script", description = "Default: ${DEFAULT-VALUE}.")
    private Path script = Path.of("bench", "peers", "sdmetrics_report.py");

    @Option(names = "--heap", description = "Of the real table's evaluation (default: ${DEFAULT-VALUE}).")
    private String heap = "1g";

    @Option(names = "--large-heap", description = "Of the others (default: ${DEFAULT-VALUE}).")
    private String largeHeap = "6g";

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        Job job = Job.create();
        try {
            real(job, run);
            if (rows > 0) {
                once(
                        largeHeap,
                        List.of(
                                "--generated",
                                String.valueOf(rows),
                                "--keys",
                                "c1_age,c2_group,c4_place",
                                "--target",
                                "c8_group",
                                "--sensitive",
                                "c2_group",
                                "--model",
                                "c1_age ~ c7_age + c2_group"));
            }
            if (peerRows > 0) {
                beside(job, run);
            }
        } finally {
            job.delete();
        }
        return 0;
    }

    private void once(String most, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("evaluate-once", "--threads", String.valueOf(threads)));
        command.addAll(options);
        Other.java(Bench.class, most, command).forEach(System.out::println);
    }

    /** Against what trees make of four fifths of it; as many rows as the whole table has. */
    private void real(Job job, Run run) throws Exception {
        Listed listed = Listed.find(tables, table);
        Table whole = listed.read(data, run);
        Split split = Split.of(whole, HELD_BACK, Rng.of(1));
        Model model = Synthesis.fit(
                split.training(), Synthesizers.ALL.find("trees"), Map.of(), Privacy.DEFAULT, run.child("fit"));
        job.write("real.csv", split.training(), run);
        job.write("holdout.csv", Objects.requireNonNull(split.holdout()), run);
        job.write("synthetic.csv", model.sample(whole.rows(), run.child("sample")), run);
        String real = job.file("real.csv").toString();
        String holdout = job.file("holdout.csv").toString();
        String synthetic = job.file("synthetic.csv").toString();
        List<String> asked = asked(listed.question());
        System.out.println(table);
        List<String> files = List.of("--real", real, "--holdout", holdout, "--synthetic", synthetic);
        once(heap, join(files, asked));
        List<String> command = List.of(
                "evaluate",
                real,
                synthetic,
                "--holdout",
                holdout,
                "-o",
                job.file("report").toString(),
                "--threads",
                String.valueOf(threads),
                "--quiet");
        double seconds = Meter.seconds(() -> Other.java(Main.class, heap, join(command, asked)));
        System.out.printf(Locale.ROOT, "  %.1f s for the whole command: start, reading, evaluation, report%n", seconds);
    }

    private static List<String> asked(Question question) {
        List<String> out = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--target", question.target());
        options.put("--model", question.model());
        options.put("--sensitive", String.join(",", question.sensitive()));
        options.put("--keys", String.join(",", question.keys()));
        options.forEach((name, value) -> {
            if (!value.isEmpty()) {
                out.addAll(List.of(name, value));
            }
        });
        return out;
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** SDMetrics' quality and diagnostic reports, and our metrics of that name, on the same files. */
    private void beside(Job job, Run run) throws IOException, InterruptedException {
        Path interpreter = python;
        if (interpreter == null || !Files.exists(interpreter)) {
            System.out.println(
                    "SDMetrics: left out, --python names no Python that has it (see bench/peers/README.md).");
            return;
        }
        Rows real = new Generated(peerRows, 20, Rng.of(7));
        job.write("peer_real.csv", real, run);
        job.write("peer_synthetic.csv", new Generated(peerRows, 20, Rng.of(8)), run);
        job.writeMetadata("peer.json", real.schema());
        String realFile = job.file("peer_real.csv").toString();
        String synthetic = job.file("peer_synthetic.csv").toString();
        JsonNode ours = json(Other.java(
                Bench.class,
                largeHeap,
                List.of(
                        "evaluate-once",
                        "--threads",
                        String.valueOf(threads),
                        "--metrics",
                        String.join(",", OURS),
                        "--real",
                        realFile,
                        "--synthetic",
                        synthetic)));
        JsonNode theirs = json(Other.run(List.of(
                interpreter.toString(),
                script.toString(),
                realFile,
                synthetic,
                job.file("peer.json").toString())));
        double cold = ours.path("seconds").asDouble();
        double warm = ours.path("warm").asDouble();
        double their = theirs.path("seconds").asDouble();
        System.out.printf(
                Locale.ROOT,
                "SDMetrics %s on %,d x 20: %.2f s; ours %.2f s in a new JVM, %.0f times faster; %.2f s when warm, %.0f times%n",
                theirs.path("version").asString(),
                peerRows,
                their,
                cold,
                their / cold,
                warm,
                their / warm);
        for (String name : OURS) {
            double a = ours.path(name).asDouble();
            double b = theirs.path(name).asDouble();
            System.out.printf(Locale.ROOT, "  %s: %.6f, ours %.6f, difference %.1e%n", name, b, a, a - b);
        }
    }

    private static JsonNode json(List<String> lines) {
        return JsonMapper.shared().readTree(lines.get(lines.size() - 1));
    }
}
