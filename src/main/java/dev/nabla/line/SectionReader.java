package dev.nabla.line;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.Numerals;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.Practice;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Walk;
import dev.nabla.tutor.Walk.WalkStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A section in text mode. Turns typed lines into moves of a {@link Walk}, saves each move, and prints where it led. */
final class SectionReader {
    /** The key of a goal's figure in {@link #kept}. Figures of the section have keys from 0. */
    private static final int TRIAL = -1;

    private final LineSession talk;
    private final Map<Integer, FigureState<?>> kept = new HashMap<>();
    private Walk walk;
    /**
     * The question that lines answer: that of the current position until it has ended, or another question of the
     * course.
     */
    private Optional<QuestionPrompt> asking = Optional.empty();
    /** The question whose page can be read: it was just answered wrong, or it has ended. */
    private Optional<QuestionPrompt> explained = Optional.empty();

    /** Opens a section, with its figure as the learner left it. */
    SectionReader(Section section, LineSession talk) {
        this.talk = talk;
        talk.put(talk.tutor().resumed(section));
        walk = Walk.start(section);
        talk.say(stationInWords().section(section.lesson().orElseThrow().minutes()));
    }

    Section section() {
        return walk.section();
    }

    Walk walk() {
        return walk;
    }

    /** Returns where the learner is: at the question that is asked, else at the station. */
    LearnerLocation location() {
        Optional<QuestionRef> open = asking.flatMap(QuestionPrompt::question);
        if (open.isPresent()) {
            QuestionRef question = open.get();
            return new LearnerLocation(
                    question.section(), question.opens() ? Doing.GUESS : Doing.QUESTION, question.id());
        }
        String here = section().id();
        return switch (walk.kind()) {
            case READ, QUESTIONS, END -> new LearnerLocation(here, Doing.READS, "");
            case PLAY, GUESS -> new LearnerLocation(here, Doing.FIGURE, "");
            case BLANKS -> new LearnerLocation(here, Doing.BLANKS, "");
            case GOALS -> new LearnerLocation(here, Doing.GOAL, String.valueOf(walk.index() + 1));
        };
    }

    private Road road() {
        return walk.road(talk.tutor());
    }

    private StationInWords stationInWords() {
        return new StationInWords(walk, talk.tutor());
    }

    private void move(WalkStep step) {
        walk = step.walk();
        asking = Optional.empty();
        explained = Optional.empty();
        kept.remove(TRIAL);
        talk.put(step.update());
    }

    /** Goes to the station where the learner left, with the figure as it was. */
    void resume() {
        talk.say("You are back where you left.");
        move(walk.resume(talk.progress().leftOff().orElseThrow(), talk.tutor()));
        arrive();
    }

    /** Goes to a station, from 0, and describes it. A number beyond the ends means the first or the last station. */
    void enter(int station) {
        move(walk.enter(station, talk.tutor()));
        arrive();
    }

    private void arrive() {
        talk.say(stationInWords().here());
        printStation();
        talk.put(walk.markRead(talk.tutor()));
    }

    /** Prints the content of the station, or asks its exercise. */
    private void printStation() {
        switch (walk.kind()) {
            case READ -> stationInWords().page(talk.console().prose()).forEach(talk::say);
            case PLAY -> talk.say(stationInWords().figure(figure()));
            case GUESS -> guess();
            case QUESTIONS -> ask(walk.question().orElseThrow());
            case BLANKS -> fill(walk.practice(talk.tutor()).orElseThrow());
            case GOALS -> talk.say(stationInWords().goal());
            case END -> stationInWords().end().forEach(talk::say);
        }
    }

    /**
     * Moves on: runs a figure that is not at its end, else goes to what follows. Returns false at the end of the
     * section.
     */
    boolean next() {
        boolean more = walk.kind() != StationKind.END;
        if (walk.runs(talk.tutor())) {
            run();
        } else if (more) {
            int before = walk.station();
            move(walk.onward(talk.tutor()));
            if (walk.station() == before) {
                printStation();
            } else {
                arrive();
            }
        }
        return more;
    }

    void back() {
        enter(walk.station() - 1);
    }

    /** Describes this station again, or restarts its exercise. */
    void repeat() {
        if (walk.isExercise()) {
            move(walk.restart(talk.tutor()));
            printStation();
        } else {
            enter(walk.station());
        }
    }

