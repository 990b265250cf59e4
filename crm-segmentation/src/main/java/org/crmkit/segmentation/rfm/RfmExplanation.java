package org.crmkit.segmentation.rfm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.segmentation.band.Cut;
import org.crmkit.segmentation.band.Cuts;
import org.crmkit.segmentation.band.Direction;

/** Says of a part what was observed, where the cuts lie, and which band that gives. */
final class RfmExplanation {

    private RfmExplanation() {}

    static Explanation of(RfmPart part, long value, int score, Cuts cuts, AmountUnit unit) {
        Explanation observed = Explanation.fact(part.observedCode(), figure(part, value, unit));
        boolean reversed = cuts.direction() == Direction.LOWER_IS_BETTER;
        List<Double> reached = new ArrayList<>();
        for (Cut cut : cuts.cuts()) {
            reached.add(figure(part, cut.reachedAt().longValueExact(), unit));
        }
        if (reversed) {
            Collections.reverse(reached);
        }
        Explanation banded = new Explanation.Banded(part.code(), observed, reached, !reversed, reversed);
        int byId = score - (int) banded.value();
        return byId == 0
                ? banded
                : Explanation.sum(part.code(), List.of(banded, Explanation.fact(part.code() + ".tie", byId)));
    }

    private static double figure(RfmPart part, long value, AmountUnit unit) {
        return part == RfmPart.MONETARY ? unit.toDouble(value) : value;
    }
}
