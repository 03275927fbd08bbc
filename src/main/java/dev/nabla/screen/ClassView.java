package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassEvent.OnClass;
import dev.nabla.room.ClassOverview;
import dev.nabla.room.ClassOverview.RecentMistake;
import dev.nabla.room.ClassOverview.Selectable;
import dev.nabla.room.ClassOverview.StudentRow;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.Doorway;
import dev.nabla.room.Doorway.PausedLogin;
import dev.nabla.room.JoinFlood;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.display.StudentWords;
import dev.nabla.screen.ViewBlock.SentenceBlock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The teacher's home screen: students who need help first, where everybody is, and frequent mistakes.
 *
 * @param chosen key of the selected student or mistake; if it is no longer listed, the first row is selected
 * @param mistakes whether the selection is in the list of mistakes
 */
record ClassView(String chosen, boolean mistakes) implements View {
    static final ClassView FIRST = new ClassView("", false);

    private static final int MOST_MISTAKES = 3;
    /** Age of a flood up to which a time of day names it without a date. */
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private static final int WIDE = 110;
    private static final int TALL = 30;

    private static ClassOverview overview(ScreenState state) {
        return state.classState().orElseThrow().overview(state.font().glyphs());
    }

    private List<? extends Selectable> choices(ScreenState state) {
        ClassOverview roll = overview(state);
        return mistakes ? roll.mistakes() : roll.rows();
    }

    private int selected(List<? extends Selectable> choices) {
        return Math.max(0, choices.stream().map(Selectable::key).toList().indexOf(chosen));
    }

    /** Returns the selected student or mistake; empty if the list is empty. */
    Optional<Selectable> picked(ScreenState state) {
        List<? extends Selectable> choices = choices(state);
        return choices.stream().skip(selected(choices)).findFirst().map(one -> one);
    }

    /** Returns the question that a student or mistake is about, with its original numbers; empty if there is none. */
    static Optional<PollQuestion> ballot(Selectable one, ScreenState state) {
        return PollQuestion.of(state.course(), one.where().item(), 0);
    }

    /** Returns the request that polls the class on the selected row's question. */
    @Override
    public Optional<ClassRequest> pollRequest(ScreenState state) {
        return picked(state)
                .filter(one -> ballot(one, state).isPresent())
                .map(one -> new ClassRequest.StartPoll(
                        one.where().section(), one.where().item(), 0));
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = View.super.keyLabels(state);
        words.put(Navigation.LEAVE, "leave");
        words.put(Navigation.CLASS, "course");
        words.put(Navigation.NAMES, state.classState().orElseThrow().hidden() ? "show names" : "hide names");
        return words;
    }

