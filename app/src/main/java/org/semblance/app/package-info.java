/** The command line: the one executable of the project. */
@NullMarked
package org.semblance.app;

import org.jspecify.annotations.NullMarked;
