package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.crmkit.core.time.TimeGrain;

/**
 * A base of customers with static covariates for fitting: what does not change about a customer, such as the channel that won him.
 *
 * <p>Customers with the same covariates form a group of counted histories; groups are kept in the order of their covariates, so the order of arrival does not
 * matter. Few distinct values make a fit as fast as one without covariates; a covariate that differs for every customer costs one group each.
 */
public final class CovariateBase {

    private final TimeGrain grain;
    private final List<String> purchaseCovariates;
    private final List<String> lifetimeCovariates;
    private final List<Group> groups;
    private final PurchasePatterns all;

    private CovariateBase(Builder builder) {
        this.grain = builder.grain;
        this.purchaseCovariates = builder.purchaseCovariates;
        this.lifetimeCovariates = builder.lifetimeCovariates;
        this.groups = new ArrayList<>();
        PurchasePatternsBuilder together = PurchasePatterns.builder(grain);
        builder.groups.forEach((covariates, histories) -> {
            PurchasePatterns patterns = PurchasePatterns.of(grain, histories);
            together.addAll(patterns);
            groups.add(new Group(covariates, patterns));
        });
        this.all = together.build();
    }

    /** Customers with the same covariates: those of the purchase rate, then those of the lifetime. */
    static final class Group {
        final double[] covariates;
        final PurchasePatterns patterns;

        Group(double[] covariates, PurchasePatterns patterns) {
            this.covariates = covariates;
            this.patterns = patterns;
        }
    }

    /**
     * Returns a counter of customers.
     *
     * @param grain unit of time of the histories
     * @param purchaseCovariates names of the covariates of the purchase rate, distinct, may be empty
     * @param lifetimeCovariates names of the covariates of the lifetime, distinct, may be empty; often the same ones
     * @return an empty builder
     */
    public static Builder builder(TimeGrain grain, List<String> purchaseCovariates, List<String> lifetimeCovariates) {
        return new Builder(grain, purchaseCovariates, lifetimeCovariates);
    }

    /**
     * Returns the unit of time.
     *
     * @return the unit of the histories
     */
    public TimeGrain grain() {
        return grain;
    }

    /**
     * Returns the names of the covariates of the purchase rate.
     *
     * @return an immutable list
     */
    public List<String> purchaseCovariates() {
        return purchaseCovariates;
    }

    /**
     * Returns the names of the covariates of the lifetime.
     *
     * @return an immutable list
     */
    public List<String> lifetimeCovariates() {
        return lifetimeCovariates;
    }

    /**
     * Returns the histories without their covariates.
     *
     * @return the patterns of all groups together
     */
    public PurchasePatterns patterns() {
        return all;
    }

    List<Group> groups() {
        return groups;
    }

    /** Counts customers with covariates. */
    public static final class Builder {

        private final TimeGrain grain;
        private final List<String> purchaseCovariates;
        private final List<String> lifetimeCovariates;
        private final TreeMap<double[], List<PurchaseHistory>> groups = new TreeMap<>(Arrays::compare);

        private Builder(TimeGrain grain, List<String> purchaseCovariates, List<String> lifetimeCovariates) {
            this.grain = checkNotNull(grain, "grain");
            this.purchaseCovariates = distinct(purchaseCovariates, "purchaseCovariates");
            this.lifetimeCovariates = distinct(lifetimeCovariates, "lifetimeCovariates");
        }

        private static List<String> distinct(List<String> names, String what) {
            checkArgument(
                    names.stream().distinct().count() == names.size(), "%s must be distinct, were %s", what, names);
            return List.copyOf(names);
        }

        /**
         * Adds a customer.
         *
         * @param history what he bought
         * @param purchase covariates of the purchase rate, in the order of the names, finite
         * @param lifetime covariates of the lifetime, in the order of the names, finite
         * @return this builder
         * @throws IllegalArgumentException if a length is wrong or a value is not finite
         */
        public Builder add(PurchaseHistory history, double[] purchase, double[] lifetime) {
            double[] covariates =
                    Arrays.copyOf(checked(purchase, purchaseCovariates), purchase.length + lifetime.length);
            System.arraycopy(checked(lifetime, lifetimeCovariates), 0, covariates, purchase.length, lifetime.length);
            groups.computeIfAbsent(covariates, key -> new ArrayList<>()).add(checkNotNull(history, "history"));
            return this;
        }

        /**
         * Returns what was counted.
         *
         * @return the base; the same for any order of additions
         */
        public CovariateBase build() {
            return new CovariateBase(this);
        }
    }

    /** Checks covariates against their names and returns them. */
    static double[] checked(double[] values, List<String> names) {
        checkArgument(
                values.length == names.size(),
                "there must be %s covariates %s, were %s",
                names.size(),
                names,
                values.length);
        for (int i = 0; i < values.length; i++) {
            checkArgument(Double.isFinite(values[i]), "covariate %s must be finite, was %s", names.get(i), values[i]);
        }
        return values;
    }
}
