package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.io.Source;
import org.semblance.plugin.ProblemException;
import org.semblance.plugin.ProblemText;
import org.semblance.random.Rng;

/** What a person reads who made a mistake in a model. */
class HandModelProblemsTest {
    private static ProblemException problems(String yaml) {
        Throwable thrown = catchThrowable(() -> HandModel.parse(yaml, "people.yaml"));
        assertThat(thrown).isInstanceOf(ProblemException.class);
        assertThat(((ProblemException) thrown).kind()).isEqualTo(ProblemException.Kind.DATA);
        return (ProblemException) thrown;
    }

    @Test
    void allAtOnceByLine() {
        ProblemException problems = problems("""
                version: 1
                tables:
                  person:
                    rows: many
                    columns:
                      id: {make: serial}
                      age: {make: gama, shape: 4.1}
                      weight:
                        make: normal
                        sd: -1
                        mena: 3
                      city: text
                      email: {make: uniform, missing: 1.2}
                      ward: {make: category, values: {a: -1, b: 2}}
                      child: {make: normal, given: age}
                rules:
                  - a < b
                """);
        assertThat(ProblemText.of(problems.problems())).isEqualTo("""
                        people.yaml has 9 problems:
                          line 4   person: rows is "many", but must be a whole number.
                          line 7   age: make "gama" is unknown. Did you mean "gamma"?
                          line 10  weight: sd is -1, but must be between 0 and 1.0E100.
                          line 11  weight: mena is unknown. Did you mean "mean"?
                          line 12  city: this must be a group of keys, but is "text". Write city: {make: ...}.
                          line 13  email: missing is 1.2, but must be between 0 and 1.
                          line 14  ward: a weight is -1, but must be a number of at least 0.
                          line 15  child: given is not supported yet. In this version columns are independent: remove it.
                          line 16  rules is not supported yet. Remove it.""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "make: uniform, low: 5 | x: low is 5.0, but must be below high",
                "make: normal, sd: 0 | x: sd is 0.0, but must be above 0",
                "make: normal, sd: wide | x: sd is \"wide\", but must be a number",
                "make: normal, min: 50 | less than one in a million",
                "make: normal, min: 5, max: 4 | min is 5.0, but must be at most max",
                "make: uniform, round: 2.5 | round is \"2.5\"",
                "make: category, values: [] | values is empty",
                "make: category, values: [a, a] | the same label twice",
                "make: category, values: [a, ~] | empty label",
                "make: category, values: '[a, b], weights: [1]' | there are 1 weights, but 2 values",
                "make: category, values: '{a: 0}' | all 0",
                "make: category, values: '{a: 1}, weights: [1]' | already have weights",
                "make: category, values: [[a]] | holds a list",
                "make: flag, yes: a, no: a | must differ",
                "make: date, from: 2024-13-01 | must be a date",
                "make: date, from: 2040-01-01 | from lies after to",
                "make: date, pattern: HH:mm | must write a date, as dd/MM/yyyy",
                "make: date, pattern: qqq | must write a date",
                "make: time, from: 25:00 | must be a time",
                "make: datetime, from: 2024-01-01T99 | must be written as",
                "make: datetime, step: 0 | step is 0",
                "make: [a] | make must name what makes the values, but is a list",
                "missing: 0.5 | make must name what makes the values",
                "make: normal, mean: {a: 1} | mean must be a value, but is a group of keys",
                "make: person_id, key: person.id | make \"person_id\" is unknown",
                "make: normal, key: person.id | key is not supported yet",
                "make: normal, from: name | from is not supported yet",
            })
    void ofOneColumn(String keys, String message) {
        String unquoted = keys.replace("'", "");
        assertThat(problems("version: 1\ntables: {t: {columns: {\n x: {" + unquoted + "}}}}"))
                .hasMessageContaining("people.yaml, line 3: x")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | must begin with version: 1",
                "'- a' | must begin with version: 1",
                "'version: 1' | tables must hold a table",
                "'tables: {t: {columns: {x: {make: normal}}}}' | version is missing",
                "'version: 2\ntables: {t: {columns: {x: {make: normal}}}}' | line 1: version is 2, but must be between 1 and 1",
                "'version: 1\nsead: 4\ntables: {t: {columns: {x: {make: normal}}}}' | line 2: sead is unknown. Did you mean \"seed\"?",
                "'version: 1\ntables: {t: {columns: {}}}' | columns must hold at least one column",
                "'version: 1\ntables: {t: 5}' | columns must hold at least one column",
                "'version: 1\ntables: {t: {rows: {per: p}, columns: {x: {make: normal}}}}' | per another table",
                "'version: 1\ntables: {t: {columns: {x: {make: normal}}},\n u: {columns: {x: {make: normal}}}}' | line 3: u: several tables are not supported yet",
                "'version: 1\nversion: 1' | line 2",
            })
    void ofTheFile(String yaml, String message) {
        assertThat(problems(yaml)).hasMessageContaining(message);
    }

    @Test
    void ofTheEncoding() {
        Source latin = Source.of(new ByteArrayInputStream(new byte[] {'a', (byte) 0xE5, ':'}), "latin.yaml");
        assertThat(catchThrowable(() -> HandModel.read(latin)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("latin.yaml: this is not text in UTF-8");
    }

    /** Random changes to a good file: a model or a problem, never anything else. */
    @Test
    void neverAnythingElse() {
        Rng rng = Rng.of(9);
        String letters = " \n:{}[],-'\"#0123456789.ae~";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(HandModelTest.PEOPLE);
            for (int n = rng.nextInt(4); n >= 0; n--) {
                int at = rng.nextInt(text.length());
                switch (rng.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, letters.charAt(rng.nextInt(letters.length())));
                    default -> text.setCharAt(at, letters.charAt(rng.nextInt(letters.length())));
                }
            }
            Throwable thrown = catchThrowable(() -> HandModel.parse(text.toString(), "m.yaml"));
            assertThat(thrown == null || thrown instanceof ProblemException)
                    .as("%s on %s", thrown, text)
                    .isTrue();
        }
    }

    @Test
    void whatAModelFileHoldsIsCheckedTheSame() {
        List<String> bad = List.of("{}", "{\"version\":1,\"tables\":{\"t\":{\"columns\":{\"x\":{\"make\":3}}}}}");
        for (String json : bad) {
            tools.jackson.databind.node.ObjectNode node = (tools.jackson.databind.node.ObjectNode)
                    tools.jackson.databind.json.JsonMapper.shared().readTree(json);
            assertThat(catchThrowable(() -> HandModel.load(
                            new org.semblance.model.Stored(node, new java.util.HashMap<>()),
                            org.semblance.table.Schema.of())))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("model.json");
        }
    }
}
