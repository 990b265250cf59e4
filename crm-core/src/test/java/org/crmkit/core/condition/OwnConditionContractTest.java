package org.crmkit.core.condition;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.tck.ConditionContract;
import org.crmkit.core.time.AsOf;

/** An extension as an author would write it: more days of purchase than a number, in the first days of membership. */
class OwnConditionContractTest implements ConditionContract {

    record SteadyBuyer(long days) implements CustomCondition {
        @Override
        public String type() {
            return "acme.steady-buyer";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("days", Long.toString(days));
        }

        @Override
        public Set<Input> inputs() {
            return Set.of(
                    new Input(Input.Kind.FACT, "fact.purchase-days"), new Input(Input.Kind.FACT, "fact.recency-days"));
        }

        @Override
        public Truth evaluate(Profile profile, EvaluationContext context) {
            AsOf now = context.asOf(profile);
            return profile.summary()
                    .lastPurchase()
                    .map(last -> Truth.of(profile.summary().purchaseDays().size() >= days && now.daysSince(last) <= 30))
                    .orElse(Truth.UNKNOWN);
        }

        @Override
        public Optional<String> toText(Locale locale) {
            return Optional.of(
                    locale.getLanguage().equals("zh")
                            ? "至少有" + days + "天购买，且近30天内有购买"
                            : "has bought on " + days + " days and is not silent");
        }

        @Override
        public Optional<Instant> nextChange(Profile profile, EvaluationContext context) {
            AsOf now = context.asOf(profile);
            return profile.summary().lastPurchase().flatMap(last -> TimeWindow.nextMidnight(last.plusDays(31), now));
        }

        @Override
        public Optional<IntFunction<Truth>> columnar(CustomerBase base, EvaluationContext context) {
            return Optional.of(row -> evaluate(base.profile(row), context));
        }
    }

    @Override
    public CustomCondition condition() {
        return new SteadyBuyer(2);
    }

    @Override
    public ConditionVocabulary vocabulary() {
        return ConditionVocabulary.of()
                .withExtension(
                        "acme.steady-buyer", parameters -> new SteadyBuyer(Long.parseLong(parameters.get("days"))));
    }
}
