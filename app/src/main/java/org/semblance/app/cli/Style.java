package org.semblance.app.cli;

/** Emphasis on a terminal; plain words everywhere else. Meaning never hangs on colour. */
record Style(boolean on) {
    /** Off where no terminal listens, with {@code --no-color}, {@code NO_COLOR} (no-color.org) or {@code TERM=dumb}. */
    static Style of(Streams streams, boolean off) {
        String noColor = streams.environment().getOrDefault("NO_COLOR", "");
        return new Style(streams.terminal() && !off && noColor.isEmpty() && !isDumb(streams));
    }

    /** Whether the terminal cannot move its cursor. */
    static boolean isDumb(Streams streams) {
        return "dumb".equals(streams.environment().get("TERM"));
    }

    String strong(String text) {
        return wrap("1", text);
    }

    String faint(String text) {
        return wrap("2", text);
    }

    String warning(String text) {
        return wrap("33", text);
    }

    String error(String text) {
        return wrap("31", text);
    }

    private String wrap(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