    /**
     * Lists the stations, or goes to one.
     *
     * @param station number of the station, from 1; empty to list them
     * @throws BadInput if there is no such station
     */
    void road(String station) {
        if (station.isEmpty()) {
            stationInWords().stations().forEach(talk::say);
        } else {
            enter((int) Numerals.whole(station, 1, road().beats().size() - 1) - 1);
        }
    }

    /**
     * Lists the exercises, or opens one.
     *
     * @param number number of the exercise, from 1; empty to list them
     * @throws BadInput if there is no such exercise
     */
    void practise(String number) {
        if (number.isEmpty()) {
            stationInWords().exercises().forEach(talk::say);
            return;
        }
        List<Road.Exercise> all = road().exercises();
        move(walk.open(all.get((int) Numerals.whole(number, 1, all.size()) - 1), talk.tutor()));
        printStation();
    }

    /** Asks a question of the course: goes on with it, or asks one that is over with other numbers. */
    void ask(QuestionRef question) {
        talk.put(talk.tutor().asked(question, false));
        talk.say(stationInWords().question(question));
        ask(QuestionPrompt.of(question, false, talk.tutor()));
    }

    /** Asks the guess of this station. A guess can be made only once; later it is told with its answer. */
    private void guess() {
        QuestionPrompt prompt = QuestionPrompt.of(walk.question().orElseThrow(), false, talk.tutor());
        if (walk.isDone(talk.tutor())) {
            talk.say("\n" + prompt.variant().prompt() + "\n" + StationInWords.guessed(prompt.attempt()));
        } else {
            talk.say(stationInWords().guess(figure()));
            ask(prompt);
        }
    }

    private void ask(QuestionPrompt prompt) {
        asking = Optional.of(prompt);
        talk.say(prompt.text(talk.tutor()));
    }

    /** Asks for the next blank of an example. A finished example starts again with other numbers. */
    private void fill(Practice known) {
        Practice practice = known.isOver() ? known.withOtherNumbers() : known;
        stationInWords().blanks(practice).forEach(talk::say);
        blank(practice);
    }

    private void blank(Practice practice) {
        talk.put(talk.tutor().practised(section().id(), practice));
        asking = Optional.empty();
        if (practice.isOver()) {
            talk.say(practice.blanksLeft() == 0 ? "All of it is filled in." : practice.leftOver() + ".");
        } else {
            talk.say("");
            ask(new QuestionPrompt(Optional.empty(), practice.attempt(), false));
        }
    }

    boolean isAsking() {
        return asking.isPresent();
    }

    /** Returns whether a line answers the current question. */
    boolean isAnswer(String typed) {
        return asking.isPresent() && asking.get().isAnswer(typed);
    }

    /**
     * Takes a line for the current question. Moves on after an exercise of this section that is put off; after a blank,
     * to the next blank.
     */
    void answer(String typed) {
        QuestionPrompt prompt = asking.orElseThrow();
        QuestionPrompt.PromptTurn turn = prompt.take(typed, talk.tutor());
        talk.put(turn.update());
        turn.print(talk);
        asking = turn.over() ? Optional.empty() : Optional.of(turn.prompt());
        explained = turn.explains() ? Optional.of(prompt) : Optional.empty();
        if (prompt.question().isEmpty()) {
            Practice practice = walk.practice(talk.tutor())
                    .orElseThrow()
                    .withAttempt(turn.prompt().attempt());
            talk.put(talk.tutor().practised(section().id(), practice));
            if (turn.over()) {
                blank(practice.onward());
            }
        } else if (turn.isLeft() && walk.isExercise()) {
            next();
        }
    }

    /** Returns what stands at this station: the page, the figure, and the open question. */
    String text() {
        List<String> text = new ArrayList<>();
        if (walk.kind() == StationKind.READ) {
            text.addAll(stationInWords().page(talk.console().prose()));
        } else {
            inHand().ifPresent(figure -> text.addAll(figure.toLines()));
        }
        asking.ifPresent(prompt -> text.add(prompt.text(talk.tutor())));
        return String.join(" ", text).replace('\n', ' ');
    }

    /** Returns whether a page explains the question that was just answered wrong or ended. */
    boolean hasPage() {
        return explained.flatMap(this::page).isPresent();
    }

    private Optional<PageRef> page(QuestionPrompt asked) {
        return talk.tutor().course().explaining(asked.variant().question());
    }

