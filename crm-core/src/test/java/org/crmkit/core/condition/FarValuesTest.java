package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.json.ConditionJson;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.json.JsonInputException;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values at the edge of what an attribute can hold can be asked of, and none beyond can be made. */
class FarValuesTest {
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    private static Profile profile(Attributes attributes) {
        return Profile.of(
                Person.of(CustomerId.of("c"), CustomerType.CONSUMER, attributes), List.of(), NOW, RandomCases.CENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "9999-12-31"})
    void agesAndAnniversaries_atTheEdges(LocalDate date) {
        Condition ages = all(
                new Leaf.Age(Read.of(RandomCases.BORN), Comparison.GE, Period.ofYears(18)),
                where(RandomCases.BORN).anniversary(7, 0),
                where(RandomCases.BORN).is(date));
        Person person = Person.of(
                CustomerId.of("c"),
                CustomerType.CONSUMER,
                Attributes.builder().put(RandomCases.BORN, date).build());
        CustomerBase base = CustomerBase.of(List.of(person), ActivityLog.of(List.of(), RandomCases.CENTS), NOW);
        assertThatCode(() -> ages.explain(base.profile(0))).doesNotThrowAnyException();
        assertThat(CompiledCondition.of(ages, base).evaluate().get(0)).isEqualTo(ages.evaluate(base.profile(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"})
    void momentsAtTheEdges(Instant at) {
        Condition seen = all(
                new Leaf.Age(Read.of(RandomCases.SEEN), Comparison.GE, Period.ofYears(1)),
                where(RandomCases.SEEN).is(at));
        Profile profile = profile(Attributes.builder().put(RandomCases.SEEN, at).build());
        assertThatCode(() -> seen.explain(profile)).doesNotThrowAnyException();
    }

    @Test
    void literalsBeyond_areRefusedWithNameYearAndWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> where(RandomCases.BORN).moreThan(LocalDate.MAX))
                .withMessage("value for born: date must be in the years 0 to 9999, was in 999999999");
        String json = "{\"type\":\"compare\",\"attribute\":\"born\",\"op\":\"ge\",\"value\":\"+999999999-12-31\"}";
        JsonInputException thrown = catchThrowableOfType(
                JsonInputException.class,
                () -> ConditionJson.of(RandomConditions.vocabulary()).readCondition(json));
        assertThat(thrown).hasMessage("at /value: date must be in the years 0 to 9999, was in 999999999");
    }
}
