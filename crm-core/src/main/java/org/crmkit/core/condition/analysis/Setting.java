package org.crmkit.core.condition.analysis;

import java.util.List;
import java.util.function.Consumer;
import org.crmkit.core.condition.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a fact can be: what its leaves answer then, and how to make a customer of whom it is so.
 *
 * @param truths one answer a leaf of the fact
 * @param text how it is, for people
 * @param maker makes it so; null where a customer could be like this but none can be made
 */
record Setting(List<Truth> truths, String text, @Nullable Consumer<Portrait> maker) {
    Setting {
        truths = List.copyOf(truths);
    }

    static Setting abstractly(List<Truth> truths) {
        return new Setting(truths, "", null);
    }

    boolean isMade() {
        return maker != null;
    }
}
