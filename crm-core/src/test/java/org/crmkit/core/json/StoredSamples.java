package org.crmkit.core.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.attribute.AttributeSchema;
import org.crmkit.core.consent.ConsentLedger;
import org.crmkit.core.decision.DecisionLog;
import org.crmkit.core.regulation.RegulationPack;
import org.crmkit.core.summary.CustomerSummary;

/** The documents of what other samples hold. */
final class StoredSamples {

    private StoredSamples() {}

    static Map<String, JsonSamples.Sample> all(Map<String, JsonSamples.Sample> contents) {
        Map<String, JsonSamples.Sample> samples = new LinkedHashMap<>();
        List<?> activities = (List<?>) contents.get("activities").value();
        samples.put(
                "stored-activities",
                JsonSamples.Sample.of(StoredDocument.of(
                        activities.stream().map(Activity.class::cast).toList())));
        samples.put("stored-summary", JsonSamples.Sample.of(StoredDocument.of((CustomerSummary)
                contents.get("summary").value())));
        samples.put("stored-consents", JsonSamples.Sample.of(StoredDocument.of((ConsentLedger)
                contents.get("consent-ledger").value())));
        samples.put("stored-decisions", JsonSamples.Sample.of(StoredDocument.of((DecisionLog)
                contents.get("decision-log").value())));
        samples.put("stored-regulation", JsonSamples.Sample.of(StoredDocument.of((RegulationPack)
                contents.get("regulation-pack").value())));
        samples.put("stored-schema", JsonSamples.Sample.of(StoredDocument.of((AttributeSchema)
                contents.get("attribute-schema").value())));
        return samples;
    }
}
