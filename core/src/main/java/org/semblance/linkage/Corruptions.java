package org.semblance.linkage;

import org.semblance.plugin.Registry;

/** Everything that can go wrong with a cell. Rows that are left out or come twice are the register's own affair. */
public final class Corruptions {
    public static final Registry<Corruption> ALL = Registry.of(
            "corruption",
            Typo.PLUGIN,
            Edit.PLUGIN,
            Ocr.PLUGIN,
            Phonetic.PLUGIN,
            Nickname.PLUGIN,
            Initial.PLUGIN,
            Abbreviation.PLUGIN,
            Token.SWAP,
            Token.DROP,
            Token.REPEAT,
            Spacing.PLUGIN,
            Diacritics.PLUGIN,
            Transliteration.PLUGIN,
            Casing.PLUGIN,
            TitlePrefix.PLUGIN,
            DateErrors.SWAP,
            DateErrors.FIRST,
            DateErrors.CENTURY,
            DateErrors.OFFSET,
            DateFormatError.PLUGIN,
            Digits.PLUGIN,
            PostcodeDigits.PLUGIN,
            AgeMisreport.PLUGIN,
            WrongOption.PLUGIN,
            Missing.PLUGIN,
            DefaultValue.PLUGIN,
            HouseholdCopy.PLUGIN,
            FieldSwap.PLUGIN);

    private Corruptions() {}
}
