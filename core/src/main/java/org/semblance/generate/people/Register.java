package org.semblance.generate.people;

import org.semblance.generate.Permutation;
import org.semblance.random.Rng;

/** Numbers of which nobody shares one: telephone, e-mail, national number; scattered by keyed one-to-one maps. */
final class Register {
    private static final long HUNDRED = 100;

    private final Permutation phones;
    private final Permutation numbers;
    private final Permutation[] mails = new Permutation[9];
    private final long phoneCapacity;
    private final long numberCapacity;
    private final String phoneShape;
    private final int phoneDigits;

    Register(Country country, Rng rng) {
        phoneShape = country.phoneShape();
        phoneDigits = country.phoneDigits();
        long signs = 1;
        for (int i = 0; i < phoneShape.length(); i++) {
            signs *= phoneShape.charAt(i) == '#' ? 10 : phoneShape.charAt(i) == 'N' ? 8 : 1;
        }
        for (int i = country.places().longestArea(); i < phoneDigits; i++) {
            signs *= signs == 1 ? 8 : 10;
        }
        phoneCapacity = signs;
        numberCapacity = Math.max(1, country.identifier().capacity());
        phones = new Permutation(phoneCapacity, rng.child("phones"));
        numbers = new Permutation(numberCapacity, rng.child("numbers"));
        long size = HUNDRED;
        for (int i = 0; i < mails.length; i++, size *= HUNDRED) {
            mails[i] = new Permutation(size, rng.child("mails").child(i));
        }
    }

    long number(long person) {
        return numbers.at(person % numberCapacity);
    }

    /** '#' is a digit, 'N' one from 2 to 9, as every number behind an area code begins; '@' the area code. */
    String phone(long person, String area) {
        long value = phones.at(person % phoneCapacity);
        if (phoneDigits > 0) {
            int width = phoneDigits - area.length();
            long all = value + person / phoneCapacity * phoneCapacity;
            return new Digits()
                    .add(area)
                    .add(' ')
                    .add((char) ('2' + all % 8))
                    .add(all / 8, width - 1)
                    .toString();
        }
        Digits text = new Digits();
        for (int i = 0; i < phoneShape.length(); i++) {
            char sign = phoneShape.charAt(i);
            if (sign == '#') {
                text.add((char) ('0' + value % 10));
                value /= 10;
            } else if (sign == 'N') {
                text.add((char) ('2' + value % 8));
                value /= 8;
            } else if (sign == '@') {
                text.add(area);
            } else {
                text.add(sign);
            }
        }
        return text.toString();
    }

    /** Digits behind the name in an e-mail address: two for the first hundred people, four for the next, and so on. */
    void mail(long person, Digits text) {
        long size = HUNDRED;
        int width = 0;
        while (person >= size && width < mails.length - 1) {
            size *= HUNDRED;
            width++;
        }
        text.add(mails[width].at(person % size), 2 * width + 2);
    }
}
