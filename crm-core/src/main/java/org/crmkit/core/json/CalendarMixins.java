package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.time.BusinessCalendar;
import org.crmkit.core.time.DayHours;
import org.crmkit.core.time.WorkingHours;

/** The wire form of calendars; names here are a promise and never follow a rename. */
final class CalendarMixins {
    private CalendarMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(BusinessCalendar.class, BusinessCalendarMixin.class);
        table.put(WorkingHours.class, WorkingHoursMixin.class);
        table.put(DayHours.class, DayHoursMixin.class);
        return table;
    }

    @JsonPropertyOrder({"zone", "days"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class BusinessCalendarMixin {
        @JsonCreator
        static BusinessCalendar of(
                @JsonProperty(value = "zone", required = true) ZoneId zone,
                @JsonProperty(value = "days", required = true) Collection<DayHours> days) {
            throw new AssertionError("a mixin is never called");
        }

        @JsonProperty("zone")
        abstract ZoneId zone();

        @JsonProperty("days")
        abstract List<DayHours> days();
    }

    @JsonPropertyOrder({"opens", "closes"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class WorkingHoursMixin {
        @JsonCreator
        WorkingHoursMixin(
                @JsonProperty(value = "opens", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        LocalTime opens,
                @JsonProperty(value = "closes", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        LocalTime closes) {}

        @JsonProperty("opens")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract LocalTime opens();

        @JsonProperty("closes")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract LocalTime closes();
    }

    @JsonPropertyOrder({"day", "hours"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DayHoursMixin {
        @JsonCreator
        DayHoursMixin(
                @JsonProperty(value = "day", required = true) String day,
                @JsonProperty(value = "hours", required = true) List<WorkingHours> hours) {}

        @JsonProperty("day")
        abstract String day();

        @JsonProperty("hours")
        abstract List<WorkingHours> hours();
    }
}
