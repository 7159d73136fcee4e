package org.semblance.generate;

import java.text.Normalizer;
import java.util.Locale;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * User names, e-mail addresses and web addresses. Hosts are example.com, example.org and example.net, which nobody can
 * own (RFC 2606). Each holds the row's number, so that every value is different.
 */
final class Handle implements Maker {
    static final Plugin<Maker> USER = of("user-name", "A user name: a given name and a number.", Form.USER);
    static final Plugin<Maker> EMAIL = of("email", "An e-mail address at a host that nobody can own.", Form.EMAIL);
    static final Plugin<Maker> URL = of("url", "A web address at a host that nobody can own.", Form.URL);

    private static final String[] HOSTS = {"example.com", "example.org", "example.net"};

    /** What is built around the name. */
    private enum Form {
        USER,
        EMAIL,
        URL
    }

    private final Form form;
    private final Listed given;
    private final Listed family;

    private Handle(Form form, String locale) {
        this.form = form;
        given = new Listed("name.first_name", locale);
        family = new Listed("name.last_name", locale);
    }

    private static Plugin<Maker> of(String name, String summary, Form form) {
        return Plugin.of(name, summary, new Listed.Options("en"), options -> new Handle(form, options.locale()));
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        Rng rng = column.child(first);
        String[] out = new String[count];
        StringBuilder text = new StringBuilder();
        Phrase one = given.phrase();
        Phrase two = family.phrase();
        for (int i = 0; i < count; i++) {
            text.setLength(0);
            one.write(text, rng);
            if (form == Form.EMAIL) {
                text.append('.');
                two.write(text, rng);
            }
            String name = plain(text);
            long number = first + i + 1;
            String host = HOSTS[rng.nextInt(HOSTS.length)];
            out[i] = switch (form) {
                case USER -> name + number;
                case EMAIL -> name + number + "@" + host;
                case URL -> "https://www." + host + "/" + name + "/" + number;
            };
        }
        return out;
    }

    /** Lower-case ASCII letters and dots; "user" where the script has none. */
    private static String plain(CharSequence name) {
        String text = name.toString();
        boolean ascii = text.chars().allMatch(c -> c < 128);
        String flat = ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < flat.length(); i++) {
            char c = Character.toLowerCase(flat.charAt(i));
            if (c >= 'a' && c <= 'z' || c == '.' && !out.isEmpty()) {
                out.append(c);
            } else {
                out.append(c == 'ø' ? "o" : c == 'æ' ? "ae" : c == 'ß' ? "ss" : c == 'ł' ? "l" : c == 'đ' ? "d" : "");
            }
        }
        String plain = out.toString().toLowerCase(Locale.ROOT);
        while (plain.endsWith(".")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.isEmpty() ? "user" : plain;
    }

    @Override
    public boolean unique() {
        return true;
    }
}
