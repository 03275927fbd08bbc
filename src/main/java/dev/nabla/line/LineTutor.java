package dev.nabla.line;

import dev.nabla.closing.ClosingWords;
import dev.nabla.figure.CodeLine;
import dev.nabla.figure.Codec.Stride;
import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import dev.nabla.opening.Opening;
import dev.nabla.output.Caret;
import dev.nabla.own.ListPlace;
import dev.nabla.own.ModelShelf;
import dev.nabla.own.OwnNames;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.LearnerLocation;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Tutor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The course in text mode, for a screen reader, a terminal that cannot draw, or a pipe. Typed lines lead through the
 * {@link SectionReader} of a section, or change its figure.
 */
public final class LineTutor {
    private static final Pattern NUDGE = Pattern.compile("(\\+\\+?|--?)\\s*(?:(\\p{L}\\w*)\\s*(?:\\[(\\d{1,3})])?)?");
    private static final Pattern SETTING = Pattern.compile("(\\p{L}\\w*)\\s*(?:\\[(\\d{1,3})])?\\s*=\\s*(.*)");
    private static final int MOST_STEPS = 10_000;

    private final Course course;
    private final LineSession talk;
    private Optional<SectionReader> reading = Optional.empty();
    private Optional<ClassInWords> room = Optional.empty();
    private Optional<TeachingInWords> taught = Optional.empty();
    private String teacher = "";
    private OwnNames own = OwnNames.none(ListPlace.SESSION);
    private ModelShelf models = ModelShelf.NONE;
    private Consumer<LearnerLocation> onLocation = here -> {};
    private boolean gone;
    /** Whether the closing page was said in this session. */
    private boolean closed;

    /** The page of the word that was just looked up. */
    private Optional<PageRef> lookedUp = Optional.empty();

    public LineTutor(Tutor tutor, ProgressRecorder recorder, InstantSource clock, LineConsole console) {
        this.course = tutor.course();
        this.talk = new LineSession(tutor, recorder, clock, console, why -> "Progress is not kept: " + why);
    }

    /** Adds the class that this session belongs to, and marks the session as running on a shared server. */
    public LineTutor withClass(ClassInWords inWords) {
        room = Optional.of(inWords);
        talk.share();
        return this;
    }

    /**
     * Adds the class that this session teaches, and marks the session as running on a shared server.
     *
     * @param teacher name of the teacher, as students read it
     */
    public LineTutor teaching(TeachingInWords inWords, String teacher) {
        this.teacher = teacher;
        taught = Optional.of(inWords);
        talk.share();
        return this;
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
        models = shelf;
        own = OwnNames.none(ListPlace.MACHINE);
        return this;
    }

    /**
     * Runs until the learner leaves or the input ends.
     *
     * @param section id of the section to open; empty to resume, or to list the sections
     */
    public void run(Optional<String> section) {
        Optional<Section> first = section.isPresent()
                ? section.flatMap(course::find)
                : talk.tutor().leftOff();
        if (section.isEmpty() && first.isEmpty()) {
            talk.say(new HomeInWords(talk.tutor()).beginning());
            talk.say("");
        }
        talk.say(course.ladder().get(first.map(Section::rung).orElse(course.here()))
                + ", told line by line. An empty line leads on, '?' tells what else can be typed.");
        guarded(() -> section.ifPresentOrElse(this::open, this::begin));
        while (!gone) {
            onLocation.accept(reading.map(SectionReader::location).orElse(LearnerLocation.HOME));
            Optional<String> typed = talk.console().ask("> ");
            typed.ifPresentOrElse(line -> guarded(() -> take(line)), () -> gone = true);
        }
        own.forget();
        talk.say("");
        reading.ifPresent(SectionReader::leave);
        String back = talk.isKept() ? "; 'nabla learn --text' goes on there." : ".";
        talk.say(reading.map(left -> "You leave in section " + left.section().id() + back)
                .orElse("Come back any time: 'nabla learn --text'"));
    }

    /** Resumes the section that the learner left, if there is one. */
    private void begin() {
        talk.tutor().leftOff().ifPresent(section -> opened(section.id()).resume());
    }

