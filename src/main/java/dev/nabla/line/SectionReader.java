package dev.nabla.line;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.line.QuestionPrompt.PromptResult;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.Numerals;
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
import java.util.function.UnaryOperator;

/**
 * A section told line by line: turns what is typed into moves of a {@link Walk}, saves each one, and says where it led.
 */
final class SectionReader {
    /** The key of a goal's figure among those that are kept; the section's own have numbers from 0. */
    private static final int TRIAL = -1;

    private final LineSession talk;
    private final Map<Integer, FigureState<?>> kept = new HashMap<>();
    private Walk walk;
    /** The question that lines answer: that of the walk until it has ended, or any other of the course. */
    private Optional<QuestionPrompt> asking = Optional.empty();

    /** Opens a section, its figure as it was left. */
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

    private Road road() {
        return walk.road(talk.tutor());
    }

    private StationInWords stationInWords() {
        return new StationInWords(walk, talk.tutor());
    }

    private void move(WalkStep step) {
        walk = step.walk();
        asking = Optional.empty();
        kept.remove(TRIAL);
        talk.put(step.update());
    }

    /** Goes to the station where the learner left, with the figure as it was left. */
    void resume() {
        talk.say("You are back where you left.");
        enter(road().of(talk.progress().leftOff().orElseThrow()));
    }

    /** Goes to a station, from 0, or to the first or the last, and tells it. */
    void enter(int station) {
        move(walk.enter(station, talk.tutor()));
        arrive();
    }

    private void arrive() {
        talk.say(stationInWords().here());
        printStation();
        talk.put(walk.markRead(talk.tutor()));
    }

    /** Tells what is here, and asks what is to be answered. */
    private void printStation() {
        switch (walk.kind()) {
            case READ -> stationInWords().page(talk.console().prose()).forEach(talk::say);
            case PLAY -> talk.say(stationInWords().figure(figure()));
            case GUESS, QUESTIONS -> ask(walk.question().orElseThrow());
            case BLANKS -> fill(walk.practice(talk.tutor()).orElseThrow());
            case GOALS -> talk.say(stationInWords().goal());
            case END -> stationInWords().end().forEach(talk::say);
        }
    }

    /** Leads on: a figure that is short of its end runs, then comes what follows; false at the end of the section. */
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

    /** Tells this station once more, or asks its question anew. */
    void repeat() {
        if (walk.isExercise()) {
            move(walk.again(talk.tutor()));
            printStation();
        } else {
            enter(walk.station());
        }
    }

    /** Lists the stations, or goes to one of them. */
    void road(String station) {
        if (station.isEmpty()) {
            stationInWords().stations().forEach(talk::say);
        } else {
            enter((int) Numerals.whole(station, 1, road().beats().size() - 1) - 1);
        }
    }

    /** Lists the exercises, or opens one of them. */
    void practise(String number) {
        if (number.isEmpty()) {
            stationInWords().exercises().forEach(talk::say);
            return;
        }
        List<Road.Exercise> all = road().exercises();
        move(walk.open(all.get((int) Numerals.whole(number, 1, all.size()) - 1), talk.tutor()));
        printStation();
    }

    /** Asks any question of the course, anew. */
    void ask(QuestionRef question) {
        talk.say(
                question.opens()
                        ? stationInWords().guess(figure())
                        : stationInWords().question(question));
        talk.put(talk.tutor().begun(question, 0));
        ask(QuestionPrompt.of(question, false, talk.tutor()));
    }

    private void ask(QuestionPrompt prompt) {
        asking = Optional.of(prompt);
        talk.say(prompt.text());
    }

    /** Asks for the next blank of an example; one that is filled in begins with other numbers. */
    private void fill(Practice known) {
        Practice practice = known.isDone() ? known.again() : known;
        stationInWords().blanks(practice).forEach(talk::say);
        blank(practice);
    }

    private void blank(Practice practice) {
        talk.put(talk.tutor().withPractice(practice));
        asking = Optional.empty();
        talk.say(practice.isDone() ? "All of it is filled in." : "");
        if (!practice.isDone()) {
            ask(QuestionPrompt.practise(practice.attempt().variant()));
        }
    }

    boolean isAsking() {
        return asking.isPresent();
    }

    /** True if a line is for the question that is asked. */
    boolean wants(String typed) {
        return asking.isPresent() && asking.get().wants(typed, talk.tutor());
    }

    /** Takes a line that is for the question asked here; from one of this section that is put off the way leads on. */
    void answer(String typed) {
        QuestionPrompt asked = asking.orElseThrow();
        QuestionPrompt.PromptTurn turn = asked.take(typed, talk.tutor());
        talk.put(turn.update());
        turn.print(talk);
        asking = turn.end().isPresent() ? Optional.empty() : Optional.of(turn.prompt());
        boolean left = turn.end().equals(Optional.of(PromptResult.LEFT));
        if (left && walk.isExercise()) {
            next();
        } else if (turn.end().isPresent() && asked.isPractice()) {
            Practice practice = walk.practice(talk.tutor()).orElseThrow();
            blank(turn.end().get() == PromptResult.MISSED ? practice : practice.onward());
        }
    }

    /** The figure in the learner's hands. */
    FigureInWords<?> figure() {
        return inHand().orElseThrow(() -> BadInput.usage("no_figure", "this section has no figure; read on"));
    }

    private Optional<FigureInWords<?>> inHand() {
        return walk.live(talk.tutor()).map(FigureInWords::new);
    }

    /** The name of the figure's trick that a word means, if it means one. */
    Optional<String> trick(String word) {
        return inHand().flatMap(figure -> figure.trick(word));
    }

    /** Tells all of the figure; if one is named goes to its station first. */
    void figure(String name) {
        if (!name.isEmpty()) {
            move(walk.enter(road().of(StationKind.PLAY, named(name)), talk.tutor()));
            talk.say(stationInWords().here());
        }
        printFigure(figure().toLines());
    }

    /** The section's figure of this name, from 0. */
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

    /** Runs the figure. */
    void run() {
        act(live -> new FigureInWords<>(live).run());
    }

    /** Changes the figure, saves a goal that is reached by that, and tells what has changed. */
    void act(UnaryOperator<FigureState<?>> action) {
        FigureInWords<?> before = figure();
        FigureInWords<?> after = new FigureInWords<>(action.apply(before.live()));
        if (talk.isShared()) {
            after.live().requireFairAnswer();
        }
        WalkStep step = walk.withFigure(after.live(), talk.tutor());
        walk = step.walk();
        talk.put(step.update());
        printFigure(after.toldSince(before));
    }

    /** Tells lines about the figure, and how far it is from the goal that is tried. */
    private void printFigure(List<String> told) {
        List<String> lines = new ArrayList<>(told);
        stationInWords().distance().ifPresent(lines::add);
        talk.say(lines);
    }

    /** Keeps the figure to compare with, or tells what differs from the kept one and lets it go. */
    void keep() {
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

    /** Notes where the learner stands. */
    void leave() {
        talk.put(walk.leave(talk.tutor()));
    }
}
