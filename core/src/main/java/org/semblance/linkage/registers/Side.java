package org.semblance.linkage.registers;

import java.util.function.LongUnaryOperator;
import org.semblance.linkage.Errors;
import org.semblance.random.Rng;

/**
 * One of the two registers, as it is made: who stands in which row, what the columns say, what goes wrong. Immutable and
 * thread-safe.
 *
 * @param name source or target
 * @param whole the number of a person of this register among all people of the plan
 * @param other the same columns, names in the other script
 * @param hidden keys of who has no identifier and no national one
 * @param errors the randomness of the errors
 */
record Side(
        String name,
        Asked asked,
        Register register,
        LongUnaryOperator whole,
        Layout layout,
        Layout other,
        VisitDays days,
        Errors mistakes,
        long[] hidden,
        Rng errors) {

    /** What both sides are made from. */
    record Making(Parameters parameters, Plan plan, Common common, Rng rng) {}

    static Side of(Making making, boolean source) {
        Parameters parameters = making.parameters();
        Asked asked = source ? parameters.source() : parameters.target();
        Register register = source ? making.plan().source() : making.plan().target();
        Rng own = making.rng().child(source ? "source" : "target");
        Layout layout = Layout.of(asked, making.common(), own);
        Layout other = Layout.of(asked.otherScript(), making.common(), own);
        Errors errors = Errors.of(
                layout.variables(),
                Mistakes.of(
                        parameters,
                        asked,
                        layout.variables(),
                        source ? parameters.sourceErrors() : parameters.targetErrors()),
                parameters.together());
        Rng hidden = own.child("hidden");
        return new Side(
                source ? "source" : "target",
                asked,
                register,
                source ? making.plan()::ofSource : making.plan()::ofTarget,
                layout,
                other,
                new VisitDays(asked.size(), register.visits(), own.child("days")),
                errors,
                new long[] {hidden.nextLong(), hidden.nextLong()},
                own.child("errors"));
    }

    boolean source() {
        return name.equals("source");
    }
}
