package org.crmkit.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Who may import whom. */
final class DependencyRules {

    private static final String CORE = "org.crmkit.core";
    private static final List<String> JACKSON = List.of("com.fasterxml.jackson.", "tools.jackson.");
    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.crypto.",
            "org.crmkit.",
            "org.jspecify.annotations.",
            "com.google.common.",
            "org.apache.commons.math3.",
            "org.apache.commons.numbers.",
            "org.apache.commons.statistics.",
            "org.slf4j.");

    private DependencyRules() {}

    static ArchRule noPackageCycles() {
        return slices().assignedFrom(PACKAGES).should().beFreeOfCycles();
    }

    static ArchRule rootImportsNoFeature(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root)
                .should()
                .dependOnClassesThat(describe(
                        "belong to a feature",
                        type -> isIn(type, root + ".") && !type.getPackageName().equals(root)))
                .because("the root package holds the words that features share")
                .allowEmptyShould(true);
    }

    static ArchRule onlyCoreAndItself(String root) {
        return noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "belong to another room",
                        type -> isIn(type, "org.crmkit.") && !isIn(type, root + ".") && !isIn(type, CORE + ".")))
                .because("what one room knows of another travels on the profile");
    }

    static ArchRule onlyAgreedLibraries() {
        return classes()
                .should(Conditions.onAll(
                        "depend only on the libraries of DESIGN 6, on Jackson only in json packages",
                        JavaClass::getDirectDependenciesFromSelf,
                        dependency -> isAgreed(dependency.getTargetClass())
                                || isJson(dependency.getOriginClass()) && isJackson(dependency.getTargetClass()),
                        Dependency::getDescription))
                .because("a library enters a published module with a decision record");
    }

    static ArchRule nullMarkedPackages() {
        return classes()
                .should(Conditions.onAll(
                        "live in a @NullMarked package",
                        List::of,
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class),
                        type -> type.getName() + " lives in a package without @NullMarked"));
    }

    /** Returns whether the class lives in a package that ties values to Jackson. */
    static boolean isJson(JavaClass type) {
        return hasSegment(type, "json");
    }

    /** Returns whether the class lives in a package that is not API. */
    static boolean isInternal(JavaClass type) {
        return hasSegment(type, "internal");
    }

    static boolean isJackson(JavaClass type) {
        return JACKSON.stream().anyMatch(prefix -> isIn(type, prefix));
    }

    static boolean isIn(JavaClass type, String prefix) {
        return (type.getBaseComponentType().getPackageName() + ".").startsWith(prefix);
    }

    private static boolean isAgreed(JavaClass type) {
        return type.getBaseComponentType().isPrimitive() || LIBRARIES.stream().anyMatch(prefix -> isIn(type, prefix));
    }

    private static boolean hasSegment(JavaClass type, String word) {
        return List.of(type.getBaseComponentType().getPackageName().split("\\."))
                .contains(word);
    }

    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isIn(type, "org.crmkit.") ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };
}
