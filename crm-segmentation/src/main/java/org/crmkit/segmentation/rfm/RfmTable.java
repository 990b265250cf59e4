package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Names for the cells of RFM scores: the first segment that contains a cell names it.
 *
 * <p>Published tables are not always what they seem; {@link #coverage()} lists the cells without a name, those with several, and
 * the names that nobody can ever get. The six well-known ones are in {@link RfmTables}.
 */
public final class RfmTable {

    private static final int NO_ORDERS = -1;
    private static final int NOT_SCORED = -2;

    private final String id;
    private final String source;
    private final int bands;
    private final RfmBasis basis;
    private final List<RfmSegment> segments;
    private final Optional<String> otherwise;
    private final Optional<String> withoutOrders;
    /** Index of the segment of each cell, or the number of segments for none. */
    private final short[] segmentOfCell;

    private RfmTable(
            String id,
            String source,
            int bands,
            RfmBasis basis,
            List<RfmSegment> segments,
            Optional<String> otherwise,
            Optional<String> withoutOrders) {
        checkArgument(!checkNotNull(id, "id").isBlank(), "id must not be blank");
        checkArgument(bands >= 2 && bands <= 100, "bands must be in [2, 100], was %s", bands);
        this.id = id;
        this.source = checkNotNull(source, "source");
        this.bands = bands;
        this.basis = checkNotNull(basis, "basis");
        this.segments = List.copyOf(segments);
        this.otherwise = checkNotNull(otherwise, "otherwise");
        this.withoutOrders = checkNotNull(withoutOrders, "withoutOrders");
        withoutOrders.ifPresent(name -> checkArgument(!name.isBlank(), "withoutOrders must not be blank"));
        checkArgument(this.segments.size() <= 10_000, "segments must be at most 10000, were %s", this.segments.size());
        Set<String> names = new HashSet<>();
        for (RfmSegment segment : this.segments) {
            checkArgument(names.add(segment.name()), "segment names must differ, %s is there twice", segment.name());
            for (RfmRange range : segment.ranges()) {
                checkArgument(
                        range.highest() <= bands,
                        "scores of %s must be at most %s, were %s",
                        segment.name(),
                        bands,
                        range);
            }
        }
        this.segmentOfCell = new short[cells()];
        for (int cell = 0; cell < segmentOfCell.length; cell++) {
            segmentOfCell[cell] = (short) firstContaining(cell);
        }
    }

    private int firstContaining(int cell) {
        int index = 0;
        while (index < segments.size() && !contains(segments.get(index), cell)) {
            index++;
        }
        return index;
    }

    /** Cells are counted with recency outermost. */
    private boolean contains(RfmSegment segment, int cell) {
        int inner = basis.dimensions() == 3 ? bands : 1;
        return segment.contains(cell / (bands * inner) + 1, cell / inner % bands + 1, cell % inner + 1);
    }

    private int cells() {
        return basis.dimensions() == 3 ? bands * bands * bands : bands * bands;
    }

    private String code(int cell) {
        int inner = basis.dimensions() == 3 ? bands : 1;
        String gap = bands > 9 ? "-" : "";
        String code = cell / (bands * inner) + 1 + gap + (cell / inner % bands + 1);
        return basis.dimensions() == 3 ? code + gap + (cell % inner + 1) : code;
    }

    /**
     * Returns a table.
     *
     * @param id a stable word such as {@code rf-grid-10}, not blank
     * @param source where it comes from; may be empty
     * @param bands the highest score, 2 to 100
     * @param basis which scores it looks at
     * @param segments in the order in which they are tried, with different names
     * @param otherwise the name for cells that no segment contains, if they have one
     * @param withoutOrders the name for customers without orders, if they have one: their own, or that of a segment
     * @return the table
     * @throws IllegalArgumentException if names repeat, or a segment reaches beyond the bands
     */
    public static RfmTable of(
            String id,
            String source,
            int bands,
            RfmBasis basis,
            List<RfmSegment> segments,
            Optional<String> otherwise,
            Optional<String> withoutOrders) {
        return new RfmTable(id, source, bands, basis, segments, otherwise, withoutOrders);
    }

    /**
     * Starts a table of one's own.
     *
     * @param id a stable word, not blank
     * @param bands the highest score, 2 to 100
     * @param basis which scores it looks at
     * @return a builder without segments
     */
    public static Builder builder(String id, int bands, RfmBasis basis) {
        return new Builder(id, bands, basis);
    }

    /**
     * Returns the word by which the table is known.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns where the table comes from.
     *
     * @return the source, perhaps empty
     */
    public String source() {
        return source;
    }

    /**
     * Returns the highest score.
     *
     * @return 2 to 100
     */
    public int bands() {
        return bands;
    }

    /**
     * Returns which scores the table looks at.
     *
     * @return the basis
     */
    public RfmBasis basis() {
        return basis;
    }

    /**
     * Returns the segments, in the order in which they are tried.
     *
     * @return the segments
     */
    public List<RfmSegment> segments() {
        return segments;
    }

    /**
     * Returns the name for cells that no segment contains.
     *
     * @return the name, if they have one
     */
    public Optional<String> otherwise() {
        return otherwise;
    }

    /**
     * Returns the name for customers without orders; without one they are left out.
     *
     * @return the name, if they have one
     */
    public Optional<String> withoutOrders() {
        return withoutOrders;
    }

    /**
     * Names the cell of a customer.
     *
     * @param score with parts up to the number of bands
     * @return the name of the first segment that contains it, else the "otherwise"; empty if there is none
     * @throws IllegalArgumentException if a score is above the number of bands
     */
    public Optional<String> nameOf(RfmScore score) {
        return nameOf(indexOf(score.recency(), score.frequency(), score.monetary()));
    }

    /**
     * Names all customers of a population.
     *
     * @param scores with as many bands in each part as the table
     * @return one index a row: into {@link #segments()}, their number for "otherwise", -1 for a customer without orders, or -2 for one with
     *     orders whom a model that was fitted on nobody did not score
     * @throws IllegalArgumentException if a score is above the number of bands
     */
    public int[] indexesOf(RfmScores scores) {
        int[] indexes = new int[scores.size()];
        for (int row = 0; row < indexes.length; row++) {
            indexes[row] = scores.isScored(row)
                    ? indexOf(
                            scores.scoreAt(RfmPart.RECENCY, row),
                            scores.scoreAt(RfmPart.FREQUENCY, row),
                            scores.scoreAt(RfmPart.MONETARY, row))
                    : scores.columns().hasOrders(row) ? NOT_SCORED : NO_ORDERS;
        }
        return indexes;
    }

    /**
     * Returns the name that belongs to an index of {@link #indexesOf}.
     *
     * @param index into the segments, or their number for "otherwise"
     * @return the name; empty for "otherwise" and customers without orders if they have none, and for -2
     */
    public Optional<String> nameOf(int index) {
        if (index < 0) {
            return index == NO_ORDERS ? withoutOrders : Optional.empty();
        }
        return index < segments.size() ? Optional.of(segments.get(index).name()) : otherwise;
    }

    private int indexOf(int recency, int frequency, int monetary) {
        boolean withMonetary = basis != RfmBasis.RECENCY_FREQUENCY;
        if (recency > bands || frequency > bands || withMonetary && monetary > bands) {
            throw new IllegalArgumentException("scores must be at most " + bands + " for table " + id + ", were "
                    + recency + ", " + frequency + ", " + monetary);
        }
        int cell = (recency - 1) * bands + basis.second(frequency, monetary) - 1;
        return segmentOfCell[basis.dimensions() == 3 ? cell * bands + monetary - 1 : cell];
    }

    /**
     * Checks what the table does with each cell.
     *
     * @return uncovered and overlapping cells, and names that are never given
     */
    public RfmCoverage coverage() {
        List<String> uncovered = new ArrayList<>();
        List<String> overlapping = new ArrayList<>();
        int[] counts = new int[segments.size() + 1];
        for (int cell = 0; cell < segmentOfCell.length; cell++) {
            counts[segmentOfCell[cell]]++;
            int containing = 0;
            for (RfmSegment segment : segments) {
                containing += contains(segment, cell) ? 1 : 0;
            }
            if (containing == 0) {
                uncovered.add(code(cell));
            } else if (containing > 1) {
                overlapping.add(code(cell));
            }
        }
        List<String> unreachable = new ArrayList<>();
        Map<String, Integer> cellsOf = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            cellsOf.put(segments.get(i).name(), counts[i]);
            if (counts[i] == 0) {
                unreachable.add(segments.get(i).name());
            }
        }
        return new RfmCoverage(segmentOfCell.length, uncovered, overlapping, unreachable, cellsOf);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RfmTable that
                && id.equals(that.id)
                && source.equals(that.source)
                && bands == that.bands
                && basis == that.basis
                && segments.equals(that.segments)
                && otherwise.equals(that.otherwise)
                && withoutOrders.equals(that.withoutOrders);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, source, bands, basis, segments, otherwise, withoutOrders);
    }

    @Override
    public String toString() {
        return "RfmTable[" + id + ", " + segments.size() + " segments]";
    }

    /** Collects named segments. */
    public static final class Builder {

        private final String id;
        private final int bands;
        private final RfmBasis basis;
        private final List<RfmSegment> segments = new ArrayList<>();
        private String source = "";
        private Optional<String> otherwise = Optional.empty();
        private Optional<String> withoutOrders = Optional.empty();

        private Builder(String id, int bands, RfmBasis basis) {
            this.id = id;
            this.bands = bands;
            this.basis = checkNotNull(basis, "basis");
        }

        /**
         * Says where the table comes from; nothing unless set.
         *
         * @param text such as a paper or a package and its version
         * @return this
         */
        public Builder source(String text) {
            source = text;
            return this;
        }

        /**
         * Adds a segment of one block of cells.
         *
         * @param name not used before
         * @param ends lowest and highest score of each dimension of the basis in turn: four or six numbers
         * @return this
         */
        public Builder ranges(String name, int... ends) {
            checkArgument(
                    ends.length == 2 * basis.dimensions(),
                    "ends of %s must be %s numbers, were %s",
                    name,
                    2 * basis.dimensions(),
                    ends.length);
            boolean three = basis.dimensions() == 3;
            segments.add(new RfmSegment(
                    name,
                    List.of(new RfmRange(
                            ends[0], ends[1], ends[2], ends[3], three ? ends[4] : 1, three ? ends[5] : bands))));
            return this;
        }

        /**
         * Adds a segment of single cells.
         *
         * @param name not used before
         * @param codes of the cells, one digit a dimension, or numbers with hyphens between them
         * @return this
         */
        public Builder cells(String name, String... codes) {
            List<RfmRange> cells = new ArrayList<>();
            for (String code : codes) {
                int[] scores = scores(code);
                int monetary = scores.length == 3 ? scores[2] : 1;
                cells.add(new RfmRange(
                        scores[0], scores[0], scores[1], scores[1], monetary, scores.length == 3 ? monetary : bands));
            }
            segments.add(new RfmSegment(name, cells));
            return this;
        }

        private int[] scores(String code) {
            String[] parts = code.contains("-") ? code.split("-", -1) : code.split("");
            checkArgument(
                    parts.length == basis.dimensions()
                            && Arrays.stream(parts).allMatch(part -> part.matches("[1-9][0-9]{0,2}")),
                    "code must be %s scores, was %s",
                    basis.dimensions(),
                    code);
            return Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
        }

        /**
         * Names the cells that no segment contains; they stay without a name unless set.
         *
         * @param name for the rest
         * @return this
         */
        public Builder otherwise(String name) {
            otherwise = Optional.of(name);
            return this;
        }

        /**
         * Names the customers without orders: a name of their own, or that of a segment to put them with; they are left out unless set.
         *
         * @param name not blank
         * @return this
         */
        public Builder withoutOrders(String name) {
            withoutOrders = Optional.of(name);
            return this;
        }

        /**
         * Returns the table.
         *
         * @return the table
         * @throws IllegalArgumentException if names repeat, or a segment reaches beyond the bands
         */
        public RfmTable build() {
            return new RfmTable(id, source, bands, basis, segments, otherwise, withoutOrders);
        }
    }
}
