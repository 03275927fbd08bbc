package dev.nabla.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a section is due, and who was late. */
class DueTest {
    private static final Student ADA = new Student("a1", new StudentName("ada"));
    private static final Student BOB = new Student("b2", new StudentName("bob"));
    private static final ClassInfo INFO =
            new ClassInfo("Maths", Optional.empty(), ZoneId.of("Europe/Vienna"), Optional.empty(), List.of());

    private static Optional<Instant> at(String text) {
        return Optional.of(Instant.parse(text));
    }

    private static Punctuality punctuality(Instant due, Answered... answers) {
        FirstAnswers first = new FirstAnswers();
        List.of(answers).forEach(first);
        return first.punctuality("02", due);
    }

    private static Answered answer(Instant at, String section, String item) {
        return new Answered(
                at, section, item, 0, "1", true, Optional.empty(), OptionalInt.empty(), false, Optional.empty());
    }

    /** Clocks went back from 03:00 to 02:00 on 25 October 2026, and forth from 02:00 to 03:00 on 28 March 2027. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-24T18:00, 2026-10-24T16:00:00Z",
        "2026-10-25T02:30, 2026-10-25T01:30:00Z",
        "2026-10-25T18:00, 2026-10-25T17:00:00Z",
        "2027-03-28T02:30, 2027-03-28T01:30:00Z",
        "2026-12-01T18:00:30, 2026-12-01T17:00:30Z"
    })
    void aTimeIsOneOfTheClass(String when, String moment) {
        assertThat(INFO.parseTime(when)).isEqualTo(moment);
    }

    @Test
    void theClockOfTheClassIsShown() {
        assertThat(INFO.clock(Instant.parse("2026-12-01T17:00:30Z"))).isEqualTo("2026-12-01T18:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2026-12-01",
                "2026-13-01T18:00",
                "18:00",
                "",
                "2026-12-01T18:00Z",
                "2026-02-30T10:00"
            })
    void whatIsNoTimeIsRefusedWithOne(String when) {
        assertThatThrownBy(() -> INFO.parseTime(when))
                .isInstanceOf(BadInput.class)
                .hasMessage("'" + when + "' is no time; type one like 2026-12-01T18:00");
    }

    @Test
    void aSecondDecides() {
        Instant due = INFO.parseTime("2026-10-25T18:00");
        assertThat(punctuality(
                        due,
                        answer(due.plusSeconds(1), "02", "2.1"),
                        answer(due.minusSeconds(1), "02", "2.2"),
                        answer(due, "02", "2.3"),
                        answer(due.minusSeconds(1), "06", "6.1")))
                .isEqualTo(new Punctuality(2, 1));
    }

    @Test
    void whoReviewsLaterIsNotLate() {
        Instant due = INFO.parseTime("2026-12-01T18:00");
        assertThat(punctuality(
                        due, answer(due.plusSeconds(86_400), "02", "2.1"), answer(due.minusSeconds(60), "02", "2.1")))
                .isEqualTo(new Punctuality(1, 0));
    }

    @Test
    void oneMayHaveLonger() {
        ClassInfo info = INFO.due("02", Optional.empty(), at("2026-12-01T17:00:00Z"))
                .due("02", Optional.of(ADA), at("2026-12-08T17:00:00Z"));
        assertThat(info.due("02", ADA)).isEqualTo(at("2026-12-08T17:00:00Z"));
        assertThat(info.due("02", BOB)).isEqualTo(at("2026-12-01T17:00:00Z"));
        assertThat(info.due("06", ADA)).isEmpty();
        assertThat(info.due("02", Optional.of(ADA), Optional.empty()).due("02", ADA))
                .isEqualTo(at("2026-12-01T17:00:00Z"));
        assertThat(info.due("02", Optional.empty(), Optional.empty()).dues()).isEmpty();
    }

    @Test
    void aDateMovedBackCountsAlone() {
        ClassInfo info = INFO.due("02", Optional.empty(), at("2026-12-01T17:00:00Z"))
                .due("06", Optional.empty(), at("2026-12-01T17:00:00Z"))
                .due("02", Optional.empty(), at("2026-11-24T17:00:00Z"));
        assertThat(info.due("02", BOB)).isEqualTo(at("2026-11-24T17:00:00Z"));
        assertThat(info.dues()).hasSize(2);
        Instant answered = Instant.parse("2026-11-30T12:00:00Z");
        assertThat(punctuality(info.due("02", BOB).orElseThrow(), answer(answered, "02", "2.1")))
                .isEqualTo(new Punctuality(0, 1));
    }
}
