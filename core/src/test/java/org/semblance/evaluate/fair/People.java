package org.semblance.evaluate.fair;

import java.util.List;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** People of two sexes and some ages, whose pay depends on skill, and for women on a handicap. */
final class People {
    private People() {}

    /** @param handicap the share of well-paid women who are paid badly all the same */
    static Table of(int rows, double handicap, Rng rng) {
        double[] age = new double[rows];
        double[] skill = new double[rows];
        double[] hours = new double[rows];
        String[] sex = new String[rows];
        String[] pay = new String[rows];
        for (int i = 0; i < rows; i++) {
            age[i] = 18 + rng.nextInt(50);
            skill[i] = rng.nextGaussian();
            boolean woman = rng.nextInt(5) < 2;
            boolean well = skill[i] + 0.5 * rng.nextGaussian() > 0.3 && !(woman && rng.nextDouble() < handicap);
            sex[i] = woman ? "F" : "M";
            pay[i] = well ? "high" : "low";
            hours[i] = Math.rint(40 + 5 * skill[i] + 3 * rng.nextGaussian() - (woman ? 10 * handicap : 0));
        }
        return Table.of(
                new Schema(List.of(
                        Field.of("age", Kind.WHOLE),
                        Field.of("skill", Kind.DECIMAL),
                        Field.of("hours", Kind.WHOLE),
                        Field.of("sex", Kind.CATEGORY),
                        Field.of("pay", Kind.CATEGORY))),
                List.of(
                        NumberColumn.of(age),
                        NumberColumn.of(skill),
                        NumberColumn.of(hours),
                        CodeColumn.of(sex),
                        CodeColumn.of(pay)));
    }

    /** A table of one column of labels, each as often as said. */
    static Table labels(String name, Object... labelsAndCounts) {
        List<String> labels = IntStream.range(0, labelsAndCounts.length / 2)
                .boxed()
                .flatMap(k -> IntStream.range(0, (int) labelsAndCounts[2 * k + 1])
                        .mapToObj(i -> (String) labelsAndCounts[2 * k]))
                .toList();
        return Table.of(
                Schema.of(Field.of(name, Kind.CATEGORY), Field.of("x", Kind.WHOLE)),
                List.of(CodeColumn.of(labels.toArray(String[]::new)), NumberColumn.of(new double[labels.size()])));
    }
}
