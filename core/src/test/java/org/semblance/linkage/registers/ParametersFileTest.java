package org.semblance.linkage.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.io.ByteSink;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;
import org.semblance.plugin.ProblemException;

class ParametersFileTest {
    private static Parameters read(String text) {
        return ParametersFile.read(text, "p.yml");
    }

    @Test
    void theDocumentedFileIsTheStandard() {
        Parameters read = read("""
                # source file
                src:
                  - size: 100
                # target file
                trg:
                  - size: 1000
                # truth file
                truth:
                  - expected_rate: 0.7
                """);
        assertThat(read).isEqualTo(Parameters.standard());
    }

    @Test
    void samplerVocabulary() {
        Parameters read = read("""
                {"source": {"size": 1000, "dupl": 0.01, "visits": 1, "sort_by_date": true, "date_format": "%d/%m/%y",
                  "swap_full_name": 0.01, "abbreviate_full_name": 0.1, "misspell_full_name": 0.1,
                  "name_misspelling_type": "Fast", "age_format": "birth_year", "name_format": "title",
                  "split_full_name": "first+last", "shuffle_columns": false, "hide_identifier": false,
                  "identifier_coverage": 0.25, "date_coverage": 0.9, "name_coverage": 0.95, "age_coverage": 0.8,
                  "sex_format": "binary", "header": [0, 0]},
                 "target": {"size": 10000, "header": null}, "truth": {"exp_linkage_rate": 0.9}}
                """);
        assertThat(read.source().size().size()).isEqualTo(1000);
        assertThat(read.source().formats().splitFullName()).isEqualTo("first+last");
        assertThat(read.source().slips().nameMisspellingType()).isEqualTo("fast");
        assertThat(read.source().formats().headerStyle()).isEqualTo("snake");
        assertThat(read.target().formats().headerStyle()).isEqualTo("random");
        assertThat(read.target().formats().headerSynonym()).isEqualTo(-1);
        assertThat(read.truth().expectedRate()).isEqualTo(0.9);
    }

    @Test
    void everythingWrongIsToldAtOnceByLine() {
        assertThatThrownBy(() -> read("""
                        src:
                          - sizee: 4
                        trg:
                          - size: -5
                          - date_format: "%Q"
                        truth: {expected_rate: 1.7}
                        locale: de-DE
                        errors:
                          full_nam: {typo: 0.1}
                          full_name:
                            - typpo: 0.1
                            - typo: 2
                            - day-month-swap: 0.1
                        """))
                .isInstanceOf(ProblemException.class)
                .satisfies(thrown ->
                        assertThat(((ProblemException) thrown).problems()).hasSize(9))
                .hasMessageContaining("p.yml, line 2: src: the key \"sizee\" is unknown. Did you mean \"size\"?")
                .hasMessageContaining("line 7: locale does not belong here. Write it below people:")
                .hasMessageContaining("line 12: full_name: the rate of typo");
    }

    /** Locale, layout, one row for everybody and yet several, misspelt conditions and an F1 of 1: none hides another. */
    @Test
    void whatIsWrongInDifferentPlacesIsToldTogether() {
        assertThatThrownBy(() -> read("""
                        src:
                          visits: 2
                          dupl: 0.1
                        truth: {cardinality: "1:1"}
                        people:
                          locale: dee-DE
                        together:
                          columns: [0.5, x]
                          clerk: 2
                        errors:
                          full_name:
                            - typo: {rate: 0.1, layout: qwertzz}
                            - edit: {rate: 0.1, when: {colum: sex, is: [f]}}
                            - edit: {rate: 0.1, when: {column: sexx, si: [f]}}
                            - missing: {rat: 0.1}
                        difficulty: 1
                        """))
                .satisfies(thrown ->
                        assertThat(((ProblemException) thrown).problems()).hasSize(12))
                .hasMessageContaining("line 2: visits is 2.0, but with cardinality 1:1")
                .hasMessageContaining("line 3: dupl is 0.1, but with cardinality 1:1")
                .hasMessageContaining(
                        "line 6: people: there are no people of the locale \"dee-DE\". Did you mean \"de-DE\"?")
                .hasMessageContaining("line 8: together: columns has \"x\"")
                .hasMessageContaining("line 9: together: clerk is 2.0, but columns says already")
                .hasMessageContaining("line 12: full_name: layout is \"qwertzz\"")
                .hasMessageContaining("Did you mean \"qwertz\"?")
                .hasMessageContaining(
                        "line 13: full_name: when: the key \"colum\" is unknown. Did you mean \"column\"?")
                .hasMessageContaining("line 14: full_name: when: the key \"si\" is unknown. Did you mean \"is\"?")
                .hasMessageContaining("line 14: full_name: when: the column \"sexx\" is unknown. Did you mean \"sex\"?")
                .hasMessageContaining("line 15: full_name: missing: the key \"rat\" is unknown. Did you mean \"rate\"?")
                .hasMessageContaining("line 16: difficulty is 1, but must be below");
        assertThatThrownBy(() -> read("together:\n  columns: [0, 0, 1]\n"))
                .hasMessageContaining("p.yml, line 2: the rates change");
        assertThatThrownBy(() -> Parameters.standard().with(new Parameters.Flags(null, null, 2.0, 1.0, "dee")))
                .hasMessageContaining("--rate is 2.0")
                .hasMessageContaining("--difficulty is 1, but must be below")
                .hasMessageContaining("locale \"dee\"");
    }

