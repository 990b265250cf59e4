package org.crmkit.core.architecture;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.ONLY_INCLUDE_TESTS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The architecture of one published module: extended by a class {@code ArchitectureTest} in the module's root package.
 *
 * <p>The classes to check are those below the package of the extending class, main code and test code apart.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleArchitecture {

    private final String root = getClass().getPackageName();
    private final JavaClasses main = classes(DO_NOT_INCLUDE_TESTS);
    private final JavaClasses tests = classes(ONLY_INCLUDE_TESTS);

    private JavaClasses classes(ImportOption option) {
        return new ClassFileImporter()
                .withImportOption(option)
                .withImportOption(location -> !location.contains("/architecture/fixture/"))
                .importPackages(root);
    }

    /** Returns the packages whose facades or loaders may log, in ArchUnit's notation; none by default. */
    protected String[] loggingPackages() {
        return new String[0];
    }

    @Test
    void packagesHaveNoCycles() {
        DependencyRules.noPackageCycles().check(main);
    }

    @Test
    void rootPackageImportsNoFeature() {
        DependencyRules.rootImportsNoFeature(root).check(main);
    }

    @Test
    void roomsImportOnlyCoreAndThemselves() {
        DependencyRules.onlyCoreAndItself(root).check(main);
    }

    @Test
    void librariesAreThoseOfTheDesign() {
        DependencyRules.onlyAgreedLibraries().check(main);
    }

    @Test
    void packagesAreNullMarked() {
        DependencyRules.nullMarkedPackages().check(main);
    }

    @Test
    void publicSignaturesHoldNoThirdPartyType() {
        SignatureRules.noThirdPartyType().check(main);
    }

    @Test
    void publicSignaturesHoldNoInternalType() {
        SignatureRules.noInternalType().check(main);
    }

    @Test
    void publicRecordsHoldNoArray() {
        SignatureRules.noArrayInRecord().check(main);
    }

    @Test
    void nobodyReadsTheClock() {
        PurityRules.noClock().check(main);
    }

    @Test
    void nobodyReadsTheDefaultZoneLocaleOrCharset() {
        PurityRules.noDefaultOfTheMachine().check(main);
    }

    @Test
    void nobodyReadsTheEnvironment() {
        PurityRules.noEnvironment().check(main);
    }

    @Test
    void randomnessHasASeed() {
        PurityRules.noUnseededRandom().check(main);
    }

    @Test
    void nobodyPrints() {
        PurityRules.noPrinting().check(main);
    }

    @Test
    void nobodyReflects() {
        PurityRules.noReflection().check(main);
    }

    @Test
    void onlyFacadesLog() {
        PurityRules.noLoggingOutside(loggingPackages()).check(main);
    }

    @Test
    void testClassesAreSeenBySurefire() {
        TestRules.namesEndInTest().check(tests);
    }

    @Test
    void testClassesUseOneEngine() {
        TestRules.oneEngineEach().check(tests);
    }

    @Test
    void testsAreNotSwitchedOff() {
        TestRules.noneDisabled().check(tests);
    }

    @Test
    void testsNeitherSleepNorReadTheClock() {
        TestRules.noSleepAndNoClock().check(tests);
    }
}
