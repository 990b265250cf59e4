package org.crmkit.segmentation.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.crmkit.segmentation.band.BandMethod;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.band.Cut;
import org.crmkit.segmentation.band.Cuts;
import org.crmkit.segmentation.band.Direction;
import org.crmkit.segmentation.band.ShareOf;
import org.crmkit.segmentation.band.TieOrder;

/** The wire form of bandings and fitted cuts; names here are a promise and never follow a rename. */
final class BandMixins {
    private BandMixins() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Banding.Standard.class, name = "standard"),
        @JsonSubTypes.Type(value = Banding.RandomTies.class, name = "random-ties"),
        @JsonSubTypes.Type(value = Banding.RfmPackage.class, name = "rfm-package"),
        @JsonSubTypes.Type(value = Banding.Fixed.class, name = "fixed"),
        @JsonSubTypes.Type(value = Banding.Shares.class, name = "shares")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface BandingMixin {}

    @JsonPropertyOrder({"method", "bands"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class StandardMixin {
        @JsonCreator
        StandardMixin(
                @JsonProperty(value = "method", required = true) BandMethod method,
                @JsonProperty(value = "bands", required = true) int bands) {}

        @JsonProperty("method")
        abstract BandMethod method();

        @JsonProperty("bands")
        abstract int bands();
    }

    @JsonPropertyOrder({"bands", "seed"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RandomTiesMixin {
        @JsonCreator
        RandomTiesMixin(
                @JsonProperty(value = "bands", required = true) int bands,
                @JsonProperty(value = "seed", required = true) long seed) {}

        @JsonProperty("bands")
        abstract int bands();

        @JsonProperty("seed")
        abstract long seed();
    }

    @JsonPropertyOrder({"bands", "unit"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RfmPackageMixin {
        @JsonCreator
        RfmPackageMixin(
                @JsonProperty(value = "bands", required = true) int bands,
                @JsonProperty(value = "unit", required = true) long unit) {}

        @JsonProperty("bands")
        abstract int bands();

        @JsonProperty("unit")
        abstract long unit();
    }

    @JsonPropertyOrder({"cutPoints"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class FixedMixin {
        @JsonCreator
        FixedMixin(@JsonProperty(value = "cutPoints", required = true) List<BigDecimal> cutPoints) {}

        @JsonProperty("cutPoints")
        abstract List<BigDecimal> cutPoints();
    }

    @JsonPropertyOrder({"of", "shares"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class SharesMixin {
        @JsonCreator
        SharesMixin(
                @JsonProperty(value = "of", required = true) ShareOf of,
                @JsonProperty(value = "shares", required = true) List<BigDecimal> shares) {}

        @JsonProperty("of")
        abstract ShareOf of();

        @JsonProperty("shares")
        abstract List<BigDecimal> shares();
    }

    enum ShareOfMixin {
        @JsonProperty("customers")
        CUSTOMERS,
        @JsonProperty("value")
        VALUE
    }

    enum BandMethodMixin {
        @JsonProperty("ntile")
        NTILE,
        @JsonProperty("input-order")
        INPUT_ORDER,
        @JsonProperty("quantile-right")
        QUANTILE_RIGHT,
        @JsonProperty("quantile-left")
        QUANTILE_LEFT,
        @JsonProperty("cume-dist")
        CUME_DIST,
        @JsonProperty("mid-rank")
        MID_RANK,
        @JsonProperty("percent-rank")
        PERCENT_RANK,
        @JsonProperty("distinct")
        DISTINCT,
        @JsonProperty("equal-width")
        EQUAL_WIDTH,
        @JsonProperty("natural-breaks")
        NATURAL_BREAKS,
        @JsonProperty("mean")
        MEAN,
        @JsonProperty("median")
        MEDIAN
    }

    enum DirectionMixin {
        @JsonProperty("higher-is-better")
        HIGHER_IS_BETTER,
        @JsonProperty("lower-is-better")
        LOWER_IS_BETTER
    }

    @JsonPropertyOrder({"threshold", "reachedAt", "firstId"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class CutMixin {
        @JsonCreator
        CutMixin(
                @JsonProperty(value = "threshold", required = true) double threshold,
                @JsonProperty(value = "reachedAt", required = true) BigDecimal reachedAt,
                @JsonProperty("firstId") Optional<String> firstId) {}

        @JsonProperty("threshold")
        abstract double threshold();

        @JsonProperty("reachedAt")
        abstract BigDecimal reachedAt();

        @JsonProperty("firstId")
        abstract Optional<String> firstId();
    }

    @JsonPropertyOrder({"numeric", "seed"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class TieOrderMixin {
        @JsonCreator
        TieOrderMixin(
                @JsonProperty(value = "numeric", required = true) boolean numeric,
                @JsonProperty("seed") OptionalLong seed) {}

        @JsonProperty("numeric")
        abstract boolean numeric();

        @JsonProperty("seed")
        abstract OptionalLong seed();
    }

    @JsonPropertyOrder({"bands", "direction", "whole", "cuts", "ties"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class CutsMixin {
        @JsonCreator
        static Cuts of(
                @JsonProperty(value = "bands", required = true) int bands,
                @JsonProperty(value = "direction", required = true) Direction direction,
                @JsonProperty(value = "whole", required = true) boolean whole,
                @JsonProperty(value = "cuts", required = true) List<Cut> cuts,
                @JsonProperty(value = "ties", required = true) TieOrder ties) {
            throw new IllegalStateException("a mixin is never called");
        }

        @JsonProperty("bands")
        abstract int bands();

        @JsonProperty("direction")
        abstract Direction direction();

        @JsonProperty("whole")
        abstract boolean isWhole();

        @JsonProperty("cuts")
        abstract List<Cut> cuts();

        @JsonProperty("ties")
        abstract TieOrder ties();
    }

    @JsonPropertyOrder({"levels", "overall"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class NestedCutsMixin {
        @JsonCreator
        NestedCutsMixin(
                @JsonProperty(value = "levels", required = true) List<List<Cuts>> levels,
                @JsonProperty(value = "overall", required = true) List<Cuts> overall) {}

        @JsonProperty("levels")
        abstract List<List<Cuts>> levels();

        @JsonProperty("overall")
        abstract List<Cuts> overall();
    }
}
