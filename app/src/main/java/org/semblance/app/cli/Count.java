package org.semblance.app.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of rows as people write it: {@code 5000}, {@code 1_000_000}, {@code 1e6}. */
final class Count implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        try {
            long count = new BigDecimal(text.replace("_", "")).longValueExact();
            if (count >= 0) {
                return count;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // falls through to the one message
        }
        throw new TypeConversionException("a whole number of at least 0, like 5000 or 1e6");
    }
}
