package org.semblance.generate.people;

import org.semblance.generate.Luhn;

/**
 * National numbers of eastern Europe: PESEL (Poland, act of 24 September 2010 on population records), EGN (Bulgaria,
 * GRAO), CNP (Romania, law 105/1996), birth number (Czechia, act 133/2000), RNOKPP (Ukraine, tax code), SNILS (Russia,
 * Pension Fund), AMKA (Greece, law 3655/2008).
 */
final class EasternNumbers {
    static final Identifier POLAND = Identifier.born(5000, EasternNumbers::poland);
    static final Identifier BULGARIA = Identifier.born(500, EasternNumbers::bulgaria);
    static final Identifier ROMANIA = Identifier.born(45_000, EasternNumbers::romania);
    static final Identifier CZECHIA = Identifier.born(900, EasternNumbers::czechia);
    static final Identifier UKRAINE = Identifier.born(5000, EasternNumbers::ukraine);
    static final Identifier GREECE = Identifier.born(2500, EasternNumbers::greece);
    static final Identifier RUSSIA = Identifier.plain(998_000_000L, (value, birthDay, female) -> russia(value));

    private EasternNumbers() {}

    /** The date in six digits, the month raised by century. */
    private static Digits date(int date, int before1900, int from2000) {
        int month = date / 100 % 100 + (date < 19_000_000 ? before1900 : date >= 20_000_000 ? from2000 : 0);
        return new Digits().add(date / 10_000 % 100, 2).add(month, 2).add(date % 100, 2);
    }

    static String poland(long value, int birthDay, boolean female) {
        Digits text = date(Day.of(birthDay), 80, 20);
        text.add(value / 5, 3).add(2 * (value % 5) + (female ? 0 : 1), 1);
        return text.add((10 - text.sum(0, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10, 1)
                .toString();
    }

    static String bulgaria(long value, int birthDay, boolean female) {
        Digits text = date(Day.of(birthDay), 20, 40);
        text.add(2 * value + (female ? 1 : 0), 3);
        return text.add(text.sum(0, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10, 1).toString();
    }

    static String romania(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        int sex = (date < 19_000_000 ? 3 : date < 20_000_000 ? 1 : 5) + (female ? 1 : 0);
        Digits text = new Digits().add(sex, 1).add(date % 1_000_000, 6);
        text.add(1 + value / 999 % 46, 2).add(1 + value % 999, 3);
        int check = text.sum(0, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return text.add(check == 10 ? 1 : check, 1).toString();
    }

    /** Ten digits that eleven divides; born before 1954, nine digits without a check. */
    static String czechia(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        long front = date % 1_000_000 + (female ? 5000 : 0);
        if (date < 19_540_000) {
            return new Digits().add(front, 6).add('/').add(value, 3).toString();
        }
        long base = front * 1000;
        long invalid = (10 - base % 11 + 11) % 11;
        long serial = value + (value < invalid ? 0 : 1 + (value - invalid) / 10);
        return new Digits()
                .add(front, 6)
                .add('/')
                .add(serial, 3)
                .add((base + serial) % 11, 1)
                .toString();
    }

    /** Days since the end of 1899, a serial number that is odd for men, a check digit. */
    static String ukraine(long value, int birthDay, boolean female) {
        Digits text = new Digits().add(Math.max(1, birthDay + 25_568), 5);
        text.add(2 * value + (female ? 0 : 1), 4);
        int sum = text.sum(0, -1, 5, 7, 9, 4, 6, 10, 5, 7);
        return text.add(Math.floorMod(sum, 11) % 10, 1).toString();
    }

    /** The two digits of the year leave the century open: those born from 2000 on take the upper serial numbers. */
    static String greece(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        long serial = 2 * (value + (date < 20_000_000 ? 0 : 2500)) + (female ? 0 : 1);
        long digits = NordicNumbers.backwards(date) * 10_000L + serial;
        return new Digits().add(digits, 10).add(Luhn.digit(digits), 1).toString();
    }

    static String russia(long value) {
        Digits digits = new Digits().add(value + 1_002_000, 9);
        int sum = digits.sum(0, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100;
        String text = digits.toString();
        return new Digits()
                .add(text.substring(0, 3))
                .add('-')
                .add(text.substring(3, 6))
                .add('-')
                .add(text.substring(6))
                .add(' ')
                .add(sum, 2)
                .toString();
    }
}
