package dev.nabla.line;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Beat;
import dev.nabla.lesson.Beat.Kind;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.line.QuestionPrompt.End;
import dev.nabla.math.expression.Numerals;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Practice;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Road;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A section being told, station by station, with its figures and exercises in the learner's hands. */
final class SectionReader {
    private static final int NONE = -1;
    /** The seed of an example that is begun. */
    private static final int FIRST = 1;

    private final Section section;
    private final Lesson lesson;
    private final Talk talk;
    private final SectionFigures figures;
    private int at;
    private int exercise = NONE;
    private Optional<QuestionPrompt> asking = Optional.empty();
    private Optional<Practice> filling = Optional.empty();

    SectionReader(Section section, Talk talk) {
        this.section = section;
        this.lesson = section.lesson().orElseThrow();
        this.talk = talk;
        this.figures = new SectionFigures(section, talk);
        talk.say("Section " + section.id() + ": " + section.title() + ". About "
                + WorkedSteps.count(lesson.minutes(), "minute") + ".");
    }

    Section section() {
        return section;
    }

    SectionFigures figures() {
        return figures;
    }

    private Road road() {
        return Road.of(section, talk.tutor());
    }

    /** At the station where the learner left, with the figure as it was left. */
    void resume() {
        talk.say("You are back where you left.");
        enter(road().of(talk.progress().leftOff().orElseThrow()));
    }

    /** To a station, from 0, or the first or last, and does what is done there. */
    void enter(int station) {
        stand(Math.max(0, Math.min(station, road().beats().size() - 1)));
        Beat beat = road().at(at);
        switch (beat.kind()) {
            case READ -> read(lesson.pages().get(beat.index()));
            case PLAY -> figures.show();
            case END -> end();
            case GUESS, BLANKS, QUESTIONS, GOALS ->
                open(first(0, false).orElseGet(() -> first(0, true).orElseThrow()));
        }
        if (beat.kind().isReading() && road().page(at) == lesson.pages().size() - 1) {
            talk.put(talk.tutor().read(section.id()));
        }
    }

    private void stand(int station) {
        at = station;
        leaveExercise();
        figures.stand(road().figure(at));
        talk.say("\n" + name(at) + ".");
    }

    private void leaveExercise() {
        exercise = NONE;
        asking = Optional.empty();
        filling = Optional.empty();
        figures.leaveGoal();
    }

    private String name(int station) {
        int last = road().beats().size() - 1;
        return station == last
                ? "The end of section " + section.id()
                : "Station " + (station + 1) + " of " + last + ": " + road().name(road().at(station));
    }

    private void read(List<Block> page) {
        for (int i = 0; i < page.size(); i++) {
            boolean close = i > 0 && ProseLayout.isClose(page.get(i - 1), page.get(i));
            talk.say((close ? "" : "\n")
                    + talk.console().prose().lines(page.get(i)).stream()
                            .map(Line::plain)
                            .collect(Collectors.joining("\n")));
        }
    }

    /** What was guessed, what is open, what comes back when, and what follows. */
    private void end() {
        for (Attempt guess : road().guesses()) {
            String truth = guess.isRight()
                    ? ", and were right"
                    : "; the answer: " + guess.variant().toldAnswer();
            talk.say("You guessed: " + guess.typedInFull() + truth);
        }
        String open = road().left();
        talk.say(open.isEmpty() ? "All exercises are done." : "Still open: " + open + "; 'practice' lists them.");
        road().back().forEach((day, ids) -> talk.say("Comes back " + day + ": " + String.join(", ", ids)));
        following().ifPresent(next -> talk.say("Next: " + next.id() + " " + next.title() + ", " + next.gist()));
    }

    /** The next section that is written. */
    Optional<Section> following() {
        return talk.tutor().course().beside(section, 1);
    }

    /** Leads on: a figure that is short of its end runs, then comes the next exercise or station; false if there is nothing more. */
    boolean next() {
        Beat beat = road().at(at);
        OptionalInt more = exercise == NONE ? OptionalInt.empty() : first(exercise + 1, false);
        if ((beat.is(Kind.PLAY) || figures.isAiming())
                && figures.figure().live().isShort()) {
            figures.run();
        } else if (more.isPresent()) {
            open(more.getAsInt());
        } else if (!beat.is(Kind.END)) {
            enter(road().after(at));
        }
        return !beat.is(Kind.END);
    }

    void back() {
        enter(at - 1);
    }

    /** Tells this station once more, or asks its question anew. */
    void repeat() {
        if (exercise == NONE) {
            enter(at);
        } else {
            open(exercise);
        }
    }

