package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.crmkit.core.consent.ConsentRecord.Kind;

/**
 * The parts of consent that differ between laws: who is a minor, where a birthday begins, and which grounds there are besides consent.
 *
 * <p>China's PIPL (article 31) asks for the guardian's consent under 14; GDPR article 8 under 16, or as low as 13 by member state, for online services.
 *
 * @param guardianAge below this age the guardian consents; 0 to 21, where 0 means never
 * @param unknownAgeIsMinor whether someone without a known date of birth counts as a minor
 * @param zone where the birthday begins at midnight
 * @param bases the grounds other than consent that count if the ledger has them; none means that only consent does
 */
public record ConsentPolicy(int guardianAge, boolean unknownAgeIsMinor, ZoneId zone, Set<ConsentRecord.Kind> bases) {

    private static final Set<ConsentRecord.Kind> PIPL_BASES =
            Set.of(Kind.CONTRACT, Kind.LEGAL_OBLIGATION, Kind.VITAL_INTEREST);
    private static final Set<ConsentRecord.Kind> GDPR_BASES = Set.of(
            Kind.CONTRACT, Kind.LEGAL_OBLIGATION, Kind.VITAL_INTEREST, Kind.PUBLIC_INTEREST, Kind.LEGITIMATE_INTEREST);
    private static final int PIPL_GUARDIAN_AGE = 14;
    private static final int GDPR_GUARDIAN_AGE = 16;
    private static final int MAX_GUARDIAN_AGE = 21;

    /**
     * Checks the parts.
     *
     * @param guardianAge below this age the guardian consents
     * @param unknownAgeIsMinor whether unknown age counts as a minor's
     * @param zone where the birthday begins
     * @param bases the grounds other than consent that count
     */
    public ConsentPolicy {
        checkArgument(
                guardianAge >= 0 && guardianAge <= MAX_GUARDIAN_AGE,
                "guardianAge must be in [0, %s], was %s",
                MAX_GUARDIAN_AGE,
                guardianAge);
        checkNotNull(zone, "zone");
        EnumSet<Kind> sorted = EnumSet.noneOf(Kind.class);
        for (Kind kind : bases) {
            checkArgument(kind.isOtherBasis(), "bases must be grounds other than consent, had %s", kind);
            sorted.add(kind);
        }
        bases = Collections.unmodifiableSet(sorted);
    }

    /**
     * Returns the policy of PIPL: guardian's consent under 14, unknown age counts as adult, and besides consent there are contract, legal obligation and vital
     * interest (articles 13 and 31).
     *
     * @param zone where the birthday begins
     * @return the policy
     */
    public static ConsentPolicy standard(ZoneId zone) {
        return new ConsentPolicy(PIPL_GUARDIAN_AGE, false, zone, PIPL_BASES);
    }

    /**
     * Returns the policy of GDPR where member states ask for no less: guardian's consent under 16, unknown age counts as adult, and all grounds of article 6.
     *
     * <p>Member states may set the age down to 13 (article 8), such as 15 in France and 14 in Italy, to be checked: {@link #withGuardianAge}.
     *
     * @param zone where the birthday begins
     * @return the policy
     */
    public static ConsentPolicy gdpr(ZoneId zone) {
        return new ConsentPolicy(GDPR_GUARDIAN_AGE, false, zone, GDPR_BASES);
    }

    /**
     * Returns this with other grounds besides consent.
     *
     * @param newBases the grounds that count; none means that only consent does
     * @return a changed copy
     */
    public ConsentPolicy withBases(Set<ConsentRecord.Kind> newBases) {
        return new ConsentPolicy(guardianAge, unknownAgeIsMinor, zone, newBases);
    }

    /**
     * Returns this with another age.
     *
     * @param newGuardianAge below this age the guardian consents; 0 to 21
     * @return a changed copy
     */
    public ConsentPolicy withGuardianAge(int newGuardianAge) {
        return new ConsentPolicy(newGuardianAge, unknownAgeIsMinor, zone, bases);
    }

    /**
     * Returns this with another treatment of unknown age.
     *
     * @param minor whether someone without a known date of birth counts as a minor
     * @return a changed copy
     */
    public ConsentPolicy withUnknownAgeAsMinor(boolean minor) {
        return new ConsentPolicy(guardianAge, minor, zone, bases);
    }

    /**
     * Returns when a person comes of age for consent.
     *
     * <p>Who was born on 29 February comes of age on 1 March of a common year, the later of the two readings.
     *
     * @param birthDate the date of birth
     * @return the first instant at which no guardian is needed
     */
    public Instant ofAgeFrom(LocalDate birthDate) {
        LocalDate birthday = birthDate.plusYears(guardianAge);
        boolean leapDayLost = birthday.getDayOfMonth() != birthDate.getDayOfMonth();
        return (leapDayLost ? birthday.plusDays(1) : birthday)
                .atStartOfDay(zone)
                .toInstant();
    }
}
