/**
 * Do tables hang together as the real ones do? Measures of whole databases: foreign keys, numbers of children, trends
 * between tables (one and two steps apart, among siblings), sequences, and copies of whole entities.
 *
 * <p>The way through: a {@link org.semblance.evaluate.related.RelatedComparison} puts a real and a synthetic
 * {@link org.semblance.table.Database} side by side; each of its sides is a
 * {@link org.semblance.evaluate.related.Linked} database, whose foreign keys were followed
 * ({@link org.semblance.evaluate.related.Link}) and whose sequences were put in order
 * ({@link org.semblance.evaluate.related.Groups}); a {@link org.semblance.evaluate.related.RelatedMetric} from
 * {@link org.semblance.evaluate.related.RelatedMetrics} makes one {@link org.semblance.evaluate.Score} of it. Trends
 * between tables bring the rows of two tables together and ask the same questions as
 * {@link org.semblance.evaluate.alike.PairTrends} does of one.
 */
@NullMarked
package org.semblance.evaluate.related;

import org.jspecify.annotations.NullMarked;
