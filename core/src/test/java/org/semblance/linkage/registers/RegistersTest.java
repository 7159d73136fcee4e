package org.semblance.linkage.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.generate.people.People;
import org.semblance.generate.people.Person;
import org.semblance.linkage.ChangeLog;
import org.semblance.linkage.Tally;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** Sets as they are written, and what e2elink got wrong. */
class RegistersTest {
    private static final String WIDE = """
            src:
              - size: 300
              - national_id: true
              - clinical_variable: true
            trg:
              - size: 3000
              - address: parts
              - phone: true
              - split_full_name: first+last
              - shuffle_columns: true
              - header: [title, 1]
            """;

    private static Map<String, byte[]> write(Parameters parameters, boolean log, int threads) {
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        try {
            Registers.of(parameters)
                    .write(
                            name -> files.computeIfAbsent(name, key -> new ByteArrayOutputStream()),
                            log,
                            Run.of(0).threads(threads));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, byte[]> out = new TreeMap<>();
        files.forEach((name, bytes) -> out.put(name, bytes.toByteArray()));
        return out;
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private static Parameters standard(long seed) {
        return Parameters.standard().seed(seed);
    }

    /** Said before the first row: Denmark has numbers for fewer than 500,000 people at a time. */
    @Test
    void nationalNumbersMustSuffice() {
        String yaml = """
                population: %d
                people: {locale: da-DK}
                src: {size: 10, national_id: %s}
                trg: {size: 10}
                truth: {expected_rate: 0.5}
                """;
        Registers.of(
                ParametersFile.read(yaml.formatted(1_000_000, false), "a.yml").seed(1L));
        Registers.of(ParametersFile.read(yaml.formatted(100_000, true), "a.yml").seed(1L));
        Parameters tooMany =
                ParametersFile.read(yaml.formatted(1_000_000, true), "a.yml").seed(1L);
        assertThatThrownBy(() -> Registers.of(tooMany))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("different national numbers for people of da-DK, but 1000000");
    }

    @Test
    void bytesDoNotDependOnThreadsNorOnTheLog() {
        Parameters parameters = standard(5).sizes(2_000, 40_000);
        Map<String, byte[]> one = write(parameters, false, 1);
        Map<String, byte[]> three = write(parameters, true, 3);
        assertThat(one.keySet()).containsExactlyInAnyOrderElementsOf(Registers.files(false));
        assertThat(three.keySet()).containsExactlyInAnyOrderElementsOf(Registers.files(true));
        one.forEach((name, bytes) -> assertThat(three.get(name)).as(name).isEqualTo(bytes));
    }

    /** Seven: nothing was seeded, and the parameters that were written left half of them out. */
    @Test
    @DisplayName("e2elink, defect 7: the parameters that are written make the same bytes again")
    void theParametersThatAreWrittenMakeTheSameBytesAgain() {
        Map<String, byte[]> first = write(ParametersFile.read(WIDE, "wide.yml").seed(7L), true, 1);
        String written = new String(first.get(Registers.PARAMETERS), StandardCharsets.UTF_8);
        Map<String, byte[]> second = write(ParametersFile.read(written, "params.yml"), true, 2);
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
        Map<String, byte[]> other = write(ParametersFile.read(WIDE, "wide.yml").seed(8L), true, 1);
        assertThat(other.get(Registers.SOURCE)).isNotEqualTo(first.get(Registers.SOURCE));
    }

    @Test
    void theLogReplaysAndInverts() throws IOException {
        Map<String, byte[]> files = write(ParametersFile.read(WIDE, "wide.yml").seed(3L), true, 2);
        for (String table : List.of("source", "target")) {
            byte[] clean = files.get(Registers.CLEAN + table + ".csv");
            byte[] dirty = files.get(table + ".csv");
            byte[] log = files.get(Registers.CHANGES);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ChangeLog.replay(new ByteArrayInputStream(clean), new ByteArrayInputStream(log), table, out);
            assertThat(out.toByteArray()).isEqualTo(dirty);
            out.reset();
            ChangeLog.invert(new ByteArrayInputStream(dirty), new ByteArrayInputStream(log), table, out);
            assertThat(out.toByteArray()).isEqualTo(clean);
        }
    }

    /** Two: identifiers were drawn with replacement, so 4 of 2,108 pairs were of different people. */
    @Test
    @DisplayName("e2elink, defect 2: no true pair of two people")
    void truePairsAreAboutOnePersonAndIdentifiersNeverCollide() {
        Map<String, byte[]> files = write(standard(11).sizes(3_000, 30_000).scale(0), true, 2);
        List<String> people = lines(files.get(Registers.PEOPLE));
        Map<String, String> person = new HashMap<>();
        for (String line : people.subList(1, people.size())) {
            String[] cells = line.split(",");
            person.put(cells[0] + cells[1], cells[2]);
        }
        Set<String> pairs = new HashSet<>();
        List<String> truth = lines(files.get(Registers.TRUTH));
        for (String line : truth.subList(1, truth.size())) {
            String[] cells = line.split(",");
            assertThat(person.get("source" + cells[0])).isEqualTo(person.get("target" + cells[1]));
            assertThat(pairs.add(line)).isTrue();
        }
        assertThat(truth.get(0)).isEqualTo("src_idx,trg_idx");
        Map<String, String> owner = new HashMap<>();
        for (String table : List.of("source", "target")) {
            List<String> rows = lines(files.get(Registers.CLEAN + table + ".csv"));
            for (int row = 0; row + 1 < rows.size(); row++) {
                String identifier = rows.get(row + 1).split(",")[0];
                String whose = person.get(table + row);
                assertThat(owner.merge(identifier, whose, (a, b) -> a)).isEqualTo(whose);
            }
        }
        assertThat(new HashSet<>(owner.values())).hasSameSizeAs(owner.keySet());
    }

    /** Five and six: the target has its own parameters, columns are shuffled, and a column that is not wanted stays away. */
    @Test
    @DisplayName("e2elink, defects 5 and 6: each file has its own columns, also shuffled")
    void eachFileHasItsOwnColumns() {
        Map<String, byte[]> files = write(ParametersFile.read(WIDE, "wide.yml").seed(2L), false, 1);
        assertThat(lines(files.get(Registers.SOURCE)).get(0))
                .isEqualTo("identifier,national_id,full_name,sex,birth_date,visit_date,clinical_variable");
        List<String> target =
                Arrays.asList(lines(files.get(Registers.TARGET)).get(0).split(","));
        assertThat(target)
                .hasSize(12)
                .contains("Client Id", "Given Name", "Surname", "Date Of Birth", "Zip Code", "Telephone")
                .isNotEqualTo(target.stream().sorted().toList());
        Parameters without =
                ParametersFile.read("src:\n  clinvar: false\n", "p.yml").seed(2L);
        assertThat(lines(write(without, false, 1).get(Registers.SOURCE)).get(0)).doesNotContain("clinical");
    }

    /** Every drawn share lies in its binomial interval; 60 intervals of 99.99 % fail by chance once in 150 seeds. */
    @Test
    void ratesAreThoseAskedFor() throws IOException {
        Registers registers = Registers.of(standard(21).sizes(1_000, 60_000));
        Tally tally = registers
                .write(name -> java.io.OutputStream.nullOutputStream(), false, Run.of(0))
                .target();
        for (int i = 0; i < tally.rates().size(); i++) {
            double asked = tally.asked(i);
            double spread = 3.9 * Math.sqrt(asked * (1 - asked) / tally.considered(i));
            assertThat(tally.realised(i)).as("%s", tally.rates().get(i)).isBetween(asked - spread, asked + spread);
        }
    }

    /** Everybody in a row is born before the visit and alive on its day, whichever of the two files is the longer. */
    @Test
    void nobodyComesBeforeBirthOrAfterDeath() {
        String days = "src:\n  date_lb: 2008-03-01\n  date_ub: 2012-02-29\ntrg:\n  date_lb: 2005-01-01\n";
        Parameters parameters = ParametersFile.read(days, "p.yml").seed(4L).sizes(2_000, 20_000);
        Map<String, byte[]> files = write(parameters, true, 2);
        People people =
                People.surviving(parameters.people(), Rng.of(4).child("linkage").child("people"));
        Person person = people.cursor();
        Map<String, List<String>> clean = Map.of(
                "source", lines(files.get(Registers.CLEAN + Registers.SOURCE)),
                "target", lines(files.get(Registers.CLEAN + Registers.TARGET)));
        List<String> rows = lines(files.get(Registers.PEOPLE));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            String[] visit =
                    clean.get(cells[0]).get(Integer.parseInt(cells[1]) + 1).split(",");
            int day = (int) LocalDate.parse(visit[4]).toEpochDay();
            person.at(Long.parseLong(cells[2]), day);
            assertThat(visit[3])
                    .isEqualTo(LocalDate.ofEpochDay(person.birthDay()).toString());
            assertThat(day).isBetween(person.firstDay(), person.lastDay()).isGreaterThan(person.birthDay());
        }
    }

    @Test
    void errorsOfColumnsThatAreNotThereAreTold() {
        String text = "errors: {phone: [typo: 0.3]}\ntrg: {phone: true}\n";
        assertThat(Registers.of(ParametersFile.read(text, "p.yml").seed(1L)).notes())
                .containsExactly("the source has no phone: errors of such columns are not used");
        assertThat(Registers.of(standard(1)).notes()).isEmpty();
    }

    @Test
    void visitsStandInOrderAndNamesBearNoTitles() {
        Map<String, byte[]> files = write(standard(9).scale(0), true, 1);
        List<String> rows = lines(files.get(Registers.CLEAN + Registers.TARGET));
        String last = "";
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            assertThat(cells[4]).isGreaterThanOrEqualTo(last).isBetween("2010-01-01", "2020-12-31");
            last = cells[4];
            assertThat(cells[1]).doesNotContain(".").doesNotStartWith("mr ").doesNotStartWith("dr ");
            assertThat(cells[3]).isLessThan(cells[4]);
        }
    }

