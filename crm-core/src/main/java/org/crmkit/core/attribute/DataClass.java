package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.internal.check.Words;

/**
 * A class of data that consent is given for and law speaks of, with its sensitivity.
 *
 * <p>The sensitive constants follow the special categories of GDPR article 9 and the sensitive personal information of China's PIPL article 28 (which
 * also counts financial accounts, whereabouts and everything about minors under 14). The set is open, but a class that stands here is never less
 * sensitive than it is here: no application or file can turn health into ordinary data by saying so.
 *
 * @param code lower-case letters, digits, {@code - . _}
 * @param sensitivity how delicate data of this class are
 */
public record DataClass(String code, Sensitivity sensitivity) implements Comparable<DataClass> {

    /** Says nothing about a person. */
    public static final DataClass GENERAL = new DataClass("general", Sensitivity.ORDINARY);

    /** Who someone is: name, birth date, sex. */
    public static final DataClass IDENTITY = new DataClass("identity", Sensitivity.PERSONAL);

    /** How to reach someone. */
    public static final DataClass CONTACT = new DataClass("contact", Sensitivity.PERSONAL);

    /** Circumstances: region, education, family, occupation. */
    public static final DataClass DEMOGRAPHIC = new DataClass("demographic", Sensitivity.PERSONAL);

    /** What someone did: purchases, visits, answers. */
    public static final DataClass BEHAVIOR = new DataClass("behavior", Sensitivity.PERSONAL);

    /** Income, means and accounts. */
    public static final DataClass FINANCIAL = new DataClass("financial", Sensitivity.SENSITIVE);

    /** Conditions, therapies, allergies, prescriptions. */
    public static final DataClass HEALTH = new DataClass("health", Sensitivity.SENSITIVE);

    /** Ethnic origin. */
    public static final DataClass ETHNICITY = new DataClass("ethnicity", Sensitivity.SENSITIVE);

    /** Religion and belief. */
    public static final DataClass RELIGION = new DataClass("religion", Sensitivity.SENSITIVE);

    /** Face, fingerprint, voice, genome. */
    public static final DataClass BIOMETRIC = new DataClass("biometric", Sensitivity.SENSITIVE);

    /** Whereabouts. */
    public static final DataClass LOCATION = new DataClass("location", Sensitivity.SENSITIVE);

    /** Anything about a minor. */
    public static final DataClass MINOR = new DataClass("minor", Sensitivity.SENSITIVE);

    /**
     * Checks the parts.
     *
     * @param code lower-case letters
     * @param sensitivity how delicate data of this class are
     * @throws IllegalArgumentException if the class is one of the constants and the sensitivity less than theirs
     */
    public DataClass {
        Words.code(code, "dataClass");
        checkNotNull(sensitivity, "sensitivity");
        checkArgument(
                sensitivity.compareTo(least(code)) >= 0,
                "sensitivity of dataClass %s must be at least %s, was %s",
                code,
                least(code),
                sensitivity);
    }

    private static Sensitivity least(String code) {
        return switch (code) {
            case "financial", "health", "ethnicity", "religion", "biometric", "location", "minor" ->
                Sensitivity.SENSITIVE;
            case "identity", "contact", "demographic", "behavior" -> Sensitivity.PERSONAL;
            default -> Sensitivity.ORDINARY;
        };
    }

    /**
     * Tells whether data of this class need a purpose and a separate consent.
     *
     * @return true for {@link Sensitivity#SENSITIVE}
     */
    public boolean isSensitive() {
        return sensitivity == Sensitivity.SENSITIVE;
    }

    /** Orders by code, then by sensitivity. */
    @Override
    public int compareTo(DataClass other) {
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : sensitivity.compareTo(other.sensitivity);
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
