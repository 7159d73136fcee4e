package org.semblance.synthesize.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.semblance.table.Database;
import org.semblance.table.Table;

/** Whether two databases have the same rows. */
final class Same {
    private Same() {}

    static void check(Database one, Database other) {
        one.tables().forEach((name, table) -> {
            Table there = other.table(name);
            assertThat(there.rows()).as(name).isEqualTo(table.rows());
            for (int c = 0; c < table.width(); c++) {
                int different = 0;
                for (int i = 0; i < table.rows(); i++) {
                    different += Objects.equals(there.cell(i, c), table.cell(i, c)) ? 0 : 1;
                }
                assertThat(different).as(name + " " + c).isZero();
            }
        });
    }
}