    private static List<String> column(String locale, String asked, String name) {
        String yaml = "error_scale: 0\nseed: 3\npeople: {locale: " + locale + "}\nsrc: {size: 200, name_coverage: 1, "
                + asked + "}\ntrg: {size: 400}\n";
        List<String> lines =
                lines(write(ParametersFile.read(yaml, "p.yml"), false, 1).get("source.csv"));
        int at = Arrays.asList(lines.get(0).split(",")).indexOf(name);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)[at])
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** Small and capital letters are those of the country: ı for I in Turkish, no stress on Greek capitals. */
    @Test
    void lettersOfTheCountry() {
        assertThat(column("tr-TR", "name_format: lower", "full_name"))
                .noneMatch(name -> name.contains("\u0307"))
                .anyMatch(name -> name.contains("ışık") || name.contains("kılıç") || name.contains("yıl"));
        assertThat(column("tr-TR", "name_format: upper", "full_name")).anyMatch(name -> name.contains("İ"));
        assertThat(column("el-GR", "name_format: upper", "full_name"))
                .allMatch(name -> name.matches("[Α-ΩΪΫ -]+"))
                .anyMatch(name -> name.contains("ΠΑΠΑΔΟΠΟΥΛΟΥ"));
    }

    /** Names in the usual order, and so written: 王秀英, 佐藤 健太, Wang Xiuying, but Anna Müller. */
    @Test
    void namesInTheUsualOrder() {
        assertThat(column("zh-CN", "script: native", "full_name")).allMatch(name -> name.matches("\\p{IsHan}{2,4}"));
        assertThat(column("ko-KR", "script: native", "full_name")).allMatch(name -> name.matches("\\p{IsHangul}{2,5}"));
        assertThat(column("ja-JP", "script: native", "full_name"))
                .allMatch(name -> name.matches("\\S+ \\S+"))
                .anyMatch(name -> name.startsWith("佐藤 "));
        assertThat(column("zh-CN", "script: roman, name_format: title", "full_name"))
                .allMatch(name -> name.matches("[A-ZÜ]\\p{L}+ [A-Z]\\p{L}+"))
                .anyMatch(name -> name.startsWith("Wang "));
        assertThat(column("zh-CN", "name_order: first-last", "full_name")).allMatch(name -> name.contains(" "));
        assertThat(column("de-DE", "name_format: title", "full_name")).anyMatch(name -> name.endsWith(" Müller"));
    }

    @Test
    void everyColumnIsRomanisedWhereThatIsAskedFor() {
        for (String locale : List.of("ru-RU", "el-GR", "ja-JP", "ar-EG")) {
            for (String column : List.of("full_name", "title", "street", "city", "region")) {
                assertThat(column(locale, "script: roman, title: true, address: parts", column))
                        .as(locale + " " + column)
                        .isNotEmpty()
                        .allMatch(cell -> cell.matches("[\\p{IsLatin}\\p{M}0-9 .'\"-]+"));
            }
        }
    }
}
