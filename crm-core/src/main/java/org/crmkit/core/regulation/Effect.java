package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.consent.Purpose;
import org.crmkit.core.money.Money;

/** What an entry of a pack does to an act. */
public sealed interface Effect {

    /**
     * Returns the act that is restricted.
     *
     * @return the act
     */
    Act act();

    /**
     * Returns the stable code, such as {@code NO_EARN}.
     *
     * @return upper-case words joined by underscores
     */
    String code();

    /**
     * The act is forbidden.
     *
     * @param act the act
     */
    record Forbidden(Act act) implements Effect {

        /**
         * Checks the part.
         *
         * @param act the act
         */
        public Forbidden {
            checkNotNull(act, "act");
        }

        @Override
        public String code() {
            return "NO_" + act;
        }
    }

    /**
     * The act is allowed up to a value.
     *
     * @param act the act
     * @param limit the greatest value, at least zero
     * @param per what the limit is counted over
     */
    record Capped(Act act, Money limit, Period per) implements Effect {

        /** What a limit is counted over. */
        public enum Period {
            /** Each item by itself. */
            ITEM,
            /** A customer's calendar year. */
            YEAR
        }

        /**
         * Checks the parts.
         *
         * @param act the act
         * @param limit the greatest value
         * @param per what it is counted over
         */
        public Capped {
            checkNotNull(act, "act");
            checkNotNull(per, "per");
            checkArgument(!limit.isNegative(), "limit must be at least zero, was %s", limit);
        }

        @Override
        public String code() {
            return "CAP_MONEY_" + act + "_PER_" + per;
        }
    }

    /**
     * The act needs the customer's consent to a purpose.
     *
     * @param act the act
     * @param purpose what the consent is for
     */
    record ConsentRequired(Act act, Purpose purpose) implements Effect {

        /**
         * Checks the parts.
         *
         * @param act the act
         * @param purpose what the consent is for
         */
        public ConsentRequired {
            checkNotNull(act, "act");
            checkNotNull(purpose, "purpose");
        }

        @Override
        public String code() {
            return "REQUIRE_CONSENT_" + act;
        }
    }

    /**
     * Only what the customer paid out of his own pocket counts for the act.
     *
     * @param act the act
     */
    record OutOfPocketOnly(Act act) implements Effect {

        /**
         * Checks the part.
         *
         * @param act the act
         */
        public OutOfPocketOnly {
            checkNotNull(act, "act");
        }

        @Override
        public String code() {
            return "OUT_OF_POCKET_" + act;
        }
    }
}
