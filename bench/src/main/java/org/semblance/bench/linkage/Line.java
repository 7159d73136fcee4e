package org.semblance.bench.linkage;

/** A line of the table: what was done, what was asked for, what came of it. */
record Line(String what, String asked, String measured) {
    String markdown() {
        return "| " + what + " | " + asked + " | " + measured + " |";
    }
}
