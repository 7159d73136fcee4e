package org.semblance.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * What goes wrong in a register: rates of corruptions by column, and how errors come together. Immutable and
 * thread-safe; each thread makes the errors with a {@link Scribe} of its own. The errors of a row depend on the seed, the
 * row's number and its cells only.
 */
public final class Errors {
    /** One rate made ready. */
    record Compiled(int variable, Corruption corruption, String operator, double rate, int on, DateText dates) {}

    private final List<Variable> variables;
    private final List<Rate> rates;
    private final Together together;
    final Compiled[] compiled;
    /** Where the number of changed columns has a law: the law, the rates of each column, and their sum. */
    final @Nullable ChangedColumns columns;

    final int[][] ratesOf;
    final double[] rateOf;
    final double[][] ofSources;

    private Errors(List<Variable> variables, List<Rate> rates, Compiled[] compiled, Together together) {
        this.variables = variables;
        this.rates = rates;
        this.compiled = compiled;
        this.together = together;
        ratesOf = together.columns().isEmpty() ? new int[0][] : byColumn(compiled);
        rateOf = new double[ratesOf.length];
        for (int c = 0; c < ratesOf.length; c++) {
            for (int rate : ratesOf[c]) {
                rateOf[c] += compiled[rate].rate();
            }
        }
        ofSources = sources(compiled, together);
        // Where nothing goes wrong, no law says how many columns do: that of the other file may be given for both.
        columns = rateOf.length == 0 ? null : ChangedColumns.fit(together.columns(), rateOf);
    }

