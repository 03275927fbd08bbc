package dev.nabla.line;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.QuestionText;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.output.Caret;
import dev.nabla.screen.ViewBlock;
import dev.nabla.screen.ViewBlock.AttemptBlock;
import dev.nabla.screen.ViewBlock.BlockReader;
import dev.nabla.screen.ViewBlock.BlockRow;
import dev.nabla.screen.ViewBlock.ContentsBlock;
import dev.nabla.screen.ViewBlock.ExampleBlock;
import dev.nabla.screen.ViewBlock.GoalBlock;
import dev.nabla.screen.ViewBlock.HeadBlock;
import dev.nabla.screen.ViewBlock.LiveBlock;
import dev.nabla.screen.ViewBlock.NamesBlock;
import dev.nabla.screen.ViewBlock.OwnModelBlock;
import dev.nabla.screen.ViewBlock.PageBlock;
import dev.nabla.screen.ViewBlock.QuestionKind;
import dev.nabla.screen.ViewBlock.RoadPlace;
import dev.nabla.screen.ViewBlock.RowForm;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.screen.ViewBlock.RungRow;
import dev.nabla.screen.ViewBlock.SectionRow;
import dev.nabla.screen.ViewBlock.SentenceBlock;
import dev.nabla.screen.ViewBlock.WordsBlock;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Attempt.GradedAnswer;
import dev.nabla.tutor.Practice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The blocks of a view in lines of text: each in full where the learner arrives, else what is new in it.
 *
 * @param prose the layout of lesson text
 * @param before the blocks that were told last; empty on arrival
 */
record BlockInWords(ProseLayout prose, List<ViewBlock> before) implements BlockReader<List<String>> {
    private static final String HOW_SURE = "How sure? 1 a hunch, 2 fairly, 3 certain; an empty line means fairly.";

    /**
     * Returns what is new, and above it the section and the place if the learner has just come there. Returns no lines
     * if everything is as it was.
     */
    static List<String> told(List<ViewBlock> before, List<ViewBlock> now, ProseLayout prose) {
        boolean arrives = !title(before).equals(title(now));
        List<String> lines = new ArrayList<>();
        if (arrives) {
            place(now)
                    .map(RoadPlace::section)
                    .filter(here -> place(before)
                            .map(RoadPlace::section)
                            .filter(here::equals)
                            .isEmpty())
                    .ifPresent(here -> lines.add(section(here)));
            lines.addAll(here(now, prose));
            return lines;
        }
        List<ViewBlock> order = new ArrayList<>(now);
        BlockInWords words = new BlockInWords(prose, before);
        order.sort(Comparator.comparing(block -> !words.isVerdict(block)));
        order.forEach(block -> lines.addAll(block.read(words)));
        return lines;
    }

    /** Returns the place, and all that a view shows there. */
    static List<String> here(List<ViewBlock> now, ProseLayout prose) {
        List<String> lines = new ArrayList<>(List.of("\n" + title(now) + "."));
        lines.addAll(all(now, prose));
        return lines;
    }

    /** Returns all that a view shows, without its place. */
    static List<String> all(List<ViewBlock> now, ProseLayout prose) {
        BlockInWords words = new BlockInWords(prose, List.of());
        return now.stream().flatMap(block -> block.read(words).stream()).toList();
    }

    /** Returns the position on the road of a section; empty outside sections. */
    static Optional<RoadPlace> place(List<ViewBlock> blocks) {
        return blocks.stream()
                .limit(1)
                .flatMap(head -> ((HeadBlock) head).place().stream())
                .findFirst();
    }

    /** Returns the name of a place: of a station, else the title with what stands at its right end. */
    private static String title(List<ViewBlock> blocks) {
        return place(blocks).map(here -> station(here, here.station())).orElseGet(() -> blocks.stream()
                .limit(1)
                .map(HeadBlock.class::cast)
                .flatMap(head -> Stream.of(head.title(), head.aside()))
                .map(Line::plain)
                .filter(words -> !words.isEmpty())
                .map(words -> words.replaceAll(" {2,}", ", "))
                .collect(Collectors.joining(", ")));
    }

    private static String section(Section section) {
        return "Section " + section.id() + ": " + section.title() + ". About "
                + WorkedSteps.count(section.lesson().orElseThrow().minutes(), "minute") + ".";
    }

    /** Returns a line for each station of the road. */
    static List<String> stations(RoadPlace here) {
        List<String> stations = new ArrayList<>();
        for (int i = 0; i <= here.last(); i++) {
            stations.add(station(here, i) + (i == here.station() ? ", you are here" : ""));
        }
        return stations;
    }

