package org.semblance.io;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that a column's name is made of: {@code PatientID}, {@code patient_id} and {@code patient id} are patient + id. */
record NameWords(List<String> words) {
    private static final Set<String> IDS = Set.of("id", "ids", "uuid", "guid", "pk", "identifier", "rowid");
    private static final Set<String> NUMBERS = Set.of(
            "key",
            "index",
            "idx",
            "nr",
            "no",
            "number",
            "num",
            "ref",
            "reference",
            "serial",
            "accession",
            "code",
            "lopnr",
            "löpnr");
    private static final Set<String> POSTCODES =
            Set.of("postcode", "postalcode", "zip", "zipcode", "zip5", "plz", "postleitzahl", "postnummer", "postnr");
    private static final Pattern JOINED = Pattern.compile(
            "(patient|person|customer|order|user|member|employee|visit|record|"
                    + "rec|row|case|product|item|account|client|student|sample|subject|transaction|invoice|provider|encounter|claim|"
                    + "object|test|type|testtype|household|session|device|passenger|participant|study|event|department|store|film|"
                    + "track|album|artist|unique|group|family|parent|owner|charge|appointment|organization|organisation)(id|ids|key|nr|no)");

    static NameWords of(String name) {
        String spaced =
                name.replaceAll("([a-zåäöéü0-9])([A-ZÅÄÖÉÜ])", "$1 $2").replaceAll("([A-Z])([A-Z][a-z])", "$1 $2");
        return new NameWords(Arrays.stream(spaced.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean any(Set<String> these) {
        return words.stream().anyMatch(these::contains);
    }

    boolean any(String... these) {
        return Arrays.stream(these).anyMatch(words::contains);
    }

    /** The words written together. */
    String joined() {
        return String.join("", words);
    }

    /** Whether the name says identifier outright. */
    boolean identifier() {
        return any(IDS) || words.stream().anyMatch(word -> JOINED.matcher(word).matches());
    }

    /** Whether the name says postcode in some language. */
    boolean postcode() {
        return any(POSTCODES) || POSTCODES.contains(joined());
    }

    /** Whether the name says identifier, number, code or key. */
    boolean numbering() {
        return identifier() || any(NUMBERS);
    }
}
