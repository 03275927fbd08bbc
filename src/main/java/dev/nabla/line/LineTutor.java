package dev.nabla.line;

import dev.nabla.key.Effect;
import dev.nabla.key.KeyPlace;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.QuestionText;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Caret;
import dev.nabla.own.ModelShelf;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.name.Role;
import dev.nabla.screen.ClassState;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.ViewBlock.AttemptBlock;
import dev.nabla.screen.ViewBlock.ContentsBlock;
import dev.nabla.screen.ViewBlock.ExampleBlock;
import dev.nabla.screen.ViewBlock.PageBlock;
import dev.nabla.screen.ViewBlock.QuestionKind;
import dev.nabla.screen.ViewBlock.RoadPlace;
import dev.nabla.screen.part.CopiedText;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Attempt.Confidence;
import dev.nabla.tutor.LineEditor;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Review;
import dev.nabla.tutor.Tutor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The course in text mode, for a screen reader, a terminal that cannot draw, or a pipe. A typed line is looked up as an
 * action of the screen that would be shown, and what that screen then has anew is printed.
 */
public final class LineTutor {
    /** Lines that somebody can listen to before the next is asked for. */
    private static final int MOST_LINES = 10;

    private final Course course;
    private final LineSession talk;
    private final FigureLines figure;
    private final OwnLines names;
    private final OpeningLines opening;
    private Optional<ClassInWords> room = Optional.empty();
    private Optional<TeachingInWords> taught = Optional.empty();
    private Consumer<LearnerLocation> onLocation = here -> {};
    private boolean gone;
    /** Number of lines of all that can be typed which were told. */
    private int told;
    /** The word that was just looked up, if its page can be read. */
    private Optional<String> lookedUp = Optional.empty();

    public LineTutor(Tutor tutor, ProgressRecorder recorder, InstantSource clock, LineConsole console) {
        this.course = tutor.course();
        this.talk = new LineSession(tutor, recorder, clock, console);
        this.figure = new FigureLines(talk);
        this.names = new OwnLines(talk);
        this.opening = new OpeningLines(talk);
    }

    /**
     * Connects the session to a class, and marks it as running on a shared server.
     *
     * @param self the participant at this session
     * @param send sends a request to the class; false for a vote that came too late
     */
    public LineTutor withClass(ClassState.Participant self, Predicate<ClassRequest> send) {
        talk.enterClass(ClassState.of(self), send);
        if (self.role() == Role.TEACHER) {
            taught = Optional.of(new TeachingInWords(talk));
        } else {
            room = Optional.of(new ClassInWords(talk));
        }
        return this;
    }

    /**
     * Takes events of the class and prints what is new above the prompt. Call it while a line is awaited, once per
     * second as long as it returns true, with no events if there are none.
     */
    public boolean hear(Collection<ClassEvent> events) {
        ScreenState before = state();
        ScreenState now = talk.hear(events);
        List<String> lines = new ArrayList<>();
        room.ifPresent(student -> lines.addAll(student.news(before, now)));
        taught.ifPresent(teaching -> lines.addAll(teaching.news(before, now)));
        String notice = BlockInWords.ended(now.notice());
        if (!now.notice().isEmpty() && !lines.contains(notice)) {
            lines.add(notice);
        }
        if (!lines.isEmpty()) {
            talk.console().interrupt(lines.stream().map(String::stripLeading).collect(Collectors.joining("\n")));
        }
        return room.filter(ClassInWords::isWaiting).isPresent();
    }

    /**
     * Reports where the learner is, before each line is awaited.
     *
     * @param reported receives the position
     */
    public LineTutor reporting(Consumer<LearnerLocation> reported) {
        onLocation = reported;
        return this;
    }

    /** Lets the learner keep models of own names, and read names from files. */
    public LineTutor keepingModels(ModelShelf shelf) {
        talk.keepModels(shelf);
        return this;
    }

    /** Returns the state of the screen that is told. */
    ScreenState state() {
        return talk.state();
    }

    /**
     * Runs until the learner leaves or the input ends.
     *
     * @param section id of the section to open; empty to resume, or to list the sections
     */
    public void run(Optional<String> section) {
        taught.ifPresent(teaching -> talk.say(TeachingInWords.GREETING));
        Optional<Section> first = section.isPresent()
                ? section.flatMap(course::find)
                : talk.tutor().leftOff();
        if (section.isEmpty() && first.isEmpty()) {
            talk.say(BlockInWords.all(talk.blocks(), talk.console().prose()));
            talk.say("");
        }
        talk.say(course.ladder().get(first.map(Section::rung).orElse(course.here()))
                + ", told line by line. An empty line leads on, '?' tells what else can be typed.");
        guarded(() -> section.ifPresentOrElse(this::open, this::resume));
        loop(() -> !gone);
        names.close();
        state().own().forget();
        talk.say("");
        Optional<Section> left = state().section();
        talk.put(state().after(talk.tutor().leaving()));
        String back = talk.isKept() ? "; 'nabla learn --text' goes on there." : ".";
        talk.say(left.map(there -> "You leave in section " + there.id() + back)
                .orElse("Come back any time: 'nabla learn --text'"));
    }

