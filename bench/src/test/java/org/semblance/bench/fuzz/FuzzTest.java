package org.semblance.bench.fuzz;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The targets themselves run: a fuzzer is started by hand only. */
class FuzzTest {
    @Test
    void csvTargetTakesGoodAndBadBytes() {
        for (String text : new String[] {"", "a", "a,b\n1,2\n3,\n", "\0\0\0\0", "a;b\n\"x;1\n", "\u001f\u008b"}) {
            CsvFuzz.fuzzerTestOneInput(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
