package dev.nabla.serve.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Read;
import dev.nabla.room.ClassStore;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.serve.login.AuthenticatedUser;
import dev.nabla.tui.RemoteTutorFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JournalsTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final DayRule DAYS = DayRule.inZone(ZoneOffset.UTC);
    private static final Student ADA = new Student("1", new StudentName("ada"));
    private static final AuthenticatedUser GUEST =
            new AuthenticatedUser(Role.STUDENT, Optional.of(ADA), Optional.empty());
    private static final Course COURSE = CourseReader.load(Path.of("src/test/resources/load-course"));

    private final Quotas quotas = new Quotas(() -> NOON, DAYS);
    private final RemoteTutorFactory tutor = new RemoteTutorFactory(COURSE, () -> NOON, DAYS);
    private int passes;

    /** A store of one journal, which can only be gone through. */
    @SuppressWarnings("unchecked")
    private ClassStore store(List<Entry> journal) {
        return (ClassStore) Proxy.newProxyInstance(
                ClassStore.class.getClassLoader(), new Class<?>[] {ClassStore.class}, (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("each");
                    passes++;
                    journal.forEach((Consumer<Entry>) args[2]);
                    return null;
                });
    }

    private static Answered answer(int second) {
        return new Answered(
                NOON.minusSeconds(second),
                "02",
                "2.3",
                second,
                "1",
                true,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty());
    }

    @Test
    void aJournalOutOfOrderIsGoneThroughAgainAndCountedOnce() {
        List<Entry> journal = new ArrayList<>();
        for (int i = 1; i < Quotas.ANSWERS_A_DAY; i++) {
            journal.add(answer(i));
        }
        journal.add(new Read(NOON, COURSE.sectionIds().get(0)));
        Journals journals = new Journals(store(journal), COURSE.id(), quotas, null);
        assertThat(journals.progress(GUEST, tutor).isRead(COURSE.sectionIds().get(0)))
                .isTrue();
        assertThat(passes).isGreaterThan(1);
        assertThat(quotas.admit(ADA, List.of(answer(0), answer(-1))).entries()).hasSize(1);
    }

    @Test
    void nothingIsReadOfATeacher() {
        Journals journals = new Journals(store(List.of()), COURSE.id(), quotas, null);
        AuthenticatedUser teacher = new AuthenticatedUser(Role.TEACHER, Optional.empty(), Optional.empty());
        assertThat(journals.progress(teacher, tutor).sections()).isEmpty();
        assertThat(passes).isZero();
    }
}
