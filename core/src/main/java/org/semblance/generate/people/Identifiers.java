package org.semblance.generate.people;

import java.util.Map;

/** The national numbers that are known, by country; elsewhere eleven digits. */
final class Identifiers {
    private static final Identifier ELEVEN = Identifier.plain(
            100_000_000_000L,
            (value, birthDay, female) -> new Digits().add(value, 11).toString());

    private static final Map<String, Identifier> KNOWN = Map.ofEntries(Map.entry("US", UnitedStates.SOCIAL_SECURITY));

    private Identifiers() {}

    static Identifier of(String country) {
        return KNOWN.getOrDefault(country, ELEVEN);
    }
}
