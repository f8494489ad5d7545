package iam.war;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, so that they stay one-way. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).withImportOption(place -> !place.contains("-tests.jar")).importPackages("iam");
    private static final String[] AREAS = {"iam.war.resource..", "iam.war.signin..", "iam.war.oauth..", "iam.war.page.."};

    @Test
    void theApiNeedsOnlyTheJdkAndJson() {
        classes().that().resideInAPackage("iam.api..").should().onlyDependOnClassesThat().resideInAnyPackage("iam.api..", "java..", "jakarta.json..").check(CLASSES);
    }

    @Test
    void theSpiNeedsOnlyTheApi() {
        classes().that().resideInAPackage("iam.spi..").should().onlyDependOnClassesThat().resideInAnyPackage("iam.spi..", "iam.api..", "java..").check(CLASSES);
    }

    @Test
    void theServerKnowsNoProvider() {
        noClasses().that().resideInAPackage("iam.war..").should().dependOnClassesThat().resideInAPackage("iam.providers..").check(CLASSES);
    }

    @Test
    void providersKnowNothingOfTheServer() {
        noClasses().that().resideInAPackage("iam.providers..").should().dependOnClassesThat().resideInAPackage("iam.war..").check(CLASSES);
    }

    @Test
    void onlyHttpAndTheLauncherKnowServlets() {
        noClasses().that().resideInAPackage("iam..").and().resideOutsideOfPackages("iam.war.http..", "iam.war.launch..").should().dependOnClassesThat().resideInAPackage("jakarta.servlet..").check(CLASSES);
    }

    @Test
    void onlyTheJpaStoreKnowsPersistence() {
        noClasses().that().resideInAPackage("iam..").and().resideOutsideOfPackage("iam.providers.jpa..").should()
                .dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence..").check(CLASSES);
    }

    @Test
    void bootIsOnTopAndOperationsAreBelowEverythingThatDeclaresThem() {
        noClasses().that().resideOutsideOfPackage("iam.war.boot..").should().dependOnClassesThat().resideInAPackage("iam.war.boot..").check(CLASSES);
        noClasses().that().resideOutsideOfPackages("iam.war.http..", "iam.war.boot..").should().dependOnClassesThat().resideInAPackage("iam.war.http..").check(CLASSES);
        noClasses().that().resideInAPackage("iam.war.operation..").should().dependOnClassesThat()
                .resideInAnyPackage("iam.war.http..", "iam.war.boot..", "iam.war.authn..", "iam.war.authz..", "iam.war.resource..", "iam.war.signin..", "iam.war.oauth..", "iam.war.page..").check(CLASSES);
    }

    @Test
    void whatStandsBesideOperationsKnowsNoArea() {
        noClasses().that().resideInAnyPackage("iam.war.authn..", "iam.war.authz..", "iam.war.i18n..", "iam.war.data..", "iam.war.jose..", "iam.war.crypto..", "iam.war.config..")
                .should().dependOnClassesThat().resideInAnyPackage(AREAS).check(CLASSES);
        noClasses().that().resideInAPackage("iam.war.http..").should().dependOnClassesThat().resideInAnyPackage(AREAS).check(CLASSES);
    }

    @Test
    void textsDependOnTheCatalogueOnly() {
        classes().that().resideInAPackage("iam.war.i18n..").should().onlyDependOnClassesThat().resideInAnyPackage("iam.war.i18n..", "iam.api..", "java..").check(CLASSES);
    }

    /** A field of a bean that is read through a client proxy is null, so beans have no visible fields. */
    @Test
    void beansExposeNoFields() {
        ArchCondition<JavaField> constant = new ArchCondition<>("be constants") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean good = field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC);
                events.add(new SimpleConditionEvent(field, good, field.getFullName()));
            }
        };
        ArchRuleDefinition.fields().that().areDeclaredInClassesThat().areAnnotatedWith(Component.class).and().areNotPrivate().should(constant).allowEmptyShould(true).check(CLASSES);
    }
}
