package org.semblance.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.atomic.AtomicLong;

/** Seconds, bytes and heap. */
public final class Meter {
    private Meter() {}

    /** Work that may throw. */
    public interface Work {
        void run() throws Exception;
    }

    public static double seconds(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Processor seconds of this JVM so far, all threads together; other work on the machine hardly changes them. */
    public static double processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** Begins to watch the heap anew. */
    public static void watchHeap() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The most megabytes of heap in use since {@link #watchHeap}, garbage included: it shrinks with -Xmx. */
    public static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    public static long heapLimit() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    /** Counts bytes and throws them away. */
    static final class Sink extends OutputStream {
        private final AtomicLong bytes = new AtomicLong();

        @Override
        public void write(int b) {
            bytes.incrementAndGet();
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes.addAndGet(len);
        }

        long bytes() {
            return bytes.get();
        }
    }
}
