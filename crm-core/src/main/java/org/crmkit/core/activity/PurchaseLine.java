package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.money.Money;
import org.crmkit.core.regulation.ItemClass;

/**
 * One line of a purchase: an item, how much of it, and what was charged for it.
 *
 * <p>Quantities are compared by value: 1.0 and 1 are the same. A medicine tells of a diagnosis, so {@link #toString()} names the item only where it has no
 * legal class.
 *
 * @param sku the item's code in the seller's catalogue, not blank
 * @param category the item's category, if known
 * @param itemClass the item's legal class; {@link ItemClass#OTHER} where it has none
 * @param quantity units bought, more than zero, at most a billion, with at most nine decimals
 * @param amount what was charged for the line after its discounts, not negative; zero for a free item
 * @param daysSupply for how many days the quantity lasts when taken as prescribed, at least 1, if known
 */
public record PurchaseLine(
        String sku,
        Optional<String> category,
        ItemClass itemClass,
        BigDecimal quantity,
        Money amount,
        OptionalInt daysSupply) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final int MOST_DECIMALS = 9;
    private static final String HIDDEN = "***";

    /**
     * Checks the values and brings the quantity to its shortest form.
     *
     * @param sku the item's code in the seller's catalogue
     * @param category the item's category
     * @param itemClass the item's legal class
     * @param quantity units bought
     * @param amount what was charged for the line after its discounts
     * @param daysSupply for how many days the quantity lasts when taken as prescribed
     */
    public PurchaseLine {
        checkNotNull(sku, "sku");
        checkArgument(!sku.isBlank(), "sku must not be blank");
        checkNotNull(category, "category");
        checkNotNull(itemClass, "itemClass");
        checkNotNull(quantity, "quantity");
        checkArgument(
                quantity.signum() > 0 && quantity.compareTo(MOST) <= 0,
                "quantity of %s must be more than 0 and at most %s, was %s",
                sku,
                MOST,
                quantity);
        quantity = quantity.stripTrailingZeros();
        checkArgument(
                quantity.scale() <= MOST_DECIMALS,
                "quantity of %s must have at most %s decimals, was %s",
                sku,
                MOST_DECIMALS,
                quantity);
        checkNotNull(amount, "amount");
        checkArgument(!amount.isNegative(), "amount of %s must not be negative, was %s", sku, amount);
        checkNotNull(daysSupply, "daysSupply");
        checkArgument(
                daysSupply.isEmpty() || daysSupply.getAsInt() >= 1,
                "daysSupply of %s must be at least 1, was %s",
                sku,
                daysSupply);
    }

    /**
     * Returns a line of one item without category and days' supply.
     *
     * @param sku the item's code
     * @param itemClass the item's legal class
     * @param quantity units bought, at least 1
     * @param amount what was charged for the line
     * @return the line
     */
    public static PurchaseLine of(String sku, ItemClass itemClass, int quantity, Money amount) {
        return new PurchaseLine(
                sku, Optional.empty(), itemClass, BigDecimal.valueOf(quantity), amount, OptionalInt.empty());
    }

    /**
     * Returns this with a category.
     *
     * @param newCategory the item's category
     * @return a changed copy
     */
    public PurchaseLine withCategory(String newCategory) {
        return new PurchaseLine(sku, Optional.of(newCategory), itemClass, quantity, amount, daysSupply);
    }

    /**
     * Returns this with another quantity, such as half a pack.
     *
     * @param newQuantity units bought, more than zero
     * @return a changed copy
     */
    public PurchaseLine withQuantity(BigDecimal newQuantity) {
        return new PurchaseLine(sku, category, itemClass, newQuantity, amount, daysSupply);
    }

    /**
     * Returns this with its days' supply.
     *
     * @param days for how many days the quantity lasts, at least 1
     * @return a changed copy
     */
    public PurchaseLine withDaysSupply(int days) {
        return new PurchaseLine(sku, category, itemClass, quantity, amount, OptionalInt.of(days));
    }

    /** Returns the line; without item and category if the item has a legal class. */
    @Override
    public String toString() {
        boolean plain = itemClass.equals(ItemClass.OTHER);
        return "PurchaseLine[sku=" + (plain ? sku : HIDDEN) + ", category="
                + (plain ? category.orElse("none") : HIDDEN) + ", itemClass=" + itemClass + ", quantity="
                + quantity.toPlainString() + ", amount=" + amount + ", daysSupply="
                + (daysSupply.isPresent() ? Integer.toString(daysSupply.getAsInt()) : "none") + ']';
    }
}
