package dev.nabla.cli.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Slow;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Ran;
import dev.nabla.cli.input.ShellWords;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Size;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.RemoteCommands;
import dev.nabla.room.RemoteCommands.ScriptRequest;
import dev.nabla.room.RemoteCommands.ScriptResponse;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What members of a class may ask by a line, and what not. */
@Slow
class MemberCommandsTest {
    private static final Path JOURNAL = Path.of("src/test/resources/lesson/ada.jsonl");
    /** A command that prints, and a command of nabla that reads that. */
    private static final Pattern PIPED = Pattern.compile("((?:echo|printf) '[^']*') \\| nabla (.*)");

    private static final Student ADA = new Student("1", new StudentName("ada"));
    private static final RemoteCommands SCRIPTS =
            new MemberCommands(Consoles.PIPE, store(), CourseReader.load(Consoles.PIPE.lessons()));

    @SuppressWarnings("unchecked")
    private static Object handOver(Object[] arguments) throws IOException {
        entries().forEach((Consumer<Entry>) arguments[2]);
        return null;
    }

    /** A class in which everybody has done what Ada has. */
    private static ClassStore store() {
        ClassInfo info = new ClassInfo("Maths", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of());
        return (ClassStore) Proxy.newProxyInstance(
                ClassStore.class.getClassLoader(),
                new Class<?>[] {ClassStore.class},
                (self, method, given) -> switch (method.getName()) {
                    case "info" -> info;
                    case "each" -> handOver(given);
                    case "accounts" -> List.of(new Account(ADA, Set.of(), Optional.empty(), Instant.EPOCH));
                    case "polls" -> List.of();
                    case "roster" -> Optional.empty();
                    case "neverCame" -> InvocationHandler.invokeDefault(self, method);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<Entry> entries() throws IOException {
        return new Journal(JOURNAL).read().entries();
    }

    private static ScriptResponse said(String line, String input) {
        return said(Role.STUDENT, line, input);
    }

    private static ScriptResponse said(Role role, String line, String input) {
        return answer(role, line, Optional.of(input)).orElseThrow();
    }

    private static Optional<ScriptResponse> answer(Role role, String line, Optional<String> input) {
        return answer("Ada", role, line, input);
    }

    private static Optional<ScriptResponse> answer(String login, Role role, String line, Optional<String> input) {
        return SCRIPTS.answer(new ScriptRequest(
                line,
                login,
                role,
                Optional.of(ADA).filter(ada -> role == Role.STUDENT),
                Map.of("LANG", "en_US.UTF-8", "TERM", "xterm-256color", "NABLA_WRONG", "1"),
                Optional.empty(),
                input.map(text -> text.getBytes(StandardCharsets.UTF_8))));
    }

    /** As a server asks: without standard input first, and again with it if the command reads it. */
    private static ScriptResponse sent(String line, String input) {
        return answer(Role.STUDENT, line, Optional.empty()).orElseGet(() -> said(line, input));
    }

    private static ScriptResponse local(String input, String line) {
        return local(input, line.split(" "));
    }

    private static ScriptResponse local(String input, String... words) {
        Ran ran = Ran.of(Consoles.learner(JOURNAL), Ran.typed(input), words);
        return new ScriptResponse(
                ran.reply().code(), ran.out() + ran.reply().out(), ran.reply().err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solve softmax --logits 2,1,1/3 --json |",
                "solve softmax --logits - --json | 2 1 0.5",
                "solve dot --a 1,2 --b 3 --json |",
                "solve descent --eta 1.08 --steps 9 --plot |",
                "solve --batch | {\"op\":\"softmax\",\"logits\":[1,2]}",
                "solve --batch=- --explain | {\"op\":\"nothing\"}",
                "show dot --size 60x20 |",
                "show softmax --format svg |",
                "check 2.3 --answer 0.1 |",
                "check --op softmax --fact p[1] --answer x --json |",
                "progress |",
                "progress --json |",
                "progress export |",
                "progress notes |",
                "solve softmax --help |",
                "help check |",
                "--version |"
            })
    void anAnswerIsTheOneAtHome(String line, String input) {
        String in = input == null ? "" : input;
        assertThat(sent(line, in)).isEqualTo(local(in, line));
        assertThat(sent("nabla " + line, in)).isEqualTo(local(in, line));
    }

    /** Every example with a pipe in the pages for users and in the help, from which the manual pages are made. */
    static Stream<Arguments> examplesWithInput() throws IOException {
        Stream<String> helps = Stream.concat(
                Stream.of("solve --help", "check --batch --help", "solve --batch --help"),
                Figures.operations().stream().map(operation -> "solve " + operation + " --help"));
        String pages = Files.readString(Path.of("README.md"))
                + Files.readString(Path.of(".github/TOUR.md"))
                + Files.readString(Path.of("src/main/dist/teachers.md"));
        return Stream.concat(Stream.of(pages), helps.map(help -> local("", help).out()))
                .flatMap(text -> PIPED.matcher(text).results())
                .map(example -> Arguments.of(example.group(1), example.group(2)))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("examplesWithInput")
    void anExampleThatReadsStandardInputAnswersAsAtHome(String command, String line) throws Exception {
        Process shell = new ProcessBuilder("/bin/sh", "-c", command).start();
        String input = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer(Role.STUDENT, line, Optional.empty())).isEmpty();
        assertThat(said(line, input)).isEqualTo(local(input, ShellWords.of(line).toArray(String[]::new)));
    }

    @Test
    void thereAreExamplesOfEveryKind() throws IOException {
        assertThat(examplesWithInput().map(example -> example.get()[1].toString()))
                .hasSizeGreaterThan(20)
                .anyMatch(line -> line.startsWith("check --batch"))
                .anyMatch(line -> line.startsWith("solve --batch"))
                .anyMatch(line -> line.startsWith("solve loss --logits - --csv"));
    }

    /** What no example shows: batches that fail in part, or are empty, tables, and the import that a class refuses. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check --batch | 6 | {\"item\":\"2.3\",\"answer\":\"0.1\"}#{\"item\":\"nothing\",\"answer\":\"1\"}#",
                "check --batch - --no-feedback | 0 | {\"item\":\"2.3\",\"answer\":\"0.1\"}",
                "check --batch=- --places 1 | 6 | [1]",
                "check --op softmax --logits - --fact p[1] --answer 0.5 | 0 | 1,1",
                "check --batch | 0 | #",
                "solve --batch | 0 | ''",
                "solve --batch --csv | 0 | {\"op\":\"dot\",\"a\":[1],\"b\":[2]}#",
                "solve --batch | 6 | {\"op\":\"descent\"}#",
                "solve softmax --logits=- --tau 2 | 2 | 1;x",
                "solve softmax --logits - | 2 | ''",
                "solve dot --a - --b - | 2 | 1,2",
                "show softmax --logits - --size 60x20 | 0 | 2,1,0",
                "progress import | 2 | ''",
                "progress reset | 2 | no",
            })
    void whatReadsStandardInputWaitsForIt(String line, int code, String typed) {
        String input = typed.replace('#', '\n');
        assertThat(answer(Role.STUDENT, line, Optional.empty())).isEmpty();
        ScriptResponse response = said(line, input);
        assertThat(response.code()).isEqualTo(code);
        if (!line.startsWith("progress")) {
            assertThat(response).isEqualTo(local(input, line));
        }
    }

    @Test
    void aBatchWithoutALineSaysSo() {
        assertThat(sent("check --batch", ""))
                .isEqualTo(new ScriptResponse(
                        0,
                        "",
                        "nabla: 0 lines answered: standard input is empty or blank; write one JSON object per line, like"
                                + " {\"item\":\"2.3\",\"answer\":\"0.47\"}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solve softmax --logits @/etc/passwd | --logits - < /etc/passwd",
                "solve softmax --logits=@../../z.csv | --logits - < ../../z.csv",
                "solve softmax --tau @/etc | --tau - < /etc",
                "check --op dot --a @/etc/nothing --fact s --answer 1 | --a - < /etc/nothing",
                "solve --batch /etc/passwd | --batch - < /etc/passwd",
                "solve --batch=nothing | --batch - < nothing",
                "show dot --a '@my file' | --a - < 'my file'",
                "check 2.3 --answer 1 --lessons /etc | leave out --lessons",
                "progress --lessons /etc/nothing | leave out --lessons",
                "export ada.jsonl | keep it on yours: … > ada.jsonl",
                "progress import /etc/passwd | progress import - < /etc/passwd",
            })
    void noFileOfTheServerIsOpenedOrToldOf(String line, String cure) {
        ScriptResponse response = said(line, "");
        assertThat(response.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(response.out()).isEmpty();
        assertThat(response.err()).contains("would be a file of the server; ").endsWith(cure + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "review",
                "record - -- Enter",
                "doctor",
                "lesson new x",
                "lesson lint",
                "completion bash",
                "lesson export --format moodle",
                "skill",
                "serve",
                "sh"
            })
    void whatIsNotForALineIsRefusedWithWhatIs(String line) {
        assertThat(said(line, ""))
                .isEqualTo(new ScriptResponse(
                        ExitCode.USAGE.code(),
                        "",
                        "nabla: '" + line.split(" ")[0]
                                + "' is nothing to ask of a class by a line; solve, show, check,"
                                + " progress, export and help are, and nabla on your own machine has the rest\n"));
        assertThat(said(Role.TEACHER, line, "").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void theTutorAsksForATerminal() {
        for (String line : List.of("learn", "learn --text", "learn 02 --text")) {
            assertThat(said(line, ""))
                    .isEqualTo(new ScriptResponse(
                            ExitCode.USAGE.code(),
                            "",
                            "nabla: 'learn' needs a terminal; type ssh -t HOST learn --text, or ssh HOST for the course"
                                    + " with pictures\n"));
        }
    }

    /** Else a script could answer every question of a class. */
    @Test
    void noLinePrintsTheAnswerToAQuestion() {
        ScriptResponse response = said("check 2.3 --ask --worked", "");
        assertThat(response.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(response.out()).isEmpty();
        assertThat(response.err()).endsWith("; leave out --worked\n");
        assertThat(said("check 2.3 --ask", "").code()).isZero();
    }

    @Test
    void reportsAreForTeachers() {
        assertThat(said("class report", "").err()).isEqualTo("nabla: nabla class report is for a teacher's key\n");
        assertThat(said("class polls --json", "").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(said("class code", "").err()).contains("'class' is nothing to ask");
        assertThat(said(Role.TEACHER, "class erase ada --yes", "").err()).contains("'class' is nothing to ask");
    }

    /** Whatever stands before or behind its name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "class --yes erase ada",
                "class --class x erase ada --yes",
                "class erase report --yes",
                "class --json erase --all",
                "class -- erase ada",
                "class new x --title report",
                "class code none",
                "class erase --help",
                "serve --help",
                "help serve"
            })
    void whatChangesAClassIsNotEvenForATeachersLine(String line) {
        ScriptResponse response = said(Role.TEACHER, line, "yes\n");
        assertThat(response.code()).as(response.toString()).isEqualTo(ExitCode.USAGE.code());
        assertThat(response.out()).doesNotContain("Usage:");
        assertThat(said(Role.STUDENT, line, "yes\n").err()).contains("' is nothing to ask of a class by a line; ");
    }

    @Test
    void theOwnJournalIsGivenOutAndNobodyWritesIt() throws IOException {
        assertThat(said("export", "").out()).isEqualTo(Journal.lines(entries()));
        assertThat(said(Role.TEACHER, "export", "").out()).isEmpty();
        String only = "nabla: this journal belongs to a class; answer in the class\n";
        assertThat(said("progress import -", Journal.lines(entries())).err()).isEqualTo(only);
        assertThat(said("progress reset --yes", "").err()).isEqualTo(only);
    }

    @Test
    void whoseJournalItIsIsSaidWhereTheNameBeforeTheAtIsAnother() throws IOException {
        String owner = "nabla: this key is ada's, so this is ada's journal\n";
        for (String line : List.of("export", "progress", "progress --json", "progress export -")) {
            ScriptResponse own = said(line, "");
            for (String login : List.of("grace", "teacher", "a/b")) {
                assertThat(answer(login, Role.STUDENT, line, Optional.of("")))
                        .as("%s@ %s", login, line)
                        .contains(new ScriptResponse(own.code(), own.out(), owner + own.err()));
            }
            assertThat(answer("ADA", Role.STUDENT, line, Optional.of(""))).contains(own);
        }
        assertThat(answer("grace", Role.STUDENT, "solve softmax", Optional.of("")))
                .contains(said("solve softmax", ""));
        assertThat(answer("ada", Role.TEACHER, "export", Optional.of("")))
                .contains(new ScriptResponse(0, "", "nabla: this key is a teacher's, and teachers have no journal\n"));
        assertThat(answer("Teacher", Role.TEACHER, "export", Optional.of(""))).contains(new ScriptResponse(0, "", ""));
    }

    @Test
    void helpNamesWhatThereIs() {
        assertThat(said("--help", "")).isEqualTo(said("help", ""));
        assertThat(said("help", "").out())
                .contains("  export      your journal")
                .doesNotContain("doctor");
        assertThat(said(Role.TEACHER, "help class", "").out())
                .contains("report, polls")
                .doesNotContain("erase");
        assertThat(said(" ", "").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void whatComesInIsBounded() {
        assertThat(said("solve softmax --logits " + "1,".repeat(5000) + "1", "").err())
                .isEqualTo("nabla: the line is longer than 8 KiB; ask for less at once\n");
        assertThat(said("solve softmax --logits -", "1\n".repeat(1 << 19) + "1").err())
                .isEqualTo("nabla: standard input is longer than 1 MiB; ask for less at once\n");
        assertThat(said("solve --batch", "\n".repeat(10_001)).err())
                .isEqualTo("nabla: standard input is longer than 10000 lines; ask for less at once\n");
        assertThat(said("check --batch", "\n".repeat(10_001)).code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(said("solve --batch", "\n".repeat(10_000)).code()).isZero();
    }

    @Test
    void soIsWhatGoesOut() {
        String question =
                "{\"op\":\"descent\",\"eta\":0.1,\"start\":[1,2],\"curvature\":[1,2],\"steps\":1000,\"path\":true}\n";
        ScriptResponse response = said("solve --batch", question.repeat(3000));
        assertThat(response.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(response.err()).isEqualTo("nabla: the answer is longer than 16 MiB; ask for less at once\n");
        assertThat(response.out())
                .hasSizeBetween(1 << 20, 16 << 20)
                .startsWith("{")
                .endsWith("}\n");
    }

    /** Each would fill the memory of the server, or take minutes. */
    @Test
    void whatIsTooMuchForOneOfManyIsRefusedBeforeItIsBegun() {
        String column = "1;".repeat(2000) + "1";
        String ones = "1,".repeat(2000) + "1";
        assertThat(said("solve matmul --a - --b " + ones, column.replace(';', '\n'))
                        .err())
                .isEqualTo(
                        "nabla: a has more than 1000 rows or columns, too much where others wait; ask for less, or nabla"
                                + " on your own machine\n");
        assertThat(said("show attention --k " + ones, "").err()).startsWith("nabla: k has more than 1000");
        String line = "{\"op\":\"matmul\",\"a\":\"" + column + "\",\"b\":[[" + ones + "]]}";
        assertThat(said("solve --batch", line).out()).contains("\"too_much\"");
        assertThat(said("solve descent --seed -", "9".repeat(1 << 20)).err())
                .startsWith("nabla: seed is a text of more");
        String formula = "+sin(x)*y".repeat(100).substring(1);
        for (String run : List.of("--curvature " + ones + " --start " + ones, "--f " + formula + " --start 1,1")) {
            assertThat(said("solve descent --steps 100000 " + run, "").err())
                    .startsWith("nabla: descent takes too many steps, too much");
        }
        assertThat(said("solve descent --steps 100000", "").code()).isZero();
        assertThat(said("solve train --of 100000 --steps 100000 --n-embd 32 --batch 32", "")
                        .err())
                .startsWith("nabla: train takes too many steps, too much");
        assertThat(said("solve train --steps 300", "").code()).isZero();
        String most = "1\n".repeat(60_000);
        assertThat(said("solve softmax --get p[1] --logits -", most).code()).isZero();
        assertThat(said("show softmax --logits -", most + "1").err()).startsWith("nabla: logits has more than 60000");
    }

    /** It ends where the picture tells what it is about, without the model that it is compared with. */
    @Test
    void aLongRunOfInduceEndsAtThousandStepsAndSaysSo() {
        String note =
                "induce ends after 1,000 of 2,000 steps, because others wait; nabla on your own machine takes them"
                        + " all";
        ScriptResponse shown = said("show induce --steps 2000", "");
        assertThat(shown.code()).isZero();
        assertThat(shown.err()).isEqualTo("nabla: " + note + "\n");
        assertThat(shown.out()).contains("1,000 of 2,000", "two layers 0.").doesNotContain("one layer");
        assertThat(said("solve induce --steps 2000 --plot", ""))
                .isEqualTo(new ScriptResponse(0, shown.out(), shown.err()));
        ScriptResponse solved = said("solve induce --steps 2000 --json", "");
        assertThat(solved.out()).contains("\"steps\":1000", "\"warnings\":[\"" + note + "\"");
        assertThat(solved.err()).isEmpty();
        assertThat(said("solve induce --steps 2000 --get rate", "").err()).startsWith("nabla: " + note + "\n");
        assertThat(said("show induce --steps 1000", "")).isEqualTo(new ScriptResponse(0, shown.out(), ""));
        assertThat(said("solve --batch", "{\"op\":\"induce\",\"steps\":2000}").out())
                .contains("\"too_much\"");
    }

    @Test
    void whoIsStoppedSaysSo() {
        Thread.currentThread().interrupt();
        assertThat(said("solve --batch", "{\"op\":\"softmax\",\"logits\":[1,2]}\n"))
                .isEqualTo(new ScriptResponse(75, "", "nabla: it took longer than 5 s; ask for less at once\n"));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "solve softmax --logits -1",
                "solve softmax --logits",
                "solve --batch --tau -",
                "show softmax",
                "check 2.3 --answer -",
                "progress export -",
                "help",
                "",
                "solve '--logits -",
            })
    void nothingElseWaitsForStandardInput(String line) {
        assertThat(answer(Role.STUDENT, line, Optional.empty())).contains(said(line, "1,2"));
    }

    @Provide
    Arbitrary<ScriptRequest> hostile() {
        Arbitrary<String> evil = Arbitraries.of(
                "\u001b[2J",
                "\u001b]0;x\u0007",
                "\u009b31m",
                "\u202e",
                "\u0000",
                "\r",
                "\n",
                "\t",
                "\u2028",
                "\ud800",
                "\u200d",
                "x");
        Arbitrary<String> text = evil.list().ofMinSize(1).ofMaxSize(2).map(all -> String.join("a", all));
        Arbitrary<String> start = Arbitraries.of(
                "solve softmax --logits ",
                "solve softmax --json --logits ",
                "solve softmax --tau=",
                "solve softmax --",
                "solve softmax --get ",
                "solve softmax --json --get ",
                "solve dot --plot --size ",
                "solve derivative --f ",
                "solve derivative --json --f ",
                "solve descent --optimizer ",
                "solve dot --a @",
                "solve --batch ",
                "solve --batch - ",
                "solve softmax --logits - --glyphs ",
                "solve softmax --logits - ",
                "show sample --tokens ",
                "show sample --size 60x20 --tokens ",
                "show dot --size 60x20 ",
                "show chain --size 60x20 --f ",
                "show ",
                "check 2.3 --answer ",
                "check 2.3 --json --answer ",
                "check --ask ",
                "check --op dot --fact ",
                "check --op softmax --fact p --answer ",
                "progress --lessons ",
                "progress ",
                "progress export ",
                "export ",
                "class report ",
                "help ",
                "");
        Arbitrary<String> line = Combinators.combine(start, text, Arbitraries.of(true, false))
                .as((command, word, quoted) -> command + (quoted ? "'" + word + "'" : word));
        Arbitrary<Map<String, String>> env = Combinators.combine(
                        Arbitraries.of(List.copyOf(RemoteCommands.VARIABLES)), text, Arbitraries.of("UTF-8", ""))
                .as((name, value, end) ->
                        Map.of("LANG", "en_US.UTF-8", "TERM", "xterm").containsKey(name)
                                ? Map.of(name, value + end)
                                : Map.of("LANG", "en_US.UTF-8", name, value + end));
        Arbitrary<String> input = text.flatMap(word -> Arbitraries.of(
                word,
                "{\"op\":\"" + word + "\"}",
                "{\"op\":\"dot\",\"" + word + "\":[\"" + word + "\"]}",
                "1," + word));
        return Combinators.combine(line, Arbitraries.of(Role.values()), env, Arbitraries.of(true, false), input)
                .as((typed, role, variables, terminal, in) -> new ScriptRequest(
                        typed,
                        typed,
                        role,
                        Optional.of(ADA),
                        variables,
                        Optional.of(new Size(80, 24)).filter(size -> terminal),
                        Optional.of(in.getBytes(StandardCharsets.UTF_8))));
    }

    /** Colours are the only thing that a terminal is told. */
    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void nothingSteersATerminal(@ForAll("hostile") ScriptRequest request) {
        ScriptResponse response = SCRIPTS.answer(request).orElseThrow();
        String out =
                request.terminal().isEmpty() ? response.out() : response.out().replaceAll("\u001b\\[[0-9;]*m", "");
        assertThat((out + response.err())
                        .codePoints()
                        .filter(c -> c != '\n')
                        .filter(ControlCharacters::is)
                        .findFirst())
                .as(request + " " + response)
                .isEmpty();
    }
}
