package dev.nabla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house: who sees whom, and what the pure rooms never touch. */
@Slow
@Order(1)
class HouseTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.nabla");

    /**
     * The same idea in several places, always written with the type around it: Matmul.Gradient, or never seen outside
     * of that.
     */
    private static final Set<String> STANDS_TWICE = Set.of("Gradient", "Presets", "package-info");

    /** Types whose nested types are always written with them, as a line of the log has the name of its event. */
    private static final Set<String> QUALIFIED = Set.of("LogEvent");

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUILD = Path.of("src/main/weave");
    private static final Path TESTS = Path.of("src/test/java");

    /** The longest line, in columns. The formatter wraps code at it, and a test checks comments. */
    private static final int WIDTH = 120;

    private static final Pattern COMMENT = Pattern.compile("\\s*(/?\\*|//).*|.*[;{,)] //.*");
    private static final List<Wall> WALLS = walls();

    @TempDir
    private static Path folder;

    /** A counterexample for each wall: Breaks0 for the first one and so on. Empty until the first of them is tried. */
    private static Optional<JavaClasses> broken = Optional.empty();

    /**
     * A rule beside the walls of {@link Rooms}, and a class that breaks it.
     *
     * @param in package of the class, below ours
     * @param breaks its body, in which {@code Breaks} is its name
     */
    private record Wall(String name, ArchRule rule, String in, String breaks) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Wall> walls() {
        Stream<Wall> rooms = Rooms.all().stream()
                .map(room -> new Wall(room, Rooms.wall(room), room, Rooms.hiddenFrom(room) + " seen;"));
        Stream<Wall> pure = Stream.of("math.expression", "gpt", "frame", "figure.dot", "tutor")
                .flatMap(room -> Stream.of(
                        new Wall(room + " knows no file", touchNoMachine(), room, "java.nio.file.Path file;"),
                        new Wall(
                                room + " knows no time",
                                touchNoMachine(),
                                room,
                                "long now() { return System.nanoTime(); }")));
        return Stream.of(rooms, pure, others()).flatMap(walls -> walls).toList();
    }

    private static Stream<Wall> others() {
        return Stream.of(
                new Wall(
                        "only Decimal sees the printer of numbers",
                        noClasses()
                                .that()
                                .resideInAPackage("dev.nabla.math..")
                                .and()
                                .doNotHaveFullyQualifiedName("dev.nabla.math.Decimal")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("com.fasterxml.."),
                        "math.expression",
                        "com.fasterxml.jackson.core.io.NumberInput seen;"),
                new Wall(
                        "Main is seen by none",
                        noClasses()
                                .that()
                                .resideInAPackage("dev.nabla.*..")
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("dev.nabla.Main"),
                        "cli.command",
                        "Object seen = dev.nabla.Main.class;"),
                new Wall(
                        "maths is the same on every machine",
                        noClasses()
                                .that()
                                .resideInAnyPackage("dev.nabla.math..", "dev.nabla.gpt..")
                                .should()
                                .callMethodWhere(DescribedPredicate.<JavaCall<?>>describe(
                                                "a function of Math that StrictMath has exactly",
                                                HouseTest::differsBetweenMachines)
                                        .forSubtype()),
                        "math.expression",
                        "double f() { return Math.exp(1); }"),
                new Wall(
                        "only store sees a database",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("dev.nabla.store..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql.."),
                        "room",
                        "java.sql.Connection seen;"),
                new Wall(
                        "nothing static changes",
                        fields().that()
                                .areStatic()
                                .and()
                                .doNotHaveName("$assertionsDisabled")
                                .should()
                                .beFinal(),
                        "output",
                        "static int seen;"),
                new Wall(
                        "in pure rooms only TrainingRun remembers what changes",
                        fields().that()
                                .areDeclaredInClassesThat()
                                .resideInAnyPackage(Rooms.pure())
                                .and()
                                .areStatic()
                                .and()
                                .areNotDeclaredIn("dev.nabla.gpt.TrainingRun")
                                .should()
                                .notHaveRawType(DescribedPredicate.describe("changes", HouseTest::changes)),
                        "gpt",
                        "static final Breaks KEPT = new Breaks(); int kept;"),
                new Wall(
                        "numbers are formatted in one place",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("dev.nabla.math.Decimal")
                                .should()
                                .callMethodWhere(DescribedPredicate.<JavaCall<?>>describe(
                                                "a formatter that depends on the locale", HouseTest::formats)
                                        .forSubtype())
                                .orShould()
                                .dependOnClassesThat(DescribedPredicate.describe(
                                        "formatters",
                                        type -> type.getPackageName().equals("java.text")
                                                && !type.getName().startsWith("java.text.Normalizer"))),
                        "output",
                        "String f() { return String.format(\"%f\", 1.0); }"),
                new Wall(
                        "of the commands only FileAccess sees files",
                        noClasses()
                                .that()
                                .resideInAPackage("dev.nabla.cli..")
                                .and()
                                .doNotHaveFullyQualifiedName("dev.nabla.cli.input.FileAccess")
                                .and()
                                .doNotHaveFullyQualifiedName("dev.nabla.cli.Archive")
                                .should()
                                .callMethodWhere(DescribedPredicate.<JavaCall<?>>describe(
                                                "a way to a file", HouseTest::reachesFiles)
                                        .forSubtype())
                                .orShould()
                                .callConstructorWhere(DescribedPredicate.<JavaCall<?>>describe(
                                                "a way to a file", HouseTest::reachesFiles)
                                        .forSubtype()),
                        "cli.command",
                        "Object f() { return java.nio.file.Path.of(\"z.csv\"); }"),
                new Wall(
                        "only Main ends the program",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("dev.nabla.Main")
                                .should()
                                .callMethod(System.class, "exit", int.class),
                        "cli.command",
                        "void f() { System.exit(0); }"));
    }

    private static ArchRule touchNoMachine() {
        return noClasses()
                .that()
                .resideInAnyPackage(Rooms.pure())
                .and()
                .doNotHaveFullyQualifiedName("dev.nabla.gpt.StandardNames") // reads one resource, always the same
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Runtime.class, Thread.class, Random.class, Clock.class)
                .orShould()
                .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                                "what System knows of the machine",
                                access -> access.getTargetOwner().isEquivalentTo(System.class)
                                        && !access.getName().equals("arraycopy"))
                        .forSubtype())
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Locale.class, "getDefault");
    }

    private static boolean changes(JavaClass type) {
        return type.getPackageName().startsWith("dev.nabla")
                && type.getFields().stream()
                        .map(JavaField::getModifiers)
                        .anyMatch(field -> !field.contains(JavaModifier.FINAL) && !field.contains(JavaModifier.STATIC));
    }

    private static boolean differsBetweenMachines(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(Math.class)
                && List.of("exp", "log", "log1p", "pow", "sin", "cos", "tan", "tanh")
                        .contains(call.getName());
    }

    /** Also a path made of a word, which others would open. */
    private static boolean reachesFiles(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return owner.startsWith("java.io.File")
                || owner.equals("java.io.RandomAccessFile")
                || owner.startsWith("java.nio.channels.")
                || owner.startsWith("java.nio.file.Path") && call.getName().matches("of|get|toFile|resolve.*")
                || owner.startsWith("java.nio.file.File") && !owner.endsWith("Exception");
    }

    private static boolean formats(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        return owner.equals("java.lang.String")
                        && List.of("format", "formatted").contains(name)
                || owner.equals("java.util.Formatter")
                || List.of("java.io.PrintStream", "java.io.PrintWriter").contains(owner)
                        && List.of("printf", "format").contains(name);
    }

    static Stream<Arguments> numberedWalls() {
        return IntStream.range(0, WALLS.size()).mapToObj(number -> Arguments.of(number, WALLS.get(number)));
    }

    private static JavaClasses counterexamples() throws IOException {
        if (broken.isEmpty()) {
            broken = Optional.of(compiledCounterexamples());
        }
        return broken.get();
    }

    /** One run of the compiler for all counterexamples, as each run costs a tenth of a second. */
    private static JavaClasses compiledCounterexamples() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
        for (int number = 0; number < WALLS.size(); number++) {
            Wall wall = WALLS.get(number);
            String name = "Breaks" + number;
            Path source = folder.resolve(name + ".java");
            Files.writeString(
                    source,
                    "package dev.nabla." + wall.in + ";\nclass " + name + " {\n" + wall.breaks.replace("Breaks", name)
                            + "\n}\n");
            arguments.add(source.toString());
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
        return new ClassFileImporter().importPath(folder);
    }

    @TestsFigures
    @ParameterizedTest(name = "{1}")
    @MethodSource("numberedWalls")
    void theProgramKeepsTheWall(int number, Wall wall) {
        wall.rule.check(PROGRAM);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("numberedWalls")
    void aClassThatBreaksTheWallIsFound(int number, Wall wall) throws IOException {
        JavaClasses one = counterexamples()
                .that(DescribedPredicate.describe(
                        "breaks this wall", type -> type.getSimpleName().equals("Breaks" + number)));
        assertThat(one).hasSize(1);
        assertThat(wall.rule.evaluate(one).hasViolation()).isTrue();
    }

    @TestsFigures
    @Test
    void roomsHaveNoCycles() {
        slices().matching("dev.nabla.(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @TestsFigures
    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        Set<Path> silent =
                sources(SOURCES).stream().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
        silent.remove(SOURCES.resolve("dev/nabla"));
        silent.removeIf(folder -> Files.exists(folder.resolve("package-info.java")));
        assertThat(silent)
                .withFailMessage("add a package-info.java, which says what the package holds, to %s", silent)
                .isEmpty();
    }

    @TestsFigures
    @Test
    void noNameStandsTwice() {
        Map<String, List<String>> types = new TreeMap<>();
        for (JavaClass type : PROGRAM) {
            boolean named = !type.isAnonymousClass()
                    && !type.isLocalClass()
                    && !type.getSimpleName().isEmpty();
            boolean qualified = type.getEnclosingClass()
                    .filter(outer -> QUALIFIED.contains(outer.getSimpleName()))
                    .isPresent();
            if (named && !qualified && !STANDS_TWICE.contains(type.getSimpleName())) {
                types.computeIfAbsent(type.getSimpleName(), name -> new ArrayList<>())
                        .add(type.getName());
            }
        }
        types.values().removeIf(same -> same.size() == 1);
        assertThat(types).as("types of one simple name: rename all but one").isEmpty();
    }

    @TestsFigures
    @Test
    void commentsKeepTheWidth() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path folder : List.of(SOURCES, BUILD, TESTS)) {
            for (Path file : sources(folder)) {
                List<String> lines = Files.readAllLines(file);
                IntStream.range(0, lines.size())
                        .filter(i -> isWideComment(lines.get(i)))
                        .forEach(i -> wide.add(file + ":" + (i + 1)));
            }
        }
        assertThat(wide)
                .as("comments of more than %d columns: wrap them", WIDTH)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"    /** ", "     * ", "    // ", "    int seen = 0; // "})
    void aCommentThatIsTooWideIsFound(String start) {
        String widest = start + "x".repeat(WIDTH - start.length());
        assertThat(isWideComment(widest)).isFalse();
        assertThat(isWideComment(widest + "x")).isTrue();
    }

    private static boolean isWideComment(String line) {
        return line.codePointCount(0, line.length()) > WIDTH
                && COMMENT.matcher(line).matches();
    }

    private static List<Path> sources(Path folder) throws IOException {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
