package dev.nabla.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.math.BadInput;
import dev.nabla.progress.ClassReport.ReportBuilder;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many points a section gives; all numbers are by hand. */
class PointRuleTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Section DOT = COURSE.section("02");
    private static final DayRule DAYS = DayRule.inZone(ZoneOffset.UTC);
    private static final Instant DUE = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant NOW = DUE.plusSeconds(100_000);

    private static Entry answer(Instant at, String item, boolean right) {
        return new Answered(
                at,
                "02",
                item,
                0,
                right ? COURSE.question(item).draw(0).answer() : "99",
                right,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.of(COURSE.question(item).digest()));
    }

    private static List<Entry> five(Instant at, boolean right) {
        List<Entry> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(answer(at.plusSeconds(i), "2." + (i + 8), right));
        }
        return answers;
    }

    private static Entry read(int afterDue) {
        return new Read(DUE.plusSeconds(afterDue), "02");
    }

    private static StudentPoints points(PointRule rule, Map<String, Instant> dues, List<Entry> done)
            throws IOException {
        ReportBuilder report = new ReportBuilder(COURSE, NOW, DAYS, false);
        return StudentPoints.of(rule, COURSE, report.add("ada", done::forEach, fresh -> {}), dues, NOW, DAYS);
    }

    private static Optional<String> points(String rule, boolean due, List<Entry> done) throws IOException {
        return points(PointRule.of(rule), due ? Map.of("02", DUE) : Map.of(), done)
                .text("02");
    }

    private static List<Entry> with(List<Entry> one, Entry... more) {
        List<Entry> all = new ArrayList<>(List.of(more));
        all.addAll(one);
        return all;
    }

    @Test
    void aSectionGivesPointsForWhatWasDoneInIt() throws IOException {
        String rule = "1 0.5 0 0.5";
        assertThat(points(rule, false, List.of())).isEmpty();
        assertThat(points(rule, false, List.of(answer(DUE, "2.3", true)))).isEmpty();
        assertThat(points(rule, false, List.of(read(0)))).contains("0.5");
        assertThat(points(rule, false, five(DUE, true))).contains("1");
        assertThat(points("7 2 0 0.5", false, with(five(DUE, true), read(1)))).contains("7");
    }

    @Test
    void whatCameAfterTheDueDateCountsByItsShare() throws IOException {
        String rule = "1 0.5 0 0.5";
        assertThat(points(rule, true, List.of())).as("the date has passed").contains("0");
        assertThat(points(rule, true, List.of(read(0)))).as("at the due time").contains("0.5");
        assertThat(points(rule, true, List.of(read(1)))).contains("0.25");
        assertThat(points(rule, true, five(DUE.minusSeconds(60), true))).contains("1");
        assertThat(points(rule, true, five(DUE.plusSeconds(60), true))).contains("0.5");
        assertThat(points(rule, true, with(five(DUE.plusSeconds(60), true), read(0))))
                .as("0.5 + 0.5 (1 - 0.5)")
                .contains("0.75");
        assertThat(points("1 0.5 0 0", true, with(five(DUE.plusSeconds(60), true), read(0))))
                .contains("0.5");
        assertThat(points("0.35 0.1 0 0.25", true, with(five(DUE.plusSeconds(60), true), read(0))))
                .as("0.1 + 0.25 (0.35 - 0.1), not rounded")
                .contains("0.1625");
        Map<String, Instant> tomorrow = Map.of("02", NOW.plusSeconds(1));
        assertThat(points(PointRule.DEFAULT, tomorrow, List.of()).text("02")).isEmpty();
        assertThat(points(PointRule.DEFAULT, tomorrow, List.of(read(5))).text("02"))
                .contains("0.5");
    }

    @Test
    void aSlipInALaterReviewCostsNothing() throws IOException {
        List<Entry> done = with(five(DUE.minusSeconds(60), true));
        done.addAll(five(DUE.plusSeconds(50_000), false));
        assertThat(points("1 0.5 0 0.5", true, done)).contains("1");
        assertThat(points("1 0.5 0 0.5", false, done))
                .as("without a due date it does")
                .isEmpty();
    }

    @Test
    void aGoalGivesPointsOnceAndOnlyIfTheSectionHasIt() throws IOException {
        List<String> goals = DOT.outline().orElseThrow().goals();
        assertThat(goals).isNotEmpty();
        List<Entry> done = List.of(
                new Reached(DUE, "02", goals.get(0)),
                new Reached(DUE.plusSeconds(1), "02", goals.get(0)),
                new Reached(DUE.plusSeconds(2), "02", "made-up"));
        assertThat(points("1 0.5 0.2 0.5", false, done)).contains("0.2");
        assertThat(points("1 0.5 0.2 0.5", true, List.of(new Reached(DUE.plusSeconds(1), "02", goals.get(0)))))
                .contains("0.1");
        assertThat(PointRule.of("1 0.5 0.2 0.5").most(DOT)).isEqualByComparingTo(1 + 0.2 * goals.size() + "");
    }

    @Test
    void theSumIsExact() throws IOException {
        List<Entry> done = List.of(read(0), new Read(DUE, "06"), new Read(DUE, "07"));
        StudentPoints points = points(PointRule.of("1 0.1 0 1"), Map.of(), done);
        assertThat(points.total()).isEqualTo("0.3");
        assertThat(points.number("06")).isEqualTo(0.1);
        assertThat(points.number("05")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1 0.5 0,'1 0.5 0' are not four numbers",
        "-1 0 0 0,'-1' is no number of points",
        "NaN 0 0 0,'NaN' is no number of points",
        "1e3 0 0 0,'1e3' is no number of points",
        "1001 0 0 0,from 0 to 1000",
        "1 0.125 0 0,at most two decimals",
        "1 0 0 1.5,from 0 to 1 ",
        "0.4 0.5 0 0,reading a section gives 0.5 points and mastering it only 0.4"
    })
    void otherNumbersAreRefused(String text, String why) {
        assertThatThrownBy(() -> PointRule.of(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(why.strip());
    }

    @Test
    void theTextReadsBack() {
        assertThat(PointRule.of("100 50.50 0,25 1.0").text()).isEqualTo("100 50.5 0.25 1");
        assertThat(PointRule.of(PointRule.DEFAULT.text())).isEqualTo(PointRule.DEFAULT);
    }
}
