package org.crmkit.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    private static final String FIXTURE = "org.crmkit.core.architecture.fixture";
    private static final JavaClasses CULPRITS = new ClassFileImporter().importPackages(FIXTURE);

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(
                        PurityRules.noClock(),
                        List.of("ReadsNow", "ReadsNowByReference", "ReadsToday", "ReadsMillis", "UsesSystemClock")),
                arguments(
                        PurityRules.noDefaultOfTheMachine(),
                        List.of("UsesDefaultZone", "UsesDefaultLocale", "LowersInDefaultLocale")),
                arguments(PurityRules.noEnvironment(), List.of("ReadsEnvironment")),
                arguments(PurityRules.noUnseededRandom(), List.of("DrawsUnseeded", "DrawsUuid")),
                arguments(PurityRules.noPrinting(), List.of("Prints")),
                arguments(PurityRules.noReflection(), List.of("Reflects")),
                arguments(PurityRules.noLoggingOutside(), List.of("Logs")),
                arguments(SignatureRules.noThirdPartyType(), List.of("ShowsGuava")),
                arguments(SignatureRules.noInternalType(), List.of("ShowsInternal")),
                arguments(SignatureRules.noArrayInRecord(), List.of("HoldsArray")),
                arguments(DependencyRules.onlyAgreedLibraries(), List.of("TestsUnseen", "SwitchedOffTest")),
                arguments(TestRules.namesEndInTest(), List.of("TestsUnseen")),
                arguments(TestRules.noneDisabled(), List.of("SwitchedOffTest")),
                arguments(
                        TestRules.noSleepAndNoClock(),
                        List.of(
                                "ReadsNow",
                                "ReadsNowByReference",
                                "ReadsToday",
                                "ReadsMillis",
                                "UsesSystemClock",
                                "Sleeps")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void rule_findsEachCulpritAndNobodyElse(ArchRule rule, List<String> culprits) {
        ArchRule onOne = rule.allowEmptyShould(true);
        List<String> found = CULPRITS.stream()
                .filter(type -> onOne.evaluate(CULPRITS.that(equalTo(type))).hasViolation())
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(culprits);
    }

    @Test
    void noPackageCycles_findsTheCycle() {
        assertThat(DependencyRules.noPackageCycles()
                        .evaluate(CULPRITS)
                        .getFailureReport()
                        .toString())
                .contains(FIXTURE + ".one", FIXTURE + ".two");
    }

    @Test
    void rootImportsNoFeature_findsTheImport() {
        assertThat(DependencyRules.rootImportsNoFeature(FIXTURE)
                        .evaluate(CULPRITS)
                        .getFailureReport()
                        .toString())
                .contains("ShowsInternal");
    }

    @Test
    void nullMarkedPackages_findsThePackageWithout() {
        assertThat(DependencyRules.nullMarkedPackages()
                        .evaluate(CULPRITS)
                        .getFailureReport()
                        .toString())
                .contains("Culprits")
                .doesNotContain("One", "Two");
    }
}
