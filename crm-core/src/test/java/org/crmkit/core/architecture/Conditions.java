package org.crmkit.core.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;

/** Conditions in ArchUnit's form, made from plain functions. */
final class Conditions {

    private Conditions() {}

    /** Returns the condition that each part of a class is allowed; parts that are not are described one by one. */
    static <P> ArchCondition<JavaClass> onAll(
            String description,
            Function<JavaClass, ? extends Collection<? extends P>> parts,
            Predicate<? super P> isAllowed,
            Function<? super P, String> describe) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                parts.apply(type).stream()
                        .filter(isAllowed.negate())
                        .forEach(part -> events.add(SimpleConditionEvent.violated(type, describe.apply(part))));
            }
        };
    }
}
