package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.ModelChoice;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

/**
 * How the report looks ahead.
 *
 * @param model one of {@link #MODELS}
 * @param grain the unit of time of the models
 * @param calibrateUntil the last day that the models see; empty for the day before the day of the analysis
 * @param horizon how far ahead, in grains; empty for 52 weeks' worth
 * @param rate what waiting a year costs
 * @param margin the share of spend that is earned, above zero
 */
public record ValueChoice(
        String model,
        TimeGrain grain,
        Optional<LocalDate> calibrateUntil,
        OptionalDouble horizon,
        DiscountRate rate,
        double margin) {

    /** Leaves the choice to the evidence. */
    public static final String AUTO = "auto";

    private static final Map<String, PurchaseModelFamily> FAMILIES = families();

    /** The words of the command line for the models. */
    public static final List<String> MODELS = java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(AUTO), FAMILIES.keySet().stream())
            .toList();

    /**
     * Checks the parts.
     *
     * @param model one of {@link #MODELS}
     * @param grain the unit of time of the models
     * @param calibrateUntil the last day that the models see
     * @param horizon how far ahead, in grains, above zero
     * @param rate what waiting a year costs
     * @param margin the share of spend that is earned, above zero
     */
    public ValueChoice {
        if (!MODELS.contains(model)) {
            throw new IllegalArgumentException("model must be one of %s, was %s".formatted(MODELS, model));
        }
    }

    private static Map<String, PurchaseModelFamily> families() {
        Map<String, PurchaseModelFamily> families = new LinkedHashMap<>();
        for (PurchaseModelFamily family : List.of(
                PurchaseModelFamily.nbd(),
                PurchaseModelFamily.bgNbd(),
                PurchaseModelFamily.mbgNbd(),
                PurchaseModelFamily.bgCnbd(),
                PurchaseModelFamily.mbgCnbd(),
                PurchaseModelFamily.paretoNbd(),
                PurchaseModelFamily.ggompertzNbd())) {
            families.put(family.name(), family);
        }
        return families;
    }

    /** The family of a model by its word. */
    static PurchaseModelFamily family(String model) {
        return Objects.requireNonNull(FAMILIES.get(model), model);
    }

    /** The models to fit: the one chosen, or all that compete. */
    List<PurchaseModelFamily> candidates() {
        if (!model.equals(AUTO)) {
            return List.of(FAMILIES.get(model));
        }
        return ModelChoice.standardCandidates();
    }

    /**
     * Returns how far ahead the report looks.
     *
     * @return in grains: 364 days, 52 weeks or 12 months unless chosen
     */
    public double horizonInGrains() {
        return horizon.orElse(
                switch (grain) {
                    case DAY -> 364;
                    case WEEK -> 52;
                    case MONTH -> 12;
                });
    }

    /**
     * Returns the last day that the models see.
     *
     * @param asOf the day of the analysis
     * @return the end of calibration
     */
    public LocalDate calibrationEnd(LocalDate asOf) {
        return calibrateUntil.orElse(asOf.minusDays(1));
    }
}
