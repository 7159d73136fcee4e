/** Two registers of the same people and the truth between them: who is in them, how they are written, what is asked. */
@NullMarked
package org.semblance.linkage.registers;

import org.jspecify.annotations.NullMarked;
