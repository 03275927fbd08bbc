package dev.nabla.line;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.progress.Entry;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A section being told, chunk by chunk, with its figure in the learner's hands. */
final class SectionReader {
    private final Section section;
    private final List<List<Block>> chunks;
    private final Talk talk;
    private final Optional<Entry.Stood> left;
    private final SectionFigures figures;
    private final SectionQuestions questions;
    private Optional<Block> above = Optional.empty();
    private int at = -1;

    /** The section, its figure as it was left if the learner last stood here. */
    SectionReader(Section section, Talk talk) {
        Lesson lesson = section.lesson().orElseThrow();
        this.section = section;
        this.chunks = chunks(lesson);
        this.talk = talk;
        this.left = talk.progress().leftOff().filter(stood -> stood.section().equals(section.id()));
        this.figures = new SectionFigures(section, left, talk);
        this.questions = new SectionQuestions(lesson, talk);
        talk.say("Section " + section.id() + ": " + section.title() + ". About " + lesson.minutes()
                + (lesson.minutes() == 1 ? " minute." : " minutes."));
    }

    /** Pieces that are read at one go: what is below a heading, or one question, or one goal. */
    private static List<List<Block>> chunks(Lesson lesson) {
        List<List<Block>> chunks = new ArrayList<>();
        boolean begins = true;
        for (Block block : lesson.blocks()) {
            boolean alone = block instanceof Block.Ask || block instanceof Block.Aim;
            List<Block> last = begins ? List.of() : chunks.get(chunks.size() - 1);
            // Questions and goals keep the heading above them.
            boolean onlyHeading = last.size() == 1 && last.get(0) instanceof Block.Heading;
            if (begins || block instanceof Block.Heading || alone && !onlyHeading) {
                chunks.add(new ArrayList<>());
            }
            chunks.get(chunks.size() - 1).add(block);
            begins = alone;
        }
        return chunks;
    }

    Section section() {
        return section;
    }

    SectionFigures figures() {
        return figures;
    }

    SectionQuestions questions() {
        return questions;
    }

    /** Begins where the learner left, with the figure as it was left. */
    void resume() {
        at = left.map(stood -> Math.min(stood.parts() > 0 ? stood.parts() : shown(), chunks.size()) - 1)
                .orElse(-1);
        if (at < 1) {
            at = -1;
            next();
            return;
        }
        talk.say("\nYou are back where you left, at: " + heading() + ".");
        figures.own().ifPresent(figure -> talk.say(figure.sentence()));
        talk.say("An empty line reads on, again reads this part again, top the whole section.");
    }

    /** How many parts it takes to come to the figure at hand. */
    private int shown() {
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).stream().anyMatch(figures::isShown)) {
                return i + 1;
            }
        }
        return 0;
    }

    private String heading() {
        for (int i = at; i >= 0; i--) {
            if (chunks.get(i).get(0) instanceof Block.Heading heading) {
                return heading.text();
            }
        }
        return section.title();
    }

    void top() {
        read(0);
    }

    /** Reads on; false if there is nothing more. */
    boolean next() {
        boolean more = at + 1 < chunks.size();
        if (more) {
            read(at + 1);
        }
        return more;
    }

    void back() {
        read(Math.max(0, at - 1));
    }

    /** Reads this chunk once more, with its question even if that was asked already. */
    void repeat() {
        for (Block block : chunks.get(at)) {
            if (block instanceof Block.Ask ask) {
                questions.forget(ask.question());
            }
        }
        read(at);
    }

    private void read(int chunk) {
        at = chunk;
        figures.leaveGoal();
        above = Optional.empty();
        chunks.get(at).forEach(this::tell);
        if (at == chunks.size() - 1 && !questions.isGone()) {
            talk.say("That is the end of section " + section.id() + ".");
            talk.put(talk.tutor().read(section.id()));
        }
    }

    private void tell(Block block) {
        if (block instanceof Block.Stage stage) {
            stage(stage.live());
        } else if (block instanceof Block.Ask ask) {
            questions.come(ref(ask.question()));
        } else if (block instanceof Block.Aim aim) {
            figures.aim(aim.goal());
        } else {
            boolean close =
                    above.filter(last -> ProseLayout.isClose(last, block)).isPresent();
            talk.say((close ? "" : "\n")
                    + talk.console().prose().lines(block).stream()
                            .map(Line::plain)
                            .collect(Collectors.joining("\n")));
        }
        if (block instanceof Block.Steps steps) {
            questions.offer(steps.example());
        }
        above = Optional.of(block);
    }

    /** A prediction comes before what the figure shows. */
    private void stage(FigureState<?> live) {
        talk.say("\n" + live.figure().info().number() + ", a figure: "
                + live.figure().info().title() + ".");
        questions.prediction().filter(question -> figures.isUntouched(live)).ifPresent(question -> {
            talk.say("Before you play:");
            questions.ask(ref(question));
        });
        if (!questions.isGone()) {
            figures.stage(live);
            talk.say(figures.figure().live().sentence()
                    + "\nfigure tells its numbers, and what can be typed to change them.");
        }
    }

    /** Notes where the learner stands. */
    void leave() {
        // A question that was left in its middle, or a goal that is not reached, comes again.
        boolean open = questions.isGone() || figures.isAiming();
        talk.put(talk.tutor().left(section.id(), figures.own(), open ? at : at + 1));
    }

    private QuestionRef ref(Question question) {
        return new QuestionRef(section.id(), question.id());
    }
}
