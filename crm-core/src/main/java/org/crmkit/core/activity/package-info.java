/**
 * What customers do and what is done with them: purchases, refunds, visits, complaints, answers.
 *
 * <p>In the pharmacy trade a relationship is more than its receipts: a patient refills, a hospital department is visited, a complaint is opened and
 * answered, a survey comes back. Each is an {@link org.crmkit.core.activity.Activity} with an id of its own; taking the same id twice changes
 * nothing, and the order of arrival never matters. An {@link org.crmkit.core.activity.ActivityLog} holds them by customer, as columns.
 */
@NullMarked
package org.crmkit.core.activity;

import org.jspecify.annotations.NullMarked;
