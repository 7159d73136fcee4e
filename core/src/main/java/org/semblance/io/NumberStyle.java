package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a column are written.
 *
 * @param decimal the sign before decimals
 * @param group what separates thousands, or '\0'
 */
record NumberStyle(char decimal, char group, String prefix, String suffix) {
    static final NumberStyle PLAIN = new NumberStyle('.', '\0', "", "");

    private static final String MONEY =
            "\\p{Sc}|US\\$|A\\$|C\\$|(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|JPY|CAD|AUD|INR|CNY|PLN|CZK|BRL|Rs\\.?|kr\\.?)";
    private static final Pattern AFFIXED = Pattern.compile("[-+]?((?:" + MONEY + ")[ \u00A0]?)?[-+]?"
            + "([0-9.,][0-9.,' \u00A0\u202F]*?(?:[eE][-+]?[0-9]{1,3})?)([ \u00A0]?(?:%|‰|" + MONEY + "))?");

    /** The style that reads all the texts, or null. {@code semicolons}: the file's delimiter is one, so commas are often decimal signs. */
    static @Nullable NumberStyle guess(Collection<String> texts, boolean semicolons) {
        List<String> cores = new ArrayList<>();
        String prefix = null;
        String suffix = null;
        for (String text : texts) {
            Matcher matcher = AFFIXED.matcher(text);
            if (!matcher.matches()) {
                return null;
            }
            String before = matcher.group(1) == null ? "" : matcher.group(1);
            String after = matcher.group(3) == null ? "" : matcher.group(3);
            if (prefix != null && (!prefix.equals(before) || !after.equals(suffix))) {
                return null;
            }
            prefix = before;
            suffix = after;
            cores.add(matcher.group(2));
        }
        if (prefix == null || suffix == null) {
            return null;
        }
        NumberStyle style = signs(cores, semicolons, prefix, suffix);
        NumberParser parser = new NumberParser(style);
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (Double.isNaN(parser.parse(bytes, 0, bytes.length))) {
                return null;
            }
        }
        return style;
    }

    private static NumberStyle signs(List<String> cores, boolean semicolons, String prefix, String suffix) {
        char space = cores.stream().anyMatch(c -> c.indexOf(' ') > 0)
                ? ' '
                : cores.stream().anyMatch(c -> c.indexOf('\u00A0') > 0)
                        ? '\u00A0'
                        : cores.stream().anyMatch(c -> c.indexOf('\u202F') > 0)
                                ? '\u202F'
                                : cores.stream().anyMatch(c -> c.indexOf('\'') > 0) ? '\'' : '\0';
        Sign dot = Sign.of(cores, '.');
        Sign comma = Sign.of(cores, ',');
        char decimal;
        char group = space;
        if (dot.any && comma.any) {
            boolean commaLast =
                    cores.stream().anyMatch(c -> c.indexOf('.') >= 0 && c.lastIndexOf(',') > c.lastIndexOf('.'));
            boolean both = cores.stream().anyMatch(c -> c.indexOf('.') >= 0 && c.indexOf(',') >= 0);
            boolean commaDecimal = both ? commaLast : dot.grouped && !comma.grouped || (dot.grouped && semicolons);
            decimal = commaDecimal ? ',' : '.';
            group = commaDecimal ? '.' : ',';
        } else if (dot.any) {
            boolean grouping = dot.grouped && (dot.twice || (semicolons && dot.smallWithout));
            decimal = grouping ? ',' : '.';
            group = grouping ? '.' : space;
        } else if (comma.any) {
            boolean grouping = comma.grouped && (!semicolons || comma.twice || comma.smallWithout);
            decimal = grouping ? '.' : ',';
            group = grouping ? ',' : space;
        } else {
            decimal = '.';
        }
        return new NumberStyle(decimal, group, prefix, suffix);
    }

    /** How one sign occurs: at all; only before groups of three digits; twice in a number; numbers below 1000 without it. */
    private record Sign(boolean any, boolean grouped, boolean twice, boolean smallWithout) {
        static Sign of(List<String> cores, char sign) {
            boolean any = false;
            boolean grouped = true;
            boolean twice = false;
            boolean small = false;
            Pattern groups = Pattern.compile(
                    "[1-9][0-9]{0,2}(?:" + Pattern.quote(String.valueOf(sign)) + "[0-9]{3})+(?:[.,][0-9]*)?");
            for (String core : cores) {
                int at = core.indexOf(sign);
                if (at < 0) {
                    small |= core.length() <= 3;
                    continue;
                }
                any = true;
                twice |= core.indexOf(sign, at + 1) >= 0;
                grouped &= groups.matcher(core).matches();
            }
            return new Sign(any, grouped && any, twice, small);
        }
    }
}
