package dev.nabla.screen;

import dev.nabla.closing.CourseModel;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.screen.ViewBlock.BlockRow;
import dev.nabla.screen.ViewBlock.RowForm;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.screen.part.WrappedLines;
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
            default -> state;
        };
    }

    @Override
    public Optional<Section> endedSection(ScreenState state) {
        return Optional.of(under.section());
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        List<ViewBlock> blocks = new ArrayList<>(List.of(head(state)));
        blocks.addAll(parts(state));
        blocks.addAll(figureBeside(state));
        blocks.add(next(state));
        return blocks;
    }

    private ViewBlock.HeadBlock head(ScreenState state) {
        return head(Line.EMPTY.dim("the end"), state);
    }

    /** Returns the parts of the summary: how sure the learner was, the guesses, what was done, what comes back. */
    private List<RowsBlock> parts(ScreenState state) {
        return List.of(
                new EndCalibration(under.road(state), state).part(),
                new RowsBlock("Your guess, and the answer", RowForm.SUMMARY, guesses(state)),
                new RowsBlock("What you did", RowForm.SUMMARY, done(state)),
                new RowsBlock("What comes back", RowForm.SUMMARY, back(state)));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Canvas body = Painter.section(head(state), next(state), canvas);
        Canvas text = body.part(body.area().afterColumns(2));
        ScreenLayout.put(ScreenLayout.fitting(summary(text, state), body.height()), 0, text);
        new EndCalibration(under.road(state), state)
                .drawRung(body.part(body.area().afterColumns(ScreenLayout.WIDEST + 6)));
    }

    private ViewBlock.SentenceBlock next(ScreenState state) {
        if (isLast(state)) {
            return ViewBlock.SentenceBlock.of("That was the last section about the model");
        }
        return state.course()
                .neighbour(under.section(), 1)
                .map(next -> {
                    String name = "Next: " + next.id() + " " + next.title();
                    String size = SectionWords.inFull(next, state);
                    return ViewBlock.SentenceBlock.of(name + " · " + size, name).spoken(name + ", " + size);
                })
                .orElse(ViewBlock.SentenceBlock.of("That was the last section there is"));
    }

    /** Returns the summary. What was done gives way, then the guesses, to how sure the learner was. */
    private List<Line> summary(Canvas canvas, ScreenState state) {
        List<RowsBlock> parts = parts(state);
        List<Line> all = lines(parts, canvas);
        if (parts.get(0).rows().isEmpty() || ScreenLayout.fit(all, canvas.height())) {
            return all;
        }
        List<Line> shorter = lines(List.of(parts.get(0), parts.get(1), parts.get(3)), canvas);
        return ScreenLayout.fit(shorter, canvas.height())
                ? shorter
                : lines(List.of(parts.get(0), parts.get(3)), canvas);
    }

    private static List<Line> lines(List<RowsBlock> parts, Canvas canvas) {
        WrappedLines column = new WrappedLines(Math.min(ScreenLayout.WIDEST, canvas.width() - 2), canvas.glyphs());
        parts.forEach(part -> Painter.add(part, column));
        return column.lines();
    }

    /** Returns the guesses made in this session, each wrong one with the right answer below it. */
    private List<BlockRow> guesses(ScreenState state) {
        List<BlockRow> rows = new ArrayList<>();
        for (Attempt guess : under.road(state).guesses()) {
            String sure = guess.reply()
                    .flatMap(Attempt.GradedAnswer::sure)
                    .map(how -> ", " + how.word())
                    .orElse("");
            Line you = Line.EMPTY.second(guess.shownTyped());
            if (guess.isRight()) {
                rows.add(BlockRow.of("you", you.dim(": ").result("right").dim(sure))
                        .spoken("You guessed: " + guess.shownTyped() + sure + "; that is right"));
            } else {
                rows.add(BlockRow.of("you", you.dim(sure)).spoken("You guessed: " + guess.shownTyped() + sure));
                rows.add(BlockRow.of("it is", Line.EMPTY.result(guess.shownAnswer()))
                        .spoken("What it is: " + guess.shownAnswer()));
            }
        }
        return rows;
    }

    private List<BlockRow> done(ScreenState state) {
        Road road = under.road(state);
        List<BlockRow> rows = new ArrayList<>();
        long guesses = road.beats().stream()
                .filter(beat -> beat.kind() == StationKind.GUESS && road.open(beat) > 0)
                .count();
        if (guesses > 0) {
            rows.add(BlockRow.of(guesses == 1 ? "guess" : guesses + " guesses", Line.of("skipped")));
        }
        for (StationKind kind : road.exerciseKinds()) {
            int all = road.count(kind);
            int open = road.open(kind);
            String words =
                    switch (kind) {
                        case BLANKS -> open == 0 ? "all filled in" : all - open + " of " + all + " filled in";
                        case QUESTIONS -> questions(state);
                        default -> goals(state);
                    };
            rows.add(BlockRow.of(road.all(kind), Line.of(words)));
            if (kind == StationKind.QUESTIONS && !road.practiceOnly().isEmpty()) {
                rows.add(BlockRow.of("practice", Line.of(road.practiceOnly()))
                        .opening(KeyContext.SECTION.binding(Navigation.PRACTISE)));
            }
        }
        if (hasTrained(state)) {
            rows.add(BlockRow.of("your own names", Line.of("can be learnt too"))
                    .opening(KeyContext.TRAINED.binding(Navigation.MORE_NAMES)));
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
    private List<BlockRow> back(ScreenState state) {
        List<BlockRow> rows = new ArrayList<>();
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
                rows.add(BlockRow.of(i == 0 ? day : "", words).spoken(day + ": " + words.plain()));
            }
            if (shown < questions.size()) {
                rows.add(BlockRow.of("", Line.EMPTY.dim("and " + (questions.size() - shown) + " more")));
            }
        });
        return rows;
    }
}