    /** The stations, or to one of them. */
    void road(String station) {
        int last = road().beats().size() - 1;
        if (station.isEmpty()) {
            IntStream.rangeClosed(0, last).forEach(i -> talk.say(name(i) + (i == at ? ", you are here" : "")));
        } else {
            enter((int) Numerals.whole(station, 1, last) - 1);
        }
    }

    /** Tells all of a figure; if one is named of that one, at its station. */
    void figure(String name) {
        if (!name.isEmpty()) {
            stand(road().of(Kind.PLAY, figures.named(name)));
        }
        figures.tell();
    }

    /** The first exercise of this station from one on, of those not done or of all. */
    private OptionalInt first(int from, boolean done) {
        List<Road.Exercise> all = road().exercises();
        return IntStream.range(from, all.size())
                .filter(i -> all.get(i).station() == at && (done || !all.get(i).done()))
                .findFirst();
    }

    /** The list of exercises, or one of it. */
    void practise(String number) {
        List<Road.Exercise> all = road().exercises();
        if (!number.isEmpty()) {
            open((int) Numerals.whole(number, 1, all.size()) - 1);
            return;
        }
        talk.say(all.isEmpty() ? "This section has no exercises yet." : "Exercises of section " + section.id() + ":");
        for (int i = 0; i < all.size(); i++) {
            String state = all.get(i).done() ? ", done: " : ", to do: ";
            talk.say((i + 1) + ". " + road().name(all.get(i)) + state + road().ask(all.get(i)));
        }
    }

    /** Begins an exercise of the list, from 0, at its station. */
    private void open(int number) {
        Road.Exercise opened = road().exercises().get(number);
        leaveExercise();
        exercise = number;
        at = opened.station();
        figures.stand(road().figure(at));
        switch (opened.kind()) {
            case BLANKS -> fill(lesson.examples().get(opened.index()));
            case QUESTIONS -> ask(ref(lesson.asked().get(opened.index()), false));
            case GOALS -> figures.aim(lesson.goals().get(opened.index()));
            default -> ask(ref(lesson.questions().get(opened.index()), true));
        }
    }

    private QuestionRef ref(Question question, boolean guess) {
        return new QuestionRef(section.id(), question.id(), guess);
    }

    /** Asks any question of the course. */
    void ask(QuestionRef question) {
        filling = Optional.empty();
        talk.say(
                question.opens()
                        ? "\nGuess first, about " + figures.figure().title() + " An empty line puts it off."
                        : "\nQuestion " + question.id() + ". '?' gives a hint, an empty line puts it off.");
        asking = Optional.of(QuestionPrompt.ask(question, false, talk));
    }

    /** A worked example to fill in, from where it was left; with other numbers if it was done. */
    private void fill(WorkedExample example) {
        Practice known = talk.tutor().practices().getOrDefault(example.id(), Practice.of(example, FIRST));
        Practice practice = known.isDone() ? known.again() : known;
        talk.say("\nPractice with other numbers; it does not count. '?' gives a hint, an empty line puts it off.\n"
                + practice.solution().prompt());
        practice.solution().lines(example.blanks(), practice.past()).stream()
                .limit(practice.solution().steps().size() - example.blanks() + practice.past())
                .forEach(line -> talk.say("  " + line.plain()));
        fill(practice);
    }

    private void fill(Practice practice) {
        talk.put(talk.tutor().with(practice));
        filling = Optional.of(practice).filter(now -> !now.isDone());
        talk.say(practice.isDone() ? "All of it is filled in." : "");
        asking = filling.map(now -> QuestionPrompt.practise(now.attempt().variant(), talk));
    }

    boolean isAsking() {
        return asking.isPresent();
    }

    /** True if a line is for the question that is asked. */
    boolean wants(String typed) {
        return asking.filter(prompt -> prompt.wants(typed)).isPresent();
    }

    /** Takes a line that is for the question asked here; from one that is left the way leads on. */
    void answer(String typed) {
        Optional<End> end = asking.orElseThrow().take(typed);
        boolean left = end.equals(Optional.of(End.LEFT));
        if (end.isPresent()) {
            asking = Optional.empty();
            filling.filter(practice -> !left)
                    .map(practice -> end.get() == End.MISSED ? practice : practice.onward())
                    .ifPresent(this::fill);
        }
        if (left && exercise != NONE) {
            next();
        }
    }

    /** Notes where the learner stands. */
    void leave() {
        talk.put(talk.tutor().left(section.id(), figures.own(), at));
    }
}
