package org.semblance.project.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The sdtypes of SDV that stand for something of a person or thing, and what makes such values here. */
final class SdvTypes {
    /** What SDV calls it, and our generator. The first of several is the one that is written. */
    static final Map<String, String> MAKERS = makers();

    static final Set<String> PLAIN = Set.of("numerical", "datetime", "categorical", "boolean", "id", "unknown");

    private SdvTypes() {}

    private static Map<String, String> makers() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("name", "person-name");
        all.put("first_name", "first-name");
        all.put("last_name", "last-name");
        all.put("email", "email");
        all.put("phone_number", "phone");
        all.put("address", "address");
        all.put("street_address", "street");
        all.put("city", "city");
        all.put("postcode", "postcode");
        all.put("zipcode", "postcode");
        all.put("company", "company");
        all.put("user_name", "user-name");
        all.put("url", "url");
        all.put("credit_card_number", "credit-card");
        all.put("iban", "iban");
        all.put("ipv4_address", "ip");
        all.put("ssn", "national-id");
        all.put("uuid4", "uuid");
        return all;
    }

    /** The sdtype of what a generator makes, or "unknown". */
    static String sdtype(String maker) {
        String name = maker.replaceFirst(":.*", "");
        return MAKERS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("unknown");
    }
}
