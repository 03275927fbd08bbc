package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.PollSummary;
import dev.nabla.screen.part.AttemptKeys;
import dev.nabla.screen.part.PollPhaseLabels;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.LineEditor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A poll: a student votes, the teacher leads the class through two rounds.
 *
 * @param under the screen to return to
 * @param id the id of the poll
 * @param attempt the question, with the same numbers for everybody, and what is typed or chosen
 */
record PollView(View under, long id, Attempt attempt) implements View {
    /** Minutes for the talk if the teacher chooses none. */
    private static final int TALK_MINUTES = 2;

    static ScreenState open(View from, ScreenState state) {
        Poll poll = asked(state).poll();
        Optional<PollQuestion> ballot = PollQuestion.of(state.course(), poll.item(), poll.seed());
        if (ballot.isEmpty()) {
            return state.withNotice("This course has no question " + poll.item());
        }
        String typed = room(state).mine().getOrDefault(poll.phase().round(), "");
        Attempt attempt = typing(typed, Attempt.of(ballot.get().instance(), 0));
        return state.show(new PollView(from.uncovered(), poll.id(), attempt));
    }

    /** Fills the input with an earlier vote. The next character typed replaces it. */
    static Attempt typing(String text, Attempt attempt) {
        return attempt.typed(line -> new LineEditor(text, text.length(), true));
    }

    private static ClassState room(ScreenState state) {
        return state.classState().orElseThrow();
    }

    private static PollSummary asked(ScreenState state) {
        return room(state).poll().orElseThrow();
    }

    private static Phase phase(ScreenState state) {
        return asked(state).poll().phase();
    }

    private static boolean teaches(ScreenState state) {
        return room(state).teaches();
    }

    private PollQuestion ballot() {
        return new PollQuestion(attempt.variant());
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        Phase phase = phase(state);
        if (phase == Phase.REVEALED) {
            return List.of(KeyContext.ONWARD, KeyContext.REVEALED, KeyContext.BACK);
        }
        if (teaches(state)) {
            return teacherKeys(phase);
        }
        KeyContext answer = attempt.isChoice() ? KeyContext.CHOICE : KeyContext.TYPING;
        return phase.isOpen()
                ? List.of(KeyContext.ONWARD, answer, KeyContext.AWAY)
                : List.of(KeyContext.ONWARD, KeyContext.AWAY);
    }

    private static List<KeyContext> teacherKeys(Phase phase) {
        return switch (phase) {
            case CLOSED ->
                List.of(KeyContext.ONWARD, KeyContext.ROUND, KeyContext.BETWEEN, KeyContext.REOPENING, KeyContext.TALK);
            case AGAIN -> List.of(KeyContext.ONWARD, KeyContext.ROUND, KeyContext.REOPENING, KeyContext.TALK);
            case CLOSED_AGAIN -> List.of(KeyContext.ONWARD, KeyContext.ROUND, KeyContext.REOPENING);
            case OPEN, REVEALED -> List.of(KeyContext.ONWARD, KeyContext.ROUND);
        };
    }

    /** Returns no request: the class is asked this question already. */
    @Override
    public Optional<ClassRequest> pollRequest(ScreenState state) {
        return Optional.empty();
    }

    /** Returns the time left to talk; empty without a clock and once it has run out. */
    private static Optional<Duration> talkLeft(ScreenState state) {
        return asked(state).poll().talkLeft(state.tutor().now()).filter(left -> !left.isNegative() && !left.isZero());
    }

    /**
     * Returns the milliseconds until a student's display of the time left changes. A teacher needs no tick: the report
     * on the class comes every second.
     */
    @Override
    public int tickMillis(ScreenState state) {
        return teaches(state) ? 0 : talkLeft(state).map(PollView::untilNextStep).orElse(0);
    }

    private static int untilNextStep(Duration left) {
        return (int) ((left.toMillis() - 1) % PollDrawing.STUDENT_STEP.toMillis()) + 1;
    }

