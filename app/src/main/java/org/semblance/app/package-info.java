/** The executable: starts the command line and turns Ctrl-C into an orderly end. */
@NullMarked
package org.semblance.app;

import org.jspecify.annotations.NullMarked;
