package org.crmkit.core.attribute;

import static org.crmkit.core.attribute.AttributeDefinition.of;

import java.math.BigDecimal;

/** Definitions and code lists of the standard attributes. */
final class StandardSchema {

    private static final CodeList AGE_GROUP = CodeList.of(
            "age-group",
            "under-14",
            "Under 14",
            "14-17",
            "14 to 17",
            "18-24",
            "18 to 24",
            "25-34",
            "25 to 34",
            "35-44",
            "35 to 44",
            "45-54",
            "45 to 54",
            "55-64",
            "55 to 64",
            "65-74",
            "65 to 74",
            "75-plus",
            "75 and over");

    private static final CodeList SEX = CodeList.of("sex", "female", "Female", "male", "Male", "other", "Other");

    private static final CodeList INCOME_BAND = CodeList.of(
            "income-band",
            "low",
            "Low",
            "lower-middle",
            "Lower middle",
            "middle",
            "Middle",
            "upper-middle",
            "Upper middle",
            "high",
            "High");

    private static final CodeList EDUCATION = CodeList.of(
            "education",
            "none",
            "None",
            "primary",
            "Primary",
            "secondary",
            "Secondary",
            "vocational",
            "Vocational",
            "bachelor",
            "Bachelor",
            "master",
            "Master",
            "doctorate",
            "Doctorate");

    private static final CodeList FAMILY_PHASE = CodeList.of(
            "family-phase",
            "single",
            "Single",
            "couple",
            "Couple without children",
            "young-children",
            "Children under 6",
            "school-children",
            "Children at school",
            "grown-children",
            "Grown children at home",
            "empty-nest",
            "Children moved out",
            "alone-in-age",
            "Alone in age");

    private static final CodeList CITY_TIER = CodeList.of(
            "city-tier",
            "tier-1",
            "First tier",
            "new-tier-1",
            "New first tier",
            "tier-2",
            "Second tier",
            "tier-3",
            "Third tier",
            "tier-4",
            "Fourth tier",
            "tier-5",
            "Fifth tier",
            "rural",
            "Rural");

    private static final CodeList DISEASE_COURSE =
            CodeList.of("disease-course", "acute", "Acute", "chronic", "Chronic");

    private static final CodeList THERAPY_STAGE = CodeList.of(
            "therapy-stage",
            "prevention",
            "Prevention",
            "diagnosis",
            "Diagnosis",
            "initiation",
            "First treatment",
            "titration",
            "Adjusting the dose",
            "maintenance",
            "Long-term treatment",
            "rehabilitation",
            "Rehabilitation",
            "palliative",
            "Palliative");

    private static final CodeList PAYER = CodeList.of(
            "payer",
            "self",
            "Self-paying",
            "public-insurance",
            "Public insurance",
            "commercial-insurance",
            "Commercial insurance",
            "employer",
            "Employer",
            "assistance",
            "Public assistance");

    private static final CodeList ACQUISITION_SOURCE = CodeList.of(
            "acquisition-source",
            "directory",
            "Directory",
            "referral",
            "Referral",
            "meeting",
            "Meeting",
            "telephone",
            "Telephone",
            "mail",
            "Mail",
            "consultancy",
            "Consultancy",
            "online",
            "Online",
            "walk-in",
            "Walk-in");

    private static final CodeList BUYING_MOTIVES = CodeList.of(
            "buying-motives",
            "price",
            "Price",
            "quality",
            "Quality",
            "brand",
            "Brand",
            "service",
            "Service",
            "delivery",
            "Delivery",
            "safety",
            "Safety");

    private static final CodeList HOSPITAL_GRADE = CodeList.of(
            "hospital-grade",
            "ungraded",
            "Ungraded",
            "1C",
            "Primary C",
            "1B",
            "Primary B",
            "1A",
            "Primary A",
            "2C",
            "Secondary C",
            "2B",
            "Secondary B",
            "2A",
            "Secondary A",
            "3C",
            "Tertiary C",
            "3B",
            "Tertiary B",
            "3A",
            "Tertiary A");

    private StandardSchema() {}

