package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.crmkit.core.consent.Anonymity;
import org.crmkit.core.consent.ReportGuard;

/** The wire form of anonymity and the reports that keep it; names here are a promise and never follow a rename. */
final class AnonymityMixins {
    private AnonymityMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(Anonymity.class, AnonymityMixin.class);
        table.put(Anonymity.Row.class, AnonymityRowMixin.class);
        table.put(ReportGuard.class, ReportGuardMixin.class);
        table.put(ReportGuard.Cell.class, ReportGuardCellMixin.class);
        table.put(ReportGuard.Release.class, ReportGuardReleaseMixin.class);
        return table;
    }

    @JsonPropertyOrder({"classes", "k", "distinctL", "entropyL", "distance"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AnonymityMixin {
        @JsonCreator
        AnonymityMixin(
                @JsonProperty(value = "classes", required = true) int classes,
                @JsonProperty(value = "k", required = true) int k,
                @JsonProperty(value = "distinctL", required = true) int distinctL,
                @JsonProperty(value = "entropyL", required = true) double entropyL,
                @JsonProperty(value = "distance", required = true) double distance) {}

        @JsonProperty("classes")
        abstract int classes();

        @JsonProperty("k")
        abstract int k();

        @JsonProperty("distinctL")
        abstract int distinctL();

        @JsonProperty("entropyL")
        abstract double entropyL();

        @JsonProperty("distance")
        abstract double distance();
    }

    @JsonPropertyOrder({"quasiIdentifiers", "sensitive"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AnonymityRowMixin {
        @JsonCreator
        AnonymityRowMixin(
                @JsonProperty(value = "quasiIdentifiers", required = true) List<String> quasiIdentifiers,
                @JsonProperty(value = "sensitive", required = true) int sensitive) {}

        @JsonProperty("quasiIdentifiers")
        abstract List<String> quasiIdentifiers();

        @JsonProperty("sensitive")
        abstract int sensitive();
    }

    @JsonPropertyOrder({"k", "l", "entropyL", "t"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ReportGuardMixin {
        @JsonCreator
        ReportGuardMixin(
                @JsonProperty(value = "k", required = true) int k,
                @JsonProperty(value = "l", required = true) int l,
                @JsonProperty(value = "entropyL", required = true) double entropyL,
                @JsonProperty(value = "t", required = true) double t) {}

        @JsonProperty("k")
        abstract int k();

        @JsonProperty("l")
        abstract int l();

        @JsonProperty("entropyL")
        abstract double entropyL();

        @JsonProperty("t")
        abstract double t();
    }

    @JsonPropertyOrder({"quasiIdentifiers", "size", "sensitiveCounts"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ReportGuardCellMixin {
        @JsonCreator
        ReportGuardCellMixin(
                @JsonProperty(value = "quasiIdentifiers", required = true) List<String> quasiIdentifiers,
                @JsonProperty(value = "size", required = true) int size,
                @JsonProperty(value = "sensitiveCounts", required = true)
                        SortedMap<Integer, Integer> sensitiveCounts) {}

        @JsonProperty("quasiIdentifiers")
        abstract List<String> quasiIdentifiers();

        @JsonProperty("size")
        abstract int size();

        @JsonProperty("sensitiveCounts")
        abstract SortedMap<Integer, Integer> sensitiveCounts();
    }

    @JsonPropertyOrder({"cells", "suppressedRows"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ReportGuardReleaseMixin {
        @JsonCreator
        ReportGuardReleaseMixin(
                @JsonProperty(value = "cells", required = true) List<ReportGuard.Cell> cells,
                @JsonProperty("suppressedRows") OptionalInt suppressedRows) {}

        @JsonProperty("cells")
        abstract List<ReportGuard.Cell> cells();

        @JsonProperty("suppressedRows")
        abstract OptionalInt suppressedRows();
    }
}
