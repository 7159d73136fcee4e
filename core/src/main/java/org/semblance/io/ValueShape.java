package org.semblance.io;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A kind of identifier that its values give away.
 *
 * @param maker what makes new ones; empty where their shape says it
 * @param words what messages call them
 * @param names words one of which the column's name must have; empty where the values alone suffice
 * @param mayBeKey whether such a column can be the key of its table
 */
record ValueShape(String maker, String words, Set<String> names, boolean mayBeKey, Predicate<String> test) {
    private static final Set<String> PHONES = Set.of(
            "phone",
            "telephone",
            "tel",
            "mobile",
            "cell",
            "fax",
            "telefon",
            "tlf",
            "mobil",
            "telefax",
            "handy",
            "phone1");
    private static final Set<String> MAILS = Set.of("email", "mail", "epost", "emailaddress");
    private static final Set<String> CARDS = Set.of("card", "cc", "ccn", "creditcard", "pan", "cardnumber");

    static final List<ValueShape> ALL = List.of(
            of("email", "e-mail addresses", false, "[^@\\s,;]+@[^@\\s]+\\.[A-Za-z]{2,}"),
            of(
                    "uuid",
                    "UUIDs",
                    true,
                    "\\{?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\}?"),
            of("url", "web addresses", false, "(?i)(https?|ftp)://\\S+|www\\.\\S+\\.\\S+"),
            of("ip", "IP addresses", false, "((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)"),
            of("", "MAC addresses", false, "([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}"),
            new ValueShape("iban", "IBANs", Set.of(), false, ValueShape::iban),
            new ValueShape("credit-card", "numbers of credit cards", CARDS, false, ValueShape::luhn),
            of("national-id?locale=en-US", "US social security numbers", true, "\\d{3}-\\d{2}-\\d{4}"),
            of(
                    "national-id?locale=sv",
                    "Nordic personal numbers",
                    true,
                    "(19|20)?\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01]|[67]\\d|8\\d|9[01])[-+]\\d{4}"),
            of("phone", "telephone numbers", false, "\\+\\d[\\d ().-]{6,18}\\d|\\(\\d{2,5}\\) ?\\d[\\d -]{4,10}\\d"),
            new ValueShape("phone", "telephone numbers", PHONES, false, matches("[+(]?\\d[\\d ()./x-]{5,22}")));

    private static ValueShape of(String maker, String words, boolean mayBeKey, String pattern) {
        return new ValueShape(maker, words, Set.of(), mayBeKey, matches(pattern));
    }

    private static Predicate<String> matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    /** Whether 95 of 100 labels are of this shape, or 6 of 10 where the name says so too. */
    boolean fits(List<String> labels, NameWords name) {
        if (!names.isEmpty() && !name.any(names)) {
            return false;
        }
        long fitting = labels.stream().filter(test).count();
        return fitting > 0 && fitting >= (names.isEmpty() ? 0.95 : 0.6) * labels.size();
    }

    /** ISO 13616: the rearranged number leaves 1 when divided by 97. */
    private static boolean iban(String text) {
        String packed = text.replace(" ", "");
        if (!packed.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (char c : (packed.substring(4) + packed.substring(0, 4)).toCharArray()) {
            digits.append(Character.getNumericValue(c));
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** ISO/IEC 7812: 13 to 19 digits whose check digit is right. */
    static boolean luhn(String text) {
        String digits = text.replaceAll("[ -]", "");
        if (!digits.matches("\\d{13,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 1 ? 2 * digit : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
