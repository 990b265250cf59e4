package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;

/**
 * The legal class of an item or service, such as a prescription medicine; an open list of codes.
 *
 * <p>What may be earned on, given away, promoted or recommended depends on the class, the place and the channel. The constants are the
 * classes that the trade's rules tell apart; a host adds its own with the constructor. Two classes are equal when their codes are.
 *
 * @param code upper-case letters, digits and underscores, at most 40 characters
 */
public record ItemClass(String code) implements Comparable<ItemClass> {
    /** Prescription medicine. */
    public static final ItemClass RX = new ItemClass("RX");

    /** Prescription medicine that is a controlled substance. */
    public static final ItemClass RX_CONTROLLED = new ItemClass("RX_CONTROLLED");

    /** Prescription transferred from another pharmacy. */
    public static final ItemClass RX_TRANSFERRED = new ItemClass("RX_TRANSFERRED");

    /** Over-the-counter medicine of class A: sold in pharmacies, under a pharmacist's guidance. */
    public static final ItemClass OTC_A = new ItemClass("OTC_A");

    /** Over-the-counter medicine of class B: also sold in licensed shops. */
    public static final ItemClass OTC_B = new ItemClass("OTC_B");

    /** Over-the-counter medicine that contains codeine. */
    public static final ItemClass OTC_CODEINE = new ItemClass("OTC_CODEINE");

    /** Vaccine or vaccination. */
    public static final ItemClass VACCINE = new ItemClass("VACCINE");

    /** Service of a clinic. */
    public static final ItemClass CLINIC_SERVICE = new ItemClass("CLINIC_SERVICE");

    /** Professional consultation. */
    public static final ItemClass CONSULTATION = new ItemClass("CONSULTATION");

    /** The patient's share of an insured price. */
    public static final ItemClass COST_SHARING = new ItemClass("COST_SHARING");

    /** The insurer's share of a price. */
    public static final ItemClass INSURANCE_PAID = new ItemClass("INSURANCE_PAID");

    /** Medical device. */
    public static final ItemClass MEDICAL_DEVICE = new ItemClass("MEDICAL_DEVICE");

    /** Health food or supplement. */
    public static final ItemClass HEALTH_FOOD = new ItemClass("HEALTH_FOOD");

    /** Infant formula. */
    public static final ItemClass INFANT_FORMULA = new ItemClass("INFANT_FORMULA");

    /** Alcohol. */
    public static final ItemClass ALCOHOL = new ItemClass("ALCOHOL");

    /** Tobacco. */
    public static final ItemClass TOBACCO = new ItemClass("TOBACCO");

    /** Gift card. */
    public static final ItemClass GIFT_CARD = new ItemClass("GIFT_CARD");

    /** Other stored value. */
    public static final ItemClass STORED_VALUE = new ItemClass("STORED_VALUE");

    /** Delivery charge. */
    public static final ItemClass DELIVERY = new ItemClass("DELIVERY");

    /** Any other fee. */
    public static final ItemClass FEE = new ItemClass("FEE");

    /** Everything without a rule of its own. */
    public static final ItemClass OTHER = new ItemClass("OTHER");

    private static final List<ItemClass> STANDARD = List.of(
            RX,
            RX_CONTROLLED,
            RX_TRANSFERRED,
            OTC_A,
            OTC_B,
            OTC_CODEINE,
            VACCINE,
            CLINIC_SERVICE,
            CONSULTATION,
            COST_SHARING,
            INSURANCE_PAID,
            MEDICAL_DEVICE,
            HEALTH_FOOD,
            INFANT_FORMULA,
            ALCOHOL,
            TOBACCO,
            GIFT_CARD,
            STORED_VALUE,
            DELIVERY,
            FEE,
            OTHER);
    private static final int LONGEST_CODE = 40;

    /**
     * Checks the code.
     *
     * @param code upper-case letters
     */
    public ItemClass {
        checkNotNull(code, "code");
        checkArgument(
                isCode(code),
                "code must be 1 to %s of A-Z, 0-9 and _, was '%s'",
                LONGEST_CODE,
                code.substring(0, Math.min(LONGEST_CODE + 1, code.length())));
    }

    /**
     * Returns the classes that the library's own packs speak of.
     *
     * @return the constants of this type, in a fixed order
     */
    public static List<ItemClass> standard() {
        return STANDARD;
    }

    @Override
    public int compareTo(ItemClass other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }

    private static boolean isCode(String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_CODE
                && code.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_');
    }
}
