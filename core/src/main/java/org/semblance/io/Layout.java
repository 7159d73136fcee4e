package org.semblance.io;

import java.util.List;

/**
 * Where the table lies in a file.
 *
 * @param names of all columns, all different
 * @param named for every column whether the file names it
 * @param header whether a row of the file names the columns
 * @param bodyStart byte where the first row of data begins
 * @param notes what was decided, in words
 */
record Layout(List<String> names, boolean[] named, boolean header, int bodyStart, List<String> notes) {
    int width() {
        return names.size();
    }
}
