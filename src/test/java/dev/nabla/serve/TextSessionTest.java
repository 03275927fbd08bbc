package dev.nabla.serve;

import static dev.nabla.serve.ServedClass.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.ClassStore;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.room.Poll;
import dev.nabla.room.Presence;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Student;
import dev.nabla.serve.hub.Hub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student at a terminal that cannot draw. */
@Order(1)
class TextSessionTest {
    private static final String DUMB = "dumb";
    private static final long STILL = -1;

    @TempDir
    private Path folder;

    private final AtomicLong seconds = new AtomicLong();

    /** Time that passes whenever somebody looks: nobody is too fast. */
    private Instant now() {
        return Instant.parse("2026-03-05T12:00:00Z")
                .plusSeconds(seconds.getAndUpdate(past -> past == STILL ? STILL : past + 1));
    }

    private static List<String> typed(ServedClass here) {
        try {
            Student ada = here.store().accounts().stream()
                    .map(Account::student)
                    .findFirst()
                    .orElseThrow();
            return here.store().read(ada, ServedClass.COURSE.id()).stream()
                    .filter(Answered.class::isInstance)
                    .map(Answered.class::cast)
                    .map(Answered::typed)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int count(String words, String text) {
        return text.split(Pattern.quote(words), -1).length - 1;
    }

    /** The number of wrong answers; the second one to a question is told in other words. */
    private static int wrong(String text) {
        return count("Not yet", text) + count("Not this either", text);
    }

    /** A file where the folder of journals should be is in the way as a full disk is. */
    @Test
    void everyAnswerIsKeptWhileTheDiskIsFullAlsoOfAStudentWhoHasLeft() throws Exception {
        Path inTheWay = folder.resolve("class/journals");
        try (ServedClass here = new ServedClass(folder, this::now)) {
            ServedClass.Student ada = here.student("ada", DUMB);
            eventually(() -> ada.seen().contains("told line by line"));
            ada.type("02\r");
            eventually(() -> ada.seen().contains("Station 1 of"));
            Files.writeString(inTheWay, "");
            for (int i = 1; i <= 8; i++) {
                int answers = i;
                ada.type("ask 2.1\r" + "10" + i + "\r");
                eventually(() -> wrong(ada.seen()) == answers);
            }
            ada.type("quit\r");
            assertThat(ada.left()).isZero();
            assertThat(ada.seen().replaceAll("\\s+", " "))
                    .containsOnlyOnce(Hub.ANSWERS_IN_MEMORY)
                    .doesNotContain("journals", "none is lost", "not kept", "fault");
            eventually(() -> here.said().contains("NOT WRITTEN: "));
            Files.delete(inTheWay);
            eventually(() -> here.store().backlog().isEmpty());
            assertThat(typed(here))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 8).mapToObj(i -> "10" + i).toList());
            eventually(() -> here.said().contains("ALL WRITTEN: "));
        }
    }

    /** Time stands still: however slow the machine is, all of it comes within a second, by two sessions. */
    @Test
    void aPasteOfAnswersWritesFiveASecondAndTheStudentIsTold() throws Exception {
        seconds.set(STILL);
        try (ServedClass here = new ServedClass(folder, this::now)) {
            ServedClass.Student ada = here.student("ada", DUMB);
            eventually(() -> ada.seen().contains("told line by line"));
            ada.type("02\r");
            eventually(() -> ada.seen().contains("Station 1 of"));
            ada.type("ask 2.1\r100\r200\r".repeat(15));
            eventually(() -> wrong(ada.seen()) == 30);
            assertThat(ada.seen().replaceAll("\\s+", " ")).containsOnlyOnce("faster than 5 answers a second");
            ServedClass.Student again = here.student("ada", ada, DUMB);
            eventually(() -> again.seen().contains("told line by line"));
            again.type("02\rask 2.1\r200\r");
            eventually(() -> again.seen().contains("faster than 5 answers a second"));
            assertThat(typed(here)).containsExactly("100", "200", "100", "200", "100");
        }
    }

