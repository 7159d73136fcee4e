package org.semblance.bench.linkage;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.semblance.bench.speed.Meter;
import org.semblance.linkage.registers.Registers;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two registers of a standard set written into streams that keep their SHA-256 only, so that no disk is needed; {@link
 * Linkage} starts it in a JVM with little memory. Prints one line of JSON.
 */
@Command(name = "linkage-large-once", description = "Makes a large set into nothing, prints its hashes.", hidden = true)
public final class LargeOnce implements Callable<Integer> {
    @Option(names = "--rows", description = "Of the target (default: ${DEFAULT-VALUE}).")
    private long rows = 100_000_000;

    @Option(names = "--source-rows", description = "Default: a hundredth.")
    private long sourceRows;

    @Option(names = "--log", description = "The log too, and the rows as they were.")
    private boolean log;

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    /** Hashes what is written, and counts it. */
    private static final class Hashed extends DigestOutputStream {
        private final AtomicLong bytes;

        Hashed(MessageDigest digest, AtomicLong bytes) {
            super(OutputStream.nullOutputStream(), digest);
            this.bytes = bytes;
        }

        @Override
        public void write(byte[] b, int off, int len) throws java.io.IOException {
            super.write(b, off, len);
            bytes.addAndGet(len);
        }
    }

    @Override
    public Integer call() throws Exception {
        long smaller = sourceRows > 0 ? sourceRows : Math.max(1, rows / 100);
        Registers registers = Standard.of(1, smaller, rows);
        Map<String, MessageDigest> digests = new TreeMap<>();
        AtomicLong bytes = new AtomicLong();
        MessageDigest model = MessageDigest.getInstance("SHA-256");
        Meter.watchHeap();
        long[] pairs = {0};
        double before = Meter.processor();
        double seconds = Meter.seconds(() -> pairs[0] = registers
                .write(
                        name -> {
                            MessageDigest digest = copy(model);
                            digests.put(name, digest);
                            return new Hashed(digest, bytes);
                        },
                        log,
                        new Run(Rng.of(1), threads, Progress.NONE))
                .pairs());
        ObjectNode line = JsonMapper.shared()
                .createObjectNode()
                .put("rows", rows + smaller)
                .put("pairs", pairs[0])
                .put("seconds", seconds)
                .put("processor", Meter.processor() - before)
                .put("heap", Meter.heapPeak())
                .put("limit", Meter.heapLimit())
                .put("bytes", bytes.get());
        ObjectNode hashes = line.putObject("hashes");
        digests.forEach((name, digest) -> hashes.put(name, HexFormat.of().formatHex(digest.digest())));
        System.out.println(line);
        return 0;
    }

    private static MessageDigest copy(MessageDigest model) {
        try {
            return (MessageDigest) model.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
