package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.List;
import org.semblance.synthesize.related.RefModel.Agreement;

/** How a database is drawn, in words: one sentence for each table. */
final class Told {
    private final RelatedModel model;

    Told(RelatedModel model) {
        this.model = model;
    }

    List<String> sentences() {
        List<String> out = new ArrayList<>();
        for (Part part : model.plan().parts()) {
            List<String> clauses = new ArrayList<>();
            for (int r = 0; r < part.refs().size(); r++) {
                clauses.add(r == part.owner() ? owner(part) : chosen(part, r));
            }
            if (!part.owned()) {
                clauses.add(0, model.part(part).kept() != null ? "kept as it is" : "by itself");
            }
            out.add(part.name() + ": " + String.join("; ", clauses));
        }
        return out;
    }

    private String owner(Part part) {
        return "under " + target(part, part.owner()).name() + " by " + columns(part, part.owner());
    }

    private String chosen(Part part, int ref) {
        RefModel found = model.part(part).ref(ref);
        StringBuilder words = new StringBuilder(columns(part, ref) + " names ");
        Part target = target(part, ref);
        for (Agreement agreement : found.agreements()) {
            words.append(agreement.exact() ? "the row of " : "a row of ")
                    .append(target.name())
                    .append(agreement.exact() ? " that " : " whose ")
                    .append(
                            agreement.exact()
                                    ? path(part, agreement.here()) + " names"
                                    : path(target, agreement.there()))
                    .append(agreement.exact() ? ", or " : " is " + path(part, agreement.here()) + ", or ");
        }
        words.append("any of ").append(target.name());
        RefModel.Kinds kinds = found.kinds();
        if (kinds != null) {
            Part told = kinds.response().path().from(model.plan(), part);
            words.append(", in ")
                    .append(kinds.tree().leaves())
                    .append(" kinds by ")
                    .append(told.name())
                    .append('.')
                    .append(told.own().get(kinds.response().own()).field().name());
        }
        boolean last = part.refs().get(ref).way() == Ref.Way.LAST;
        return words + (last ? ", when all is there" : "");
    }

    private String path(Part from, Path path) {
        if (path.self()) {
            return "the row itself";
        }
        Part at = from;
        List<String> steps = new ArrayList<>();
        for (int k = 0; k < path.up(); k++) {
            steps.add(columns(at, at.owner()));
            at = target(at, at.owner());
        }
        if (path.ref() >= 0) {
            steps.add(columns(at, path.ref()));
        }
        return String.join(" -> ", steps);
    }

    private Part target(Part part, int ref) {
        return model.plan().parts().get(part.refs().get(ref).target());
    }

    private static String columns(Part part, int ref) {
        return String.join(", ", part.refs().get(ref).relationship().foreignKey());
    }
}
