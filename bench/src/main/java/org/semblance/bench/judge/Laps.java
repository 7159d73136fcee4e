package org.semblance.bench.judge;

import java.util.ArrayList;
import java.util.List;
import org.semblance.run.Progress;

/** Seconds of each unit of a stage, as it tells of them one after another. */
final class Laps implements Progress {
    private final String stage;
    private final List<Double> seconds = new ArrayList<>();
    private long last;

    /** @param stage the name of the stage to be timed; others are not listened to */
    Laps(String stage) {
        this.stage = stage;
    }

    List<Double> seconds() {
        return List.copyOf(seconds);
    }

    @Override
    public Stage begin(String name, long total, String unit) {
        if (!name.equals(stage)) {
            return Stage.SILENT;
        }
        last = System.nanoTime();
        return new Stage() {
            @Override
            public void add(long units) {
                long now = System.nanoTime();
                seconds.add((now - last) / 1e9);
                last = now;
            }

            @Override
            public void note(String words) {}

            @Override
            public void close() {}
        };
    }
}