    @Test
    void impossibleRatesAndContradictionsAreRefused() {
        assertThatThrownBy(() -> read("src: {size: 100}\ntrg: {size: 40}\ntruth: {expected_rate: 0.9}\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("impossible");
        assertThatThrownBy(() -> read("src: {visits: 2}\ntruth: {cardinality: \"1:n\"}\n"))
                .hasMessageContaining("everybody has one row");
        assertThat(read("truth: {cardinality: \"1:1\"}\n").target().size().visits())
                .isEqualTo(1);
    }

    @Test
    void errorsOfNamesAreForTheNamesThatAFileHas() {
        assertThatThrownBy(() -> read("trg:\n  split_full_name: first+last\nerrors:\n  full_name:\n    - typo: 0.05\n"))
                .hasMessageContaining("line 4")
                .hasMessageContaining("trg has no full_name, but first_name and last_name");
        assertThatThrownBy(() -> read("src:\n  errors:\n    last_name:\n      - typo: 0.05\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("src has no last_name, but full_name");
        assertThat(read("""
                                trg: {split_full_name: first+last}
                                errors:
                                  full_name: [typo: 0.05]
                                  last_name: [typo: 0.05]
                                """).sourceErrors())
                .filteredOn(rate -> rate.variable().endsWith("name"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void everybodyLivesThroughTheDaysOfAllVisits() {
        assertThatThrownBy(() -> read("src: {size: 5}\ntrg:\n  date_lb: 1990-01-01\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("registers cover 18 years at most");
        assertThatThrownBy(() -> read("people:\n  youngest: 3\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("write 11");
        assertThat(read("trg: {date_lb: 2003-01-01}\n").people().youngest()).isEqualTo(18);
        String two = "{date_lb: 2023-01-01, date_ub: 2024-12-31}";
        assertThat(read("src: " + two + "\ntrg: " + two + "\n").people().youngest())
                .isEqualTo(2);
    }

    /** Names of a table of one's own are stronger than roles, and others are all that is not named. */
    @Test
    void columnsOfOnesOwn() {
        List<Variable> own = List.of(
                new Variable("given_name", Role.FIRST_NAME),
                new Variable("alias", Role.FIRST_NAME),
                new Variable("dob", Role.BIRTH_DATE),
                new Variable("title", Role.TEXT));
        Records table = new Records(own, List.of(new String[0], new String[0], new String[0], new String[0]), 0);
        OwnColumns columns = new OwnColumns(table, Clusters.none(0), Parameters.OWN, false);
        Parameters standard = OwnTable.standard(columns, 0.5, "sv-SE");
        assertThat(standard.sourceErrors())
                .extracting(Rate::variable)
                .contains("given_name", "alias", "dob")
                .doesNotContain("title", "first_name");
        Parameters read = ParametersFile.read("""
                errors:
                  given_name:
                    - edit: 0.2
                  first_name:
                    - typo: 0.1
                trg:
                  errors:
                    dob: none
                    others: none
                """, "p.yml", own, standard);
        assertThat(read.sourceErrors())
                .contains(new Rate("given_name", "edit", 0.2), new Rate("alias", "typo", 0.1))
                .filteredOn(rate -> rate.variable().equals("alias"))
                .hasSize(1);
        assertThat(read.targetErrors()).isEmpty();
        assertThat(ParametersFile.read(ParametersText.write(read, own), "p.yml", own, standard))
                .isEqualTo(read);
        assertThatThrownBy(() -> ParametersFile.read("errors: {dob: [token-swap: 0.1]}", "p.yml", own, standard))
                .hasMessageContaining("line 1")
                .hasMessageContaining("does not fit");
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        Parameters read = read("""
                seed: 12
                src:
                  name_order: "last, first"
                  errors:
                    sex: none
                trg:
                  errors:
                    full_name:
                      - typo: {rate: 0.125, layout: azerty, when: {column: sex, is: [f]}}
                      - missing: {rate: 0.3, when: {column: birth_date, below: 1950}}
                people: {locale: fr-FR, moves: 0.2}
                together: {record: 1.5}
                """);
        assertThat(read(ParametersText.write(read))).isEqualTo(read);
        assertThat(read(ParametersText.template())).isEqualTo(Parameters.standard());
        Parameters other = Parameters.standard().scale(2.5).seed(-4L);
        assertThat(read(ParametersText.write(other))).isEqualTo(other);
    }

    /** Nothing that can be set is missing from the template. */
    @Test
    void theTemplateHasEveryKey() {
        String template = ParametersText.template();
        for (Keys.Block block : Keys.blocks()) {
            assertThat(block.names()).allSatisfy(key -> assertThat(template).contains(key + ": "));
        }
    }

    @Test
    void patternsOfDates() {
        assertThat(Strftime.pattern("%d %b %Y")).isEqualTo("dd MMM yyyy");
        assertThat(Strftime.pattern("%-d/%-m/%y")).isEqualTo("d/M/yy");
        assertThat(Strftime.pattern("31 Dec 2020")).isEqualTo("dd MMM yyyy");
        assertThat(Strftime.pattern("dd.MM.yyyy")).isEqualTo("dd.MM.yyyy");
        assertThatThrownBy(() -> Strftime.pattern("%d/%m")).hasMessageContaining("year");
    }

    /** 7992739871 has the check digit 3, the usual example of Luhn's rule. */
    @Test
    void identifiersHaveCheckDigits() {
        ByteSink out = new ByteSink(16);
        new Identifiers("7992739871-#", org.semblance.random.Rng.of(1)).write(0, out);
        assertThat(out.text(0, out.size())).isEqualTo("7992739871-3");
    }
}
