package org.semblance.linkage;

import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/** Capitals and small letters go wrong; scripts without them, and cells that already are as asked, are not eligible. */
final class Casing implements Corruption {
    private static final String[] STYLES = {"lower", "upper", "title", "two-capitals", "caps-lock"};

    record Options(
            @Option(
                    value = "How the cell comes out; any picks one that differs from how it is.",
                    choices = {"any", "lower", "upper", "title", "two-capitals", "caps-lock"})
            String style) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "casing",
            "All capitals or none, two at the beginning, or caps lock held: sMITH.",
            new Options("any"),
            Casing::new);

    private final String style;

    Casing(Options options) {
        style = options.style();
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isWords() || variable.role().isOption() || variable.role() == Role.EMAIL;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        @Nullable String[] made = new @Nullable String[STYLES.length];
        int count = 0;
        for (String one : STYLES) {
            String text = style.equals("any") || style.equals(one) ? write(cell, one) : cell;
            if (!text.equals(cell)) {
                made[count++] = text;
            }
        }
        if (count == 0) {
            return false;
        }
        row.set(variable, made[rng.nextInt(count)]);
        return true;
    }

    private static String write(String cell, String style) {
        return switch (style) {
            case "lower" -> Style.LOWER.write(cell);
            case "upper" -> Style.UPPER.write(cell);
            case "title" -> Style.TITLE.write(cell);
            case "two-capitals" -> {
                boolean titled = cell.length() > 1
                        && Character.isUpperCase(cell.charAt(0))
                        && Character.isLowerCase(cell.charAt(1));
                yield titled ? cell.substring(0, 1) + Character.toUpperCase(cell.charAt(1)) + cell.substring(2) : cell;
            }
            default -> {
                StringBuilder out = new StringBuilder(cell);
                for (int i = 0; i < out.length(); i++) {
                    char c = out.charAt(i);
                    out.setCharAt(i, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
                }
                yield out.toString();
            }
        };
    }
}
