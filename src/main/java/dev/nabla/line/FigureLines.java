package dev.nabla.line;

import dev.nabla.figure.CodeLine;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Stride;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.Numerals;
import dev.nabla.screen.ViewBlock.AttemptBlock;
import dev.nabla.screen.ViewBlock.FigureUse;
import dev.nabla.screen.ViewBlock.GoalBlock;
import dev.nabla.screen.ViewBlock.LiveBlock;
import dev.nabla.screen.ViewBlock.QuestionKind;
import dev.nabla.screen.ViewBlock.RoadPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The typed lines that change the figure of a place or tell something of it. */
final class FigureLines {
    private static final Pattern NUDGE = Pattern.compile("(\\+\\+?|--?)\\s*(?:(\\p{L}\\w*)\\s*(?:\\[(\\d{1,3})])?)?");
    private static final Pattern SETTING = Pattern.compile("(\\p{L}\\w*)\\s*(?:\\[(\\d{1,3})])?\\s*=\\s*(.*)");
    /** The same without a sign, which only the name of a knob here begins: {@code eta 0.9}. */
    private static final Pattern BARE_SETTING = Pattern.compile("(\\p{L}\\w*)(?:\\[(\\d{1,3})])?\\s+(.*)");

    private static final int MOST_STEPS = 10_000;

    private final LineSession talk;
    /** The figure that was kept to compare with. */
    private Optional<FigureState<?>> kept = Optional.empty();

    FigureLines(LineSession talk) {
        this.talk = talk;
    }

    /** Returns whether a line sets a value of the figure here. */
    boolean isSet(String typed) {
        Matcher setting = SETTING.matcher(typed);
        return setting.matches() && names(Knob::name, setting.group(1));
    }

    /** Returns whether a word of some knob of the figure here is this one. */
    private boolean names(Function<Knob<?, ?>, String> word, String typed) {
        return talk.state()
                .figure()
                .filter(live -> live.figure().knobs().stream().map(word).anyMatch(typed::equals))
                .isPresent();
    }

    /** Returns whether a line is the name of a knob here, or its letter in formulas, and a value behind a blank. */
    private boolean isBare(Matcher bare) {
        return bare.matches()
                && (names(Knob::name, bare.group(1))
                        || names(knob -> knob.info().symbol(), bare.group(1)));
    }

    /** Takes a line that sets or moves a value, or names an action of the figure. Returns false for any other line. */
    boolean take(String typed) {
        Matcher nudge = NUDGE.matcher(typed);
        Matcher signed = SETTING.matcher(typed);
        Matcher bare = BARE_SETTING.matcher(typed);
        if (nudge.matches()) {
            int sign = typed.startsWith("+") ? 1 : -1;
            Stride stride = nudge.group(1).length() == 2 ? Stride.COARSE : Stride.STEP;
            Optional<String> name = Optional.ofNullable(nudge.group(2));
            act(live -> KnobInWords.of(live, name, part(nudge.group(3))).nudged(sign, stride));
            return true;
        }
        if (signed.matches() || isBare(bare)) {
            Matcher setting = signed.matches() ? signed : bare;
            Optional<String> name = Optional.of(setting.group(1));
            act(live -> KnobInWords.of(live, name, part(setting.group(2))).set(setting.group(3)));
            return true;
        }
        Optional<String> action = talk.state().figure().flatMap(live -> new FigureInWords<>(live).trick(typed));
        action.ifPresent(name -> act(live -> live.play(name)));
        return action.isPresent();
    }

    /** Parses the index of a knob's number, from 1; 0 if none was typed. */
    private static int part(String typed) {
        return typed == null ? 0 : Math.max(1, Integer.parseInt(typed));
    }

    private void act(UnaryOperator<FigureState<?>> action) {
        FigureState<?> after = action.apply(figure().live());
        talk.apply(new Effect.Act(live -> after));
    }

    /**
     * Returns the figure that can be changed here.
     *
     * @throws BadInput if there is none
     */
    private FigureInWords<?> figure() {
        Optional<FigureState<?>> followed = talk.block(LiveBlock.class)
                .filter(told -> told.use() == FigureUse.FIRST_SEEN)
                .map(LiveBlock::live);
        return talk.state()
                .figure()
                .or(() -> followed)
                .<FigureInWords<?>>map(BlockInWords::told)
                .orElseThrow(() -> {
                    talk.place();
                    return BadInput.usage("no_figure", "there is no figure here; read on");
                });
    }

