package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.anniversary;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.segment;
import static org.crmkit.core.condition.Conditions.tag;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.analysis.ConditionAnalysis;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is large, or refers to itself by many ways, is answered in time that grows with its size, not with the number of ways. */
@Timeout(60)
class LargeConditionsTest {
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final AttributeKey<Long> VISITS = AttributeKey.integer("visits");
    private static final AttributeKey<LocalDate> BORN = AttributeKey.date("born");
    private static final int WAYS = 50;
    private static final int SEGMENTS = 15;

    private final Person person = Person.of(
            CustomerId.of("c"),
            CustomerType.CONSUMER,
            Attributes.builder()
                    .put(VISITS, 4L)
                    .put(BORN, LocalDate.of(1990, 3, 7))
                    .build());

    /** Each segment refers to the next by fifty ways: fifteen steps are 50 to the power of 15. */
    private static SegmentResolver segments() {
        Map<String, Condition> definitions = new HashMap<>();
        for (int i = 0; i < SEGMENTS; i++) {
            List<Condition> parts = new ArrayList<>();
            for (int way = 0; way < WAYS; way++) {
                Condition next = segment("s" + (i + 1));
                parts.add(way % 3 == 0 ? not(next) : next);
            }
            definitions.put("s" + i, new Condition.AtLeast(WAYS / 2, parts));
        }
        definitions.put("s" + SEGMENTS, any(where(VISITS).atLeast(3), tag("t")));
        return (id, version) -> Optional.ofNullable(definitions.get(id));
    }

    @Test
    void segmentsThatReferToOthersByManyWays_areAskedOnce() {
        EvaluationContext context = EvaluationContext.STANDARD.withSegments(segments());
        Condition condition = any(segment("s0"), where(VISITS).atLeast(9));
        Profile profile = Profile.of(person, List.of(), NOW, RandomCases.CENTS);
        CustomerBase base = CustomerBase.of(List.of(person), ActivityLog.of(List.of(), RandomCases.CENTS), NOW);
        CompiledCondition compiled = CompiledCondition.of(condition, base, context);

        Verdict verdict = condition.explain(profile, context);

        assertThat(condition.evaluate(profile, context)).isEqualTo(Truth.TRUE);
        assertThat(verdict.truth()).isEqualTo(Truth.TRUE);
        assertThat(compiled.evaluate().get(0)).isEqualTo(Truth.TRUE);
        assertThat(compiled.explain(0)).isEqualTo(verdict);
        assertThat(IncrementalEvaluator.of(condition, profile, context).truth()).isEqualTo(Truth.TRUE);
        assertThat(verdict.counterfactuals()).isNotEmpty();
        assertThat(condition.evaluate(profile, verdict.counterfactuals().get(0).appliedTo(context)))
                .isEqualTo(Truth.FALSE);
        assertThat(ConditionAnalysis.at(NOW)
                        .withSegments(segments())
                        .never(condition)
                        .isRefuted())
                .isTrue();
    }

    /** As many facts as a condition may have nodes, on the small stack of a server's thread. */
    @Test
    void analysisOfThousandsOfFacts_needsNoStack() throws InterruptedException {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            parts.add(where(AttributeKey.integer("a" + i)).atLeast(i));
        }
        Condition many = new Condition.All(parts);
        List<Boolean> refuted = new ArrayList<>();
        Thread small = new Thread(
                null, () -> refuted.add(ConditionAnalysis.at(NOW).never(many).isRefuted()), "small", 256 * 1024);
        small.start();
        small.join();
        assertThat(refuted).containsExactly(true);
    }

    @Test
    void thousandsOfLeavesOnOneAttribute_areExplainedWithoutProposals() {
        List<Condition> parts = new ArrayList<>();
        for (long i = 0; i < 5_000; i++) {
            parts.add(where(VISITS).moreThan(i));
        }
        Verdict verdict =
                new Condition.AtLeast(2_000, parts).explain(Profile.of(person, List.of(), NOW, RandomCases.CENTS));
        assertThat(verdict.truth()).isEqualTo(Truth.FALSE);
        assertThat(verdict.counterfactuals()).isEmpty();
    }

    /** Birthdays come back for ever, but who has not bought for 90 days stays so: nothing is looked for beyond that. */
    @Test
    void validUntil_whatWillNotChangeAnyMoreDecides_isForEver() {
        Purchase old = Purchase.of(
                "p", "c", NOW.instant().minusSeconds(86_400L * 100), Money.ofMinor(1, RandomCases.CENTS.currency()));
        Profile profile = Profile.of(person, List.of(old), NOW, RandomCases.CENTS);
        Condition condition =
                all(anniversary(BORN, 7), where(SummaryFacts.RECENCY_DAYS).atMost(90));
        assertThat(condition.explain(profile).validUntil()).isEqualTo(Instant.MAX);
    }
}
