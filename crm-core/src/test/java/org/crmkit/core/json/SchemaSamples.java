package org.crmkit.core.json;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.attribute.AttributeDefinition;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeSchema;
import org.crmkit.core.attribute.AttributeViolation;
import org.crmkit.core.attribute.CodeList;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.UpdatePolicy;
import org.crmkit.core.json.JsonSamples.Sample;
import org.crmkit.core.money.Money;
import org.crmkit.core.time.BusinessCalendar;
import org.crmkit.core.time.WorkingHours;

/** Schemas and calendars, under the names of their golden files. */
final class SchemaSamples {
    private SchemaSamples() {}

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put("attribute-schema", Sample.of(schema()));
        samples.put("attribute-schema-updates", Sample.of(updates()));
        samples.put(
                "attribute-key", Sample.of(AttributeKey.textSet("conditions").in(DataClass.HEALTH)));
        samples.put(
                "attribute-violation",
                Sample.of(new AttributeViolation("sex", AttributeViolation.Kind.UNKNOWN_CODE, "one of [f, m]")));
        samples.put("calendar", Sample.of(calendar()));
        samples.put("calendar-always-open", Sample.of(BusinessCalendar.alwaysOpen(ZoneId.of("UTC"))));
        samples.put("working-hours", Sample.of(WorkingHours.of("09:30", "00:00")));
        return samples;
    }

    private static AttributeSchema schema() {
        Currency euro = Currency.getInstance("EUR");
        CodeList sexes =
                new CodeList("sex", 1, List.of(new CodeList.Code("f", "female"), new CodeList.Code("m", "male")));
        return AttributeSchema.builder("own", 3)
                .codeList(sexes)
                .add(AttributeDefinition.of(AttributeKey.code("sex").in(DataClass.IDENTITY), "Sex.")
                        .from(sexes))
                .add(AttributeDefinition.of(AttributeKey.date("birth-date").in(DataClass.IDENTITY), "Date of birth.")
                        .atLeast(LocalDate.of(1900, 1, 1))
                        .asRequired())
                .add(AttributeDefinition.of(AttributeKey.decimal("height"), "Height in metres.")
                        .between(new BigDecimal("0.3"), new BigDecimal("2.50")))
                .add(AttributeDefinition.of(AttributeKey.money("limit"), "Credit limit.")
                        .between(Money.zero(euro), Money.ofMinor(1_000_000, euro)))
                .add(AttributeDefinition.of(AttributeKey.textSet("conditions").in(DataClass.HEALTH), "Conditions."))
                .build();
    }

    private static AttributeSchema updates() {
        return AttributeSchema.builder("updates", 1)
                .add(AttributeDefinition.of(AttributeKey.date("birth-date").in(DataClass.IDENTITY), "Date of birth.")
                        .updatedBy(UpdatePolicy.sourcePriority("registry", "customer")))
                .add(AttributeDefinition.of(AttributeKey.instant("first-seen"), "First seen.")
                        .updatedBy(UpdatePolicy.keep()))
                .build();
    }

    private static BusinessCalendar calendar() {
        return BusinessCalendar.builder(ZoneId.of("Asia/Shanghai"))
                .mondayToFriday(WorkingHours.of("09:00", "12:00"), WorkingHours.of("13:30", "18:00"))
                .hours(DayOfWeek.SUNDAY)
                .holidays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2))
                .specialDay(LocalDate.of(2026, 10, 10), WorkingHours.of("09:00", "17:00"))
                .build();
    }
}