    private void list() {
        talk.say(new HomeInWords(talk.tutor()).lines());
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (BadInput bad) {
            talk.say(bad.getMessage());
            bad.place().map(Caret::under).ifPresent(talk.console()::quote);
        }
    }

    private void take(String line) {
        String typed = line.replace('−', '-');
        Matcher nudge = NUDGE.matcher(typed);
        Matcher setting = SETTING.matcher(typed);
        Optional<SectionReader> asking = reading.filter(SectionReader::isAsking);
        Optional<String> trick = reading.flatMap(open -> open.trick(typed));
        if (room.filter(inWords -> inWords.isVote(typed)).isPresent()) {
            vote(typed);
        } else if (asking.filter(open -> open.isAnswer(typed)).isPresent()) {
            here().answer(typed);
        } else if (typed.isEmpty()) {
            next();
        } else if (course.sectionIds().contains(typed)) {
            open(typed);
        } else if (nudge.matches()) {
            int sign = typed.startsWith("+") ? 1 : -1;
            Stride stride = nudge.group(1).length() == 2 ? Stride.COARSE : Stride.STEP;
            Optional<String> name = Optional.ofNullable(nudge.group(2));
            here().act(live -> KnobInWords.of(live, name, part(nudge.group(3))).nudged(sign, stride));
        } else if (setting.matches()) {
            Optional<String> name = Optional.of(setting.group(1));
            here().act(live ->
                    KnobInWords.of(live, name, part(setting.group(2))).set(setting.group(3)));
        } else if (trick.isPresent()) {
            here().act(live -> live.play(trick.get()));
        } else {
            String[] words = typed.split("\\s+", 2);
            Optional<LineCommand> word = LineCommand.named(words[0]);
            if (word.isEmpty() && room.filter(ClassInWords::isAsking).isPresent()) {
                vote(typed);
            } else if (word.isEmpty() && asking.isPresent()) {
                here().answer(typed);
            } else {
                say(word.orElseThrow(() -> LineCommand.unknown(words[0])), words.length == 1 ? "" : words[1]);
            }
        }
    }

    /** Parses the index of a knob's number, from 1; 0 if none was typed. */
    private static int part(String typed) {
        return typed == null ? 0 : Math.max(1, Integer.parseInt(typed));
    }

    private void say(LineCommand word, String rest) {
        Optional<PageRef> page = lookedUp;
        lookedUp = Optional.empty();
        switch (word) {
            case NEXT -> next();
            case BACK -> here().back();
            case AGAIN -> here().repeat();
            case SECTIONS -> list();
            case TOP -> here().enter(0);
            case ROAD -> here().road(rest);
            case FIGURE -> here().figure(rest);
            case TAUGHT -> taught();
            case CHANGE -> talk.say(here().figure().howToChange());
            case STEP -> {
                int steps = rest.isEmpty() ? 1 : (int) Numerals.whole(rest, 1, MOST_STEPS);
                here().advance(live -> live.step(steps));
            }
            case MANY -> here().advance(live -> live.step(live.many()));
            case RUN -> here().run();
            case FOLLOW -> follow();
            case PAGE -> page.ifPresentOrElse(this::read, () -> here().readPage());
            case FIRST -> here().act(live -> live.scrub(-Integer.MAX_VALUE));
            case KEEP -> here().keepOrCompare();
            case RESET -> here().act(FigureState::reset);
            case UNDO -> here().act(FigureState::undo);
            case WORKED -> talk.say(here().openFigure().steps());
            case COMMAND -> talk.console().quote(here().knownFigure().command());
            case CODE ->
                talk.console().quote(CodeLine.program(here().openFigure().live().code()));
            case PRACTICE -> here().practise(rest);
            case ASK -> ask(rest);
            case VOTE -> vote(rest);
            case CLASS -> teach(rest);
            case NAMES -> own = new OwnInWords(talk.console(), models).run(own);
            case WORDS -> talk.say(words().inText(here().text()));
            case FIND -> talk.say(words().find(rest));
            case HELP -> {
                if (rest.isEmpty()) {
                    talk.say(LineCommand.table());
                } else {
                    talk.say(words().named(rest));
                    lookedUp = words().page(rest);
                }
            }
            case QUIT -> gone = true;
        }
    }

