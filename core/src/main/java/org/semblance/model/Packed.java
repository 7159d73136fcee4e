package org.semblance.model;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a model file as they come. {@link java.util.zip.ZipInputStream} reads entries only: this also looks at
 * how the file begins and ends, so that what is no zip is told what it is and what was cut off is noticed.
 */
final class Packed extends FilterInputStream {
    /** Bytes of a zip's end record: signature, disks, entries, size and place of the directory, comment length. */
    private static final int END = 22;

    private static final int END_SIGNATURE = 0x06054b50;

    /** Most bytes of the directory that an entry takes: its fixed part, a name of 200 and room for extra fields. */
    private static final int DIRECTORY_ENTRY = 1024;

    private final byte[] last = new byte[END];
    private long count;
    /** What went wrong below, which is no fault of the content. */
    @Nullable
    IOException broken;

    Packed(InputStream in) {
        super(new BufferedInputStream(in, 1 << 16));
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int got;
        try {
            got = in.read(bytes, from, length);
        } catch (IOException e) {
            broken = e;
            throw e;
        }
        if (got >= END) {
            System.arraycopy(bytes, from + got - END, last, 0, END);
        } else if (got > 0) {
            System.arraycopy(last, got, last, 0, END - got);
            System.arraycopy(bytes, from, last, END - got, got);
        }
        count += Math.max(got, 0);
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** @throws BadFile if the file does not begin as a zip does, saying what it seems to be */
    void checkStart() throws IOException {
        in.mark(512);
        byte[] head = in.readNBytes(512);
        in.reset();
        if (head.length == 0) {
            throw new BadFile("it is empty");
        }
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return;
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            throw new BadFile("it is packed with gzip", "Unpack it first (gunzip).");
        }
        if (head.length < 4 && Arrays.equals(head, Arrays.copyOf(new byte[] {'P', 'K', 3}, head.length))) {
            throw new BadFile("it ends too early");
        }
        if (isText(head)) {
            throw new BadFile(
                    "it is text, not a zip",
                    "If it is a table, fit a model to it first; if it is a model written by hand, its name should end"
                            + " in .yaml.");
        }
        throw new BadFile("it is not a zip");
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    /** Reads to the end. @throws BadFile if the zip's directory is not whole */
    void checkEnd(int entries) throws IOException {
        long most = count + (entries + 64L) * DIRECTORY_ENTRY;
        byte[] chunk = new byte[1 << 13];
        while (read(chunk, 0, chunk.length) >= 0) {
            if (count > most) {
                throw new BadFile("more bytes follow its end");
            }
        }
        ByteBuffer end = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
        long size = Integer.toUnsignedLong(end.getInt(12));
        long place = Integer.toUnsignedLong(end.getInt(16));
        boolean whole = end.getInt(0) == END_SIGNATURE
                && Short.toUnsignedInt(end.getShort(10)) == entries
                && place + size + END == count;
        if (!whole) {
            throw new BadFile("it ends too early, or more bytes follow its end");
        }
    }
}
