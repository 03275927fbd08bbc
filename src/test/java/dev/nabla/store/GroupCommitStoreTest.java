package dev.nabla.store;

import static dev.nabla.store.ClassStoreContract.answer;
import static dev.nabla.store.ClassStoreContract.done;
import static dev.nabla.store.ClassStoreContract.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.file.PrivateFile.LockedAction;
import dev.nabla.progress.Entry;
import dev.nabla.room.ClassStore.Backlog;
import dev.nabla.room.ClassStore.Pending;
import dev.nabla.room.ClassStore.StoreFault;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the writer does when the disk, or nabla itself, fails. */
class GroupCommitStoreTest {
    private static final String COURSE = "maths";
    private static final Entry POISON = answer(666);

    private final List<StoreFault> faults = new CopyOnWriteArrayList<>();
    private Failing store;

    /** A store in memory that fails as it is told. */
    private static final class Failing extends GroupCommitStore {
        private final List<Entry> written = Collections.synchronizedList(new ArrayList<>());
        private final List<StudentEntry> fresh = new ArrayList<>();
        private volatile boolean full;
        private volatile String unwritable = "";
        private volatile Throwable poison = new IllegalStateException("poison");
        private volatile boolean looks = true;

        Failing() throws IOException {
            super(Optional.empty(), new Spool(Optional.empty()));
            start();
        }

        @Override
        void inTransaction(LockedAction<Void> work) throws IOException {
            fresh.clear();
            work.run();
            if (full || fresh.stream().anyMatch(entry -> entry.student().id().equals(unwritable))) {
                throw new IOException("no space left on device");
            }
            if (fresh.stream().anyMatch(entry -> entry.entry().equals(POISON))) {
                throw GroupCommitStoreTest.<RuntimeException>sneaky(poison);
            }
            fresh.stream().map(StudentEntry::entry).forEach(written::add);
        }

        @Override
        StoredClass load(StoredClass old) {
            if (!looks) {
                throw new IllegalStateException("blind");
            }
            return old;
        }

        @Override
        void put(String key, Map<String, Object> line) {}

        @Override
        void put(List<StudentEntry> entries) {
            fresh.addAll(entries);
        }

        @Override
        void remove(Student student) {}

        @Override
        void written(Student student, String course, Consumer<Entry> taker) {}
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @BeforeEach
    void open() throws IOException {
        store = new Failing();
        store.watch(faults::add);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Student joined(String name) {
        return done(store.join(new StudentName(name), account -> account, Instant.EPOCH))
                .orElseThrow();
    }

    private CompletionStage<Void> append(Student student, Entry entry) {
        return store.append(student, COURSE, List.of(entry));
    }

    @Test
    void whatADiskDoesNotTakeWaitsInMemoryAndIsCounted() {
        Student ada = joined("ada");
        store.full = true;
        for (int i = 0; i < 3; i++) {
            Entry entry = answer(i);
            assertThatThrownBy(() -> done(append(ada, entry)))
                    .hasRootCauseMessage("no space left on device")
                    .cause()
                    .isInstanceOf(Pending.class);
        }
        assertThat(store.backlog().orElseThrow())
                .extracting(Backlog::entries, Backlog::inMemory, Backlog::why)
                .containsExactly(3, true, "no space left on device");
        store.full = false;
        eventually(() -> store.backlog().isEmpty());
        assertThat(store.written).containsExactly(answer(0), answer(1), answer(2));
        assertThat(faults).isEmpty();
    }

    /** As a stream of lines throws it. */
    @Test
    void aFailureOfTheDiskThatComesUncheckedIsNoFault() {
        Student ada = joined("ada");
        store.poison = new UncheckedIOException(new IOException("input/output error"));
        assertThatThrownBy(() -> done(append(ada, POISON)))
                .hasRootCauseMessage("input/output error")
                .cause()
                .isInstanceOf(Pending.class);
        assertThat(store.backlog().orElseThrow().entries()).isEqualTo(1);
        assertThat(faults).isEmpty();
    }

    @Test
    void aWatcherThatFailsDoesNotEndTheWriter() {
        Student ada = joined("ada");
        store.watch(fault -> {
            throw new IllegalStateException("deaf");
        });
        assertThatThrownBy(() -> done(append(ada, POISON))).hasRootCauseMessage("poison");
        done(append(ada, answer(1)));
        assertThat(store.written).containsExactly(answer(1));
    }

    @Test
    void nothingWaitsForEverBehindAnEntryThatCausesAFault() {
        Student ada = joined("ada");
        Student eve = joined("eve");
        store.full = true;
        List<Entry> good = IntStream.range(0, 20)
                .<Entry>mapToObj(ClassStoreContract::answer)
                .toList();
        append(eve, POISON);
        good.forEach(entry -> append(ada, entry));
        eventually(
                () -> store.backlog().filter(backlog -> backlog.entries() == 21).isPresent());
        store.full = false;
        eventually(() -> store.backlog().isEmpty());
        assertThat(store.written).containsExactlyElementsOf(good);
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).student()).contains(eve);
        assertThat(faults.get(0).cause())
                .hasMessage("the entry of " + POISON.at() + " of student " + eve.id()
                        + " cannot be written and is dropped: java.lang.IllegalStateException: poison")
                .hasRootCauseMessage("poison");
    }

