/**
 * What may be done with whose data, for which purpose, and how data leave without names.
 *
 * <p>Consent is given for a purpose and can be taken back as easily; health and belief need a separate consent, and a child's guardian gives it. A
 * shop that cannot show the record has no consent, so every question here fails closed: no record means no. Start at
 * {@link org.crmkit.core.consent.ConsentGuard} and {@link org.crmkit.core.consent.Purpose}. Nothing in this package is legal advice.
 */
@NullMarked
package org.crmkit.core.consent;

import org.jspecify.annotations.NullMarked;
