package org.semblance.generate.people;

import org.semblance.generate.Luhn;

/**
 * National numbers of the north. Sweden: Skatteverket, SKV 704. Finland: Digital and Population Data Services Agency,
 * The personal identity code. Norway: Skatteetaten, Fødselsnummer. Denmark: CPR-kontoret, Personnummeret i CPR.
 */
final class NordicNumbers {
    private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    /** With the century; the ninth digit of the ten is odd for men. */
    static final Identifier SWEDEN = Identifier.born(498, NordicNumbers::sweden);

    static final Identifier FINLAND = Identifier.born(448, NordicNumbers::finland);
    static final Identifier NORWAY = Identifier.born(160, NordicNumbers::norway);
    static final Identifier DENMARK = Identifier.born(150, NordicNumbers::denmark);

    private NordicNumbers() {}

    static String sweden(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        Digits text = new Digits().add(date, 8).add('-').add(2 * value + (female ? 2 : 1), 3);
        return text.add(Luhn.digit(date % 1_000_000 * 1000L + 2 * value + (female ? 2 : 1)), 1)
                .toString();
    }

    static String finland(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        long number = 2 * value + (female ? 2 : 3);
        long digits = backwards(date) * 1000L + number;
        char century = date < 19_000_000 ? '+' : date < 20_000_000 ? '-' : 'A';
        return new Digits()
                .add(backwards(date), 6)
                .add(century)
                .add(number, 3)
                .add(FINNISH.charAt((int) (digits % 31)))
                .toString();
    }

    /** Day, month and the year's last two digits. */
    static int backwards(int date) {
        return date % 100 * 10_000 + date / 100 % 100 * 100 + date / 10_000 % 100;
    }

    /** The value-th individual number of the sex whose two check digits exist. */
    static String norway(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        long left = value;
        int base = date < 19_000_000 ? 500 : date < 20_000_000 ? 0 : 500;
        for (int number = base + (female ? 0 : 1); ; number += 2) {
            Digits text = new Digits().add(backwards(date), 6).add(number, 3);
            int first = (11 - text.sum(0, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
            if (first == 10) {
                continue;
            }
            text.add((char) ('0' + first));
            int second = (11 - text.sum(0, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
            if (second < 10 && left-- == 0) {
                return text.add((char) ('0' + second)).toString();
            }
        }
    }

    /** The value-th number of the sex that divides by eleven. */
    static String denmark(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        long left = value;
        int base = date < 19_000_000 ? 500 : date < 20_000_000 ? 0 : 400;
        for (int number = base; ; number++) {
            Digits text = new Digits().add(backwards(date), 6).add(number, 3);
            int last = (11 - text.sum(0, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
            if (last < 10 && last % 2 == (female ? 0 : 1) && left-- == 0) {
                return new Digits()
                        .add(backwards(date), 6)
                        .add('-')
                        .add(number, 3)
                        .add(last, 1)
                        .toString();
            }
        }
    }
}
