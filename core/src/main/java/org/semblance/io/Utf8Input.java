package org.semblance.io;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of any encoding as valid UTF-8 without NULs. UTF-8 itself passes at the speed of copying; a byte in it that is
 * not UTF-8 is read as Windows-1252 and counted.
 */
final class Utf8Input {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 1 << 18;

    private final InputStream in;
    private final Charset charset;
    private final byte[] block = new byte[BLOCK];
    private int blockEnd;
    private boolean ended;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(BLOCK);
    private final byte[][] western = westernTable();

    /** Bytes that were not UTF-8 in a file that otherwise is. */
    long oddBytes;

    /** NULs left out. */
    long nulls;

    Utf8Input(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        encoder.onMalformedInput(CodingErrorAction.REPLACE);
    }

    /** The most bytes that one {@link #read} may deliver. */
    static int most() {
        return 3 * BLOCK + 16;
    }

    /** Puts the next bytes at {@code at}; room for {@link #most} is needed. Returns their number, or -1 at the end. */
    int read(byte[] out, int at) throws IOException {
        while (!ended) {
            int got = in.read(block, blockEnd, BLOCK - blockEnd);
            if (got < 0) {
                ended = true;
            } else {
                blockEnd += got;
            }
            int written = charset.equals(StandardCharsets.UTF_8) ? pass(out, at) : decode(out, at);
            if (written > 0) {
                return written;
            }
        }
        return -1;
    }

    private int pass(byte[] out, int at) {
        int to = at;
        int i = 0;
        while (i < blockEnd) {
            int run = ascii(i);
            System.arraycopy(block, i, out, to, run - i);
            to += run - i;
            i = run;
            if (i == blockEnd) {
                break;
            }
            if (block[i] == 0) {
                nulls++;
                i++;
                continue;
            }
            int length = sequence(block, i, blockEnd);
            if (length == 0 && !ended && i + 4 > blockEnd) {
                break;
            }
            if (length == 0) {
                oddBytes++;
                byte[] letter = western[block[i] & 0x7F];
                System.arraycopy(letter, 0, out, to, letter.length);
                to += letter.length;
                i++;
                continue;
            }
            System.arraycopy(block, i, out, to, length);
            to += length;
            i += length;
        }
        keep(i);
        return to - at;
    }

    /** Where the run of non-NUL ASCII that begins at {@code i} ends. */
    private int ascii(int i) {
        int at = i;
        while (at + 8 <= blockEnd) {
            long word = (long) LONGS.get(block, at);
            if (((word | (word - 0x0101010101010101L)) & 0x8080808080808080L) != 0) {
                break;
            }
            at += 8;
        }
        while (at < blockEnd && block[at] > 0) {
            at++;
        }
        return at;
    }

    private int decode(byte[] out, int at) {
        ByteBuffer from = ByteBuffer.wrap(block, 0, blockEnd);
        chars.clear();
        decoder.decode(from, chars, ended);
        if (ended) {
            decoder.flush(chars);
        }
        chars.flip();
        char[] array = chars.array();
        int kept = 0;
        for (int i = 0; i < chars.limit(); i++) {
            if (array[i] == 0) {
                nulls++;
            } else {
                array[kept++] = array[i];
            }
        }
        chars.limit(kept);
        ByteBuffer to = ByteBuffer.wrap(out, at, Math.min(out.length - at, most()));
        encoder.encode(chars, to, ended);
        keep(from.position());
        return to.position() - at;
    }

    private void keep(int from) {
        System.arraycopy(block, from, block, 0, blockEnd - from);
        blockEnd -= from;
    }

    /** Length of the valid multi-byte UTF-8 sequence at {@code i} (2 to 4), or 0. Source: Unicode 15, table 3-7. */
    static int sequence(byte[] b, int i, int end) {
        int c = b[i] & 0xFF;
        int length = c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > end) {
            return 0;
        }
        int second = b[i + 1] & 0xFF;
        int low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
        int high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((b[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static byte[][] westernTable() {
        byte[][] table = new byte[128][];
        for (int i = 0; i < 128; i++) {
            String letter = new String(new byte[] {(byte) (i + 128)}, Letters.WINDOWS);
            table[i] = letter.getBytes(StandardCharsets.UTF_8);
        }
        return table;
    }
}
