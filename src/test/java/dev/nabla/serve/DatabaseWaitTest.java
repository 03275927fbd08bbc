package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.StoreException;
import dev.nabla.room.ClassStore.StoreException.RefusalReason;
import dev.nabla.store.StoreFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sun.misc.Signal;
import sun.misc.SignalHandler;

class DatabaseWaitTest {
    private static final ClassInfo INFO =
            new ClassInfo("T", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of());

    private final StopSignal stop = new StopSignal();
    private final List<String> said = new ArrayList<>();
    private final List<SignalHandler> before = new ArrayList<>();
    private long nanos;

    @TempDir
    private Path folder;

    /** Waiting installs handlers; the process of the tests keeps its own. */
    @BeforeEach
    void keepHandlers() {
        for (String name : List.of("INT", "TERM", "HUP")) {
            before.add(Signal.handle(new Signal(name), SignalHandler.SIG_DFL));
        }
    }

    @AfterEach
    void restoreHandlers() {
        for (String name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), before.remove(0));
        }
    }

    private DatabaseWait waiting(int answers) {
        return new DatabaseWait(stop, Duration.ofMillis(20), () -> nanos, () -> answers, said::add);
    }

    private StoreException away() {
        return new StoreException(RefusalReason.AWAY, "the database cannot be used: Connection refused");
    }

    @Test
    void aDatabaseThatIsThereIsOpenedWithoutAWord() throws IOException {
        StoreFactory stores = new StoreFactory(folder, Optional.empty());
        try (ClassStore store = waiting(7).open(() -> stores.serve(INFO)).orElseThrow()) {
            assertThat(store.info()).isEqualTo(INFO);
        }
        assertThat(said).isEmpty();
    }

    @Test
    void oneThatComesBackIsOpened() throws IOException {
        StoreFactory stores = new StoreFactory(folder, Optional.empty());
        AtomicInteger tries = new AtomicInteger();
        DatabaseWait.StoreOpener opener = () -> {
            if (tries.getAndIncrement() == 0) {
                throw away();
            }
            return stores.serve(INFO);
        };
        waiting(70).open(opener).orElseThrow().close();
        assertThat(said)
                .containsExactly("the database cannot be used: Connection refused; 70 answers wait on this machine."
                        + " Trying again for 10 min, or until Ctrl-C");
    }

    /** Each try takes 30 s by this clock; the pauses between them are real. */
    @Test
    void eachMinuteItIsSaidAgain() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        DatabaseWait.StoreOpener slow = () -> {
            if (tries.incrementAndGet() == 4) {
                stop.request();
            }
            nanos += Duration.ofSeconds(30).toNanos();
            throw away();
        };
        assertThat(waiting(1).open(slow)).isEmpty();
        String words =
                "the database cannot be used: Connection refused; 1 answer waits on this machine. Trying again for ";
        assertThat(said)
                .containsExactly(
                        words + "10 min, or until Ctrl-C",
                        words + "9 min, or until Ctrl-C",
                        words + "8 min, or until Ctrl-C");
    }

    @Test
    void afterTenMinutesTheStartEnds() {
        DatabaseWait.StoreOpener slow = () -> {
            nanos += Duration.ofMinutes(10).toNanos();
            throw away();
        };
        assertThatThrownBy(() -> waiting(1).open(slow))
                .isInstanceOfSatisfying(StoreException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusalReason.AWAY))
                .hasMessage("the database cannot be used: Connection refused; 1 answer waits on this machine");
    }

    private Optional<ClassStore> openOnce(DatabaseWait wait) {
        try {
            return wait.open(() -> {
                throw away();
            });
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void aSignalEndsTheWait() {
        stop.request();
        assertThat(openOnce(waiting(0))).isEmpty();
        assertThat(said)
                .containsExactly("the database cannot be used: Connection refused; no answers wait on this machine."
                        + " Trying again for 10 min, or until Ctrl-C");
    }

    @Test
    void anyOtherFailureIsNotWaitedFor() {
        for (RefusalReason reason : List.of(RefusalReason.UNUSABLE, RefusalReason.HELD)) {
            assertThatThrownBy(() -> waiting(0).open(() -> {
                        throw new StoreException(reason, "no");
                    }))
                    .hasMessage("no");
        }
        assertThat(said).isEmpty();
    }
}
