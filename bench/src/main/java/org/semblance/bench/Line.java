package org.semblance.bench;

/** A line of the table: what was done, what was asked for, what came of it. */
public record Line(String what, String asked, String measured) {
    public String markdown() {
        return "| " + what + " | " + asked + " | " + measured + " |";
    }
}
