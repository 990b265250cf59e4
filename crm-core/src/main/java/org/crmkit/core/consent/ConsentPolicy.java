package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The parts of consent that differ between laws: who is a minor, and where a birthday begins.
 *
 * <p>China's PIPL (article 31) asks for the guardian's consent under 14; GDPR article 8 under 16, or as low as 13 by member state, for online services.
 *
 * @param guardianAge below this age the guardian consents; 0 to 21, where 0 means never
 * @param unknownAgeIsMinor whether someone without a known date of birth counts as a minor
 * @param zone where the birthday begins at midnight
 */
public record ConsentPolicy(int guardianAge, boolean unknownAgeIsMinor, ZoneId zone) {

    private static final int PIPL_GUARDIAN_AGE = 14;
    private static final int MAX_GUARDIAN_AGE = 21;

    /**
     * Checks the parts.
     *
     * @param guardianAge below this age the guardian consents
     * @param unknownAgeIsMinor whether unknown age counts as a minor's
     * @param zone where the birthday begins
     */
    public ConsentPolicy {
        checkArgument(
                guardianAge >= 0 && guardianAge <= MAX_GUARDIAN_AGE,
                "guardianAge must be in [0, %s], was %s",
                MAX_GUARDIAN_AGE,
                guardianAge);
        checkNotNull(zone, "zone");
    }

    /**
     * Returns the policy of PIPL: guardian's consent under 14, and unknown age counts as adult.
     *
     * @param zone where the birthday begins
     * @return the policy
     */
    public static ConsentPolicy standard(ZoneId zone) {
        return new ConsentPolicy(PIPL_GUARDIAN_AGE, false, zone);
    }

    /**
     * Returns this with another age.
     *
     * @param newGuardianAge below this age the guardian consents; 0 to 21
     * @return a changed copy
     */
    public ConsentPolicy withGuardianAge(int newGuardianAge) {
        return new ConsentPolicy(newGuardianAge, unknownAgeIsMinor, zone);
    }

    /**
     * Returns this with another treatment of unknown age.
     *
     * @param minor whether someone without a known date of birth counts as a minor
     * @return a changed copy
     */
    public ConsentPolicy withUnknownAgeAsMinor(boolean minor) {
        return new ConsentPolicy(guardianAge, minor, zone);
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
