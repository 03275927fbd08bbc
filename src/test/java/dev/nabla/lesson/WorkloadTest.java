package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {
    @Test
    void timeIsInMinutesBelowAnHourThenInHoursWithTwoDigitsOfMinutes() {
        assertThat(Workload.NONE.time()).isEqualTo("0 min");
        assertThat(new Workload(9, 50, 3).time()).isEqualTo("59 min");
        assertThat(new Workload(10, 50, 3).time()).isEqualTo("1 h 00");
        assertThat(new Workload(18, 167, 3).time()).isEqualTo("3 h 05");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 minute", "14, 14 minutes", "59, 59 minutes", "60, 1 hour", "61, 2 hours", "420, 7 hours"})
    void aWholeCourseTakesMinutesOrHoursRoundedUp(int minutes, String words) {
        assertThat(new Workload(minutes, 0, 0).timeInWords()).isEqualTo(words);
    }

    @Test
    void sizesAddUp() {
        assertThat(new Workload(2, 12, 2).plus(new Workload(3, 25, 13))).isEqualTo(new Workload(5, 37, 15));
        assertThat(Workload.inMinutes(89)).isEqualTo(1);
        assertThat(Workload.inMinutes(90)).isEqualTo(2);
    }
}
