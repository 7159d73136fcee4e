/**
 * People who do not exist: names, dates, addresses, numbers and families as a pure function of options, seed and the
 * number of the person.
 */
@NullMarked
package org.semblance.generate.people;

import org.jspecify.annotations.NullMarked;
