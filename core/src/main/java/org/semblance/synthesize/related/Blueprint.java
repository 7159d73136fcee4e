package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.synthesize.related.Own.What;
import org.semblance.synthesize.related.Part.Role;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Metadata;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;

/**
 * In which order the tables of a database are drawn, and how each finds the rows that its foreign keys name.
 *
 * @param parts in that order: owners before what they own, and what is pointed at before what points, but for circles
 * @param apart by table, sets of columns in which rows differ beside keys
 */
record Blueprint(Metadata metadata, List<Part> parts, Map<String, List<List<String>>> apart) {
    /** The same, with rows that differ in more columns than their keys. */
    Blueprint apart(Map<String, List<List<String>>> more) {
        List<Part> out = new ArrayList<>();
        for (Part part : parts) {
            List<Distinct> distinct = new ArrayList<>(part.distinct());
            for (List<String> columns : more.getOrDefault(part.name(), List.of())) {
                List<Integer> places =
                        columns.stream().map(part.schema()::index).toList();
                boolean ofOwner = part.owned() && places.containsAll(part.columns(part.owner()));
                distinct.add(new Distinct(places, ofOwner));
            }
            out.add(part.differing(distinct));
        }
        return new Blueprint(metadata, out, more);
    }

    /**
     * @param order the tables in the order of drawing
     * @param ways how each relationship is followed
     */
    static Blueprint of(Metadata metadata, List<String> order, Map<Relationship, Ref.Way> ways) {
        Map<String, Integer> places = new HashMap<>();
        order.forEach(name -> places.put(name, places.size()));
        List<List<Ref>> refs = new ArrayList<>();
        for (String name : order) {
            List<Ref> own = new ArrayList<>();
            for (Ref.Way way : Ref.Way.values()) {
                for (Relationship relationship : metadata.above(name)) {
                    if (ways.get(relationship) == way) {
                        own.add(new Ref(relationship, place(places, relationship.parent()), way));
                    }
                }
            }
            refs.add(own);
        }
        List<Part> parts = new ArrayList<>();
        for (String name : order) {
            int index = parts.size();
            List<Ref> own = refs.get(index);
            int owner = !own.isEmpty() && own.get(0).way() == Ref.Way.OWNER ? 0 : -1;
            int root = owner < 0 ? index : parts.get(own.get(0).target()).root();
            Schema schema = metadata.schema(name);
            List<Role> roles = roles(metadata, name, schema, own);
            parts.add(new Part(
                    index,
                    name,
                    schema,
                    roles,
                    own,
                    owner,
                    root,
                    learnt(index, schema, roles, refs, order),
                    distinct(metadata, name, schema, roles, owner < 0 ? null : own.get(owner))));
        }
        return new Blueprint(metadata, List.copyOf(parts), Map.of());
    }

    private static int place(Map<String, Integer> places, String table) {
        Integer place = places.get(table);
        if (place == null) {
            throw new IllegalArgumentException("table " + table + " is not in the order");
        }
        return place;
    }

    private static List<Role> roles(Metadata metadata, String name, Schema schema, List<Ref> refs) {
        Set<String> foreign = refs.stream()
                .flatMap(ref -> ref.relationship().foreignKey().stream())
                .collect(Collectors.toSet());
        Set<String> keys = new HashSet<>();
        for (List<String> unique : metadata.uniques(name)) {
            if (unique.size() == 1) {
                keys.addAll(unique);
                continue;
            }
            // Of several columns one may be made different in every row, where it is made anew anyway.
            unique.stream()
                    .filter(column -> !foreign.contains(column)
                            && !schema.field(schema.index(column)).kind().modelled())
                    .findFirst()
                    .ifPresent(keys::add);
        }
        List<Role> roles = new ArrayList<>();
        for (Field field : schema.fields()) {
            if (foreign.contains(field.name())) {
                roles.add(Role.FOREIGN);
            } else if (keys.contains(field.name()) || field.kind() == Kind.KEY) {
                roles.add(Role.KEY);
            } else {
                roles.add(field.kind().modelled() ? Role.LEARNT : Role.MADE);
            }
        }
        return List.copyOf(roles);
    }

    private static List<Distinct> distinct(
            Metadata metadata, String name, Schema schema, List<Role> roles, @Nullable Ref owner) {
        List<Distinct> distinct = new ArrayList<>();
        for (List<String> unique : metadata.uniques(name)) {
            List<Integer> columns = unique.stream().map(schema::index).toList();
            if (columns.stream().noneMatch(c -> roles.get(c) == Role.KEY)) {
                boolean ofOwner =
                        owner != null && unique.containsAll(owner.relationship().foreignKey());
                distinct.add(new Distinct(columns, ofOwner));
            }
        }
        return List.copyOf(distinct);
    }

    private static List<Own> learnt(
            int index, Schema schema, List<Role> roles, List<List<Ref>> refs, List<String> order) {
        Names names = new Names(schema);
        List<Own> own = new ArrayList<>();
        List<Ref> mine = refs.get(index);
        for (int r = 0; r < mine.size(); r++) {
            Ref ref = mine.get(r);
            switch (ref.way()) {
                case OWNER -> own.add(Own.number(What.POSITION, 0, 0, names.free("position")));
                case CHOSEN -> {
                    own.add(Own.label(What.WAY, r, names.free("way of " + columns(ref))));
                    own.add(Own.label(What.CLASS, r, names.free("class of " + columns(ref))));
                }
                case LAST -> {
                    if (ref.target() == index) {
                        own.add(Own.number(What.DEPTH, r, 0, names.free("depth by " + columns(ref))));
                    }
                }
            }
        }
        for (int c = 0; c < schema.size(); c++) {
            if (roles.get(c) == Role.LEARNT) {
                own.add(Own.values(c, schema.field(c)));
            }
        }
        for (int part = 0; part < refs.size(); part++) {
            for (int r = 0; r < refs.get(part).size(); r++) {
                Ref ref = refs.get(part).get(r);
                if (ref.target() == index && (ref.way() != Ref.Way.LAST || part == index)) {
                    own.add(Own.number(What.COUNT, part, r, names.free("number of " + order.get(part))));
                }
            }
        }
        for (int r = 0; r < mine.size(); r++) {
            if (mine.get(r).way() == Ref.Way.LAST) {
                own.add(Own.label(What.LAST_WAY, r, names.free("way of " + columns(mine.get(r)))));
            }
        }
        return List.copyOf(own);
    }

    private static String columns(Ref ref) {
        return String.join(", ", ref.relationship().foreignKey());
    }

    /** Names that no column has yet. */
    private static final class Names {
        private final List<String> taken;

        Names(Schema schema) {
            taken = new ArrayList<>(schema.names());
        }

        String free(String words) {
            String name = words;
            for (int k = 2; taken.contains(name); k++) {
                name = words + " " + k;
            }
            taken.add(name);
            return name;
        }
    }
}
