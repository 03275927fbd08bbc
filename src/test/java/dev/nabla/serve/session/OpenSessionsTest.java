package dev.nabla.serve.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.serve.log.RetryLater;
import dev.nabla.serve.session.OpenSessions.OpenSession;
import dev.nabla.serve.session.OpenSessions.SessionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {
    private static final Student ADA = new Student("1", new StudentName("ada"));
    private static final Student BOB = new Student("2", new StudentName("bob"));
    private static final Student CLEO = new Student("3", new StudentName("cleo"));
    private static final OpenSession SCREEN = new OpenSession(SessionKind.SCREEN, "2026-03-05T10:02", "192.0.2.0");
    private static final OpenSession TEXT = new OpenSession(SessionKind.TEXT, "2026-03-05T10:05", "");

    private final OpenSessions sessions = new OpenSessions(2);

    @Test
    void theFifthIsToldWhichAreOpen() {
        sessions.begin(ADA, SCREEN);
        Runnable end = sessions.begin(ADA, TEXT);
        sessions.begin(ADA, SCREEN);
        sessions.begin(ADA, SCREEN);
        assertThatThrownBy(() -> sessions.begin(ADA, TEXT))
                .isInstanceOf(RetryLater.class)
                .hasMessage("a student has at most 4 sessions, and these of yours are open:"
                        + " full screen since 2026-03-05T10:02 from 192.0.2.0; text since 2026-03-05T10:05;"
                        + " full screen since 2026-03-05T10:02 from 192.0.2.0;"
                        + " full screen since 2026-03-05T10:02 from 192.0.2.0. Close one with q and come again;"
                        + " one whose connection is lost ends by itself within 90 s");
        end.run();
        sessions.begin(ADA, TEXT);
    }

    @Test
    void aClassTakesSoManyStudentsAndNotSessions() {
        List<Runnable> adas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            adas.add(sessions.begin(ADA, SCREEN));
        }
        sessions.requireRoom();
        sessions.begin(BOB, SCREEN);
        assertThat(sessions.students()).isEqualTo(2);
        for (Runnable refused : List.<Runnable>of(sessions::requireRoom, () -> sessions.begin(CLEO, SCREEN))) {
            assertThatThrownBy(refused::run)
                    .isInstanceOf(RetryLater.class)
                    .hasMessage("the class is full: at most 2 students at once; try again later");
        }
        sessions.begin(BOB, TEXT);
        adas.forEach(Runnable::run);
        sessions.begin(CLEO, SCREEN);
        assertThat(sessions.students()).isEqualTo(2);
    }

    @Test
    void whoComesAtTheSameMomentFindsNoMorePlaces() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            AtomicInteger begun = new AtomicInteger();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(threads.submit(() -> {
                    sessions.begin(ADA, SCREEN);
                    begun.incrementAndGet();
                }));
            }
            for (Future<?> one : all) {
                try {
                    one.get();
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(RetryLater.class);
                }
            }
            assertThat(begun).hasValue(4);
        } finally {
            threads.shutdownNow();
        }
    }
}