    /** The places of the rates above 0, column by column. */
    private static int[][] byColumn(Compiled[] compiled) {
        Map<Integer, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < compiled.length; i++) {
            if (compiled[i].rate() > 0) {
                places.computeIfAbsent(compiled[i].variable(), c -> new ArrayList<>())
                        .add(i);
            }
        }
        return places.values().stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }

    Together together() {
        return together;
    }

    /** The rates of every source where records, clerks or sources differ; empty where they do not. */
    private static double[][] sources(Compiled[] compiled, Together together) {
        boolean differ =
                together.record() > 0 || together.clerk() > 0 || together.source() > 0 && together.sources() > 1;
        if (!differ) {
            return new double[0][];
        }
        double[] rates = new double[compiled.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = compiled[i].rate();
        }
        return Frailty.ofSources(together, rates);
    }

    /**
     * Makes rates ready. They are applied in their order, so one error may fall on what another has left.
     *
     * @throws ProblemException naming every unknown column, corruption and option, every corruption on a column that it
     *     does not fit and every rate out of range at once
     */
    public static Errors of(List<Variable> variables, List<Rate> rates, Together together) {
        List<Problem> problems = new ArrayList<>();
        List<String> names = variables.stream().map(Variable::name).toList();
        List<Compiled> compiled = new ArrayList<>();
        Map<Object, Corruption> made = new HashMap<>();
        for (Rate rate : rates) {
            compile(rate, variables, names, made, compiled, problems);
        }
        if (!together.columns().isEmpty()) {
            withLaw(rates, problems);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return new Errors(List.copyOf(variables), List.copyOf(rates), compiled.toArray(new Compiled[0]), together);
    }

    /** @param made the corruptions so far: one serves all columns that want it with the same options */
    private static void compile(
            Rate rate,
            List<Variable> variables,
            List<String> names,
            Map<Object, Corruption> made,
            List<Compiled> out,
            List<Problem> problems) {
        String what = rate.variable() + ": " + rate.corruption();
        int at = names.indexOf(rate.variable());
        if (at < 0) {
            problems.add(noColumn(what, rate.variable(), names));
        }
        if (!(rate.rate() >= 0 && rate.rate() <= 1)) {
            problems.add(Problem.of(what + ": the rate is " + rate.rate() + ", but must be between 0 and 1."));
        }
        When when = rate.when();
        int on = when == null ? -1 : names.indexOf(when.variable());
        if (when != null && on < 0) {
            problems.add(noColumn(what + ", when", when.variable(), names));
        }
        try {
            Plugin<Corruption> plugin = Corruptions.ALL.find(rate.corruption());
            Corruption corruption = made.computeIfAbsent(
                    List.of(plugin.name(), rate.options()), options -> plugin.make(rate.options()));
            if (at >= 0 && !corruption.fits(variables.get(at))) {
                problems.add(Problem.of(what + " does not fit a column of role "
                        + variables.get(at).role().word() + "."));
            }
            DateText dates = DateText.of(variables.get(Math.max(0, on)));
            out.add(new Compiled(at, corruption, plugin.name(), rate.rate(), on, dates));
        } catch (ProblemException e) {
            e.problems()
                    .forEach(p -> problems.add(
                            Problem.of(rate.variable() + ": " + p.what()).fix(p.fix())));
        }
    }

    /** A law of the number of changed columns needs rates that are the same in every row and leave a choice. */
    private static void withLaw(List<Rate> rates, List<Problem> problems) {
        Map<String, Double> sums = new TreeMap<>();
        for (Rate rate : rates) {
            sums.merge(rate.variable(), rate.rate(), Double::sum);
            if (rate.when() != null) {
                problems.add(Problem.of(rate.variable() + ": " + rate.corruption()
                                + ": a rate with a condition does not go with a law of how many columns change.")
                        .fix("Leave out when, or columns."));
            }
        }
        sums.forEach((name, sum) -> {
            if (sum >= 1) {
                problems.add(Problem.of(name + ": its rates sum to " + sum
                        + ", but must stay below 1 where there is a law" + " of how many columns change."));
            }
        });
    }

    private static Problem noColumn(String what, String name, List<String> names) {
        String hint = Nearest.hint(name, names);
        return Problem.of(what + ": there is no column \"" + name + "\".")
                .fix(hint.isEmpty() ? "The columns are: " + String.join(", ", names) + "." : hint);
    }

    public List<Variable> variables() {
        return variables;
    }

    public List<Rate> rates() {
        return rates;
    }

    /** What could not be had as asked, in words. */
    public List<String> notes() {
        String note = columns == null ? "" : columns.instead();
        return note.isEmpty() ? List.of() : List.of(note);
    }

    /**
     * Who writes rows with these errors, for one thread.
     *
     * @param row the row that is filled before every {@link Scribe#write}; its variables are those of the errors
     * @param rng the errors' own randomness, the same for every block of the file
     */
    public Scribe scribe(Row row, Rng rng, Log log) {
        return new Scribe(this, row, rng, log);
    }

    /**
     * The usual errors of such columns, in their order; {@link Defaults} says where they are from.
     *
     * @param locale language and country ("en", "de", "sv-SE"), for the keyboard, spellings and short names
     */
    public static List<Rate> defaults(List<Variable> variables, String locale) {
        return Defaults.of(variables, locale);
    }

    /** The usual errors in an English register. */
    public static List<Rate> defaults(List<Variable> variables) {
        return Defaults.of(variables, "en");
    }

    /** An empty tally, to add those of the scribes to. */
    public Tally tally() {
        return new Tally(rates);
    }

    /**
     * The rates made larger or smaller: every hazard -log(1 - rate) times {@code scale}, so that small rates are
     * multiplied by it and none passes 1. Several rates of one column then come together as one of them would.
     *
     * @param scale 0 for no errors, 1 for the rates as they are
     * @throws IllegalArgumentException where the scale is negative
     */
    public static List<Rate> scaled(List<Rate> rates, double scale) {
        if (!(scale >= 0)) {
            throw new IllegalArgumentException("the scale is " + scale + ", but must be at least 0");
        }
        return rates.stream()
                .map(rate -> scale == 1 || rate.rate() >= 1
                        ? rate
                        : rate.rate(-StrictMath.expm1(scale * StrictMath.log1p(-rate.rate()))))
                .toList();
    }
}