    private static String station(RoadPlace here, int which) {
        return which == here.last()
                ? "The end of section " + here.section().id()
                : "Station " + (which + 1) + " of " + here.last() + ": "
                        + here.road().name(here.road().at(which));
    }

    /** Returns the earlier state of a block. */
    private <B extends ViewBlock> Optional<B> earlier(Class<B> kind) {
        return before.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    @Override
    public List<String> head(HeadBlock head) {
        return List.of();
    }

    @Override
    public List<String> page(PageBlock page) {
        if (earlier(PageBlock.class).equals(Optional.of(page))) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        Block above = null;
        for (Block block : page.text()) {
            boolean close = above != null && ProseLayout.isClose(above, block);
            lines.add((close ? "" : "\n")
                    + prose.lines(block).stream().map(Line::plain).collect(Collectors.joining("\n")));
            above = block;
        }
        if (!page.reason().isEmpty()) {
            lines.add("\n" + sentence(page.reason()));
        }
        return lines;
    }

    @Override
    public List<String> figure(LiveBlock figure) {
        FigureInWords<?> now = told(figure.live());
        Optional<FigureInWords<?>> old = earlier(LiveBlock.class)
                .filter(told ->
                        told.live().figure().id().equals(figure.live().figure().id()))
                .map(told -> told(told.live()));
        if (old.isPresent()) {
            return now.changesSince(old.get());
        }
        return switch (figure.use()) {
            case BESIDE -> List.of();
            case ASKED -> introduced(now, "'figure' tells its numbers.");
            case FIRST_SEEN -> {
                List<String> lines = now.shown();
                lines.set(0, "\n" + lines.get(0));
                yield lines;
            }
            case PLAYED -> {
                List<String> lines =
                        introduced(now, "'figure' tells its numbers, and what can be typed to change them.");
                if (figure.live().isShort()) {
                    lines.add(lines.size() - 1, "'run' runs it, 'step' takes one step.");
                }
                yield lines;
            }
        };
    }

    /** Returns the title of a figure and its sentence, unless an open guess is about what that says. */
    private static List<String> introduced(FigureInWords<?> figure, String more) {
        List<String> lines = new ArrayList<>(List.of("\n" + figure.title()));
        if (!figure.live().isHeld()) {
            lines.add(figure.sentence());
        }
        lines.add(more);
        return lines;
    }

    /** Returns a figure in words. The mark of a guess, which a screen draws into it, is not told. */
    static FigureInWords<?> told(FigureState<?> live) {
        return new FigureInWords<>(live.guessing(live.cursor().guess().withoutGhost()));
    }

    @Override
    public List<String> question(AttemptBlock asked) {
        return same(asked).map(old -> newIn(asked, old)).orElseGet(() -> whole(asked));
    }

    private List<String> whole(AttemptBlock asked) {
        Attempt attempt = asked.attempt();
        if (asked.kind() == QuestionKind.GUESS && !asked.isOpen()) {
            String truth = attempt.isRight() ? ", and were right" : "; the answer: " + attempt.shownAnswer();
            return List.of("\n" + attempt.variant().prompt(), "You guessed: " + attempt.shownTyped() + truth);
        }
        List<String> lines = new ArrayList<>();
        lines.addAll(called(asked));
        if (attempt.question().deeper()) {
            lines.add(QuestionText.DEEPER + ".");
        }
        lines.add((lines.isEmpty() ? "\n" : "")
                + QuestionText.of(attempt.variant(), QuestionText.takesDigits(attempt.variant())));
        if (asked.kind() == QuestionKind.VOTE) {
            lines.add("Type your vote now, or later as 'vote' and the answer, like 'vote 2'.");
        }
        if (asked.takesSums()) {
            lines.add(QuestionText.SUMS);
        }
        lines.addAll(newIn(asked, Attempt.of(attempt.variant(), attempt.round())));
        return lines;
    }

    /** Returns the name of a question, and what can be typed besides an answer, which is told once for all blanks. */
    private List<String> called(AttemptBlock asked) {
        String name = asked.name();
        String first = name.isEmpty() ? "" : sentence(name) + " ";
        boolean known = asked.kind() == QuestionKind.BLANK
                && earlier(AttemptBlock.class).isPresent();
        String way =
                switch (asked.kind()) {
                    case GUESS -> "An empty line puts it off.";
                    case BLANK, COUNTED -> "'?' gives a hint, an empty line puts it off.";
                    case VOTE -> "";
                };
        String line = (first + (asked.isOpen() && !known ? way : "")).strip();
        return line.isEmpty() ? List.of() : List.of("\n" + line);
    }

    /** Returns the verdict and the help that came since an earlier state of an attempt. */
    private static List<String> newIn(AttemptBlock asked, Attempt was) {
        Attempt now = asked.attempt();
        List<String> lines = new ArrayList<>();
        if (now.rating() && !was.rating()) {
            lines.add(HOW_SURE);
        }
        boolean guess = asked.kind() == QuestionKind.GUESS;
        Optional<GradedAnswer> graded = newReply(now, was);
        graded.map(GradedAnswer::verdict)
                .ifPresent(verdict -> lines.addAll(guess ? verdict.linesOfGuess() : verdict.toLines(now.misses())));
        if (!guess) {
            lines.addAll(newHints(asked, was));
        }
        boolean wrong = graded.filter(GradedAnswer::isWrong).isPresent();
        if (wrong && !guess && now.isMissed()) {
            lines.add("One more try; an empty line shows the answer.");
        }
        boolean missed = now.isShown() && !was.isShown() || wrong && guess;
        if (missed) {
            lines.add("the answer: " + now.shownAnswer());
        }
        boolean explains = graded.filter(GradedAnswer::isRight).isPresent() && (now.isHelped() || now.isChoice());
        if (missed || explains) {
            lines.addAll(now.variant().steps());
        }
        if (missed) {
            asked.explained().ifPresent(page -> lines.add(page.sentence() + "; 'page' reads it."));
            lines.addAll(asked.back().isEmpty() ? List.of() : List.of(asked.back()));
        }
        return lines;
    }

    /** Returns whether a block is about the same question as before: its verdict comes before what that changes. */
    private boolean isVerdict(ViewBlock block) {
        return block instanceof AttemptBlock asked && same(asked).isPresent();
    }

    /** Returns the earlier state of the attempt, unless another question is asked now. */
    private Optional<Attempt> same(AttemptBlock asked) {
        Attempt now = asked.attempt();
        return earlier(AttemptBlock.class)
                .map(AttemptBlock::attempt)
                .filter(old -> old.variant().equals(now.variant()) && old.round() == now.round());
    }

    private static Optional<GradedAnswer> newReply(Attempt now, Attempt was) {
        return now.reply().filter(reply -> !was.reply().equals(Optional.of(reply)));
    }

    private static List<String> newHints(AttemptBlock asked, Attempt was) {
        Attempt now = asked.attempt();
        if (now.hints() <= was.hints()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(now.variant().hints().subList(was.hints(), now.hints()));
        if (asked.kind() == QuestionKind.COUNTED) {
            now.costOfHints().ifPresent(lines::add);
        }
        return lines;
    }

    /** Returns where a new answer could not be read, as two lines that must not be broken; empty if it could. */
    static Optional<String> mistake(List<ViewBlock> before, List<ViewBlock> now) {
        BlockInWords words = new BlockInWords(null, before);
        return new BlockInWords(null, now)
                .earlier(AttemptBlock.class)
                .map(AttemptBlock::attempt)
                .flatMap(attempt -> newReply(
                        attempt,
                        words.earlier(AttemptBlock.class)
                                .map(AttemptBlock::attempt)
                                .orElse(attempt)))
                .map(GradedAnswer::verdict)
                .flatMap(Verdict::place)
                .map(Caret::under);
    }

    @Override
    public List<String> example(ExampleBlock example) {
        Practice now = example.practice();
        Optional<Practice> old = earlier(ExampleBlock.class)
                .map(ExampleBlock::practice)
                .filter(was -> was.example().equals(now.example()) && was.seed() == now.seed());
        List<String> lines = new ArrayList<>();
        if (old.isEmpty()) {
            lines.add(
                    "\nPractice with new numbers, no score.\n" + now.solution().prompt());
        }
        int known = knownLines(now);
        now.solution().lines(now.example().blanks(), now.past()).stream()
                .limit(known)
                .skip(old.map(BlockInWords::knownLines).orElse(0))
                .forEach(line -> lines.add("  " + line.plain()));
        if (old.filter(was -> was.filled() < now.filled()).isPresent()) {
            lines.set(0, "Right: " + lines.get(0).strip());
        }
        if (now.isOver() && old.filter(Practice::isOver).isEmpty()) {
            lines.add(now.result() + ".");
        }
        return lines;
    }

    /** Returns the number of lines up to the current blank. */
    private static int knownLines(Practice practice) {
        return practice.solution().steps().size() - practice.example().blanks() + practice.past();
    }

    @Override
    public List<String> goal(GoalBlock goal) {
        Optional<GoalBlock> old = earlier(GoalBlock.class).filter(was -> was.number() == goal.number());
        if (old.isPresent()) {
            boolean moved =
                    !old.get().trial().live().model().equals(goal.trial().live().model());
            return moved ? List.of(distance(goal)) : List.of();
        }
        return List.of(
                "\nGoal " + goal.number() + " of " + goal.all() + ". "
                        + goal.trial().goal().ask(),
                goal.trial().goal().spoken(goal.trial().live()).distance(),
                "An empty line "
                        + (goal.trial().isRun() ? "runs the figure, a second one leaves the goal" : "leaves it")
                        + " for later.");
    }

    /** Returns how far a figure is from its goal. */
    static String distance(GoalBlock goal) {
        return goal.reached()
                ? "reached: " + goal.trial().goal().ask()
                : "goal " + goal.number() + ": "
                        + goal.trial().goal().spoken(goal.trial().live()).distance();
    }

    @Override
    public List<String> rows(RowsBlock part) {
        if (part.rows().isEmpty() || before.contains(part)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (!part.heading().isEmpty()) {
            lines.add("\n" + part.heading() + ":");
        }
        int at = 0;
        for (BlockRow row : part.rows()) {
            at++;
            String number = part.form() == RowForm.LIST ? at + ". " : "";
            lines.add(number + row(row));
        }
        return lines;
    }

    /** Returns a row as a sentence, with what is typed for its action. */
    static String row(BlockRow row) {
        String way = row.opens()
                .map(key -> ClassWord.of(key)
                        .map(word -> word.told(row.label()))
                        .orElse("'" + key.word() + "' leads there"))
                .map(words -> "; " + words)
                .orElse("");
        return ended(spoken(row) + way);
    }

    private static String spoken(BlockRow row) {
        String words = row.words().plain();
        return !row.spoken().isEmpty() ? row.spoken() : row.label().isEmpty() ? words : row.label() + ": " + words;
    }

    /** Returns words with a full stop, unless they are empty or have an end. */
    static String ended(String words) {
        return words.matches("(?s)(.*[.?!])?") ? words : words + ".";
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + ended(words.substring(1));
    }

    @Override
    public List<String> contents(ContentsBlock contents) {
        if (before.contains(contents)) {
            return List.of();
        }
        List<String> lines = rungs(contents, false);
        if (contents.rungs().stream().anyMatch(rung -> !rung.open())) {
            lines.add("'sections' lists those of the other parts, too.");
        }
        return lines;
    }

    /**
     * Returns the list of sections, and what comes back.
     *
     * @param all whether the sections of folded rungs are told too
     */
    static List<String> rungs(ContentsBlock contents, boolean all) {
        List<String> lines = new ArrayList<>();
        boolean spaced = false;
        for (RungRow rung : contents.rungs()) {
            String time = rung.size()
                    .map(size -> ", about " + size.time() + " in all")
                    .orElse("");
            lines.add((spaced ? "\n" : "") + rung.name() + ", "
                    + WorkedSteps.count(rung.sections().size(), "section") + time + ".");
            spaced = all || rung.open();
            if (spaced) {
                rung.sections().forEach(row -> lines.add(section(row)));
            }
        }
        if (contents.ownPace()) {
            lines.add("\nThe minutes to do are at your pace.");
        }
        if (contents.ownNames()) {
            lines.add("\n'names' trains a small model on names of your own, in ten seconds.");
        }
        lines.add("\nWhat comes back: " + contents.agenda() + ".");
        return lines;
    }

    private static String section(SectionRow row) {
        Section section = row.section();
        String name = section.id() + " " + section.title();
        if (!section.isWritten()) {
            return name + ": not written yet.";
        }
        String reading = WorkedSteps.count(section.draft().orElseThrow().minutes(), "minute") + " to read";
        String practice = row.size()
                .map(size -> ", " + size.practice() + " to do, " + WorkedSteps.count(size.questions(), "question"))
                .orElse("");
        String state = row.done().isMastered() ? "; mastered" : row.done().isRead() ? "; read" : "";
        int due = row.done().due();
        return name + ": " + reading + practice + state + (row.here() ? "; you left here" : "")
                + (due > 0 ? "; " + WorkedSteps.count(due, "question") + " due" : "") + ".";
    }

    @Override
    public List<String> sentence(SentenceBlock sentence) {
        String words = sentence.spoken();
        return words.isEmpty() || before.contains(sentence) ? List.of() : List.of("\n" + ended(words));
    }

    @Override
    public List<String> words(WordsBlock words) {
        List<String> told = earlier(WordsBlock.class).map(WordsBlock::lines).orElse(List.of());
        return words.lines().stream().filter(line -> !told.contains(line)).toList();
    }

    @Override
    public List<String> names(NamesBlock names) {
        return OwnInWords.list(names.own(), earlier(NamesBlock.class).map(NamesBlock::own));
    }

    @Override
    public List<String> ownModel(OwnModelBlock model) {
        return OwnInWords.model(model.own(), earlier(OwnModelBlock.class).map(OwnModelBlock::own));
    }
}
