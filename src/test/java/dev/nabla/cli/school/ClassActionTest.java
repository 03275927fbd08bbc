package dev.nabla.cli.school;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Ran;
import dev.nabla.cli.input.ShellWords;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.read.Starter;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Journal;
import dev.nabla.room.Board;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Poll;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.ServerStatus;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.JoinWord;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.store.StoreFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a teacher asks of a class and changes about it; it is noon of Thursday, 5 March 2026. */
class ClassActionTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final String PIN = "20000:c2FsdA==:+aGFzaA==";
    private static final String WORD = "%s\\. The word for another key or PIN: [a-z0-9]{4}-[a-z0-9]{4}\n"
            + "It is typed after the class code, works once, and ends at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d\\.\n";
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE6xzZDu7SsNO9EWulroGQEDpfX915Qi0yklLCh1XxWm ada\n";
    private static final String PRINT = "SHA256:n/HQ5cVBwWZvYEQVgCZyi+i9hzboUZQ+cN9QL4flqxg";

    @TempDir
    private Path folder;

    private Environment.Learner teacher() {
        return Consoles.learner(folder.resolve("journal.jsonl"));
    }

    private CommandResult run(String line) {
        return typed("", line);
    }

    private CommandResult typed(String input, String line) {
        return Ran.of(teacher(), Ran.typed(input), ("class " + line).split(" ")).reply();
    }

    private String out(String line) {
        CommandResult reply = run(line);
        assertThat(reply.code()).as(line + reply.err()).isZero();
        return reply.out();
    }

    private ClassStore store() throws IOException {
        return new StoreFactory(folder.resolve("class"), Optional.empty()).open();
    }

    private static Student join(ClassStore store, String name, UnaryOperator<Account> proof) {
        return store.join(new StudentName(name), proof, NOON)
                .toCompletableFuture()
                .join()
                .orElseThrow();
    }

    private static UnaryOperator<Account> key(String text) {
        return account -> account.and(Set.of(new Fingerprint(text)));
    }

    private static Entry answer(Instant at, String item, boolean right) {
        return new Answered(
                at,
                "02",
                item,
                0,
                right ? COURSE.question(item).draw(0).answer() : "0.84",
                right,
                right ? Optional.empty() : Optional.of("not-normalised"),
                OptionalInt.of(2),
                false,
                Optional.of(COURSE.question(item).digest()));
    }

    @BeforeEach
    void aClassOfThreeHasVoted() throws IOException {
        run("new " + folder.resolve("class") + " --title Maths");
        try (ClassStore store = store()) {
            Student ada = join(store, "Ada", key("SHA256:ada"));
            Student bob = join(store, "bob", account -> account.pinned(Optional.of(PIN)));
            Student zoe = join(store, "-zoë", key("SHA256:zoe"));
            List<Entry> done = List.of(
                    new Read(NOON.minusSeconds(99), "02"),
                    new Stood(NOON.minusSeconds(98), "02", "dot", Map.of("b", "0.4,2")).withParts(3),
                    answer(NOON.minusSeconds(60), "2.3", false),
                    new Stood(NOON.minusSeconds(50), "02", "dot", Map.of()).withParts(4),
                    answer(NOON.plusSeconds(60), "2.4", true));
            store.append(ada, "maths", done).toCompletableFuture().join();
            store.append(bob, "maths", List.of(answer(NOON, "2.3", true)))
                    .toCompletableFuture()
                    .join();
            Board board = Board.EMPTY;
            for (Poll.Phase phase : Poll.Phase.values()) {
                board = board.withPoll(Optional.of(new Poll(1, "02", "2.3", 7, phase, NOON)));
                store.post(board).toCompletableFuture().join();
            }
            for (Student student : List.of(ada, bob, zoe)) {
                store.vote(1, new Poll.Vote(1, student.id(), student.equals(bob) ? "right" : "not-normalised"));
                store.vote(1, new Poll.Vote(2, student.id(), student.equals(zoe) ? Poll.Vote.OTHER : "right"))
                        .toCompletableFuture()
                        .join();
            }
        }
    }

    /** All but status, which needs a server. */
    static List<String> actions() {
        return new ClassCommand()
                .subcommands().stream().filter(name -> !name.equals("status")).toList();
    }

    /** The examples name the class maths-10b and files of the current folder, and erasing asks first. */
    @ParameterizedTest
    @MethodSource("actions")
    void everyExampleInHelpWorks(String action) throws IOException {
        Files.writeString(folder.resolve("id_ed25519.pub"), KEY);
        Files.createDirectory(folder.resolve("journals"));
        Files.writeString(folder.resolve("journals/ada.jsonl"), Journal.lines(List.of(new Read(NOON, "02"))));
        Starter.write(folder.resolve("my-course"));
        if (action.equals("roster")) {
            names("name\nada\n");
        }
        if (action.equals("import")) {
            out("export " + folder.resolve("maths-10b-copy"));
        }
        List<String> examples = out(action + " --help")
                .lines()
                .filter(line -> line.startsWith("Example: nabla "))
                .map(line -> line.substring("Example: nabla ".length()))
                .toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            String here = example.replace(" --class maths-10b", "")
                    .replaceAll("maths-1.b(-copy)?|id_ed25519.pub|names.csv|journals|my-course", folder + "/$0");
            CommandResult reply = Ran.of(
                            teacher(), Ran.typed("yes\n"), ShellWords.of(here).toArray(String[]::new))
                    .reply();
            assertThat(reply.code()).as(example + "\n" + reply.err()).isZero();
            boolean tells = example.startsWith("class code --new");
            assertThat(reply.err().isEmpty()).as(example + reply.err()).isNotEqualTo(tells);
            assertThat(reply.out()).as(example).isNotEmpty();
        }
    }

    @Test
    void everybodyIsListed() {
        assertThat(out("list"))
                .isEqualTo(
                        """
                        student  joined            keys  PIN
                        -zoë     2026-03-05T12:00  1     no
                        Ada      2026-03-05T12:00  1     no
                        bob      2026-03-05T12:00  0     yes
                        """);
        assertThat(out("list --json"))
                .startsWith("{\"schema\":1,\"title\":\"Maths\",\"students\":[{\"student\":\"-zoë\",")
                .doesNotContain(PIN);
    }

    @Test
    void aReportSaysWhoWasOnTime() {
        out("due 02 2026-03-05T12:00");
        out("due 02 2026-03-05T13:00 --for ada");
        assertThat(out("report --csv"))
                .contains("bob,02,no,no,1,1,0,0,1,0\n", "Ada,02,yes,no,2,1,0,0,2,0\n", "'-zoë,00,no,no,0,0,0,0,,\n");
        assertThat(out("report"))
                .contains("right   on time  not checked\n", "1 of 2  2 of 2   -\n", "0 of 0  0 of 0   -\n");
        out("due 02 --none --for ADA");
        assertThat(out("report --csv")).contains("Ada,02,yes,no,2,1,0,0,1,1\n");
        assertThat(out("report --json")).contains("\"on_time\":1,\"late\":1}", "\"on_time\":1,\"late\":0}");
        out("due 02 2026-03-05T11:00");
        assertThat(out("report --csv")).contains("Ada,02,yes,no,2,1,0,0,0,2\n", "bob,02,no,no,1,1,0,0,0,1\n");
        assertThat(out("report --csv --since 2026-03-05T12:01")).contains("Ada,02,no,no,1,1,", "bob,02,no,no,0,0,");
    }

    @Test
    void datesAreListedWithWhoHasAnother() {
        out("due 06 2026-03-12T18:00");
        assertThat(out("due 02 2026-03-05T18:00 --for ada"))
                .isEqualTo(
                        """
                        section  due               for        done
                        02       2026-03-05T18:00  Ada        0 of 1
                        06       2026-03-12T18:00  everybody  0 of 3
                        (clocks of Z)
                        """);
        assertThat(out("due --for bob")).isEqualTo("no section has a date\n");
    }

    @Test
    void aKeyIsAddedOnceAndForgotten() throws IOException {
        Path file = Files.writeString(folder.resolve("ada.pub"), "# at home\n" + KEY);
        assertThat(out("key ada --add " + file)).isEqualTo("SHA256:ada\n" + PRINT + "\n");
        assertThat(out("key ada --add " + file)).isEqualTo("SHA256:ada\n" + PRINT + "\n");
        assertThat(typed(KEY, "key bob --add -").err())
                .isEqualTo("nabla: this key is Ada's already; a key is one student's\n");
        assertThat(out("key ada --forget")).matches(WORD.formatted("Ada has no key any more"));
        assertThat(out("key ada")).isEqualTo("Ada has no key\n");
        assertThat(typed(KEY, "key bob --add -").out()).isEqualTo(PRINT + "\n");
        assertThat(run("key bob --add " + folder.resolve("class").resolve("class.yaml"))
                        .err())
                .endsWith("class.yaml holds no public key of OpenSSH; type the one that ends in .pub\n");
    }

    /** The word is shown once, and kept as a hash. */
    @Test
    void theWordOfAStudentWhoIsResetIsTheOneThatIsShown() throws IOException {
        for (String line : List.of("key ada --forget", "pin ada --forget")) {
            String word = out(line).replaceAll("(?s).*PIN: (\\S+)\n.*", "$1");
            assertThat(Files.readString(folder.resolve("class/students.jsonl"))).doesNotContain(word);
            try (ClassStore store = store()) {
                ResetWord kept =
                        store.named(new StudentName("ada")).orElseThrow().word().orElseThrow();
                Instant drawn = kept.until().minus(ResetWord.GOOD_FOR);
                assertThat(kept.matches(word, drawn)).isTrue();
                assertThat(kept.matches(word, kept.until())).isFalse();
                assertThat(kept.matches("2222-2222", drawn)).isFalse();
            }
        }
    }

    @Test
    void aPinIsTakenAwayAndANameChanged() {
        assertThat(out("pin bob --forget")).matches(WORD.formatted("bob has no PIN any more"));
        assertThat(out("rename bob Robert")).isEqualTo("bob is Robert now\n");
        assertThat(out("list"))
                .contains("Robert   2026-03-05T12:00  0     no\n")
                .doesNotContain("bob");
        assertThat(run("rename robert ADA").err()).isEqualTo("nabla: the name ADA is taken; type another\n");
        assertThat(run("key maximilian").err())
                .isEqualTo("nabla: nobody is called 'maximilian'; nabla class list says who is in the class\n");
        assertThat(run("key Robrt").err()).isEqualTo("nabla: nobody is called 'Robrt'; did you mean 'Robert'?\n");
        assertThat(run("rename robert ../x").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void pollsAreDrawnBesideEachOther() {
        assertThat(out("polls"))
                .isEqualTo(
                        """
                        Question 2.3 · 2026-03-05T12:00 · revealed · 3 voted → 3 voted
                        a = (1.2, 1.4) and b = (1.1, 1.9). What is their cosine?
                                          round 1, n = 3               round 2, n = 3
                        right             ██████              33 %  →  ████████████        67 %
                        not normalised    ████████████        67 %  →                       0 %
                        something else                         0 %  →  ██████              33 %
                        """);
        assertThat(out("polls --json"))
                .contains("\"rounds\":[{\"not-normalised\":2,\"right\":1},{\"right\":2,\"something else\":1}]");
    }

    @Test
    void anExportComesBackWithoutLoss() throws IOException {
        out("due 02 2026-03-05T18:00");
        out("due 06 2026-03-12T18:00 --for -zoë");
        out("code lovelace-1815");
        out("pin bob --forget");
        assertThat(out("export " + folder.resolve("moved")))
                .isEqualTo("3 students written to " + folder.resolve("moved") + "\n"
                        + "host_key and teachers are not in it: if the class moves, copy both, or ssh warns every student"
                        + " and no teacher gets in\n");
        assertThat(run("export " + folder.resolve("moved")).err()).contains("is there already");
        String there = " --class " + folder.resolve("other");
        assertThat(out("import " + folder.resolve("moved") + there)).isEqualTo("3 students, 6 entries\n");
        for (String asked :
                List.of("list --json", "due", "code", "polls", "report --json", "polls --json", "key ada")) {
            assertThat(out(asked + there)).as(asked).isEqualTo(out(asked));
        }
        assertThat(out("import " + folder.resolve("moved") + there)).isEqualTo("3 students, 6 entries\n");
        assertThat(out("polls --json" + there)).isEqualTo(out("polls --json"));
        try (ClassStore one = store();
                ClassStore other = new StoreFactory(folder.resolve("other"), Optional.empty()).open()) {
            for (Account account : one.accounts()) {
                Account same = other.named(account.student().name()).orElseThrow();
                assertThat(other.read(same.student(), "maths")).isEqualTo(one.read(account.student(), "maths"));
                assertThat(same.pin()).isEqualTo(account.pin());
                assertThat(same.keys()).isEqualTo(account.keys());
            }
        }
        assertThat(out("report --class " + folder.resolve("moved"))).isEqualTo(out("report"));
        assertThat(Files.readAllLines(folder.resolve("moved/students.csv")))
                .hasSize(4)
                .element(2, InstanceOfAssertFactories.STRING)
                .matches("Ada,\\d+,2026-03-05T12:00:00Z,SHA256:ada");
        assertThat(out("code --new" + there)).isNotEqualTo(out("code"));
    }

    @Test
    void whoHasAnothersKeyThereIsLeftOut() throws IOException {
        out("export " + folder.resolve("moved"));
        out("new " + folder.resolve("other") + " --title Other");
        try (ClassStore other = new StoreFactory(folder.resolve("other"), Optional.empty()).open()) {
            join(other, "eve", key("SHA256:ada"));
        }
        CommandResult reply = run("import " + folder.resolve("moved") + " --class " + folder.resolve("other"));
        assertThat(reply.code()).isEqualTo(ExitCode.IN_PART.code());
        assertThat(reply.out()).isEqualTo("2 students, 1 entry\n");
        assertThat(reply.err()).isEqualTo("nabla: a key of Ada is another student's; Ada is left out\n");
    }

    /** A Cyrillic name and one that a new student could not take keep it; the Latin one that it looks like is named. */
    @Test
    void whoIsImportedKeepsTheNameAndClashesAreNamed() throws IOException {
        try (ClassStore store = store()) {
            ClassStore.done(store.adopt(new StudentName("ас"), key("SHA256:cyrillic"), NOON));
            ClassStore.done(store.adopt(new StudentName("name-3"), key("SHA256:numbered"), NOON));
        }
        out("export " + folder.resolve("moved"));
        out("new " + folder.resolve("other") + " --title Other");
        try (ClassStore other = new StoreFactory(folder.resolve("other"), Optional.empty()).open()) {
            join(other, "ac", key("SHA256:latin"));
            join(other, "ADA", key("SHA256:another-ada"));
        }
        String there = " --class " + folder.resolve("other");
        CommandResult reply = run("import " + folder.resolve("moved") + there);
        assertThat(reply.err())
                .isEqualTo(
                        """
            nabla: ас of the import looks like ac of this class; both stay, and nabla class rename gives one of them another name
            nabla: ADA was in this class with other keys; the import adds its keys and answers to that account, so these must be the same student
            """);
        assertThat(reply.code()).isZero();
        assertThat(reply.out()).startsWith("5 students");
        assertThat(out("list" + there)).contains("ac ", "ас ", "name-3");
        assertThat(run("import " + folder.resolve("moved") + there).err())
                .as("the second time its names and keys are there")
                .contains("looks like ac")
                .doesNotContain("other keys");
    }

    @Test
    void aStudentIsFoundByWhatAnAsciiTerminalShows() throws IOException {
        StudentName name = new StudentName("李明");
        try (ClassStore store = store()) {
            join(store, name.text(), key("SHA256:li"));
        }
        String shown = name.written(Glyphs.ASCII);
        assertThat(out("key " + shown)).isEqualTo("SHA256:li\n");
        assertThat(out("erase --dry-run " + shown)).isEqualTo("would be erased: 李明\n");
        assertThat(run("key name-11111").err()).contains("nobody is called 'name-11111'");
    }

    @Test
    void whatIsNoExportIsRefused() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        CommandResult reply = run("import " + broken);
        assertThat(reply.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(reply.err())
                .endsWith("there is no class in " + broken + "; type a folder that nabla class export has written\n");
        Files.writeString(broken.resolve("class.yaml"), "title: [");
        assertThat(run("import " + broken).err()).contains("is not as nabla writes it");
    }

    /** A journal that lies beside the export, as that of another class would. */
    @Test
    void anExportThatLeadsOutOfItselfIsRefused() throws IOException {
        Path moved = folder.resolve("moved");
        out("export " + moved);
        Path secret = Files.writeString(folder.resolve("secret.jsonl"), Journal.line(answer(NOON, "2.3", true)) + "\n");
        Path students = moved.resolve("students.jsonl");
        String said = Files.readString(students);
        Files.writeString(students, said.replaceFirst("\"student\":\"\\d+\"", "\"student\":\"../../secret\""));
        CommandResult reply = run("import " + moved + " --class " + folder.resolve("other"));
        assertThat(reply.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(reply.err())
                .isEqualTo("nabla: " + students + ", line 1: the id '../../secret' is no whole number from 1 to "
                        + "9223372036854775807; type a folder that nabla class export has written\n");
        assertThat(folder.resolve("other")).doesNotExist();
        Files.writeString(students, said);
        Path link = Files.createSymbolicLink(moved.resolve("journals/17.jsonl"), secret);
        reply = run("import " + moved + " --class " + folder.resolve("other"));
        assertThat(reply.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(reply.err())
                .isEqualTo("nabla: " + link + " is a symbolic link, and links are not followed; type a folder that"
                        + " nabla class export has written\n");
        assertThat(run("report --class " + moved).err()).contains(link + " is a symbolic link, and links to journals");
        Files.delete(link);
        Files.move(moved.resolve("journals"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(moved.resolve("journals"), folder.resolve("elsewhere"));
        assertThat(run("import " + moved + " --class " + folder.resolve("other"))
                        .code())
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void whoeverIsErasedLeavesNothing() throws IOException {
        out("due 02 2026-03-05T18:00 --for ada");
        assertThat(run("erase ada").err())
                .isEqualTo("nabla: nothing has been changed; to erase answer yes, or type --yes\n");
        assertThat(typed("no\n", "erase ada").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(typed("yes\n", "erase ada").out()).isEqualTo("erased: Ada\n");
        assertThat(out("list")).doesNotContain("Ada");
        assertThat(out("due")).isEqualTo("no section has a date\n");
        assertThat(out("polls")).contains("2 voted → 2 voted");
        assertThat(out("erase --all --yes")).isEqualTo("erased: all 2 students\n");
        assertThat(out("list")).isEqualTo("nobody has joined yet\n");
        assertThat(out("code")).isNotBlank();
    }

    @Test
    void theServerIsAskedByItsFile() throws IOException {
        assertThat(run("status").code()).isEqualTo(69);
        String status =
                "{\"schema\":1,\"at\":\"2026-03-05T11:59:53Z\",\"since\":\"2026-03-05T11:50:00Z\",\"pid\":42,\"port\":2222,"
                        + "\"sessions\":28,\"max_sessions\":1000,\"threads\":13,\"waited_p50_ms\":1,\"waited_p99_ms\":23,"
                        + "\"last_write\":\"2026-03-05T11:59:52Z\",\"behind_since\":null,\"heap_mb\":90,\"max_heap_mb\":1024}\n";
        Path file = Files.writeString(folder.resolve("class").resolve(ServerStatus.FILE), status);
        assertThat(out("status"))
                .isEqualTo(
                        """
                        open since  2026-03-05T11:50
                        port        2222
                        students    at most 1000
                        sessions    28
                        keys wait   half up to 1 ms, 99 of 100 up to 23 ms
                        last write  2026-03-05T11:59:52
                        memory      90 of 1024 MB, 13 threads
                        """);
        Files.writeString(file, status.replace("\"max_sessions", "\"students\":26,\"max_sessions"));
        assertThat(out("status")).contains("\nstudents    26 of 1000\nsessions    28\n");
        assertThat(out("status --json")).isEqualTo(Files.readString(file));
        Files.writeString(file, Files.readString(file).replace("T11:59:53Z", "T11:59:29Z"));
        assertThat(run("status"))
                .isEqualTo(CommandResult.complaint(
                        ExitCode.UNAVAILABLE, "no server runs for this class; start it with nabla serve"));
    }

    @Test
    void aCodeIsSaidDrawnAndSet() {
        assertThat(out("code")).matches("[a-z]+-[a-z]+-\\d\\d\n").isNotEqualTo(out("code --new"));
        assertThat(out("code lovelace")).isEqualTo("lovelace\n").isEqualTo(out("code"));
        assertThat(out("code none")).startsWith("no code: ");
    }

    @Test
    void nothingThatWasTypedIsTrusted() {
        List<String> lines = new ArrayList<>(
                List.of("key", "rename a", "pin ada", "due 02", "due 99 2026-01-01T10:00", "erase", "erase ada --all"));
        lines.addAll(List.of(
                "code a b",
                "code x",
                "new",
                "new " + folder.resolve("y"),
                "list --csv",
                "export",
                "report --since today"));
        lines.addAll(List.of(
                "due 02 2026-01-01T10:00 --none", "key ada --add x --forget", "list --class " + folder.resolve("nix")));
        for (String line : lines) {
            CommandResult reply = run(line);
            assertThat(reply.code()).as(line).isEqualTo(ExitCode.USAGE.code());
            assertThat(reply.err()).as(line).startsWith("nabla: ").hasLineCount(1);
        }
    }

    /** A report on a folder is refused as a whole; no journal is to blame. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "report --since later",
                "report FOLDER --since later",
                "report FOLDER --csv --since later",
                "due 02 later",
                "erase --joined-since later --never-answered"
            })
    void aTimeThatCannotBeReadIsOneComplaint(String line) throws IOException {
        Path journals = Files.createDirectory(folder.resolve("journals"));
        for (String student : List.of("ada", "bob")) {
            Files.writeString(journals.resolve(student + ".jsonl"), Journal.lines(List.of(new Read(NOON, "02"))));
        }
        assertThat(run(line.replace("FOLDER", journals.toString())))
                .isEqualTo(
                        CommandResult.complaint(ExitCode.USAGE, "'later' is no time; type one like 2026-12-01T18:00"));
    }

    @Test
    void aPasswordIsNotRepeated() {
        for (String url : List.of("//ada:secret@h/d", "//h/d?user=ada&password=secret", "//h/d?sslpassword=secret")) {
            CommandResult reply = run("list --store jdbc:postgresql:" + url);
            assertThat(reply.code()).isEqualTo(ExitCode.USAGE.code());
            assertThat(reply.err())
                    .startsWith("nabla: --store holds a password")
                    .doesNotContain("secret");
        }
    }

    private String names(String text) throws IOException {
        return Files.writeString(folder.resolve("names.csv"), text).toString();
    }

    @Test
    void namesThatShareAnIdAreToldWhenTheyAreRead() throws IOException {
        CommandResult read = run("roster " + names("name,id\nfay,7\ngil,7\nada,\nbob,\ndora,8\n"));
        assertThat(read.code()).isZero();
        assertThat(read.out()).startsWith("5 names on the roster");
        assertThat(read.err())
                .isEqualTo("nabla: fay, gil share the id 7, so a gradebook leaves them out; give each another id\n");
        assertThat(run("roster --add hal --id 8").err()).startsWith("nabla: dora, hal share the id 8, ");
    }

    @Test
    void aRosterIsReadPrintedChangedAndRemoved() throws IOException {
        assertThat(out("roster")).startsWith("no roster: any name may join;");
        String file = names("Name;E-Mail;Group;ID\nADA;a@b.example;10b;4711\n\n\"dora\";;\"10;c\";\n");
        assertThat(out("roster " + file))
                .isEqualTo("2 names on the roster, 1 of them joined\n"
                        + "not on it, but in the class: -zoë, bob; they stay until nabla class erase\n");
        assertThat(out("roster --csv"))
                .isEqualTo("student,id,group,joined,word\nADA,4711,10b,2026-03-05T12:00,no\ndora,,\"10;c\",,no\n");
        assertThat(out("roster --json"))
                .contains("{\"student\":\"ADA\",\"id\":\"4711\",\"group\":\"10b\",\"joined\":\"2026-03-05T12:00:00Z\","
                        + "\"word\":false}");
        assertThat(out("roster --add Bob --id 12")).isEqualTo("Bob is on the roster\n");
        assertThat(out("roster --remove ada"))
                .isEqualTo("ADA is off the roster; ADA has joined and stays until nabla class erase\n");
        assertThat(out("roster"))
                .contains("2 names on the roster, 1 of them joined\n")
                .doesNotContain("ADA");
        assertThat(run("roster --remove ada").err()).contains("'ada' is not on the roster");
        assertThat(out("rename bob robert")).isEqualTo("bob is robert now\n");
        assertThat(out("roster --csv")).contains("robert,12,").doesNotContain("Bob");
        assertThat(out("list")).contains("Ada", "robert", "-zoë");
        assertThat(out("roster --none")).isEqualTo("no roster: any name may join\n");
        assertThat(out("roster")).startsWith("no roster");
    }

    @Test
    void aWordThatHasEndedIsDrawnAnewUnlessItsNameHasJoined() throws IOException {
        out("roster " + names("name\nada\ndora\n") + " --words");
        Instant over = Instant.parse("2020-01-01T00:00:00Z");
        try (ClassStore store = store()) {
            ClassStore.done(store.changeRoster(roster -> roster.map(known -> Roster.of(known.rows().stream()
                    .map(row -> row.withWord(row.word().map(word -> new JoinWord(word.hash(), Optional.of(over)))))
                    .toList()))));
        }
        assertThat(out("roster --words --csv")).matches("student,id,group,word\ndora,,,[a-z]+-[a-z]+-[a-z]+\n");
    }

    @Test
    void aWordDrawnAnewAndForgettingEndAPauseAfterWrongPins() throws IOException {
        out("roster " + names("name\nada\n") + " --words");
        for (String command : List.of("roster --words ada", "pin ada --forget", "key ada --forget")) {
            try (ClassStore store = store()) {
                Student ada = store.named(new StudentName("ada")).orElseThrow().student();
                ClassStore.done(store.change(
                        ada, account -> account.guarded(new WrongPins(9, 9, Instant.EPOCH, Instant.EPOCH))));
            }
            out(command);
            try (ClassStore store = store()) {
                assertThat(store.named(new StudentName("ada")).orElseThrow().wrongPins())
                        .as(command)
                        .isEqualTo(WrongPins.NONE);
            }
        }
    }

    @Test
    void aLoginIsLetInByTheWordThatItShows() throws IOException {
        try (ClassStore store = store()) {
            Student ada = store.named(new StudentName("ada")).orElseThrow().student();
            ClassStore.done(
                    store.change(ada, account -> account.guarded(new WrongPins(100, 9, Instant.EPOCH, Instant.EPOCH))));
        }
        assertThat(run("let ada otter").err())
                .contains("after 100 wrong PINs none is checked for", "--forget shows a word");
        out("pin ada --forget");
        assertThat(out("let ada otter")).endsWith(" does not wait: a PIN is checked at once\n");
        assertThat(run("let nobody otter").err()).contains("nobody is called 'nobody'");
    }

    @Test
    void aWordPerNameIsDrawnOnceAndPrintedOnce() throws IOException {
        assertThat(run("roster --words").err()).contains("this class has no roster");
        assertThat(run("roster --words dora").err()).contains("'dora' is neither a name on the roster nor a file");
        String table = out("roster " + names("name\nada\ndora\n") + " --words --csv");
        assertThat(table).matches("student,id,group,word\nada,,,[a-z]+-[a-z]+-[a-z]+\ndora,,,[a-z]+-[a-z]+-[a-z]+\n");
        String word = table.lines().skip(2).findFirst().orElseThrow().substring("dora,,,".length());
        try (ClassStore store = store()) {
            assertThat(store.roster()
                            .orElseThrow()
                            .row(new StudentName("dora"))
                            .flatMap(RosterRow::word)
                            .orElseThrow()
                            .matches(word))
                    .isTrue();
        }
        assertThat(Files.readString(folder.resolve("class/roster.json"))).doesNotContain(word);
        assertThat(out("roster --words")).isEqualTo("every name has a word; --words NAME draws another\n");
        assertThat(out("roster " + names("name\nDORA\n")))
                .as("a name that stays keeps its word")
                .doesNotContain("word");
        assertThat(out("roster --add emil"))
                .startsWith("emil is on the roster\n")
                .contains("student  id  group  word\nemil");
        assertThat(out("roster --words dora --csv"))
                .startsWith("student,id,group,word\nDORA,,,")
                .doesNotContain(word, "emil");
        try (ClassStore store = store()) {
            assertThat(store.roster()
                            .orElseThrow()
                            .row(new StudentName("dora"))
                            .flatMap(RosterRow::word)
                            .orElseThrow()
                            .matches(word))
                    .isFalse();
        }
        assertThat(out("roster --no-words")).contains("no words: with the class code");
        assertThat(out("roster --csv")).doesNotContain("yes");
        assertThat(run("roster --words dora").err()).contains("no words are asked for yet");
        assertThat(out("roster --csv"))
                .as("no name is left without a word alone")
                .doesNotContain("yes");
        assertThat(out("roster --remove emil --json")).startsWith("{\"schema\":1,\"roster\":[");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                        | it is empty
            'first,last\na,b'         | line 1: no column is called name; its columns are first, last
            'name,student\na,b'       | line 1: the columns name and student mean the same; remove or rename one
            'name\n\n'                | it holds no names under its head
            'name\nada\nbob\nADA'     | line 4: 'ADA' is the name on line 2 already; give one of the two another name
            'id,name\n1,ada\n2,'      | line 3: the name is missing
            'name\nAnna Müller'       | write it like Anna.Müller
            'name\nteacher'           | line 2: 'teacher' cannot be typed before the @: the name teacher is kept
            'name\na b\nc d\ne'       | (1 more of its lines are wrong)
            'name\nada\nаda'         | line 3: 'аda' cannot be typed before the @: it mixes scripts: d is Latin
            'name\nIan\nlan'         | line 3: 'lan' cannot be typed before the @: it looks like Ian, another name of
            'name\n-x'               | line 2: '-x' cannot be typed before the @: it begins with a dash
            'name\n\"ada'             | line 2: a quotation mark is not closed
            """)
    void aWrongFileIsToldByItsLineAndChangesNothing(String text, String why) throws IOException {
        out("roster " + names("name\nada\n"));
        CommandResult refused = run("roster " + names(text.replace("\\n", "\n").replace("\\\"", "\"")));
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains("names.csv: ").contains(why);
        assertThat(out("roster --csv")).contains("ada,,,");
    }

    /** Those who joined before names were checked may be listed; a new name looks like none of them. */
    @Test
    void newNamesAreCheckedOnTheRosterAndAtRenaming() throws IOException {
        try (ClassStore store = store()) {
            join(store, "сорa", key("SHA256:old"));
        }
        assertThat(out("roster " + names("name\nсорa\nनेहा\n")))
                .startsWith("2 names on the roster, 1 of them joined\n");
        assertThat(out("roster")).contains("नेहा     ").contains("сорa     ");
        assertThat(run("roster --add=-x").err()).contains("it begins with a dash, like an option of a command; type x");
        assertThat(run("roster --add copa").err()).contains("it looks like сорa, another name of this class");
        assertThat(run("rename сорa name-3").err()).contains("type another name");
        assertThat(run("rename сорa Tom李").err()).contains("it mixes scripts");
        assertThat(out("rename сорa copa")).isEqualTo("сорa is copa now\n");
    }

    @Test
    void aReportHasEveryRowOfTheRoster() throws IOException {
        String csv = out("report --csv");
        out("roster " + names("name,id,group\nADA,4711,left\ndora,12,right\n"));
        List<String> rows = out("report --csv").lines().toList();
        assertThat(rows.get(0)).isEqualTo(csv.lines().findFirst().orElseThrow() + ",id,group,joined");
        assertThat(rows).contains("dora,02,no,no,0,0,0,0,,,12,right,no");
        assertThat(rows.stream()
                        .filter(row -> row.startsWith("Ada,02,"))
                        .findFirst()
                        .orElseThrow())
                .endsWith(",4711,left,yes");
        assertThat(out("report --json")).contains("\"id\":\"12\",\"group\":\"right\",\"joined\":false}");
        assertThat(out("report")).containsPattern("dora .* 0 of 0 .* 12 +right +no");
        out("due 02 2026-03-05T18:00");
        assertThat(out("report --csv")).contains("dora,02,no,no,0,0,0,0,0,0,12,right,no\n");
        out("roster --none");
        out("due 02 --none");
        assertThat(out("report --csv")).isEqualTo(csv);
    }

    @Test
    void anExportHasTheRosterAndEraseTakesTheRow() throws IOException {
        out("roster " + names("name,id\nada,4711\ndora,12\n") + " --words");
        out("export " + folder.resolve("moved"));
        assertThat(Files.readString(folder.resolve("moved/students.csv")))
                .startsWith("student,journal,joined,keys,id,group\n")
                .containsPattern("Ada,\\d+,2026-03-05T12:00:00Z,SHA256:ada,4711,\n")
                .contains("dora,,,,12,\n");
        String there = " --class " + folder.resolve("other");
        out("import " + folder.resolve("moved") + there);
        assertThat(out("roster --json" + there)).isEqualTo(out("roster --json"));
        try (ClassStore one = store();
                ClassStore other = new StoreFactory(folder.resolve("other"), Optional.empty()).open()) {
            assertThat(other.roster()).as("with its words").isEqualTo(one.roster());
        }
        out("new " + folder.resolve("third") + " --title Third");
        try (ClassStore third = new StoreFactory(folder.resolve("third"), Optional.empty()).open()) {
            join(third, "emil", key("SHA256:emil"));
        }
        CommandResult kept = run("import " + folder.resolve("moved") + " --class " + folder.resolve("third"));
        assertThat(kept.err()).contains("no roster, so the roster is left out");
        assertThat(out("erase ada --dry-run"))
                .isEqualTo("would be erased: Ada, with all answers and the row of the roster\n");
        assertThat(out("erase ada --yes")).isEqualTo("erased: Ada, with all answers and the row of the roster\n");
        assertThat(out("erase dora --yes")).isEqualTo("erased: dora, with the row of the roster\n");
        assertThat(Files.readString(folder.resolve("class/roster.json"))).doesNotContain("4711", "dora");
        out("roster --add bob");
        assertThat(out("erase --all --yes"))
                .startsWith("erased: all 2 students and 1 row of the roster\nthe roster is empty");
        try (ClassStore store = store()) {
            assertThat(store.roster())
                    .as("nobody joins by accident")
                    .map(Roster::rows)
                    .contains(List.of());
        }
    }

    @Test
    void whoJoinedSinceAndNeverAnsweredIsErasedExactly() throws IOException {
        try (ClassStore store = store()) {
            for (int i = 0; i < 3; i++) {
                store.join(new StudentName("x" + i), account -> account, NOON.minusSeconds(60L * i))
                        .toCompletableFuture()
                        .join();
            }
        }
        assertThat(run("erase --joined-since 11:59").err()).contains("--joined-since and --never-answered go together");
        assertThat(run("erase ada --joined-since 11:59 --never-answered").code())
                .isEqualTo(ExitCode.USAGE.code());
        String flood = "erase --joined-since 11:59 --never-answered";
        assertThat(out(flood + " --dry-run")).isEqualTo("would be erased: 3 students: -zoë, x0, x1\n");
        assertThat(typed("no\n", flood).err()).contains("nothing has been changed");
        assertThat(out(flood + " --yes")).isEqualTo("erased: 3 students: -zoë, x0, x1\n");
        assertThat(out("list")).contains("Ada", "bob", "x2").doesNotContain("x1");
        assertThat(out(flood + " --yes")).startsWith("nothing to erase: everybody who joined since 2026-03-05T11:59");
        assertThat(run(flood.replace("11:59", "soon")).err()).contains("'soon' is no time");
    }

    @Test
    void aClassIsClosedAndOpenedAgain() throws IOException {
        assertThat(out("close")).isEqualTo("closed: nobody new may join, until nabla class open\n");
        assertThat(Files.readString(folder.resolve("class/class.yaml"))).contains("closed: ");
        try (ClassStore store = store()) {
            assertThat(store.info().closed()).isTrue();
        }
        assertThat(out("open")).isEqualTo("open: any name may join\n");
        assertThat(Files.readString(folder.resolve("class/class.yaml"))).doesNotContain("closed");
    }

    @Test
    void aNewCodeTellsWhatItMeansForThoseInside() throws IOException {
        CommandResult drawn = run("code --new");
        assertThat(drawn.out()).isEqualTo(out("code"));
        assertThat(drawn.err())
                .isEqualTo("nabla: students who have joined stay, also those who are logged in; without a key they"
                        + " type the new code from now on\n");
        assertThat(run("code").err()).isEmpty();
        assertThat(run("code none").err()).isEmpty();
    }

    @Test
    void theDatesThatAChangeTakesAwayAreTold() throws IOException {
        assertThat(out("due 02 2026-03-05T12:00")).doesNotContain("removed");
        assertThat(out("due 02 2026-03-05T13:00 --for ada")).doesNotContain("removed");
        assertThat(out("due 02 2026-03-05T14:00 --for ada"))
                .startsWith("removed: section 02, 2026-03-05T13:00, for Ada\n")
                .contains("14:00");
        assertThat(out("due 02 --none"))
                .isEqualTo("removed: section 02, 2026-03-05T12:00, for everybody\n"
                        + "removed: section 02, 2026-03-05T14:00, for Ada\n"
                        + "no section has a date\n");
    }
}
