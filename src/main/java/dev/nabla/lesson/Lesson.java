package dev.nabla.lesson;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The text, figures and exercises of a section.
 *
 * @param title title of the lesson
 * @param minutes reading time in minutes
 * @param blocks its blocks, from top to bottom
 * @param lines line of the file, from 1, on which each block begins
 * @param pages blocks to read, split at figures and page breaks; headings at the end of a page are left out
 * @param road stations in order: pages and figures, each figure after the guesses about it, then exercises and the end
 * @param figures figures with the lesson's settings, from top to bottom
 * @param questions all questions, from top to bottom
 * @param plainQuestions questions that are not guesses: those of the road, then those that only practice asks
 * @param roadQuestions those of the road, from top to bottom, the deeper ones last
 * @param examples worked examples, from top to bottom
 * @param goals goals, from top to bottom
 */
public record Lesson(
        String title,
        int minutes,
        List<Block> blocks,
        List<Integer> lines,
        List<List<Block>> pages,
        List<Station> road,
        List<FigureState<?>> figures,
        List<Question> questions,
        List<Question> plainQuestions,
        List<Question> roadQuestions,
        List<WorkedExample> examples,
        List<Goal> goals) {
    public Lesson(String title, int minutes, List<Block> blocks, List<Integer> lines) {
        this(
                title,
                minutes,
                List.copyOf(blocks),
                List.copyOf(lines),
                pages(parts(blocks)),
                road(blocks),
                all(Block.FigureBlock.class, Block.FigureBlock::live, blocks),
                questions(blocks),
                inAskedOrder(questions(blocks)),
                inAskedOrder(questions(blocks)).stream()
                        .filter(Question::onRoad)
                        .toList(),
                all(Block.Steps.class, Block.Steps::example, blocks),
                all(Block.Aim.class, Block.Aim::goal, blocks));
    }

    /** Returns the outline of the lesson. */
    public Outline outline() {
        return Outline.of(this);
    }

    /** Returns what a search looks through. */
    public SearchText searchText() {
        return SearchText.of(this);
    }

    /** Returns the question with this id, if there is one. */
    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /**
     * Returns the questions that are asked together with one of the plain questions: those of the road, or the others.
     *
     * @param index its index in {@link #plainQuestions}
     */
    public List<Question> askedWith(int index) {
        int onRoad = roadQuestions.size();
        return index < onRoad ? roadQuestions : plainQuestions.subList(onRoad, plainQuestions.size());
    }

    /** Returns the first figure with the lesson's settings. Predictions that name no figure are about this one. */
    public Optional<FigureState<?>> figure() {
        return figures().stream().findFirst();
    }

    /** Returns the index of the first figure with this id, from 0; 0 if no figure has it. */
    public int figure(String id) {
        return figure(id, blocks);
    }

    private static int figure(String id, List<Block> blocks) {
        List<String> figures =
                all(Block.FigureBlock.class, stage -> stage.live().figure().id(), blocks);
        return Math.max(0, figures.indexOf(id));
    }

    private static List<List<Block>> pages(List<List<Block>> parts) {
        return parts.stream()
                .filter(part -> !(part.get(0) instanceof Block.FigureBlock))
                .toList();
    }

    /** Returns the pages and figures from top to bottom; a figure is a list of one block. */
    private static List<List<Block>> parts(List<Block> blocks) {
        List<List<Block>> parts = new ArrayList<>();
        List<Block> page = new ArrayList<>();
        for (Block block : blocks) {
            boolean stage = block instanceof Block.FigureBlock;
            if (stage || block instanceof Block.Break) {
                turn(page, parts);
                page = new ArrayList<>();
            }
            if (stage) {
                parts.add(List.of(block));
            } else if (!(block instanceof Block.QuestionBlock
                    || block instanceof Block.Aim
                    || block instanceof Block.Break)) {
                page.add(block);
            }
        }
        turn(page, parts);
        return parts;
    }

    private static void turn(List<Block> page, List<List<Block>> parts) {
        int end = page.size();
        while (end > 0 && page.get(end - 1) instanceof Block.Heading) {
            end--;
        }
        if (end > 0) {
            parts.add(List.copyOf(page.subList(0, end)));
        }
    }

    private static List<Station> road(List<Block> blocks) {
        List<Station> road = new ArrayList<>();
        int page = 0;
        int figure = 0;
        for (List<Block> part : parts(blocks)) {
            if (part.get(0) instanceof Block.FigureBlock) {
                guesses(figure, blocks, road);
                road.add(new Station(StationKind.PLAY, figure++));
            } else {
                road.add(new Station(StationKind.READ, page++));
            }
        }
        add(StationKind.BLANKS, blocks.stream().anyMatch(Block.Steps.class::isInstance), road);
        add(
                StationKind.QUESTIONS,
                questions(blocks).stream().anyMatch(question -> !question.predicts() && question.onRoad()),
                road);
        add(StationKind.GOALS, blocks.stream().anyMatch(Block.Aim.class::isInstance), road);
        add(StationKind.END, true, road);
        return List.copyOf(road);
    }

    private static void add(StationKind kind, boolean there, List<Station> road) {
        if (there) {
            road.add(new Station(kind, 0));
        }
    }

    private static void guesses(int figure, List<Block> blocks, List<Station> road) {
        int i = 0;
        for (Block block : blocks) {
            if (block instanceof Block.QuestionBlock asked) {
                if (asked.question().predicts() && guessed(asked, blocks) == figure) {
                    road.add(new Station(StationKind.GUESS, i));
                }
                i++;
            }
        }
    }

    /**
     * Returns the index of the figure that a prediction is about, from 0: the next one below it with the id that it
     * names. If there is none below, it is the first with this id.
     */
    private static int guessed(Block.QuestionBlock asked, List<Block> blocks) {
        Optional<String> id = asked.question().play().map(Question.Play::figure);
        List<Block> above = blocks.subList(0, blocks.indexOf(asked));
        List<Block> below = blocks.subList(above.size(), blocks.size());
        int before =
                (int) above.stream().filter(Block.FigureBlock.class::isInstance).count();
        return id.map(name -> shows(name, below) ? before + figure(name, below) : figure(name, blocks))
                .orElse(0);
    }

    /**
     * Returns the figure that a prediction is about, with the lesson's settings; empty for other questions and in a
     * lesson without figures.
     */
    public Optional<FigureState<?>> guessedFigure(Question prediction) {
        return blocks.stream()
                .filter(block -> !figures.isEmpty())
                .filter(Block.QuestionBlock.class::isInstance)
                .map(Block.QuestionBlock.class::cast)
                .filter(asked ->
                        asked.question().predicts() && asked.question().id().equals(prediction.id()))
                .findFirst()
                .map(asked -> figures().get(guessed(asked, blocks)));
    }

    /** Returns whether the lesson has a figure with this id. */
    public boolean shows(String id) {
        return shows(id, blocks);
    }

    private static boolean shows(String id, List<Block> blocks) {
        return all(Block.FigureBlock.class, stage -> stage.live().figure().id(), blocks)
                .contains(id);
    }

    /** Returns whether a goal of the lesson is reached on this figure. */
    public boolean hasGoalOn(String id) {
        return goals().stream().anyMatch(goal -> goal.start().figure().id().equals(id));
    }

    /**
     * Returns the first figure with this id, with the lesson's settings.
     *
     * @throws dev.nabla.math.BadInput if the lesson shows no such figure
     */
    public FigureState<?> shown(String id) {
        return figures().stream()
                .filter(live -> live.figure().id().equals(id))
                .findFirst()
                .orElseThrow(() -> BadLesson.of("the lesson shows no figure '" + id + "'"));
    }

    private static List<Question> inAskedOrder(List<Question> questions) {
        return questions.stream()
                .filter(question -> !question.predicts())
                .sorted(Comparator.comparing(Question::onRoad).reversed().thenComparing(Question::deeper))
                .toList();
    }

    private static List<Question> questions(List<Block> blocks) {
        return all(Block.QuestionBlock.class, Block.QuestionBlock::question, blocks);
    }

    private static <B extends Block, T> List<T> all(Class<B> kind, Function<B, T> part, List<Block> blocks) {
        return blocks.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(part)
                .toList();
    }
}
