package org.crmkit.core.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.column.IntColumn;
import org.crmkit.core.condition.CodeRows.Stretches;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.profile.AttributeColumn;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;

/** Binds leaves that read an attribute: each value of the dictionary is asked once, and what is left of the leaf is a test of codes. */
final class AttributeRows {
    private final CustomerBase base;
    private final EvaluationContext context;
    private final AsOf now;
    private final Map<AttributeKey<?>, Packed> columns = new HashMap<>();
    private final Map<Read<?>, long[]> permissions = new HashMap<>();

    AttributeRows(CustomerBase base, EvaluationContext context, AsOf now) {
        this.base = base;
        this.context = context;
        this.now = now;
    }

    private record Packed(List<?> dictionary, LaneColumn codes) {
        static Packed of(AttributeColumn<?> column) {
            IntColumn codes = column.codes();
            int values = column.dictionary().size();
            return new Packed(
                    column.dictionary(),
                    LaneColumn.pack(codes.size(), values, row -> codes.get(row) - AttributeColumn.MISSING));
        }
    }

    RowTruth test(Leaf leaf, Read<?> read) {
        Packed packed = columns.computeIfAbsent(read.key(), key -> Packed.of(column(key)));
        Stretches stretches = new Stretches();
        for (int i = 0; i < packed.dictionary.size(); i++) {
            stretches.add(i + 1, i + 1, Codes.of(TryOuts.ofAttribute(leaf, packed.dictionary.get(i), now)));
        }
        RowTruth answer =
                CodeRows.of(packed.codes, stretches, leaf instanceof Leaf.Present ? Codes.FALSE : Codes.UNKNOWN);
        return read.key().isSensitive() ? new RowTruth.Permitted(answer, permitted(read)) : answer;
    }

    private <T> AttributeColumn<T> column(AttributeKey<T> key) {
        return CustomerFacts.isFact(key)
                ? AttributeColumn.of(key, base.size(), row -> {
                    Profile profile = base.profile(row);
                    return profile.value(key).or(() -> CustomerFacts.value(key, profile.customer()));
                })
                : base.attribute(key);
    }

    /** Returns who permits that an attribute is read; those who do not are unknown. */
    RowTruth permission(Read<?> read) {
        return new RowTruth.Permitted(new RowTruth.Constant(Codes.TRUE), permitted(read));
    }

    private long[] permitted(Read<?> read) {
        return permissions.computeIfAbsent(read, this::ask);
    }

    private long[] ask(Read<?> read) {
        long[] permitted = new long[(base.size() + LaneBlock.ROWS - 1) / LaneBlock.ROWS];
        for (int row = 0; row < base.size(); row++) {
            AccessRequest request = AccessRequest.of(
                    base.id(row), read.key().dataClass(), read.purpose().orElseThrow(), now.instant());
            if (context.guard().permits(request)) {
                permitted[row / LaneBlock.ROWS] |=
                        Long.MIN_VALUE >>> (LaneBlock.ROWS - 1 - row % LaneBlock.ROWS) * Byte.SIZE;
            }
        }
        return permitted;
    }
}
