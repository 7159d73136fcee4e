package org.semblance.bench.linkage;

import java.util.function.Consumer;
import org.semblance.bench.Line;

/** One thing that is measured; every line is told as soon as it is known. */
interface Part {
    void measure(Setting setting, Consumer<Line> out) throws Exception;
}
