package org.semblance.generate.people;

import java.nio.charset.StandardCharsets;
import org.semblance.generate.Permutation;
import org.semblance.io.ByteSink;
import org.semblance.random.Rng;

/** Numbers of which nobody shares one: telephone, e-mail, national number; scattered by keyed one-to-one maps. */
final class Register {
    private static final long HUNDRED = 100;

    private final Permutation phones;
    private final Permutation numbers;
    private final Permutation[] mails = new Permutation[9];
    private final long phoneCapacity;
    private final long numberCapacity;
    private final byte[] phoneShape;
    private final int phoneDigits;

    Register(Country country, Rng rng) {
        phoneShape = country.phoneShape().getBytes(StandardCharsets.UTF_8);
        phoneDigits = country.phoneDigits();
        long signs = 1;
        for (byte sign : phoneShape) {
            signs *= sign == '#' ? 10 : sign == 'N' ? 8 : 1;
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
    void writePhone(long person, byte[] area, ByteSink out) {
        long value = phones.at(person % phoneCapacity);
        if (phoneDigits > 0) {
            long all = value + person / phoneCapacity * phoneCapacity;
            out.put(area);
            out.put(' ');
            out.put((int) ('2' + all % 8));
            out.lastDigits(all / 8, phoneDigits - area.length - 1);
            return;
        }
        for (byte sign : phoneShape) {
            if (sign == '#') {
                out.put((int) ('0' + value % 10));
                value /= 10;
            } else if (sign == 'N') {
                out.put((int) ('2' + value % 8));
                value /= 8;
            } else if (sign == '@') {
                out.put(area, 0, area.length);
            } else {
                out.put(sign);
            }
        }
    }

    /** Digits behind the name in an e-mail address: two for the first hundred people, four for the next, and so on. */
    void writeMail(long person, ByteSink out) {
        long size = HUNDRED;
        int width = 0;
        while (person >= size && width < mails.length - 1) {
            size *= HUNDRED;
            width++;
        }
        out.lastDigits(mails[width].at(person % size), 2 * width + 2);
    }
}
