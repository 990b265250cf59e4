package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.time.AsOf;

/**
 * The question what the law says of an item, somewhere, over some channel, on some day.
 *
 * <p>What is left open is answered with care: without a channel the entries of every channel apply, and with a country alone those of all its parts.
 *
 * @param itemClass the legal class of the item
 * @param jurisdiction where
 * @param channel over which channel, if known
 * @param asOf when; laws begin at local midnight
 */
public record RegulationQuestion(ItemClass itemClass, Jurisdiction jurisdiction, Optional<Channel> channel, AsOf asOf) {

    /**
     * Checks the parts.
     *
     * @param itemClass the legal class of the item
     * @param jurisdiction where
     * @param channel over which channel
     * @param asOf when
     */
    public RegulationQuestion {
        checkNotNull(itemClass, "itemClass");
        checkNotNull(jurisdiction, "jurisdiction");
        checkNotNull(channel, "channel");
        checkNotNull(asOf, "asOf");
    }

    /**
     * Returns a question for a channel.
     *
     * @param itemClass the legal class of the item
     * @param jurisdiction where
     * @param channel over which channel
     * @param asOf when
     * @return the question
     */
    public static RegulationQuestion of(ItemClass itemClass, Jurisdiction jurisdiction, Channel channel, AsOf asOf) {
        return new RegulationQuestion(itemClass, jurisdiction, Optional.of(channel), asOf);
    }
}
