package org.crmkit.core.profile;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.time.AsOf;

/** Picks the tags that are valid at an instant. */
final class ProfileTags {
    private ProfileTags() {}

    static Set<Tag> validAt(Customer customer, AsOf asOf) {
        Set<Tag> valid = new LinkedHashSet<>();
        for (Tag tag : customer.tags()) {
            if (tag.holdsAt(asOf.instant())) {
                valid.add(tag);
            }
        }
        return Collections.unmodifiableSet(valid);
    }
}
