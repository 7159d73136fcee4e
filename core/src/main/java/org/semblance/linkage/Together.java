package org.semblance.linkage;

import java.util.List;
import org.semblance.plugin.Option;

/**
 * How errors come together: some records, clerks and sources are worse than others, though every rate holds on average.
 *
 * <p>On a level with spread v, an error of rate p comes with probability 1 - exp(-h F), where F is the factor of the
 * record, clerk or source, gamma distributed with mean 1 and variance v, and h = ((1 - p)^-v - 1) / v. So rates hold
 * exactly on average, and two errors of rates p and q of one record come together with probability
 * p + q - 1 + ((1-p)^-v + (1-q)^-v - 1)^(-1/v), which is Clayton's copula. Source: Clayton (1978),
 * doi:10.1093/biomet/65.1.141; Vaupel, Manton and Stallard (1979), doi:10.2307/2061224. Levels are nested: sources have
 * clerks and clerks write records, each with the rates that the level above leaves it.
 *
 * <p>Instead of these, a law of how many columns change in a row may be given; which ones then follows from the rates.
 *
 * @param columns share of rows in which 0, 1, 2 ... columns are changed; empty where errors fall by the rates alone.
 *     It is tilted, p(k) t^k, so that its mean is the sum of the columns' rates
 */
public record Together(
        @Option(
                value = "Spread of error-proneness over records; 0 for errors independent within a record",
                min = 0,
                max = 20)
        double record,

        @Option(value = "Spread of error-proneness over clerks", min = 0, max = 20)
        double clerk,

        @Option(value = "Rows that one clerk writes, one after another", min = 1, max = 1e12)
        long clerkRows,

        @Option(value = "Spread of error-proneness over sources; their rows are mixed", min = 0, max = 20)
        double source,

        @Option(
                value = "How many sources a file has; every one has the same number of rows, to within chance",
                min = 1,
                max = 1000)
        int sources,

        @Option("Share of rows with 0, 1, 2 ... changed columns; empty for what follows from the rates")
        List<String> columns) {
    /** Errors know nothing of each other. */
    public static final Together INDEPENDENT = new Together(0, 0, 500, 0, 1, List.of());

    public Together {
        columns = List.copyOf(columns);
    }

    public Together record(double spread) {
        return new Together(spread, clerk, clerkRows, source, sources, columns);
    }

    public Together clerk(double spread, long rows) {
        return new Together(record, spread, rows, source, sources, columns);
    }

    public Together source(double spread, int count) {
        return new Together(record, clerk, clerkRows, spread, count, columns);
    }

    /**
     * The same for some of the columns only: how many of them change.
     *
     * @param kept the rates of these columns
     * @param away the rates of the others that the law is about
     * @throws org.semblance.plugin.ProblemException where rates and law cannot be had together
     */
    public Together ofPart(double[] kept, double[] away) {
        return kept.length == 0 ? cut(0) : columns(ChangedColumns.ofPart(columns, kept, away));
    }

    /** Without rows in which more columns change than there are; without a law where there are none. */
    public Together cut(int most) {
        List<String> shares = most == 0 ? List.of() : columns.subList(0, Math.min(columns.size(), most + 1));
        return new Together(record, clerk, clerkRows, source, sources, shares);
    }

    /** Instead of spreads: the share of rows in which 0, 1, 2 ... columns change. */
    public static Together columns(double... shares) {
        List<String> texts = new java.util.ArrayList<>();
        for (double share : shares) {
            texts.add(String.valueOf(share));
        }
        return new Together(0, 0, 500, 0, 1, texts);
    }
}