    /** Asks what is due, until nothing is or the learner leaves. */
    public void review() {
        talk.say(talk.tutor().progress().agendaSentence());
        guarded(() -> talk.apply(Navigation.REVIEW));
        loop(() -> !gone && (state().reviewing().isPresent() || names.isOpen()));
        Optional<Review> left = state().reviewing();
        left.ifPresent(review -> talk.say("\n\n" + review.score(talk.tutor()) + ". "
                + talk.tutor().progress().agendaSentence()));
    }

    private void loop(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            onLocation.accept(state().location());
            Optional<String> typed = talk.console().ask("> ");
            typed.ifPresentOrElse(line -> guarded(() -> take(line)), () -> gone = true);
        }
    }

    /** Resumes the section that the learner left, if there is one. */
    private void resume() {
        if (talk.tutor().leftOff().isPresent()) {
            talk.say("You are back where you left.");
            talk.apply(Navigation.RESUME);
        }
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (BadInput bad) {
            talk.say(bad.getMessage());
            bad.place().map(Caret::under).ifPresent(talk.console()::quote);
        }
    }

    /** Takes a line: a vote, an answer, the number of a section, a change of the figure, a command or a key. */
    void take(String line) {
        String typed = line.replace('−', '-');
        Optional<AttemptBlock> asked = talk.asked();
        if (room.filter(inWords -> inWords.isVote(typed)).isPresent()) {
            vote(typed);
        } else if (typed.isEmpty()) {
            next();
        } else if (names.take(typed) || opening.take(typed)) {
            return;
        } else if (!figure.isSet(typed)
                && asked.filter(open -> isAnswer(open, typed)).isPresent()) {
            answer(asked.get(), typed);
        } else if (course.sectionIds().contains(typed)) {
            open(typed);
        } else if (!figure.take(typed)) {
            takeWord(typed, asked);
        }
    }

    /** Returns whether a line answers a question, or rates the answer to it. */
    static boolean isAnswer(AttemptBlock asked, String typed) {
        QuestionInstance variant = asked.attempt().variant();
        return asked.attempt().rating()
                ? typed.matches("[123]")
                : variant.grade(QuestionText.lettered(variant, typed)).kind() != VerdictKind.UNREADABLE;
    }

    private void answer(AttemptBlock asked, String typed) {
        boolean rates = asked.attempt().rating();
        if (rates && !typed.matches("[123]")) {
            throw BadInput.usage("how_sure", "How sure? 1, 2 or 3; an empty line means 2.");
        }
        if (rates) {
            talk.apply(new Effect.Rate(Confidence.values()[Integer.parseInt(typed) - 1]));
        } else {
            talk.show(state().apply(typing(asked.attempt(), typed)).apply(Navigation.ONWARD));
        }
    }

    /** Returns the typing of an answer; the digit of an option becomes its letter. */
    static Effect typing(Attempt attempt, String typed) {
        String line = QuestionText.lettered(attempt.variant(), typed);
        return new Effect.Typing(old -> new LineEditor(line, line.length()));
    }

    /** Takes a command of the text mode or a key. Anything else is an answer, which cannot be read. */
    private void takeWord(String typed, Optional<AttemptBlock> asked) {
        String[] words = typed.split("\\s+", 2);
        Optional<LineCommand> alone = LineCommand.named(typed).filter(word -> word != LineCommand.CHANGE);
        if (alone.isPresent()) {
            perform(alone.get(), "");
            return;
        }
        KeyPlace keys = state().keys();
        Optional<Effect> key = keys.named(typed).or(() -> keys.named(LineCommand.keyOf(typed)));
        boolean moves = key.isPresent() && state().section().isEmpty();
        boolean inWords = words.length > 1 && key.isPresent(); // 'next section' is no 'next'
        Optional<LineCommand> command =
                LineCommand.named(words[0]).filter(word -> !inWords && !(word == LineCommand.CHANGE && moves));
        if (command.isPresent()) {
            perform(command.get(), words.length == 1 ? "" : words[1]);
        } else if (key.isPresent()) {
            press(key.get());
        } else if (names.keep(typed)) {
            return;
        } else if (room.filter(ClassInWords::isAsking).isPresent()) {
            vote(typed);
        } else if (asked.isPresent()) {
            answer(asked.get(), typed);
        } else if (KeyPlace.isKnown(LineCommand.keyOf(typed))) {
            figure.refuseWhileGuessing();
            throw BadInput.usage("nothing_here", "'" + typed + "' does nothing here; '?' tells what does");
        } else {
            throw LineCommand.unknown(words[0]);
        }
    }

    private void press(Effect key) {
        switch (Navigation.of(key)) {
            case MORE_NAMES -> names.open();
            case COPY -> state().copied().map(CopiedText::shown).ifPresent(talk.console()::quote);
            default -> talk.apply(key);
        }
    }

    private void perform(LineCommand word, String rest) {
        Optional<String> known = lookedUp;
        lookedUp = Optional.empty();
        switch (word) {
            case NEXT -> next();
            case BACK -> move(Navigation.BEFORE);
            case AGAIN -> again();
            case SECTIONS -> talk.say(BlockInWords.rungs(talk.contents(), true));
            case TOP -> move(new Effect.OpenStation(0));
            case ROAD -> road(rest);
            case FIGURE -> figure.tell(rest);
            case NUMBERS -> figure.tellAsked();
            case TAUGHT -> figure.tellTaught();
            case CHANGE -> figure.tellHowToChange();
            case STEP -> figure.step(rest);
            case RUN -> figure.run();
            case PAGE -> known.ifPresentOrElse(this::readPage, this::explain);
            case KEEP -> figure.keepOrCompare();
            case WORKED -> figure.tellSteps();
            case COMMAND -> figure.tellCommand();
            case CODE -> figure.tellCode();
            case PRACTICE -> practise(rest);
            case ASK -> ask(rest);
            case VOTE -> vote(rest);
            case CLASS -> teach(rest);
            case NAMES -> names.open();
            case WORDS -> talk.say(talk.look(state().signs(text())));
            case FIND -> find(rest);
            case HELP -> help(rest);
            case MORE -> more();
            case QUIT -> gone = true;
        }
    }

    /** Applies an effect that leads to another place in a section. */
    private void move(Effect effect) {
        talk.place();
        talk.apply(effect);
    }

    /** Gives a hint at a question, the answer after the last hint; elsewhere tells what can be typed. */
    private void help(String rest) {
        Optional<AttemptBlock> asked = talk.asked();
        if (!rest.isEmpty()) {
            lookUp(rest);
        } else if (asked.filter(open ->
                        open.kind() == QuestionKind.GUESS || open.attempt().rating())
                .isPresent()) {
            talk.say(BlockInWords.all(List.of(asked.get()), talk.console().prose()));
        } else if (asked.isPresent()) {
            talk.apply(asked.get().attempt().hasHint() ? Navigation.HINT : Navigation.WORKED);
        } else {
            told = 0;
            talk.say(LineCommand.first());
        }
    }

    /** Tells the next of all that can be typed, in at most ten lines. After the last it begins anew. */
    private void more() {
        List<String> all = new ArrayList<>(LineCommand.table());
        all.addAll(LineCommand.table(state().keys()));
        int from = told < all.size() ? told : 0;
        int to = from;
        int height = 0;
        while (to < all.size() && height + talk.console().height(all.get(to)) < MOST_LINES) {
            height += talk.console().height(all.get(to));
            to++;
        }
        talk.say(all.subList(from, to));
        told = to;
        if (to < all.size()) {
            talk.say("'more' tells the next of " + (all.size() - to) + " that are left.");
        }
    }

    /** Tells what a sign or word means. */
    private void lookUp(String word) {
        ScreenState found = state().lookUp(word);
        boolean opens = found.apply(Navigation.ONWARD).notice().isEmpty();
        lookedUp = Optional.of(word).filter(known -> opens);
        talk.say(String.join("\n", talk.look(found)) + (opens ? " 'page' reads it." : ""));
    }

    /** Tells which pages of the course have some words. Reads all lessons. */
    private void find(String words) {
        if (words.isEmpty()) {
            throw BadInput.usage("no_words", "find what? 'find residual' tells which pages have that word");
        }
        ScreenState found = state().search(words);
        found.unreadSearched().forEach(Section::readAhead);
        talk.say(talk.look(found));
    }

    /** Returns what stands here: the page or else the figure, and the question. */
    private String text() {
        List<String> shown = BlockInWords.all(talk.blocks(), talk.console().prose());
        List<String> numbers = talk.block(PageBlock.class).isPresent()
                ? List.of()
                : state().figure()
                        .map(live -> BlockInWords.told(live).toLines())
                        .orElse(List.of());
        return (String.join(" ", shown) + " " + String.join(" ", numbers)).replace('\n', ' ');
    }

    /** Tells everything here again. A question or an example that is over gets other numbers. */
    private void again() {
        boolean over = talk.block(AttemptBlock.class)
                        .filter(asked -> asked.kind() == QuestionKind.COUNTED && !asked.isOpen())
                        .isPresent()
                || talk.block(ExampleBlock.class)
                        .filter(example -> example.practice().isOver())
                        .isPresent();
        if (over && state().section().isPresent()) {
            talk.apply(Navigation.ANEW);
        } else {
            talk.say(BlockInWords.here(talk.blocks(), talk.console().prose()));
        }
    }

    /** Tells the stations of the section, or goes to one, counted from 1. */
    private void road(String station) {
        RoadPlace here = talk.place();
        if (station.isEmpty()) {
            talk.say(BlockInWords.stations(here));
        } else {
            talk.apply(new Effect.OpenStation((int) Numerals.whole(station, 1, here.last()) - 1));
        }
    }

    /** Lists the exercises of the section, or opens one, counted from 1. */
    private void practise(String number) {
        int exercises = talk.place().road().exercises().size();
        ScreenState list = state().apply(Navigation.PRACTISE);
        talk.show(
                number.isEmpty()
                        ? list
                        : list.apply(new Effect.OpenRow((int) Numerals.whole(number, 1, exercises) - 1)));
    }

    /** Reads the page of a word that was looked up. The place stays the same. */
    private void readPage(String word) {
        talk.show(state().lookUp(word).apply(Navigation.ONWARD));
    }

    /** Reads the page that explains the question here, once it was answered wrong or has ended. */
    private void explain() {
        talk.block(AttemptBlock.class)
                .filter(asked -> asked.explained().isPresent())
                .filter(asked -> !asked.isOpen() || asked.attempt().misses() > 0)
                .orElseThrow(() -> BadInput.usage("no_page", "no page explains a question here; read on"));
        talk.apply(Navigation.EXPLAIN);
    }

    private void vote(String typed) {
        if (taught.isPresent()) {
            taught.get().tellQuestion();
            return;
        }
        room.orElseThrow(
                        () -> BadInput.usage("no_class", "there is no class here; 'ask' asks a question of the course"))
                .vote(typed);
    }

    private void teach(String typed) {
        taught.orElseThrow(() -> BadInput.usage("no_class", "'class' is for a teacher, and you teach no class here"))
                .take(
                        typed,
                        () -> ShownFigure.of(
                                state().classState().orElseThrow().self().teacher(),
                                talk.place().section().id(),
                                figure.open().live()));
    }

    /** Goes to a question of the course, with other numbers if it is answered. */
    private void ask(String id) {
        if (id.isEmpty()) {
            practise("");
        } else {
            Section section = course.sectionOf(id);
            talk.show(state().withTutor(talk.tutor().resumed(section)).ask(new QuestionRef(section.id(), id)));
        }
    }

    /** Moves on as Enter does. At home it opens the first section, after the closing page the next one. */
    private void next() {
        Optional<Section> ended = state().endedSection();
        if (names.onward()) {
            return;
        }
        if (talk.block(ContentsBlock.class).isPresent()) {
            if (course.isOwn() && talk.tutor().isNewcomer()) {
                talk.apply(Navigation.OPENING);
            } else {
                open(course.sections().get(0).id());
            }
        } else if (ended.isPresent()) {
            leaveSection(ended.get());
        } else {
            talk.asked()
                    .filter(asked ->
                            !asked.attempt().rating() && asked.attempt().misses() == 0)
                    .ifPresent(
                            asked -> talk.say(asked.kind() == QuestionKind.BLANK ? "Left empty." : "Left for later."));
            boolean leads = state().keys().words().containsKey(Navigation.ONWARD);
            talk.apply(leads ? Navigation.ONWARD : Navigation.BACK);
        }
    }

    /** Goes on to the next section; at the end of the last section of the model to the closing page. */
    private void leaveSection(Section section) {
        if (course.closing().equals(Optional.of(section)) && state().section().isPresent()) {
            talk.apply(Navigation.ONWARD);
            return;
        }
        course.neighbour(section, 1)
                .ifPresentOrElse(
                        next -> open(next.id()), () -> talk.say("That was the last section; 'sections' lists them."));
    }

    private void open(String id) {
        Section section = course.section(id);
        if (!section.isWritten()) {
            throw BadInput.usage("not_written", "section " + id + " is not written yet; 'sections' lists them");
        }
        talk.show(state().withTutor(talk.tutor().resumed(section)).open(section));
    }
}
