package org.crmkit.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tests that run, and give the same answer each time. */
final class TestRules {

    private static final Set<String> JUPITER = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.params.ParameterizedTest");
    private static final Set<String> JQWIK = Set.of("net.jqwik.api.Property", "net.jqwik.api.Example");
    private static final Set<String> DISABLED =
            Set.of("org.junit.jupiter.api.Disabled", "net.jqwik.api.Disabled", "org.junit.Ignore");

    private TestRules() {}

    static ArchRule namesEndInTest() {
        return classes()
                .that(describe(
                        "hold tests", type -> isTopLevelClass(type) && (holds(type, JUPITER) || holds(type, JQWIK))))
                .should()
                .haveSimpleNameEndingWith("Test")
                .because("Surefire silently skips others");
    }

    static ArchRule oneEngineEach() {
        return classes()
                .should(Conditions.onAll(
                        "use either Jupiter or jqwik",
                        List::of,
                        type -> !(holds(type, JUPITER) && holds(type, JQWIK)),
                        type -> type.getName() + " mixes the two engines"));
    }

    static ArchRule noneDisabled() {
        return classes()
                .should(Conditions.onAll(
                        "not be switched off",
                        type -> annotations(type).toList(),
                        annotation -> !DISABLED.contains(annotation.getRawType().getName()),
                        JavaAnnotation::getDescription));
    }

    static ArchRule noSleepAndNoClock() {
        return classes()
                .should(Conditions.<JavaAccess<?>>onAll(
                        "neither sleep nor read the clock",
                        JavaClass::getAccessesFromSelf,
                        access -> !sleeps(access.getTarget()) && !readsWallClock(access.getTarget()),
                        JavaAccess::getDescription));
    }

    private static boolean sleeps(AccessTarget target) {
        return target.getFullName().startsWith("java.lang.Thread.sleep(")
                || target.getFullName().startsWith("java.util.concurrent.TimeUnit.sleep(");
    }

    /** A duration may be measured and printed by a test; the date may not be read. */
    private static boolean readsWallClock(AccessTarget target) {
        return PurityRules.readsClock(target) && !target.getName().equals("nanoTime");
    }

    private static boolean isTopLevelClass(JavaClass type) {
        return type.isTopLevelClass()
                && !type.isInterface()
                && !type.getModifiers().contains(ABSTRACT);
    }

    private static boolean holds(JavaClass type, Set<String> marks) {
        return type.getAllMethods().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .anyMatch(annotation -> marks.contains(annotation.getRawType().getName()));
    }

    private static Stream<JavaAnnotation<?>> annotations(JavaClass type) {
        Stream<JavaAnnotation<?>> onMethods =
                type.getMethods().stream().flatMap(method -> method.getAnnotations().stream());
        return Stream.concat(type.getAnnotations().stream(), onMethods);
    }
}
