package org.semblance.generate.people;

import java.util.ArrayList;
import java.util.List;

/**
 * How a country writes an address in one line: {@code {street} {number}, {postcode} {city}} and {@code {region}}, with what
 * stands between them. A region that is called as its city is left out, with what parts the two. Immutable.
 */
final class AddressForm {
    /** Of most countries of Europe. */
    static final String USUAL = "{street} {number}, {postcode} {city}";

    /** What an address is made of. */
    record Parts(String street, String number, String postcode, String city, String region) {
        String of(String part) {
            return switch (part) {
                case "street" -> street;
                case "number" -> number;
                case "postcode" -> postcode;
                case "city" -> city;
                case "region" -> region;
                default -> throw new IllegalArgumentException("no part " + part);
            };
        }
    }

    /** Texts between parts, in turn: text, part, text, part ... text. */
    private final List<String> pieces = new ArrayList<>();

    AddressForm(String form) {
        int at = 0;
        for (int open = form.indexOf('{'); open >= 0; open = form.indexOf('{', at)) {
            int close = form.indexOf('}', open);
            pieces.add(form.substring(at, open));
            pieces.add(form.substring(open + 1, close));
            at = close + 1;
        }
        pieces.add(form.substring(at));
    }

    void write(Parts parts, StringBuilder out) {
        boolean twice = parts.region().equals(parts.city());
        for (int i = 0; i + 1 < pieces.size(); i += 2) {
            String part = pieces.get(i + 1);
            boolean away = twice && part.equals("region");
            boolean first = i == 2 && twice && pieces.get(1).equals("region");
            out.append(away || first ? "" : pieces.get(i)).append(away ? "" : parts.of(part));
        }
        out.append(pieces.get(pieces.size() - 1));
    }
}
