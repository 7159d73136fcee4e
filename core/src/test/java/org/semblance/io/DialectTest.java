package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.io.Texts.kinds;
import static org.semblance.io.Texts.read;
import static org.semblance.io.Texts.values;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;

/** Encodings, delimiters, quotes, line ends, headers and ragged rows as people have them. */
class DialectTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) {
        Loaded loaded = read("a,b,c\n1,2,x\n3,4,y\n".replace(",", delimiter));
        assertThat(kinds(loaded)).isEqualTo("a:whole b:whole c:category");
        assertThat(loaded.dialect().delimiter()).isEqualTo(delimiter.charAt(0));
    }

    @Test
    void aDelimiterInsideNumbersIsNotOneBetweenThem() {
        Loaded loaded = read("a;b\n1,5;2,5\n3,25;4,0\n");
        assertThat(kinds(loaded)).isEqualTo("a:decimal b:decimal");
        assertThat(values(loaded, "a")).containsExactly(1.5, 3.25);
        assertThat(loaded.table().schema().field(0).format().decimalSign()).isEqualTo(',');
    }

    @Test
    void aSepLineNamesTheDelimiter() {
        assertThat(kinds(read("sep=;\r\na;b\r\n1;x\r\n2;y\r\n"))).isEqualTo("a:whole b:category");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsAnyLineEndAndKeepsIt(String end) {
        Loaded loaded = read("a,b\n1,x\n2,y\n".replace("\n", end));
        assertThat(loaded.table().rows()).isEqualTo(2);
        assertThat(loaded.dialect().lineEnd()).isEqualTo(end);
    }

    @Test
    void mixedLineEndsAndNoneAtTheEnd() {
        assertThat(values(read("a\r\n1\n2\r3"), "a")).containsExactly(1.0, 2.0, 3.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsUnicodeWithAndWithoutMark(String name) {
        Charset charset = Charset.forName(name);
        for (String mark : new String[] {"\uFEFF", ""}) {
            Loaded loaded = read(
                    (mark + "city,n\nUmeå,1\n東京,2\n\uD83D\uDE00 and more text,3\n").getBytes(charset),
                    ReadOptions.DEFAULT);
            assertThat(values(loaded, "city")).containsExactly("Umeå", "東京", "\uD83D\uDE00 and more text");
            assertThat(loaded.dialect().charset()).isEqualTo(charset);
            assertThat(loaded.dialect().bom()).isEqualTo(!mark.isEmpty());
        }
    }

    @Test
    void readsWindows1252AndSaysSo() {
        Loaded loaded = read("city,price\nMalmö,5€\nÅbo,7€\n".getBytes(Letters.WINDOWS), ReadOptions.DEFAULT);
        assertThat(values(loaded, "city")).containsExactly("Malmö", "Åbo");
        assertThat(values(loaded, "price")).containsExactly(5.0, 7.0);
        assertThat(loaded.notes()).contains("the letters are not UTF-8 and were read as Windows-1252.");
    }

    @Test
    void oneBadByteInUtf8IsReadAndCounted() {
        byte[] bytes = "city\nUmeå\nMalmö\nLundX\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xE9;
        Loaded loaded = read(bytes, ReadOptions.DEFAULT);
        assertThat(values(loaded, "city")).containsExactly("Umeå", "Malmö", "Lundé");
        assertThat(loaded.notes()).contains("1 byte is not UTF-8 and read as Windows-1252.");
    }

    @Test
    void quotesHoldDelimitersQuotesAndLineBreaks() {
        Loaded loaded = read("a,b\n\"x, \"\"y\"\"\",1\n\"two\r\nlines\",2\n");
        assertThat(values(loaded, "a")).containsExactly("x, \"y\"", "two\r\nlines");
    }

    @Test
    void aQuoteInsideAnUnquotedCellIsALetter() {
        assertThat(values(read("size,n\n5\" pipe,1\n6\" pipe,2\n"), "size")).containsExactly("5\" pipe", "6\" pipe");
    }

    @Test
    void singleQuotesWhereTheFileUsesThem() {
        Loaded loaded = read("a,b\n'x, y',1\n'it''s',2\n'z',3\n");
        assertThat(values(loaded, "a")).containsExactly("x, y", "it's", "z");
        assertThat(loaded.dialect().quote()).isEqualTo('\'');
    }

    @Test
    void spacesAroundCellsGoAndThoseInsideQuotesStay() {
        Loaded loaded = read("a, b\n x , \" y \"\n  z,  \"w\"\n");
        assertThat(loaded.table().schema().names()).containsExactly("a", "b");
        assertThat(values(loaded, "a")).containsExactly("x", "z");
        assertThat(values(loaded, "b")).containsExactly(" y ", "w");
    }

    @Test
    void aQuoteNeverClosedNamesItsLine() {
        assertThatThrownBy(() -> read("a,b\n1,x\n2,\"y\n3,z\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("data.csv, line 3: a quote that opens in this line is never closed.");
    }

    @Test
    void noHeaderIsSeen() {
        Loaded loaded = read("1,red,3.5\n2,blue,4.5\n3,red,5.5\n");
        assertThat(loaded.table().schema().names()).containsExactly("column_1", "column_2", "column_3");
        assertThat(loaded.dialect().header()).isFalse();
        assertThat(Texts.again("1,red,3.5\n2,blue,4.5\n3,red,5.5\n")).isEqualTo("1,red,3.5\n2,blue,4.5\n3,red,5.5\n");
    }

    @Test
    void wordsThatOccurAgainAreNoHeader() {
        assertThat(read("m,x\nf,y\nm,y\nf,x\nm,x\nf,x\n").dialect().header()).isFalse();
        assertThat(read("sex,group\nf,y\nm,y\nf,x\nm,x\nf,x\n").dialect().header())
                .isTrue();
    }

    @Test
    void aHeaderMayBeSaid() {
        assertThat(read("1,2\n3,4\n", ReadOptions.DEFAULT.header(true))
                        .table()
                        .schema()
                        .names())
                .containsExactly("1", "2");
        assertThat(read("a,b\n3,4\n", ReadOptions.DEFAULT.header(false)).table().rows())
                .isEqualTo(2);
    }

    @Test
    void namesThatOccurTwiceOrAreBlank() {
        Loaded loaded = read("a,a,,a_2,\n1,2,3,4,\n5,6,7,8,\n");
        assertThat(loaded.table().schema().names()).containsExactly("a", "a_3", "column_3", "a_2");
        assertThat(loaded.notes()).hasSize(2);
    }

    @Test
    void titlesBeforeAndRemarksAfterTheTableAreLeftOut() {
        Loaded loaded = read(
                "Sales by region,,,\n\n,,,\nregion,q1,q2,q3\nnorth,1,2,3\nsouth,4,5,6\n,,,\nSource: the office,,,\n");
        assertThat(kinds(loaded)).isEqualTo("region:category q1:whole q2:whole q3:whole");
        assertThat(loaded.table().rows()).isEqualTo(2);
        assertThat(loaded.notes()).hasSize(2);
    }

    @Test
    void aHeadingOfTwoLinesIsRefused() {
        assertThatThrownBy(() -> read("id,weight,height\n-,kg,cm\n1,70,180\n2,80,170\n3,90,160\n4,60,150\n"))
                .hasMessageContaining("line 1: the heading has several lines: line 2")
                .hasMessageContaining("Keep one line");
    }

    @Test
    void rowNamesWithoutANameAsRWritesThem() {
        Loaded loaded = read("mpg,cyl\nMazda,21,6\nDatsun,22.8,4\n");
        assertThat(kinds(loaded)).isEqualTo("column_1:category mpg:decimal cyl:whole");
    }

    @Test
    void shortRowsArePaddedAndSaid() {
        Loaded loaded = read("a,b,c\n1,2,3\n4,5\n6,7,8\n");
        assertThat(values(loaded, "c")).containsExactly(3.0, null, 8.0);
        assertThat(loaded.notes())
                .anyMatch(note -> note.startsWith("1 row has fewer cells") && note.contains("line 3"));
    }

    @Test
    void longRowsAreRefusedWithTheirLines() {
        assertThatThrownBy(() -> read("a,b\n1,2\n3,4,5\n6,7,8\n"))
                .hasMessageContaining("data.csv, line 3: the row has 3 cells, but there are 2 columns.")
                .hasMessageContaining("line 4");
    }

    @Test
    void aFewLongRowsAmongManyAreLeftOutAndSaid() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 500; i++) {
            text.append(i % 7).append(i == 200 ? ",x,oops\n" : ",x\n");
        }
        Loaded loaded = read(text.toString());
        assertThat(loaded.table().rows()).isEqualTo(499);
        assertThat(loaded.notes()).containsExactly("1 row with more cells than columns left out (line 202).");
    }

    @Test
    void emptyCellsTooManyAreNoHarm() {
        assertThat(read("a,b\n1,2,,\n3,4,\n").table().width()).isEqualTo(2);
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() {
        Loaded loaded = read("a,b\n");
        assertThat(loaded.table().rows()).isZero();
        assertThat(Texts.write(loaded.table(), loaded.dialect())).isEqualTo("a,b\n");
    }

    @Test
    void nulBytesAreLeftOut() {
        Loaded loaded = read("a,b\n\0x,1\ny\0,2\n");
        assertThat(values(loaded, "a")).containsExactly("x", "y");
        assertThat(loaded.notes()).contains("2 NUL bytes were left out.");
    }

    @Test
    void aThousandColumns() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 3; row++) {
            for (int c = 0; c < 1500; c++) {
                text.append(c == 0 ? "" : ",").append(row == 0 ? "c" + c : String.valueOf(row * c));
            }
            text.append('\n');
        }
        Loaded loaded = read(text.toString());
        assertThat(loaded.table().width()).isEqualTo(1500);
        assertThat(values(loaded, "c1499")).containsExactly(1499.0, 2998.0);
    }
}
