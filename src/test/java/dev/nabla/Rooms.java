package dev.nabla;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who sees whom: a room is a package with all below it that is no room of its own, so that no package lies outside the
 * walls. Besides what is listed each sees itself and the JDK.
 */
final class Rooms {
    private static final String FILE = "src/test/java/dev/nabla/Rooms.java";
    private static final String OURS = "dev.nabla.";
    private static final String[] MATHS = {"math", "math.expression", "frame"};
    private static final String[] LESSONS = {"lesson", "lesson.formula", "lesson.question"};

    /** By its name what a room sees of ours, and of the libraries what begins so. */
    private static final Map<String, List<String>> SEEN = new TreeMap<>();

    /** The room of each package that was asked about, as there are a hundred thousand questions. */
    private static final Map<String, Optional<String>> FOUND = new ConcurrentHashMap<>();

    static {
        sees("math", "com.fasterxml.jackson.core.io");
        sees("math.expression", "math");
        sees("frame");
        sees("gpt", "math");
        sees("figure", MATHS);
        sees("figure.part", MATHS, "figure", "gpt");
        for (String figure : figures()) {
            sees(figure, MATHS, "figure", "figure.part");
        }
        for (String figure : List.of(
                "bigram",
                "heads",
                "block",
                "train",
                "embedding",
                "nll",
                "backprop",
                "babble",
                "scale",
                "file",
                "law",
                "induce",
                "wish")) {
            sees("figure." + figure, MATHS, "figure", "figure.part", "gpt");
        }
        sees("opening", MATHS, "figure", "figure.part", "gpt");
        sees("own", MATHS, "figure", "figure.part", "figure.train", "gpt");
        sees("figure.catalog", figures(), "figure", "math");
        sees("lesson.formula", MATHS, "figure", "figure.catalog");
        sees("lesson.question", MATHS, "figure", "figure.catalog", "lesson.formula");
        sees("lesson", MATHS, "figure", "lesson.formula", "lesson.question");
        sees("lesson.read", MATHS, LESSONS, "file", "figure", "figure.catalog", "org.commonmark", "org.snakeyaml");
        sees("lesson.lint", MATHS, LESSONS, "figure", "lesson.read");
        sees("lesson.moodle", LESSONS, "math", "javax.xml.stream");
        sees("file");
        sees("progress", LESSONS, "math", "file", "figure", "output");
        sees("tutor", LESSONS, "math", "figure", "progress");
        sees("closing", MATHS, LESSONS, "figure", "figure.catalog", "figure.part", "gpt", "own", "progress", "tutor");
        sees("output", MATHS, "figure", "com.fasterxml.jackson.core");
        sees(
                "line",
                MATHS,
                LESSONS,
                "closing",
                "figure",
                "figure.catalog",
                "opening",
                "own",
                "progress",
                "tutor",
                "room",
                "room.name",
                "room.display",
                "output",
                "key",
                "screen",
                "screen.part");
        sees("room.name", "math", "frame");
        sees("room.account", "math", "frame", "room.name", "javax.crypto");
        sees("room", LESSONS, "math", "frame", "figure", "progress", "room.name", "room.account");
        sees(
                "store",
                LESSONS,
                "math",
                "file",
                "progress",
                "output",
                "room",
                "room.name",
                "room.account",
                "org.snakeyaml",
                "org.postgresql");
        sees("room.display", "frame", "lesson.question", "room");
        sees("serve.options", "output");
        sees(
                "serve.hub",
                LESSONS,
                "progress",
                "output",
                "room",
                "room.name",
                "room.account",
                "tui",
                "serve.log",
                "serve.login");
        sees(
                "serve.login",
                "math",
                "file",
                "frame",
                "tutor",
                "output",
                "room",
                "room.name",
                "room.account",
                "key.press",
                "key",
                "screen.part",
                "tui.term",
                "serve.options",
                "serve.log",
                "org.apache.sshd");
        sees("serve.log", "math", "file", "output", "serve.options", "org.slf4j");
        sees("key.press");
        sees("key", "key.press", "frame", "figure", "figure.catalog", "tutor", "output");
        sees(
                "screen",
                LESSONS,
                "math",
                "frame",
                "closing",
                "figure",
                "figure.catalog",
                "opening",
                "own",
                "progress",
                "tutor",
                "room",
                "room.name",
                "room.display",
                "key",
                "screen.part");
        sees("screen.part", LESSONS, "frame", "figure", "tutor", "room", "key");
        sees("tui.term", "key.press", "frame", "output", "com.googlecode.lanterna", "sun.misc");
        sees(
                "tui",
                MATHS,
                LESSONS,
                "figure",
                "lesson.read",
                "own",
                "progress",
                "tutor",
                "room",
                "output",
                "room",
                "key.press",
                "key",
                "screen",
                "screen.part",
                "tui.term",
                "com.googlecode.lanterna");
        sees("cli.input", MATHS, "file", "figure", "figure.catalog", "output", "com.fasterxml.jackson.core");
        sees("cli.training", MATHS, "gpt", "own", "output", "cli.input", "com.fasterxml.jackson.core");
        sees(
                "cli",
                MATHS,
                LESSONS,
                "closing",
                "file",
                "figure",
                "figure.catalog",
                "lesson.read",
                "own",
                "progress",
                "tutor",
                "room",
                "line",
                "output",
                "room",
                "cli.input",
                "picocli");
        sees(
                "cli.command",
                MATHS,
                LESSONS,
                "closing",
                "file",
                "gpt",
                "figure",
                "figure.catalog",
                "lesson.read",
                "lesson.lint",
                "lesson.moodle",
                "own",
                "progress",
                "tutor",
                "room",
                "line",
                "output",
                "room",
                "cli",
                "cli.input",
                "cli.training",
                "cli.school",
                "picocli");
        sees(
                "cli.member",
                "lesson",
                "math",
                "figure",
                "frame",
                "progress",
                "output",
                "room",
                "room.name",
                "cli",
                "cli.command",
                "cli.input",
                "picocli");
        sees(
                "cli.school.open",
                "lesson",
                "math",
                "frame",
                "output",
                "room",
                "room.name",
                "room.account",
                "cli",
                "cli.input");
        sees(
                "cli.school.roster",
                "math",
                "output",
                "room",
                "room.name",
                "room.account",
                "cli",
                "cli.input",
                "cli.school.open",
                "picocli");
        sees(
                "cli.school.report",
                "lesson",
                "lesson.question",
                "file",
                "math",
                "figure",
                "progress",
                "output",
                "room",
                "room.name",
                "room.account",
                "cli",
                "cli.input",
                "cli.school.open",
                "cli.school.roster",
                "picocli");
        sees(
                "cli.school",
                LESSONS,
                "file",
                "math",
                "frame",
                "figure",
                "lesson.read",
                "progress",
                "output",
                "room",
                "room.name",
                "room.account",
                "room.display",
                "cli",
                "cli.input",
                "cli.school.open",
                "cli.school.roster",
                "cli.school.report",
                "serve.options",
                "picocli");
        sees(
                "serve.session",
                "frame",
                "progress",
                "tutor",
                "line",
                "output",
                "room",
                "room.name",
                "tui",
                "screen",
                "tui.term",
                "serve.options",
                "serve.hub",
                "serve.log",
                "serve.login",
                "org.apache.sshd");
        sees(
                "serve",
                "math",
                "file",
                "lesson",
                "output",
                "room",
                "room.name",
                "room.account",
                "tui",
                "serve.options",
                "serve.hub",
                "serve.log",
                "serve.login",
                "serve.session",
                "com.sun.management",
                "sun.misc",
                "org.apache.sshd",
                "org.bouncycastle");
    }

