package org.semblance.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/** What every corruption on the list must do. */
class CorruptionsTest {
    static List<Plugin<Corruption>> all() {
        return Corruptions.ALL.plugins();
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesItselfAndItsOptions(Plugin<Corruption> plugin) {
        assertThat(plugin.summary()).endsWith(".").hasSizeBetween(40, 140);
        Options.describe(plugin.defaults())
                .forEach(option -> assertThat(option.doc()).endsWith("."));
        assertThat(plugin.make(Options.values(plugin.defaults()))).isNotNull();
    }

    /** Eligible or not, whatever is drawn; changed where eligible; as it was where not; the same again. */
    @ParameterizedTest
    @MethodSource("all")
    void anEligibleCellComesOutDifferent(Plugin<Corruption> plugin) {
        Corruption corruption = plugin.make();
        int eligible = 0;
        for (int r = 0; r < Registers.ROWS; r++) {
            Row row = Registers.row(r);
            for (int v = 0; v < row.width(); v++) {
                if (!corruption.fits(row.variables().get(v))) {
                    continue;
                }
                List<String> clean = cells(row);
                boolean first = false;
                for (int draw = 0; draw < 25; draw++) {
                    Registers.fill(row, clean);
                    boolean applied = corruption.apply(row, v, Rng.of(draw));
                    first = draw == 0 ? applied : first;
                    // Told in words only where it fails: there are a hundred thousand of these.
                    boolean right = applied == first
                            && (applied
                                    ? !Objects.equals(row.get(v), clean.get(v))
                                    : cells(row).equals(clean));
                    if (!right) {
                        fail(
                                "column %s of %s came out as %s",
                                row.variables().get(v).name(), clean, row);
                    }
                    List<String> once = cells(row);
                    Registers.fill(row, clean);
                    corruption.apply(row, v, Rng.of(draw));
                    if (!cells(row).equals(once)) {
                        fail("not the same again: %s and %s", once, row);
                    }
                }
                Registers.fill(row, clean);
                eligible += first ? 1 : 0;
            }
        }
        assertThat(eligible).isPositive();
    }

    static List<String> cells(Row row) {
        List<String> out = new ArrayList<>();
        for (int v = 0; v < row.width(); v++) {
            out.add(row.get(v));
        }
        return out;
    }
}
