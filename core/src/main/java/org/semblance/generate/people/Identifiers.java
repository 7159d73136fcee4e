package org.semblance.generate.people;

import java.util.Map;

/** The national numbers that are known, by country; elsewhere eleven digits. */
final class Identifiers {
    private static final Identifier ELEVEN = Identifier.plain(
            100_000_000_000L,
            (value, birthDay, female) -> new Digits().add(value, 11).toString());

    private static final Map<String, Identifier> KNOWN = Map.ofEntries(
            Map.entry("US", UnitedStates.SOCIAL_SECURITY),
            Map.entry("SE", NordicNumbers.SWEDEN),
            Map.entry("FI", NordicNumbers.FINLAND),
            Map.entry("NO", NordicNumbers.NORWAY),
            Map.entry("DK", NordicNumbers.DENMARK),
            Map.entry("PL", EasternNumbers.POLAND),
            Map.entry("BG", EasternNumbers.BULGARIA),
            Map.entry("RO", EasternNumbers.ROMANIA),
            Map.entry("CZ", EasternNumbers.CZECHIA),
            Map.entry("UA", EasternNumbers.UKRAINE),
            Map.entry("GR", EasternNumbers.GREECE),
            Map.entry("RU", EasternNumbers.RUSSIA),
            Map.entry("GB", WesternNumbers.BRITAIN),
            Map.entry("DE", WesternNumbers.GERMANY),
            Map.entry("FR", WesternNumbers.FRANCE),
            Map.entry("IT", MediterraneanNumbers.ITALY),
            Map.entry("EG", MediterraneanNumbers.EGYPT),
            Map.entry("ES", WesternNumbers.SPAIN),
            Map.entry("PT", WesternNumbers.PORTUGAL),
            Map.entry("NL", WesternNumbers.NETHERLANDS),
            Map.entry("BE", WesternNumbers.BELGIUM),
            Map.entry("TR", OverseasNumbers.TURKEY),
            Map.entry("BR", OverseasNumbers.BRAZIL),
            Map.entry("IL", OverseasNumbers.ISRAEL),
            Map.entry("JP", OverseasNumbers.JAPAN),
            Map.entry("ZA", OverseasNumbers.SOUTH_AFRICA),
            Map.entry("CN", OverseasNumbers.CHINA),
            Map.entry("KR", OverseasNumbers.KOREA));

    private Identifiers() {}

    static Identifier of(String country) {
        return KNOWN.getOrDefault(country, ELEVEN);
    }
}
