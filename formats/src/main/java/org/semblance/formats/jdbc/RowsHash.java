package org.semblance.formats.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.semblance.io.Loaded;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** The SHA-256 of rows that have no file: of the names, and of every cell in order. */
final class RowsHash {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    private RowsHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** In hexadecimal. */
    static String of(Map<String, Loaded> tables) {
        RowsHash hash = new RowsHash();
        tables.forEach((name, loaded) -> {
            Run.checkCancelled();
            hash.text(name);
            hash.table(loaded.table());
        });
        hash.flush();
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void table(Table table) {
        for (int c = 0; c < table.width(); c++) {
            text(table.schema().field(c).name());
            Column column = table.column(c);
            if (column instanceof CodeColumn codes) {
                codes.labels().forEach(this::text);
                for (int i = 0; i < codes.size(); i++) {
                    room();
                    buffer.putInt(codes.code(i));
                }
            } else {
                NumberColumn numbers = (NumberColumn) column;
                for (int i = 0; i < numbers.size(); i++) {
                    room();
                    buffer.putDouble(numbers.get(i));
                }
            }
        }
    }

    private void text(String text) {
        flush();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void room() {
        if (buffer.remaining() < Double.BYTES) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
