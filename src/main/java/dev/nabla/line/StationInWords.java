package dev.nabla.line;

import dev.nabla.closing.CourseModel;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Calibration;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.ComingBack;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.Practice;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a position on the road of a section, for the text mode.
 *
 * @param walk the position
 * @param tutor the state of the learner
 */
record StationInWords(Walk walk, Tutor tutor) {
    /** Most chars of the words that stand for a question. */
    private static final int LONGEST_NAME = 60;

    private Section section() {
        return walk.section();
    }

    private Road road() {
        return walk.road(tutor);
    }

    /** Returns the title of the section and its duration. */
    String section(int minutes) {
        return "Section " + section().id() + ": " + section().title() + ". About "
                + WorkedSteps.count(minutes, "minute") + ".";
    }

    /** Returns the name of the current station. */
    String here() {
        return "\n" + name(walk.station()) + ".";
    }

    private String name(int station) {
        int last = road().beats().size() - 1;
        return station == last
                ? "The end of section " + section().id()
                : "Station " + (station + 1) + " of " + last + ": " + road().name(road().at(station));
    }

    /** Returns a line for each station. */
    List<String> stations() {
        List<String> stations = new ArrayList<>();
        for (int i = 0; i < road().beats().size(); i++) {
            stations.add(name(i) + (i == walk.station() ? ", you are here" : ""));
        }
        return stations;
    }

    /** Returns the text of the page, one string per block. */
    List<String> page(ProseLayout prose) {
        return page(section().lesson().orElseThrow().pages().get(walk.index()), prose);
    }

    /** Returns the text of a page that explains a question. */
    static List<String> explanation(PageRef page, ProseLayout prose) {
        List<String> blocks = new ArrayList<>();
        blocks.add("\n" + page.section().id() + " " + page.section().title() + ", page " + (page.page() + 1) + ".");
        blocks.addAll(page(page.section().lesson().orElseThrow().pages().get(page.page()), prose));
        return blocks;
    }

    private static List<String> page(List<Block> page, ProseLayout prose) {
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            boolean close = i > 0 && ProseLayout.isClose(page.get(i - 1), page.get(i));
            blocks.add((close ? "" : "\n")
                    + prose.lines(page.get(i)).stream().map(Line::plain).collect(Collectors.joining("\n")));
        }
        return blocks;
    }

    /** Returns the introduction of a figure. */
    String figure(FigureInWords<?> figure) {
        return "\n" + figure.title() + "\n" + figure.sentence()
                + (figure.live().isShort() ? "\n'run' runs it, 'step' takes one step." : "")
                + "\n'figure' tells its numbers, and what can be typed to change them.";
    }

    /** Returns the line above a question of the course. One that is not open here has no place among those of here. */
    String question(QuestionRef question) {
        boolean here = walk.question().equals(Optional.of(question));
        String name = here ? walk.questionCount() : "question " + question.id();
        return "\n" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                + ". '?' gives a hint, an empty line puts it off.";
    }

    /** Returns the line above a guess. */
    String guess(FigureInWords<?> figure) {
        return "\nGuess first, about " + figure.title() + " An empty line puts it off.";
    }

    /** Returns the lines of a worked example up to the next blank. */
    List<String> blanks(Practice practice) {
        int blanks = practice.example().blanks();
        int known = practice.solution().steps().size() - blanks + practice.past();
        List<String> lines = new ArrayList<>();
        lines.add("\nPractice with new numbers, no score. '?' gives a hint, an empty line puts it off.\n"
                + practice.solution().prompt());
        practice.solution().lines(blanks, practice.past()).stream()
                .limit(known)
                .forEach(line -> lines.add("  " + line.plain()));
        return lines;
    }

    /** Returns the text of the goal, with the start of its figure. */
    String goal() {
        GoalAttempt tried = walk.trial().orElseThrow();
        Goal goal = tried.goal();
        FigureInWords<?> start = new FigureInWords<>(tried.live());
        int all = section().lesson().orElseThrow().goals().size();
        return "\nGoal " + (walk.index() + 1) + " of " + all + ", on " + start.title() + "\n" + goal.ask() + "\n"
                + start.sentence() + "\n" + goal.spoken(tried.live()).distance() + "\nAn empty line "
                + (walk.runs(tutor) ? "runs the figure, a second one leaves the goal" : "leaves it") + " for later.";
    }

    /** Returns how far the figure is from the open goal; empty if no goal is open. */
    Optional<String> distance() {
        return walk.trial().map(this::distance);
    }

    private String distance(GoalAttempt tried) {
        Goal.GoalProgress progress = tried.goal().spoken(tried.live());
        return progress.isMet()
                ? "reached: " + tried.goal().ask()
                : "goal " + (walk.index() + 1) + ": " + progress.distance();
    }

    /**
     * Returns the summary at the end of a section: guesses, open exercises, questions that come back, the next section.
     */
    List<String> end() {
        List<String> lines = new ArrayList<>();
        for (Attempt guess : road().guesses()) {
            lines.add(guessed(guess));
        }
        String open = road().openExercises();
        lines.add(open.isEmpty() ? "All exercises are done." : "Still open: " + open + "; 'practice' lists them.");
        String more = road().practiceOnly();
        if (!more.isEmpty()) {
            lines.add("'practice' has " + more + ".");
        }
        lines.addAll(sure());
        for (ComingBack back : road().comingBack()) {
            String why =
                    back.reason().words().isEmpty() ? "." : ": " + back.reason().words() + ".";
            lines.add("\"" + back.firstWords(LONGEST_NAME) + "\" comes back " + back.day() + why);
        }
        if (tutor.course().isOwn() && section().lesson().orElseThrow().hasGoalOn(CourseModel.TRAINING)) {
            lines.add("A model can learn names of your own too: 'names'.");
        }
        tutor.course()
                .neighbour(section(), 1)
                .ifPresent(next -> lines.add("Next: " + next.id() + " " + next.title() + ", " + next.gist()));
        return lines;
    }

    /** Returns what the learner guessed, and the truth. */
    static String guessed(Attempt guess) {
        String truth = guess.isRight() ? ", and were right" : "; the answer: " + guess.shownAnswer();
        return "You guessed: " + guess.shownTyped() + truth;
    }

    /** Returns how sure the learner was and how right, if the learner was asked often enough. */
    private List<String> sure() {
        Calibration all = tutor.progress().sectionProgress(section().id()).calibration();
        return all.isTelling()
                ? List.of(
                        "You were sure and right "
                                + WorkedSteps.count(all.certain().right(), "time") + ", sure and wrong "
                                + WorkedSteps.count(all.certain().wrong(), "time") + ".",
                        "When fairly sure: " + counts(all.fairly()) + " With a hunch: " + counts(all.hunch()))
                : List.of();
    }

    private static String counts(Calibration.ConfidenceTally tally) {
        return tally.right() + " right, " + tally.wrong() + " wrong.";
    }

    /** Returns a line for each exercise of the section. */
    List<String> exercises() {
        List<Road.Exercise> all = road().exercises();
        List<String> lines = new ArrayList<>();
        lines.add(
                all.isEmpty()
                        ? "This section has no exercises yet."
                        : "Exercises of section " + section().id() + ":");
        for (int i = 0; i < all.size(); i++) {
            String state = (road().isDeeper(all.get(i)) ? ", deeper" : "")
                    + (all.get(i).done() ? ", done: " : ", to do: ");
            lines.add((i + 1) + ". " + road().name(all.get(i)) + state + road().ask(all.get(i)));
        }
        return lines;
    }
}