    static AttributeSchema build() {
        AttributeSchema.Builder schema = AttributeSchema.builder("crmkit-standard", 1);
        for (CodeList list : new CodeList[] {
            AGE_GROUP,
            SEX,
            INCOME_BAND,
            EDUCATION,
            FAMILY_PHASE,
            CITY_TIER,
            DISEASE_COURSE,
            THERAPY_STAGE,
            PAYER,
            ACQUISITION_SOURCE,
            BUYING_MOTIVES,
            HOSPITAL_GRADE
        }) {
            schema.codeList(list);
        }
        addPerson(schema);
        addHealth(schema);
        addInstitution(schema);
        return schema.build();
    }

    private static void addPerson(AttributeSchema.Builder schema) {
        schema.add(of(StandardAttributes.NAME, "Full name"))
                .add(of(StandardAttributes.BIRTH_DATE, "Date of birth"))
                .add(of(StandardAttributes.AGE_GROUP, "Band of age").from(AGE_GROUP))
                .add(of(StandardAttributes.SEX, "Sex").from(SEX))
                .add(of(StandardAttributes.INCOME_BAND, "Band of household income")
                        .from(INCOME_BAND))
                .add(of(StandardAttributes.OCCUPATION, "Occupation"))
                .add(of(StandardAttributes.EDUCATION, "Highest education").from(EDUCATION))
                .add(of(StandardAttributes.FAMILY_SIZE, "Persons in the household")
                        .between(1L, 100L))
                .add(of(StandardAttributes.FAMILY_PHASE, "Phase of family life").from(FAMILY_PHASE))
                .add(of(StandardAttributes.LIFESTYLE, "Way of life"))
                .add(of(StandardAttributes.ETHNICITY, "Ethnic group"))
                .add(of(StandardAttributes.RELIGION, "Religion or belief"))
                .add(of(StandardAttributes.REGION, "Region code"))
                .add(of(StandardAttributes.CITY_TIER, "Tier of the city").from(CITY_TIER))
                .add(of(StandardAttributes.LANGUAGE, "Preferred language"))
                .add(of(StandardAttributes.INTERESTS, "Interests"))
                .add(of(StandardAttributes.BUYING_MOTIVES, "What matters most when buying")
                        .from(BUYING_MOTIVES))
                .add(of(StandardAttributes.ACQUISITION_SOURCE, "How the customer came")
                        .from(ACQUISITION_SOURCE));
    }

    private static void addHealth(AttributeSchema.Builder schema) {
        schema.add(of(StandardAttributes.CONDITIONS, "Diagnosed conditions"))
                .add(of(StandardAttributes.ALLERGIES, "Known allergies"))
                .add(of(StandardAttributes.DISEASE_COURSE, "Course of the leading condition")
                        .from(DISEASE_COURSE))
                .add(of(StandardAttributes.THERAPY_STAGE, "Where the treatment stands")
                        .from(THERAPY_STAGE))
                .add(of(StandardAttributes.PREGNANCY, "Pregnant or breastfeeding"))
                .add(of(StandardAttributes.PAYER, "Who carries most of the cost")
                        .from(PAYER))
                .add(of(StandardAttributes.CO_PAYMENT_SHARE, "Share paid by the patient")
                        .between(BigDecimal.ZERO, BigDecimal.ONE));
    }

    private static void addInstitution(AttributeSchema.Builder schema) {
        schema.add(of(StandardAttributes.SPECIALTY, "Medical specialty"))
                .add(of(StandardAttributes.BED_COUNT, "Beds").atLeast(0L))
                .add(of(StandardAttributes.HOSPITAL_GRADE, "Grade of the hospital")
                        .from(HOSPITAL_GRADE))
                .add(of(StandardAttributes.FLOOR_AREA, "Sales area in square meters")
                        .atLeast(BigDecimal.ZERO))
                .add(of(StandardAttributes.OUTLET_COUNT, "Shops of the chain").atLeast(0L))
                .add(of(StandardAttributes.LICENSE_NUMBER, "Number of the license to trade in medicines"))
                .add(of(StandardAttributes.LICENSE_UNTIL, "Last day of that license"));
    }
}
