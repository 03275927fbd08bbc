package dev.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Environment;
import dev.nabla.cli.command.Cli;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.output.DisplayProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the README, the tour and the page for teachers say the program prints, it prints; {@code -Dupdate} writes it
 * anew.
 */
@TestsFigures
@Slow
class ReadmeTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Path README = Path.of("README.md");
    private static final Path TOUR = Path.of(".github/TOUR.md");
    private static final Path TEACHERS = Path.of("src/main/dist/teachers.md");
    private static final Path CONTRIBUTING = Path.of(".github/CONTRIBUTING.md");
    private static final Path PICTURES = Path.of(".github/pictures");

    private static final Pattern EXAMPLE = Pattern.compile("```console\n\\$ (.*)\n([^`]*)```\n");
    private static final Pattern PICTURE =
            Pattern.compile("!\\[([^\\]]+)]\\((?:\\.github/)?pictures/([a-z-]+\\.svg)\\)\n\n`nabla (show [^`]*)`\n");
    private static final Pattern RECORDING = Pattern.compile("nabla record \\.github/pictures/(\\S+) (.*)");
    private static final int MOST_LINES = 220;

    private static final Pattern SHELL = Pattern.compile("```sh\n([^`]*)```\n");
    private static final Pattern MENTION = Pattern.compile("`nabla ([^`]*)`");

    @TempDir
    private Path folder;

    private static boolean updates() {
        return List.of("", "true").contains(System.getProperty("update"));
    }

    private static String pages(Path... pages) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path page : pages) {
            text.append(Files.readString(page));
        }
        return text.toString();
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(README))
                .as(
                        "README.md has at most %d lines; .github/TOUR.md and the manual pages have room for more",
                        MOST_LINES)
                .hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    /** The columns of the table are the rungs of the course. */
    @Test
    void theReadmeNamesEverySectionOnceAndCountsThem() throws IOException {
        String readme = Files.readString(README);
        List<String> named = Pattern.compile("\\| (\\d\\d [^|:]+):")
                .matcher(readme.replace("|", "||"))
                .results()
                .map(cell -> cell.group(1))
                .sorted()
                .toList();
        assertThat(named)
                .isEqualTo(COURSE.sections().stream()
                        .map(section -> section.id() + " " + section.title())
                        .toList());
        String after = Course.workload(COURSE.afterClosing()).orElseThrow().time();
        assertThat(readme.replace('\n', ' '))
                .contains("There are " + COURSE.written().size() + " sections.")
                .contains("take about " + COURSE.timeInWords().orElseThrow() + " until")
                .contains("and " + after + " more");
    }

    @Test
    void theNewestChangesAreThoseOfThisVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.replaceAll("(?s).*?<artifactId>nabla</artifactId>\\s*<version>([^<]*)<.*", "$1");
        assertThat(version).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(Files.readString(Path.of(".github/CHANGELOG.md")).split("\n## ")[1])
                .startsWith(version + ",");
        assertThat(Files.readString(Path.of("README.md"))).doesNotContain("nabla-" + version, "nabla_" + version);
    }

    static Stream<Path> pagesWithExamples() {
        return Stream.of(README, TOUR, TEACHERS);
    }

    @ParameterizedTest
    @MethodSource("pagesWithExamples")
    void everyExamplePrintsWhatStandsBelowIt(Path page) throws Exception {
        String text = Files.readString(page);
        List<String> outputs = new ArrayList<>();
        for (MatchResult example : EXAMPLE.matcher(text).results().toList()) {
            outputs.add(isRunnable(example.group(1)) ? said(example.group(1)) : example.group(2));
        }
        assertThat(outputs).hasSizeGreaterThanOrEqualTo(4);
        String printed = EXAMPLE.matcher(text)
                .replaceAll(example -> Matcher.quoteReplacement(
                        "```console\n$ " + example.group(1) + "\n" + outputs.remove(0) + "```\n"));
        if (updates()) {
            Files.writeString(page, printed);
        }
        assertThat(Files.readString(page))
                .as("mvn -q test -Dupdate -Dtest=ReadmeTest rewrites the examples of %s", page)
                .isEqualTo(printed);
    }

    private static boolean isRunnable(String line) {
        return Programs.areThere("bash") && (!line.contains("| jq") || Programs.areThere("jq"));
    }

    private String said(String line) throws Exception {
        return line.contains("|") ? inShell(line) : run(line);
    }

    /** Where one is missing its examples are left as they are, and this says so. */
    @ParameterizedTest
    @ValueSource(strings = {"bash", "jq"})
    void whatExamplesNeedIsInstalled(String program) {
        Programs.require(program);
    }

    @Test
    void everyPictureIsWhatTheCommandBelowItPrints() throws Exception {
        List<String> names = new ArrayList<>();
        for (MatchResult picture :
                PICTURE.matcher(pages(README, TOUR)).results().toList()) {
            requireFile(picture.group(2), run("nabla " + picture.group(3) + " --format svg"));
            names.add(picture.group(2));
        }
        names.addAll(List.of("class.svg", "tutor.svg")); // which no command prints; ClassTest and KeysTest hold them
        assertThat(names).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(pages(README, TOUR).split("!\\[")).as("pictures").hasSize(names.size() + 1);
        assertThat(kept(".svg")).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void everyRecordingIsWhatItsKeysShow() throws Exception {
        List<String> names = new ArrayList<>();
        for (MatchResult recording :
                RECORDING.matcher(pages(README, TOUR)).results().toList()) {
            requireFile(recording.group(1), run("nabla record - " + recording.group(2)));
            names.add(recording.group(1));
        }
        assertThat(names).isNotEmpty();
        assertThat(kept(".cast")).containsExactlyInAnyOrderElementsOf(names);
    }

    private static void requireFile(String name, String content) throws IOException {
        Path file = PICTURES.resolve(name);
        if (updates()) {
            Files.writeString(file, content);
        }
        assertThat(Files.exists(file) && Files.readString(file).equals(content))
                .withFailMessage(
                        "%s is not what the program prints; mvn -q test -Dupdate -Dtest=ReadmeTest rewrites it", file)
                .isTrue();
    }

    private static List<String> kept(String ending) throws IOException {
        try (Stream<Path> files = Files.list(PICTURES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .toList();
        }
    }

    /** Commands that open the tutor or write files are not run, but they exist, and so do their options. */
    @Test
    void everyOtherCommandInTheReadmeExistsWithItsOptions() throws IOException {
        String readme = pages(README, TOUR, TEACHERS);
        Stream<String> lines = SHELL.matcher(readme)
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> line.startsWith("nabla "))
                .map(line -> line.substring("nabla ".length()));
        Stream<String> mentions = MENTION.matcher(readme).results().map(mention -> mention.group(1));
        List<String> commands = Stream.concat(lines, mentions)
                .map(command -> command.replaceAll("\\s+", " ").replaceAll(" -- .*", ""))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(15).allSatisfy(ReadmeTest::requireOptions);
    }

    private static void requireOptions(String command) {
        List<String> words = List.of(command.split(" "));
        boolean below = List.of("solve", "show", "class", "progress", "lesson").contains(words.get(0));
        int about = below && words.size() > 1 && !words.get(1).startsWith("-") ? 2 : 1;
        CommandResult help = reply(
                Stream.concat(words.stream().limit(about), Stream.of("--help")).toList());
        assertThat(help.code()).as(command).isZero();
        for (String word : words) {
            assertThat(help.out()).as(command).contains(word.startsWith("--") ? word : "");
        }
        CommandResult reply = reply(
                words.contains("--help")
                        ? words
                        : Stream.concat(words.stream(), Stream.of("--help")).toList());
        assertThat(reply.code()).as(command).isZero();
    }

    /** What a command says that bash has parted into words. */
    private static String run(String line) throws IOException, InterruptedException {
        CommandResult reply = reply(words(line));
        return reply.out() + reply.err();
    }

    /** The words that nabla gets from bash. */
    private static List<String> words(String line) throws IOException, InterruptedException {
        Programs.require("bash");
        String echo = "nabla() { printf '%s\\0' \"$@\"; }\n";
        Process bash = new ProcessBuilder("bash", "-c", echo + line)
                .redirectErrorStream(true)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(line + "\n" + out).isZero();
        assertThat(out).as(line).endsWith("\0");
        return List.of(out.split("\0"));
    }

    @Test
    void everyLineForAShellIsOneForBash() throws IOException, InterruptedException {
        Programs.require("bash");
        String pages = pages(README, TOUR, TEACHERS, CONTRIBUTING);
        List<String> scripts = Stream.concat(
                        SHELL.matcher(pages).results().map(block -> block.group(1)),
                        EXAMPLE.matcher(pages).results().map(example -> example.group(1)))
                .toList();
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(25);
        for (String script : scripts) {
            Process bash = new ProcessBuilder("bash", "-n", "-c", script)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bash.waitFor()).as(script + "\n" + said).isZero();
        }
    }

    private static CommandResult reply(List<String> words) {
        DisplayProfile.Surroundings here = new DisplayProfile.Surroundings(
                Map.of("LANG", "en_US.UTF-8", "TERM", "xterm-256color"), false, "UTF-8");
        Environment.Learner ada = new Environment.Learner(
                Path.of("src/test/resources/lesson/ada.jsonl"),
                () -> Clock.fixed(Instant.parse("2026-03-05T09:00:00Z"), ZoneOffset.UTC));
        Environment console = Consoles.at(here, false, Optional.empty(), ada, Consoles.NO_STREAMS);
        return new Cli(console, new Main.TerminalScreens(), null).run(words);
    }

    /** A pipeline as bash runs it, where nabla is this very build and jq is installed. */
    private String inShell(String line) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path nabla = Files.writeString(
                folder.resolve("nabla"),
                "#!/bin/sh\nexec '" + java + "' -cp '" + System.getProperty("java.class.path") + "' -Dnabla.home=. "
                        + Main.class.getName() + " \"$@\"\n");
        assertThat(nabla.toFile().setExecutable(true)).isTrue();
        ProcessBuilder bash = new ProcessBuilder("bash", "-o", "pipefail", "-c", line).redirectErrorStream(true);
        bash.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        bash.environment().putAll(Map.of("HOME", folder.toString(), "LC_ALL", "C.UTF-8"));
        Process process = bash.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(line + "\n" + out).isZero();
        return out;
    }
}
