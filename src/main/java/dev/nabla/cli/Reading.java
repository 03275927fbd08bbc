package dev.nabla.cli;

import dev.nabla.figure.Live;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Column;
import dev.nabla.lesson.Entry;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Question;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Variant;
import dev.nabla.math.BadInput;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A section being told, passage by passage, with its figure in the learner's hands. */
final class Reading {
    private static final int SEEDS = 100_000;

    private final Section section;
    private final Lesson lesson;
    private final List<Passage> passages;
    private final Dialogue dialogue;
    private final Keeper keeper;
    private final InstantSource clock;
    private final Set<String> asked = new HashSet<>();
    private final Optional<Entry.Stood> left;
    private final Bench bench;
    private Optional<Practice> practice = Optional.empty();
    private Optional<Block> above = Optional.empty();
    private int at = -1;
    private boolean gone;

    /** The section, its figure as it was left if the learner last stood here. */
    Reading(Section section, Dialogue dialogue, Keeper keeper, InstantSource clock) {
        this.section = section;
        this.lesson = section.lesson().orElseThrow();
        this.passages = Passage.of(lesson);
        this.dialogue = dialogue;
        this.keeper = keeper;
        this.clock = clock;
        this.left = keeper.progress().leftOff().filter(stood -> stood.section().equals(section.id()));
        this.bench = new Bench(lesson, left);
        dialogue.say("Section " + section.id() + ": " + section.title() + ". About " + lesson.minutes()
                + (lesson.minutes() == 1 ? " minute." : " minutes."));
    }

    Section section() {
        return section;
    }

    /** Whether the learner left in the middle of a question. */
    boolean isGone() {
        return gone;
    }

    /** Begins where the learner left, with the figure as it was left. */
    void resume() {
        at = left.map(stood -> Math.min(stood.parts() > 0 ? stood.parts() : shown(), passages.size()) - 1)
                .orElse(-1);
        if (at < 1) {
            at = -1;
            next();
            return;
        }
        dialogue.say("\nYou are back where you left, at: " + heading() + ".");
        bench.own().ifPresent(figure -> dialogue.say(figure.live().sentence()));
        dialogue.say("An empty line reads on, again reads this part again, top the whole section.");
    }

    /** How many parts it takes to come to the figure at hand. */
    private int shown() {
        for (int i = 0; i < passages.size(); i++) {
            if (passages.get(i).blocks().stream().anyMatch(bench::isShown)) {
                return i + 1;
            }
        }
        return 0;
    }

    private String heading() {
        for (int i = at; i >= 0; i--) {
            if (passages.get(i).blocks().get(0) instanceof Block.Heading heading) {
                return heading.text();
            }
        }
        return section.title();
    }

    void top() {
        at = 0;
        again();
    }

    /** Reads on; false if there is nothing more. */
    boolean next() {
        if (at + 1 >= passages.size()) {
            return false;
        }
        at++;
        again();
        return true;
    }

    void back() {
        at = Math.max(0, at - 1);
        again();
    }

    /** The same once more, with its question even if that was asked already. */
    void repeat() {
        for (Block block : passages.get(Math.max(0, at)).blocks()) {
            if (block instanceof Block.Ask ask) {
                asked.remove(ask.question().id());
            }
        }
        again();
    }

    private void again() {
        bench.leaveGoal();
        above = Optional.empty();
        passages.get(Math.max(0, at)).blocks().forEach(this::tell);
        if (at == passages.size() - 1 && !gone) {
            dialogue.say("That is the end of section " + section.id() + ".");
            if (!keeper.progress().read().contains(section.id())) {
                keeper.keep(new Entry.Read(now(), section.id()));
            }
        }
    }

    private void tell(Block block) {
        if (block instanceof Block.Stage stage) {
            stage(stage.live());
        } else if (block instanceof Block.Ask ask
                && asked.contains(ask.question().id())) {
            dialogue.say("\nQuestion " + ask.question().id() + " was asked already; again asks it anew.");
        } else if (block instanceof Block.Ask ask) {
            ask(ask.question());
        } else if (block instanceof Block.Aim aim) {
            aim(aim.goal());
        } else {
            boolean close = above.filter(last -> Column.isClose(last, block)).isPresent();
            dialogue.say((close ? "" : "\n")
                    + new Column(dialogue.width(), dialogue.glyphs())
                            .lines(block).stream().map(Line::plain).collect(Collectors.joining("\n")));
        }
        if (block instanceof Block.Steps steps) {
            practice = Optional.of(new Practice(steps.example()));
            dialogue.say("practise asks its last step with other numbers.");
        }
        above = Optional.of(block);
    }

    /** The worked example that was told last, with steps left out. */
    void practise() {
        Practice begun = practice.or(
                        () -> lesson.examples().stream().findFirst().map(Practice::new))
                .orElseThrow(() -> BadInput.usage("no_example", "this section has no worked example; read on"));
        practice = Optional.of(begun);
        gone = begun.ask(dialogue, keeper.progress().learner() % SEEDS) == Asking.End.GONE;
    }

