package org.semblance.generate.people;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Street names: those of {@code [street]} as they stand, and every word of {@code [street-root]} with every ending of
 * {@code [street-ending]}, a {@code {}} in the ending taking the word; by Zipf's law in both.
 */
final class Streets {
    private Streets() {}

    static Names of(Book book, UnaryOperator<String> romanise) {
        NameReader all = new NameReader();
        int[] rank = {1};
        book.entries(
                "street", (bytes, from, to) -> all.entry(bytes, from, to, 1.0 / (rank[0]++ + 5), 0, Names.DECADES));
        List<String> endings = book.entries("street-ending");
        double share = all.size() == 0 ? 1 : 0.5;
        int root = 1;
        for (String word : book.entries("street-root")) {
            for (String ending : endings) {
                int colon = ending.indexOf(':');
                double weight = Double.parseDouble(ending.substring(colon + 1));
                all.put(ending.substring(0, colon).replace("{}", word), share * weight / (root + 20));
            }
            root++;
        }
        if (all.size() == 0) {
            throw new IllegalStateException("no street");
        }
        return new Names(all, romanise);
    }
}
