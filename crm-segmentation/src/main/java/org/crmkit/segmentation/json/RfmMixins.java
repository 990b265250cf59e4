package org.crmkit.segmentation.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.band.Cuts;
import org.crmkit.segmentation.band.NestedCuts;
import org.crmkit.segmentation.rfm.Frequency;
import org.crmkit.segmentation.rfm.Returns;
import org.crmkit.segmentation.rfm.RfmBasis;
import org.crmkit.segmentation.rfm.RfmCuts;
import org.crmkit.segmentation.rfm.RfmModel;
import org.crmkit.segmentation.rfm.RfmPart;
import org.crmkit.segmentation.rfm.RfmRange;
import org.crmkit.segmentation.rfm.RfmSegment;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.crmkit.segmentation.rfm.RfmTable;
import org.crmkit.segmentation.rfm.RfmVariant;

/** The wire form of RFM strategies, models, scores and tables; names here are a promise and never follow a rename. */
final class RfmMixins {
    private RfmMixins() {}

    enum RfmPartMixin {
        @JsonProperty("length")
        LENGTH,
        @JsonProperty("recency")
        RECENCY,
        @JsonProperty("frequency")
        FREQUENCY,
        @JsonProperty("monetary")
        MONETARY,
        @JsonProperty("time-between")
        TIME_BETWEEN
    }

    enum RfmVariantMixin {
        @JsonProperty("rfm")
        RFM,
        @JsonProperty("lrfm")
        LRFM,
        @JsonProperty("rfmt")
        RFMT
    }

    enum ReturnsMixin {
        @JsonProperty("ignored")
        IGNORED,
        @JsonProperty("subtracted")
        SUBTRACTED,
        @JsonProperty("counted")
        COUNTED
    }

    enum FrequencyMixin {
        @JsonProperty("orders")
        ORDERS,
        @JsonProperty("days")
        DAYS
    }

    enum RfmBasisMixin {
        @JsonProperty("recency-frequency-monetary")
        RECENCY_FREQUENCY_MONETARY,
        @JsonProperty("recency-frequency")
        RECENCY_FREQUENCY,
        @JsonProperty("recency-fm")
        RECENCY_FM
    }

