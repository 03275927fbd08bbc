package dev.nabla.tui.screen;

import dev.nabla.closing.CourseModel;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tui.screen.SummaryPart.SummaryRow;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.ComingBack;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The end of a section: the learner's guesses, what was done, and which questions come back when.
 *
 * @param under the section to return to, with its position and scrolling
 * @param walk the position at the end of the section
 */
record EndView(Reading under, Walk walk) implements SectionView {
    private static final String RIGHT = "right";
    private static final String RETRIED = "right at another try";
    private static final String WRONG = "not right yet";
    private static final String OPEN = "open";
    /** Most questions of a day that are named. */
    private static final int MOST_NAMED = 4;

    /** Most chars of the words that stand for a question, alone and before a reason. */
    private static final int LONGEST_NAME = 48;

    private static final int LONGEST_WITH_REASON = 30;

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD, KeyContext.SECTION));
        if (hasTrained(state)) {
            keys.add(KeyContext.TRAINED);
        }
        keys.addAll(List.of(KeyContext.SECTIONS, KeyContext.BACK));
        return keys;
    }

    /** Returns whether this is the section of nabla's own course whose goals are trainings. */
    private boolean hasTrained(ScreenState state) {
        return state.course().isOwn() && under.lesson().hasGoalOn(CourseModel.TRAINING);
    }

    @Override
    public Onward onward(ScreenState state) {
        if (isLast(state)) {
            return new Onward("your closing page", ClosingView::open);
        }
        Optional<Section> next = state.course().neighbour(under.section(), 1);
        return new Onward(
                next.map(section -> section.id() + " " + section.title()).orElse("home"),
                now -> next.map(now::open).orElseGet(() -> now.show(new HomeView(0, true, Optional.of(this)))));
    }

    /** Returns whether the closing page comes next. */
    private boolean isLast(ScreenState state) {
        return state.course().closing().equals(Optional.of(under.section()));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        return switch (Navigation.of(effect)) {
            case BACK -> state.apply(Navigation.LEAVE);
            case BEFORE -> goBack(state);
            case MORE_NAMES -> OwnListView.open(state);
            default -> state;
        };
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        String words = next(canvas, state);
        Line sentence = Clip.to(Line.of(words), canvas.width() - 2, canvas.glyphs());
        Canvas above = ScreenLayout.above(List.of(sentence), under.road(state), stationIndex(state), canvas);
        Canvas body = ScreenLayout.below(ScreenLayout.title(under.section()), Line.EMPTY.dim("the end"), above);
        Canvas text = body.part(body.area().afterColumns(2));
        EndCalibration calibration = new EndCalibration(under.road(state), state);
        ScreenLayout.put(ScreenLayout.fitting(summary(calibration, text, state), body.height()), 0, text);
        calibration.drawRung(body.part(body.area().afterColumns(ScreenLayout.WIDEST + 6)));
    }

    private String next(Canvas canvas, ScreenState state) {
        if (isLast(state)) {
            return "That was the last section about the model";
        }
        return state.course()
                .neighbour(under.section(), 1)
                .map(next -> canvas.fitting(
                        canvas.width() - 2,
                        "Next: " + next.id() + " " + next.title() + " · " + SectionWords.inFull(next, state),
                        "Next: " + next.id() + " " + next.title()))
                .orElse("That was the last section there is");
    }

    /** Returns the parts of the summary. What was done gives way, then the guesses, to how sure the learner was. */
    private List<Line> summary(EndCalibration calibration, Canvas canvas, ScreenState state) {
        SummaryPart sure = calibration.part();
        SummaryPart guesses = new SummaryPart("Your guess, and what it was", guesses(state));
        SummaryPart done = new SummaryPart("What you did", done(state));
        SummaryPart back = new SummaryPart("What comes back", back(state));
        List<Line> all = lines(List.of(sure, guesses, done, back), canvas);
        if (!calibration.isShown() || ScreenLayout.fit(all, canvas.height())) {
            return all;
        }
        List<Line> shorter = lines(List.of(sure, guesses, back), canvas);
        return ScreenLayout.fit(shorter, canvas.height()) ? shorter : lines(List.of(sure, back), canvas);
    }

    private static List<Line> lines(List<SummaryPart> parts, Canvas canvas) {
        WrappedLines column = new WrappedLines(Math.min(ScreenLayout.WIDEST, canvas.width() - 2), canvas.glyphs());
        parts.forEach(part -> part.add(column));
        return column.lines();
    }

    /** Returns the guesses made in this session, each wrong one with the right answer below it. */
    private List<SummaryRow> guesses(ScreenState state) {
        List<SummaryRow> rows = new ArrayList<>();
        for (Attempt guess : under.road(state).guesses()) {
            String sure = guess.reply()
                    .flatMap(Attempt.GradedAnswer::sure)
                    .map(how -> ", " + how.word())
                    .orElse("");
            Line you = Line.EMPTY.second(guess.shownTyped());
            rows.add(new SummaryRow(
                    "you", guess.isRight() ? you.dim(": ").result("right").dim(sure) : you.dim(sure)));
            if (!guess.isRight()) {
                rows.add(new SummaryRow("it is", Line.EMPTY.result(guess.shownAnswer())));
            }
        }
        return rows;
    }

    private List<SummaryRow> done(ScreenState state) {
        Road road = under.road(state);
        List<SummaryRow> rows = new ArrayList<>();
        long guesses = road.beats().stream()
                .filter(beat -> beat.kind() == StationKind.GUESS && road.open(beat) > 0)
                .count();
        if (guesses > 0) {
            rows.add(new SummaryRow(guesses == 1 ? "guess" : guesses + " guesses", Line.of("skipped")));
        }
        for (Station beat : road.beats()) {
            int open = road.open(beat);
            switch (beat.kind()) {
                case BLANKS -> {
                    int all = road.count(beat);
                    String words = open == 0 ? "all filled in" : all - open + " of " + all + " filled in";
                    rows.add(new SummaryRow(road.all(beat), Line.of(words)));
                }
                case QUESTIONS -> {
                    rows.add(new SummaryRow(road.all(beat), Line.of(questions(state))));
                    if (!road.practiceOnly().isEmpty()) {
                        rows.add(new SummaryRow("practice", Line.of(road.practiceOnly() + ": a")));
                    }
                }
                case GOALS -> rows.add(new SummaryRow(road.all(beat), Line.of(goals(state))));
                case READ, GUESS, PLAY, END -> {}
            }
        }
        if (hasTrained(state)) {
            rows.add(new SummaryRow("your own names", Line.of("can be learnt too: o")));
        }
        return rows;
    }

    /** Returns the questions counted by result, like {@code 6 right, 1 right at another try, 3 open}. */
    private String questions(ScreenState state) {
        Map<String, Long> counts = under.lesson().roadQuestions().stream()
                .collect(Collectors.groupingBy(
                        question -> result(question, state), LinkedHashMap::new, Collectors.counting()));
        if (counts.size() == 1) {
            String none = "0 of " + under.lesson().roadQuestions().size() + " ";
            return switch (counts.keySet().iterator().next()) {
                case RIGHT -> "all right at once";
                case RETRIED -> "all right in the end";
                case WRONG -> none + "right so far";
                default -> none + "answered";
            };
        }
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String result(Question question, ScreenState state) {
        QuestionHistory known = state.progress().items().get(question.id());
        if (known == null) {
            return OPEN;
        }
        return !known.right() ? WRONG : known.answers() == 1 ? RIGHT : RETRIED;
    }

    private String goals(ScreenState state) {
        List<Goal> open = under.lesson().goals().stream()
                .filter(goal -> !state.progress().goals().contains(goal.id()))
                .toList();
        int all = under.lesson().goals().size();
        return open.isEmpty()
                ? "all reached"
                : all - open.size() + " of " + all + " reached; next: "
                        + open.get(0).ask();
    }

    /** Returns the questions that come back, each by its first words, with the reason and the day. */
    private List<SummaryRow> back(ScreenState state) {
        List<SummaryRow> rows = new ArrayList<>();
        Map<String, List<ComingBack>> days = under.road(state).comingBack().stream()
                .collect(Collectors.groupingBy(ComingBack::day, LinkedHashMap::new, Collectors.toList()));
        days.forEach((day, questions) -> {
            int shown = questions.size() > MOST_NAMED ? MOST_NAMED - 1 : questions.size();
            for (int i = 0; i < shown; i++) {
                ComingBack one = questions.get(i);
                String why = one.reason().words();
                Line words = why.isEmpty()
                        ? Line.of(one.firstWords(LONGEST_NAME))
                        : Line.of(one.firstWords(LONGEST_WITH_REASON)).dim(" (" + why + ")");
                rows.add(new SummaryRow(i == 0 ? day : "", words));
            }
            if (shown < questions.size()) {
                rows.add(new SummaryRow("", Line.EMPTY.dim("and " + (questions.size() - shown) + " more")));
            }
        });
        return rows;
    }
}
