package org.semblance.impute;

import org.semblance.table.Table;

/** Twenty-five people of a health survey, with holes: Schafer (1997), Analysis of Incomplete Multivariate Data, table 6.14. */
final class Nhanes {
    static final Table DATA = Table.of(
            "age:whole, bmi:decimal, hyp:whole, chl:whole",
            1, null, null, null, 2, 22.7, 1, 187, 1, null, 1, 187, 3, null, null, null, 1, 20.4, 1, 113,
            3, null, null, 184, 1, 22.5, 1, 118, 1, 30.1, 1, 187, 2, 22.0, 1, 238, 2, null, null, null,
            1, null, null, null, 2, null, null, null, 3, 21.7, 1, 206, 2, 28.7, 2, 204, 1, 29.6, 1, null,
            1, null, null, null, 3, 27.2, 2, 284, 2, 26.3, 2, 199, 1, 35.3, 1, 218, 3, 25.5, 2, null,
            1, null, null, null, 1, 33.2, 1, 229, 1, 27.5, 1, 131, 3, 24.9, 1, null, 2, 27.4, 1, 186);

    private Nhanes() {}
}
