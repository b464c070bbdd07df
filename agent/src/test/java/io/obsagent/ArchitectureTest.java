package io.obsagent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house rules: dependencies between packages point downwards only, and some rooms stay free of some things. */
class ArchitectureTest {
    private static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("io.obsagent.(**)").should().beFreeOfCycles();

    private static final ArchRule ID_LIES_BELOW_EVERYTHING = classes().that().resideInAPackage("io.obsagent.id..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("io.obsagent.id..", "java.lang..", "java.util..");

    private static final ArchRule CONFIG_KNOWS_NO_OTHER_ROOM = noClasses().that().resideInAPackage("io.obsagent.config..")
            .should().dependOnClassesThat().resideInAnyPackage("io.obsagent.start..", "io.obsagent.weave..",
                    "io.obsagent.telemetry..", "io.obsagent.export..", "io.obsagent.profile..", "io.obsagent.tools..");

    private static final ArchRule TELEMETRY_KNOWS_ONLY_CONFIG = noClasses().that().resideInAPackage("io.obsagent.telemetry..")
            .should().dependOnClassesThat().resideInAnyPackage("io.obsagent.start..", "io.obsagent.weave..",
                    "io.obsagent.export..", "io.obsagent.profile..", "io.obsagent.tools..");

    private static final ArchRule WEAVE_KNOWS_NO_SIGNAL = noClasses().that().resideInAPackage("io.obsagent.weave..")
            .should().dependOnClassesThat().resideInAnyPackage("io.obsagent.start..", "io.obsagent.telemetry..",
                    "io.obsagent.export..", "io.obsagent.profile..", "io.obsagent.tools..");

    private static final ArchRule ONLY_START_KNOWS_START = noClasses().that().resideOutsideOfPackage("io.obsagent.start..")
            .should().dependOnClassesThat().resideInAPackage("io.obsagent.start..");

    private static final ArchRule HANDLERS_SEE_NO_OPENTELEMETRY = noClasses()
            .that().resideInAnyPackage("io.obsagent.telemetry..", "io.obsagent.weave..", "io.obsagent.config..")
            .should().dependOnClassesThat().resideInAPackage("io.opentelemetry..");

    private static final ArchRule ONLY_WEAVE_WRITES_BYTECODE = noClasses()
            .that().resideOutsideOfPackage("io.obsagent.weave..")
            .should().dependOnClassesThat().resideInAPackage("net.bytebuddy.jar.asm..");

    /** Loading any of these in premain or transform fixes a choice that is the application's (log manager, MBean server). */
    private static final ArchRule PREMAIN_TOUCHES_NOTHING_EARLY = noClasses()
            .that().resideInAnyPackage("io.obsagent", "io.obsagent.bridge", "io.obsagent.weave..", "io.obsagent.telemetry..",
                    "io.obsagent.config", "io.obsagent.start")
            .and().haveSimpleNameNotEndingWith("IndexWriter")
            .should().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "java.lang.management..",
                    "javax.management..", "java.nio.file..");

    /** A lambda links method handles at its first use: some ten milliseconds and a hundred classes inside premain or a call of the application. */
    private static final ArchRule THE_APPLICATIONS_THREADS_LINK_NO_LAMBDA = classes()
            .that().resideInAnyPackage("io.obsagent", "io.obsagent.bridge", "io.obsagent.weave..", "io.obsagent.telemetry..",
                    "io.obsagent.config", "io.obsagent.id", "io.obsagent.start")
            .and().haveNameNotMatching(".*\\.(IndexWriter|WeaveAnnotations)\\b.*") // these run in the build only
            .should(new ArchCondition<JavaClass>("contain no lambda and no method reference") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (JavaCodeUnit code : type.getCodeUnits()) {
                        boolean lambda = !code.getMethodReferencesFromSelf().isEmpty() || !code.getConstructorReferencesFromSelf().isEmpty()
                                || code.getCallsFromSelf().stream().anyMatch(JavaCall::isDeclaredInLambda);
                        events.add(new SimpleConditionEvent(code, !lambda, code.getDescription() + " has one"));
                    }
                }
            });

    private static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = classes().should()
            .haveSimpleNameNotEndingWith("Util").andShould().haveSimpleNameNotEndingWith("Utils")
            .andShould().haveSimpleNameNotEndingWith("Helper").andShould().haveSimpleNameNotEndingWith("Manager")
            .andShould().haveSimpleNameNotEndingWith("Impl");

    @TestFactory
    Stream<DynamicTest> rules() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.obsagent");
        return Stream.of(PACKAGES_HAVE_NO_CYCLES, ID_LIES_BELOW_EVERYTHING, CONFIG_KNOWS_NO_OTHER_ROOM,
                        TELEMETRY_KNOWS_ONLY_CONFIG, WEAVE_KNOWS_NO_SIGNAL, ONLY_START_KNOWS_START, HANDLERS_SEE_NO_OPENTELEMETRY,
                        ONLY_WEAVE_WRITES_BYTECODE, PREMAIN_TOUCHES_NOTHING_EARLY,
                        THE_APPLICATIONS_THREADS_LINK_NO_LAMBDA, NAMES_SAY_WHAT_A_CLASS_IS)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }
}
