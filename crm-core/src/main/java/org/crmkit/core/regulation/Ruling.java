package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkNotNull;

/**
 * One effect on an item, and the entry of a pack that it follows from.
 *
 * @param effect what is restricted
 * @param packId the pack
 * @param packVersion its version
 * @param entryId the entry in it
 * @param reason why, in words
 * @param source where that is written
 */
public record Ruling(Effect effect, String packId, int packVersion, String entryId, String reason, String source) {

    /**
     * Checks the parts.
     *
     * @param effect what is restricted
     * @param packId the pack
     * @param packVersion its version
     * @param entryId the entry in it
     * @param reason why
     * @param source where that is written
     */
    public Ruling {
        checkNotNull(effect, "effect");
        checkNotNull(packId, "packId");
        checkNotNull(entryId, "entryId");
        checkNotNull(reason, "reason");
        checkNotNull(source, "source");
    }

    /**
     * Returns the stable reason code.
     *
     * @return such as {@code us-states@1/no-earn-rx:NO_EARN}
     */
    public String code() {
        return packId + '@' + packVersion + '/' + entryId + ':' + effect.code();
    }
}
