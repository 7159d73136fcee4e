package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.io.Texts.again;
import static org.semblance.io.Texts.kinds;
import static org.semblance.io.Texts.read;
import static org.semblance.io.Texts.values;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.table.Field;
import org.semblance.table.Kind;

/** What columns are taken for, and that what was read comes back as it was written. */
class InferenceTest {
    private static Field only(String column) {
        return read("x\n" + column.replace(' ', '\n').replace('_', ' ') + "\n")
                .table()
                .schema()
                .field(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1 2 3#whole",
                "1.5 2#decimal",
                "-3 4#whole",
                "1e-5 2e3#decimal",
                "00123 00456#category",
                "9007199254740993 1#category",
                "5% 7% 8%#whole",
                "$5 $7#whole",
                "$1.50 $2#decimal",
                "5_€ 7_€#whole",
                "+4670123456789 +4670123456780#identifier",
                "2020-01-02 2020-12-31#date",
                "31/12/2020 01/02/2020#date",
                "12/31/2020 01/02/2020#date",
                "31.12.20 1.2.21#date",
                "3-Jan-2020 14-Feb-2021#date",
                "3_January_2020 14_May_2021#date",
                "20200131 20211231#date",
                "20209931 20211231#whole",
                "2020-01-02T03:04:05 2020-01-02T03:04:06#datetime",
                "2020-01-02T03:04:05.123Z 2020-01-02T03:04:05.5Z#datetime",
                "2020-01-02T03:04:05+02:00 2020-01-03T03:04:05+02:00#datetime",
                "12:30 13:45#time",
                "1:30_PM 2:45_AM#time",
                "True False#flag",
                "yes no NA#flag",
                "J N J#flag",
                "0 1 1#whole",
                "a b c#category",
                "m f#category",
                "2020-01-02 2020-01-03T05:06:07#datetime",
                "2020-02-30 2020-01-01#category",
                "2010-11 2011-12 2012-13#category",
                "2010-11 2011-02#date",
                "1 2 x 3#category",
                "a@b.se c@d.com#identifier",
                "9d188916-8390-282b-3ec2-73fce6e08649 9d188916-8390-282b-3ec2-73fce6e08640#key"
            })
    void kindOfAColumn(String column, String kind) {
        assertThat(only(column).kind().word()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "1.50;2.25;10.00",
                "1.5;2.25;10",
                "007;012",
                "1,5;2,75",
                "1.234,5;2.000,0;17,5",
                "$5.00;-$7.50",
                "5 %;7 %",
                "31/12/2020;01/02/2020",
                "12/31/20;01/02/20",
                "3-Jan-2020;14-Feb-2021",
                "2020-01-02T03:04:05Z;2021-01-02T03:04:05Z",
                "5/19/2006 0:00:00;4/16/2012 0:00:00",
                "2020-01-02 03:04:05.120;2020-01-02 03:04:05.007",
                "1:05 PM;11:59 AM",
                "TRUE;FALSE",
                "1;NA;3",
                "a;?;b",
                "1 234;12 345 678",
                "0.000012;0.5",
                "2020-01-02;;2020-01-03",
                "-0.5;0.25"
            })
    void whatWasReadIsWrittenAlike(String cells) {
        String text = "n|x\n"
                + IntStream.range(0, cells.split(";").length)
                        .mapToObj(i -> "r|" + cells.split(";")[i] + "\n")
                        .collect(Collectors.joining());
        assertThat(again(text)).isEqualTo(text);
    }

    @Test
    void dayAndMonthAreDecidedByTheWholeColumn() {
        assertThat(only("02/01/2014 31/12/2012").format().pattern()).isEqualTo("dd/MM/yyyy");
        assertThat(only("02/01/2014 12/31/2012").format().pattern()).isEqualTo("MM/dd/yyyy");
        assertThat(only("02/01/2014 12/11/2012").why()).contains("nothing tells day from month");
    }

    @Test
    void laterCellsWidenAColumnWithoutLoss() {
        String numbers =
                IntStream.range(0, 50_000).mapToObj(i -> i % 97 + ",a\n").collect(Collectors.joining());
        assertThat(kinds(read("x,y\n" + numbers + "2.5,b\n"))).isEqualTo("x:decimal y:category");
        Loaded labels = read("x,y\n" + numbers + "12-B,b\n");
        assertThat(kinds(labels)).isEqualTo("x:category y:category");
        assertThat(values(labels, "x").get(50_000)).isEqualTo("12-B");
        assertThat(values(labels, "x").get(3)).isEqualTo("3");
        assertThat(labels.notes()).anyMatch(note -> note.contains("1 cell is no number: line 50002"));
        assertThat(kinds(read("x,y\n" + numbers.replaceAll("\\d+,", ",") + "7,b\n")))
                .isEqualTo("x:whole y:category");
    }

