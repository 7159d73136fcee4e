package org.semblance.linkage.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.linkage.Headers;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/** Tables of the user's own: what their columns are, who is who in them, and what is odd. */
class OwnTableTest {
    private static Records table(String... lines) {
        List<String> header = Arrays.asList(lines[0].split(","));
        List<@Nullable Role> roles = Headers.roles(header);
        List<Variable> variables = new ArrayList<>();
        List<@Nullable String[]> columns = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            Role role = roles.get(c);
            variables.add(new Variable(header.get(c), role == null ? Role.TEXT : role));
            @Nullable String[] cells = new @Nullable String[lines.length - 1];
            for (int i = 0; i < cells.length; i++) {
                String cell = lines[i + 1].split(",", -1)[c];
                cells[i] = cell.isEmpty() ? null : cell;
            }
            columns.add(cells);
        }
        return new Records(variables, columns, lines.length - 1);
    }

    private static Parameters.Own said(String cluster, String... drop) {
        return new Parameters.Own(cluster, false, List.of(drop), List.of());
    }

    private static String roles(Records records) {
        return records.variables().stream()
                .map(variable -> variable.role().word())
                .collect(Collectors.joining(" "));
    }

    /** People 0, 1, 2 ... of one, two, three, one ... rows each; the place tells the row. */
    private static Records visits(int people) {
        List<String> lines = new ArrayList<>(List.of("who,first name,place"));
        for (int person = 0; person < people; person++) {
            for (int visit = 0; visit <= person % 3; visit++) {
                lines.add("P" + person + ",Ann" + "x".repeat(person) + "," + person + "-" + visit);
            }
        }
        return table(lines.toArray(new String[0]));
    }

    private static Map<String, List<String>> made(OwnColumns columns, String yaml) throws IOException {
        Parameters asked = ParametersFile.read(
                yaml, "p.yml", columns.table().variables(), OwnTable.standard(columns, 0.5, "en-US"));
        OwnTable own = OwnTable.of(asked.seed(7L), columns);
        Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
        own.write(name -> files.computeIfAbsent(name, key -> new ByteArrayOutputStream()), true, Run.of(1));
        Map<String, List<String>> out = new LinkedHashMap<>();
        files.forEach((name, bytes) ->
                out.put(name, bytes.toString(StandardCharsets.UTF_8).lines().toList()));
        return out;
    }

    /** Whoever the truth links has one number in the user's column, and nobody else is linked. */
    @Test
    void rowsOfOneValueAreOnePerson() throws IOException {
        Records all = visits(60);
        OwnColumns columns = OwnColumns.of(all, said("who"), "en-US");
        assertThat(columns.people()).isEqualTo(60);
        Map<String, List<String>> set =
                made(columns, "error_scale: 0\ntrg: {visits: 2, size: 60}\ntruth: {expected_rate: 0.5}\n");
        List<String> source = set.get("source.csv");
        List<String> target = set.get("target.csv");
        assertThat(source.get(0)).isEqualTo("first name,place");
        Set<String> pairs = new HashSet<>();
        for (int s = 1; s < source.size(); s++) {
            for (int t = 1; t < target.size(); t++) {
                if (person(source.get(s)).equals(person(target.get(t)))) {
                    pairs.add((s - 1) + "," + (t - 1));
                }
            }
        }
        List<String> truth = set.get("truth.csv");
        assertThat(new HashSet<>(truth.subList(1, truth.size()))).isEqualTo(pairs);
        long linked = pairs.stream().map(pair -> pair.split(",")[0]).distinct().count();
        assertThat(linked).isEqualTo(Math.round(0.5 * (source.size() - 1)));
        // Rows of the source come again in the target only where the person has no others left.
        for (String pair : pairs) {
            String[] rows = pair.split(",");
            String from = source.get(Integer.parseInt(rows[0]) + 1);
            int has = Integer.parseInt(person(from)) % 3 + 1;
            List<String> to = pairs.stream()
                    .filter(other -> other.startsWith(rows[0] + ","))
                    .map(other -> target.get(Integer.parseInt(other.split(",")[1]) + 1))
                    .toList();
            assertThat(to.stream().filter(from::equals).count()).isEqualTo(to.size() / has);
        }
        // people.csv tells the person by the first row about it, and the very row.
        String[] who = set.get("people.csv").get(1).split(",");
        assertThat(all.cell(Integer.parseInt(who[3]), 2))
                .isEqualTo(source.get(1).split(",")[1]);
        assertThat(all.cell(Integer.parseInt(who[2]), 2)).isEqualTo(person(source.get(1)) + "-0");
    }

    private static String person(String line) {
        return line.split(",")[1].split("-")[0];
    }

    @Test
    void rowsWithoutTheValueArePeopleOfTheirOwn() {
        Records all =
                table("id,name", "1,Ann Lee", ",Bob Ray", "1,Ann Leigh", ",Cid Moe", "rec-2-org,Di", "rec-2-dup-0,Dy");
        assertThat(OwnColumns.of(all, said("id"), "en-US").people()).isEqualTo(4);
    }

    @Test
    void theClusterStaysWhereItIsAskedFor() throws IOException {
        Parameters.Own keep = new Parameters.Own("who", true, List.of(), List.of());
        OwnColumns columns = OwnColumns.of(visits(60), keep, "en-US");
        Map<String, List<String>> set = made(columns, "");
        assertThat(set.get("source.csv").get(0)).isEqualTo("who,first name,place");
        assertThat(set.get("source.csv").stream().skip(1)).allMatch(line -> line.matches("P\\d+,.*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | John Mary James Linda | first_name",
                "de-DE | Müller Schmidt Schneider Fischer | last_name",
                "fr-FR | Paris Lyon Nice Lille | city",
                "de-DE | Anna_Müller Peter_Schmidt Julia_Weber Karin_Vogel | full_name",
                "ja-JP | 佐藤健太 鈴木翔太 高橋大輔 田中健太 | full_name",
                "ru-RU | IVANOV Petrov Сидоров Козлов | last_name",
                "nl-NL | 1012_AB 3011_CD 9711_XX 5611_ZZ | postcode",
                "en-US | (212)_555-0199 +49_30_123456 0044_20_7946_0000 030-1234567 | phone",
                "en-US | a@x.org b@x.org c@x.org d@x.org | email",
                "de-DE | m w m w | sex",
                "en-US | 1950-02-03 1999-12-31 1974-07-07 2001-01-01 | birth_date",
                "en-US | 2019-02-03 2020-12-31 2019-07-07 2020-01-01 | date",
                "ja-JP | 1950年2月3日 1999年12月31日 1974年7月7日 2001年1月1日 | birth_date",
                "cs-CZ | 3._2._1950 31._12._1999 7._7._1974 1._1._2001 | birth_date",
                "en-US | 12 7 130 45 | number",
                "en-US | blue car tree sky | text"
            })
    void aColumnWithoutAHeaderThatSaysAnythingIsWhatItsCellsLookLike(String locale, String cells, String role) {
        List<String> lines = new ArrayList<>(List.of("x"));
        for (String cell : cells.split(" ")) {
            lines.add(cell.replace('_', ' '));
        }
        Records guessed = RoleGuess.of(table(lines.toArray(new String[0])), Map.of(), locale);
        assertThat(roles(guessed)).isEqualTo(role);
    }

    @Test
    void headersThatTheCellsContradictSayNothing() {
        Records guessed = RoleGuess.of(
                table("phone,visit,email,age", "yes,1,never,old", "no,2,often,young", "yes,3,never,old"),
                Map.of(),
                "en-US");
        assertThat(roles(guessed)).isEqualTo("text number text text");
    }

    @Test
    void aNameThatHoldsTheSurnameIsTheWholeName() {
        Records guessed = RoleGuess.of(
                table("name,surname", "Ann Berg,Berg", "Bob Holm,Holm", "Cid Lund,Lund"), Map.of(), "en-US");
        assertThat(roles(guessed)).isEqualTo("full_name last_name");
    }

    @Test
    void whatIsOddIsTold() {
        List<String> lines = new ArrayList<>(List.of("person_id,note,Vorname,Nachname,Geburtsdatum,PLZ"));
        for (int i = 0; i < 40; i++) {
            lines.add(i / 2 + ",text " + i + ",Anna,Lang" + i + ",19" + (50 + i) + "-01-02,1011" + i % 10);
        }
        lines.add("77,text 77,Anna,Lang3,1953-01-02,10115");
        Records all = table(lines.toArray(new String[0]));
        assertThat(OwnNotes.of(OwnColumns.of(all, said(""), "de-DE")))
                .containsExactly(
                        "note has no role, so nothing goes wrong in it: --role note=last_name would say that it holds surnames",
                        "person_id is in both files and gives the truth away. It has 21 values in 41 rows: --cluster person_id"
                                + " takes rows of one value for one person, and leaves it out; now each row is a person",
                        "note is different in nearly every row and in both files the same: that gives the truth away."
                                + " --drop note leaves it out");
        assertThat(OwnNotes.of(OwnColumns.of(all, said("person_id", "note"), "de-DE")))
                .containsExactly(
                        "1 row has the same names and birth date as an earlier one, but is taken for other people:"
                                + " --cluster COLUMN would name a column that tells who is who");
        assertThat(OwnNotes.of(OwnColumns.of(table("my foo,bar", "xy,yx", "zq,wq"), said(""), "en-US")))
                .containsExactly(
                        "no column says something of a person that is known (names, birth, sex, address): a linker has little"
                                + " to go by. Say what a column is with --role COLUMN=ROLE, as 'my foo'=first_name",
                        "my foo, bar have no role, so nothing goes wrong in them: --role 'my foo'=last_name would say that it"
                                + " holds surnames");
    }

    @Test
    void whatIsSaidOfColumnsThatAreNotThereIsToldAtOnce() {
        Records all = table("who,dob", "1,1990-01-01");
        assertThatThrownBy(() -> OwnColumns.of(
                        all, new Parameters.Own("whoo", false, List.of("dop"), List.of("who=naem", "x")), "en-US"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no column \"whoo\" in the table. Did you mean \"who\"?")
                .hasMessageContaining("\"dop\"")
                .hasMessageContaining("there is no role \"naem\"")
                .hasMessageContaining("COLUMN=ROLE");
        assertThatThrownBy(() -> OwnColumns.of(table("a,b,a"), said(""), "en-US"))
                .hasMessageContaining("two columns of the table are called \"a\"")
                .hasMessageContaining("there are no rows");
        assertThatThrownBy(() -> OwnColumns.of(all, said("who", "dob"), "en-US"))
                .hasMessageContaining("no column is left");
    }

    /** What was found out of a table is in params.yml: with it nothing need be guessed or said again. */
    @Test
    void theParametersSayWhatWasFound() throws IOException {
        Records all = visits(60);
        OwnColumns columns = OwnColumns.of(all, said("who"), "en-US");
        Map<String, List<String>> first = made(columns, "");
        String yaml = String.join("\n", first.get("params.yml"));
        ParametersFile.Early early = ParametersFile.early(yaml, "params.yml");
        assertThat(early.locale()).isEqualTo("en-US");
        assertThat(early.table().cluster()).isEqualTo("who");
        assertThat(early.table().roles()).containsExactly("first name=first_name", "place=text");
        Map<String, List<String>> second = made(OwnColumns.of(all, early.table(), "en-US"), yaml);
        assertThat(second).isEqualTo(first);
        List<String> notes = new ArrayList<>();
        Parameters registers =
                ParametersFile.read("table: {cluster: who}\n", "p.yml", List.of(), Parameters.standard(), notes);
        assertThat(registers.table()).isEqualTo(Parameters.OWN);
        assertThat(notes).singleElement().asString().contains("table of your own");
    }
}
