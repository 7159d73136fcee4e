package org.semblance.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.semblance.run.Progress;

/**
 * Progress as lines on standard error: on a terminal a bar that moves and then stays as the stage's line, elsewhere one
 * line per stage when it has finished. Thread-safe; of stages inside each other the innermost is shown moving.
 */
final class ProgressLines implements Progress {
    /** A moving bar is redrawn at most this often, so that a fast loop does not wait for a slow terminal. */
    private static final long REDRAW_MILLIS = 100;

    private static final int BAR = 20;

    private final Streams streams;
    private final Style style;
    private final boolean quiet;
    private final boolean moving;
    private final List<Shown> open = new ArrayList<>();
    private long drawnAt;
    private boolean barOnScreen;

    /** The line of the stage that ended last: said when the work goes on, so that a stage that failed leaves none. */
    private String ended = "";

    ProgressLines(Streams streams, Style style, boolean quiet) {
        this.streams = streams;
        this.style = style;
        this.quiet = quiet;
        this.moving = streams.terminal() && !Style.isDumb(streams) && !quiet;
    }

    @Override
    public synchronized Stage begin(String name, long total, String unit) {
        said();
        Shown stage = new Shown(name, total, unit, streams.clock().millis());
        open.add(stage);
        draw(stage, true);
        return stage;
    }

    /** Prints a line, above the bar where there is one. */
    synchronized void print(String line) {
        said();
        wipe();
        streams.err().print(line + "\n");
        streams.err().flush();
        if (!open.isEmpty()) {
            draw(open.get(open.size() - 1), true);
        }
    }

    private void draw(Shown stage, boolean now) {
        long time = streams.clock().millis();
        if (!moving || (!now && time - drawnAt < REDRAW_MILLIS)) {
            return;
        }
        drawnAt = time;
        streams.err().print("\r\u001b[K" + stage.line(time, true));
        streams.err().flush();
        barOnScreen = true;
    }

    private void wipe() {
        if (barOnScreen) {
            streams.err().print("\r\u001b[K");
            barOnScreen = false;
        }
    }

    private synchronized void end(Shown stage) {
        if (!open.remove(stage)) {
            return;
        }
        // A stage inside another one is part of its work: only the outer one leaves a line.
        if (open.isEmpty() && !quiet) {
            ended = stage.line(streams.clock().millis(), false);
        }
    }

    private void said() {
        if (!ended.isEmpty()) {
            wipe();
            streams.err().print(ended + "\n");
            ended = "";
        }
    }

    /** Takes a bar that still moves off the screen, before a message that is not ours. */
    synchronized void stop() {
        ended = "";
        open.clear();
        wipe();
        streams.err().flush();
    }

    private final class Shown implements Stage {
        private final String name;
        private final long total;
        private final String unit;
        private final long since;
        private long done;

        Shown(String name, long total, String unit, long since) {
            this.name = name;
            this.total = total;
            this.unit = unit;
            this.since = since;
        }

        @Override
        public void add(long units) {
            synchronized (ProgressLines.this) {
                done += units;
                draw(this, false);
            }
        }

        @Override
        public void note(String words) {
            if (!quiet) {
                print("  " + style.warning("!") + " " + words);
            }
        }

        @Override
        public void close() {
            end(this);
        }

        String line(long now, boolean underWay) {
            String elapsed = String.format(Locale.ROOT, "%.1f s", (now - since) / 1000.0);
            String count = total > 0 && underWay ? number(done) + "/" + number(total) : number(Math.max(done, total));
            String what = Math.max(done, total) > 0 ? count + " " + unit : "";
            if (!underWay) {
                return String.format(Locale.ROOT, "%s  %-24s %8s", style.strong(pad(name)), what, elapsed);
            }
            return style.strong(pad(name)) + "  " + bar() + " " + what + "  " + elapsed;
        }

        private String bar() {
            if (total <= 0) {
                return "";
            }
            int full = (int) Math.min(BAR, done * BAR / total);
            return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + Math.min(100, done * 100 / total) + " %";
        }
    }

    private static String pad(String name) {
        return String.format(Locale.ROOT, "%-9s", name);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
