/**
 * What is known of a customer: typed values under named keys, each with its class of data, its source and its time.
 *
 * <p>The trade asks for more of a customer than for name and address: band of income, phase of family life, conditions and allergies, beds and grade
 * of a hospital. Much of that is delicate, so a key says which class of data it belongs to, and health or belief are never ordinary columns; much of
 * it comes from several systems, so a value says who stated it and when, and a policy decides which of two statements stays. Start at
 * {@link org.crmkit.core.attribute.AttributeKey}, {@link org.crmkit.core.attribute.Attributes} and
 * {@link org.crmkit.core.attribute.StandardAttributes}; own fields and code lists come with an {@link org.crmkit.core.attribute.AttributeSchema}.
 */
@NullMarked
package org.crmkit.core.attribute;

import org.jspecify.annotations.NullMarked;
