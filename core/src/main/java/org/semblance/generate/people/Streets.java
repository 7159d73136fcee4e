package org.semblance.generate.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Street names: those of {@code [street]} as they stand, and every word of {@code [street-root]} with every ending of
 * {@code [street-ending]}, a {@code {}} in the ending taking the word; by Zipf's law in both.
 */
final class Streets {
    private Streets() {}

    static Names of(Book book, UnaryOperator<String> romanise) {
        List<String> all = new ArrayList<>();
        int rank = 1;
        for (String street : book.entries("street")) {
            all.add(street.indexOf(':') < 0 ? street + ":" + 1.0 / (rank + 5) : street);
            rank++;
        }
        List<String> endings = book.entries("street-ending");
        double share = all.isEmpty() ? 1 : 0.5;
        int root = 1;
        for (String word : book.entries("street-root")) {
            for (String ending : endings) {
                int colon = ending.indexOf(':');
                double weight = Double.parseDouble(ending.substring(colon + 1));
                String written = ending.substring(0, colon).replace("{}", word);
                all.add(written + ":" + share * weight / (root + 20));
            }
            root++;
        }
        return Names.of("street", all, romanise);
    }
}
