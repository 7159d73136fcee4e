package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.semblance.model.Model;
import org.semblance.model.Stored;
import org.semblance.plugin.Plugin;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * A model file that was bent on its way is refused when it is read; what is not refused can be sampled. Every array of
 * every synthesizer's model is bent in many ways: numbers changed, arrays cut, lengthened or emptied.
 */
class BentModelTest {
    private static final int TRIALS = 600;

    @TestFactory
    Stream<DynamicTest> isRefusedOrCanBeSampled() {
        return Synthesizers.ALL.plugins().stream()
                .map(plugin -> DynamicTest.dynamicTest(plugin.name(), () -> bendOften(plugin)));
    }

    private static void bendOften(Plugin<Synthesizer> plugin) {
        Table real = table(120);
        Model good = Synthesis.fit(real, plugin, Map.of(), Privacy.DEFAULT, Run.of(1));
        Stored stored = good.store();
        List<String> faults = new ArrayList<>();
        int refused = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Rng rng = Rng.of(trial);
            Map<String, Object> arrays = new LinkedHashMap<>(stored.arrays());
            List<String> names = List.copyOf(arrays.keySet());
            String what = "";
            for (int k = rng.nextInt(2); k >= 0; k--) {
                String name = names.get(rng.nextInt(names.size()));
                Object bent = bent(arrays.get(name), rng);
                arrays.put(name, bent);
                what += " " + name;
            }
            Model model;
            try {
                model = Synthesis.loader(plugin).load(new Stored(stored.json(), arrays), good.schema());
            } catch (RuntimeException e) {
                // The reader of model files makes one problem of whatever a loader throws.
                refused++;
                continue;
            }
            try {
                model.sample(40, Run.of(trial)).toTable(Run.of(trial));
            } catch (RuntimeException e) {
                faults.add("trial " + trial + what + ": " + e);
            }
        }
        assertThat(faults).as(refused + " of " + TRIALS + " refused").isEmpty();
    }

    /** A copy of a primitive array, a little or very different. */
    private static Object bent(Object array, Rng rng) {
        int length = Array.getLength(array);
        int[] lengths = {length, length, length, length, length, Math.max(0, length - 1), length + 1, 0};
        int now = lengths[rng.nextInt(lengths.length)];
        Object copy = Array.newInstance(array.getClass().getComponentType(), now);
        System.arraycopy(array, 0, copy, 0, Math.min(length, now));
        if (now > 0) {
            int at = rng.nextInt(now);
            double[] values = {-1, 0, 1, 2, 7, 255, -128, Integer.MAX_VALUE, Integer.MIN_VALUE, 1e300, Double.NaN};
            set(copy, at, rng.nextInt(3) == 0 ? rng.nextInt(2 * length + 2) : values[rng.nextInt(values.length)]);
        }
        return copy;
    }

    private static void set(Object array, int at, double value) {
        if (array instanceof byte[] bytes) {
            bytes[at] = (byte) value;
        } else if (array instanceof short[] shorts) {
            shorts[at] = (short) value;
        } else if (array instanceof int[] ints) {
            ints[at] = (int) value;
        } else if (array instanceof long[] longs) {
            longs[at] = (long) value;
        } else if (array instanceof float[] floats) {
            floats[at] = (float) value;
        } else {
            ((double[]) array)[at] = value;
        }
    }

    private static Table table(int rows) {
        Rng rng = Rng.of(3);
        Object[] cells = new Object[6 * rows];
        for (int i = 0; i < rows; i++) {
            double z = rng.nextGaussian();
            cells[6 * i] = z > 1 ? null : Math.rint(100 * z) / 100;
            cells[6 * i + 1] = z + rng.nextGaussian() > 0 ? "a" : i % 3 == 0 ? "b" : "c";
            cells[6 * i + 2] = Math.max(0, Math.rint(3 * z + rng.nextGaussian()));
            cells[6 * i + 3] = "k" + i;
            cells[6 * i + 4] = 2 * z + 0.01 * rng.nextGaussian();
            cells[6 * i + 5] = i % 2 == 0 ? "yes" : "no";
        }
        return Table.of("x:decimal, group:category, n:whole, id:key, near:decimal, flag:flag", cells);
    }
}
