/** Databases of related tables: {@link org.semblance.synthesize.related.RelatedSynthesizer} learns and draws them whole. */
@NullMarked
package org.semblance.synthesize.related;

import org.jspecify.annotations.NullMarked;
