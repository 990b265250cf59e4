package org.crmkit.core.json;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.consent.Anonymity;
import org.crmkit.core.consent.ConsentLedger;
import org.crmkit.core.consent.ConsentPolicy;
import org.crmkit.core.consent.ConsentRecord;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.consent.ReportGuard;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.json.JsonSamples.Sample;

/** One value of each kind that has to do with consent, under the name of its golden file. */
final class ConsentSamples {
    static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");
    static final CustomerId SEVEN = new CustomerId("7");
    static final AccessRequest REQUEST = AccessRequest.of(SEVEN, DataClass.HEALTH, Purpose.REFILL_REMINDER, NOON)
            .over(Channel.SMS);

    private ConsentSamples() {}

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put("consent-ledger", Sample.of(ledger()));
        samples.put("consent-ledger-empty", Sample.of(ConsentLedger.EMPTY));
        samples.put(
                "consent-policy",
                Sample.of(ConsentPolicy.standard(ZoneId.of("Asia/Shanghai")).withUnknownAgeAsMinor(true)));
        samples.put("access-request", Sample.of(REQUEST));
        samples.put("access-decision", Sample.of(AccessDecision.of(AccessReason.SEPARATELY_CONSENTED)));
        samples.put("anonymity", Sample.of(new Anonymity(12, 5, 2, 1.75, 0.125)));
        samples.put("anonymity-row", Sample.of(new Anonymity.Row(List.of("north", "30-39"), 2)));
        samples.put("report-guard", Sample.of(new ReportGuard(5, 2, 1.5, 0.25)));
        samples.put(
                "report-release",
                Sample.of(new ReportGuard.Release(
                        List.of(new ReportGuard.Cell(List.of("north"), 6, new TreeMap<>(Map.of(1, 4, 3, 2)))),
                        OptionalInt.of(7))));
        samples.put("report-release-uncounted", Sample.of(new ReportGuard.Release(List.of(), OptionalInt.empty())));
        return samples;
    }

    private static ConsentLedger ledger() {
        return ConsentLedger.of(List.of(
                ConsentRecord.of(ConsentRecord.Kind.GRANT, SEVEN, Purpose.MARKETING, NOON, "form 12")
                        .until(NOON.plusSeconds(86_400)),
                ConsentRecord.separateGrant(SEVEN, DataClass.HEALTH, Purpose.REFILL_REMINDER, NOON, "form 12, page 2"),
                new ConsentRecord(
                        SEVEN,
                        ConsentRecord.Kind.WITHDRAW,
                        Purpose.MARKETING,
                        Optional.empty(),
                        Optional.of(Channel.SMS),
                        NOON.plusSeconds(60),
                        Optional.empty(),
                        "call to the service line"),
                ConsentRecord.of(ConsentRecord.Kind.CONTRACT, SEVEN, Purpose.LOYALTY, NOON, "membership terms 3.1")));
    }
}
