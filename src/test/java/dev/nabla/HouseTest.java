package dev.nabla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house: who may import whom, and what the pure packages never touch. */
@AnalyzeClasses(packages = "dev.nabla", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String[] PURE = {"dev.nabla.math", "dev.nabla.frame", "dev.nabla.figure"};

    @ArchTest
    static final ArchRule mathSeesJavaAndThePrinterOfNumbers =
            mayOnlySee("math", "java..", "com.fasterxml.jackson.core.io");

    @ArchTest
    static final ArchRule inMathOnlyDecimalSeesThePrinterOfNumbers = noClasses()
            .that()
            .resideInAPackage("dev.nabla.math..")
            .and()
            .doNotHaveFullyQualifiedName("dev.nabla.math.Decimal")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule frameSeesNothingButJava = mayOnlySee("frame", "java..");

    @ArchTest
    static final ArchRule figureSeesMathAndFrame = mayOnlySee("figure", "java..", "dev.nabla.math", "dev.nabla.frame");

    @ArchTest
    static final ArchRule lessonSeesFiguresAndItsReaders = mayOnlySee(
            "lesson",
            "java..",
            "dev.nabla.math",
            "dev.nabla.frame",
            "dev.nabla.figure",
            "org.commonmark..",
            "org.snakeyaml..");

    @ArchTest
    static final ArchRule progressSeesLessonsAndItsReader = mayOnlySee(
            "progress",
            "java..",
            "dev.nabla.math..",
            "dev.nabla.figure..",
            "dev.nabla.lesson..",
            "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule tutorSeesLessonsAndProgress = mayOnlySee(
            "tutor", "java..", "dev.nabla.math..", "dev.nabla.figure..", "dev.nabla.lesson..", "dev.nabla.progress..");

    @ArchTest
    static final ArchRule theTutorKnowsNoTerminalFileOrThread = noClasses()
            .that()
            .resideInAPackage("dev.nabla.tutor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(System.class, Runtime.class, Thread.class);

    @ArchTest
    static final ArchRule theLineVoiceSeesTheTutorAndHowWordsAreSpelt = mayOnlySee(
            "line",
            "java..",
            "dev.nabla.math..",
            "dev.nabla.frame..",
            "dev.nabla.figure..",
            "dev.nabla.lesson..",
            "dev.nabla.progress..",
            "dev.nabla.tutor..",
            "dev.nabla.view..");

    @ArchTest
    static final ArchRule screensSeeNoTerminal = noClasses()
            .that()
            .resideInAnyPackage("dev.nabla.tui.screen..", "dev.nabla.tui.key..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.nabla.tui", "dev.nabla.tui.term..", "com.googlecode.lanterna..");

    @ArchTest
    static final ArchRule viewSeesFiguresAndItsWriter = mayOnlySee(
            "view", "java..", "dev.nabla.math", "dev.nabla.frame", "dev.nabla.figure", "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule cliDoesNotSeeTheTutor = noClasses()
            .that()
            .resideInAPackage("dev.nabla.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.nabla.tui..");

    @ArchTest
    static final ArchRule theTutorDoesNotSeeCli = noClasses()
            .that()
            .resideInAPackage("dev.nabla.tui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.nabla.cli..");

    @ArchTest
    static final ArchRule onlyTheTutorSeesLanterna = onlySeenBy("com.googlecode.lanterna..", "dev.nabla.tui");

    @ArchTest
    static final ArchRule onlyCliSeesPicocli = onlySeenBy("picocli..", "dev.nabla.cli");

    @ArchTest
    static final ArchRule whatPutsTheSurfacesTogetherIsSeenByNone = noClasses()
            .that()
            .resideInAPackage("dev.nabla.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.nabla");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.nabla.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pureCodeTouchesNoFileClockOrThread = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.time..", "java.net..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Runtime")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(Locale.class, "getDefault");

    @ArchTest
    static final ArchRule pureCodeUsesNoFunctionThatDiffersBetweenMachines = noClasses()
            .that()
            .resideInAPackage("dev.nabla.math")
            .should()
            .callMethod(Math.class, "exp", double.class)
            .orShould()
            .callMethod(Math.class, "log", double.class)
            .orShould()
            .callMethod(Math.class, "pow", double.class, double.class)
            .orShould()
            .callMethod(Math.class, "sin", double.class)
            .orShould()
            .callMethod(Math.class, "cos", double.class)
            .because("the answers of solve are the same on every JDK; StrictMath is");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that()
            .areStatic()
            .and()
            .doNotHaveName("$assertionsDisabled")
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule numbersAreFormattedInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.nabla.math.Decimal")
            .should()
            .callMethodWhere(DescribedPredicate.<JavaCall<?>>describe(
                            "a formatter that depends on the locale", HouseTest::formats)
                    .forSubtype())
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.text..");

    private static boolean formats(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        return owner.equals("java.lang.String")
                        && List.of("format", "formatted").contains(name)
                || owner.equals("java.util.Formatter")
                || List.of("java.io.PrintStream", "java.io.PrintWriter").contains(owner)
                        && List.of("printf", "format").contains(name);
    }

    @ArchTest
    static final ArchRule onlyMainEndsTheProgram = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.nabla.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    private static ArchRule mayOnlySee(String name, String... others) {
        String own = "dev.nabla." + name;
        String[] allowed = Stream.concat(Stream.of(own), Stream.of(others)).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    private static ArchRule onlySeenBy(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/nabla"))) {
            List<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !folder.equals(Path.of("src/main/java/dev/nabla")))
                    .toList();
            assertThat(packages).hasSizeGreaterThan(5).allSatisfy(folder -> assertThat(
                            folder.resolve("package-info.java"))
                    .isRegularFile());
        }
    }
}
