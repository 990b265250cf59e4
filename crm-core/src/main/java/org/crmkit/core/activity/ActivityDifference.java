package org.crmkit.core.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names the fields in which two activities differ, without a word of what they hold. */
final class ActivityDifference {
    private ActivityDifference() {}

    static List<String> between(Activity known, Activity arrived) {
        Map<String, Object> before = fields(known);
        Map<String, Object> after = fields(arrived);
        List<String> names = new ArrayList<>();
        before.forEach((name, value) -> {
            if (after.containsKey(name) && !value.equals(after.get(name))) {
                names.add(name);
            }
        });
        return names.isEmpty() ? List.of("kind") : names;
    }

    private static Map<String, Object> fields(Activity activity) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", activity.code());
        fields.put("customer", activity.customer());
        fields.put("instant", activity.at());
        fields.put("channel", activity.channel());
        if (activity instanceof Purchase purchase) {
            fields.put("amount", purchase.amount());
            fields.put("list of lines", purchase.lines());
        } else if (activity instanceof Refund refund) {
            fields.put("amount", refund.amount());
            fields.put("purchase", refund.purchase());
            fields.put("reason", refund.reason());
        } else if (activity instanceof Interaction interaction) {
            fields.put("subject", interaction.subject());
            fields.put("result", interaction.result());
            fields.put("duration", interaction.duration());
            fields.put("by", interaction.by());
        } else if (activity instanceof ServiceCaseEvent step) {
            fields.put("case", step.caseId());
            fields.put("category", step.category());
            fields.put("severity", step.severity());
            fields.put("compensation", step.compensation());
        } else if (activity instanceof SurveyResponse survey) {
            fields.put("list of answers", survey.answers());
        } else if (activity instanceof CustomActivity custom) {
            fields.put("list of fields", custom.fields());
        }
        return fields;
    }
}
