package org.semblance.generate.people;

/**
 * National numbers that say where somebody was born: the Italian tax code (decree of 23 December 1976, Agenzia delle
 * Entrate), of surname and given name at birth, birthday, sex and place, with a check letter; the Egyptian national number
 * (Civil Status Organization), of century, birthday, governorate, serial number and a last digit whose rule is not
 * published: any from 1 to 9 here. Places are drawn; they have nothing to do with where somebody lives.
 */
final class MediterraneanNumbers {
    private static final String MONTHS = "ABCDEHLMPRST";
    private static final String VOWELS = "aeiou";

    /** What signs count for at odd places: those of 0 to 9 and of A to J are the same. */
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private static final int[] GOVERNORATES = {
        1, 2, 3, 4, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28
    };

    /** Codes of places: one of these letters and 001 to 999; nearly all are in use. */
    private static final String PLACES = "ABCDEFGHIL";

    private static final int NUMBERS = 999;

    /** Years have two digits: those born in this century have every other place. */
    private static final int ITALIANS = PLACES.length() * NUMBERS / 2;

    private static final int EGYPTIANS = 4_999;

    static final Identifier ITALY = Identifier.born(ITALIANS, new Italian());
    static final Identifier EGYPT = Identifier.born(EGYPTIANS, MediterraneanNumbers::egypt);

    private MediterraneanNumbers() {}

    private static final class Italian implements Identifier.Writer {
        @Override
        public String write(long value, int birthDay, boolean female) {
            return italy(value, birthDay, female, "", "");
        }

        @Override
        public boolean named() {
            return true;
        }

        @Override
        public String write(long value, int birthDay, boolean female, String surname, String given) {
            return italy(value, birthDay, female, surname, given);
        }
    }

    /** @param surname in plain small letters, as {@code given} */
    static String italy(long value, int birthDay, boolean female, String surname, String given) {
        int date = Day.of(birthDay);
        int place = (int) (2 * value % (PLACES.length() * NUMBERS)) + (date < 20_000_000 ? 1 : 0);
        String consonants = consonants(given);
        // Of four consonants and more the second is left out.
        String own = consonants.length() > 3 ? consonants.charAt(0) + consonants.substring(2) : given;
        Digits text = new Digits()
                .add(three(surname))
                .add(three(own))
                .add(date / 10_000 % 100, 2)
                .add(MONTHS.charAt(date / 100 % 100 - 1))
                .add(date % 100 + (female ? 40 : 0), 2)
                .add(PLACES.charAt(place / NUMBERS))
                .add(1 + place % NUMBERS, 3);
        String code = text.toString();
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            char sign = code.charAt(i);
            int count = sign <= '9' ? sign - '0' : sign - 'A';
            sum += i % 2 == 0 ? ODD[count] : count;
        }
        return text.add((char) ('A' + sum % 26)).toString();
    }

    private static String consonants(String word) {
        StringBuilder out = new StringBuilder();
        word.chars().filter(c -> VOWELS.indexOf(c) < 0).forEach(c -> out.append((char) c));
        return out.toString();
    }

    /** Consonants first, then vowels, then X. */
    private static String three(String word) {
        StringBuilder out = new StringBuilder(consonants(word));
        word.chars().filter(c -> VOWELS.indexOf(c) >= 0).forEach(c -> out.append((char) c));
        out.append("xxx").setLength(3);
        for (int i = 0; i < 3; i++) {
            out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
        }
        return out.toString();
    }

    static String egypt(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        // Prime to how many there are, so that all of them come.
        int scattered = (int) (value * 5 % GOVERNORATES.length);
        return new Digits()
                .add(date / 1_000_000 - 17, 1)
                .add(date % 1_000_000, 6)
                .add(GOVERNORATES[scattered], 2)
                .add(2 * value % 10_000 + (female ? 2 : 1), 4)
                .add(1 + (value + date) % 9, 1)
                .toString();
    }
}
