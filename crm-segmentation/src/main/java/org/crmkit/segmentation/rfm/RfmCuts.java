package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.segmentation.band.Cuts;
import org.crmkit.segmentation.band.NestedCuts;

/**
 * The fitted cuts of an RFM model: one set a part, or one inside the other.
 *
 * @param byPart the cuts of each part; empty when nested
 * @param nested the cuts of the parts, outermost first; empty when each part stands by itself
 */
public record RfmCuts(Map<RfmPart, Cuts> byPart, Optional<NestedCuts> nested) {

    /**
     * Checks the parts.
     *
     * @param byPart the cuts of each part; empty when nested
     * @param nested the cuts of the parts, outermost first; empty when each part stands by itself
     */
    public RfmCuts {
        checkNotNull(nested, "nested");
        Map<RfmPart, Cuts> ordered = new EnumMap<>(RfmPart.class);
        ordered.putAll(byPart);
        byPart = Collections.unmodifiableMap(ordered);
        checkArgument(byPart.isEmpty() == nested.isPresent(), "cuts must be either by part or nested");
    }

    /**
     * Returns the cuts that apply to a part of a customer.
     *
     * @param parts the parts of the variant
     * @param index which of them
     * @param scores of the parts before it; looked at when nested
     * @return the cuts
     */
    Cuts cutsFor(List<RfmPart> parts, int index, int[] scores) {
        return nested.isPresent()
                ? nested.get().cutsFor(index, scores)
                : checkNotNull(byPart.get(parts.get(index)), "cuts of a part");
    }

    boolean isEmpty() {
        return nested.map(NestedCuts::isEmpty)
                .orElseGet(() -> byPart.values().iterator().next().isEmpty());
    }
}
