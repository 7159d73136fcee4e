package org.semblance.linkage.registers;

import java.util.List;
import org.semblance.linkage.Rate;

final class StandardErrors {
    static final List<Rate> ALL = List.of();
    private StandardErrors() {}
}