    @Test
    void missingTokens() {
        Loaded loaded = read("a,b,c\n1,x,NA\n?,?,\n-,y,NA\nNULL,.,Malmö\n");
        assertThat(values(loaded, "a")).containsExactly(1.0, null, null, null);
        assertThat(values(loaded, "b")).containsExactly("x", null, "y", null);
        assertThat(loaded.table().schema().field(2).format().missing()).isEqualTo("NA");
    }

    @Test
    void aWordAmongManyNumbersIsMissingAndSaid() {
        String numbers = IntStream.range(0, 40).mapToObj(i -> i * 3 + "\n").collect(Collectors.joining());
        Loaded loaded = read("age\n" + numbers + "refused\nrefused\n");
        assertThat(loaded.table().schema().field(0).kind()).isEqualTo(Kind.WHOLE);
        assertThat(loaded.table().schema().field(0).format().missing()).isEqualTo("refused");
        assertThat(loaded.notes()).hasSize(1);
    }

    @Test
    void aLabelNoneStaysOneUnlessTheRestIsNumbers() {
        assertThat(values(read("a,b\nNone,1\nSome,None\nNone,2\n"), "a")).containsExactly("None", "Some", "None");
        assertThat(values(read("a,b\nNone,1\nSome,None\nNone,2\n"), "b")).containsExactly(1.0, null, 2.0);
    }

    @Test
    void aQuotedTokenIsALabelWhereOthersAreNotQuoted() {
        Loaded loaded = read("a,n\nx,1\n\"NA\",2\nNA,3\n");
        assertThat(values(loaded, "a")).containsExactly("x", "NA", null);
        assertThat(Texts.write(loaded.table(), loaded.dialect())).isEqualTo("a,n\nx,1\n\"NA\",2\nNA,3\n");
        assertThat(values(read("\"a\",\"n\"\n\"x\",\"1\"\n\"NA\",\"2\"\n"), "a"))
                .containsExactly("x", null);
    }

    @Test
    void infiniteNumbersAreMissingAndSaid() {
        Loaded loaded = read("a\n1.5\ninf\n-Infinity\n2\n");
        assertThat(values(loaded, "a")).containsExactly(1.5, null, null, 2.0);
        assertThat(loaded.notes()).containsExactly("\"a\" has 2 infinite numbers, taken as missing.");
    }

    @Test
    void keysAreNamedOrCountAndMeasurementsAreNot() {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> "P" + (1000 + i * 7) + "," + (i + 1) + "," + (5000 + (i * 7919) % 6007) + "," + (i % 9)
                        + "," + (300 + i * i) + "," + (1900 + i))
                .collect(Collectors.joining("\n"));
        assertThat(kinds(read("patient_id,row,fnlwgt,ward_id,visit_no,year\n" + rows + "\n")))
                .isEqualTo("patient_id:key row:key fnlwgt:whole ward_id:identifier visit_no:key year:whole");
    }

    @Test
    void peopleAreIdentifiersAndTextIsText() {
        String[] first = {"Anna", "Bo", "Carl", "Dina", "Eva"};
        String[] last = {"Berg", "Ek", "Lund", "Sten", "Ask"};
        String rows = IntStream.range(0, 50)
                .mapToObj(i -> first[i % 5] + " " + last[i / 5 % 5] + "," + first[i % 5] + ",070-12345" + (10 + i)
                        + ",The patient came on day " + i + " and was seen at once by somebody,"
                        + (i % 3 == 0 ? "Lund" : "Umea"))
                .collect(Collectors.joining("\n"));
        Loaded loaded = read("full name,FirstName,phone,note,city\n" + rows + "\n");
        assertThat(kinds(loaded))
                .isEqualTo("full name:identifier FirstName:identifier phone:identifier note:text city:category");
        assertThat(loaded.table().schema().field(0).format().maker()).isEqualTo("person-name");
        assertThat(loaded.table().schema().field(1).format().maker()).isEqualTo("first-name");
        assertThat(loaded.table().schema().field(2).format().maker()).isEqualTo("phone");
    }

    @Test
    void manyLevelsWithRepeatsAreACategory() {
        String rows = IntStream.range(0, 30_000)
                .mapToObj(i -> "c" + i * 31 % 10_007 + ",1\n")
                .collect(Collectors.joining());
        assertThat(kinds(read("code_of_place,n\n" + rows))).isEqualTo("code_of_place:category n:whole");
    }

    @Test
    void numbersInTheStyleOfTheirColumn() {
        Loaded loaded = read("a;b;c\n1.234;1.234,56;5\n12;7,5;6\n2.000.000;8;7\n");
        assertThat(values(loaded, "a")).containsExactly(1234.0, 12.0, 2_000_000.0);
        assertThat(values(loaded, "b")).containsExactly(1234.56, 7.5, 8.0);
        assertThat(values(read("a,b\n\"1,7\",\"200.000.000\"\n\"2,25\",\"1.000\"\n"), "b"))
                .containsExactly(2e8, 1000.0);
        assertThat(values(read("a\tb\n6,000,000\tx\n12\ty\n"), "a")).containsExactly(6e6, 12.0);
    }
}
