package org.crmkit.core.condition;

import static org.crmkit.core.attribute.AttributeKey.decimal;
import static org.crmkit.core.attribute.AttributeKey.integer;
import static org.crmkit.core.attribute.AttributeKey.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.attribute.AttributeKey;

/**
 * What a purchase line says, readable like attributes by conditions on lines.
 *
 * <p>A condition on events that reads one of them is asked of each line, and the purchase matches if one of its lines does.
 */
public final class LineFacts {
    /** The item's code. */
    public static final AttributeKey<String> SKU = text("line.sku");

    /** The item's category; missing if it is not known. */
    public static final AttributeKey<String> CATEGORY = text("line.category");

    /** The item's legal class, such as {@code RX}. */
    public static final AttributeKey<String> ITEM_CLASS = text("line.item-class");

    /** How much was bought. */
    public static final AttributeKey<BigDecimal> QUANTITY = decimal("line.quantity");

    /** What was charged for the line, without a currency. */
    public static final AttributeKey<BigDecimal> AMOUNT = decimal("line.amount");

    /** For how many days the line lasts; missing if it is not known. */
    public static final AttributeKey<Long> DAYS_SUPPLY = integer("line.days-supply");

    static final String PREFIX = "line.";
    private static final List<AttributeKey<?>> ALL = List.of(SKU, CATEGORY, ITEM_CLASS, QUANTITY, AMOUNT, DAYS_SUPPLY);

    private LineFacts() {}

    /**
     * Returns all facts.
     *
     * @return the keys, in a fixed order
     */
    public static List<AttributeKey<?>> all() {
        return ALL;
    }

    /** Returns the key of a name, or empty if there is none. */
    static Optional<AttributeKey<?>> key(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    static <T> Optional<T> value(AttributeKey<T> key, PurchaseLine line) {
        return read(key.name(), line).map(key.type().javaType()::cast);
    }

    private static Optional<?> read(String name, PurchaseLine line) {
        return switch (name) {
            case "line.sku" -> Optional.of(line.sku());
            case "line.category" -> line.category();
            case "line.item-class" -> Optional.of(line.itemClass().code());
            case "line.quantity" -> Optional.of(line.quantity());
            case "line.amount" -> Optional.of(line.amount().toBigDecimal());
            case "line.days-supply" ->
                line.daysSupply().isPresent()
                        ? Optional.of((long) line.daysSupply().getAsInt())
                        : Optional.empty();
            default -> throw new IllegalArgumentException("line fact must be one of " + ALL + ", was " + name);
        };
    }
}