    @Override
    public ScreenState ticked(ScreenState state) {
        return state;
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = View.super.keyLabels(state);
        words.keySet().removeAll(List.of(Navigation.VOTE, Navigation.WITH));
        if (phase(state) == Phase.AGAIN) {
            words.put(Navigation.STEP_BACK, "to round 1");
        }
        if (talkLeft(state).isPresent()) {
            words.put(Navigation.TALK, "stop clock");
        }
        words.put(Navigation.BACK, leaves(state));
        return words;
    }

    private static String leaves(ScreenState state) {
        if (!teaches(state)) {
            return "back to what I did";
        }
        return phase(state).isOpen() ? "take it back" : "end";
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return under.location(state);
    }

    @Override
    public boolean showsPoll() {
        return true;
    }

    @Override
    public boolean explainsSigns() {
        return true;
    }

    @Override
    public ScreenState afterPoll(boolean isNew, ScreenState state) {
        if (room(state).board().isCurrentPoll(id)) {
            return state;
        }
        ScreenState left = back(state);
        return isNew ? open(left.view(), left) : left;
    }

    @Override
    public int options(ScreenState state) {
        if (teaches(state)) {
            return phase(state).isTalk() ? KeyContext.MOST_OPTIONS : 0;
        }
        return phase(state).isOpen() ? AttemptKeys.options(attempt) : 0;
    }

    @Override
    public Onward onward(ScreenState state) {
        Phase phase = phase(state);
        PollPhaseLabels words = PollPhaseLabels.of(phase);
        boolean over = phase == Phase.REVEALED;
        return teaches(state)
                ? new Onward(
                        words.teacherEnter(),
                        now -> over
                                ? ended(now)
                                : now.after(room(now).withRequest(new ClassRequest.Advance(id, phase))))
                : new Onward(words.studentEnter(), now -> over ? back(now) : phase.isOpen() ? voted(now) : now);
    }

    /** Returns to the screen below. If that one follows the teacher, it shows the figure as it is now. */
    private ScreenState back(ScreenState state) {
        return state.show(under.afterPresented(room(state).board().shown(), state));
    }

    private ScreenState ended(ScreenState state) {
        return state.after(room(state).withRequest(new ClassRequest.EndPoll(id)))
                .show(ClassView.FIRST);
    }

    /**
     * Sends a vote for the open round, which replaces an earlier one. An unreadable vote is not sent; a message says
     * why.
     */
    private ScreenState voted(ScreenState state) {
        String typed = attempt.editor().text();
        Optional<String> kind = typed.isBlank() ? Optional.empty() : ballot().kind(typed);
        if (kind.isEmpty()) {
            return state.withNotice(
                    typed.isBlank()
                            ? "This needs " + attempt.variant().wanted()
                            : attempt.variant().grade(typed).toLines().get(0));
        }
        ClassRequest vote = new ClassRequest.CastVote(id, phase(state).round(), kind.get(), typed);
        return state.after(room(state).withRequest(vote)).withView(new PollView(under, id, typing(typed, attempt)));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Choose minutes && teaches(state)) {
            return talking(minutes.option() + 1, state);
        }
        Optional<Attempt> changed = AttemptKeys.changed(effect, attempt);
        if (changed.isPresent()) {
            return state.withView(new PollView(under, id, changed.get()));
        }
        return switch (Navigation.of(effect)) {
            case WORKED -> state.withView(new PollView(under, id, attempt.showing(!attempt.isShown())));
            case BACK -> teaches(state) && phase(state) != Phase.REVEALED ? ended(state) : back(state);
            case REVEAL -> state.after(room(state).withRequest(new ClassRequest.Reveal(id)));
            case STEP_BACK -> state.after(room(state).withRequest(new ClassRequest.StepBack(id, phase(state))));
            case TALK -> talking(talkLeft(state).isPresent() ? 0 : TALK_MINUTES, state);
            default -> state;
        };
    }

    private ScreenState talking(int minutes, ScreenState state) {
        return state.after(room(state).withRequest(new ClassRequest.SetTalk(id, minutes)));
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return new PollBlocks(attempt, room(state), asked(state)).all();
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        new PollDrawing(attempt, room(state), asked(state), state.tutor().now()).draw(canvas);
    }
}
