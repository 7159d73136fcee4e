/**
 * Rows that follow one another: the steps of an entity, in order, given what is known of the entity.
 *
 * <p>The way through: {@link org.semblance.synthesize.sequence.Steps} learns from real steps and draws new ones. Its
 * {@code Layout} names what a step is told (context, place, time, the steps before); a {@code Trail} keeps the steps
 * before of many entities at once; a {@code Form} says what a column is drawn as; {@code Learning} grows the trees, and
 * a {@code Walk} draws position by position.
 */
@NullMarked
package org.semblance.synthesize.sequence;

import org.jspecify.annotations.NullMarked;
