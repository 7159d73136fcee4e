/** What the rows of related tables keep together: {@link org.semblance.constraint.related.RelatedRules} finds it. */
@NullMarked
package org.semblance.constraint.related;

import org.jspecify.annotations.NullMarked;
