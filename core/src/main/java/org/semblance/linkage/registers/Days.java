package org.semblance.linkage.registers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.DateText;

/** The days of a stretch of time in one way of writing; each text is made once and shared. Thread-safe. */
final class Days {
    private final DateText pattern;
    private final int first;
    private final @Nullable String[] texts;

    /** @param first epoch day; days before it and after {@code last} are written anew each time */
    Days(String pattern, int first, int last) {
        this.pattern = new DateText(pattern);
        this.first = first;
        texts = new @Nullable String[Math.max(0, last - first + 1)];
    }

    String text(int day) {
        int index = day - first;
        if (index < 0 || index >= texts.length) {
            return made(day);
        }
        // Two threads may both make it: the texts are equal.
        String text = texts[index];
        if (text == null) {
            text = made(day);
            texts[index] = text;
        }
        return text;
    }

    private String made(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        StringBuilder text = new StringBuilder();
        pattern.write(DateText.date(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), text);
        return text.toString();
    }
}
