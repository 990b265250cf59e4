package org.crmkit.core.activity;

import java.time.Instant;
import java.util.List;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.Money;

/**
 * What many activities of a log have in common: all that they say but the id, the customer, the instant, the amount and the lines.
 *
 * <p>Ten thousand visits to a page are one pattern and ten thousand numbers. A pattern is itself an activity, with placeholders.
 */
final class ActivityPattern {
    private static final ActivityId NO_ID = new ActivityId("-");
    private static final CustomerId NO_CUSTOMER = new CustomerId("-");

    private ActivityPattern() {}

    static Activity of(Activity activity, Money nothing) {
        return fill(activity, NO_ID, NO_CUSTOMER, Instant.EPOCH, nothing, List.of());
    }

    /** Returns the pattern with what it leaves open; amount and lines matter where the kind has them. */
    static Activity fill(
            Activity pattern, ActivityId id, CustomerId customer, Instant at, Money amount, List<PurchaseLine> lines) {
        if (pattern instanceof Purchase p) {
            return new Purchase(id, customer, at, p.channel(), amount, lines);
        }
        if (pattern instanceof Refund r) {
            return new Refund(id, customer, at, r.channel(), amount, r.purchase(), r.reason());
        }
        if (pattern instanceof Interaction i) {
            return new Interaction(
                    id, customer, at, i.channel(), i.kind(), i.subject(), i.result(), i.duration(), i.by());
        }
        if (pattern instanceof ServiceCaseEvent s) {
            return new ServiceCaseEvent(
                    id, customer, at, s.channel(), s.caseId(), s.step(), s.category(), s.severity(), s.compensation());
        }
        if (pattern instanceof SurveyResponse s) {
            return new SurveyResponse(id, customer, at, s.channel(), s.instrument(), s.answers());
        }
        CustomActivity custom = (CustomActivity) pattern;
        return new CustomActivity(id, customer, at, custom.channel(), custom.name(), custom.fields());
    }
}
