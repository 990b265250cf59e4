package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Sensitivity;
import org.crmkit.core.customer.CustomerId;

/**
 * How values look to someone who may not read them, by sensitivity and by class of data.
 *
 * <p>Values that may be read appear in the text form of their type.
 */
public final class MaskingPolicy {

    private final Map<Sensitivity, Mask> bySensitivity;
    private final Map<DataClass, Mask> byClass;

    private MaskingPolicy(Map<Sensitivity, Mask> bySensitivity, Map<DataClass, Mask> byClass) {
        this.bySensitivity = bySensitivity;
        this.byClass = byClass;
    }

    /**
     * Returns the policy that hides personal and sensitive values wholly and shows ordinary ones.
     *
     * @return the policy
     */
    public static MaskingPolicy standard() {
        Map<Sensitivity, Mask> masks = new EnumMap<>(Sensitivity.class);
        masks.put(Sensitivity.ORDINARY, Mask.none());
        masks.put(Sensitivity.PERSONAL, Mask.hide());
        masks.put(Sensitivity.SENSITIVE, Mask.hide());
        return new MaskingPolicy(masks, new TreeMap<>());
    }

    /**
     * Returns this with another mask for a class of data, such as the last four digits of a telephone number.
     *
     * @param dataClass the class
     * @param mask the mask
     * @return a changed copy
     */
    public MaskingPolicy with(DataClass dataClass, Mask mask) {
        Map<DataClass, Mask> masks = new TreeMap<>(byClass);
        masks.put(checkNotNull(dataClass, "dataClass"), checkNotNull(mask, "mask"));
        return new MaskingPolicy(bySensitivity, masks);
    }

    /**
     * Returns the text to show for a value.
     *
     * @param key the attribute
     * @param value the value
     * @param decision whether it may be read
     * @param <T> the Java type of the value
     * @return the text form if permitted, else masked
     */
    public <T> String show(AttributeKey<T> key, T value, AccessDecision decision) {
        String text = key.type().format(value);
        return decision.isPermitted() ? text : maskOf(key.dataClass()).apply(text);
    }

    /**
     * Returns the texts to show for all attributes of a person.
     *
     * @param person whose attributes
     * @param attributes the attributes
     * @param purpose what for
     * @param at when
     * @param guard decides what may be read
     * @return text by name, ordered
     */
    public SortedMap<String, String> show(
            CustomerId person, Attributes attributes, Purpose purpose, Instant at, ConsentGuard guard) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (AttributeKey<?> key : attributes.keys()) {
            texts.put(
                    key.name(),
                    show(key, attributes, guard.decide(AccessRequest.of(person, key.dataClass(), purpose, at))));
        }
        return Collections.unmodifiableSortedMap(texts);
    }

    private <T> String show(AttributeKey<T> key, Attributes attributes, AccessDecision decision) {
        return show(key, attributes.get(key).orElseThrow(), decision);
    }

    private Mask maskOf(DataClass dataClass) {
        Mask mask = byClass.get(dataClass);
        return mask != null ? mask : bySensitivity.getOrDefault(dataClass.sensitivity(), Mask.hide());
    }
}
