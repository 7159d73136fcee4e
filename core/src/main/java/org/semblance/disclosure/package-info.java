/**
 * Disclosure control: changes to a synthetic table that make it tell less, one file per method, listed in
 * {@link org.semblance.disclosure.Controls}.
 */
@NullMarked
package org.semblance.disclosure;

import org.jspecify.annotations.NullMarked;
