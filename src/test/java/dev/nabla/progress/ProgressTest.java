package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Stride;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.room.Board.ShownFigure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressTest {
    private static final DayRule DAYS = DayRule.inZone(ZoneOffset.UTC);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    /** Whoever reads a lesson with this character in it gets a complaint. */
    private static final String UNREADABLE = "\u0007";

    @TempDir
    private static Path folder;

    private static Course course;

    /**
     * Sections with the questions 1 to 40, and one with the guess 0, the questions 1 to 3, 7 for practice only and the
     * deeper 8, in lessons that nobody reads. 6.95 and 6.g95 stood in section 06 once and stand in 07.
     */
    @BeforeAll
    static void writeCourse() throws IOException {
        StringBuilder index = new StringBuilder("format: 1\nid: maths\nladder: [the maths]\nhere: 1\nsections:\n");
        for (String id : List.of("00", "02", "06", "07")) {
            String ids = IntStream.rangeClosed(0, id.equals("00") ? 3 : 40)
                    .mapToObj(i -> question(id.substring(1) + "." + i, i == 0 ? "predict: yes" : "places: 0"))
                    .collect(Collectors.joining());
            ids += id.equals("00") ? question("0.7", "road: no") + question("0.8", "deeper: yes") : "";
            ids += id.equals("07") ? question("6.95", "places: 0") + question("6.g95", "predict: yes") : "";
            String file = id + ".md";
            Files.writeString(
                    folder.resolve(file),
                    "---\ntitle: A\nminutes: 1\nretired: " + id.substring(1) + ".90\n---\n" + ids + UNREADABLE);
            index.append("  - {id: \"" + id + "\", title: A, gist: G, lesson: " + file + "}\n");
        }
        Files.writeString(folder.resolve("index.yaml"), index.toString());
        course = CourseReader.load(folder);
    }

    private static String question(String id, String more) {
        return "```question\nid: " + id + "\n" + more + "\n```\n";
    }

    private final List<Entry> entries = new ArrayList<>();

    /** Noon so many days after the Monday. */
    private static Instant day(int day) {
        return MONDAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private void answer(int day, String item, boolean right, int sure, boolean predicted) {
        entries.add(new Answered(
                day(day).plusSeconds(entries.size()),
                "0" + item.charAt(0),
                item,
                entries.size(),
                "1",
                right,
                Optional.empty(),
                sure == 0 ? OptionalInt.empty() : OptionalInt.of(sure),
                predicted,
                Optional.empty()));
    }

    private void answer(int day, String item, boolean right) {
        answer(day, item, right, 0, false);
    }

    private Progress on(int day) {
        return Progress.of(course, entries, day(day), DAYS);
    }

    private static List<Object> told(SectionProgress section) {
        return List.of(
                section.isRead(),
                section.answers(),
                section.right(),
                section.goals(),
                section.isMastered(),
                section.due());
    }

    /**
     * Answers like {@code DAY ITEM r} (right) or {@code w} (wrong), with an optional digit for the confidence; then
     * what is due on a day.
     */
    @Table
    void whatIsDueFollowsFromTheAnswers(String answers, int day, String due, String agenda, String box) {
        for (String answer : answers.split(", ")) {
            String[] words = answer.split(" ");
            int sure = words[2].length() > 1 ? words[2].charAt(1) - '0' : 0;
            answer(Integer.parseInt(words[0]), words[1], words[2].startsWith("r"), sure, false);
        }
        Progress progress = on(day);
        assertThat(progress.due().stream().map(QuestionHistory::id).collect(Collectors.joining(" ")))
                .isEqualTo(due == null ? "" : due);
        assertThat(progress.sectionProgress("02").due()).isEqualTo((int) progress.due().stream()
                .filter(history -> history.id().startsWith("2."))
                .count());
        assertThat(progress.agenda()).isEqualTo(agenda);
        LeitnerBox first = progress.items().get("2.1").box();
        String said = first.number() + " " + first.due() + (first.sureAndWrong() ? " sure and wrong" : "");
        assertThat(said).isEqualTo(box == null ? said : box);
    }

    @Test
    void whoHasDoneNothingHasNothingDue() {
        Progress none = on(0);
        assertThat(told(none.sectionProgress("06"))).isEqualTo(List.of(false, 0, 0, 0, false, 0));
        assertThat(none.agenda()).isEqualTo("nothing to review yet");
        assertThat(none.minutes()).isZero();
        assertThat(none.leftOff()).isEmpty();
        assertThat(none.seed("2.1")).isZero();
    }

    /** Answers as {@code ITEM r} or {@code w}, right or wrong; an item that ends in {@code .0} is a guess. */
    @Table
    void masteryIsFiveQuestionsRightTheLastTimeOrAllAndMoreThanHalfOfThoseAnswered(
            String answers, String section, boolean mastered) {
        for (String answer : answers.split(", ")) {
            String[] words = answer.split(" ");
            answer(0, words[0], words[1].equals("r"), 0, words[0].endsWith(".0"));
        }
        assertThat(on(0).sectionProgress(section).isMastered()).isEqualTo(mastered);
        assertThat(on(0).done()).isEqualTo(mastered ? Set.of(section) : Set.of());
    }

    @Test
    void neitherARightAnswerNorAGuessTakesMasteryAway() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            entries.clear();
            for (int i = random.nextInt(30); i > 0; i--) {
                answer(0, (random.nextBoolean() ? "0." : "6.") + random.nextInt(9), random.nextInt(3) > 0);
            }
            for (int more = 0; more < 20; more++) {
                Set<String> before = on(0).done();
                boolean guess = random.nextBoolean();
                String item = (random.nextBoolean() ? "0." : "6.") + random.nextInt(12);
                answer(0, item, !guess || random.nextBoolean(), 0, guess);
                assertThat(on(0).done()).as("seed %d", seed).containsAll(before);
                assertThat(!guess || on(0).done().equals(before))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void aRightAnswerToEveryQuestionOfTheRoadMastersEachSectionOfTheShippedCourse() {
        Course shipped = CourseReader.load(Path.of(System.getProperty("lessons", "lessons")));
        for (Section section : shipped.sections()) {
            List<Question> asked = section.lesson().orElseThrow().roadQuestions().stream()
                    .filter(question -> !question.deeper())
                    .toList();
            assertThat(section.masteryQuestions().onRoad())
                    .as(section.id())
                    .isEqualTo(asked.size())
                    .isGreaterThanOrEqualTo(5);
            asked.forEach(question -> answer(0, question.id(), true));
        }
        assertThat(Progress.of(shipped, entries, day(0), DAYS).done())
                .containsExactlyInAnyOrderElementsOf(shipped.sectionIds());
    }

    @Test
    void aSectionWithoutQuestionsIsDoneOnceItIsRead(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("a.md"), "---\ntitle: A\nminutes: 1\n---\nText.\n");
        Files.writeString(
                other.resolve("index.yaml"),
                "format: 1\nid: maths\nladder: [A]\nhere: 1\n"
                        + "sections:\n  - {id: \"02\", title: A, gist: G, lesson: a.md}\n");
        Course plain = CourseReader.load(other);
        assertThat(Progress.of(plain, entries, day(0), DAYS).done()).isEmpty();
        entries.add(new Read(day(0), "02"));
        assertThat(Progress.of(plain, entries, day(0), DAYS).done()).containsExactly("02");
    }

    @Test
    void whatIsSaidAfterAHintProvesNothing() {
        for (int i = 0; i < 4; i++) {
            answer(0, "6.1", false);
            for (int again = 1; again <= 3; again++) {
                Answered hinted = (Answered) entries.get(entries.size() - again);
                entries.add(new Answered(
                        hinted.at().plusMillis(again),
                        "06",
                        "6.1",
                        hinted.seed(),
                        "1",
                        true,
                        Optional.empty(),
                        OptionalInt.empty(),
                        true,
                        Optional.empty()));
            }
        }
        assertThat(told(on(0).sectionProgress("06"))).isEqualTo(List.of(false, 4, 0, 0, false, 0));
        assertThat(on(0).items().get("6.1").box().due()).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void whatWasAnsweredToARetiredQuestionCountsNowhere() {
        answer(0, "6.1", true);
        Progress without = on(3);
        for (int i = 0; i < 9; i++) {
            answer(0, "6.90", i % 2 == 0, 3, i == 0);
        }
        entries.add(new Reached(day(0), "06", "6.90"));
        assertThat(on(3)).isEqualTo(without);
        assertThat(without.after(entries.get(3)).sections()).isEqualTo(on(0).sections());
        Collections.shuffle(entries, new Random(1));
        assertThat(on(3).sections()).isEqualTo(without.sections());
    }

    @Test
    void whatWasEarnedInAnotherSectionBeforeItMovedCountsWhereItStandsNow() {
        answer(0, "6.95", true);
        entries.add(new Reached(day(0), "06", "6.g95"));
        assertThat(told(on(1).sectionProgress("07"))).isEqualTo(List.of(false, 1, 1, 1, false, 1));
        assertThat(told(on(1).sectionProgress("06"))).isEqualTo(List.of(false, 0, 0, 0, false, 0));
        assertThat(on(1).items().get("6.95").section()).isEqualTo("07");
    }

    @Test
    void aSectionCountsWhatIsReadAnsweredReachedAndDue() {
        entries.add(new Read(day(0), "06"));
        entries.add(new Reached(day(0), "06", "6.g1"));
        entries.add(new Reached(day(0).plusSeconds(9), "06", "6.g1"));
        answer(0, "6.1", true);
        answer(0, "6.2", false);
        assertThat(told(on(1).sectionProgress("06"))).isEqualTo(List.of(true, 2, 1, 1, false, 2));
        assertThat(on(1).goals()).containsExactly("6.g1");
        assertThat(on(1).isRead("06")).isTrue();
    }

    @Test
    void neitherTheOrderOfTheLinesNorRepeatedOnesMatter() {
        for (int i = 0; i < 40; i++) {
            answer(i / 4, (i % 2 == 0 ? "2." : "6.") + i % 5, i % 3 != 0, i % 4, i % 7 == 0);
        }
        entries.add(new Stood(day(3), "06", "softmax", Map.of()));
        Progress once = on(20);
        entries.addAll(List.copyOf(entries));
        Collections.shuffle(entries, new Random(1));
        assertThat(on(20)).isEqualTo(once);
    }

    /**
     * In parts of three, so that many entries of one moment, and many of a clock that was ahead, are more than a part.
     */
    @Test
    void entriesThatAreNotInOrderAreSortedInParts() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            entries.clear();
            for (int i = 0; i < 60; i++) {
                answer(random.nextInt(9) - 2, (i % 2 == 0 ? "2." : "6.") + i % 5, i % 3 != 0, i % 4, i % 7 == 0);
                entries.add(new Read(day(random.nextInt(3)), "0" + random.nextInt(9)));
                entries.add(new Stood(day(random.nextInt(4) - 1), "0" + random.nextInt(9), "softmax", Map.of()));
            }
            Collections.shuffle(entries, random);
            for (int today : List.of(-5, 2, 20)) {
                assertThat(Progress.of(course, entries::forEach, day(today), DAYS, 3))
                        .as("seed %d", seed)
                        .isEqualTo(on(today));
            }
        }
    }

    @Test
    void aDayOfTenThousandsOfAnswersToOneQuestionIsCountedUpToABound() {
        for (int i = 0; i < QuestionHistory.MOST_A_DAY + 20_000; i++) {
            answer(0, "6.1", true);
        }
        Progress progress = on(0);
        assertThat(progress.sectionProgress("06").answers()).isEqualTo(QuestionHistory.MOST_A_DAY);
        answer(1, "6.1", true);
        assertThat(progress.after(entries.get(entries.size() - 1))
                        .sectionProgress("06")
                        .answers())
                .isEqualTo(QuestionHistory.MOST_A_DAY + 1);
    }

    @Test
    void oneMoreEntryIsAddedAsIfAllHadBeenCountedAnew() {
        Progress added = on(0);
        for (int i = 0; i < 200; i++) {
            answer(i / 7, (i % 2 == 0 ? "2." : "6.") + i % 5, i % 3 != 0, i % 4, i % 7 == 0);
            if (i % 6 == 0) {
                entries.add(new Reached(day(i / 7).plusSeconds(900 + i), "06", "6.g" + i % 3));
                entries.add(new Read(day(i / 7).plusSeconds(901 + i), "0" + i % 9));
                added = added.after(entries.get(entries.size() - 3)).after(entries.get(entries.size() - 2));
            }
            added = added.after(entries.get(entries.size() - 1));
            // In the evening, since a time after now is corrected.
            Instant evening = day(i / 7).plus(Duration.ofHours(8));
            assertThat(added).isEqualTo(Progress.of(course, entries, evening, DAYS));
        }
    }

    @Test
    void aDayEndsAtTheLearnersMidnight() {
        Instant evening = Instant.parse("2026-03-02T23:30:00Z");
        entries.add(new Answered(
                evening, "02", "2.1", 0, "1", true, Optional.empty(), OptionalInt.empty(), false, Optional.empty()));
        Instant anHourLater = evening.plus(Duration.ofHours(1));
        assertThat(Progress.of(course, entries, anHourLater, DAYS).due()).hasSize(1);
        assertThat(Progress.of(course, entries, anHourLater, DayRule.inZone(ZoneId.of("Europe/Berlin")))
                        .due())
                .isEmpty();
    }

    @Test
    void aClockThatWasAheadKeepsNothingFromComingBack() {
        answer(0, "2.2", true);
        answer(3000, "2.1", true);
        entries.add(new Stood(day(3001), "06", "softmax", Map.of()));
        assertThat(on(1).due()).extracting(QuestionHistory::id).containsExactlyInAnyOrder("2.1", "2.2");
        entries.add(new Stood(day(1), "02", "dot", Map.of()));
        assertThat(on(1).leftOff()).contains((Stood) entries.get(3));
    }

    @Test
    void aQuestionReturnsWithOtherNumbersEveryTimeAndForEveryLearner() {
        List<Long> seeds = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            seeds.add(on(day).seed("2.1"));
            answer(day, "2.1", true);
        }
        assertThat(seeds).doesNotHaveDuplicates().startsWith(0L).allMatch(seed -> seed >= 0 && seed < 1_000_000);
        Progress mine = on(20);
        entries.add(0, new Read(day(-1), "02"));
        assertThat(on(20).seed("2.1")).isNotEqualTo(mine.seed("2.1"));
    }

    @Test
    void whereTheLearnerStoodLastIsKnown() {
        entries.add(new Stood(day(1), "06", "softmax", Map.of("tau", "0.5")));
        entries.add(new Stood(day(0), "02", "dot", Map.of()));
        assertThat(on(2).leftOff()).contains((Stood) entries.get(0));
    }

    static Stream<String> figures() {
        return Figures.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aFigureReturnsWithTheValuesItHad(String figure) {
        FigureState<?> opened = FigureState.of(Figures.named(figure));
        Random random = new Random(7);
        FigureState<?> live = opened;
        for (int i = 0; i < 300; i++) {
            live = random.nextBoolean()
                    ? live.focus(1)
                    : live.nudge(random.nextInt(3) - 1, random.nextInt(3) - 1, Stride.STEP);
            Stood stood = Stood.of(day(0), "06", Optional.of(live));
            Entry read = EntryLine.read(EntryLine.of(stood));
            assertThat(((Stood) read).restore(opened).settings()).isEqualTo(live.settings());
        }
        assertThat(live.settings()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"heads, strip, true, head, 2", "train, zoom, true, tau, 0.7", "softmax, draws, 300, tau, 0.5"})
    void aKnobThatAFigureNoLongerHasIsLeftOutAndTheOthersAreSet(
            String id, String gone, String was, String knob, String value) {
        FigureState<?> opened = FigureState.of(Figures.named(id));
        Map<String, String> saved = Map.of(gone, was, knob, value);
        assertThatThrownBy(() -> opened.set(saved)).hasMessageContaining("has no '" + gone + "'");
        assertThat(new Stood(day(0), "06", id, saved).restore(opened).settings())
                .isEqualTo(Map.of(knob, value));
        assertThat(new ShownFigure("ada", "06", id, saved, gone, 0, "picture")
                        .applyTo(opened)
                        .settings())
                .isEqualTo(Map.of(knob, value));
    }

    @Test
    void settingsOfAnotherFigureOrAnotherTimeLeaveItAsItIs() {
        FigureState<?> opened = FigureState.of(Figures.named("softmax"));
        assertThat(new Stood(day(0), "06", "dot", Map.of("a", "1,2")).restore(opened))
                .isEqualTo(opened);
        assertThat(new Stood(day(0), "06", "softmax", Map.of("gone", "1")).restore(opened))
                .isEqualTo(opened);
        assertThat(new Stood(day(0), "06", "softmax", Map.of("tau", "0")).restore(opened))
                .isEqualTo(opened);
    }

    @Test
    void eachNamedMistakeIsCountedOnceAnAnswer() {
        for (int i = 0; i < 3; i++) {
            Answered wrong = new Answered(
                    day(0).plusSeconds(i / 2),
                    "02",
                    "2.3",
                    i / 2,
                    "1",
                    false,
                    Optional.of("not-normalised"),
                    OptionalInt.empty(),
                    false,
                    Optional.empty());
            entries.add(wrong);
        }
        answer(1, "2.3", true);
        assertThat(on(1).traces().mistakes())
                .containsExactly(Map.entry(new Traces.Mistake("2.3", "not-normalised"), 2));
    }

    @Test
    void theLastChangedFigureOfAStationIsKnownAfterAReset() {
        List<Stood> kept = List.of(stood(0, "5", 3), stood(1, "6", 3), stood(2, "7", 4));
        entries.addAll(kept);
        entries.add(new Stood(day(3), "06", "softmax", Map.of()).withParts(3));
        assertThat(on(3).traces().figures()).containsExactlyElementsOf(kept.subList(1, 3));
        assertThat(on(3).after(stood(4, "8", 3)).traces().figures()).containsExactly(kept.get(2), stood(4, "8", 3));
    }

    @Test
    void anEndlessJournalOfFiguresTakesBoundedMemory() {
        for (int i = 0; i < 1000; i++) {
            entries.add(stood(i, "" + i, i));
        }
        assertThat(on(1000).traces().figures()).hasSize(100).endsWith(stood(999, "999", 999));
    }

    private static Stood stood(int day, String seed, int parts) {
        return new Stood(day(day), "06", "softmax", Map.of("tau", seed)).withParts(parts);
    }
}