    /** The student is asked once; the next login is without any option. */
    @Test
    void theWishForSentencesFollowsTheStudentUntilItIsTakenBack() throws Exception {
        try (ServedClass here = new ServedClass(folder, this::now)) {
            ServedClass.Student ada = here.student("ada", "xterm", Map.of("NABLA_SCREEN_READER", "1"), "");
            eventually(() -> ada.seen().contains("told line by line"));
            assertThat(ada.seen()).doesNotContain("\u001b", "from now on");
            ada.type("quit\r");
            assertThat(ada.left()).isZero();
            ServedClass.Student seeing = here.student("ada", ada, "xterm", Map.of(), "");
            eventually(() -> seeing.seen().contains("\u001b[?1049h"));
            ServedClass.Student asks = here.student("ada", ada, "xterm", Map.of(), "learn --screen-reader");
            eventually(() -> asks.seen().contains("told line by line"));
            assertThat(asks.seen()).contains("from now on");
            ServedClass.Student again = here.student("ada", ada, "xterm", Map.of(), "");
            eventually(() -> again.seen().contains("told line by line"));
            assertThat(again.seen()).doesNotContain("\u001b", "from now on");
            again.type("quit\r");
            ServedClass.Student once = here.student("ada", ada, "xterm", Map.of("NABLA_SCREEN_READER", "0"), "");
            eventually(() -> once.seen().contains("\u001b[?1049h"));
            ServedClass.Student back = here.student("ada", ada, "xterm", Map.of(), "learn --pictures");
            eventually(() -> back.seen().contains("\u001b[?1049h"));
        }
    }

    @Test
    void aTeacherSeesWhereThoseAreWhoLearnLineByLine() throws Exception {
        AtomicReference<List<LearnerLocation>> seen = new AtomicReference<>(List.of());
        try (ServedClass here = new ServedClass(folder, this::now, store -> watched(store, seen))) {
            ServedClass.Student ada = here.student("ada", DUMB);
            eventually(() -> seen.get().equals(List.of(LearnerLocation.HOME)));
            ada.type("02\r");
            eventually(
                    () -> seen.get().stream().anyMatch(where -> where.section().equals("02")));
            ada.type("ask 2.1\r");
            eventually(() -> seen.get().equals(List.of(new LearnerLocation("02", Doing.QUESTION, "2.1"))));
        }
    }

    /** Both of them hear it line by line; what the teacher types, the student may not. */
    @Test
    void aTeacherLeadsTheClassLineByLine() throws Exception {
        try (ServedClass here = new ServedClass(folder, this::now)) {
            ServedClass.Student ada = here.student("ada", DUMB);
            eventually(() -> ada.seen().contains("told line by line"));
            ServedClass.Student teacher = here.teacher(DUMB);
            eventually(() -> teacher.seen().contains("You teach this class"));
            teacher.type("class ask 2.1\r");
            eventually(() -> ada.seen().contains("asks everybody a question"));
            eventually(() -> teacher.seen().contains("Question 2.1: 0 of 1 have voted."));
            for (int i = 0; i < 20 && !teacher.seen().contains("1 here."); i++) {
                teacher.type("class\r"); // in its first second it says that it knows nothing of the class yet
                TimeUnit.MILLISECONDS.sleep(500);
            }
            assertThat(teacher.seen()).contains("1 here.");
            ada.type("class close\r");
            eventually(() -> ada.seen().contains("you teach no class here"));
            assertThat(here.store().board().poll())
                    .get()
                    .extracting(Poll::phase)
                    .isEqualTo(Poll.Phase.OPEN);
            teacher.type("class close\r");
            eventually(() -> teacher.seen().contains("The round is closed"));
            eventually(() -> ada.seen().contains("Turn to your neighbour"));
        }
    }

    /** The store, which also keeps where those are whom the host reports each second. */
    private static ClassStore watched(ClassStore store, AtomicReference<List<LearnerLocation>> seen) {
        return (ClassStore) Proxy.newProxyInstance(
                ClassStore.class.getClassLoader(), new Class<?>[] {ClassStore.class}, (proxy, method, given) -> {
                    if (method.getName().equals("hosts")) {
                        seen.set(((List<?>) given[0])
                                .stream().map(one -> ((Presence) one).where()).toList());
                    }
                    return method.invoke(store, given);
                });
    }
}
