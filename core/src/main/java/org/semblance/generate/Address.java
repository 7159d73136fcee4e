package org.semblance.generate;

import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/** A whole address on one line: street and number, postcode and town; made up, not looked up. */
final class Address implements Maker {
    static final Plugin<Maker> PLUGIN = Plugin.of(
            "address",
            "A street with a number, a postcode and a town on one line.",
            new Listed.Options("en"),
            Address::new);

    private final Listed street;
    private final Listed city;
    private final Postcode postcode;

    Address(Listed.Options options) {
        street = new Listed("address.street_address", options.locale());
        city = new Listed("address.city", options.locale());
        postcode = new Postcode(options);
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        String[] out = street.make(first, count, column.child("street"));
        String[] codes = postcode.make(first, count, column.child("postcode"));
        String[] cities = city.make(first, count, column.child("city"));
        for (int i = 0; i < count; i++) {
            out[i] = out[i] + ", " + codes[i] + " " + cities[i];
        }
        return out;
    }
}
