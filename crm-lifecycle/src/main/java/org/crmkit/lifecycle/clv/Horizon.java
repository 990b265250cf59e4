package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.time.TimeGrain;

/** How far ahead value is counted: {@link Ahead a length of time}, or {@link Endless for ever}. */
public sealed interface Horizon {

    /** For ever; only with a discount rate above zero. */
    Horizon ENDLESS = new Endless();

    /**
     * Returns a length of time from now.
     *
     * @param length how much, above zero and finite
     * @param grain of which unit
     * @return the horizon
     */
    static Ahead ahead(double length, TimeGrain grain) {
        return new Ahead(length, grain);
    }

    /**
     * A length of time from now.
     *
     * @param length how much, above zero and finite
     * @param grain of which unit
     */
    record Ahead(double length, TimeGrain grain) implements Horizon {
        /**
         * Checks the length.
         *
         * @param length how much, above zero and finite
         * @param grain of which unit
         */
        public Ahead {
            checkArgument(
                    length > 0 && length < Double.POSITIVE_INFINITY,
                    "length must be finite and above 0, was %s",
                    length);
            checkNotNull(grain, "grain");
        }

        /**
         * Returns the length in another unit.
         *
         * @param unit the unit wanted
         * @return the length, unrounded; exact if the unit is the same
         */
        public double in(TimeGrain unit) {
            return unit == grain ? length : unit.fromDays(grain.toDays(length));
        }
    }

    /** For ever. */
    record Endless() implements Horizon {}
}
