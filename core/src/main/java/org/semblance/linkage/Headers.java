package org.semblance.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a table say of its columns, in the languages of the locales: whole words and phrases of
 * {@code headers.txt}, whatever their capitals and accents. Words that mean different things in two languages are read
 * in the language that the other headers are in; a bare "name" is what the other names leave. Immutable.
 */
public final class Headers {
    /** Latin words of so few letters mean something in their own language only. */
    private static final int SHORT = 3;

    private static final String ENGLISH = "en";
    private static final String BESIDE = "beside";
    private static final String EITHER = "either";
    private static final String NUMBER = "number";
    private static final Headers KNOWN = new Headers();

    /** By phrase without its spaces, and language, the role. */
    private final Map<String, Map<String, Role>> roles = new HashMap<>();

    private final Set<String> beside = new HashSet<>();
    private final Set<String> either = new HashSet<>();
    private final Set<String> number = new HashSet<>();

    private Headers() {
        for (Role role : Role.values()) {
            if (role != Role.NUMBER) {
                add(role, ENGLISH, role.word());
            }
        }
        add(Role.NUMBER, ENGLISH, "numeric");
        try (InputStream in = Headers.class.getResourceAsStream("headers.txt")) {
            if (in == null) {
                throw new IllegalStateException("headers.txt is not on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.indexOf(']'));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    read(section, line.substring(0, 2), line.substring(3));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String section, String language, String phrases) {
        for (String phrase : phrases.split(",")) {
            String joined = HeaderWords.joined(phrase);
            switch (section) {
                case BESIDE -> beside.addAll(HeaderWords.of(phrase));
                case EITHER -> {
                    either.add(joined);
                    add(Role.FULL_NAME, language, phrase);
                }
                case NUMBER -> number.add(joined);
                default -> add(Role.valueOf(section.toUpperCase(Locale.ROOT)), language, phrase);
            }
        }
    }

    private void add(Role role, String language, String phrase) {
        roles.computeIfAbsent(HeaderWords.joined(phrase), key -> new LinkedHashMap<>())
                .putIfAbsent(language, role);
    }

    /** What each column is; null where its header says nothing. */
    public static List<@Nullable Role> roles(List<String> headers) {
        return KNOWN.read(headers);
    }

    /** The language of the headers as ISO 639 has it; "en" where no word of another one stands there. */
    public static String language(List<String> headers) {
        return KNOWN.spoken(headers.stream().map(KNOWN::phrase).toList());
    }

    private List<@Nullable Role> read(List<String> headers) {
        List<String> phrases = headers.stream().map(this::phrase).toList();
        String language = spoken(phrases);
        List<@Nullable Role> out = new ArrayList<>();
        Map<Role, Integer> sure = new EnumMap<>(Role.class);
        for (String phrase : phrases) {
            Role role = role(phrase, language);
            out.add(role);
            if (role != null && !either.contains(phrase)) {
                sure.merge(role, 1, Integer::sum);
            }
        }
        for (int c = 0; c < out.size(); c++) {
            String phrase = phrases.get(c);
            if (out.get(c) != null && either.contains(phrase)) {
                out.set(c, leftOver(sure));
            } else if (number.contains(phrase) && c > 0 && out.get(c - 1) == Role.STREET) {
                out.set(c, Role.HOUSE_NUMBER);
            }
        }
        return out;
    }

    /** A bare name is the part of the name that has no column of its own, where the other one has. */
    private static Role leftOver(Map<Role, Integer> sure) {
        boolean first = sure.containsKey(Role.FIRST_NAME);
        boolean last = sure.containsKey(Role.LAST_NAME);
        return first == last ? Role.FULL_NAME : first ? Role.LAST_NAME : Role.FIRST_NAME;
    }

    private @Nullable Role role(String phrase, String language) {
        Map<String, Role> meanings = roles.getOrDefault(phrase, Map.of());
        Role own = meanings.get(language);
        if (own != null) {
            return own;
        }
        Role english = meanings.get(ENGLISH);
        return english != null || meanings.isEmpty() || hardlyAWord(phrase)
                ? english
                : meanings.values().iterator().next();
    }

    private static boolean hardlyAWord(String phrase) {
        return phrase.length() <= SHORT && phrase.chars().allMatch(c -> c < 128);
    }

    /** The language that knows most of the headers which English does not know. */
    private String spoken(List<String> phrases) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (String phrase : phrases) {
            Map<String, Role> meanings = roles.getOrDefault(phrase, Map.of());
            // What English knows too, or what is hardly a word, decides between languages only.
            boolean foreign = !meanings.containsKey(ENGLISH) && !hardlyAWord(phrase);
            meanings.keySet().forEach(language -> votes.merge(language, foreign ? 1000 : 1, Integer::sum));
        }
        String best = ENGLISH;
        int most = 999;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > most && !vote.getKey().equals(ENGLISH)) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best;
    }

    /** The header's phrase that is known: all of it, or what the words beside it and a number behind leave. */
    private String phrase(String header) {
        List<String> words = new ArrayList<>(HeaderWords.of(header));
        String whole = String.join("", words);
        if (roles.containsKey(whole)) {
            return whole;
        }
        if (words.size() > 1 && words.get(words.size() - 1).matches("\\d+")) {
            words.remove(words.size() - 1);
        }
        for (int from = 0; from < words.size(); from++) {
            for (int to = words.size(); to > from; to--) {
                String part = String.join("", words.subList(from, to));
                if (roles.containsKey(part)
                        && beside.containsAll(words.subList(0, from))
                        && beside.containsAll(words.subList(to, words.size()))) {
                    return part;
                }
            }
        }
        return whole;
    }

    /** Every phrase with the languages that have it, for those who test it. */
    static Map<String, Map<String, Role>> all() {
        return KNOWN.roles;
    }

    /** The languages that there are words of. */
    static Set<String> languages() {
        Set<String> out = new HashSet<>();
        KNOWN.roles.values().forEach(meanings -> out.addAll(meanings.keySet()));
        return out;
    }
}
