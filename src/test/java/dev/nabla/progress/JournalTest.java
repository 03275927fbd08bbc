package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nabla.Table;
import dev.nabla.file.PrivateFile;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Journal.Aside;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Answered ANSWERED = new Answered(
            NOON,
            "02",
            "2.3",
            7,
            "0.5",
            false,
            Optional.of("not-normalised"),
            OptionalInt.of(Answered.SURE),
            false,
            Optional.of("1f0c3a97"));
    private static final List<Entry> ALL = List.of(
            new Read(NOON, "05"),
            ANSWERED,
            new Answered(
                    NOON,
                    "06",
                    "6.2",
                    -1,
                    "b\t\"\n\\ü\u001b",
                    true,
                    Optional.empty(),
                    OptionalInt.empty(),
                    true,
                    Optional.empty()),
            new Reached(NOON, "06", "6.g1"),
            new Stood(NOON, "06", "softmax", Map.of("tau", "0.5", "logits", "1,2")),
            new Stood(NOON, "06", "softmax", Map.of()).drawn(Optional.of("ascii"), NOON),
            new Stood(NOON, "02", "", Map.of()).withParts(5).withItem(Optional.of("2.3")));

    @TempDir
    private Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("state/nabla/journal.jsonl");
        journal = new Journal(file);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static Read read(String section) {
        return new Read(NOON, section);
    }

    private static String line(String section) {
        return EntryLine.of(read(section)) + "\n";
    }

    @Test
    void aLearnerWithoutAJournalHasDoneNothing() throws IOException {
        assertThat(journal.read()).isEqualTo(new Journal.Contents(List.of(), List.of()));
        assertThat(file).doesNotExist();
    }

    @Test
    void whateverIsDoneIsReadAgainInItsOrderAlsoByAnother() throws IOException {
        for (Entry entry : ALL) {
            journal.append(entry);
        }
        assertThat(new Journal(file).read()).isEqualTo(new Journal.Contents(ALL, List.of()));
        assertThat(Files.readAllLines(file)).hasSameSizeAs(ALL);
    }

    @Test
    void noCharacterOfALineCommandsATerminal() {
        String typed = "\u009b31m\u202e\u0007\ud83d\ude00\u2028½";
        Entry entry = new Answered(
                NOON, "02", "2.3", 0, typed, true, Optional.empty(), OptionalInt.empty(), false, Optional.empty());
        assertThat(EntryLine.of(entry)).matches("[ -~]+");
        assertThat(EntryLine.read(EntryLine.of(entry))).isEqualTo(entry);
    }

    @Test
    void aLineIsOneJsonObjectAndNothingIsRewritten() throws IOException {
        journal.append(ANSWERED);
        String first = Files.readString(file);
        assertThat(first)
                .isEqualTo("{\"format\":1,\"at\":\"2026-03-02T12:00:00Z\",\"event\":\"answered\",\"section\":\"02\","
                        + "\"item\":\"2.3\",\"seed\":7,\"typed\":\"0.5\",\"right\":false,"
                        + "\"misconception\":\"not-normalised\",\"sure\":3,\"predicted\":false,\"of\":\"1f0c3a97\"}\n");
        journal.append(read("06"));
        assertThat(Files.readString(file)).startsWith(first);
    }

    @Test
    void whatTheFirstNablaWroteIsStillRead() throws IOException {
        write("{\"format\":\"1\",\"event\":\"read\",\"section\":\"05\"}\n");
        assertThat(journal.read().entries()).containsExactly(new Read(Instant.EPOCH, "05"));
        assertThat(journal.read().aside()).isEmpty();
    }

    @Test
    void aLineTornByAPowerCutIsSetAside() throws IOException {
        String torn = "{\"format\":1,\"event\":\"re";
        write(line("05") + torn);
        assertThat(journal.read())
                .isEqualTo(new Journal.Contents(
                        List.of(read("05")), List.of(new Aside(2, "it is no JSON, or was not written to its end"))));
        journal.append(read("06"));
        assertThat(journal.read().entries()).containsExactly(read("05"), read("06"));
        assertThat(Files.readString(file)).isEqualTo(line("05") + torn + "\n" + line("06"));
    }

    @Test
    void anyPartOfALineIsPassedOverAndWhatFollowsIsKept() throws IOException {
        String whole = EntryLine.of(ANSWERED);
        for (int end = 1; end < whole.length(); end++) {
            write(line("05") + whole.substring(0, end));
            journal.append(read("06"));
            assertThat(journal.read().entries()).containsExactly(read("05"), read("06"));
        }
    }

    @Table
    void aForeignLineIsSetAsideWithTheReasonAndStays(String foreign, String why) throws IOException {
        write(foreign + "\n");
        journal.append(read("06"));
        assertThat(journal.read().entries()).containsExactly(read("06"));
        assertThat(journal.read().aside()).containsExactly(new Aside(1, why));
        assertThat(Files.readString(file)).startsWith(foreign);
    }

    @Test
    void bytesThatAreNoTextSpoilTheirOwnLineOnly() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, '\n'});
        journal.append(read("06"));
        Files.write(file, new byte[4096], StandardOpenOption.APPEND); // what a power cut can leave
        journal.append(read("07"));
        assertThat(journal.read().entries()).containsExactly(read("06"), read("07"));
        assertThat(journal.read().aside()).extracting(Aside::line).containsExactly(1L, 3L);
    }

    @Test
    void aLineWithoutEndTakesNoMemory() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[20_000_000]);
        journal.append(read("06"));
        assertThat(journal.read().entries()).containsExactly(read("06"));
    }

    @Test
    void aNestOfArraysIsSetAside() throws IOException {
        write("{\"format\":1,\"event\":\"read\",\"x\":" + "[".repeat(30_000) + "\n" + line("06"));
        assertThat(journal.read().entries()).containsExactly(read("06"));
    }

    @Test
    void whatIsAddedTwiceIsThereOnce() throws IOException {
        journal.append(read("05"));
        assertThat(journal.add(ALL)).isEqualTo(ALL.size() - 1);
        assertThat(journal.add(ALL)).isZero();
        assertThat(journal.read().entries()).containsExactlyElementsOf(ALL);
    }

    @Test
    void anotherCourseHasAJournalOfItsOwn() {
        Course own = CourseReader.load(Path.of(System.getProperty("lessons", "lessons")));
        Course other = new Course("trains", List.of("trains"), 0, List.of());
        assertThat(Journal.of(file, own).file()).isEqualTo(file);
        assertThat(Journal.of(file, other).file()).isEqualTo(file.resolveSibling("journal-of-trains.jsonl"));
    }

    @Test
    void ofThePlacesOnlyTheLastIsExported() throws IOException {
        Stood earlier = new Stood(NOON.minusSeconds(1), "02", "dot", Map.of());
        Stood later = new Stood(NOON, "06", "softmax", Map.of());
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        List<Entry> entries = List.of(earlier, read("05"), later, ANSWERED);
        assertThat(Journal.of(entries::forEach).export(exported)).isEqualTo(3);
        write(exported.toString(StandardCharsets.UTF_8));
        assertThat(journal.read().entries()).containsExactly(read("05"), later, ANSWERED);
    }

    /** The closing page trains the model again from the place where its figure was left. */
    @Test
    void howEachFigureWasLeftIsExported() throws IOException {
        Stood begun = new Stood(NOON.minusSeconds(3), "16", "train", Map.of("steps", "100"));
        Stood trained = new Stood(NOON.minusSeconds(2), "16", "train", Map.of("steps", "1000"));
        Stood passed = new Stood(NOON.minusSeconds(1), "02", "dot", Map.of());
        Stood last = new Stood(NOON, "06", "softmax", Map.of());
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        Journal.of(List.<Entry>of(begun, trained, passed, last)::forEach).export(exported);
        write(exported.toString(StandardCharsets.UTF_8));
        assertThat(journal.read().entries()).containsExactly(trained, last);
    }

    @Test
    void whatIsSetAsideIsKeptUnderAnotherNameThatIsFree() throws IOException {
        assertThat(journal.setAside(LocalDate.of(2026, 3, 5))).isEmpty();
        for (String name : List.of("journal-2026-03-05", "journal-2026-03-05-2", "journal-2026-03-05-3")) {
            journal.append(read(name));
            Path kept = file.resolveSibling(name + ".jsonl");
            assertThat(journal.setAside(LocalDate.of(2026, 3, 5))).contains(kept);
            assertThat(new Journal(kept).read().entries()).containsExactly(read(name));
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aLockThatIsNeverGivenBackLosesNoAnswer() throws IOException {
        journal.append(read("05"));
        Path lock = file.resolveSibling("journal.jsonl.lock");
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            assertThat(held.tryLock()).isNotNull();
            journal.append(read("06"));
        }
        assertThat(journal.read().entries()).containsExactly(read("05"), read("06"));
    }

    @Test
    void aJournalThatCannotBeWrittenSaysWhere() {
        Journal nowhere = new Journal(Path.of("/dev/null/no-home/journal.jsonl"));
        assertThatThrownBy(() -> nowhere.append(ANSWERED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/dev/null");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNamed() throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("full.jsonl"), Path.of("/dev/full"));
        IOException refused = catchThrowableOfType(IOException.class, () -> new PrivateFile(full).add("{}\n"));
        assertThat(PrivateFile.refused("cannot write", full, refused))
                .hasMessage("no space left on device: cannot write " + full);
        Files.delete(full);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsNoRegularFileIsNotOpened() throws IOException {
        Path endless = Files.createSymbolicLink(folder.resolve("endless.jsonl"), Path.of("/dev/zero"));
        assertThatThrownBy(() -> new Journal(endless).append(ANSWERED))
                .hasMessage("it is no regular file: cannot write " + endless);
        assertThatThrownBy(() -> new Journal(endless).read())
                .hasMessage("it is no regular file: cannot read " + endless);
        Files.delete(endless);
    }

    @Test
    void nobodyElseReadsIt() throws IOException {
        journal.append(ANSWERED);
        assertThat(modes()).isEqualTo("rwx------ rw------- rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        journal.append(ANSWERED);
        assertThat(modes()).isEqualTo("rwx------ rw------- rw-------");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatAllUsersShareKeepsItsMode() throws IOException {
        Files.setAttribute(folder, "unix:mode", 01777);
        new Journal(folder.resolve("journal.jsonl")).append(ANSWERED);
        assertThat((int) Files.getAttribute(folder, "unix:mode") & 07777).isEqualTo(01777);
    }

    private String modes() throws IOException {
        List<String> modes = new ArrayList<>();
        for (Path path : List.of(file.getParent(), file, lock())) {
            modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
        return String.join(" ", modes);
    }

    private Path lock() {
        return file.resolveSibling("journal.jsonl.lock");
    }

    @Test
    void withoutALockItIsWrittenAllTheSame() throws IOException {
        Files.createDirectories(lock());
        journal.append(ANSWERED);
        assertThat(journal.read().entries()).containsExactly(ANSWERED);
    }

    @Test
    void aByteOrderMarkCostsNoEntry() throws IOException {
        write("\ufeff" + line("05") + line("06"));
        assertThat(journal.read().entries()).containsExactly(read("05"), read("06"));
        assertThat(journal.read().aside()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void aTimeThatNoClockShowsIsALineSetAside(String at) throws IOException {
        write(line("05").replace(NOON.toString(), at));
        assertThat(journal.read().aside())
                .containsExactly(new Aside(1, "at '" + at + "' is not a time like 2026-03-02T17:04:05Z"));
    }

    @Test
    void manyWritersAtOnceLoseNoLine() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String section = "s" + i;
            tasks.add(() -> {
                new Journal(file).append(read(section));
                return null;
            });
        }
        for (Future<Void> done : writers.invokeAll(tasks)) {
            done.get();
        }
        writers.shutdown();
        assertThat(journal.read().entries()).hasSize(64).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(file)).hasSize(64);
    }
}
