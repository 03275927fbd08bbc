package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.key.Navigation;
import dev.nabla.room.Board;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassEvent.OnPoll;
import dev.nabla.room.ClassOverview;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.Naming;
import dev.nabla.room.PollSummary;
import dev.nabla.room.display.PollWords;
import dev.nabla.room.name.Role;
import dev.nabla.screen.part.Clip;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A session's view of its class.
 *
 * @param self the participant at this session
 * @param board the poll and the figure that the class sees
 * @param votes the latest vote count
 * @param now who is in the class and what they do; empty for students
 * @param mine the text of this student's counted vote, per round of the current poll (1 or 2)
 * @param hidden whether student names are hidden on this teacher's screen
 * @param shown the figure that this teacher presents, as last sent; empty if none
 * @param message a one-time message that covers the last row of the screen above the key line; empty for none
 */
public record ClassState(
        Participant self,
        Board board,
        Optional<OnPoll> votes,
        Optional<ClassEvent.OnClass> now,
        Map<Integer, String> mine,
        boolean hidden,
        Optional<ShownFigure> shown,
        String message) {
    private static final int LEAST_ROWS = 9;

    /**
     * A participant of a class.
     *
     * @param id the student's id; empty for a teacher
     * @param teacher the teacher's name
     * @param door the ssh command that opens the class
     * @param key fingerprint of the host's key, which the ssh client shows at the first login
     */
    public record Participant(Role role, String id, String teacher, String door, String key) {}

    /**
     * A new class state, with the requests to send to the class.
     *
     * @param state the state after the change
     * @param requests the requests, in sending order
     */
    record ClassUpdate(ClassState state, List<ClassRequest> requests) {}

    /** Returns the state before any event from the class. */
    public static ClassState of(Participant self) {
        return new ClassState(
                self, Board.EMPTY, Optional.empty(), Optional.empty(), Map.of(), false, Optional.empty(), "");
    }

    boolean teaches() {
        return self.role() == Role.TEACHER;
    }

    private ClassState withBoard(Board next) {
        boolean same =
                next.poll().filter(poll -> board.isCurrentPoll(poll.id())).isPresent();
        boolean over = board.shown().isPresent() && next.shown().isEmpty();
        return new ClassState(
                self, next, votes, now, same ? mine : Map.of(), hidden, over ? Optional.empty() : shown, message);
    }

    private ClassState withReports(Optional<OnPoll> count, Optional<ClassEvent.OnClass> people) {
        return new ClassState(self, board, count, people, mine, hidden, shown, message);
    }

    /**
     * Records the result of a request. An accepted vote is stored; for a rejected one a message says it came too late.
     *
     * @param taken whether the class accepted the request
     */
    ClassState afterRequest(ClassRequest request, boolean taken) {
        if (!(request instanceof ClassRequest.CastVote vote)) {
            return this;
        }
        if (!taken) {
            return withMessage(PollWords.LATE);
        }
        Map<Integer, String> more = new HashMap<>(mine);
        more.put(vote.round(), vote.typed());
        return new ClassState(self, board, votes, now, Map.copyOf(more), hidden, shown, message);
    }

    ClassState withNamesToggled() {
        return new ClassState(self, board, votes, now, mine, !hidden, shown, message);
    }

    ClassState withMessage(String other) {
        return new ClassState(self, board, votes, now, mine, hidden, shown, other);
    }

    /** Returns this state unchanged together with a request to send. */
    ClassUpdate withRequest(ClassRequest request) {
        return new ClassUpdate(this, List.of(request));
    }

    private ClassState withShown(Optional<ShownFigure> other) {
        return new ClassState(self, board, votes, now, mine, hidden, other, message);
    }

    /** Presents a figure to the class, or none. */
    ClassUpdate presenting(Optional<ShownFigure> figure) {
        return withShown(figure)
                .withRequest(figure.<ClassRequest>map(ClassRequest.Show::new).orElseGet(ClassRequest.Hide::new));
    }

    /** Returns how a screen with these glyphs shows names. */
    Naming naming(Glyphs glyphs) {
        return Naming.of(glyphs, hidden);
    }

    /** Returns the overview of the class for a screen with these glyphs; empty before the first report. */
    ClassOverview overview(Glyphs glyphs) {
        return now.map(people -> people.overviews().get(naming(glyphs))).orElse(ClassOverview.EMPTY);
    }

    /** Returns the current poll with what this role may see of it; empty if there is none. */
    public Optional<PollSummary> poll() {
        return PollSummary.of(board, self.role(), votes);
    }

    ScreenState afterEvent(ClassEvent event, ScreenState state) {
        return event.to(new ClassEvent.Hearer<>() {
            @Override
            public ScreenState board(Board next) {
                return afterBoard(next, state);
            }

            @Override
            public ScreenState poll(OnPoll count) {
                return state.withClass(withReports(Optional.of(count), now));
            }

            @Override
            public ScreenState people(ClassEvent.OnClass people) {
                return state.withClass(withReports(votes, Optional.of(people)));
            }

            @Override
            public ScreenState onMessage(String text) {
                return state.withNotice(text);
            }
        });
    }

    private ScreenState afterBoard(Board next, ScreenState state) {
        boolean other =
                next.poll().filter(poll -> !board.isCurrentPoll(poll.id())).isPresent();
        ScreenState updated = state.withClass(
                withBoard(next).withMessage(teaches() ? message : new BoardNews(this, next, state).message()));
        View view = state.view().afterPresented(next.shown(), updated);
        return view.afterPoll(other, view == state.view() ? updated : updated.withView(view));
    }

    /** Draws the one-time message over a row. Draws nothing without a message or on a canvas with fewer than 9 rows. */
    void drawMessage(Canvas canvas, int y) {
        if (!message.isEmpty() && canvas.height() >= LEAST_ROWS) {
            canvas.put(0, y, " ".repeat(canvas.width()), Tone.TEXT);
            canvas.put(
                    1,
                    y,
                    Clip.to(
                            Line.of(message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1)),
                            canvas.width() - 2,
                            canvas.glyphs()));
        }
    }

    /** Returns the labels of the class keys, before a view replaces some of them. */
    Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> called = new EnumMap<>(Navigation.class);
        board.poll().ifPresent(poll -> called.put(Navigation.VOTE, poll.phase().isOpen() ? "vote" : "question"));
        if (!teaches()) {
            board.shown().ifPresent(there -> called.put(Navigation.WITH, "follow " + there.by()));
            return called;
        }
        boolean within = state.view().reading().isPresent();
        called.put(within ? Navigation.CLASS : Navigation.LEAVE, "class");
        Optional<ShownFigure> figure = figure(state);
        if (state.view().pollRequest(state).isPresent()) {
            called.put(Navigation.PUT, "ask all");
        } else if (figure.isPresent()) {
            called.put(Navigation.PUT, isShown(figure) ? "stop showing" : "show all");
        }
        return called;
    }

    ScreenState apply(Navigation go, ScreenState state) {
        View view = state.view();
        return switch (go) {
            case CLASS -> teaches() ? state.show(view.isHome(state) ? HomeView.of(state) : ClassView.FIRST) : state;
            case PUT -> teaches() ? put(state) : state;
            case WITH -> teaches() ? state : view.followTeacher(state);
            case LINK -> teaches() ? state : state.after(withRequest(new ClassRequest.RequestOneTimeWord()));
            default -> board.poll().isPresent() ? PollView.open(view, state) : state;
        };
    }

    private ScreenState put(ScreenState state) {
        Optional<ClassRequest> ask = state.view().pollRequest(state);
        if (ask.isPresent()) {
            return state.after(withRequest(ask.get()));
        }
        Optional<ShownFigure> figure = figure(state);
        if (figure.isEmpty()) {
            return state.withNotice("There is no question to ask here");
        }
        return state.after(
                isShown(figure)
                        ? withMessage("Stopped sharing the figure").presenting(Optional.empty())
                        : withMessage("Everybody can follow this figure now; S once more ends it")
                                .presenting(figure));
    }

    /**
     * Returns the figure on the screen with its settings and focus, ready to present to the class; empty if none can
     * be.
     */
    private Optional<ShownFigure> figure(ScreenState state) {
        View view = state.view();
        return view.live(state)
                .filter(live -> view.showsFigure(state))
                .map(live -> ShownFigure.of(
                        self.teacher(), view.reading().orElseThrow().section().id(), live));
    }

    private boolean isShown(Optional<ShownFigure> figure) {
        return shown.isPresent() && figure.filter(shown.get()::isSame).isPresent();
    }

    /** Sends the presented figure again if it is on the screen and has changed since it was last sent. */
    ClassUpdate presentAgainIfChanged(ScreenState state) {
        Optional<ShownFigure> now = shown.isEmpty() ? shown : figure(state);
        return isShown(now) && !now.equals(shown) ? presenting(now) : new ClassUpdate(this, List.of());
    }

    ScreenState afterIgnoredKey(ScreenState state) {
        String reason = state.view().ignoredKeyMessage();
        return reason.isEmpty() ? state : state.withClass(withMessage(reason));
    }
}
