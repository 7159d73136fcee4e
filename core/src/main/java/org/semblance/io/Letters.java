package org.semblance.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * The letters of a file, told by its first megabyte: a byte order mark; NULs at every other place (UTF-16); valid UTF-8;
 * else Windows-1252, where the bytes look like words of a western language.
 *
 * @param bom length of the byte order mark
 */
record Letters(Charset charset, int bom) {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    static Letters of(byte[] head, boolean whole, @Nullable Charset given, String name) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new Letters(given == null ? StandardCharsets.UTF_8 : given, 3);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new Letters(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new Letters(StandardCharsets.UTF_16BE, 2);
        }
        if (given != null) {
            return new Letters(given, 0);
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        int half = head.length / 2;
        if (half >= 4 && zeros[1] > 0.6 * half && zeros[0] < 0.1 * half) {
            return new Letters(StandardCharsets.UTF_16LE, 0);
        }
        if (half >= 4 && zeros[0] > 0.6 * half && zeros[1] < 0.1 * half) {
            return new Letters(StandardCharsets.UTF_16BE, 0);
        }
        return new Letters(western(head, whole, name) ? WINDOWS : StandardCharsets.UTF_8, 0);
    }

    boolean utf16() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    /** Whether more sequences are invalid than valid as UTF-8; refuses what is neither UTF-8 nor western. */
    private static boolean western(byte[] head, boolean whole, String name) {
        int valid = 0;
        int invalid = 0;
        int high = 0;
        int besideHigh = 0;
        int firstInvalid = -1;
        for (int i = 0; i < head.length; ) {
            if (head[i] >= 0) {
                i++;
                continue;
            }
            int length = Utf8Input.sequence(head, i, head.length);
            high++;
            besideHigh += i + 1 < head.length && head[i + 1] < 0 ? 1 : 0;
            if (length > 0) {
                valid++;
                i += length;
            } else if (!whole && i + 4 > head.length) {
                break; // a sequence cut at the end of the head
            } else {
                invalid++;
                firstInvalid = firstInvalid < 0 ? i : firstInvalid;
                i++;
            }
        }
        boolean western = invalid > valid;
        // In western text high bytes stand among ASCII letters; in East Asian encodings they come in runs.
        if (western && high > 20 && besideHigh > 0.4 * high) {
            int line = 1;
            for (int i = 0; i < firstInvalid; i++) {
                line += head[i] == '\n' ? 1 : 0;
            }
            throw ProblemException.data(
                    Problem.of("the letters are neither UTF-8, UTF-16 nor Windows-1252; perhaps they are"
                                    + " in an East Asian or other older encoding.")
                            .at(Yaml.place(name, line))
                            .fix("Save the file as UTF-8 (in a spreadsheet: CSV UTF-8) and give that one."));
        }
        return western;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