    /**
     * Returns the figure to work out, to print as code or to run.
     *
     * @throws BadInput if a guess about it is open
     */
    FigureInWords<?> open() {
        return figureUnless(FigureState::isHeld);
    }

    /**
     * Does nothing, unless a guess about the figure is open.
     *
     * @throws BadInput if one is
     */
    void refuseWhileGuessing() {
        if (talk.state().figure().filter(FigureState::isHeld).isPresent()) {
            open();
        }
    }

    private FigureInWords<?> figureUnless(Predicate<FigureState<?>> tells) {
        FigureInWords<?> figure = figure();
        if (tells.test(figure.live())) {
            throw BadInput.usage("guess_first", "that would tell the answer; guess first, or put the guess off");
        }
        return figure;
    }

    /**
     * Tells the figure in full.
     *
     * @param name id of another figure of the section, whose station is entered first; empty for the one here
     */
    void tell(String name) {
        if (!name.isEmpty()) {
            RoadPlace here = talk.place();
            talk.apply(new Effect.OpenStation(here.road().of(StationKind.PLAY, named(name, here))));
        }
        List<String> lines = new ArrayList<>(figure().toLines());
        talk.block(GoalBlock.class).map(BlockInWords::distance).ifPresent(lines::add);
        talk.say(lines);
    }

    /** Returns the index of the section's figure with this id, from 0. */
    private static int named(String figure, RoadPlace here) {
        List<String> names = here.section().lesson().orElseThrow().figures().stream()
                .map(live -> live.figure().id())
                .toList();
        if (!names.contains(figure)) {
            Problem.OneOf known = new Problem.OneOf(figure, names);
            throw BadInput.usage("no_figure", "this section has no figure '" + figure + "'", known);
        }
        return names.indexOf(figure);
    }

    /**
     * Tells the figure that taught the open part of this one.
     *
     * @throws BadInput if no part is open, or a guess hides it
     */
    void tellTaught() {
        if (open().live().referredFigure().isEmpty()) {
            throw BadInput.usage("not_open", "no group with a figure of its own is open here");
        }
        talk.apply(Navigation.TURN);
    }

    /**
     * Tells the figure with the numbers of the question here; at a guess, the figure that it is about.
     *
     * @throws BadInput if no question is asked, or no figure takes its numbers
     */
    void tellAsked() {
        AttemptBlock asked = talk.block(AttemptBlock.class)
                .orElseThrow(() -> BadInput.usage("no_question", "no question is asked here; try 'figure'"));
        if (asked.kind() == QuestionKind.GUESS) {
            tell("");
        } else if (talk.state().keys().words().containsKey(Navigation.LOOK)) {
            talk.apply(Navigation.LOOK);
        } else {
            throw BadInput.usage("no_numbers", "no figure takes the numbers of this question; try 'figure'");
        }
    }

    void tellHowToChange() {
        talk.say(figure().howToChange());
    }

    void tellSteps() {
        talk.say(open().steps());
    }

    void tellCommand() {
        talk.console().quote(figureUnless(FigureState::hidesKnobs).command());
    }

    void tellCode() {
        talk.console().quote(CodeLine.program(open().live().code()));
    }

    /** Takes steps, 1 if their number is not typed. */
    void step(String typed) {
        int steps = typed.isEmpty() ? 1 : (int) Numerals.whole(typed, 1, MOST_STEPS);
        open();
        act(live -> live.step(steps));
    }

    /** Runs the figure until it rests. */
    void run() {
        open();
        talk.apply(new Effect.Act(FigureState::run));
    }

    /** Keeps the figure for a later comparison. If one is kept, tells the differences and drops it. */
    void keepOrCompare() {
        FigureInWords<?> now = figure();
        Optional<FigureState<?>> before =
                kept.filter(old -> old.figure().equals(now.live().figure()));
        kept = before.isPresent() ? Optional.empty() : Optional.of(now.live());
        talk.say(before.map(old -> now.comparedWith(new FigureInWords<>(old)))
                .orElse(List.of("Kept. Change the figure and type 'keep' once more to hear what differs.")));
    }
}
