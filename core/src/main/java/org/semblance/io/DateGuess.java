package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one pattern that reads all of some texts as dates or times. Day or month first is decided by the whole
 * column; where nothing decides, padded dates are taken as day first and unpadded ones as month first.
 */
final class DateGuess {
    private static final List<String> DATES = List.of(
            "yyyy-MM-dd",
            "yyyy/MM/dd",
            "yyyy.MM.dd",
            "dd.MM.yyyy",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "dd-MM-yyyy",
            "MM-dd-yyyy",
            "d.M.yyyy",
            "M/d/yyyy",
            "d/M/yyyy",
            "d-M-yyyy",
            "M-d-yyyy",
            "yyyy-M-d",
            "yyyy/M/d",
            "dd.MM.yy",
            "dd/MM/yy",
            "MM/dd/yy",
            "d.M.yy",
            "M/d/yy",
            "d/M/yy",
            "dd-MM-yy",
            "MM-dd-yy",
            "dd MMM yyyy",
            "d MMM yyyy",
            "dd-MMM-yyyy",
            "d-MMM-yyyy",
            "dd/MMM/yyyy",
            "dd-MMM-yy",
            "d-MMM-yy",
            "dd MMMM yyyy",
            "d MMMM yyyy",
            "MMM dd, yyyy",
            "MMM d, yyyy",
            "MMMM dd, yyyy",
            "MMMM d, yyyy",
            "MMM d yyyy",
            "MMMM d yyyy",
            "ddMMMyyyy",
            "yyyy-MM",
            "MMM yyyy",
            "MMMM yyyy",
            "MMM-yyyy",
            "yyyyMMdd");
    private static final List<String> TIMES =
            List.of("HH:mm:ss", "HH:mm", "H:mm:ss", "H:mm", "hh:mm:ss a", "h:mm:ss a", "hh:mm a", "h:mm a", "h:mma");
    private static final Pattern ZONE = Pattern.compile("(?<=[0-9])( ?Z| ?UTC| ?GMT|[+-][0-9]{2}:?[0-9]{2})$");
    private static final Pattern FRACTION = Pattern.compile(":[0-9]{2}([.,])([0-9]{1,9})");

    /** A pattern, and whether day and month could also be the other way round. */
    record Found(DatePattern pattern, boolean undecided) {}

    private DateGuess() {}

    static @Nullable Found guess(Collection<String> texts) {
        if (texts.isEmpty() || !texts.stream().allMatch(DateGuess::possible)) {
            return null;
        }
        String zone = zone(texts);
        int fraction = 0;
        String point = ".";
        boolean colon = false;
        boolean bare = false;
        for (String text : texts) {
            colon |= text.indexOf(':') >= 0;
            bare |= text.indexOf(':') < 0;
            Matcher matcher = FRACTION.matcher(text);
            if (matcher.find()) {
                fraction = Math.max(fraction, matcher.group(2).length());
                point = matcher.group(1);
            }
        }
        String seconds = fraction == 0 ? "" : point + "S".repeat(fraction);
        String ending = zone.isEmpty() ? "" : "'" + zone + "'";
        List<DatePattern> fitting = new ArrayList<>();
        for (String pattern : candidates(colon, bare, seconds, ending)) {
            DatePattern candidate = DatePattern.of(pattern);
            if (all(candidate, texts)) {
                fitting.add(candidate);
            }
        }
        return fitting.isEmpty() ? null : choose(fitting);
    }

    private static Found choose(List<DatePattern> fitting) {
        DatePattern first = fitting.get(0);
        String swapped = swap(first.pattern());
        for (DatePattern other : fitting) {
            if (other.pattern().equals(swapped)) {
                // A clock of twelve hours is mostly American, and so is the month first.
                boolean american =
                        first.pattern().endsWith("a") && other.pattern().startsWith("M");
                return new Found(american ? other : first, true);
            }
        }
        return new Found(first, false);
    }

    private static String swap(String pattern) {
        if (pattern.matches("d{1,2}[-/]M{1,2}[-/].*|M{1,2}[-/]d{1,2}[-/].*")) {
            int end = pattern.indexOf('y');
            String head = pattern.substring(0, end)
                    .replace('d', '#')
                    .replace('M', 'd')
                    .replace('#', 'M');
            return head + pattern.substring(end);
        }
        return "";
    }

    private static boolean possible(String text) {
        int length = text.length();
        if (length < 4 || length > 40) {
            return false;
        }
        boolean digit = false;
        for (int i = 0; i < length && !digit; i++) {
            digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digit;
    }

    private static String zone(Collection<String> texts) {
        String zone = null;
        for (String text : texts) {
            if (text.indexOf(':') < 0) {
                continue;
            }
            Matcher matcher = ZONE.matcher(text);
            String found = matcher.find() ? matcher.group(1) : "";
            if (zone != null && !zone.equals(found)) {
                return "";
            }
            zone = found;
        }
        return zone == null ? "" : zone;
    }

    private static List<String> candidates(boolean colon, boolean bare, String seconds, String ending) {
        if (!colon) {
            return DATES;
        }
        List<String> times = new ArrayList<>();
        for (String time : TIMES) {
            int at = time.indexOf("ss");
            if (seconds.isEmpty()) {
                times.add(time + ending);
            } else if (at > 0) {
                times.add(time.substring(0, at + 2) + seconds + time.substring(at + 2) + ending);
            }
        }
        List<String> all = new ArrayList<>(times);
        for (String date : DATES) {
            for (String between : List.of(" ", "'T'", ", ", "  ")) {
                for (String time : times) {
                    all.add(bare ? date + "[" + between + time + "]" : date + between + time);
                }
            }
        }
        return all;
    }

    private static boolean all(DatePattern pattern, Collection<String> texts) {
        boolean compact = pattern.pattern().equals("yyyyMMdd");
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            double value = pattern.parse(bytes, 0, bytes.length);
            if (Double.isNaN(value)) {
                return false;
            }
            // Eight digits are a date only in the years people mostly write: 1900-01-01 to 2100-12-31.
            if (compact && (value < -25_567 || value > 47_846)) {
                return false;
            }
        }
        return !pattern.pattern().equals("yyyy-MM") || !texts.stream().allMatch(DateGuess::bookYear);
    }

    /** 2010-11: two years following each other rather than a month. */
    private static boolean bookYear(String text) {
        return text.length() == 7
                && (Integer.parseInt(text.substring(2, 4)) + 1) % 100 == Integer.parseInt(text.substring(5, 7));
    }
}
