package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.semblance.table.Format;
import org.semblance.table.Schema;

/** Schema files: what they say, what they refuse, and that what is printed can be given back. */
class SchemaFileTest {
    private static SchemaOverrides schema(String text) {
        return SchemaFile.read(
                Source.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "schema.yaml"));
    }

    private static Loaded read(String data, String schema) {
        return Texts.read(data, ReadOptions.DEFAULT.schema(schema(schema)));
    }

    @Test
    void whatIsPrintedSaysTheSame() {
        String data =
                "id,when,price,ward,name\n1,31.12.2020,\"1,50\",?,Anna Berg\n2,01.01.2021,\"2,25\",A,Bo Ek\n3,,\"7,00\",B,Carl Lund\n";
        Schema inferred = Texts.read(data).table().schema();
        Schema again = read(data, SchemaFile.write(inferred)).table().schema();
        assertThat(again.fields().stream().map(f -> f.why("")).toList())
                .isEqualTo(inferred.fields().stream().map(f -> f.why("")).toList());
        assertThat(SchemaFile.write(inferred))
                .contains("  when: {kind: date, pattern: dd.MM.yyyy}  # dates written dd.MM.yyyy");
    }

    @Test
    void overridesKindsMissingTokensAndMakers() {
        Loaded loaded = read(
                "code,n,m\n1,5,x\n2,unknown,y\n1,-9,x\n",
                "columns:\n  code: category\n  n: {kind: whole, missing: [-9, unknown]}\n  m: {kind: identifier, maker: email}\n");
        assertThat(Texts.kinds(loaded)).isEqualTo("code:category n:whole m:identifier");
        assertThat(loaded.table().schema().field(2).format().maker()).isEqualTo("email");
        assertThat(loaded.table().schema().field(0).why()).isEqualTo("as the schema says");
    }

    @Test
    void readsDatesByAPatternAndNumbersBySigns() {
        Loaded loaded = read(
                "d;x\n03-04-05;1.234\n",
                "columns:\n  d: {kind: date, pattern: yy-MM-dd}\n  x: {kind: whole, group-sign: .}\n");
        assertThat(Texts.values(loaded, "d")).containsExactly(12_147.0);
        assertThat(Texts.values(loaded, "x")).containsExactly(1234.0);
        assertThat(loaded.table().schema().field(0).format()).isEqualTo(Format.PLAIN.pattern("yy-MM-dd"));
    }

    @Test
    void allProblemsAtOnceWithLinesAndNearestNames() {
        assertThatThrownBy(
                        () -> schema(
                                "columns:\n  age: {kind: hole, decimal: 2}\n  born: {kind: date, pattern: QQ}\n  x: {decimals: many}\n"))
                .hasMessageContaining(
                        "schema.yaml, line 2: age: there is no key \"decimal\". Did you mean \"decimals\"?")
                .hasMessageContaining("schema.yaml, line 2: age: there is no kind \"hole\". Did you mean \"whole\"?")
                .hasMessageContaining("schema.yaml, line 3: born: pattern is \"QQ\"")
                .hasMessageContaining("schema.yaml, line 4: x: decimals is \"many\"");
        assertThatThrownBy(() -> schema("column:\n  a: whole\n")).hasMessageContaining("Did you mean \"columns\"?");
        assertThatThrownBy(() -> schema("columns: {a: [}")).hasMessageContaining("schema.yaml, line 1");
        assertThatThrownBy(() -> read("age,sex\n1,2\n", "columns:\n  aeg: whole\n"))
                .hasMessageContaining("schema.yaml, line 2: the data has no column \"aeg\". Did you mean \"age\"?");
    }

    @Test
    void cellsThatDoNotFitAreNamedByLine() {
        assertThatThrownBy(() -> read("age,b\n1,x\n2,y\nold,z\n", "columns:\n  age: whole\n"))
                .hasMessageContaining(
                        "\"age\" is to be whole, but 1 cell cannot be read so; the first stands in line 4.");
        assertThatThrownBy(() -> read("age\n1\n2.5\n", "columns:\n  age: whole\n"))
                .hasMessageContaining("some cells have decimals");
    }
}
