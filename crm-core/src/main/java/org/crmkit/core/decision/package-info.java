/**
 * What was decided about a customer and why, and what happens to him when.
 *
 * <p>A customer, an auditor or a regulator may ask months later why someone was graded, refused or written to: a decision keeps its inputs, its rule's
 * version and its reasons, and can be replayed. Occasions (birthday, festival, refill due, a change of tier) are triggers: each says until when its answer
 * holds, so a queue of next instants finds who is due without scanning everyone every day. Start at {@link org.crmkit.core.decision.DecisionRule},
 * {@link org.crmkit.core.decision.Trigger} and {@link org.crmkit.core.decision.TriggerQueue}; delivery is the host's.
 */
@NullMarked
package org.crmkit.core.decision;

import org.jspecify.annotations.NullMarked;
