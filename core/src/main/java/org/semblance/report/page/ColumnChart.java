package org.semblance.report.page;

import org.semblance.report.ColumnView;
import org.semblance.report.ColumnView.Shape;

/** The bars of two columns over each other: one as grey areas, the other as a line. */
public final class ColumnChart {
    private ColumnChart() {}

    /**
     * Draws nothing where there are no bars.
     *
     * @param label what someone who cannot see the drawing is told
     */
    public static void write(Html html, ColumnView view, String label) {
        if (view.bars().isEmpty()) {
            return;
        }
        if (view.shape() == Shape.NUMBERS) {
            Histogram.write(html, view.bars(), label);
        } else {
            LabelChart.write(html, view.bars(), label);
        }
    }
}
