package dev.nabla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.output.Config;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Journal;
import dev.nabla.progress.Progress;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.StudentName;
import dev.nabla.store.StoreFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that an earlier version has written mean what they meant; how they were made stands beside them. */
class OldFilesTest {
    private static final Path OLD = Path.of("src/test/resources/old/0.2.0");
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Instant LATER = Instant.parse("2026-12-20T12:00:00Z");
    private static final String DATABASE = System.getenv().getOrDefault("NABLA_TEST_DB", "");

    @TempDir
    private Path folder;

    /** A copy that may be written to. */
    private Path copy(String name) throws IOException {
        Path from = OLD.resolve(name);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, folder.resolve(name).resolve(from.relativize(each)));
            }
        }
        return folder.resolve(name);
    }

    private static Journal journal(String name) {
        return new Journal(OLD.resolve(name));
    }

    private static Progress progress(Journal journal, Instant now) throws IOException {
        return journal.outcome(COURSE, now, DayRule.inZone(ZoneOffset.UTC)).progress();
    }

    private static List<String> answers(Stream<Answered> answers) {
        return answers.map(answer -> answer.item() + " " + answer.typed() + (answer.right() ? " right" : " wrong"))
                .toList();
    }

    private static <T> Stream<T> entries(Journal journal, Class<T> kind) throws IOException {
        return journal.read().entries().stream().filter(kind::isInstance).map(kind::cast);
    }

    @Test
    void aJournal() throws IOException {
        Journal journal = journal("journal.jsonl");
        assertThat(journal.read().aside()).isEmpty();
        assertThat(journal.read().entries()).hasSize(13);
        assertThat(answers(entries(journal, Answered.class)))
                .containsExactly(
                        "2.13 0.47 right",
                        "2.1 5 wrong",
                        "2.1 1 right",
                        "2.2 0.94 right",
                        "2.3 0.9 wrong",
                        "6.10 a wrong",
                        "6.1 0.59 wrong");
        assertThat(entries(journal, Answered.class).filter(Answered::predicted).map(Answered::item))
                .containsExactly("2.13", "6.10");
        assertThat(entries(journal, Answered.class).filter(Answered::isSureAndWrong))
                .extracting(Answered::item, Answered::misconception)
                .containsExactly(tuple("6.10", Optional.of("reorders-by-tau")));
        assertThat(entries(journal, Read.class).map(Read::section)).containsExactly("02");
        assertThat(entries(journal, Reached.class).map(Reached::goal)).containsExactly("2.g1");
        assertThat(entries(journal, Stood.class)).hasSize(4);

        Progress progress = progress(journal, LATER);
        assertThat(progress.due())
                .extracting(QuestionHistory::id)
                .containsExactlyInAnyOrder("2.13", "2.1", "2.2", "2.3", "6.10", "6.1");
        assertThat(progress.isRead("02")).isTrue();
        assertThat(progress.isRead("06")).isFalse();
        assertThat(progress.goals()).containsExactly("2.g1");
        assertThat(progress.sectionProgress("02").answers()).isEqualTo(4);
        assertThat(progress.sectionProgress("02").right()).isEqualTo(2);
        assertThat(progress.sectionProgress("06").answers()).isEqualTo(2);
        assertThat(progress.sectionProgress("06").right()).isZero();
        Stood left = progress.leftOff().orElseThrow();
        assertThat(left.section() + " " + left.figure() + " " + left.parts()).isEqualTo("06 sample 11");
        assertThat(left.settings()).isEqualTo(Map.of("logits", "2.3,0.5,-1,-0.5"));
        assertThat(progress(journal, Instant.parse("2026-11-29T10:00:00Z")).next())
                .contains(LocalDate.of(2026, 11, 30));
    }

    @Test
    void aJournalOfQuestionsThatHaveBeenRewordedSince() throws IOException {
        Journal journal = journal("journal-reworded.jsonl");
        assertThat(journal.read().aside()).isEmpty();
        Map<String, Optional<String>> asked = Map.of("2.1", Optional.of("175b7ebf"), "2.2", Optional.of("893f508c"));
        entries(journal, Answered.class)
                .filter(answer -> asked.containsKey(answer.item()))
                .forEach(answer -> assertThat(answer.of()).isEqualTo(asked.get(answer.item())));
        assertThat(answers(entries(journal, Answered.class)))
                .containsExactly("2.13 0.47 right", "2.1 5 wrong", "2.1 1 right", "2.2 0.94 right", "2.3 0.9 wrong");
        Progress progress = progress(journal, LATER);
        assertThat(progress.due())
                .extracting(QuestionHistory::id)
                .containsExactlyInAnyOrder("2.13", "2.1", "2.2", "2.3");
        assertThat(progress.goals()).containsExactly("2.g1");
        assertThat(progress.isRead("02")).isTrue();
    }

    @Test
    void anExportOfProgress() throws IOException {
        Path mine = folder.resolve("state/journal.jsonl");
        CommandResult reply = Consoles.run(
                Consoles.at(Consoles.PIPE.here(), false, Optional.empty(), Consoles.learner(mine), Consoles.NO_STREAMS),
                List.of("progress", "import", OLD.resolve("export.jsonl").toString()));
        assertThat(reply.code()).as(reply.err()).isZero();
        Journal imported = new Journal(mine);
        assertThat(answers(entries(imported, Answered.class)))
                .isEqualTo(answers(entries(journal("journal.jsonl"), Answered.class)));
        assertThat(entries(imported, Stood.class)).hasSize(1);
        assertThat(progress(imported, LATER).leftOff())
                .isEqualTo(progress(journal("journal.jsonl"), LATER).leftOff());
        assertThat(progress(imported, LATER).goals()).containsExactly("2.g1");
    }

    private static void requireMaths(ClassStore store) throws IOException {
        assertThat(store.info().title()).isEqualTo("Maths 10b");
        assertThat(store.info().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(store.info().code()).contains("fern-otter-42");
        Account ada = store.named(new StudentName("ada")).orElseThrow();
        Account bob = store.named(new StudentName("bob")).orElseThrow();
        assertThat(store.accounts()).containsExactly(ada, bob);
        assertThat(ada.keys()).hasSize(1).allSatisfy(key -> assertThat(store.studentOf(key))
                .contains(ada.student()));
        assertThat(ada.pin()).isEmpty();
        assertThat(bob.keys()).isEmpty();
        assertThat(bob.pin()).isPresent();
        Instant everybody = Instant.parse("2026-12-01T17:00:00Z");
        assertThat(store.info().due("02", ada.student())).contains(everybody);
        assertThat(store.info().due("02", bob.student())).contains(everybody);
        assertThat(store.info().due("06", ada.student())).contains(Instant.parse("2026-12-08T17:00:00Z"));
        assertThat(store.info().due("06", bob.student())).isEmpty();
        assertThat(answers(answered(store, ada))).containsExactly("2.1 5 wrong", "2.1 1 right", "2.2 0.94 right");
        assertThat(answers(answered(store, bob))).containsExactly("2.3 0.5 wrong");
        assertThat(store.polls()).hasSize(1);
        Poll poll = store.polls().get(0);
        assertThat(poll.item() + " " + poll.phase()).isEqualTo("2.1 REVEALED");
        assertThat(store.votes(poll.id()))
                .containsExactlyInAnyOrder(
                        new Vote(1, ada.student().id(), Vote.RIGHT),
                        new Vote(1, bob.student().id(), "wrong-pairs"));
    }

    private static Stream<Answered> answered(ClassStore store, Account account) throws IOException {
        return store.read(account.student(), Course.OWN).stream()
                .filter(Answered.class::isInstance)
                .map(Answered.class::cast);
    }

    @Test
    void aClassInAFolder() throws IOException {
        try (ClassStore store = new StoreFactory(copy("maths-10b"), Optional.empty()).open()) {
            requireMaths(store);
        }
    }

    @Test
    void anExportOfAClass() throws IOException {
        Path exported = copy("export-of-maths-10b");
        try (ClassStore store = new StoreFactory(exported, Optional.empty()).open()) {
            requireMaths(store);
        }
        Path fresh = folder.resolve("fresh");
        assertThat(Consoles.pipe("class new " + fresh + " --title Maths").code())
                .isZero();
        CommandResult added = Consoles.pipe("class import " + exported + " --class " + fresh);
        assertThat(added.code()).as(added.err()).isZero();
        try (ClassStore store = new StoreFactory(fresh, Optional.empty()).open()) {
            Account ada = store.named(new StudentName("ada")).orElseThrow();
            assertThat(ada.keys()).hasSize(1);
            assertThat(answered(store, ada)).hasSize(3);
            assertThat(store.polls()).hasSize(1);
        }
    }

    @Test
    void aDumpOfAClassInPostgreSql() throws Exception {
        Assumptions.assumeFalse(DATABASE.isEmpty(), "NABLA_TEST_DB names no database: no dump is loaded");
        String name = "old" + Long.toString(System.nanoTime(), 36);
        sql(DATABASE, "create database " + name);
        String url = DATABASE.replace("/postgres?", "/" + name + "?");
        sql(url, Files.readString(OLD.resolve("maths-10b.sql")));
        try (ClassStore store = new StoreFactory(folder.resolve("maths-10b"), Optional.of(url)).open()) {
            requireMaths(store);
        }
        sql(DATABASE, "drop database " + name + " with (force)");
    }

    private static void sql(String url, String text) throws SQLException {
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.execute(text);
        }
    }

    @Test
    void aCheckpoint() throws IOException {
        String model = Files.copy(OLD.resolve("names.json"), folder.resolve("names.json"))
                .toString();
        CommandResult generated = Consoles.pipe("generate " + model + " --count 5");
        assertThat(generated.out()).isEqualTo("teo\ntjrzvj\nwwtztt\ncyywha\nwir\n");
        assertThat(generated.code()).isZero();
        assertThat(generated.err()).startsWith("nabla: the checkpoint has no digest");
        CommandResult resumed = Consoles.pipe("train --resume " + model);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out().lines()).contains("step        40", "held_out    3.13765 nats");
        assertThat(Consoles.pipe("generate " + model + " --count 5"))
                .isEqualTo(CommandResult.ok("tdm\ntjrzvi\nwvtztt\ncyywha\nwir\n"));
    }

    @Test
    void aConfigFile() throws IOException {
        Config config = Config.parse(Files.readString(OLD.resolve("config")), "config");
        assertThat(config.complaints()).isEmpty();
        assertThat(config.values())
                .isEqualTo(Map.of(
                        "glyphs", new Config.ConfigValue("ascii", "config"),
                        "color", new Config.ConfigValue("16", "config"),
                        "theme", new Config.ConfigValue("light", "config"),
                        "aspect", new Config.ConfigValue("2.1", "config"),
                        "mouse", new Config.ConfigValue("off", "config")));
    }
}
