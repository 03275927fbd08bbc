package dev.nabla.serve;

import static dev.nabla.serve.ServedClass.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Slow;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.StoreFault;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault of nabla. */
@Slow
class FaultTest {
    private static final String STAGED = "staged by a test";
    private static final String TERMINAL = "xterm-256color";

    private final AtomicBoolean armed = new AtomicBoolean();

    private Instant now() {
        if (Thread.currentThread().getName().equals("nabla-turns") && armed.getAndSet(false)) {
            throw new IllegalStateException(STAGED);
        }
        return Instant.now();
    }

    private static ServedClass.Student comes(String name, ServedClass here) throws Exception {
        ServedClass.Student student = here.student(name, TERMINAL);
        eventually(() -> student.seen().contains("Dot product"));
        return student;
    }

    @Test
    void inASeatEndsThatSeatAloneAndIsWrittenDownOnce(@TempDir Path folder) throws Exception {
        try (ServedClass here = new ServedClass(folder, this::now)) {
            ServedClass.Student ada = comes("ada", here);
            ServedClass.Student bob = comes("bob", here);
            armed.set(true);
            ada.type("\r");
            eventually(() -> !ada.isOpen() || !bob.isOpen());
            ServedClass.Student faulty = ada.isOpen() ? bob : ada; // the other may still be at its first picture
            ServedClass.Student other = ada.isOpen() ? ada : bob;
            assertThat(faulty.left()).isEqualTo(70);
            assertThat(faulty.seen())
                    .contains("\u001b[?1049l", "a fault in nabla itself ends this session")
                    .doesNotContain(STAGED, "\tat ");
            int before = other.seen().length();
            other.type("\r");
            eventually(() -> other.seen().length() > before);
            assertThat(other.isOpen()).isTrue();
            assertThat(Files.readString(folder.resolve("faults.log")))
                    .containsOnlyOnce(STAGED)
                    .containsOnlyOnce("FaultTest.now")
                    .contains("RemoteSession.step");
            assertThat(comes("cleo", here).isOpen()).isTrue();
        }
    }

    /** A store that gives access to its fault listener. */
    private static ClassStore watched(ClassStore store, AtomicReference<Consumer<StoreFault>> watcher) {
        return (ClassStore) Proxy.newProxyInstance(
                ClassStore.class.getClassLoader(), new Class<?>[] {ClassStore.class}, (self, method, given) -> {
                    if (method.getName().equals("watch")) {
                        @SuppressWarnings("unchecked")
                        Consumer<StoreFault> ear = (Consumer<StoreFault>) given[0];
                        watcher.set(ear);
                    }
                    return method.invoke(store, given);
                });
    }

    @Test
    void ofTheStoreIsWrittenDownAndTheStudentWhoseAnswerIsNotKeptIsTold(@TempDir Path folder) throws Exception {
        AtomicReference<Consumer<StoreFault>> watcher = new AtomicReference<>();
        try (ServedClass here = new ServedClass(folder, this::now, store -> watched(store, watcher))) {
            ServedClass.Student ada = comes("ada", here);
            ServedClass.Student bob = comes("bob", here);
            Optional<Student> owner = here.store().named(new StudentName("ada")).map(Account::student);
            watcher.get().accept(new StoreFault(owner, new IllegalStateException(STAGED)));
            eventually(() -> ada.seen().contains("An answer is not kept, because of a fault in nabla itself."));
            assertThat(bob.seen()).doesNotContain("not kept");
            assertThat(here.said())
                    .contains("nabla: a fault in nabla itself: java.lang.IllegalStateException: " + STAGED);
            assertThat(Files.readString(folder.resolve("faults.log"))).containsOnlyOnce(STAGED);
        }
    }
}