    private Rooms() {}

    /** The rooms of figures: every folder beside those of the parts and of the catalog. */
    private static String[] figures() {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/dev/nabla/figure"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("part") && !name.equals("catalog"))
                    .sorted()
                    .map(name -> "figure." + name)
                    .toArray(String[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void sees(String room, String... names) {
        SEEN.put(room, List.of(names));
    }

    private static void sees(String room, String[] some, String... others) {
        sees(room, Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new));
    }

    private static void sees(String room, String[] some, String[] more, String... others) {
        sees(room, some, Stream.concat(Stream.of(more), Stream.of(others)).toArray(String[]::new));
    }

    static List<String> all() {
        return List.copyOf(SEEN.keySet());
    }

    /** The room of a class of ours: the longest whose package is its own or above it. */
    static Optional<String> of(JavaClass type) {
        return FOUND.computeIfAbsent(type.getPackageName() + ".", Rooms::ofPackage);
    }

    private static Optional<String> ofPackage(String name) {
        return SEEN.keySet().stream()
                .filter(room -> name.startsWith(OURS + room + "."))
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean mayBeSeen(JavaClass type, String from) {
        JavaClass seen = type.getBaseComponentType();
        if (seen.isPrimitive() || seen.getPackageName().startsWith("java.")) {
            return true;
        }
        return seen.getPackageName().startsWith("dev.nabla")
                ? of(seen).filter(room -> room.equals(from) || SEEN.get(from).contains(room))
                        .isPresent()
                : SEEN.get(from).stream().anyMatch(seen.getPackageName()::startsWith);
    }

    /** Classes of a room depend on nothing but what it sees. */
    static ArchRule wall(String room) {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("are in the room " + room, type -> of(type).filter(room::equals)
                        .isPresent()))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe("it sees", type -> mayBeSeen(type, room)))
                .allowEmptyShould(true)
                .as("The room " + room + " sees only " + String.join(", ", SEEN.get(room))
                        + "; to let it see more, add the package to sees(\"" + room + "\", ...) in " + FILE);
    }

    /** Of each room another that it must not see, with one public class in it to try. */
    static String hiddenFrom(String room) {
        Map<String, String> tries = new HashMap<>();
        tries.put("tui", "dev.nabla.cli.CommandResult");
        tries.put("screen", "dev.nabla.tui.term.LocalSession");
        tries.put("screen.part", "dev.nabla.screen.ScreenState");
        tries.put("cli", "dev.nabla.tui.LocalTutor");
        tries.put("cli.command", "dev.nabla.tui.LocalTutor");
        tries.put("cli.school", "dev.nabla.store.StoreFactory");
        tries.put("cli.school.open", "dev.nabla.cli.school.ClassCommand");
        tries.put("cli.school.roster", "dev.nabla.cli.school.ClassCommand");
        tries.put("cli.school.report", "dev.nabla.cli.school.ClassCommand");
        tries.put("cli.member", "dev.nabla.store.StoreFactory");
        tries.put("figure", "dev.nabla.figure.part.KnobTable");
        tries.put("lesson", "dev.nabla.lesson.read.CourseReader");
        if (room.startsWith("figure.")) {
            String other = room.equals("figure.dot") ? "softmax.Softmax" : "dot.Dot";
            boolean catalog = room.equals("figure.catalog");
            tries.put(room, catalog ? "dev.nabla.lesson.Course" : "dev.nabla.figure." + other + "Figure");
        }
        return tries.getOrDefault(room, "dev.nabla.cli.CommandResult");
    }

    /** The rooms whose results follow from their arguments alone. */
    static String[] pure() {
        List<String> pure = new ArrayList<>();
        for (String room : List.of("math", "gpt", "frame", "figure", "opening", "tutor")) {
            pure.add(OURS + room + "..");
        }
        return pure.toArray(String[]::new);
    }
}
