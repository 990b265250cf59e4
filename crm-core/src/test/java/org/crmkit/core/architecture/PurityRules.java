package org.crmkit.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A result depends on nothing but what the caller gave: the same input, the same bytes. */
final class PurityRules {

    private PurityRules() {}

    static ArchRule noClock() {
        return nobodyUses("a clock", PurityRules::readsClock);
    }

    static ArchRule noDefaultOfTheMachine() {
        return nobodyUses(
                "the machine's default zone, locale or character set",
                anyOf(
                        "java.time.ZoneId.systemDefault()",
                        "java.util.TimeZone.getDefault()",
                        "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
                        "java.util.Locale.getDefault(*",
                        "java.lang.String.toLowerCase()",
                        "java.lang.String.toUpperCase()",
                        "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
                        "java.lang.String.formatted(*",
                        "java.text.NumberFormat.getInstance()",
                        "java.text.NumberFormat.getNumberInstance()",
                        "java.text.NumberFormat.getPercentInstance()",
                        "java.text.NumberFormat.getCurrencyInstance()",
                        "java.text.DecimalFormat.<init>()",
                        "java.text.DecimalFormat.<init>(java.lang.String)",
                        "java.text.SimpleDateFormat.<init>()",
                        "java.text.SimpleDateFormat.<init>(java.lang.String)",
                        "java.text.MessageFormat.<init>(java.lang.String)",
                        "java.text.MessageFormat.format(java.lang.String, [Ljava.lang.Object;)",
                        "java.text.Collator.getInstance()",
                        "java.util.ResourceBundle.getBundle(java.lang.String)",
                        "java.nio.charset.Charset.defaultCharset()",
                        "java.lang.String.getBytes()",
                        "java.lang.String.<init>([B)",
                        "java.io.InputStreamReader.<init>(java.io.InputStream)",
                        "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
                        "java.io.FileReader.<init>(java.lang.String)",
                        "java.io.FileReader.<init>(java.io.File)",
                        "java.io.FileWriter.<init>(java.lang.String)",
                        "java.io.FileWriter.<init>(java.io.File)"));
    }

    static ArchRule noEnvironment() {
        return nobodyUses(
                "settings of the machine",
                anyOf(
                        "java.lang.System.getenv(*",
                        "java.lang.System.getProperty(*",
                        "java.lang.System.getProperties()",
                        "java.lang.System.lineSeparator()",
                        "java.lang.Integer.getInteger(*",
                        "java.lang.Long.getLong(*",
                        "java.lang.Boolean.getBoolean(*"));
    }

    static ArchRule noUnseededRandom() {
        return nobodyUses(
                "chance that the caller did not seed",
                anyOf(
                        "java.util.Random.<init>()",
                        "java.util.SplittableRandom.<init>()",
                        "java.security.SecureRandom.*",
                        "java.util.concurrent.ThreadLocalRandom.*",
                        "java.util.random.RandomGenerator.getDefault()",
                        "java.util.random.RandomGenerator.of(*",
                        "java.util.random.RandomGenerator$*.of(*",
                        "java.util.random.RandomGeneratorFactory.create()",
                        "java.util.UUID.randomUUID()",
                        "java.util.Collections.shuffle(java.util.List)",
                        "java.lang.Math.random()",
                        "java.lang.StrictMath.random()"));
    }

    static ArchRule noPrinting() {
        return nobodyUses(
                "the console or ends the program",
                anyOf(
                        "java.lang.System.out",
                        "java.lang.System.err",
                        "java.lang.System.console()",
                        "java.lang.System.exit(*",
                        "java.lang.Runtime.exit(*",
                        "java.lang.Throwable.printStackTrace(*"));
    }

    static ArchRule noReflection() {
        return nobodyUses(
                "reflection or service lookup",
                anyOf(
                        "java.lang.reflect.*",
                        "java.lang.Class.forName(*",
                        "java.lang.Class.getDeclared*",
                        "java.lang.Class.getMethod*",
                        "java.lang.Class.getField*",
                        "java.lang.Class.getConstructor*",
                        "java.lang.Class.newInstance()",
                        "java.util.ServiceLoader.*"));
    }

    static ArchRule noLoggingOutside(String... facades) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(facades)
                .should()
                .dependOnClassesThat(describe("log", PurityRules::isLogger))
                .because("what a value, rule or kernel noticed belongs in its result");
    }

    /** Returns whether the target answers with the present moment. */
    static boolean readsClock(AccessTarget target) {
        boolean isNow = target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && !target.getFullName().endsWith("now(java.time.Clock)");
        return isNow || CLOCKS.test(target);
    }

    private static final Predicate<AccessTarget> CLOCKS = anyOf(
            "java.time.Clock.system*",
            "java.time.Clock.tickMillis(*",
            "java.time.Clock.tickSeconds(*",
            "java.time.Clock.tickMinutes(*",
            "java.time.InstantSource.system()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.nanoTime()",
            "java.util.Date.<init>()",
            "java.util.GregorianCalendar.<init>()",
            "java.util.Calendar.getInstance(*");

    private static final Set<String> LOGGERS =
            Set.of("java.lang.System$Logger", "java.lang.System$LoggerFinder", "java.lang.System$Logger$Level");

    private static boolean isLogger(JavaClass type) {
        return LOGGERS.contains(type.getName())
                || List.of("org.slf4j", "java.util.logging", "org.apache.commons.logging", "org.apache.logging")
                        .stream()
                        .anyMatch(name -> DependencyRules.isIn(type, name + "."));
    }

    /** Full names of targets; an asterisk stands for any characters. */
    private static Predicate<AccessTarget> anyOf(String... names) {
        Predicate<String> matches = Arrays.stream(names)
                .map(name -> "\\Q" + name.replace("*", "\\E.*\\Q") + "\\E")
                .map(Pattern::compile)
                .map(Pattern::asMatchPredicate)
                .reduce(Predicate::or)
                .orElseThrow();
        return target -> matches.test(target.getFullName());
    }

    private static ArchRule nobodyUses(String what, Predicate<AccessTarget> banned) {
        return classes()
                .should(Conditions.<JavaAccess<?>>onAll(
                        "not use " + what,
                        JavaClass::getAccessesFromSelf,
                        access -> !banned.test(access.getTarget()),
                        JavaAccess::getDescription));
    }
}
