package org.semblance.io;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML file (or JSON, which is YAML too) as a tree that remembers its lines. Anchors and aliases are refused, names
 * must differ, nesting ends at {@link #DEPTH}: a small hostile file cannot become a large tree.
 */
public final class Yaml {
    /** How deep values may be nested. */
    public static final int DEPTH = 50;

    /** Most characters of a file. */
    public static final int LENGTH = 16 << 20;

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private final String file;
    private final Iterator<Event> events;

    private Yaml(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** A value and the line where it begins, counted from 1. */
    public sealed interface Node {
        int line();

        /** What it is, in a word or two, for messages. */
        String word();
    }

    /**
     * A text, number, flag or nothing.
     *
     * @param text as written, without quotes
     * @param quoted whether it is certainly a text
     */
    public record Scalar(String text, boolean quoted, int line) implements Node {
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        public boolean isNumber() {
            return !quoted && NUMBER.matcher(text).matches();
        }

        public boolean isFlag() {
            return !quoted && (text.equals("true") || text.equals("false"));
        }

        /** As {@code Long}, {@code Double}, {@code Boolean} or {@code String}; nothing is an empty text. */
        public Object value() {
            if (isNull()) {
                return "";
            }
            if (isFlag()) {
                return Boolean.valueOf(text);
            }
            if (!isNumber()) {
                return text;
            }
            double number = Double.parseDouble(text);
            boolean whole =
                    Math.abs(number) < 1e15 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+');
            return whole ? (Object) (long) number : (Object) number;
        }

        @Override
        public String word() {
            return isNull() ? "nothing" : "\"" + text + "\"";
        }
    }

    /** Values in order. */
    public record Items(List<Node> nodes, int line) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String word() {
            return "a list";
        }
    }

    /** Named values in the order of the file, and the line of each name. */
    public record Members(Map<String, Node> nodes, Map<String, Integer> lines, int line) implements Node {
        /** The line of a name that is there. */
        public int line(String name) {
            return lines.getOrDefault(name, line);
        }

        @Override
        public String word() {
            return "a group of keys";
        }
    }

    /** A node as plain values: lists and maps of texts, numbers and flags; nothing is an empty text. */
    public static Object plain(Node node) {
        if (node instanceof Items items) {
            return items.nodes().stream().map(Yaml::plain).toList();
        }
        if (node instanceof Members members) {
            Map<String, Object> out = new LinkedHashMap<>();
            members.nodes().forEach((name, value) -> out.put(name, plain(value)));
            return out;
        }
        return ((Scalar) node).value();
    }

    /** The place of a line, as problems say it. */
    public static String place(String file, int line) {
        return file + ", line " + line;
    }

    /**
     * Reads one document.
     *
     * @param file its name, for messages
     * @throws ProblemException if it is not YAML, with the line
     */
    public static Node parse(String text, String file) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setCodePointLimit(LENGTH).build();
        try {
            Yaml yaml = new Yaml(file, new Parse(settings).parseString(text).iterator());
            yaml.expect(Event.ID.StreamStart);
            Event event = yaml.events.next();
            if (event.getEventId() == Event.ID.StreamEnd) {
                return new Scalar("", false, 1);
            }
            Node root = yaml.node(yaml.events.next(), 0);
            yaml.expect(Event.ID.DocumentEnd);
            Event last = yaml.events.next();
            if (last.getEventId() != Event.ID.StreamEnd) {
                throw yaml.problem(last, "a second document begins here.", "Put each into a file of its own.");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw ProblemException.data(Problem.of("this is not YAML: " + e.getProblem() + ".")
                    .at(place(file, line))
                    .fix("Look at the indentation, colons and quotes of this line and the one above."));
        } catch (YamlEngineException e) {
            String reason = text.length() > LENGTH ? "it has more than " + LENGTH + " characters" : "it is not text";
            throw ProblemException.data(
                    Problem.of("this is not YAML: " + reason + ".").at(file).fix("Give a text file."));
        }
    }

    private void expect(Event.ID id) {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw problem(event, "this is not expected here.", "");
        }
    }

    private Node node(Event event, int depth) {
        if (depth > DEPTH) {
            throw problem(event, "values are nested more than " + DEPTH + " deep.", "");
        }
        int line = line(event);
        if (event instanceof ScalarEvent scalar) {
            boolean text = scalar.getTag().filter(tag -> tag.endsWith("str")).isPresent();
            return new Scalar(scalar.getValue(), text || !scalar.isPlain(), line);
        }
        return switch (event.getEventId()) {
            case SequenceStart -> items(line, depth);
            case MappingStart -> members(line, depth);
            case Alias ->
                throw problem(event, "anchors and aliases (& and *) are not used here.", "Write the value out.");
            default -> throw problem(event, "this is not expected here.", "");
        };
    }

    private Items items(int line, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            nodes.add(node(event, depth + 1));
        }
        return new Items(nodes, line);
    }

    private Members members(int line, int depth) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent name)) {
                throw problem(event, "a name is expected here.", "Write name: value.");
            }
            if (lines.containsKey(name.getValue())) {
                throw problem(
                        event,
                        "\"" + name.getValue() + "\" stands here a second time.",
                        "The first is in line " + lines.get(name.getValue()) + "; remove one.");
            }
            lines.put(name.getValue(), line(event));
            nodes.put(name.getValue(), node(events.next(), depth + 1));
        }
        return new Members(nodes, lines, line);
    }

    private ProblemException problem(Event event, String what, String fix) {
        return ProblemException.data(
                Problem.of(what).at(place(file, line(event))).fix(fix));
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
