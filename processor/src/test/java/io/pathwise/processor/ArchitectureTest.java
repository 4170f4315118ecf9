package io.pathwise.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walls between the processor's rooms. */
class ArchitectureTest {
    private static final String ROOT = "io.pathwise.processor";
    private static final String[] TRANSFORMATIONS = {
        "program", "rules", "analyze", "normalize", "calls", "noise", "differentiate", "simplify", "vectorize", "check"
    };

    private final JavaClasses classes =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(ROOT);

    @Test
    void theClassesAreThere() {
        assertThat(classes.size()).isGreaterThan(100);
    }

    @Test
    void onlyReadingAndTheEntryKnowTheCompilersTrees() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".read..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.source..")
                .check(classes);
    }

    @Test
    void nobodyKnowsTheCompilersInternals() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.tools..")
                .check(classes);
    }

    @Test
    void onlyWritingKnowsJavaPoet() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".write..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.palantir.javapoet..")
                .check(classes);
    }

    @Test
    void transformationsKnowNoCompiler() {
        for (String transformation : TRANSFORMATIONS) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + transformation + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javax.annotation.processing..", "javax.lang.model..", "javax.tools..", "com.sun..")
                    .check(classes);
        }
    }

    @Test
    void nobodyKnowsTheEntry() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
    }
}
