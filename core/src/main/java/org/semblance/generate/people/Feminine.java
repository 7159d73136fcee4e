package org.semblance.generate.people;

import java.util.function.UnaryOperator;

/** What a surname becomes when a woman bears it, in languages where it then changes. */
final class Feminine {
    /** Women and men have the same. */
    static final UnaryOperator<String> SAME = name -> name;

    private Feminine() {}

    static UnaryOperator<String> of(String rule) {
        return switch (rule) {
            case "none" -> SAME;
            case "russian" ->
                name -> changed(name, "ский=ская цкий=цкая ой=ая ый=ая ий=ая ов=ова ев=ева ёв=ёва ин=ина ын=ына");
            case "ukrainian" ->
                name -> changed(
                        name, "ський=ська цький=цька зький=зька ий=а ов=ова ев=ева єв=єва їв=їва ін=іна їн=їна");
            case "bulgarian" -> name -> changed(name, "ски=ска ов=ова ев=ева ин=ина");
            case "polish" -> name -> changed(name, "ski=ska cki=cka dzki=dzka");
            case "czech" -> Feminine::czech;
            case "greek" ->
                // The genitive of the father's: -όπουλος moves its stress, -ίδης and -άδης keep the older form.
                name -> changed(name, "όπουλος=οπούλου ίδης=ίδου ΐδης=ΐδου άδης=άδου ος=ου ός=ού ης=η ής=ή ας=α άς=ά");
            default -> throw new IllegalArgumentException("no rule " + rule);
        };
    }

    /** The first ending that fits is replaced. */
    private static String changed(String name, String endings) {
        for (String pair : endings.split(" ")) {
            int equals = pair.indexOf('=');
            if (name.endsWith(pair.substring(0, equals))) {
                return name.substring(0, name.length() - equals) + pair.substring(equals + 1);
            }
        }
        return name;
    }

    private static String czech(String name) {
        if (name.endsWith("ová") || name.endsWith("á") || name.endsWith("ů") || name.endsWith("í")) {
            return name;
        }
        // Of the common names in -ec only this one keeps its vowel.
        String changed = name.endsWith("Kadlec") ? name : changed(name, "ý=á ek=ková ec=cová něk=ňková a=ová o=ová");
        return changed.equals(name) ? name + "ová" : changed;
    }
}
