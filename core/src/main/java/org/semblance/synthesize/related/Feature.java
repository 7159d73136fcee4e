package org.semblance.synthesize.related;

/**
 * A column by which the columns of a part are told: that of an owner, of an owner's owner, or of a row that one of them
 * or the row itself points at.
 *
 * @param own which of the own columns of the part that is reached
 */
record Feature(Path path, int own) {}
