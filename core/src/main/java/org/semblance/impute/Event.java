package org.semblance.impute;

/**
 * Something that was done otherwise than asked, in words: mice's logged events.
 *
 * @param set which imputation, from 1; 0 while setting up
 * @param iteration which one, from 1; 0 while setting up
 * @param column the target
 * @param method how it is drawn
 * @param words what was done, and why
 */
public record Event(int set, int iteration, String column, String method, String words) {}
