package org.semblance.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/** Clean and log give dirty, dirty and log give clean, byte for byte. */
class ChangeLogTest {
    private static final List<Variable> VARIABLES =
            List.of(new Variable("a", Role.TEXT), new Variable("b, \"b\"", Role.TEXT), new Variable("c", Role.TEXT));

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsTheSameAtBothEndsIsLeftOut() {
        assertThat(Change.between(7, 1, "edit", "william", "willaim"))
                .isEqualTo(new Change(7, 1, "edit", 4, "ia", "ai"));
        assertThat(Change.between(0, 0, "edit", "aa", "aaa")).isEqualTo(new Change(0, 0, "edit", 2, "", "a"));
        assertThat(Change.between(0, 0, "edit", "aba", "a")).isEqualTo(new Change(0, 0, "edit", 1, "ba", ""));
        assertThat(Change.between(0, 0, "missing", "x", null)).isEqualTo(new Change(0, 0, "missing", -1, "x", null));
        // Positions count characters, and no character is cut in two: 😀 and 😁 share the first of their two chars.
        assertThat(Change.between(0, 0, "edit", "😀a😀", "😀a😁")).isEqualTo(new Change(0, 0, "edit", 2, "😀", "😁"));
        assertThat(Change.between(0, 0, "edit", "x\uD83D\uDE00", "x\uD83E\uDE00"))
                .isEqualTo(new Change(0, 0, "edit", 1, "\uD83D\uDE00", "\uD83E\uDE00"));
    }

    @Test
    void cellsAreQuotedWhereNeededOnly() {
        CsvText text = new CsvText(1);
        text.cell("plain")
                .cell("a,b")
                .cell("say \"x\"")
                .cell("two\nlines")
                .cell(" space")
                .cell("")
                .cell(null)
                .cell(-120)
                .row();
        text.cell("é李😀").cell(Long.MIN_VALUE).cell(0).row();
        assertThat(new String(text.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\" space\",\"\",,-120\n"
                        + "é李😀,-9223372036854775808,0\n");
    }

    @Test
    void anyTextsSurviveReplayAndInversion() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Rng rng = Rng.of(seed);
            CsvText clean = new CsvText(16);
            CsvText dirty = new CsvText(16);
            CsvText log = new CsvText(16);
            ChangeLog.header(log);
            ChangeLog.Writer writer = new ChangeLog.Writer("source", VARIABLES, log);
            ChangeLog.Writer other = new ChangeLog.Writer("target", VARIABLES, log);
            header(clean);
            header(dirty);
            List<Change> changes = new ArrayList<>();
            for (int row = 0; row < 200; row++) {
                String[] cells = new String[3];
                for (int c = 0; c < 3; c++) {
                    cells[c] = Registers.text(rng);
                    clean.cell(cells[c]);
                }
                clean.row();
                for (int n = rng.nextInt(4); n > 0; n--) {
                    int c = rng.nextInt(3);
                    String after = Registers.text(rng);
                    writer.change(row, c, "op", cells[c], after);
                    other.change(row, c, "op", "nothing", "of this");
                    changes.add(Change.between(row, c, "op", cells[c], after));
                    cells[c] = after;
                }
                if (rng.nextInt(9) == 0) {
                    writer.row(row, Change.DUPLICATED);
                }
                for (String cell : cells) {
                    dirty.cell(cell);
                }
                dirty.row();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ChangeLog.replay(in(clean.toBytes()), in(log.toBytes()), "source", out);
            assertThat(out.toByteArray()).isEqualTo(dirty.toBytes());
            out.reset();
            ChangeLog.invert(in(dirty.toBytes()), in(log.toBytes()), "source", out);
            assertThat(out.toByteArray()).isEqualTo(clean.toBytes());
            ChangeReader reader = new ChangeReader(in(log.toBytes()));
            List<Change> read = new ArrayList<>();
            for (ChangeLog.Entry e = reader.next(); e != null; e = reader.next()) {
                if (e.table().equals("source") && !e.column().isEmpty()) {
                    int column = e.column().equals("a") ? 0 : e.column().equals("c") ? 2 : 1;
                    Change c = e.change();
                    read.add(new Change(c.row(), column, c.operator(), c.position(), c.before(), c.after()));
                }
            }
            assertThat(read).isEqualTo(changes);
        }
    }

    private static void header(CsvText text) {
        VARIABLES.forEach(variable -> text.cell(variable.name()));
        text.row();
    }

    @Test
    void filesOfOthersKeepTheirBytes() throws IOException {
        byte[] clean = bytes("\uFEFF\"a\",c\r\n\"quoted for nothing\",x\r\n y ,\"z\"\r\n,last without an end");
        byte[] log = bytes("table,row,column,operator,position,before,after\n"
                + "t,1,c,edit,0,z,\"\"\nt,2,a,edit,-1,,\"p,q\"\nt,2,c,missing,-1,last without an end,\n");
        byte[] dirty = bytes("\uFEFF\"a\",c\r\n\"quoted for nothing\",x\r\n y ,\"\"\r\n\"p,q\",");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChangeLog.replay(in(clean), in(log), "t", out);
        assertThat(out.toByteArray()).isEqualTo(dirty);
    }

    @Test
    void aLogOfAnotherFileIsRefused() {
        String header = "table,row,column,operator,position,before,after\n";
        byte[] file = bytes("a,c\nx,y\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> ChangeLog.replay(in(file), in(bytes("a,c\nx,y\n")), "t", out))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no log of changes");
        assertThatThrownBy(() -> ChangeLog.replay(in(file), in(bytes(header + "t,0,a,edit,0,z,w\n")), "t", out))
                .hasMessageContaining("row 0, column a: the cell is not the one that was changed")
                .hasMessageContaining("the clean one");
        assertThatThrownBy(() -> ChangeLog.replay(in(file), in(bytes(header + "t,0,b,edit,0,z,w\n")), "t", out))
                .hasMessageContaining("which has none of that name");
        assertThatThrownBy(() -> ChangeLog.replay(in(file), in(bytes(header + "t,5,a,edit,0,z,w\n")), "t", out))
                .hasMessageContaining("which has 1 rows");
        assertThatThrownBy(() -> ChangeLog.replay(in(file), in(bytes(header + "t,x,a,edit,0,z,w\n")), "t", out))
                .hasMessageContaining("line 2: the change has \"x\" for row");
    }
}
