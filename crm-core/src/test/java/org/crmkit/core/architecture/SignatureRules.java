package org.crmkit.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.ThrowsDeclaration;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a caller may see. */
final class SignatureRules {

    private SignatureRules() {}

    /** A type as it shows in a public signature. */
    private record Shown(JavaClass owner, String where, JavaClass type) {

        @Override
        public String toString() {
            return where + " shows " + type.getName();
        }
    }

    static ArchRule noThirdPartyType() {
        return publicTypesShow(
                "no third-party type",
                shown -> isOurs(shown.type())
                        || DependencyRules.isJson(shown.owner()) && DependencyRules.isJackson(shown.type()));
    }

    static ArchRule noInternalType() {
        return publicTypesShow("no internal type", shown -> !DependencyRules.isInternal(shown.type()));
    }

    static ArchRule noArrayInRecord() {
        ArchCondition<JavaClass> condition = Conditions.onAll(
                "hold no array",
                JavaClass::getFields,
                field -> field.getModifiers().contains(STATIC)
                        || !field.getRawType().isArray(),
                field -> field.getFullName() + " is an array: a column is a final class around it");
        return classes()
                .that(describe("are public records", type -> isApi(type) && type.isRecord()))
                .should(condition)
                .allowEmptyShould(true);
    }

    private static ArchRule publicTypesShow(String description, Predicate<Shown> isAllowed) {
        return classes()
                .that(describe("are public", SignatureRules::isApi))
                .should(Conditions.onAll("show " + description, SignatureRules::shownBy, isAllowed, Shown::toString))
                .allowEmptyShould(true);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getBaseComponentType().isPrimitive()
                || Stream.of("java.", "org.crmkit.", "org.jspecify.annotations.")
                        .anyMatch(prefix -> DependencyRules.isIn(type, prefix));
    }

    private static boolean isApi(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass().map(SignatureRules::isApi).orElse(true)
                && !DependencyRules.isInternal(type);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return (modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED)) && !modifiers.contains(SYNTHETIC);
    }

    private static List<Shown> shownBy(JavaClass owner) {
        Stream<Shown> header = Stream.concat(
                        Stream.of(
                                        owner.getInterfaces(),
                                        owner.getTypeParameters(),
                                        owner.getSuperclass().stream().toList())
                                .flatMap(Collection::stream)
                                .map(JavaType.class::cast)
                                .flatMap(type -> type.getAllInvolvedRawTypes().stream()),
                        owner.getAnnotations().stream().map(JavaAnnotation::getRawType))
                .map(type -> new Shown(owner, owner.getName(), type));
        Stream<Shown> members = owner.getAllMembers().stream()
                .filter(member -> isVisible(member.getModifiers()))
                .filter(member -> DependencyRules.isIn(member.getOwner(), "org.crmkit."))
                .flatMap(member -> typesOf(member).map(type -> new Shown(owner, member.getFullName(), type)));
        return Stream.concat(header, members).toList();
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        Stream<JavaClass> types = Stream.concat(
                member.getAllInvolvedRawTypes().stream(),
                member.getAnnotations().stream().map(JavaAnnotation::getRawType));
        if (!(member instanceof JavaCodeUnit unit)) {
            return types;
        }
        Stream<JavaClass> parameterAnnotations = unit.getParameterAnnotations().stream()
                .flatMap(Collection::stream)
                .map(JavaAnnotation::getRawType);
        Stream<JavaClass> exceptions = unit.getThrowsClause().stream().map(ThrowsDeclaration::getRawType);
        return Stream.of(types, parameterAnnotations, exceptions).flatMap(all -> all);
    }
}
