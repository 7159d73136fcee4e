package org.semblance.generate.people;

/** The purposes for which random bits are drawn; each number is used for one thing only. */
final class Draw {
    static final int TEMPLATE = 1;
    static final int KIND = 2;
    static final int YEAR = 3;
    static final int DIFFERENCE = 4;
    static final int GAP = 5;
    static final int MOTHER = 6;
    static final int GRANDPARENT = 7;
    static final int GRANDPARENT_AGE = 8;
    static final int SEX = 9;
    static final int GIVEN = 10;
    static final int MIDDLE = 11;
    static final int SURNAME = 12;
    static final int NAMESAKE = 13;
    static final int MARRIED = 14;
    static final int MARRIAGE = 15;
    static final int DIVORCE = 16;
    static final int TOGETHER = 17;
    static final int NAME_CHANGE = 18;
    static final int FORMER = 19;
    static final int DEATH = 20;
    static final int MOVE = 21;
    static final int CITY = 22;
    static final int ADDRESS = 23;
    static final int PHONE = 24;
    static final int EMAIL = 25;
    static final int TITLE = 26;
    static final int NICKNAME = 27;
    static final int IDENTIFIER = 28;
    static final int REVERT = 29;
    static final int STRANGER = 40;

    private Draw() {}
}
