package org.semblance.project.impute;

import java.util.ArrayList;
import java.util.List;
import org.semblance.conditional.Conditionals;
import org.semblance.project.JsonSchema;
import org.semblance.project.Schemas;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of imputation.yaml, from the record and the list that read it. */
public final class ImputationSchema {
    private ImputationSchema() {}

    public static ObjectNode of() {
        ObjectNode properties = node();
        properties.set("version", text("Of this format.").put("const", ImputationFile.VERSION));
        properties.set(
                "data", text("The table: a path from this file's folder.").put("type", "string"));
        properties.set(
                "sha256",
                text("Of the data this was written for; other data is warned of.")
                        .put("type", "string"));
        properties.set(
                "seed",
                text("Same data, same seed: same bytes; drawn where it is left out.")
                        .put("type", "integer"));
        properties.setAll(JsonSchema.properties(Imputation.Settings.DEFAULT));
        properties.set(
                "blocks",
                JsonSchema.named(
                        "Names for several columns, which methods, predictors, formulas and order may name together.",
                        texts(node())));
        properties.set("methods", JsonSchema.named("How a column is drawn, by column or block.", method()));
        properties.set(
                "predictors", JsonSchema.named("What a column is drawn from, by column or block.", predictors()));
        properties.set(
                "formulas",
                JsonSchema.named(
                        "What a column is drawn from, as the right side of a model, by column or block; instead of"
                                + " predictors.",
                        text("As in R: age * bmi + log(weight)").put("type", "string")));
        properties.set("ordered", JsonSchema.named("Labels from the least to the greatest, by column.", texts(node())));
        properties.set("passive", JsonSchema.named("Columns that are calculated of others.", formula()));
        properties.set("post", JsonSchema.named("What becomes of every draw of a column.", formula()));
        properties.set("columns", Schemas.columns());
        return JsonSchema.document(
                "Semblance imputation", "One run of semblance impute.", properties, List.of("version", "data"));
    }

    private static ObjectNode method() {
        List<String> names = new ArrayList<>(List.of(Imputation.NONE));
        names.addAll(Conditionals.ALL.names());
        return JsonSchema.methods(names);
    }

    private static ObjectNode predictors() {
        ObjectNode out = node();
        ArrayNode ways = out.putArray("anyOf");
        texts(ways.addObject());
        ObjectNode role = node();
        ArrayNode roles = role.putArray("enum");
        ImputationFile.ROLES.keySet().forEach(roles::add);
        List.of(0, 1, 2, -2, 3, 4).forEach(roles::add);
        ways.add(JsonSchema.named("The part of each predictor, or the code of mice's predictor matrix.", role));
        return out;
    }

    private static ObjectNode texts(ObjectNode out) {
        out.put("type", "array").putObject("items").put("type", "string");
        return out;
    }

    private static ObjectNode formula() {
        return text("A formula of columns, such as weight / (height / 100) ^ 2").put("type", "string");
    }

    private static ObjectNode text(String description) {
        return node().put("description", description);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