    @Override
    public boolean isHome(ScreenState state) {
        return true;
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD));
        flood(state).ifPresent(flood -> keys.add(KeyContext.FLOOD));
        if (!paused(state).isEmpty()) {
            keys.add(KeyContext.PAUSED);
        }
        keys.add(KeyContext.PEOPLE);
        return keys;
    }

    @Override
    public int options(ScreenState state) {
        return paused(state).size();
    }

    private static Optional<Doorway> doorway(ScreenState state) {
        return state.classState().orElseThrow().now().map(people -> people.now().doorway());
    }

    private static Optional<JoinFlood> flood(ScreenState state) {
        return doorway(state).flatMap(Doorway::flood);
    }

    private static List<PausedLogin> paused(ScreenState state) {
        return state.classBlocks().paused();
    }

    @Override
    public Onward onward(ScreenState state) {
        return picked(state)
                .map(one ->
                        new Onward("look", now -> now.show(new ClassDetailView(new ClassView(one.key(), mistakes)))))
                .orElse(Onward.NOWHERE);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Navigation go = Navigation.of(effect);
        List<? extends Selectable> choices = choices(state);
        if (effect instanceof Effect.OpenRow clicked) {
            return clicked(clicked.row(), state);
        }
        if (effect instanceof Effect.Choose choose) {
            return paused(state).stream()
                    .skip(choose.option())
                    .findFirst()
                    .map(login -> state.after(state.classState()
                            .orElseThrow()
                            .withRequest(new ClassRequest.LetIn(login.student().id(), login.word()))))
                    .orElse(state);
        }
        ClassView other = new ClassView("", !mistakes);
        return switch (go) {
            case TURN ->
                !mistakes && other.choices(state).isEmpty()
                        ? state.withNotice("No mistake with a name in the last ten minutes")
                        : state.withView(other);
            case NAMES ->
                state.withClass(state.classState().orElseThrow().withNamesToggled())
                        .withView(FIRST);
            case KEEP_JOINED ->
                state.after(state.classState().orElseThrow().withRequest(new ClassRequest.KeepJoined()));
            case REMOVE_JOINED ->
                flood(state).map(flood -> removing(flood, state)).orElse(state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                choices.isEmpty()
                        ? state
                        : state.withView(new ClassView(
                                choices.get(list(choices).moved(go).at()).key(), mistakes));
            default -> state;
        };
    }

    private static ScreenState removing(JoinFlood flood, ScreenState state) {
        ClassState room = state.classState().orElseThrow();
        ClassActivity now = room.now().orElseThrow().now();
        boolean lately = Duration.between(flood.since(), now.at()).compareTo(HALF_A_DAY) < 0;
        String since = ClassPanel.when(lately ? "HH:mm" : "yyyy-MM-dd'T'HH:mm", flood.since(), now);
        String command = "nabla class erase --joined-since " + since + " --never-answered";
        String where = "On the server: ";
        boolean fits = where.length() + command.length() < state.size().width() - 1;
        return state.withClass(room.withMessage((fits ? where : "$ ") + command));
    }

    /** Opens a clicked row. Mistakes are numbered after all students. */
    private static ScreenState clicked(int row, ScreenState state) {
        ClassOverview roll = overview(state);
        int people = roll.rows().size();
        Selectable one = row < people ? roll.rows().get(row) : roll.mistakes().get(row - people);
        return state.show(new ClassDetailView(new ClassView(one.key(), row >= people)));
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        List<ViewBlock> blocks = state.classBlocks().all();
        if (!equals(FIRST)) {
            blocks.add(SentenceBlock.of(picked(state).map(Selectable::name).orElse("Nobody") + " is chosen"));
        }
        return blocks;
    }

    private ListPosition list(List<? extends Selectable> choices) {
        return new ListPosition(choices.size(), selected(choices));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        ClassState room = state.classState().orElseThrow();
        ClassOverview roll = overview(state);
        Optional<ClassActivity> now = room.now().map(OnClass::now);
        String key = room.self().key() + " ";
        Line right = Line.EMPTY
                .span("─ ", Tone.GRID, Weight.PLAIN)
                .dim(canvas.fitting(canvas.width() - 3, "the first time ssh shows " + key, key));
        Canvas above = ScreenLayout.above(sentence(state, canvas), right, canvas);
        String title = now.map(people -> people.info().title()).orElse("The class");
        int free = canvas.width() - canvas.width(title) - 4;
        String aside =
                now.map(people -> above.fitting(free, asides(people, state))).orElse("");
        Canvas body = ClassNotices.draw(now, room.naming(canvas.glyphs()), ScreenLayout.below(title, aside, above));
        int student = mistakes ? -1 : selected(roll.rows());
        int mistake = mistakes ? selected(roll.mistakes()) : -1;
        boolean wide = body.width() >= WIDE && body.height() >= TALL;
        StudentGrid students = new StudentGrid(roll, student);
        if (wide) {
            int columns = students.tableWidth(body.width() - WIDE, body.glyphs());
            students.draw(true, body.part(body.area().left(columns - 1)));
            for (int y = 0; y < body.height(); y++) {
                body.put(columns, y, "│", Tone.GRID);
            }
            new ClassPanel(roll, mistake, state).draw(body.part(body.area().afterColumns(columns + 1)));
            return;
        }
        int wrong = Math.min(MOST_MISTAKES, roll.mistakes().size());
        int rows = wrong == 0 || body.height() < 3 * MOST_MISTAKES ? 0 : wrong + 2;
        students.draw(false, body.part(body.area().top(body.height() - rows)));
        if (rows > 0) {
            Canvas part = body.part(body.area().afterRows(body.height() - rows));
            part.put(3, 0, "─".repeat(Math.max(0, part.width() - 4)), Tone.GRID);
            ScreenLayout.heading("what goes wrong", "   last 10 minutes", 1, part);
            new ClassMistakes(roll, mistake, state)
                    .draw(20, 45, 49, part.part(part.area().afterRows(2)));
        }
    }

    private static String[] asides(ClassActivity now, ScreenState state) {
        String here = overview(state).rows().size() + " here"
                + now.absent().map(names -> ", " + names.size() + " absent").orElse("");
        String clock = here + " · " + ClassPanel.when("HH:mm", now.at(), now);
        String door = " · " + state.classState().orElseThrow().self().door();
        boolean closed = now.info().closed();
        String word = closed ? "closed" : now.info().code().orElse("");
        String code = word.isEmpty() ? "" : " · " + word;
        String labelledCode = word.isEmpty() || closed ? code : " · code " + word;
        return new String[] {clock + labelledCode + door, clock + code, clock, here};
    }

    private String sentence(ScreenState state, Canvas canvas) {
        ClassState room = state.classState().orElseThrow();
        Optional<Selectable> picked = picked(state);
        if (picked.isEmpty()) {
            return "Nobody is here yet; students type " + room.self().door();
        }
        if (picked.get() instanceof RecentMistake mistake) {
            return mistake.names().size() + " of " + overview(state).rows().size() + ": " + explanation(mistake, state);
        }
        StudentRow row = (StudentRow) picked.get();
        StudentWords words = new StudentWords(row);
        return row.repeated()
                .filter(mistake -> row.isStuck())
                .map(mistake -> canvas.fitting(
                        canvas.width() - 2,
                        words.sentence() + ": " + explanation(mistake, state),
                        row.name() + ", wrong " + words.times() + " in " + row.item() + ": "
                                + PollQuestion.brief(explanation(mistake, state)),
                        words.sentence() + ": " + mistake.name()))
                .orElse(words.sentence());
    }

    /** Returns the explanation of a mistake; its name if the question has no explanation for it. */
    static String explanation(RecentMistake mistake, ScreenState state) {
        return ballot(mistake, state)
                .flatMap(question -> question.reveals(mistake.misconception()))
                .orElse(mistake.name());
    }
}
