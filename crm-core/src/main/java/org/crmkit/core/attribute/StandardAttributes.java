package org.crmkit.core.attribute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * The attributes that the medicine trade asks for first, as ready keys with a schema.
 *
 * <p>They follow the usual axes of segmentation: demographic, geographic, psychographic, health and ability to pay, and the size of institutions. What
 * is sensitive says so; {@code AttributeSchema extended = StandardAttributes.schema().extend("mine", 1).add(...).build()} adds own fields.
 */
public final class StandardAttributes {

    /** Full name. */
    public static final AttributeKey<String> NAME = AttributeKey.text("name").in(DataClass.IDENTITY);

    /** Date of birth. */
    public static final AttributeKey<LocalDate> BIRTH_DATE =
            AttributeKey.date("birth-date").in(DataClass.IDENTITY);

    /** Band of age where the date of birth is not known. */
    public static final AttributeKey<String> AGE_GROUP =
            AttributeKey.code("age-group").in(DataClass.DEMOGRAPHIC);

    /** Sex. */
    public static final AttributeKey<String> SEX = AttributeKey.code("sex").in(DataClass.IDENTITY);

    /** Band of household income. */
    public static final AttributeKey<String> INCOME_BAND =
            AttributeKey.code("income-band").in(DataClass.FINANCIAL);

    /** Occupation, in the application's own codes. */
    public static final AttributeKey<String> OCCUPATION =
            AttributeKey.code("occupation").in(DataClass.DEMOGRAPHIC);

    /** Highest education. */
    public static final AttributeKey<String> EDUCATION =
            AttributeKey.code("education").in(DataClass.DEMOGRAPHIC);

    /** Number of persons in the household. */
    public static final AttributeKey<Long> FAMILY_SIZE =
            AttributeKey.integer("family-size").in(DataClass.DEMOGRAPHIC);

    /** Phase of family life. */
    public static final AttributeKey<String> FAMILY_PHASE =
            AttributeKey.code("family-phase").in(DataClass.DEMOGRAPHIC);

    /** Way of life, in the application's own codes. */
    public static final AttributeKey<Set<String>> LIFESTYLE =
            AttributeKey.textSet("lifestyle").in(DataClass.DEMOGRAPHIC);

    /** Ethnic group. Sensitive. */
    public static final AttributeKey<String> ETHNICITY =
            AttributeKey.code("ethnicity").in(DataClass.ETHNICITY);

    /** Religion or belief. Sensitive. */
    public static final AttributeKey<String> RELIGION =
            AttributeKey.code("religion").in(DataClass.RELIGION);

    /** Region code, broader parts first: {@code CN-44}. */
    public static final AttributeKey<String> REGION =
            AttributeKey.code("region").in(DataClass.DEMOGRAPHIC);

    /** Tier of the city. */
    public static final AttributeKey<String> CITY_TIER =
            AttributeKey.code("city-tier").in(DataClass.DEMOGRAPHIC);

    /** Language the customer prefers, as a BCP 47 tag. */
    public static final AttributeKey<String> LANGUAGE =
            AttributeKey.code("language").in(DataClass.DEMOGRAPHIC);

    /** Interests, in the application's own codes. */
    public static final AttributeKey<Set<String>> INTERESTS =
            AttributeKey.textSet("interests").in(DataClass.BEHAVIOR);

    /** What matters most when buying: price, quality, brand, service, delivery. */
    public static final AttributeKey<Set<String>> BUYING_MOTIVES =
            AttributeKey.textSet("buying-motives").in(DataClass.BEHAVIOR);

    /** How the customer came: directory, referral, meeting, telephone, mail, online. */
    public static final AttributeKey<String> ACQUISITION_SOURCE =
            AttributeKey.code("acquisition-source").in(DataClass.BEHAVIOR);

    /** Diagnosed conditions, in the application's coding system. Sensitive. */
    public static final AttributeKey<Set<String>> CONDITIONS =
            AttributeKey.textSet("conditions").in(DataClass.HEALTH);

    /** Known allergies. Sensitive. */
    public static final AttributeKey<Set<String>> ALLERGIES =
            AttributeKey.textSet("allergies").in(DataClass.HEALTH);

    /** Course of the leading condition: acute or chronic. Sensitive. */
    public static final AttributeKey<String> DISEASE_COURSE =
            AttributeKey.code("disease-course").in(DataClass.HEALTH);

    /** Where the treatment stands. Sensitive. */
    public static final AttributeKey<String> THERAPY_STAGE =
            AttributeKey.code("therapy-stage").in(DataClass.HEALTH);

    /** Whether pregnant or breastfeeding. Sensitive. */
    public static final AttributeKey<Boolean> PREGNANCY =
            AttributeKey.bool("pregnancy").in(DataClass.HEALTH);

    /** Who carries most of the cost. Sensitive: it tells of health and means. */
    public static final AttributeKey<String> PAYER = AttributeKey.code("payer").in(DataClass.FINANCIAL);

    /** Share of the cost paid by the patient, 0 to 1. Sensitive. */
    public static final AttributeKey<BigDecimal> CO_PAYMENT_SHARE =
            AttributeKey.decimal("co-payment-share").in(DataClass.FINANCIAL);

    /** Medical specialty of a doctor or department. */
    public static final AttributeKey<String> SPECIALTY = AttributeKey.code("specialty");

    /** Beds of a hospital. */
    public static final AttributeKey<Long> BED_COUNT = AttributeKey.integer("bed-count");

    /** Grade of a hospital. */
    public static final AttributeKey<String> HOSPITAL_GRADE = AttributeKey.code("hospital-grade");

    /** Sales area of a pharmacy in square meters. */
    public static final AttributeKey<BigDecimal> FLOOR_AREA = AttributeKey.decimal("floor-area");

    /** Shops of a chain. */
    public static final AttributeKey<Long> OUTLET_COUNT = AttributeKey.integer("outlet-count");

    /** Number of the license to trade in medicines. */
    public static final AttributeKey<String> LICENSE_NUMBER = AttributeKey.code("license-number");

    /** Last day of that license. */
    public static final AttributeKey<LocalDate> LICENSE_UNTIL = AttributeKey.date("license-until");

    private static final AttributeSchema SCHEMA = StandardSchema.build();

    private StandardAttributes() {}

    /**
     * Returns the schema of all standard attributes with their code lists.
     *
     * @return schema {@code crmkit-standard}, version 1
     */
    public static AttributeSchema schema() {
        return SCHEMA;
    }
}
