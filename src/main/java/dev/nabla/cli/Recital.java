package dev.nabla.cli;

import dev.nabla.figure.Action;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Question;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.math.Numerals;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The course told line by line, for a screen reader, a terminal that cannot draw, or a pipe: what is typed leads through
 * the {@link Reading} of a section, or moves its figure.
 */
final class Recital {
    private static final Pattern NUDGE = Pattern.compile("(\\+\\+?|--?)\\s*(?:(\\p{L}\\w*)\\s*(?:\\[(\\d{1,3})])?)?");
    private static final Pattern SETTING = Pattern.compile("(\\p{L}\\w*)\\s*(?:\\[(\\d{1,3})])?\\s*=\\s*(.*)");
    private static final int MOST_STEPS = 10_000;

    private final Course course;
    private final Dialogue dialogue;
    private final Keeper keeper;
    private Optional<Reading> reading = Optional.empty();
    private boolean gone;

    Recital(Course course, Notebook notebook, Dialogue dialogue) {
        this.course = course;
        this.dialogue = dialogue;
        this.keeper = new Keeper(course, notebook, why -> dialogue.quote("Progress is not kept: " + why));
    }

    /** Tells until the learner leaves or the input ends. */
    void run(Optional<String> section) {
        dialogue.say(course.ladder().get(course.here())
                + ", told line by line. An empty line reads on, ? tells what else can be typed.");
        guarded(() -> section.ifPresentOrElse(this::open, this::begin));
        while (!isOver()) {
            Optional<String> typed = dialogue.ask("> ");
            typed.ifPresentOrElse(line -> guarded(() -> take(line)), () -> gone = true);
        }
        dialogue.say("");
        reading.ifPresent(Reading::leave);
        dialogue.say(reading.map(
                        left -> "You leave in section " + left.section().id() + "; nabla learn --text goes on there.")
                .orElse("Come back any time: nabla learn --text"));
    }

    private boolean isOver() {
        return gone || reading.filter(open -> open.quiz().isGone()).isPresent();
    }

    /** Where the learner left off, else the list of sections. */
    private void begin() {
        Optional<String> left = keeper.progress().leftOff().map(stood -> stood.section());
        Optional<Section> there = course.sections().stream()
                .filter(section -> left.filter(section.id()::equals).isPresent() && section.isWritten())
                .findFirst();
        there.ifPresentOrElse(section -> opened(section.id()).resume(), () -> dialogue.say(course.outline()));
    }

    private void guarded(Runnable deed) {
        try {
            deed.run();
        } catch (BadInput bad) {
            dialogue.say(bad.getMessage());
            bad.place().map(Caret::under).ifPresent(dialogue::quote);
        }
    }

    private void take(String line) {
        String typed = line.replace('−', '-');
        Matcher nudge = NUDGE.matcher(typed);
        Matcher setting = SETTING.matcher(typed);
        Optional<String> trick = reading.flatMap(open -> open.play().trick(typed));
        if (typed.isEmpty()) {
            next();
        } else if (isSection(typed)) {
            open(typed);
        } else if (nudge.matches()) {
            int steps = (nudge.group(1).length() == 2 ? 10 : 1) * (typed.startsWith("+") ? 1 : -1);
            here().play()
                    .change(figure -> figure.nudged(Optional.ofNullable(nudge.group(2)), part(nudge.group(3)), steps));
        } else if (setting.matches()) {
            here().play().change(figure -> figure.set(setting.group(1), part(setting.group(2)), setting.group(3)));
        } else if (trick.isPresent()) {
            here().play().change(figure -> figure.after(new Action.Play(trick.get())));
        } else {
            String[] words = typed.split("\\s+", 2);
            say(RecitalWord.named(words[0]), words.length == 1 ? "" : words[1]);
        }
    }

    /** Which number of a knob, from 1; 0 where none was named. */
    private static int part(String typed) {
        return typed == null ? 0 : Math.max(1, Integer.parseInt(typed));
    }

    private boolean isSection(String typed) {
        return course.sections().stream().anyMatch(section -> section.id().equals(typed));
    }

    private void say(RecitalWord word, String rest) {
        switch (word) {
            case NEXT -> next();
            case BACK -> here().back();
            case AGAIN -> here().repeat();
            case SECTIONS -> dialogue.say(course.outline());
            case TOP -> here().top();
            case FIGURE -> here().play().tell(rest);
            case OTHER -> here().play().tellOther();
            case STEP -> here().play().change(figure -> figure.after(new Action.Step(steps(rest))));
            case MANY -> here().play().change(figure -> figure.after(new Action.Burst()));
            case RUN -> run();
            case FIRST -> here().play().change(figure -> figure.after(new Action.Jump(false)));
            case KEEP -> here().play().keep();
            case RESET -> here().play().change(figure -> figure.after(new Action.Reset()));
            case UNDO -> here().play().change(figure -> figure.after(new Action.Undo()));
            case WORKED -> dialogue.say(String.join("\n", here().play().figure().steps()));
            case COMMAND -> dialogue.quote(here().play().figure().command());
            case GOALS -> here().play().goals();
            case ASK -> ask(rest);
            case PRACTISE -> here().quiz().practise();
            case HELP -> dialogue.say(String.join("\n", RecitalWord.table()));
            case QUIT -> gone = true;
        }
    }

    /** Runs the figure, or opens the section that a stage of it leads to. */
    private void run() {
        Optional<String> leads = here().play().figure().live().opens();
        Optional<Section> there = leads.flatMap(course::showing);
        if (there.isPresent()) {
            open(there.get().id());
        } else if (leads.isPresent()) {
            dialogue.say("No section shows " + leads.get() + ".");
        } else {
            here().play().change(SpokenFigure::run);
        }
    }

    private void ask(String id) {
        if (id.isEmpty()) {
            here().quiz().list();
        } else {
            Question question = course.question(id);
            here().quiz().ask(question, course.sectionOf(question).id());
        }
    }

    private static int steps(String rest) {
        return rest.isEmpty() ? 1 : (int) Numerals.whole(rest, 1, MOST_STEPS);
    }

    /** Reads on; from the end of a section into the next. */
    private void next() {
        if (reading.isEmpty()) {
            open(course.sections().get(0).id());
        } else if (!here().next()) {
            following()
                    .ifPresentOrElse(
                            section -> open(section.id()),
                            () -> dialogue.say("That was the last section; sections lists them."));
        }
    }

    private Optional<Section> following() {
        return course.sections().stream()
                .skip(course.sections().indexOf(here().section()) + 1L)
                .filter(Section::isWritten)
                .findFirst();
    }

    private void open(String id) {
        opened(id).next();
    }

    private Reading opened(String id) {
        Section section = course.section(id);
        if (!section.isWritten()) {
            throw BadInput.usage("not_written", "section " + id + " is not written yet; sections lists them");
        }
        Reading opened = new Reading(section, dialogue, keeper);
        reading.ifPresent(Reading::leave);
        reading = Optional.of(opened);
        return opened;
    }

    private Reading here() {
        return reading.orElseThrow(() -> BadInput.usage(
                "no_section",
                "no section is open; type its number, like "
                        + course.sections().get(0).id()));
    }
}
