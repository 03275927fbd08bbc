package dev.nabla.cli;

import dev.nabla.figure.Live;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A section being told, passage by passage, with its figure in the learner's hands. */
final class Reading {
    private final Section section;
    private final List<Passage> passages;
    private final Dialogue dialogue;
    private final Keeper keeper;
    private final Optional<Entry.Stood> left;
    private final Workbench bench;
    private final Play play;
    private final Quiz quiz;
    private Optional<Block> above = Optional.empty();
    private int at = -1;

    /** The section, its figure as it was left if the learner last stood here. */
    Reading(Section section, Dialogue dialogue, Keeper keeper) {
        Lesson lesson = section.lesson().orElseThrow();
        this.section = section;
        this.passages = Passage.of(lesson);
        this.dialogue = dialogue;
        this.keeper = keeper;
        this.left = keeper.progress().leftOff().filter(stood -> stood.section().equals(section.id()));
        this.bench = new Workbench(lesson, left);
        this.play = new Play(section, bench, dialogue, keeper);
        this.quiz = new Quiz(lesson, dialogue, keeper);
        dialogue.say("Section " + section.id() + ": " + section.title() + ". About " + lesson.minutes()
                + (lesson.minutes() == 1 ? " minute." : " minutes."));
    }

    Section section() {
        return section;
    }

    Play play() {
        return play;
    }

    Quiz quiz() {
        return quiz;
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
                quiz.forget(ask.question());
            }
        }
        again();
    }

    private void again() {
        bench.leaveGoal();
        above = Optional.empty();
        passages.get(Math.max(0, at)).blocks().forEach(this::tell);
        if (at == passages.size() - 1 && !quiz.isGone()) {
            dialogue.say("That is the end of section " + section.id() + ".");
            if (!keeper.progress().isRead(section.id())) {
                keeper.keep(new Entry.Read(keeper.now(), section.id()));
            }
        }
    }

    private void tell(Block block) {
        if (block instanceof Block.Stage stage) {
            stage(stage.live());
        } else if (block instanceof Block.Ask ask) {
            quiz.come(ask.question(), section.id());
        } else if (block instanceof Block.Aim aim) {
            play.aim(aim.goal());
        } else {
            boolean close =
                    above.filter(last -> ProseLayout.isClose(last, block)).isPresent();
            dialogue.say((close ? "" : "\n")
                    + new ProseLayout(dialogue.width(), dialogue.glyphs())
                            .lines(block).stream().map(Line::plain).collect(Collectors.joining("\n")));
        }
        if (block instanceof Block.Steps steps) {
            quiz.offer(steps.example());
        }
        above = Optional.of(block);
    }

    /** A prediction comes before what the figure shows. */
    private void stage(Live<?> live) {
        dialogue.say("\n" + live.figure().info().number() + ", a figure: "
                + live.figure().info().title() + ".");
        quiz.prediction().filter(question -> bench.isUntouched(live)).ifPresent(question -> {
            dialogue.say("Before you play:");
            quiz.ask(question, section.id());
        });
        if (!quiz.isGone()) {
            bench.stage(live);
            dialogue.say(play.figure().live().sentence()
                    + "\nfigure tells its numbers, and what can be typed to change them.");
        }
    }

    /** Notes where the learner stands. */
    void leave() {
        // A question that was left in its middle, or a goal that is not reached, comes again.
        boolean open = quiz.isGone() || play.isAiming();
        Entry.Stood stood = bench.own()
                .map(figure -> Entry.Stood.of(keeper.now(), section.id(), figure.live()))
                .orElseGet(() -> new Entry.Stood(keeper.now(), section.id(), "", Map.of()));
        keeper.keep(stood.told(open ? at : at + 1));
    }
}
