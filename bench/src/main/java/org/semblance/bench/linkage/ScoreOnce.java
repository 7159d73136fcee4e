package org.semblance.bench.linkage;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.semblance.bench.speed.Meter;
import org.semblance.linkage.score.LinkScore;
import org.semblance.linkage.score.Links;
import org.semblance.linkage.score.Sides;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Scores two partitions of many records, timed; {@link Linkage} starts it in a JVM of its own. Prints one line of JSON. */
@Command(name = "linkage-score-once", description = "Scores generated clusters and prints seconds.", hidden = true)
public final class ScoreOnce implements Callable<Integer> {
    private static final int BLOCK = 1 << 16;
    private static final double MOVED = 0.05;

    @Option(names = "--records", description = "Default: ${DEFAULT-VALUE}.")
    private int records = 100_000_000;

    @Option(names = "--mean", description = "Records a cluster (default: ${DEFAULT-VALUE}).")
    private int mean = 3;

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        int[] truth = new int[records];
        int[] found = new int[records];
        run.parallel((records + BLOCK - 1) / BLOCK, block -> fill(block, truth, found, run.rng()));
        Meter.watchHeap();
        LinkScore[] score = new LinkScore[1];
        double before = Meter.processor();
        double seconds = Meter.seconds(() -> score[0] = LinkScore.of(
                Sides.one(records), Links.clusters(truth), Links.clusters(found), LinkScore.More.none(), run));
        double processor = Meter.processor() - before;
        System.out.println(JsonMapper.shared()
                .createObjectNode()
                .put("records", records)
                .put("seconds", seconds)
                .put("processor", processor)
                .put("heap", Meter.heapPeak())
                .put("clusters", score[0].clusters().trueClusters())
                .put("f1", String.format(Locale.ROOT, "%.4f", score[0].pairs().f()))
                .put(
                        "b3",
                        String.format(
                                Locale.ROOT,
                                "%.4f",
                                score[0].clusters().records3().f())));
        return 0;
    }

    /** Records of a cluster stand anywhere in the file; one in twenty was put into another cluster. */
    private void fill(int block, int[] truth, int[] found, Rng rng) {
        Rng dice = rng.child(block);
        int clusters = Math.max(1, records / mean);
        for (int i = block * BLOCK; i < Math.min(records, (block + 1L) * BLOCK); i++) {
            truth[i] = dice.nextInt(clusters);
            found[i] = dice.nextDouble() < MOVED ? dice.nextInt(clusters) : truth[i];
        }
    }
}
