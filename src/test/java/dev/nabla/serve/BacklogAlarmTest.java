package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.Backlog;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacklogAlarmTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:20Z");

    private final List<String> told = new ArrayList<>();
    private Optional<Backlog> backlog = Optional.empty();
    private Instant now = NOON;
    private final BacklogAlarm alarm = new BacklogAlarm(store(), () -> now, told::add);

    private ClassStore store() {
        ClassInfo info = new ClassInfo("Maths", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of());
        return (ClassStore) Proxy.newProxyInstance(
                ClassStore.class.getClassLoader(),
                new Class<?>[] {ClassStore.class},
                (self, method, given) -> switch (method.getName()) {
                    case "info" -> info;
                    case "backlog" -> backlog;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private void look(int seconds, int entries, boolean inMemory) {
        now = NOON.plusSeconds(seconds);
        backlog = entries == 0
                ? Optional.empty()
                : Optional.of(new Backlog(NOON, entries, inMemory, "no space left on device: cannot write x"));
        alarm.check();
    }

    @Test
    void theOperatorIsToldThatAnswersWaitAgainEachMinuteAndWhenTheyAreWritten() {
        look(0, 0, true);
        look(1, 2, true);
        look(2, 3, true);
        look(60, 30, true);
        look(61, 37, true);
        look(70, 0, true);
        look(71, 0, true);
        assertThat(told)
                .containsExactly(
                        "NOT WRITTEN: 2 answers and other entries of students wait since 12:00 (no space left on device:"
                                + " cannot write x). They are in memory alone: do not stop this server before they are"
                                + " written, or they are lost.",
                        "NOT WRITTEN: 37 answers and other entries of students wait since 12:00 (no space left on device:"
                                + " cannot write x). They are in memory alone: do not stop this server before they are"
                                + " written, or they are lost.",
                        "ALL WRITTEN: no answer waits any more; the first had waited since 12:00");
        assertThat(alarm.reportUnwritten()).isFalse();
    }

    @Test
    void whatIsNotWrittenInTheEndIsLostOrInAFile() {
        look(1, 5, false);
        assertThat(told.get(0))
                .endsWith("They are in a file on this machine, and are written when the database is there.");
        assertThat(alarm.reportUnwritten()).isFalse();
        look(2, 5, true);
        assertThat(alarm.reportUnwritten()).isTrue();
        assertThat(told)
                .last()
                .isEqualTo(
                        "LOST: 5 answers and other entries of students since 12:00 were not written (no space left on"
                                + " device: cannot write x)");
    }
}
