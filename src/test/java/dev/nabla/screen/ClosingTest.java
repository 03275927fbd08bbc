package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.ModelFolder;
import dev.nabla.Table;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Golden;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
import dev.nabla.own.KeptModel;
import dev.nabla.own.ListPlace;
import dev.nabla.own.OwnNames;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.screen.part.CopiedText;
import dev.nabla.tutor.Tutor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the course: the closing page, and what home says from then on. */
class ClosingTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Path FOLDER = Path.of("src/test/resources/screens");
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Set<String> OPEN = Set.of("5.g1", "12.g1", "16.g2");
    private static final List<String> STARS = List.of(
            "sirius", "canopus", "rigel", "vega", "capella", "procyon", "altair", "spica", "antares", "pollux", "deneb",
            "regulus", "castor", "mimosa", "hadar");

    private static final Size USUAL = new Size(80, 24);

    @TempDir
    Path models;

    /** All read, all goals reached but three, and a training of seed 7 that was left in section 16. */
    private static List<Entry> done(boolean trained) {
        List<Entry> done = new ArrayList<>();
        for (Section section : COURSE.sections()) {
            done.add(new Entry.Read(MONDAY, section.id()));
            section.outline().orElseThrow().goals().stream()
                    .filter(goal -> !OPEN.contains(goal))
                    .forEach(goal -> done.add(new Entry.Reached(MONDAY, section.id(), goal)));
        }
        Question question = COURSE.question("2.3");
        done.add(Entry.Answered.of(
                MONDAY,
                "02",
                question.draw(0),
                question.draw(0).answer(),
                question.draw(0).grade(question.draw(0).answer()),
                OptionalInt.empty()));
        if (trained) {
            done.add(trained(1000));
        }
        return done;
    }

    /** A training of seed 7 that was left in section 16. */
    private static Entry trained(int steps) {
        List<Station> road = COURSE.section("16").outline().orElseThrow().road();
        int station = ScreenLayout.first(i -> road.get(i).is(StationKind.PLAY), 0, road.size())
                .orElseThrow();
        String all = String.valueOf(steps);
        return new Entry.Stood(MONDAY, "16", "train", Map.of("seed", "7", "of", all, "steps", all)).withParts(station);
    }

    /** Lines told of the closing page after a training, on a shared server. */
    private static List<String> told(int steps) {
        ScreenState page = ClosingView.open(home(List.of(trained(steps)), USUAL, Glyphs.BRAILLE));
        return ((ViewBlock.WordsBlock) page.toTell(true).blocks().get(1)).lines();
    }

    @Test
    void onASharedServerAModelThatTakesTooLongIsNamedButNotTrained() {
        assertThat(told(100_000))
                .contains("Your model: seed 7, 100,000 steps.")
                .noneMatch(line -> line.startsWith("It says: "));
        assertThat(told(1000))
                .contains("Your model: seed 7, 1,000 steps.")
                .anyMatch(line -> line.startsWith("It says: "));
    }

    private static ScreenState home(List<Entry> done, Size size, Glyphs glyphs) {
        return home(COURSE, done, size, glyphs);
    }

    private static ScreenState home(Course course, List<Entry> done, Size size, Glyphs glyphs) {
        Progress progress = Progress.of(course, done, MONDAY, DayRule.inZone(ZoneOffset.UTC));
        return ScreenState.start(Tutor.of(progress, MONDAY), Font.of(glyphs), size);
    }

    private static ScreenState press(String key, ScreenState state) {
        return state.keys().effect(KeyPress.named(key)).map(state::apply).orElse(state);
    }

    /** All ticks and all work, until nothing moves. */
    private static ScreenState rested(ScreenState state) {
        ScreenState now = state.doWork(Figure.Budget.of(4));
        for (int i = 0; now.tickMillis() > 0; i++) {
            assertThat(i).as("ticks").isLessThan(5000);
            now = now.ticked().doWork(Figure.Budget.of(4));
        }
        return now;
    }

    private static String screen(ScreenState state) {
        return String.join("\n", state.frame().rows());
    }

    @Table
    void thePageIsAsKept(String name, boolean trained, String keys) {
        Glyphs glyphs = name.endsWith("ascii") ? Glyphs.ASCII : Glyphs.BRAILLE;
        String[] sides = name.replaceAll(".*-(\\d+x\\d+).*", "$1").split("x");
        Size size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        ScreenState page = rested(ClosingView.open(home(done(trained), size, glyphs)));
        for (String key : keys == null ? new String[0] : keys.split(" ")) {
            page = press(key, page);
        }
        Golden.check(FOLDER, name, page.frame());
        assertThat(page.frame().cells()).allMatch(cell -> glyphs.allows(cell.glyph()));
    }

    /** The page opens behind the last section of the model, before all work, and shows the model when it is done. */
    @Test
    void enterAtTheEndOfSection18LeadsToThePageAndThenHome() {
        Section last = COURSE.section("18");
        ScreenState end = home(done(false), USUAL, Glyphs.BRAILLE);
        end = Reading.at(last, last.outline().orElseThrow().road().size() - 1, end);
        assertThat(screen(end)).contains("Enter your closing page");
        ScreenState page = press("Enter", end);
        assertThat(screen(page)).contains("trained 0 of 1,000 steps").doesNotContain("marty");
        assertThat(screen(rested(page))).contains("held out  3.351 → 2.323", "marty", "3 goals, in 05, 12 and 16");
        assertThat(press("Enter", page).view()).isInstanceOf(OwnListView.class);
        assertThat(press("q", page).view()).isInstanceOf(HomeView.class);
    }

    @Test
    void theCurveIsDrawnOnceAndThenNothingMoves() {
        ScreenState page = rested(ClosingView.open(home(done(true), USUAL, Glyphs.BRAILLE)));
        assertThat(page.tickMillis()).isZero();
        assertThat(page.ticked()).isEqualTo(page);
    }

    @Test
    void theLastRunOfTheLearnerIsShownAndARunThatWasResetIsNoRun() {
        List<Entry> done = done(true);
        Entry.Stood run = (Entry.Stood) done.get(done.size() - 1);
        done.add(new Entry.Stood(MONDAY, "16", "train", Map.of("seed", "9")).withParts(run.parts() + 1));
        done.add(new Entry.Stood(MONDAY, "16", "train", Map.of("steps", "many")).withParts(run.parts() + 2));
        done.add(new Entry.Stood(MONDAY, "99", "train", Map.of("steps", "10")).withParts(1));
        String page = screen(rested(ClosingView.open(home(done, USUAL, Glyphs.BRAILLE))));
        assertThat(page).contains("Your model  seed 7, 1,000 steps", "lirie");
    }

    @Test
    void whatIsNotReadIsNamed() {
        List<Entry> some = new ArrayList<>(done(false));
        some.removeIf(entry -> entry instanceof Entry.Read && Set.of("05", "13").contains(entry.section()));
        String page = screen(rested(ClosingView.open(home(some, USUAL, Glyphs.BRAILLE))));
        assertThat(page).contains("2 sections to read, 05 and 13", "This is the end of the road.");
        assertThat(page.lines().filter(row -> row.endsWith("unread "))).hasSize(2);
    }

    @Test
    void openGoalsLeadsToTheGoalsOfTheFirstSectionThatHasOne() {
        ScreenState goal = press("G", ClosingView.open(home(done(true), USUAL, Glyphs.BRAILLE)));
        assertThat(goal.section()).contains(COURSE.section("05"));
        assertThat(((GoalView) goal.view()).trial().goal().id()).isEqualTo("5.g1");
    }

    @Test
    void theEndOfTheTrainingLeadsToNamesOfOnesOwn() {
        ScreenState end = end("16");
        assertThat(screen(end)).contains("your own names can be learnt too: o", "o your own names");
        assertThat(press("o", end).view()).isInstanceOf(OwnListView.class);
        ScreenState other = end("14");
        assertThat(screen(other)).doesNotContain("own names");
        assertThat(press("o", other).view()).isInstanceOf(EndView.class);
    }

    /** With the last group Enter leads on, so no further one follows. */
    @Test
    void anOpenGroupOfTheFileKeepsTheKeyToItsFigureOnASmallScreen() {
        ScreenState file = Reading.at(COURSE.section("18"), 2, home(List.of(), new Size(60, 20), Glyphs.BRAILLE));
        for (int group = 1; group <= 10; group++) {
            file = press("Enter", file);
            assertThat(screen(file)).contains("v figure", "q home");
        }
    }

    /** Returns the end of a section. */
    private static ScreenState end(String section) {
        return Reading.at(COURSE.section(section), Integer.MAX_VALUE, home(List.of(), USUAL, Glyphs.BRAILLE));
    }

    @Table
    void homeAfterTheCourseIsAsKept(String name, boolean trained) {
        Glyphs glyphs = name.endsWith("ascii") ? Glyphs.ASCII : Glyphs.BRAILLE;
        String[] sides = name.replaceAll(".*-(\\d+x\\d+).*", "$1").split("x");
        Size size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        ScreenState home = rested(home(done(trained), size, glyphs));
        Golden.check(FOLDER, name, home.frame());
        assertThat(home.frame().cells()).allMatch(cell -> glyphs.allows(cell.glyph()));
    }

    @Test
    void homeGreetsWithOtherNamesOnAnotherDayAndStaysStill() {
        ScreenState monday = rested(home(done(true), USUAL, Glyphs.BRAILLE));
        Progress later = Progress.of(COURSE, done(true), MONDAY.plusSeconds(86_400), DayRule.inZone(ZoneOffset.UTC));
        ScreenState tuesday =
                rested(ScreenState.start(Tutor.of(later, MONDAY.plusSeconds(86_400)), Font.of(Glyphs.BRAILLE), USUAL));
        assertThat(screen(monday))
                .contains("Monday · finished", "Your model says")
                .doesNotContain("Go on");
        assertThat(screen(tuesday)).contains("Tuesday · finished");
        assertThat(monday.frame().row(3)).isNotEqualTo(tuesday.frame().row(3));
        ScreenState moved = press("Down", monday).doWork(Figure.Budget.of(0));
        assertThat(moved.tickMillis()).isZero();
        assertThat(moved.frame().row(3)).isEqualTo(monday.frame().row(3));
    }

    @Test
    void whoHasReadTheCourseComesFromTheOpeningToTheClosingPage() {
        ScreenState home = press("End", rested(home(done(false), USUAL, Glyphs.BRAILLE)));
        ScreenState opening = press("Enter", home);
        assertThat(opening.view()).isInstanceOf(OpeningView.class);
        assertThat(press("Enter", opening).view()).isInstanceOf(ClosingView.class);
    }

    @Test
    void whoHasNotReadItAllGoesOn() {
        List<Entry> some = new ArrayList<>(done(true));
        some.removeIf(entry -> entry instanceof Entry.Read && entry.section().equals("05"));
        ScreenState home = home(some, USUAL, Glyphs.BRAILLE);
        assertThat(home.tickMillis()).isZero();
        assertThat(screen(home)).contains("Go on").doesNotContain("finished", "says");
    }

    @Test
    void theRecordIsCopiedWithWhatTheModelSays() {
        ScreenState page = rested(ClosingView.open(home(done(true), USUAL, Glyphs.BRAILLE)));
        CopiedText copied = page.copied().orElseThrow();
        assertThat(copied.clipboard()).isEqualTo(copied.shown());
        assertThat(copied.shown().lines())
                .contains(
                        "2026-03-02: 20 of 20 sections read, 0 mastered. 1 question answered, 1 right.",
                        "- [x] 02 Dot product: agreement as one number",
                        "    a·b = a₁b₁ + a₂b₂ + ...",
                        "It says: lirie, carda, calle, loron, tarie, machin, trin, strine.  ",
                        "    nabla show train --seed 7 --steps 1000");
    }

    /** Returns the doors of home for a learner who left a section at one of its stations, from 0. */
    private static List<HomeList.HomeTarget> doors(ScreenState home) {
        return new HomeList(Optional.empty(), Set.of())
                .items(home).stream().map(HomeList.HomeEntry::door).toList();
    }

    private static ScreenState left(String section, int station) {
        return home(List.of(new Entry.Stood(MONDAY, section, "", Map.of()).withParts(station)), USUAL, Glyphs.BRAILLE);
    }

    @Test
    void ownNamesStandBelowTheFirstRowOnceTheOpeningWasSeen() {
        ScreenState left = left("00", 1);
        assertThat(doors(left)).startsWith(HomeList.HomeTarget.GO_ON, HomeList.HomeTarget.OWN);
        assertThat(doors(left).stream().filter(HomeList.HomeTarget.OWN::equals)).hasSize(1);
        assertThat(screen(left)).contains("Go on   00", "Train on your own names  a list of yours, ten seconds");
        assertThat(press("Enter", press("Down", left)).view()).isInstanceOf(OwnListView.class);
        assertThat(doors(home(List.of(), USUAL, Glyphs.BRAILLE))).endsWith(HomeList.HomeTarget.OWN);
    }

    /** A section that was passed through without an answer is not read, but its end is. */
    @Test
    void whoLeftASectionAtItsEndGoesOnWithTheNextOne() {
        int end = COURSE.section("18").outline().orElseThrow().road().size() - 1;
        ScreenState left = left("18", end);
        assertThat(screen(left)).contains("Go on   20 A law");
        ScreenState opened = press("Enter", left);
        assertThat(opened.section()).contains(COURSE.section("20"));
        assertThat(opened.view().stationIndex(opened)).isZero();
        assertThat(screen(left("18", end - 1))).contains("Go on   18 The whole file");
        int last = COURSE.section("22").outline().orElseThrow().road().size() - 1;
        assertThat(screen(left("22", last))).contains("Go on   00 Three branches");
    }

    /** Returns a model of own names, as a file of it is read. */
    private KeptModel kept() {
        Recipe recipe = Recipe.standard().withCorpus(Corpus.of(STARS));
        ModelFolder folder = new ModelFolder(models);
        folder.keep(new KeptModel("stars", STARS.size(), recipe, new TrainingRun(recipe).snapshot(200)));
        return folder.latest().orElseThrow();
    }

    private ScreenState keeping(List<Entry> done, Size size, Glyphs glyphs) {
        OwnNames own = OwnNames.none(ListPlace.MACHINE).withKept(Optional.of(kept()));
        return home(done, size, glyphs).withOwn(own);
    }

    /** Its names are not in the file, so that nothing of it is held out. */
    @Table
    void aKeptModelOfOwnNamesStandsOnThePage(String name) {
        Glyphs glyphs = name.endsWith("ascii") ? Glyphs.ASCII : Glyphs.BRAILLE;
        String[] sides = name.replaceAll(".*-(\\d+x\\d+).*", "$1").split("x");
        Size size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        ScreenState page = rested(ClosingView.open(keeping(done(true), size, glyphs)));
        Golden.check(FOLDER, name, page.frame());
    }

    @Test
    void aKeptModelIsSaidInWordsAndIsNotInTheRecord() {
        ScreenState page = rested(ClosingView.open(keeping(done(true), new Size(100, 40), Glyphs.BRAILLE)));
        assertThat(page.copied().orElseThrow().shown())
                .contains("    nabla show train --seed 7 --steps 1000")
                .doesNotContain("It says", "stars");
        assertThat(screen(press("t", page)))
                .contains("Your model 'stars': 15 names, 200 steps.", "Its smoothed loss: ")
                .doesNotContain("held-out", "trains again");
    }

    /** The model greets above the list, so its row does not repeat what it says. */
    @Test
    void aKeptModelSaysItsNamesOnceAtHome() {
        String home = screen(rested(keeping(done(false), USUAL, Glyphs.BRAILLE)));
        assertThat(home.split("says", -1)).hasSize(2);
        assertThat(home).contains("Train on your own names  a list of yours, ten seconds");
    }

    /** Own names come first, then what is open, then the sections, and the opening last. */
    @Test
    void aKeptModelGreetsAboveTheListThatBeginsWithOwnNames() {
        ScreenState home = rested(keeping(done(false), USUAL, Glyphs.BRAILLE));
        assertThat(screen(home)).contains("Your model 'stars' says   ");
        assertThat(new HomeList(Optional.empty(), Set.of()).items(home))
                .map(HomeList.HomeEntry::door)
                .containsExactly(
                        HomeList.HomeTarget.OWN,
                        HomeList.HomeTarget.GOALS,
                        HomeList.HomeTarget.REVIEW,
                        HomeList.HomeTarget.RUNG,
                        HomeList.HomeTarget.RUNG,
                        HomeList.HomeTarget.RUNG,
                        HomeList.HomeTarget.OPENING);
        assertThat(press("Enter", home).view()).isInstanceOf(OwnListView.class);
    }

    /** Our course with a single section after the closing page, 29. */
    private static Course withSequel() {
        List<Section> sections = new ArrayList<>(COURSE.untilClosing());
        int rung = COURSE.ladder().size() - 1;
        sections.add(new Section(
                "29", "What else", "more", rung, COURSE.section("00").draft()));
        return new Course(COURSE.id(), COURSE.ladder(), COURSE.here(), sections);
    }

    @Test
    void theCourseIsFinishedWithoutTheSectionsAfterTheClosingPage() {
        ScreenState home = rested(home(withSequel(), done(true), USUAL, Glyphs.BRAILLE));
        assertThat(withSequel().closing()).contains(COURSE.section("18"));
        assertThat(withSequel().timeInWords()).isEqualTo(COURSE.timeInWords());
        assertThat(screen(home))
                .contains("finished", "Your model says", "From microGPT to an LLM", "Go on       29 What else")
                .doesNotContain("00  Three branches");
    }

    @Test
    void enterOnTheClosingPageLeadsToTheFirstSectionAfterItThatIsNotRead() {
        ScreenState page = rested(ClosingView.open(home(withSequel(), done(true), USUAL, Glyphs.BRAILLE)));
        assertThat(screen(page))
                .contains(
                        "1 section to read, 29",
                        " Next: From microGPT to an LLM, 16 min: 29 What else ",
                        "Enter 29 What else",
                        "o your own names")
                .doesNotContain("unread");
        assertThat(screen(press("Enter", page))).contains("29 What else", "page 1 of 4");
        assertThat(screen(press("o", page))).contains("Train on your own names");
        List<Entry> all = new ArrayList<>(done(true));
        all.add(new Entry.Read(MONDAY, "29"));
        assertThat(screen(rested(ClosingView.open(home(withSequel(), all, USUAL, Glyphs.BRAILLE)))))
                .contains("Enter your own names")
                .doesNotContain("to read");
    }

    @Test
    void aSectionAfterTheClosingPageThatWasBegunIsGoneOnWith() {
        List<Entry> begun = new ArrayList<>(done(true));
        begun.add(new Entry.Stood(MONDAY, "29", "chain", Map.of()).withParts(1));
        ScreenState home = rested(home(withSequel(), begun, USUAL, Glyphs.BRAILLE));
        assertThat(screen(home)).contains("finished", "Go on", "29 What else").doesNotContain("00  Three branches");
        begun.add(new Entry.Read(MONDAY, "29"));
        assertThat(screen(rested(home(withSequel(), begun, USUAL, Glyphs.BRAILLE))))
                .contains("finished")
                .doesNotContain("Go on", "29  What else");
    }

    @Test
    void theRecordCountsEverySectionOfTheCourse() {
        ScreenState page = rested(ClosingView.open(home(withSequel(), done(true), USUAL, Glyphs.BRAILLE)));
        assertThat(page.copied().orElseThrow().shown().lines().toList().get(2))
                .isEqualTo("2026-03-02: 17 of 18 sections read, 0 mastered. 1 question answered, 1 right.");
    }

    @Test
    void manySectionsAreCountedAndAFewNamed() {
        List<Entry> read = new ArrayList<>(done(false));
        read.removeIf(Entry.Reached.class::isInstance);
        int open = FinishedHome.end(home(read, USUAL, Glyphs.BRAILLE)).openGoals();
        String page = screen(rested(ClosingView.open(home(read, USUAL, Glyphs.BRAILLE))));
        assertThat(page).contains(open + " goals, in 20 sections ");
    }
}
