package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.link.Difficulty;
import org.semblance.linkage.link.Records;
import org.semblance.linkage.score.Links;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * Scales error rates until the reference linker reaches an asked F1 on such registers. It looks at registers of the same
 * parameters, of other people: up to {@link #MOST_SOURCE} and {@link #MOST_TARGET} rows.
 */
public final class Calibration {
    private static final long MOST_SOURCE = 2_000;
    private static final long MOST_TARGET = 20_000;

    /**
     * The registers with the scale that was found.
     *
     * @param result the achieved curve; null where there was nothing to find
     */
    public record Calibrated(Registers registers, Difficulty.@Nullable Result result) {
        /** What the linker reaches on these very registers; empty where they are larger than what it looks at. */
        public OptionalDouble ownF1(Run run) {
            boolean small = registers.plan().source().rows() <= MOST_SOURCE
                    && registers.plan().target().rows() <= MOST_TARGET;
            return small ? OptionalDouble.of(Difficulty.f1(set(registers), run)) : OptionalDouble.empty();
        }
    }

    private Calibration() {}

    /** Registers that ask for a difficulty and say no scale yet get one; others stay as they are. */
    public static Calibrated of(Registers registers, Run run) {
        Parameters parameters = registers.parameters();
        Long seed = parameters.seed();
        if (parameters.general().difficulty() == 0 || parameters.general().errorScale() != 1 || seed == null) {
            return new Calibrated(registers, null);
        }
        Rng rng = Rng.of(seed).child("calibration");
        Parameters small = smaller(parameters);
        Difficulty.Result result = Difficulty.calibrate(
                parameters.general().difficulty(),
                (scale, number) -> set(
                        registers.with(small.scale(scale).seed(rng.child(number).nextLong()))),
                run);
        return new Calibrated(registers.with(parameters.scale(result.scale())), result);
    }

    private static Parameters smaller(Parameters parameters) {
        long source = parameters.source().size().size();
        long target = parameters.target().size().size();
        double part = Math.min(1, Math.min(MOST_SOURCE / (double) source, MOST_TARGET / (double) target));
        return parameters.sizes(Math.max(1, Math.round(source * part)), Math.max(1, Math.round(target * part)));
    }

    /** Registers in memory as the linkers take them. */
    static Difficulty.Set set(Registers registers) {
        Registers.InMemory made = registers.inMemory();
        List<Long> pairs = new ArrayList<>();
        for (int row = 0; row < made.truth().length; row++) {
            for (long target : made.truth()[row]) {
                pairs.add((long) row << 32 | target);
            }
        }
        Links truth = Links.pairs(pairs.stream().mapToLong(Long::longValue).toArray());
        return new Difficulty.Set(records(made.source()), records(made.target()), truth);
    }

    private static Records records(Registers.Rows rows) {
        return new Records(rows.variables(), rows.columns(), rows.rows());
    }
}
