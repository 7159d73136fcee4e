package org.semblance.bench.judge;

import java.util.ArrayList;
import java.util.List;
import org.semblance.bench.speed.Meter;
import org.semblance.run.Progress;

/** Seconds of each unit of a stage, as it tells of them one after another. */
final class Laps implements Progress {
    private final String stage;
    private final List<Lap> laps = new ArrayList<>();
    private long last;
    private double lastProcessor;

    /** Of one unit: seconds by the clock, and by the processors together. */
    record Lap(double seconds, double processor) {}

    /** @param stage the name of the stage to be timed; others are not listened to */
    Laps(String stage) {
        this.stage = stage;
    }

    List<Lap> laps() {
        return List.copyOf(laps);
    }

    @Override
    public Stage begin(String name, long total, String unit) {
        if (!name.equals(stage)) {
            return Stage.SILENT;
        }
        last = System.nanoTime();
        lastProcessor = Meter.processor();
        return new Stage() {
            @Override
            public void add(long units) {
                long now = System.nanoTime();
                double processor = Meter.processor();
                laps.add(new Lap((now - last) / 1e9, processor - lastProcessor));
                last = now;
                lastProcessor = processor;
            }

            @Override
            public void note(String words) {}

            @Override
            public void close() {}
        };
    }
}
