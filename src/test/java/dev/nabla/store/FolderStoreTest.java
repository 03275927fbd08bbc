package dev.nabla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.file.PrivateFile;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.StoreException;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Order(1)
class FolderStoreTest extends ClassStoreContract {
    @TempDir
    private Path above;

    private StoreFactory place() {
        return new StoreFactory(above.resolve("class"), Optional.empty());
    }

    private Path file(String name) {
        return place().folder().resolve(name);
    }

    @Override
    ClassStore another() throws IOException {
        return Files.exists(file("class.yaml")) ? place().open() : place().create(INFO);
    }

    @Override
    void plant(Student student, String line) throws IOException {
        Files.writeString(file("journals").resolve(student.id() + ".jsonl"), line + "\n", StandardOpenOption.APPEND);
    }

    @Override
    String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(file).append(Files.readString(file));
        }
        return all.toString();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(place().folder())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void refuses(StoreException.RefusalReason reason, ThrowingOpen open) {
        assertThatThrownBy(open::open)
                .isInstanceOfSatisfying(StoreException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private interface ThrowingOpen {
        ClassStore open() throws IOException;
    }

    @Test
    void aClassIsServedByOneAndBegunOnce() throws IOException {
        try (ClassStore served = place().serve(INFO.coded(Optional.empty()))) {
            assertThat(served.info()).isEqualTo(INFO);
            refuses(StoreException.RefusalReason.HELD, () -> place().serve(INFO));
            open();
        }
        place().serve(INFO).close();
        refuses(StoreException.RefusalReason.EXISTS, () -> place().create(INFO));
        StoreFactory inTheWay = new StoreFactory(file("class.yaml").resolve("class"), Optional.empty());
        assertThatThrownBy(() -> inTheWay.serve(INFO)).hasMessageContaining("not a directory: cannot use ");
        refuses(StoreException.RefusalReason.UNUSABLE, () -> inTheWay.serve(INFO));
        refuses(StoreException.RefusalReason.ABSENT, () -> new StoreFactory(above, Optional.empty()).open());
    }

    @Test
    void nobodyElseReadsIt() throws IOException {
        done(store.append(joined("ada"), COURSE, List.of(answer(1))));
        done(store.append(joined("bob"), "physics", List.of(answer(1))));
        place().serve(INFO).close();
        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aJournalIsOneLikeAnyOther() throws IOException {
        Student ada = joined("ada");
        done(store.append(ada, COURSE, List.of(answer(1), answer(2))));
        Path journal = file("journals").resolve(ada.id() + ".jsonl");
        assertThat(new Journal(journal).read().entries()).containsExactly(answer(1), answer(2));
        assertThat(ada.id()).matches("[0-9]{10,19}");
    }

    @Test
    void aTeacherMayWriteInTheClassFile() throws IOException {
        Files.writeString(
                file("class.yaml"),
                "title: 'Maths: 10c' # moved\nroom: 12\nzone: Europe/Berlin\ndue:\n  02: 2026-12-01T17:00:00Z\n");
        eventually(() -> store.info().title().equals("Maths: 10c"));
        assertThat(store.info().code()).isEmpty();
        assertThat(store.info().dues()).hasSize(1);
        done(store.change(info -> info.coded(Optional.of("a-b-12"))));
        assertThat(Files.readString(file("class.yaml"))).contains("room", "a-b-12");
        Files.writeString(file("class.yaml"), "title: [");
        joined("ada");
        assertThat(store.info().code()).contains("a-b-12");
        refuses(StoreException.RefusalReason.UNUSABLE, this::another);
        Files.writeString(file("class.yaml"), "title: A\nzone: UTC\ndue:\n- 02\n");
        assertThatThrownBy(this::another)
                .hasMessageEndingWith("due: a line a section, each like 02: 2026-12-01T17:00:00Z");
        Files.writeString(file("class.yaml"), "title: A\nzone: UTC\ncode: [a]\n");
        assertThatThrownBy(this::another).hasMessageEndingWith("write behind code: one text");
    }

    /** A file where the folder of journals should be is in the way as a full disk is. */
    @Test
    void whatCannotBeWrittenWaitsAndIsWrittenOnceLater() throws IOException {
        Student ada = joined("ada");
        Files.writeString(file("journals"), "");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> done(store.append(ada, COURSE, List.of(answer(0)))))
                    .hasRootCauseInstanceOf(IOException.class)
                    .hasMessageContaining("is no folder: cannot write");
        }
        assertThat(store.backlog()).isPresent();
        assertThat(store.read(ada, COURSE)).containsExactly(answer(0));
        List<Entry> many =
                IntStream.range(1, 50_000).mapToObj(ClassStoreContract::answer).collect(Collectors.toList());
        assertThatThrownBy(() -> done(store.append(ada, COURSE, many))).hasMessageContaining("is no folder");
        assertThatThrownBy(() -> done(store.append(ada, COURSE, List.of(answer(50_000)))))
                .hasMessageContaining("50000 entries wait to be written, and no more can")
                .cause()
                .isInstanceOfSatisfying(StoreException.class, full -> assertThat(full.reason())
                        .isEqualTo(StoreException.RefusalReason.FULL));
        Files.delete(file("journals"));
        eventually(() -> store.backlog().isEmpty());
        many.add(0, answer(0));
        reopen();
        assertThat(store.read(ada, COURSE)).isEqualTo(many);
    }

    /**
     * The first line is changed in place; a store that read the journal again would not find the answer and add it
     * twice.
     */
    @Test
    void anAdditionDoesNotReadTheJournalAgain() throws IOException {
        Student ada = joined("ada");
        done(store.append(ada, COURSE, List.of(answer(1))));
        done(store.append(ada, COURSE, List.of(answer(2))));
        Path journal = file("journals").resolve(ada.id() + ".jsonl");
        Files.writeString(journal, Files.readString(journal).replaceFirst("\"seed\":1,", "\"seed\":7,"));
        done(store.append(ada, COURSE, List.of(answer(1), answer(3))));
        assertThat(store.read(ada, COURSE))
                .extracting(entry -> ((Entry.Answered) entry).seed())
                .containsExactly(7L, 2L, 3L);
        reopen();
        done(store.append(ada, COURSE, List.of(answer(1), answer(2))));
        assertThat(store.read(ada, COURSE))
                .extracting(entry -> ((Entry.Answered) entry).seed())
                .containsExactly(7L, 2L, 3L, 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "/etc/passwd",
                "a1",
                "",
                "-1",
                "0",
                "007",
                "1.5",
                "12345678901234567890",
                "9223372036854775808"
            })
    void anIdThatIsNoNumberIsRefusedWithItsLine(String id) throws IOException {
        joined("ada");
        store.close();
        String line = Files.readString(file("students.jsonl"))
                .replaceFirst("\"student\":\"\\d+\"", "\"student\":\"" + id + "\"");
        Files.writeString(file("students.jsonl"), line, StandardOpenOption.APPEND);
        refuses(StoreException.RefusalReason.UNUSABLE, this::another);
        assertThatThrownBy(this::another)
                .hasMessage(file("students.jsonl") + ", line 2: the id '" + id + "' is no whole number from 1 to "
                        + Long.MAX_VALUE);
    }

    @Test
    void anIdIsOneStudents() throws IOException {
        Student ada = joined("ada");
        done(store.change(ada, account -> account.named(new StudentName("countess"))));
        reopen();
        store.close();
        String lines = Files.readString(file("students.jsonl"));
        Files.writeString(
                file("students.jsonl"),
                lines.lines().findFirst().orElseThrow().replace("2026", "2025") + "\n",
                StandardOpenOption.APPEND);
        assertThatThrownBy(this::another)
                .hasMessage(file("students.jsonl") + ", line 3: the id " + ada.id()
                        + " is another student's already, who joined 2026-03-02T12:00:00Z");
    }

    @Test
    void whileAClassIsOpenAnIdThatIsNoNumberIsPassedOver() throws IOException {
        joined("ada");
        String line = Files.readString(file("students.jsonl"))
                .replaceFirst("\"student\":\"\\d+\"", "\"student\":\"../x\"")
                .replace("\"ada\"", "\"eve\"");
        Files.writeString(file("students.jsonl"), line, StandardOpenOption.APPEND);
        joined("bob");
        assertThat(store.accounts())
                .extracting(Account::student)
                .extracting(Student::name)
                .containsExactly(new StudentName("ada"), new StudentName("bob"));
    }

    /** A loop of links can be searched by nobody, also not by root. */
    @Test
    void aFolderThatCannotBeSearchedIsNoFolderWithoutAClass() throws IOException {
        Path loop = Files.createSymbolicLink(above.resolve("loop"), Path.of("loop"));
        StoreFactory stores = new StoreFactory(loop.resolve("class"), Optional.empty());
        refuses(StoreException.RefusalReason.UNUSABLE, stores::open);
        refuses(StoreException.RefusalReason.UNUSABLE, () -> stores.create(INFO));
        assertThatThrownBy(stores::isServed).isInstanceOf(StoreException.class);
    }

    @Test
    void answersThatWaitWhereNothingCanBeReadAreNotTakenForNone() throws IOException {
        Path loop = Files.createSymbolicLink(above.resolve("loop"), Path.of("loop"));
        Spool spool = new Spool(Optional.of(new PrivateFile(loop.resolve("spool/host.jsonl"))));
        assertThatThrownBy(() -> spool.read(id -> Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void aLinkAmongTheJournalsIsRefused() throws IOException {
        Student ada = joined("ada");
        done(store.append(ada, COURSE, List.of(answer(1))));
        Path journal = file("journals").resolve(ada.id() + ".jsonl");
        Path elsewhere = Files.move(journal, above.resolve("elsewhere.jsonl"));
        Files.createSymbolicLink(journal, elsewhere);
        String why = journal + " is a symbolic link, and links to journals are not followed; put the file itself there";
        assertThatThrownBy(() -> store.read(ada, COURSE)).hasMessage(why);
        assertThatThrownBy(() -> done(store.append(ada, COURSE, List.of(answer(2)))))
                .hasMessageContaining("symbolic link");
        assertThat(Files.readAllLines(elsewhere)).hasSize(1);
        assertThatThrownBy(this::another).hasMessage(why);
        Files.delete(journal);
        Files.createSymbolicLink(file("journals").resolve("of-physics"), above);
        assertThatThrownBy(this::another).hasMessageContaining("of-physics is a symbolic link");
    }

    @Test
    void whoIsErasedElsewhereGetsNoJournalAnyMore() throws IOException {
        Student ada = joined("ada");
        done(open().erase(ada));
        assertThatThrownBy(() -> done(store.append(ada, COURSE, List.of(answer(1)))))
                .hasMessageContaining("ada is no longer in this class");
        assertThat(files()).noneMatch(file -> file.toString().contains("journals"));
    }

    @Test
    void aTornLineOfStudentsCostsThatLineOnly() throws IOException {
        joined("ada");
        store.close();
        Files.writeString(
                file("students.jsonl"),
                "{\"format\":2,\"student\":\"x\",\"dream\":1}\n{\"format\":1,\"stu",
                StandardOpenOption.APPEND);
        store = open();
        joined("bob");
        reopen();
        assertThat(store.accounts())
                .extracting(Account::student)
                .extracting(Student::name)
                .containsExactly(new StudentName("ada"), new StudentName("bob"));
        assertThat(Files.readString(file("students.jsonl"))).contains("dream");
    }

    @Test
    void aRosterThatIsDamagedIsNoOpenDoor() throws Exception {
        done(store.changeRoster(none ->
                Optional.of(Roster.of(List.of(new RosterRow(new StudentName("ada"), "", "", Optional.empty()))))));
        Path file = files().stream()
                .filter(path -> path.endsWith("roster.json"))
                .findFirst()
                .orElseThrow();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String whole = Files.readString(file);
        store.close();
        for (String damaged : List.of("", whole.substring(0, whole.length() / 2), whole.replace("1,", "2,"))) {
            Files.writeString(file, damaged);
            assertThatThrownBy(this::another)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("roster.json is not as nabla writes it");
        }
        Files.writeString(file, whole);
        assertThat(open().roster()).isPresent();
    }
}
