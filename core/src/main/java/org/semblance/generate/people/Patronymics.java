package org.semblance.generate.people;

/** The name after the father, in languages where it stands between given name and surname. */
final class Patronymics {
    private Patronymics() {}

    static String of(String language, String father, boolean female) {
        return switch (language) {
            case "russian" -> russian(father, female);
            case "ukrainian" -> ukrainian(father, female);
            case "bulgarian" -> bulgarian(father, female);
            default -> throw new IllegalArgumentException("no patronymics in " + language);
        };
    }

    private static String cut(String name, int letters) {
        return name.substring(0, name.length() - letters);
    }

    private static String russian(String name, boolean female) {
        switch (name) {
            case "Илья", "Лука", "Фома", "Никита" -> {
                return cut(name, 1) + (female ? name.equals("Никита") ? "ична" : "инична" : "ич");
            }
            case "Михаил" -> {
                return female ? "Михайловна" : "Михайлович";
            }
            case "Павел" -> {
                return female ? "Павловна" : "Павлович";
            }
            case "Пётр" -> {
                return female ? "Петровна" : "Петрович";
            }
            case "Лев" -> {
                return female ? "Львовна" : "Львович";
            }
            case "Яков" -> {
                return female ? "Яковлевна" : "Яковлевич";
            }
            default -> {
                String soft = female ? "евна" : "евич";
                if (name.endsWith("ий")) {
                    boolean full = name.equals("Дмитрий") || name.equals("Геннадий");
                    return full ? cut(name, 1) + soft : cut(name, 2) + "ь" + soft;
                }
                if (name.endsWith("й") || name.endsWith("ь")) {
                    return cut(name, 1) + soft;
                }
                return name + (female ? "овна" : "ович");
            }
        }
    }

    private static String ukrainian(String name, boolean female) {
        switch (name) {
            case "Микола" -> {
                return female ? "Миколаївна" : "Миколайович";
            }
            case "Григорій" -> {
                return female ? "Григорівна" : "Григорович";
            }
            case "Яків" -> {
                return female ? "Яківна" : "Якович";
            }
            case "Федір" -> {
                return female ? "Федорівна" : "Федорович";
            }
            case "Петро", "Павло", "Дмитро", "Данило", "Марко" -> {
                return cut(name, 1) + (female ? "івна" : "ович");
            }
            default -> {
                return name.endsWith("й")
                        ? cut(name, 1) + (female ? "ївна" : "йович")
                        : name + (female ? "івна" : "ович");
            }
        }
    }

    private static String bulgarian(String name, boolean female) {
        String ending = female ? "а" : "";
        if (name.endsWith("тър")) {
            return cut(name, 2) + "ров" + ending;
        }
        if (name.endsWith("й")) {
            return cut(name, 1) + "ев" + ending;
        }
        if (name.endsWith("и") || name.endsWith("я")) {
            return (name.endsWith("я") ? cut(name, 1) : name) + "ев" + ending;
        }
        return (name.endsWith("о") || name.endsWith("а") ? cut(name, 1) : name) + "ов" + ending;
    }
}