    /** A prediction comes before what the figure shows. */
    private void stage(Live<?> live) {
        dialogue.say(
                "\n" + live.figure().number() + ", a figure: " + live.figure().title() + ".");
        Optional<Question> prediction = lesson.questions().stream()
                .filter(question -> question.predicts() && !asked.contains(question.id()))
                .filter(question -> !keeper.progress().items().containsKey(question.id()))
                .findFirst();
        boolean untouched = asked.isEmpty() && bench.isUntouched(live);
        prediction.filter(question -> untouched).ifPresent(question -> {
            dialogue.say("Before you play:");
            ask(question);
        });
        if (!gone) {
            bench.stage(live);
            dialogue.say(
                    figure().live().sentence() + "\nfigure tells its numbers, and what can be typed to change them.");
        }
    }

    private void ask(Question question) {
        ask(question, section.id());
    }

    /** Asks a question of a section, which need not be this one, with other numbers every time. */
    void ask(Question question, String home) {
        if (gone) {
            return;
        }
        asked.add(question.id());
        dialogue.say("\nQuestion " + question.id() + ". ? gives a hint, an empty line leaves it out.");
        Variant drawn = question.draw(keeper.progress().seed(question.id()));
        Asking.Notes notes =
                (typed, verdict, sure) -> keeper.keep(Entry.Answered.of(now(), home, drawn, typed, verdict, sure));
        gone = new Asking(dialogue, drawn, Optional.of(notes)).ask() == Asking.End.GONE;
    }

    private void aim(Goal goal) {
        bench.attempt(goal);
        dialogue.say("\nGoal " + goal.id() + ", on " + goal.start().figure().number() + ": " + goal.ask() + "\n"
                + goal.start().sentence() + "\n" + goal.progress(goal.start()).distance());
    }

    /** The questions by their ids. */
    void questions() {
        List<String> ids = lesson.questions().stream().map(Question::id).toList();
        dialogue.say(
                ids.isEmpty()
                        ? "This section has no questions yet."
                        : "Questions here: " + String.join(", ", ids) + "; ask " + ids.get(0) + " asks one.");
    }

    void goals() {
        Set<String> reached = keeper.progress().goals();
        List<String> lines = lesson.goals().stream()
                .map(goal -> goal.id() + (reached.contains(goal.id()) ? ", reached: " : ", to reach: ") + goal.ask())
                .toList();
        dialogue.say(lines.isEmpty() ? "This section has no goals yet." : String.join("\n", lines));
    }

    /** The figure that words act on. */
    SpokenFigure figure() {
        return bench.figure().orElseThrow(() -> BadInput.usage("no_figure", "this section has no figure; read on"));
    }

    /** The name of the figure's trick that a word means, if it means one. */
    Optional<String> trick(String word) {
        return bench.figure().flatMap(figure -> figure.trick(word));
    }

    /** Changes the figure and tells what has changed. */
    void play(UnaryOperator<SpokenFigure> change) {
        SpokenFigure before = figure();
        SpokenFigure after = change.apply(before);
        dialogue.say(String.join("\n", after.toldSince(before)));
        put(after);
    }

    /** Keeps the figure to compare with, or tells what differs from the kept one and lets it go. */
    void keep() {
        SpokenFigure now = figure();
        dialogue.say(now.kept()
                .map(kept -> String.join("\n", now.comparedWith(kept)))
                .orElse("Kept. Change the figure and type keep once more to hear what differs."));
        put(now.keeping());
    }

    /** A goal that is reached is noted once. */
    private void put(SpokenFigure after) {
        bench.put(after);
        after.goal()
                .filter(goal -> goal.progress(after.live()).isMet())
                .filter(this::isOpen)
                .ifPresent(goal -> keeper.keep(new Entry.Reached(now(), section.id(), goal.id())));
    }

    private boolean isOpen(Goal goal) {
        return !keeper.progress().goals().contains(goal.id());
    }

    /** The name of the section's other figure, or of the next of them. */
    String other() {
        return bench.other();
    }

    /** Turns to another of the section's figures, by its name. */
    void turn(String figure) {
        bench.turn(figure);
    }

    /** Notes where the learner stands. */
    void leave() {
        // A question that was left in its middle, or a goal that is not reached, comes again.
        boolean open = gone || bench.goal().filter(this::isOpen).isPresent();
        Entry.Stood stood = bench.own()
                .map(figure -> Entry.Stood.of(now(), section.id(), figure.live()))
                .orElseGet(() -> new Entry.Stood(now(), section.id(), "", Map.of()));
        keeper.keep(stood.told(open ? at : at + 1));
    }

    private Instant now() {
        return clock.instant();
    }
}
