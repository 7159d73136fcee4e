package org.semblance.linkage;

import java.util.List;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * Digits and letters of a postcode are written wrong, the last ones most often: they tell the street, the first ones the
 * region. At least one is wrong; a letter becomes a letter. Codes of another length take the chances of the nearest
 * relative position.
 *
 * <p>Source of the chances: pseudopeople 1.2 (write_wrong_zipcode_digits).
 */
final class PostcodeDigits implements Corruption {
    record Options(
            @Option("Chance of each position to be wrong, from the first to the last.")
            List<String> positions) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "postcode-digits",
            "Digits of a postcode are wrong, the last ones most often.",
            new Options(List.of("0.04", "0.04", "0.20", "0.36", "0.36")),
            PostcodeDigits::new);

    private final double[] chances;

    PostcodeDigits(Options options) {
        chances =
                options.positions().stream().mapToDouble(PostcodeDigits::chance).toArray();
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        if (sum == 0) {
            throw ProblemException.usage(Problem.of("postcode-digits: positions are all 0, but one must be above."));
        }
    }

    private static double chance(String text) {
        try {
            double chance = Double.parseDouble(text);
            if (chance >= 0 && chance <= 1) {
                return chance;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw ProblemException.usage(
                Problem.of("postcode-digits: positions has \"" + text + "\", but must have numbers between 0 and 1."));
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role() == Role.POSTCODE;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        int signs = 0;
        for (int i = 0; cell != null && i < cell.length(); i++) {
            signs += sign(cell.charAt(i)) ? 1 : 0;
        }
        double none = 1;
        for (int i = 0; i < signs; i++) {
            none *= 1 - chance(i, signs);
        }
        if (cell == null || none == 1) {
            return false;
        }
        StringBuilder text = row.text().append(cell);
        double goal = rng.nextDouble() * (1 - none);
        double reach = 0;
        double right = 1;
        boolean found = false;
        int seen = 0;
        int last = last(signs);
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (!sign(c)) {
                continue;
            }
            double chance = chance(seen, signs);
            reach += right * chance;
            right *= 1 - chance;
            if (chance > 0 && (found ? rng.nextDouble() < chance : goal < reach || seen == last)) {
                found = true;
                text.setCharAt(i, Alphabet.other(c, rng));
            }
            seen++;
        }
        row.set(variable, text.toString());
        return true;
    }

    private static boolean sign(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private double chance(int position, int of) {
        return chances[position * chances.length / of];
    }

    /** The last position that can be wrong. */
    private int last(int of) {
        int last = of - 1;
        while (chance(last, of) == 0) {
            last--;
        }
        return last;
    }
}
