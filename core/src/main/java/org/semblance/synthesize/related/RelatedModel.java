package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.model.DatabaseModel;
import org.semblance.model.DatabaseRows;
import org.semblance.model.Size;
import org.semblance.model.Stored;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Metadata;
import org.semblance.trees.ColumnModel;

/** A database as {@link RelatedSynthesizer} has learnt it: a {@link PartModel} of every table. */
public final class RelatedModel implements DatabaseModel {
    private final Blueprint plan;
    private final PartModel[] parts;
    private final Privacy privacy;
    private final List<String> changes;
    private final Map<String, Long> sizes;

    /** @param sizes rows at scale 1 of tables without a parent, where they are others than were learnt from */
    RelatedModel(Blueprint plan, PartModel[] parts, Privacy privacy, List<String> changes, Map<String, Long> sizes) {
        this.sizes = Map.copyOf(sizes);
        this.plan = plan;
        this.parts = parts;
        this.privacy = privacy;
        this.changes = List.copyOf(changes);
    }

    Blueprint plan() {
        return plan;
    }

    PartModel[] parts() {
        return parts;
    }

    PartModel part(Part part) {
        return parts[part.index()];
    }

    Privacy privacy() {
        return privacy;
    }

    /** What was taken out of the data before it was learnt from, one sentence for each changed column. */
    public List<String> changes() {
        return changes;
    }

    Map<String, Long> sizes() {
        return sizes;
    }

    @Override
    public RelatedModel sized(Database data) {
        Map<String, Long> rows = new HashMap<>();
        roots().forEach(root ->
                rows.put(root.name(), (long) data.table(root.name()).rows()));
        return new RelatedModel(plan, parts, privacy, changes, rows);
    }

    private List<Part> roots() {
        return plan.parts().stream().filter(part -> !part.owned()).toList();
    }

    /** How many rows a root has; none where nothing was learnt, all of a table that is kept. */
    long rows(Part root, Size size) {
        long learnt = part(root).rows();
        if (learnt == 0 || part(root).kept() != null) {
            return learnt;
        }
        Long asked = size.rows().get(root.name());
        return asked != null ? asked : Math.round(size.scale() * sizes.getOrDefault(root.name(), learnt));
    }

    @Override
    public void check(Size size) {
        Sizing.check(
                plan,
                table -> Arrays.stream(parts)
                        .anyMatch(part ->
                                part.kept() != null && part.part().name().equals(table)),
                size.rows().keySet());
    }

    @Override
    public String counted(Size size) {
        List<String> words = roots().stream()
                .map(root -> String.format(Locale.ROOT, "%,d %s", rows(root, size), root.name()))
                .toList();
        return String.join(", ", words) + size.words();
    }

    /** What the rows of a table keep and how, one sentence each. */
    public List<String> rules(String table) {
        for (PartModel part : parts) {
            Rules rules = part.rules();
            if (part.part().name().equals(table) && rules != null) {
                return rules.keeping().words();
            }
        }
        return List.of();
    }

    /** How rows find their owners and the rows that they name, one sentence for each table. */
    public List<String> ways() {
        return new Told(this).sentences();
    }

    @Override
    public Metadata metadata() {
        return plan.metadata();
    }

    @Override
    public DatabaseRows sample(Size size, Run run) {
        return new RelatedRows(this, Wanted.NOTHING, size, run.rng());
    }

    /**
     * Rows of which some satisfy conditions: {@code patients.sex = 'F'}, {@code visits.age > 60 and visits.ward = 'x'}. All
     * rows of those tables do; they are drawn again until they do, so that what hangs on them follows.
     *
     * @param conditions expressions over learnt columns, each of one table
     * @throws org.semblance.plugin.ProblemException where a condition cannot be read (usage); while drawing, where it
     *     cannot be met (data)
     */
    @Override
    public DatabaseRows sample(Size size, List<String> conditions, Run run) {
        return new RelatedRows(this, Wanted.of(this, conditions), size, run.rng());
    }

    @Override
    public Stored store() {
        return RelatedStore.store(this);
    }

    @Override
    public List<String> contents() {
        List<String> out = new ArrayList<>();
        out.add("the names and columns of " + count(parts.length, "table") + ", how they are related and how many rows"
                + " they have");
        boolean kept = false;
        for (PartModel part : parts) {
            if (part.kept() != null) {
                kept = true;
                out.add("all " + count((int) part.rows(), "row") + " of "
                        + part.part().name() + " as they are, since this was asked for, and how often each is named,"
                        + " where " + privacy.rare() + " rows or more name it");
                continue;
            }
            int leaves =
                    Arrays.stream(part.trees()).mapToInt(ColumnModel::leaves).sum();
            int labels = part.coding().labels().stream().mapToInt(List::size).sum();
            out.add(part.part().name() + ": " + count(labels, "label") + ", common numbers and bin edges, and "
                    + count(leaves, "leaf").replace("leafs", "leaves") + " with the codes that occurred in them");
            part.echoed().of().forEach((own, from) -> out.add(repeats(part.part(), own, from)));
        }
        out.add(
                privacy.releasesAll()
                        ? "nothing was taken out: labels seen once and the most extreme numbers may be among them"
                        : "no label seen in fewer than " + privacy.rare() + " rows, and no number beyond the "
                                + privacy.ordinalExtreme() + " smallest or largest");
        out.add("no key, no identifier, no text and no whole row" + (kept ? " of the other tables" : ""));
        return out;
    }

    private String repeats(Part part, int own, List<Feature> from) {
        List<String> names = from.stream()
                .map(feature -> {
                    Part reached = feature.path().from(plan, part);
                    return reached.name() + "."
                            + reached.own().get(feature.own()).field().name();
                })
                .toList();
        return part.name() + "." + part.own().get(own).field().name() + " is often the same as "
                + String.join(" or ", names) + ": in which rows it is learnt, and its labels only of the others";
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
