/** The command line: one file per command, and what they share (streams, help, progress, faults). */
@NullMarked
package org.semblance.app.cli;

import org.jspecify.annotations.NullMarked;
