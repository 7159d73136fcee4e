package org.semblance.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A workbook without the time at which it was written, so that the same rows are the same bytes: fastexcel takes the clock
 * and cannot be told another. Cost: everything is unpacked and packed once more.
 */
final class Undated {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Undated() {}

    static void copy(Path book, OutputStream to) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile());
                ZipOutputStream out = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(TIME);
                out.putNextEntry(same);
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        out.write(undated(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        in.transferTo(out);
                    }
                }
                out.closeEntry();
            }
        }
    }

    private static String undated(String xml) {
        return xml.replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + TIME + ":00Z");
    }
}
