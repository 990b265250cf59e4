/**
 * What a strategy says of a customer: a value on a scale, with its reasons, or an honest "cannot know".
 *
 * <p>A list of customers at risk is only as good as its worst number, so a score here is never a bare double: it carries the scale on which it is
 * meant, an explanation that recombines to it, and where nothing can be known it abstains with a reason. Start with
 * {@link org.crmkit.core.score.Score}; the strategies that make scores are in {@link org.crmkit.core.strategy}.
 */
@NullMarked
package org.crmkit.core.score;

import org.jspecify.annotations.NullMarked;