    /**
     * Reads the page that explains the question that was just answered wrong or ended. The place stays the same; an
     * open question is asked again.
     *
     * @throws BadInput if there is no such question or page
     */
    void readPage() {
        QuestionPrompt asked = explained
                .filter(prompt -> page(prompt).isPresent())
                .orElseThrow(() -> BadInput.usage("no_page", "no page explains a question here; read on"));
        talk.say(StationInWords.explanation(
                page(asked).orElseThrow(), talk.console().prose()));
        talk.say("\nYou come from the question: " + asked.variant().prompt() + "\nYour place has not moved.");
        asking.ifPresent(this::ask);
    }

    /**
     * Returns the figure that the learner moves.
     *
     * @throws BadInput if the section has no figure
     */
    FigureInWords<?> figure() {
        return inHand().orElseThrow(() -> BadInput.usage("no_figure", "this section has no figure; read on"));
    }

    private Optional<FigureInWords<?>> inHand() {
        return FigureInWords.at(walk, talk.tutor());
    }

    /**
     * Returns the figure to work out or to print as code.
     *
     * @throws BadInput if a guess about it is open
     */
    FigureInWords<?> openFigure() {
        return figureUnless(FigureState::isHeld);
    }

    /**
     * Returns the figure whose settings may be told.
     *
     * @throws BadInput if a guess hides one of them
     */
    FigureInWords<?> knownFigure() {
        return figureUnless(FigureState::hidesKnobs);
    }

    private FigureInWords<?> figureUnless(Predicate<FigureState<?>> tells) {
        FigureInWords<?> figure = figure();
        if (tells.test(figure.live())) {
            throw BadInput.usage("guess_first", "that would tell the answer; guess first, or put the guess off");
        }
        return figure;
    }

    /** Returns the name of the figure's action that a word means; empty if it means none. */
    Optional<String> trick(String word) {
        return inHand().flatMap(figure -> figure.trick(word));
    }

    /**
     * Describes the figure in full.
     *
     * @param name id of another figure of the section, whose station is entered first; empty for the current one
     */
    void figure(String name) {
        if (!name.isEmpty()) {
            move(walk.enter(road().of(StationKind.PLAY, named(name)), talk.tutor()));
            talk.say(stationInWords().here());
        }
        printFigure(figure().toLines());
    }

    /**
     * Returns the index of the section's figure with this id, from 0.
     *
     * @throws BadInput if there is none
     */
    private int named(String figure) {
        List<String> names = section().lesson().orElseThrow().figures().stream()
                .map(live -> live.figure().id())
                .toList();
        if (!names.contains(figure)) {
            Problem.OneOf known = new Problem.OneOf(figure, names);
            throw BadInput.usage("no_figure", "this section has no figure '" + figure + "'", known);
        }
        return names.indexOf(figure);
    }

    /** Runs the figure to its end, or to the last step that the open goal allows. */
    void run() {
        long last = walk.trial().map(GoalAttempt::lastStep).orElse(Long.MAX_VALUE);
        advance(live -> new FigureInWords<>(live).run(last));
    }

    /**
     * Takes steps of the figure and prints what changed.
     *
     * @throws BadInput if a guess about it is open
     */
    void advance(UnaryOperator<FigureState<?>> action) {
        openFigure();
        act(action);
    }

    /** Changes the figure, saves a goal that is reached by that, and prints what changed. */
    void act(UnaryOperator<FigureState<?>> action) {
        FigureInWords<?> before = figure();
        FigureInWords<?> after = new FigureInWords<>(action.apply(before.live()));
        if (talk.isShared()) {
            after.live().requireFairAnswer();
        }
        WalkStep step = walk.withFigure(after.live().guessing(Guess.NONE), talk.tutor());
        walk = step.walk();
        talk.put(step.update());
        printFigure(after.changesSince(before));
    }

    /** Prints lines about the figure, and its distance from the open goal. */
    private void printFigure(List<String> text) {
        List<String> lines = new ArrayList<>(text);
        stationInWords().distance().ifPresent(lines::add);
        talk.say(lines);
    }

    /** Keeps the figure for a later comparison. If one is kept, prints the differences and drops it. */
    void keepOrCompare() {
        FigureInWords<?> now = figure();
        int place = walk.trial().isPresent() ? TRIAL : road().figure(walk.station());
        FigureState<?> before = kept.remove(place);
        if (before == null) {
            kept.put(place, now.live());
            talk.say("Kept. Change the figure and type 'keep' once more to hear what differs.");
        } else {
            talk.say(now.comparedWith(new FigureInWords<>(before)));
        }
    }

    /** Journals the learner's position. */
    void leave() {
        talk.put(walk.leave(talk.tutor()));
    }
}
