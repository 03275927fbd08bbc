package dev.nabla.serve.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.progress.Entry.Answered;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecentAnswersTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private final RecentAnswers recent = new RecentAnswers();

    private static Answered answer(int second, String typed) {
        return new Answered(
                NOON.plusSeconds(second),
                "02",
                "2.1",
                7,
                typed,
                true,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty());
    }

    @Test
    void keepsTheAnswersOfTenMinutesInTheirOrder() {
        recent.add("ada", answer(0, "a"));
        recent.add("bob", answer(0, "b"));
        recent.add("ada", answer(300, "c"));
        assertThat(recent.at(NOON.plusSeconds(599)))
                .containsOnlyKeys("ada", "bob")
                .hasEntrySatisfying(
                        "ada",
                        own -> assertThat(own).extracting(Answered::typed).containsExactly("a", "c"));
        assertThat(recent.at(NOON.plusSeconds(600)))
                .hasEntrySatisfying(
                        "ada",
                        own -> assertThat(own).extracting(Answered::typed).containsExactly("c"))
                .containsOnlyKeys("ada");
        assertThat(recent.at(NOON.plusSeconds(900))).isEmpty();
    }

    /** While no teacher is connected, nobody asks for the answers. */
    @Test
    void dropsOldAnswersOfABusyStudentThoughNobodyAsks() {
        IntStream.range(0, 10_000).forEach(second -> recent.add("ada", answer(second, "x")));
        assertThat(recent.at(NOON)).containsOnlyKeys("ada");
        assertThat(recent.at(NOON).get("ada")).hasSize(600);
    }

    /** Lists copied with each answer would be 60,000 million references here. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void addsAnAnswerInConstantTime() {
        Answered answer = answer(0, "x");
        IntStream.range(0, 350_000).forEach(i -> recent.add("ada", answer));
        assertThat(recent.at(NOON)).isEqualTo(Map.of("ada", Collections.nCopies(350_000, answer)));
    }
}