    private WordsInWords words() {
        return new WordsInWords(course, reading.map(SectionReader::walk), talk.tutor());
    }

    /** Reads a page of a word that was looked up. The place stays the same. */
    private void read(PageRef page) {
        talk.say(StationInWords.explanation(page, talk.console().prose()));
        talk.say("\nYour place has not moved.");
    }

    /** Reads the page that explains the last question, else opens the section that the selected stage links to. */
    private void follow() {
        if (here().hasPage()) {
            here().readPage();
            return;
        }
        String leads = here().figure()
                .live()
                .opens()
                .orElseThrow(() -> BadInput.usage("no_link", "nothing here leads to another section"));
        course.showing(leads)
                .ifPresentOrElse(there -> open(there.id()), () -> talk.say("No section shows " + leads + "."));
    }

    /** Tells the figure that taught the open part of this one. The place and this figure stay the same. */
    private void taught() {
        talk.say(here().openFigure().referred());
        talk.say("\nYour place has not moved.");
    }

    private void vote(String typed) {
        room.orElseThrow(
                        () -> BadInput.usage("no_class", "there is no class here; 'ask' asks a question of the course"))
                .vote(typed);
    }

    private void teach(String typed) {
        taught.orElseThrow(() -> BadInput.usage("no_class", "'class' is for a teacher, and you teach no class here"))
                .take(
                        typed,
                        () -> ShownFigure.of(
                                teacher,
                                here().section().id(),
                                here().openFigure().live()));
    }

    private void ask(String id) {
        if (id.isEmpty()) {
            here().practise("");
        } else {
            here().ask(new QuestionRef(course.sectionOf(id).id(), id));
        }
    }

    /** Moves on: to the next step, exercise or station, and from the end of a section to the next section. */
    private void next() {
        if (reading.isEmpty()) {
            if (course.isOwn() && talk.tutor().isNewcomer()) {
                opening();
            }
            open(course.sections().get(0).id());
        } else if (here().isAsking()) {
            here().answer("");
        } else if (!here().next()) {
            leaveSection();
        }
    }

    /** Goes on to the next section; behind the last section of the model says the closing page first. */
    private void leaveSection() {
        boolean closes = course.closing().equals(Optional.of(here().section()));
        if (closes && !closed) {
            closed = true;
            talk.say("");
            talk.say(closing());
            return;
        }
        course.neighbour(here().section(), 1)
                .ifPresentOrElse(
                        section -> open(section.id()),
                        () -> talk.say("That was the last section; 'sections' lists them."));
    }

    /** Returns the closing page. On a shared server a model that takes long is named but not trained. */
    private List<String> closing() {
        ClosingWords words = ClosingWords.of(talk.tutor(), models.latest());
        try {
            if (talk.isShared()) {
                words.model().requireFairAnswer();
            }
            return words.lines(Optional.of(words.model().card()));
        } catch (BadInput much) {
            return words.lines(Optional.empty());
        }
    }

    /** Tells a new learner the opening, unless nothing can be saved: then it would be told again every time. */
    private void opening() {
        talk.put(talk.tutor().leave(course.sections().get(0).id(), Optional.empty(), 0, Optional.empty()));
        if (talk.isKept()) {
            talk.say(Opening.inWords(course.timeInWords()));
            talk.say("");
        }
    }

    private void open(String id) {
        opened(id).enter(0);
    }

    private SectionReader opened(String id) {
        Section section = course.section(id);
        if (!section.isWritten()) {
            throw BadInput.usage("not_written", "section " + id + " is not written yet; 'sections' lists them");
        }
        SectionReader opened = new SectionReader(section, talk);
        reading.ifPresent(SectionReader::leave);
        reading = Optional.of(opened);
        return opened;
    }

    private SectionReader here() {
        return reading.orElseThrow(() -> BadInput.usage(
                "no_section",
                "no section is open; type its number, like "
                        + course.sections().get(0).id()));
    }
}
