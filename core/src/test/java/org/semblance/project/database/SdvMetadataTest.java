package org.semblance.project.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Database;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** SDV's own Metadata reads what is written here: reference/sdv/check_metadata.py. */
class SdvMetadataTest {
    @Test
    void readsTheSecondForm() {
        DatabaseSchema read = DatabaseSchemaFile.parse("""
                {"METADATA_SPEC_VERSION": "V1",
                 "tables": {
                  "patients": {"primary_key": "id", "columns": {
                    "id": {"sdtype": "id"},
                    "mail": {"sdtype": "email", "pii": true},
                    "born": {"sdtype": "datetime", "datetime_format": "%d.%m.%Y"},
                    "sex": {"sdtype": "categorical"},
                    "smoker": {"sdtype": "boolean"},
                    "weight": {"sdtype": "numerical", "computer_representation": "Float"},
                    "children": {"sdtype": "numerical", "computer_representation": "Int64"}}},
                  "visits": {"columns": {
                    "patient": {"sdtype": "id"}, "at": {"sdtype": "datetime", "datetime_format": "%Y-%m-%dT%H:%M"}},
                    "sequence_key": "patient", "sequence_index": "at"}},
                 "relationships": [{"parent_table_name": "patients", "child_table_name": "visits",
                    "parent_primary_key": "id", "child_foreign_key": "patient"}]}
                """, "metadata.json");

        assertThat(read.declared().keys()).isEqualTo(Map.of("patients", List.of("id"), "visits", List.of()));
        assertThat(read.declared().relationships())
                .containsExactly(Relationship.of("patients", "id", "visits", "patient"));
        assertThat(read.declared().sequences()).containsExactly(Sequence.of("visits", "patient", "at"));
        Map<String, Kind> kinds = new LinkedHashMap<>();
        read.columns().get("patients").columns().forEach((name, column) -> kinds.put(name, column.kind()));
        assertThat(kinds)
                .isEqualTo(Map.of(
                        "id", Kind.KEY,
                        "mail", Kind.IDENTIFIER,
                        "born", Kind.DATE,
                        "sex", Kind.CATEGORY,
                        "smoker", Kind.FLAG,
                        "weight", Kind.DECIMAL,
                        "children", Kind.WHOLE));
        assertThat(read.columns().get("patients").columns().get("mail").maker()).isEqualTo("email");
        assertThat(read.columns().get("visits").columns().get("at").pattern()).isEqualTo("yyyy-MM-dd'T'HH:mm");
    }

    @Test
    void readsTheOlderFormsToo() {
        DatabaseSchema one = DatabaseSchemaFile.parse("""
                {"METADATA_SPEC_VERSION": "SINGLE_TABLE_V1", "primary_key": "id",
                 "columns": {"id": {"sdtype": "id", "regex_format": "[0-9]{3}"}, "age": {"sdtype": "numerical"}}}
                """, "metadata.json");
        assertThat(one.columns()).containsOnlyKeys("table");
        assertThat(one.named(Set.of("people")).columns()).containsOnlyKeys("people");
        assertThat(one.named(Set.of("people")).declared().keys()).isEqualTo(Map.of("people", List.of("id")));

        DatabaseSchema many = DatabaseSchemaFile.parse("""
                {"METADATA_SPEC_VERSION": "MULTI_TABLE_V1", "relationships": [],
                 "tables": {"a": {"METADATA_SPEC_VERSION": "SINGLE_TABLE_V1", "columns": {"x": {"sdtype": "id"}}}}}
                """, "metadata.json");
        assertThat(many.declared().relationships()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongByLine() {
        assertThatThrownBy(() -> DatabaseSchemaFile.parse("""
                        {"METADATA_SPEC_VERSION": "V2",
                         "tables": {"a": {"columns": {"x": {}}}},
                         "relationships": [{"parent_table_name": "a"}]}
                        """, "metadata.json"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("metadata.json, line 1: the version \"V2\" is unknown. Did you mean \"V1\"?")
                .hasMessageContaining("metadata.json, line 2: x: there is no sdtype.")
                .hasMessageContaining("metadata.json, line 3: a relationship names");
    }

    @Test
    void writesWhatSdvCanSayAndTellsWhatItCannot() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("staff", Table.of("id:key, boss:identifier, on:flag, seen:datetime", "1", null, "true", 1e15));
        tables.put("logs", Table.of("who:identifier, day:date, text:text", "1", 19_000, "x"));
        Database database = Database.of(
                        tables,
                        List.of(
                                Relationship.of("staff", "id", "staff", "boss"),
                                Relationship.of("staff", "id", "logs", "who")))
                .key("staff", "id")
                .key("logs", "who", "day")
                .sequence(Sequence.of("logs", "who", "day"));

        SdvMetadataText written = SdvMetadataText.of(database);

        assertThat(written.notes())
                .containsExactly(
                        "the key of logs was left out: SDV has none with dates or decimals in it",
                        "staff.boss -> staff.id was left out: SDV has no tables that point at themselves");
        assertThat(written.json().toString())
                .isEqualTo(
                        "{\"tables\":{\"staff\":{\"columns\":{\"id\":{\"sdtype\":\"id\"},\"boss\":{\"sdtype\":\"unknown\","
                                + "\"pii\":true},\"on\":{\"sdtype\":\"boolean\"},\"seen\":{\"sdtype\":\"datetime\",\"datetime_format\":\"%Y-%m-%d %H:%M:%S\"}},"
                                + "\"primary_key\":\"id\"},\"logs\":{\"columns\":{\"who\":{\"sdtype\":\"id\"},\"day\":"
                                + "{\"sdtype\":\"datetime\",\"datetime_format\":\"%Y-%m-%d\"},\"text\":{\"sdtype\":\"unknown\",\"pii\":false}},"
                                + "\"sequence_key\":\"who\",\"sequence_index\":\"day\"}},\"relationships\":[{"
                                + "\"parent_table_name\":\"staff\",\"child_table_name\":\"logs\",\"parent_primary_key\":\"id\","
                                + "\"child_foreign_key\":\"who\"}],\"METADATA_SPEC_VERSION\":\"V1\"}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "yyyy-MM-dd, %Y-%m-%d",
                "dd.MM.yyyy HH:mm:ss, %d.%m.%Y %H:%M:%S",
                "yyyy-MM-dd'T'HH:mm:ss'Z', %Y-%m-%dT%H:%M:%SZ",
                "yyyy-MM-dd '00:00:00', %Y-%m-%d 00:00:00",
                "d MMM yy, %-d %b %y",
                "hh:mm a, %I:%M %p"
            })
    void datesAreWrittenInBothWays(String ours, String theirs) {
        assertThat(SdvDates.strftime(ours)).isEqualTo(theirs);
        String back = SdvDates.pattern(theirs);
        assertThat(SdvDates.strftime(back)).isEqualTo(theirs);
        assertThat(SdvDates.pattern("%Y-%j")).isNull();
        assertThat(SdvDates.strftime("yyyy-MM-dd[.SSS]")).isNull();
    }
}