    @JsonPropertyOrder({"variant", "bandings", "nested", "frequency", "returns", "weights"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmStrategyMixin {
        @JsonCreator
        RfmStrategyMixin(
                @JsonProperty(value = "variant", required = true) RfmVariant variant,
                @JsonProperty(value = "bandings", required = true) Map<RfmPart, Banding> bandings,
                @JsonProperty(value = "nested", required = true) boolean nested,
                @JsonProperty(value = "frequency", required = true) Frequency frequency,
                @JsonProperty(value = "returns", required = true) Returns returns,
                @JsonProperty(value = "weights", required = true) Map<RfmPart, Double> weights) {}

        @JsonProperty("variant")
        abstract RfmVariant variant();

        @JsonProperty("bandings")
        abstract Map<RfmPart, Banding> bandings();

        @JsonProperty("nested")
        abstract boolean nested();

        @JsonProperty("frequency")
        abstract Frequency frequency();

        @JsonProperty("returns")
        abstract Returns returns();

        @JsonProperty("weights")
        abstract Map<RfmPart, Double> weights();
    }

    @JsonPropertyOrder({"byPart", "nested"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmCutsMixin {
        @JsonCreator
        RfmCutsMixin(
                @JsonProperty(value = "byPart", required = true) Map<RfmPart, Cuts> byPart,
                @JsonProperty("nested") Optional<NestedCuts> nested) {}

        @JsonProperty("byPart")
        abstract Map<RfmPart, Cuts> byPart();

        @JsonProperty("nested")
        abstract Optional<NestedCuts> nested();
    }

    @JsonPropertyOrder({"strategy", "cuts", "sizes", "fittedOn"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmModelMixin {
        @JsonCreator
        RfmModelMixin(
                @JsonProperty(value = "strategy", required = true) RfmStrategy strategy,
                @JsonProperty(value = "cuts", required = true) RfmCuts cuts,
                @JsonProperty(value = "sizes", required = true) Map<RfmPart, List<Integer>> sizes,
                @JsonProperty(value = "fittedOn", required = true) FittedOn fittedOn) {}

        @JsonProperty("strategy")
        abstract RfmStrategy strategy();

        @JsonProperty("cuts")
        abstract RfmCuts cuts();

        @JsonProperty("sizes")
        abstract Map<RfmPart, List<Integer>> sizes();

        @JsonProperty("fittedOn")
        abstract FittedOn fittedOn();
    }

    @JsonPropertyOrder({"model", "table"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmSegmentModelMixin {
        @JsonCreator
        RfmSegmentModelMixin(
                @JsonProperty(value = "model", required = true) RfmModel model,
                @JsonProperty(value = "table", required = true) RfmTable table) {}

        @JsonProperty("model")
        abstract RfmModel model();

        @JsonProperty("table")
        abstract RfmTable table();
    }

    @JsonPropertyOrder({"recency", "frequency", "monetary", "length", "timeBetween"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmScoreMixin {
        @JsonCreator
        RfmScoreMixin(
                @JsonProperty(value = "recency", required = true) int recency,
                @JsonProperty(value = "frequency", required = true) int frequency,
                @JsonProperty(value = "monetary", required = true) int monetary,
                @JsonProperty("length") OptionalInt length,
                @JsonProperty("timeBetween") OptionalInt timeBetween) {}

        @JsonProperty("recency")
        abstract int recency();

        @JsonProperty("frequency")
        abstract int frequency();

        @JsonProperty("monetary")
        abstract int monetary();

        @JsonProperty("length")
        abstract OptionalInt length();

        @JsonProperty("timeBetween")
        abstract OptionalInt timeBetween();
    }

    @JsonPropertyOrder({"recencyFrom", "recencyTo", "frequencyFrom", "frequencyTo", "monetaryFrom", "monetaryTo"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmRangeMixin {
        @JsonCreator
        RfmRangeMixin(
                @JsonProperty(value = "recencyFrom", required = true) int recencyFrom,
                @JsonProperty(value = "recencyTo", required = true) int recencyTo,
                @JsonProperty(value = "frequencyFrom", required = true) int frequencyFrom,
                @JsonProperty(value = "frequencyTo", required = true) int frequencyTo,
                @JsonProperty(value = "monetaryFrom", required = true) int monetaryFrom,
                @JsonProperty(value = "monetaryTo", required = true) int monetaryTo) {}

        @JsonProperty("recencyFrom")
        abstract int recencyFrom();

        @JsonProperty("recencyTo")
        abstract int recencyTo();

        @JsonProperty("frequencyFrom")
        abstract int frequencyFrom();

        @JsonProperty("frequencyTo")
        abstract int frequencyTo();

        @JsonProperty("monetaryFrom")
        abstract int monetaryFrom();

        @JsonProperty("monetaryTo")
        abstract int monetaryTo();
    }

    @JsonPropertyOrder({"name", "ranges"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmSegmentMixin {
        @JsonCreator
        RfmSegmentMixin(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "ranges", required = true) List<RfmRange> ranges) {}

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("ranges")
        abstract List<RfmRange> ranges();
    }

    @JsonPropertyOrder({"id", "source", "bands", "basis", "segments", "otherwise", "withoutOrders"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmTableMixin {
        @JsonCreator
        static RfmTable of(
                @JsonProperty(value = "id", required = true) String id,
                @JsonProperty(value = "source", required = true) String source,
                @JsonProperty(value = "bands", required = true) int bands,
                @JsonProperty(value = "basis", required = true) RfmBasis basis,
                @JsonProperty(value = "segments", required = true) List<RfmSegment> segments,
                @JsonProperty("otherwise") Optional<String> otherwise,
                @JsonProperty("withoutOrders") Optional<String> withoutOrders) {
            throw new IllegalStateException("a mixin is never called");
        }

        @JsonProperty("id")
        abstract String id();

        @JsonProperty("source")
        abstract String source();

        @JsonProperty("bands")
        abstract int bands();

        @JsonProperty("basis")
        abstract RfmBasis basis();

        @JsonProperty("segments")
        abstract List<RfmSegment> segments();

        @JsonProperty("otherwise")
        abstract Optional<String> otherwise();

        @JsonProperty("withoutOrders")
        abstract Optional<String> withoutOrders();
    }

    @JsonPropertyOrder({"cells", "uncovered", "overlapping", "unreachable", "cellsOf"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmCoverageMixin {
        @JsonCreator
        RfmCoverageMixin(
                @JsonProperty(value = "cells", required = true) int cells,
                @JsonProperty(value = "uncovered", required = true) List<String> uncovered,
                @JsonProperty(value = "overlapping", required = true) List<String> overlapping,
                @JsonProperty(value = "unreachable", required = true) List<String> unreachable,
                @JsonProperty(value = "cellsOf", required = true) Map<String, Integer> cellsOf) {}

        @JsonProperty("cells")
        abstract int cells();

        @JsonProperty("uncovered")
        abstract List<String> uncovered();

        @JsonProperty("overlapping")
        abstract List<String> overlapping();

        @JsonProperty("unreachable")
        abstract List<String> unreachable();

        @JsonProperty("cellsOf")
        abstract Map<String, Integer> cellsOf();
    }
}
