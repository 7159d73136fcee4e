package org.semblance.generate.people;

/**
 * National numbers of western Europe: NHS number (United Kingdom, NHS Data Dictionary; those beginning with 9 are not
 * given out, 999 is kept for tests), tax number (Germany, section 139b AO, ISO 7064 MOD 11,10), NIR (France, INSEE), DNI
 * (Spain, Interior Ministry), NIF (Portugal), BSN (Netherlands, eleven test), national register number (Belgium, royal
 * decree of 3 April 1984).
 */
final class WesternNumbers {
    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final int FACTORIAL = 40_320;

    static final Identifier BRITAIN = Identifier.plain(90_000_000, (value, birthDay, female) -> britain(value));
    static final Identifier GERMANY =
            Identifier.plain(9L * 45 * FACTORIAL, (value, birthDay, female) -> germany(value));
    static final Identifier FRANCE = Identifier.plain(94L * 900 * 999, WesternNumbers::france);
    static final Identifier SPAIN = Identifier.plain(100_000_000, (value, birthDay, female) -> spain(value));
    static final Identifier PORTUGAL = Identifier.plain(20_000_000, (value, birthDay, female) -> portugal(value));
    static final Identifier NETHERLANDS = Identifier.plain(81_000_000, (value, birthDay, female) -> netherlands(value));
    static final Identifier BELGIUM = Identifier.born(498, WesternNumbers::belgium);

    private WesternNumbers() {}

    /** Nine digits whose last is the k-th that leaves a check digit; of ten at most one leaves none. */
    static String britain(long value) {
        long left = value % 9;
        for (int ninth = 0; ; ninth++) {
            Digits text = new Digits().add(9, 1).add(value / 9, 7).add(ninth, 1);
            int check = (11 - text.sum(0, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
            if (check < 10 && left-- == 0) {
                String digits = text.add(check, 1).toString();
                return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
            }
        }
    }

    /** Ten digits without 0, one of them twice, and a check digit. */
    static String germany(long value) {
        int twice = 1 + (int) (value % 9);
        int pair = (int) (value / 9 % 45);
        int order = (int) (value / 9 / 45);
        int low = 0;
        while (pair >= 9 - low) {
            pair -= 9 - low;
            low++;
        }
        int high = low + 1 + pair;
        int[] rest = new int[8];
        int count = 0;
        for (int digit = 1; digit <= 9; digit++) {
            if (digit != twice) {
                rest[count++] = digit;
            }
        }
        Digits text = new Digits();
        int left = 8;
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int digit = twice;
            if (i != low && i != high) {
                int place = order % left;
                order /= left;
                digit = rest[place];
                System.arraycopy(rest, place + 1, rest, place, left - place - 1);
                left--;
            }
            text.add(digit, 1);
            int sum = (digit + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        int check = 11 - product;
        return text.add(check == 10 ? 0 : check, 1).toString();
    }

    /** Sex, year, month, department (without Corsica's 20), commune, order, and 97 less the rest. */
    static String france(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        long department = 1 + value % 94;
        department += department >= 20 ? 1 : 0;
        long number = (female ? 2 : 1) * 100L + date / 10_000 % 100;
        number = number * 100 + date / 100 % 100;
        number = number * 100 + department;
        number = number * 1000 + 1 + value / 94 % 900;
        number = number * 1000 + 1 + value / 94 / 900;
        return new Digits().add(number, 13).add(97 - number % 97, 2).toString();
    }

    static String spain(long value) {
        return new Digits()
                .add(value, 8)
                .add(SPANISH.charAt((int) (value % 23)))
                .toString();
    }

    static String portugal(long value) {
        Digits text = new Digits().add(10_000_000 + value, 8);
        int rest = text.sum(0, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return text.add(rest < 2 ? 0 : 11 - rest, 1).toString();
    }

    static String netherlands(long value) {
        long left = value % 9;
        for (int eighth = 0; ; eighth++) {
            Digits text = new Digits().add(1_000_000 + value / 9, 7).add(eighth, 1);
            int check = text.sum(0, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (check < 10 && left-- == 0) {
                return text.add(check, 1).toString();
            }
        }
    }

    static String belgium(long value, int birthDay, boolean female) {
        int date = Day.of(birthDay);
        long serial = 2 * value + (female ? 2 : 1);
        long digits = date % 1_000_000 * 1000L + serial;
        long check = 97 - (digits + (date >= 20_000_000 ? 2_000_000_000L : 0)) % 97;
        return new Digits()
                .add(date / 10_000 % 100, 2)
                .add('.')
                .add(date / 100 % 100, 2)
                .add('.')
                .add(date % 100, 2)
                .add('-')
                .add(serial, 3)
                .add('.')
                .add(check, 2)
                .toString();
    }
}
