package org.crmkit.segmentation.band;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Fits a banding on a column of keys: one sort, then a handful of look-ups, then one pass for the scores. */
final class BandFit {

    private BandFit() {}

    /** The keys are the caller's to lose: they are turned around in place. */
    static Bands fit(Banding banding, boolean whole, long[] keys, Direction direction, @Nullable TieIds ids) {
        boolean turned = direction == Direction.LOWER_IS_BETTER;
        OptionalLong seed =
                banding instanceof Banding.RandomTies random ? OptionalLong.of(random.seed()) : OptionalLong.empty();
        // Without ids the numbers of the rows stand for them.
        boolean byNumber = banding.splitsTies() && seed.isEmpty() && keys.length > 0 && (ids == null || ids.numeric());
        TieOrder ties = new TieOrder(byNumber, seed);
        if (keys.length == 0) {
            return new Bands(Cuts.of(banding.bands(), direction, whole, List.of(), ties), new byte[0]);
        }
        if (banding.splitsTies()) {
            if (turned) {
                negate(keys);
            }
            boolean byInput =
                    banding instanceof Banding.Standard standard && standard.method() == BandMethod.INPUT_ORDER;
            TieSplit split = TieSplit.of(banding, keys, ties, byInput ? null : ids, !byInput);
            return new Bands(split.cuts(direction, whole, ties), split.scores());
        }
        Borders borders = Borders.of(banding, whole, keys, turned);
        if (turned) {
            negate(keys);
        }
        Cuts cuts = Cuts.of(banding.bands(), direction, whole, toCuts(borders, whole, turned), ties);
        return new Bands(cuts, scores(cuts, keys));
    }

    private static List<Cut> toCuts(Borders borders, boolean whole, boolean turned) {
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < borders.reached().length; i++) {
            cuts.add(cut(borders.reached()[i], borders.thresholds()[i], whole, turned, null));
        }
        return cuts;
    }

    static Cut cut(long reached, double threshold, boolean whole, boolean turned, @Nullable String firstId) {
        return new Cut(threshold, Keys.toNumber(turned ? -reached : reached, whole), Optional.ofNullable(firstId));
    }

    static double published(long reached, boolean whole, boolean turned) {
        return Keys.toNumber(turned ? -reached : reached, whole).doubleValue();
    }

    private static byte[] scores(Cuts cuts, long[] keys) {
        byte[] scores = new byte[keys.length];
        for (int i = 0; i < keys.length; i++) {
            scores[i] = (byte) cuts.scoreOfKey(keys[i]);
        }
        return scores;
    }

    static void negate(long[] keys) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] = -keys[i];
        }
    }
}
