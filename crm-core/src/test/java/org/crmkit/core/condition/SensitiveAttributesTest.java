package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmkit.core.attribute.StandardAttributes.CONDITIONS;
import static org.crmkit.core.attribute.StandardAttributes.INTERESTS;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

class SensitiveAttributesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2027-01-01T00:00:00Z");
    private static final Condition DIABETIC =
            where(CONDITIONS).forPurpose(Purpose.CARE).containsAny("diabetes-2");
    private static final Profile PROFILE = Profile.of(
            Person.of(
                    CustomerId.of("c1"),
                    CustomerType.PATIENT,
                    Attributes.builder().put(CONDITIONS, Set.of("diabetes-2")).build()),
            List.of(),
            AsOf.of(NOW, ZoneOffset.UTC),
            AmountUnit.plain(0));

    /** Consent to care until the end of the year. */
    private static final EvaluationContext CONSENTED = EvaluationContext.STANDARD.withGuard(request -> {
        boolean permitted =
                request.purpose().isWithin(Purpose.CARE) && request.at().isBefore(EXPIRY);
        return new AccessDecision(
                permitted ? AccessReason.SEPARATELY_CONSENTED : AccessReason.EXPIRED, permitted ? EXPIRY : Instant.MAX);
    });

    @Test
    void where_sensitiveWithoutPurpose_isRefused() {
        assertThatThrownBy(() -> where(CONDITIONS).containsAny("diabetes-2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("purpose must be named to read conditions, which is sensitive (health)");
    }

    @Test
    void evaluate_withoutConsent_isUnknown() {
        assertThat(DIABETIC.evaluate(PROFILE)).isEqualTo(Truth.UNKNOWN);
        assertThat(DIABETIC.evaluate(PROFILE, CONSENTED)).isEqualTo(Truth.TRUE);
        Condition marketing = where(CONDITIONS).forPurpose(Purpose.MARKETING).containsAny("diabetes-2");
        assertThat(marketing.evaluate(PROFILE, CONSENTED)).isEqualTo(Truth.UNKNOWN);
        assertThat(where(CONDITIONS).forPurpose(Purpose.CARE).isPresent().evaluate(PROFILE))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void explain_saysWhatIsNotPermittedAndProposesNothing() {
        Verdict verdict = DIABETIC.explain(PROFILE);
        assertThat(verdict.unknownBecause())
                .containsExactly(new Verdict.Gap(
                        new Input(Input.Kind.ATTRIBUTE, "conditions"), Verdict.Gap.Cause.NOT_PERMITTED));
        assertThat(verdict.counterfactuals()).isEmpty();
    }

    @Test
    void explain_holdsUntilTheConsentRunsOut() {
        assertThat(DIABETIC.explain(PROFILE, CONSENTED).validUntil()).isEqualTo(EXPIRY);
    }

    @Test
    void nothingPrintsTheLiteral() {
        Condition condition = all(DIABETIC.withId("x"), where(INTERESTS).containsAny("running"));
        Verdict verdict = condition.explain(PROFILE, CONSENTED);
        for (String text : List.of(
                condition.toString(),
                condition.toText(Locale.ENGLISH),
                condition.toText(Locale.CHINESE),
                verdict.toString(),
                DIABETIC.explain(PROFILE, CONSENTED).toString())) {
            assertThat(text).doesNotContain("diabetes-2");
        }
        assertThat(condition.toText(Locale.ENGLISH)).contains("***").contains("running");
    }

    @Test
    void toText_forGrantedPurposes_showsTheLiteral() {
        assertThat(DIABETIC.toText(Locale.ENGLISH, Set.of(Purpose.CARE)))
                .isEqualTo("the set of diagnosed conditions contains any of diabetes-2 (read for care)");
        assertThat(DIABETIC.toText(Locale.ENGLISH, Set.of(Purpose.MARKETING)))
                .isEqualTo("the set of diagnosed conditions contains any of *** (read for care)");
    }
}
