/** Databases over JDBC: their catalogue and tables read in one consistent view, and new ones written whole or not at all. */
@NullMarked
package org.semblance.formats.jdbc;

import org.jspecify.annotations.NullMarked;
