package org.semblance.constraint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Columns in order that are written as distances from each other, so that whatever distances are drawn keep the orders:
 * (arrival, leaving) as (arrival, leaving - arrival). Of all orders a forest is chosen, in which each column is the
 * distance from one other; what closes a circle is left to be kept in another way.
 *
 * @param spans each after the one that its base is a distance in
 */
record Distances(List<Span> spans) {
    static final Distances NONE = new Distances(List.of());

    Distances {
        spans = List.copyOf(spans);
    }

    /**
     * Chooses: columns that are given are the bases to begin with, then those in the most orders.
     *
     * @param all the orders that there are
     * @param fixed columns that cannot be written as a distance
     */
    static Distances of(List<Span> all, Table real, Set<String> fixed) {
        Map<String, List<Span>> at = new LinkedHashMap<>();
        for (Span span : all) {
            at.computeIfAbsent(span.low().name(), name -> new ArrayList<>()).add(span);
            at.computeIfAbsent(span.high().name(), name -> new ArrayList<>()).add(span);
        }
        List<String> roots = new ArrayList<>(at.keySet());
        roots.sort(Comparator.comparing((String name) -> !fixed.contains(name))
                .thenComparing(name -> -at.getOrDefault(name, List.of()).size()));
        Set<String> reached = new HashSet<>(fixed);
        List<Span> spans = new ArrayList<>();
        for (String root : roots) {
            Deque<String> next = new ArrayDeque<>();
            if (fixed.contains(root) || reached.add(root)) {
                next.add(root);
            }
            while (!next.isEmpty()) {
                String base = next.remove();
                for (Span span : at.getOrDefault(base, List.of())) {
                    Span turned = span.from(base);
                    if (!reached.contains(turned.taken()) && turned.possible(real)) {
                        reached.add(turned.taken());
                        spans.add(turned);
                        next.add(turned.taken());
                    }
                }
            }
        }
        return new Distances(spans);
    }

    /** Those whose distances vary little beside their columns, and those of columns that are given. */
    List<Span> narrow(Table real, double share) {
        return spans.stream().filter(span -> span.width(real) < share).toList();
    }

    /** The same whose columns do not pass the k-th most extreme of their real values. */
    Distances within(Table real, int k) {
        return new Distances(spans.stream().map(span -> span.within(real, k)).toList());
    }

    /** The span as it stands here, or as it is. */
    Span turned(Span span) {
        return spans.stream().filter(one -> one.same(span)).findFirst().orElse(span);
    }

    /** Whether an order holds in whatever is drawn. */
    boolean keeps(Span span) {
        return spans.stream().anyMatch(one -> one.same(span));
    }

    /** The columns that are written as distances. */
    Set<String> taken() {
        Set<String> out = new LinkedHashSet<>();
        spans.forEach(span -> out.add(span.taken()));
        return out;
    }

    void forward(Draft draft) {
        for (int k = spans.size() - 1; k >= 0; k--) {
            spans.get(k).forward(draft);
        }
    }

    void backward(Draft draft) {
        spans.forEach(span -> span.backward(draft));
    }

    void store(ArrayNode json) {
        for (Span span : spans) {
            ObjectNode one = json.addObject();
            one.put("low", span.low().name()).put("high", span.high().name());
            one.put("strict", span.strict()).put("from above", span.fromAbove());
            if (!Double.isNaN(span.limit())) {
                one.put("limit", span.limit());
            }
        }
    }

    static Distances load(JsonNode json, Table like) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode one : json) {
            String low = one.path("low").asString("");
            String high = one.path("high").asString("");
            Span span = Span.of(like.schema(), low, high, one.path("strict").asBoolean(false));
            spans.add(span.from(one.path("from above").asBoolean(false) ? high : low)
                    .within(one.path("limit").asDouble(Double.NaN)));
        }
        return new Distances(spans);
    }
}
