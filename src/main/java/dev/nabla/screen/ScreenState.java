package dev.nabla.screen;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.KeyLine;
import dev.nabla.key.KeyPlace;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.GlossaryEntry;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.own.ListPlace;
import dev.nabla.own.OwnNames;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.LearnerLocation;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.CopiedText;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Review;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Tutor.Update;
import dev.nabla.tutor.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything on the screen as one immutable value. Applying an effect returns the next state; most effects are handled
 * by the view.
 *
 * @param tutor the learner's progress, attempts and figures
 * @param view the current screen
 * @param font the glyphs that the terminal can show
 * @param size the size of the terminal
 * @param notice a one-time message in place of the key line; empty for none
 * @param entries journal entries that are not written yet
 * @param requests class requests that are not sent yet
 * @param classState the class; empty for a learner without a class
 * @param own the learner's own names; the class and the journal see nothing of them
 */
public record ScreenState(
        Tutor tutor,
        View view,
        Font font,
        Size size,
        String notice,
        List<Entry> entries,
        List<ClassRequest> requests,
        Optional<ClassState> classState,
        OwnNames own) {
    /** Returns the first state: the home screen, without a class. */
    public static ScreenState start(Tutor tutor, Font font, Size size) {
        ScreenState state = new ScreenState(
                tutor,
                new HomeView(0, false, Optional.empty()),
                font,
                size,
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                OwnNames.none(ListPlace.SESSION));
        return state.show(HomeView.of(state));
    }

    /** Returns the state for a terminal of another size. */
    public ScreenState resized(Size other) {
        return view.onShown(new ScreenState(tutor, view, font, other, notice, entries, requests, classState, own));
    }

    /** Returns a copy with a notice. */
    public ScreenState withNotice(String words) {
        return new ScreenState(tutor, view, font, size, words, entries, requests, classState, own);
    }

    /** Shows another view, which may record that it was seen. Clears the notice. */
    ScreenState show(View other) {
        return other.onShown(withView(other));
    }

    /** Returns a copy with another view, without telling the view that it is shown. Clears the notice. */
    ScreenState withView(View other) {
        return new ScreenState(tutor, other, font, size, "", entries, requests, classState, own);
    }

    /** Returns a copy for a terminal with another font. */
    ScreenState withFont(Font other) {
        return new ScreenState(tutor, view, other, size, notice, entries, requests, classState, own);
    }

    /** Returns a copy with another tutor. */
    public ScreenState withTutor(Tutor other) {
        return new ScreenState(other, view, font, size, notice, entries, requests, classState, own);
    }

    /** Returns a copy with another class state. */
    public ScreenState withClass(ClassState other) {
        return new ScreenState(tutor, view, font, size, notice, entries, requests, Optional.of(other), own);
    }

    /** Returns a copy with other own names. */
    public ScreenState withOwn(OwnNames other) {
        return new ScreenState(tutor, view, font, size, notice, entries, requests, classState, other);
    }

    /** Applies an update of the tutor. Its journal entries are added to those not written yet. */
    public ScreenState after(Update update) {
        List<Entry> more = new ArrayList<>(entries);
        more.addAll(update.events());
        return new ScreenState(update.tutor(), view, font, size, notice, List.copyOf(more), requests, classState, own);
    }

    /** Applies a change of the class state. Its requests are added to those not sent yet. */
    ScreenState after(ClassState.ClassUpdate update) {
        List<ClassRequest> more = new ArrayList<>(requests);
        more.addAll(update.requests());
        return new ScreenState(
                tutor, view, font, size, notice, entries, List.copyOf(more), Optional.of(update.state()), own);
    }

    /**
     * Records the result of a class request.
     *
     * @param taken false for a vote that came too late
     */
    public ScreenState afterRequest(ClassRequest request, boolean taken) {
        return withClass(classState.orElseThrow().afterRequest(request, taken));
    }

    /**
     * Sends the pending class requests, and records which votes were accepted.
     *
     * @param send sends a request; false for a vote that came too late
     */
    public ScreenState sending(Predicate<ClassRequest> send) {
        ScreenState sent = this;
        for (ClassRequest request : requests) {
            sent = sent.afterRequest(request, send.test(request));
        }
        return sent;
    }

    /**
     * Clears the pending journal entries and class requests. Called once they have been written and sent, or have
     * failed.
     */
    public ScreenState withoutPending() {
        return new ScreenState(tutor, view, font, size, notice, List.of(), List.of(), classState, own);
    }

    /** Enters a class and shows the home screen of its role: for a teacher the class. */
    public ScreenState enterClass(ClassState other) {
        ScreenState there = withClass(other);
        return there.show(there.home());
    }

    /** Clears the one-time class message. Called before each key. */
    public ScreenState withoutMessage() {
        return classState.isEmpty() ? this : withClass(classState.get().withMessage(""));
    }

    /** Returns the state after an event from the class; the same state without a class. */
    public ScreenState afterEvent(ClassEvent event) {
        return classState.map(here -> here.afterEvent(event, this)).orElse(this);
    }

    /** Returns the state after a key without effect. In a class the view may explain why. */
    public ScreenState afterIgnoredKey() {
        return classState.isEmpty() ? this : classState.get().afterIgnoredKey(this);
    }

    Course course() {
        return tutor.course();
    }

    Progress progress() {
        return tutor.progress();
    }

    /** Returns whether a section is written and has not been read. */
    boolean isNew(Section section) {
        return section.isWritten() && !progress().isRead(section.id());
    }

    /** Returns the key contexts and key labels of this screen. */
    public KeyPlace keys() {
        List<KeyContext> contexts = new ArrayList<>(view.keys(this));
        if (classState.isPresent()) {
            contexts.addAll(List.of(KeyContext.IN_CLASS, KeyContext.TEACHING));
        }
        contexts.add(KeyContext.EVERYWHERE);
        Map<Navigation, String> words = view.keyLabels(this);
        String onward = view.onward(this).word();
        if (!onward.isEmpty()) {
            words.put(Navigation.ONWARD, onward);
        }
        words.putIfAbsent(Navigation.LEAVE, view.exitName());
        return new KeyPlace(contexts, live(), view.options(this), words);
    }

    /** Returns what the screen shows, for a voice that says it. */
    public List<ViewBlock> blocks() {
        return view.blocks(this);
    }

    /** Returns the first block of a kind on the screen. */
    public <B extends ViewBlock> Optional<B> block(Class<B> kind) {
        return blocks().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /**
     * Returns the state in which all is known that the blocks tell, however long that takes.
     *
     * @param fair whether to leave out what takes too long on a shared server
     */
    public ScreenState toTell(boolean fair) {
        return view.toTell(fair, this);
    }

    /** Returns the section that has come to its end on this screen. */
    public Optional<Section> endedSection() {
        return view.endedSection(this);
    }

    /** Returns this state at home, for the list of sections. */
    public ScreenState atHome() {
        return withView(new HomeView(
                0, true, Optional.of(view).filter(here -> here.reading().isPresent())));
    }

    /** Returns this state on the screen of another state, to which something was told above that screen. */
    public ScreenState at(ScreenState place) {
        return withView(place.view);
    }

    /**
     * Returns this state at the question on the board, with a notice on the screen as it is if the course has no such
     * question. Empty if nothing is asked.
     */
    public Optional<ScreenState> atPoll() {
        return classState.flatMap(ClassState::poll).map(asked -> PollView.open(view, this));
    }

    /**
     * Returns this state at the figure that the teacher presents, with a notice on the screen as it is if the course
     * has no such figure. Empty if none is presented.
     */
    public Optional<ScreenState> atFigure() {
        return classState.flatMap(room -> room.board().shown()).map(shown -> {
            try {
                return FollowView.open(shown, this);
            } catch (BadInput unknown) {
                return withNotice(unknown.getMessage());
            }
        });
    }

    /** Returns this state at the home screen of a teacher. */
    public ScreenState atClass() {
        return withView(ClassView.FIRST);
    }

    /** Returns the class in blocks. */
    public ClassBlocks classBlocks() {
        return new ClassBlocks(classState.orElseThrow(), font.glyphs());
    }

    /** Asks the class a question with its original numbers. */
    public ScreenState askingAll(QuestionRef question) {
        return after(
                classState.orElseThrow().withRequest(new ClassRequest.StartPoll(question.section(), question.id(), 0)));
    }

    /** Presents a figure to the class, or none. */
    public ScreenState presenting(Optional<ShownFigure> figure) {
        return after(classState.orElseThrow().presenting(figure));
    }

    /** Returns the one-time message of the class; empty for none. */
    public String message() {
        return classState.map(ClassState::message).orElse("");
    }

    /** Shows the signs and words of a text that stands on the screen; the notice says if there are none. */
    public ScreenState signs(String text) {
        List<GlossaryEntry> entries = course().glossary().in(text);
        return entries.isEmpty()
                ? withNotice("No sign or word here is in the glossary")
                : SignsView.open(entries, view, this);
    }

    /**
     * Shows a sign or word; Enter then opens its page.
     *
     * @throws BadInput if the course does not explain it
     */
    public ScreenState lookUp(String word) {
        return SignsView.open(List.of(course().glossary().named(word)), view, this);
    }

    /** Searches the lessons of the course that are read. */
    public ScreenState search(String words) {
        return CourseSearchView.open(view, words, this);
    }

    /** Returns the review that is under way. */
    public Optional<Review> reviewing() {
        return view.reviewing();
    }

    /** Returns the state below a screen that is only looked at; empty at any other screen. */
    public Optional<ScreenState> below() {
        return view.below().map(this::withView);
    }

    /** Returns the position in text and figures of the section on the screen. */
    public Optional<Walk> walk() {
        return view.reading().map(Reading::walk);
    }

    /** Goes to a question of the course. */
    public ScreenState ask(QuestionRef question) {
        Section section = course().section(question.section());
        ScreenState there = section().equals(Optional.of(section)) ? this : open(section);
        return there.view()
                .reading()
                .map(under -> under.show(under.walk().ask(question.id(), there.tutor()), there))
                .orElse(there);
    }

    /** Returns the figure on the screen, else that of the section, which can be changed from an exercise too. */
    public Optional<FigureState<?>> figure() {
        return live().or(() -> view.reading().flatMap(under -> under.live(this)));
    }

    /** Returns the figure on the screen. */
    public Optional<FigureState<?>> live() {
        return view.live(this);
    }

    /** Returns what the copy key gives on this screen. */
    public Optional<CopiedText> copied() {
        return view.copied(this);
    }

    /** Applies an effect. If it fails, the state is unchanged and the notice says why. */
    public ScreenState apply(Effect effect) {
        try {
            if (effect instanceof Effect.Act act && live().isEmpty()) {
                return view.reading().map(under -> under.act(act, this)).orElse(this);
            }
            if (effect instanceof Effect.OpenStation clicked) {
                return view.reading()
                        .map(under -> under.enter(clicked.station(), this))
                        .orElse(this);
            }
            return switch (Navigation.of(effect)) {
                case CLASS, PUT, WITH, VOTE, LINK ->
                    classState
                            .map(here -> here.apply(Navigation.of(effect), this))
                            .orElse(this);
                case HELP -> view.showKeys(this);
                case SIGNS -> view.showSigns(this);
                case GLYPHS -> withNextGlyphs();
                case LOOK -> look();
                case ONWARD -> view.onward(this).go().apply(this);
                case NEXT_SECTION -> neighbourSection(1);
                case PREVIOUS_SECTION -> neighbourSection(-1);
                case PRACTISE -> view.listExercises(this);
                case MORE_NAMES -> OwnListView.open(this);
                case LEAVE -> view.exit(this);
                default -> view.update(effect, this);
            };
        } catch (BadInput bad) {
            return withNotice(bad.getMessage());
        }
    }

    /** Shows the figure of the question on the screen; at a look at a figure, goes back from it. */
    private ScreenState look() {
        return view.askedFigure(this)
                .map(figure -> show(new LookView(view, view.name(), figure, Navigation.LOOK)))
                .orElseGet(() -> view.update(Navigation.LOOK, this));
    }

    /** Returns the home screen of this role: for a teacher the class. */
    View home() {
        return teaches() ? ClassView.FIRST : HomeView.of(this);
    }

    /** Returns whether this is a teacher's session in a class. */
    boolean teaches() {
        return classState.isPresent() && classState.get().teaches();
    }

    /** Returns the learner's location, for the class. */
    public LearnerLocation location() {
        return view.location(this);
    }

    private ScreenState neighbourSection(int by) {
        return view.reading()
                .map(under -> course().neighbour(under.section(), by)
                        .map(next -> open(next, Optional.empty()))
                        .orElseGet(() -> withNotice(
                                by > 0 ? "This is the last section there is" : "This is the first section there is")))
                .orElse(this);
    }

    /**
     * Switches to the next glyph level. In a class the choice is journaled and follows the student to other terminals;
     * otherwise it is not saved.
     */
    private ScreenState withNextGlyphs() {
        Glyphs next = Glyphs.values()[(font.glyphs().ordinal() + 1) % Glyphs.values().length];
        ScreenState drawn = withFont(font.with(next));
        return classState.isEmpty()
                ? drawn
                : drawn.after(tutor.drawn(next.name().toLowerCase(Locale.ROOT)));
    }

    /** Does the pending work of what is on the screen, as far as the budget allows. */
    public ScreenState doWork(Figure.Budget budget) {
        return view.doWork(budget, this).keepingNotice(notice);
    }

    /** Returns the milliseconds until the next {@link #ticked}; 0 if nothing moves by itself or waits for work. */
    public int tickMillis() {
        return view.tickMillis(this);
    }

    /** Returns the state after a tick of what moves by itself. */
    public ScreenState ticked() {
        return view.ticked(this).keepingNotice(notice);
    }

    /** Returns a copy with an earlier notice, which stays until a key is pressed, unless there is a newer one. */
    private ScreenState keepingNotice(String earlier) {
        return notice.isEmpty() ? withNotice(earlier) : this;
    }

    /** Returns the state after its entries could not be saved; the notice says why. */
    public ScreenState unsaved(String why) {
        return view.unsaved(this).withNotice(why);
    }

    /** Returns whether an effect ends the tutor: quit, or leaving the home screen. */
    public boolean isLeftBy(Effect effect) {
        return effect == Navigation.QUIT || effect == Navigation.LEAVE && view.isHome(this);
    }

    /**
     * Reports the section on the screen and its own figure as the learner's position. A figure in use for a goal is
     * never reported. In a class, a presented figure that has changed is sent again.
     */
    public ScreenState reportPosition() {
        ScreenState stands = after(tutor.moveTo(view.reading().map(under -> under.place(this))));
        return classState.isEmpty() ? stands : stands.after(classState.get().presentAgainIfChanged(stands));
    }

    /** Opens a section. If that fails, the notice says why. */
    public ScreenState open(Section section) {
        try {
            return open(section, Optional.empty());
        } catch (BadInput bad) {
            return withNotice(bad.getMessage());
        }
    }

    /** Opens a section, reached through a link on another screen or not. */
    ScreenState open(Section section, Optional<View> from) {
        return section.isWritten()
                ? Reading.at(section, 0, from, this)
                : withNotice("Section " + section.id() + " is not written yet");
    }

    /** Returns the same position in a reloaded course; home if the position no longer exists. */
    public ScreenState reloaded(Course next) {
        HomeView list = new HomeView(0, true, Optional.empty());
        return new ReloadedPlace(
                        new ScreenState(tutor.reloaded(next), list, font, size, "", entries, requests, classState, own))
                .of(view);
    }

    /** Returns the section on the screen; empty outside a section. */
    public Optional<Section> section() {
        return view.reading().map(Reading::section);
    }

    /** Returns the section that follows the one on the screen, while its lesson is not loaded. */
    public Optional<Section> sectionAhead() {
        return section().flatMap(here -> course().neighbour(here, 1)).filter(next -> next.known()
                .isEmpty());
    }

    /** Returns the next section to load before it is opened; empty if the screen would not show more for it. */
    public Optional<Section> nextToLoad() {
        return view.nextToLoad(this);
    }

    /** Draws the screen without its key line, for a picture to keep. */
    public Frame picture(Size other) {
        Canvas canvas = new Canvas(other, font);
        view.draw(canvas, resized(other));
        return canvas.frame();
    }

    /** Returns the sections that the screen searches and whose lessons are not read yet. */
    public List<Section> unreadSearched() {
        return view.searchesCourse()
                ? course().sections().stream()
                        .filter(each -> each.isWritten() && each.known().isEmpty())
                        .toList()
                : List.of();
    }

    /** Returns what to say while the screen that an effect leads to is being prepared. */
    public String preparing(Effect effect) {
        Optional<Section> neighbour = section().flatMap(here -> switch (Navigation.of(effect)) {
            case NEXT_SECTION -> course().neighbour(here, 1);
            case PREVIOUS_SECTION -> course().neighbour(here, -1);
            default -> Optional.empty();
        });
        return "preparing "
                + neighbour
                        .map(ScreenState::title)
                        .orElseGet(() -> effect == Navigation.REVIEW ? "the review" : view.following(effect, this))
                + " ...";
    }

    /** Returns the name of a section in a sentence. */
    static String title(Section section) {
        return "section " + section.id() + ", " + section.title();
    }

    /** Draws the whole screen. */
    public Frame frame() {
        return frame("");
    }

    /** Draws the whole screen, with a sign above the key line; empty for none. */
    public Frame frame(String sign) {
        Canvas canvas = new Canvas(size, font);
        int last = size.height() - 1;
        view.draw(canvas.part(canvas.area().top(last)), this);
        if (notice.isEmpty()) {
            KeyLine.draw(canvas, last, keys());
        } else {
            canvas.put(1, last, notice, Tone.SECOND);
        }
        if (classState.isPresent()) {
            classState.get().drawMessage(canvas, last - 1);
        }
        if (!sign.isEmpty()) {
            canvas.put(0, last - 1, " ".repeat(canvas.width()), Tone.TEXT);
            canvas.put(1, last - 1, Clip.to(Line.of(sign), canvas.width() - 2, canvas.glyphs()));
        }
        return canvas.frame();
    }
}
