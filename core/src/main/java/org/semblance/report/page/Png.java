package org.semblance.report.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A square picture of shades of the page's colour, from see-through to full, four bits a dot. It is stored, not
 * compressed: what a compressor makes differs between machines, and equal reports are equal bytes.
 */
final class Png {
    /** The darkest shade. */
    static final int SHADES = 15;

    /** Of the page's colour, as in report.css. */
    private static final int COLOUR = 0x1F6FB2;

    private static final int BLOCK = 65_535;

    /** The shade of a dot, 0 to {@link #SHADES}. */
    interface Shade {
        int at(int x, int y);
    }

    private Png() {}

    static String dataUri(int size, Shade shade) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes(size, shade));
    }

    private static byte[] bytes(int size, Shade shade) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        // Four bits a dot, colours from a palette.
        byte[] header = ByteBuffer.allocate(13)
                .putInt(size)
                .putInt(size)
                .put(new byte[] {4, 3, 0, 0, 0})
                .array();
        chunk(out, "IHDR", header);
        ByteBuffer palette = ByteBuffer.allocate(3 * (SHADES + 1));
        byte[] through = new byte[SHADES + 1];
        for (int k = 0; k <= SHADES; k++) {
            palette.put((byte) (COLOUR >> 16)).put((byte) (COLOUR >> 8)).put((byte) COLOUR);
            through[k] = (byte) (255 * k / SHADES);
        }
        chunk(out, "PLTE", palette.array());
        chunk(out, "tRNS", through);
        chunk(out, "IDAT", stored(dots(size, shade)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] dots(int size, Shade shade) {
        int line = 1 + (size + 1) / 2;
        byte[] out = new byte[line * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int at = y * line + 1 + x / 2;
                out[at] |= (byte) (shade.at(x, y) << (x % 2 == 0 ? 4 : 0));
            }
        }
        return out;
    }

    /** As a zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4). */
    private static byte[] stored(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x78);
        out.write(0x01);
        for (int from = 0; from == 0 || from < data.length; from += BLOCK) {
            int length = Math.min(BLOCK, data.length - from);
            out.write(from + length >= data.length ? 1 : 0);
            out.write(length);
            out.write(length >> 8);
            out.write(~length);
            out.write(~length >> 8);
            out.write(data, from, length);
        }
        Adler32 sum = new Adler32();
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