    @Test
    void anAnswerThatCausesAFaultFailsAloneAndTheFaultIsReported() throws Exception {
        Student ada = joined("ada");
        Student eve = joined("eve");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        store.change(info -> {
            begun.countDown();
            await(go);
            return info;
        });
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        CompletionStage<Void> bad = append(eve, POISON); // in one batch with the next
        CompletionStage<Void> good = append(ada, answer(1));
        go.countDown();
        done(good);
        assertThatThrownBy(() -> done(bad)).hasRootCauseMessage("poison");
        assertThat(store.written).containsExactly(answer(1));
        assertThat(store.backlog()).isEmpty();
        assertThat(faults).extracting(fault -> fault.cause().getMessage()).containsExactly("poison");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anErrorDoesNotEndTheWriter() {
        Student ada = joined("ada");
        store.poison = new StackOverflowError("deep");
        assertThatThrownBy(() -> done(append(ada, POISON))).hasRootCauseMessage("deep");
        done(append(ada, answer(1)));
        assertThat(store.written).containsExactly(answer(1));
        assertThat(faults).extracting(fault -> fault.cause().getMessage()).containsExactly("deep");
    }

    @Test
    void aFaultThatComesAgainAndAgainIsReportedOnce() throws Exception {
        store.looks = false;
        eventually(() -> !faults.isEmpty());
        TimeUnit.MILLISECONDS.sleep(600);
        assertThat(faults).extracting(fault -> fault.cause().getMessage()).containsExactly("blind");
        store.looks = true;
        joined("ada");
    }

    @Test
    void aFaultOfAListenerUndoesNothing() {
        store.listen(changed -> {
            throw new IllegalStateException("deaf");
        });
        Student ada = joined("ada");
        done(append(ada, answer(1)));
        assertThat(store.written).containsExactly(answer(1));
    }

    @Test
    void nobodyWaitsBehindAStudentWhoseJournalCannotBeWritten() {
        Student eve = joined("eve");
        Student ada = joined("ada");
        store.full = true;
        List<Entry> many = IntStream.range(0, 600)
                .<Entry>mapToObj(ClassStoreContract::answer)
                .toList();
        store.append(eve, COURSE, many);
        append(ada, answer(1000));
        eventually(() ->
                store.backlog().filter(backlog -> backlog.entries() == 601).isPresent());
        store.unwritable = eve.id();
        store.full = false;
        eventually(() -> store.written.contains(answer(1000)));
        eventually(() ->
                store.backlog().filter(backlog -> backlog.entries() == 600).isPresent());
        store.unwritable = "";
        eventually(() -> store.backlog().isEmpty());
        assertThat(store.written).containsAll(many);
    }
}
