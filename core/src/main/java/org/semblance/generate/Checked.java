package org.semblance.generate;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Plugin.NoOptions;
import org.semblance.random.Rng;

/**
 * Numbers with check digits: a pattern whose values never repeat, finished by the digits that make it valid. They may
 * be somebody's; where a scheme has a part that is never given out, that part is used.
 */
final class Checked implements Maker {
    /** 400000 begins the test numbers of payment services; the check digit is Luhn's (ISO/IEC 7812-1, annex B). */
    static final Plugin<Maker> CARD = Plugin.of(
            "credit-card",
            "A number of a credit card with a right check digit.",
            new NoOptions(),
            o -> new Checked("400000\\d{9}", digits -> digits + Luhn.digit(Long.parseLong(digits))));

    /** ISO 13616; the bank's part is random. */
    static final Plugin<Maker> IBAN = Plugin.of(
            "iban",
            "An international bank account number with right check digits.",
            new Listed.Options("de"),
            options -> iban(options.locale()));

    private static final Map<String, String> ACCOUNTS = Map.ofEntries(
            Map.entry("de", "DE\\d{18}"),
            Map.entry("AT", "AT\\d{16}"),
            Map.entry("CH", "CH\\d{17}"),
            Map.entry("sv", "SE\\d{20}"),
            Map.entry("da", "DK\\d{14}"),
            Map.entry("nb", "NO\\d{11}"),
            Map.entry("fi", "FI\\d{14}"),
            Map.entry("nl", "NL[A-Z]{4}\\d{10}"),
            Map.entry("BE", "BE\\d{12}"),
            Map.entry("fr", "FR\\d{23}"),
            Map.entry("es", "ES\\d{20}"),
            Map.entry("it", "IT[A-Z]\\d{22}"),
            Map.entry("pl", "PL\\d{24}"),
            Map.entry("pt", "PT\\d{21}"),
            Map.entry("GB", "GB[A-Z]{4}\\d{14}"));

    private final Pattern pattern;
    private final UnaryOperator<String> finish;

    Checked(String shape, UnaryOperator<String> finish) {
        pattern = new Pattern(new Pattern.Options(shape));
        this.finish = finish;
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        String[] out = pattern.make(first, count, column);
        for (int i = 0; i < count; i++) {
            out[i] = finish.apply(out[i]);
        }
        return out;
    }

    @Override
    public boolean unique() {
        return true;
    }

    private static Maker iban(String locale) {
        return new Checked(Postcode.byPlace(ACCOUNTS, locale, "DE\\d{18}"), text -> {
            int rest = 0;
            String moved = text.substring(2) + text.substring(0, 2) + "00";
            for (int i = 0; i < moved.length(); i++) {
                int value = Character.digit(moved.charAt(i), 36);
                rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
            }
            int check = 98 - rest;
            return text.substring(0, 2) + check / 10 + check % 10 + text.substring(2);
        });
    }
}
