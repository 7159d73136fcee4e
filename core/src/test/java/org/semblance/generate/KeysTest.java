package org.semblance.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Kind;

class KeysTest {
    private static final Rng COLUMN = Rng.of(9);

    private static List<String> inBlocks(Maker maker, int rows, int block) {
        List<String> out = new ArrayList<>();
        for (int first = 0; first < rows; first += block) {
            out.addAll(Arrays.asList(maker.make(first, Math.min(block, rows - first), COLUMN)));
        }
        return out;
    }

    @Test
    void aPermutationMeetsEveryPositionOnce() {
        for (long size : new long[] {1, 2, 3, 10, 63, 64, 65, 1000, 4097}) {
            Permutation permutation = new Permutation(size, Rng.of(size));
            boolean[] met = new boolean[(int) size];
            for (int i = 0; i < size; i++) {
                int at = (int) permutation.at(i);
                assertThat(met[at]).isFalse();
                met[at] = true;
            }
        }
    }

    @Test
    void patternsAreFilledWithoutRepeatsAndThenWiden() {
        List<String> made = inBlocks(Makers.of("pattern:[A-C]\\d-x"), 400, 7);
        assertThat(new HashSet<>(made)).hasSize(400);
        assertThat(made.subList(0, 30)).allMatch(text -> text.matches("[A-C][0-9]-x"));
        assertThat(made.subList(30, 330)).allMatch(text -> text.matches("[A-C][0-9]{2}-x"));
        assertThat(made.subList(330, 400)).allMatch(text -> text.matches("[A-C][0-9]{3}-x"));
        assertThat(inBlocks(Makers.of("pattern:[A-C]\\d-x"), 400, 400)).isEqualTo(made);
    }

    @Test
    void longPatternsVaryAtEveryPlace() {
        List<String> made = inBlocks(Makers.of("pattern:[a-z0-9]{40}"), 2000, 1000);
        assertThat(new HashSet<>(made)).hasSize(2000);
        for (int place = 0; place < 40; place++) {
            int at = place;
            assertThat(made.stream().map(text -> text.charAt(at)).distinct().count())
                    .as("place " + place)
                    .isGreaterThan(30);
        }
    }

    @Test
    void countersKeepPrefixAndWidth() {
        assertThat(Makers.of("serial").make(0, 3, COLUMN)).containsExactly("1", "2", "3");
        assertThat(Makers.of("serial:1000").make(5, 2, COLUMN)).containsExactly("1005", "1006");
        assertThat(Makers.of("serial?prefix=P-&width=4&step=10").make(1, 2, COLUMN))
                .containsExactly("P-0011", "P-0021");
        assertThat(Makers.of("serial?start=-1").make(0, 3, COLUMN)).containsExactly("-1", "0", "1");
    }

