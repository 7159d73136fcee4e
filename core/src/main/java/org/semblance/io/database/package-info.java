/** Related tables read from and written to wherever they are: a folder of files, a workbook, a database. */
@NullMarked
package org.semblance.io.database;

import org.jspecify.annotations.NullMarked;
