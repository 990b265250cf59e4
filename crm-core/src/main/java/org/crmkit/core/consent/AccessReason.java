package org.crmkit.core.consent;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why access is permitted or refused. */
public enum AccessReason {

    /** Permitted: the data say nothing about a person. */
    ORDINARY_DATA(true),

    /** Permitted: the person consented. */
    CONSENTED(true),

    /** Permitted: the person consented separately to this class of sensitive data. */
    SEPARATELY_CONSENTED(true),

    /** Permitted: the guardian of the minor consented. */
    GUARDIAN_CONSENTED(true),

    /** Permitted: an imported record fills a gap in the own records. */
    IMPORTED_CONSENT(true),

    /** Permitted: a contract with the person cannot be kept without. */
    CONTRACT(true),

    /** Permitted: a law demands it. */
    LEGAL_OBLIGATION(true),

    /** Permitted: life or health is at stake. */
    VITAL_INTEREST(true),

    /** Permitted: for a task in the public interest, to which the person has not objected. */
    PUBLIC_INTEREST(true),

    /** Permitted: for a legitimate interest, to which the person has not objected. */
    LEGITIMATE_INTEREST(true),

    /** Refused: there is no record of this person. */
    NO_CONSENT(false),

    /** Refused: what the person consented to, or the house has another ground for, are other purposes, classes of data or channels. */
    PURPOSE_NOT_COVERED(false),

    /** Refused: there is a consent, but sensitive data need a separate one. */
    SEPARATE_CONSENT_NEEDED(false),

    /** Refused: the person is a minor and the guardian has not consented. */
    GUARDIAN_CONSENT_NEEDED(false),

    /** Refused: the person said no. */
    DENIED(false),

    /** Refused: the person took the consent back. */
    WITHDRAWN(false),

    /** Refused: the consent has run out. */
    EXPIRED(false),

    /** Refused: the person objected to decisions made by software. */
    PROFILING_REFUSED(false);

    private static final String BUNDLE = "org.crmkit.core.consent.messages";
    /** The host's default locale must not decide: a language without a bundle reads English. */
    private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final boolean permitted;

    AccessReason(boolean permitted) {
        this.permitted = permitted;
    }

    /**
     * Tells on which side the reason stands.
     *
     * @return true if access with this reason is permitted
     */
    public boolean isPermitted() {
        return permitted;
    }

    /**
     * Returns the reason in words that may be said to the person.
     *
     * @param locale the language; English where there is no text in it
     * @return one sentence
     */
    public String toText(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, NO_DEFAULT_LOCALE).getString(name());
    }
}