    @Test
    void uuidsAreOfVersionFourAndDiffer() {
        List<String> made = inBlocks(Makers.of("uuid"), 5000, 999);
        assertThat(new HashSet<>(made)).hasSize(5000);
        assertThat(made)
                .allMatch(text -> text.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void wrongNamesAndPatternsAreRefusedWithACure() {
        assertThatThrownBy(() -> Makers.of("sereal"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("serial");
        for (String shape :
                List.of("pattern:[A-", "pattern:a{x}", "pattern:(a|b)", "pattern:", "pattern:[Z-A]", "pattern:a\\")) {
            assertThatThrownBy(() -> Makers.of(shape))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("[A-Z]");
        }
    }

    private static String guess(Kind kind, String... texts) {
        return Guess.of(kind, CodeColumn.of(texts));
    }

    @Test
    void aColumnsShapeIsRead() {
        assertThat(guess(Kind.KEY, "1", "2", "3", "4", "5")).isEqualTo("serial:1");
        assertThat(guess(Kind.KEY, "0", "1", "2", "3", "4", "5")).isEqualTo("serial:0");
        assertThat(guess(Kind.KEY, "P0001", "P0002", "P0003", "P0004", "P0005"))
                .isEqualTo("serial?start=101&prefix=P&width=4");
        assertThat(guess(Kind.KEY, "81230945", "10293847", "55667788", "99120034", "70000001"))
                .isEqualTo("pattern:\\d{8}");
        assertThat(guess(Kind.IDENTIFIER, "AB-12", "CD-34", "EX-55", "ZZ-91", "QA-00"))
                .isEqualTo("pattern:[A-Z]{2}-\\d{2}");
        assertThat(guess(Kind.IDENTIFIER, "1-A", "2-A", "3-A", "4-A", "5-A")).isEqualTo("pattern:[1-9]\\d{2}-A");
        assertThat(guess(Kind.IDENTIFIER, "AB-12", "CD-34")).isEqualTo("pattern");
        assertThat(guess(Kind.IDENTIFIER, "V5", "V6", "V7", "V8", "V9")).isEqualTo("serial?start=101&prefix=V&width=0");
        assertThat(guess(
                        Kind.IDENTIFIER, "rec-1-org", "rec-2-org", "rec-7-org", "rec-9-org", "rec-10-dup", "rec-4-org"))
                .isEqualTo("pattern:rec-[1-9]\\d{2}-org");
        assertThat(guess(Kind.IDENTIFIER, "Anna", "Beata", "Cesar", "David", "Erik"))
                .isEqualTo("words?min=1&max=1");
        assertThat(guess(Kind.TEXT, "one two", "three")).isEqualTo("words");
    }

    @Test
    void guessedMakersCanBeMade() {
        for (String text : List.of("a.b+c", "x{y}", "[z]", "50 % of $3", "ÅÄ-ö", "naïve?x=1&y")) {
            String[] texts = new String[6];
            Arrays.setAll(texts, i -> text + i);
            for (Kind kind : List.of(Kind.KEY, Kind.IDENTIFIER, Kind.TEXT)) {
                String spec = Guess.of(kind, CodeColumn.of(texts));
                assertThat(Makers.of(spec).make(0, 3, COLUMN))
                        .as(spec)
                        .doesNotContainNull()
                        .hasSize(3);
            }
        }
    }

    private static List<String> numbered(String form, int from, int to, int step) {
        List<String> out = new ArrayList<>();
        for (int number = from; number <= to; number += step) {
            out.add(String.format(java.util.Locale.ROOT, form, number));
        }
        return out;
    }

    private static List<String> madeLike(Kind kind, List<String> real) {
        String maker = Guess.of(kind, CodeColumn.of(real.toArray(String[]::new)));
        return Arrays.asList(Makers.of(maker).make(0, 20_000, COLUMN));
    }

    @Test
    void madeKeysAreNoneOfTheRealOnes() {
        for (List<String> real : List.of(
                numbered("P%d", 10_001, 13_000, 1),
                numbered("P%05d", 1, 3000, 1),
                numbered("%d", 2, 9000, 1),
                numbered("%d", 95_000, 99_999, 1),
                numbered("%05d", 0, 99_999, 11),
                numbered("%d", 1000, 9999, 37),
                numbered("INV-%d-A", 1, 999, 1),
                numbered("%d", 7, 9, 1))) {
            for (Kind kind : List.of(Kind.KEY, Kind.IDENTIFIER)) {
                List<String> made = madeLike(kind, real);
                assertThat(made).doesNotHaveDuplicates();
                assertThat(Collections.disjoint(new HashSet<>(made), real))
                        .as(real.get(0))
                        .isTrue();
            }
        }
        assertThat(madeLike(Kind.KEY, numbered("P%d", 10_001, 13_000, 1)).get(0))
                .isEqualTo("P20001");
        assertThat(madeLike(Kind.KEY, numbered("%d", 1, 100, 1))).startsWith("1", "2");
    }

    @Test
    void aCounterStartsAboveWhatWasNotSeenOfTheRealOne() {
        assertThat(guess(Kind.KEY, numbered("P%d", 10_001, 19_990, 1).toArray(String[]::new)))
                .isEqualTo("serial?start=30001&prefix=P&width=0");
    }

    @Test
    void telephoneNumbersAndPostcodesKeepAwayFromTheRealOnes() {
        List<String> phones = numbered("0701-%06d", 0, 200_000, 7);
        String phone = Guess.fit("phone", CodeColumn.of(phones.toArray(String[]::new)), "sv");
        assertThat(phone).isEqualTo("pattern:0701-[23456789]\\d{5}");
        assertThat(Collections.disjoint(
                        new HashSet<>(Arrays.asList(Makers.of(phone).make(0, 20_000, COLUMN))), phones))
                .isTrue();
        List<String> all = numbered("0701-%04d", 0, 9999, 7);
        assertThat(Guess.fit("phone", CodeColumn.of(all.toArray(String[]::new)), "sv"))
                .isEqualTo("phone?locale=sv");
        List<String> codes = numbered("%d", 90_321, 90_339, 1);
        String postcode = Guess.fit("postcode", CodeColumn.of(codes.toArray(String[]::new)), "fi");
        assertThat(postcode).isEqualTo("pattern:903[01456789]\\d");
    }
}
