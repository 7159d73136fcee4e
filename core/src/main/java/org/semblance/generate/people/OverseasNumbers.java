package org.semblance.generate.people;

import org.semblance.generate.Luhn;

/**
 * National numbers beyond Europe: TC number (Turkey), CPF (Brazil, Receita Federal), identity number (South Africa, act
 * 68 of 1997), resident identity number (China, GB 11643-1999, ISO 7064 MOD 11-2), resident registration number (South
 * Korea), individual number (Japan, order 85 of 2014), identity number (Israel).
 */
final class OverseasNumbers {
    /** Division codes of districts, GB/T 2260: of Beijing, Tianjin, Shenyang, Shanghai, Nanjing, Hangzhou and others. */
    private static final int[] DISTRICTS = {
        110105, 120101, 210102, 310101, 320102, 330102, 350102, 370102, 410102, 420102, 430102, 440103, 440305, 500103,
        510104, 610102
    };

    static final Identifier TURKEY = Identifier.plain(900_000_000, (value, birthDay, female) -> turkey(value));
    static final Identifier BRAZIL = Identifier.plain(999_999_999, (value, birthDay, female) -> brazil(value + 1));
    static final Identifier ISRAEL = Identifier.plain(99_999_999, (value, birthDay, female) -> israel(value + 1));
    static final Identifier JAPAN = Identifier.plain(90_000_000_000L, (value, birthDay, female) -> japan(value));
    static final Identifier SOUTH_AFRICA = Identifier.born(2500, OverseasNumbers::southAfrica);
    static final Identifier CHINA = Identifier.born(DISTRICTS.length * 499 & ~1, OverseasNumbers::china);
    static final Identifier KOREA = Identifier.born(96_000, OverseasNumbers::korea);

    private OverseasNumbers() {}

    static String turkey(long value) {
        Digits text = new Digits().add(100_000_000 + value, 9);
        text.add(Math.floorMod(text.sum(0, 7, -1, 7, -1, 7, -1, 7, -1, 7), 10), 1);
        return text.add(text.sum(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10, 1).toString();
    }

    static String brazil(long value) {
        Digits text = new Digits().add(value, 9);
        int first = text.sum(0, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        text.add(first < 2 ? 0 : 11 - first, 1);
        int second = text.sum(0, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        String digits = text.add(second < 2 ? 0 : 11 - second, 1).toString();
        return digits.substring(0, 3) + "." + digits.substring(3, 6) + "." + digits.substring(6, 9) + "-"
                + digits.substring(9);
    }

    static String israel(long value) {
        return new Digits().add(value, 8).add(Luhn.digit(value), 1).toString();
    }

    static String japan(long value) {
        Digits text = new Digits().add(10_000_000_000L + value, 11);
        int rest = text.sum(0, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return text.add(rest < 2 ? 0 : 11 - rest, 1).toString();
    }

    /** The year's two digits leave the century open: those born from 2000 on take the upper serial numbers. */
    static String southAfrica(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        long serial = value + (female ? 0 : 5000) + (date < 20_000_000 ? 0 : 2500);
        long digits = (date % 1_000_000 * 10_000L + serial) * 100 + 8;
        return new Digits().add(digits, 12).add(Luhn.digit(digits), 1).toString();
    }

    static String china(long value, int birthDay, boolean female) {
        int district = DISTRICTS[(int) (value % DISTRICTS.length)];
        long serial = 2 * (value / DISTRICTS.length) + (female ? 2 : 1);
        Digits text = new Digits().add(district, 6).add(Day.of(birthDay), 8).add(serial, 3);
        int sum = text.sum(0, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        return text.add("10X98765432".charAt(sum % 11)).toString();
    }

    /** The serial number begins with the place of registration, 00 to 95. */
    static String korea(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        int sex = date < 19_000_000 ? (female ? 0 : 9) : (date < 20_000_000 ? 1 : 3) + (female ? 1 : 0);
        Digits text = new Digits().add(date % 1_000_000, 6).add(sex, 1).add(value, 5);
        int check = (11 - text.sum(0, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11) % 10;
        String digits = text.toString();
        return digits.substring(0, 6) + "-" + digits.substring(6) + check;
    }
}
