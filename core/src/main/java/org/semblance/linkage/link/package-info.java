/** Reference linkers: exact agreement, a stated rule, and Fellegi-Sunter with its weights learnt by EM. */
@NullMarked
package org.semblance.linkage.link;

import org.jspecify.annotations.NullMarked;
