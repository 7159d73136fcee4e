package org.semblance.linkage.score;

/**
 * Pairs in which at least one record has something in common: struck by an operator, a twin, without identifier.
 *
 * @param kind of division: error, column or case
 * @param name what they have in common
 * @param records how many have it
 * @param counts pairs with at least one of them
 */
public record Stratum(String kind, String name, int records, PairCounts counts) {}
