package org.semblance.bench.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.bench.Bench;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;
import picocli.CommandLine;

class LinkageTest {
    @Test
    void measuresSmallSetsAndSaysWhatIsMissing() {
        String printed = printed(
                0,
                "linkage",
                "--only",
                "german,large,rates,scoring,learning,splink",
                "--locale",
                "en-US",
                "--rows",
                "2000",
                "--large-rows",
                "20000",
                "--records",
                "20000");

        assertThat(printed)
                .contains("| what | asked | measured |")
                .contains("2,000 rows x 6 columns", "by gecko |  | left out: --gecko names no Python")
                .contains("from 1 and 2 threads (SHA-256 of each) | equal | equal |")
                .contains("score 20,000 records")
                .contains("learning from FEBRL4 |  | left out", "Splink |  | left out")
                .doesNotContain("failed");
    }

    @Test
    void anUnknownPartIsRefused() {
        assertThat(printed(2, "linkage", "--only", "germn")).isEmpty();
    }

    @Test
    void howPairsDifferByHand() {
        List<Variable> columns = List.of(
                new Variable("id", Role.TEXT), new Variable("name", Role.TEXT), new Variable("city", Role.TEXT));
        Records source = new Records(
                columns,
                List.of(new String[] {"r-0-org", "r-1-org"}, new String[] {"ann", "bob"}, new String[] {"oslo", null}),
                2);
        Records target = new Records(
                columns,
                List.of(new String[] {"r-1-dup-0", "r-0-dup-0"}, new String[] {"bob", "anne"}, new String[] {null, null
                }),
                2);

        long[] pairs = Agreement.byNumber(source, target, "id");
        Agreement found = Agreement.of(source, target, pairs, List.of("id"));

        assertThat(pairs).containsExactly(1, 1L << 32);
        assertThat(found.fields()).containsExactly("name", "city");
        assertThat(found.differing()).containsExactly(0.5, 0.5);
        assertThat(found.changed()).containsExactly(0.5, 0, 0.5);
        assertThat(found.completeness()).containsExactly(0.5, 0);
        assertThat(found.variation(found)).isEqualTo(0, within(0.0));
    }

    private static String printed(int code, String... command) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new Bench()).execute(command)).isEqualTo(code);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
