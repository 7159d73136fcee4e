package org.semblance.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Primitive arrays as bytes: a header of 16 bytes ("SMBA", a letter for the type, three zeros, the length as a 64-bit
 * number), then the elements; all little-endian. Reading allocates no more than twice what has really arrived,
 * whatever the header claims.
 */
final class ArrayBytes {
    static final int HEADER = 16;
    private static final int MAGIC = 0x41424D53;
    private static final int CHUNK = 1 << 16;

    /** The element types, with the letter and the bytes of one element. */
    private enum Type {
        BYTE('b', 1, byte.class),
        SHORT('s', 2, short.class),
        INT('i', 4, int.class),
        LONG('l', 8, long.class),
        FLOAT('f', 4, float.class),
        DOUBLE('d', 8, double.class);

        private final char letter;
        private final int bytes;
        private final Class<?> element;

        Type(char letter, int bytes, Class<?> element) {
            this.letter = letter;
            this.bytes = bytes;
            this.element = element;
        }

        static Type of(Object array) {
            for (Type type : values()) {
                if (array.getClass().getComponentType() == type.element) {
                    return type;
                }
            }
            throw new IllegalArgumentException(
                    "a model file holds no " + array.getClass().getSimpleName());
        }

        static Type of(int letter) throws Malformed {
            for (Type type : values()) {
                if (type.letter == letter) {
                    return type;
                }
            }
            throw new Malformed("an unknown type of number");
        }
    }

    /** Bytes that are no array. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason);
        }
    }

    private ArrayBytes() {}

    /** Bytes that {@link #write} will write. */
    static long size(Object array) {
        return HEADER + (long) Type.of(array).bytes * Array.getLength(array);
    }

    static void write(Object array, OutputStream out) throws IOException {
        Type type = Type.of(array);
        int length = Array.getLength(array);
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(MAGIC)
                .put((byte) type.letter)
                .put((byte) 0)
                .putShort((short) 0)
                .putLong(length);
        out.write(buffer.array(), 0, HEADER);
        int most = CHUNK / type.bytes;
        for (int from = 0; from < length; from += most) {
            int count = Math.min(most, length - from);
            buffer.clear();
            put(array, from, count, buffer);
            out.write(buffer.array(), 0, count * type.bytes);
        }
    }

    /**
     * Reads an array to the end of the stream.
     *
     * @throws Malformed if the bytes do not follow the format or are fewer or more than the header says
     */
    static Object read(InputStream in) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        fill(in, buffer, HEADER);
        if (buffer.getInt() != MAGIC) {
            throw new Malformed("not an array");
        }
        Type type = Type.of(buffer.get());
        if (buffer.get() != 0 || buffer.getShort() != 0) {
            throw new Malformed("an unknown kind of array");
        }
        long claimed = buffer.getLong();
        if (claimed < 0 || claimed > Integer.MAX_VALUE - 8) {
            throw new Malformed("an impossible length");
        }
        int length = (int) claimed;
        int most = CHUNK / type.bytes;
        Object array = Array.newInstance(type.element, Math.min(length, most));
        for (int from = 0; from < length; from += most) {
            int count = Math.min(most, length - from);
            fill(in, buffer, count * type.bytes);
            int have = Array.getLength(array);
            if (from + count > have) {
                Object longer = Array.newInstance(type.element, (int) Math.min(length, Math.max(2L * have, most)));
                System.arraycopy(array, 0, longer, 0, from);
                array = longer;
            }
            get(buffer, array, from, count);
        }
        if (in.read() >= 0) {
            throw new Malformed("more bytes than its header says");
        }
        return array;
    }

    private static void fill(InputStream in, ByteBuffer buffer, int bytes) throws IOException {
        if (in.readNBytes(buffer.array(), 0, bytes) < bytes) {
            throw new Malformed("fewer bytes than its header says");
        }
        buffer.clear().limit(bytes);
    }

    private static void put(Object array, int from, int count, ByteBuffer buffer) {
        if (array instanceof byte[] a) {
            buffer.put(a, from, count);
        } else if (array instanceof short[] a) {
            buffer.asShortBuffer().put(a, from, count);
        } else if (array instanceof int[] a) {
            buffer.asIntBuffer().put(a, from, count);
        } else if (array instanceof long[] a) {
            buffer.asLongBuffer().put(a, from, count);
        } else if (array instanceof float[] a) {
            buffer.asFloatBuffer().put(a, from, count);
        } else {
            buffer.asDoubleBuffer().put((double[]) array, from, count);
        }
    }

    private static void get(ByteBuffer buffer, Object array, int from, int count) {
        if (array instanceof byte[] a) {
            buffer.get(a, from, count);
        } else if (array instanceof short[] a) {
            buffer.asShortBuffer().get(a, from, count);
        } else if (array instanceof int[] a) {
            buffer.asIntBuffer().get(a, from, count);
        } else if (array instanceof long[] a) {
            buffer.asLongBuffer().get(a, from, count);
        } else if (array instanceof float[] a) {
            buffer.asFloatBuffer().get(a, from, count);
        } else {
            buffer.asDoubleBuffer().get((double[]) array, from, count);
        }
    }
}
