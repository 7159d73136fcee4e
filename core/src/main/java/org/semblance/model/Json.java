package org.semblance.model;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON inside a model file: indented text that reads back to the same numbers, and reading that trusts nobody. */
final class Json {
    private final JsonMapper mapper;
    private final ObjectWriter writer;

    Json(Limits limits) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.jsonDepth())
                        .maxTokenCount(limits.jsonTokens())
                        .maxDocumentLength(limits.jsonBytes())
                        .maxStringLength(limits.jsonBytes())
                        .maxNameLength(limits.jsonBytes())
                        .maxNumberLength(64)
                        .build())
                .build();
        mapper = JsonMapper.builder(factory).build();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        writer = mapper.writer().with(new DefaultPrettyPrinter().withObjectIndenter(lines));
    }

    /**
     * The object as indented UTF-8.
     *
     * @throws IllegalArgumentException if a number in it is not finite, which JSON cannot say
     */
    byte[] bytes(ObjectNode object) {
        String place = notFinite(object);
        if (!place.isEmpty()) {
            throw new IllegalArgumentException("a model's JSON holds a number that is not finite at " + place);
        }
        return writer.writeValueAsBytes(object);
    }

    /** @throws BadFile if the bytes are not one JSON object within the limits */
    ObjectNode parse(byte[] bytes, String entry) throws BadFile {
        try {
            if (!(mapper.readTree(bytes) instanceof ObjectNode object)) {
                throw new BadFile(entry + " is not a JSON object");
            }
            String place = notFinite(object);
            if (!place.isEmpty()) {
                throw new BadFile(entry + " holds a number that is too large");
            }
            return object;
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            String line = place == null || place.getLineNr() < 1 ? "" : " (line " + place.getLineNr() + ")";
            throw new BadFile(entry + " is not readable JSON" + line);
        }
    }

    /** Where the tree holds a number that is not finite, or an empty text. */
    private static String notFinite(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            return Double.isFinite(node.doubleValue()) ? "" : ".";
        }
        if (node.isObject()) {
            for (var member : node.properties()) {
                String found = notFinite(member.getValue());
                if (!found.isEmpty()) {
                    return "/" + member.getKey() + found;
                }
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                String found = notFinite(element);
                if (!found.isEmpty()) {
                    return "/[]" + found;
                }
            }
        }
        return "";
    }
}
