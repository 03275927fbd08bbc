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
 * @param pages blocks to read, split at figures, page breaks and exercises
 * @param road stations in order: pages, figures, questions and goals as the lesson has them, each figure after the
 *     guesses about it, blanks before the next question or goal, and the end
 * @param figures figures with the lesson's settings, from top to bottom
 * @param questions all questions, from top to bottom
 * @param plainQuestions questions that are not guesses: those of the road, then those that only practice asks
 * @param roadQuestions those of the road, from top to bottom, the deeper ones last at each station
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
                pages(blocks),
                road(blocks),
                all(Block.FigureBlock.class, Block.FigureBlock::live, blocks),
                questions(blocks),
                inAskedOrder(blocks),
                inAskedOrder(blocks).stream().filter(Question::onRoad).toList(),
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

    private static List<List<Block>> pages(List<Block> blocks) {
        return all(LessonPart.Page.class, LessonPart.Page::blocks, LessonPart.of(blocks));
    }

    /** Returns the stations. The blanks of worked examples come before the next question or goal. */
    private static List<Station> road(List<Block> blocks) {
        List<Station> road = new ArrayList<>();
        int page = 0;
        int figure = 0;
        int examples = 0;
        int filled = 0;
        int asked = 0;
        int goals = 0;
        for (LessonPart part : LessonPart.of(blocks)) {
            if (part instanceof LessonPart.Page text) {
                road.add(new Station(StationKind.READ, page++));
                examples +=
                        all(Block.Steps.class, steps -> steps, text.blocks()).size();
            } else if (part instanceof LessonPart.Shown) {
                guesses(figure, blocks, road);
                road.add(new Station(StationKind.PLAY, figure++));
            } else {
                filled = add(StationKind.BLANKS, filled, examples - filled, road);
                if (part instanceof LessonPart.Asked questions) {
                    asked = add(StationKind.QUESTIONS, asked, questions.onRoad().size(), road);
                } else if (part instanceof LessonPart.Aimed aimed) {
                    goals = add(StationKind.GOALS, goals, aimed.goals(), road);
                }
            }
        }
        add(StationKind.BLANKS, filled, examples - filled, road);
        road.add(new Station(StationKind.END, 0));
        return List.copyOf(road);
    }

    /** Adds a station with some exercises, if there are any, and returns the index of the exercise after them. */
    private static int add(StationKind kind, int first, int count, List<Station> road) {
        if (count > 0) {
            road.add(new Station(kind, first, count));
        }
        return first + count;
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

    private static List<Question> inAskedOrder(List<Block> blocks) {
        return all(LessonPart.Asked.class, LessonPart.Asked::questions, LessonPart.of(blocks)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Question::onRoad).reversed())
                .toList();
    }

    private static List<Question> questions(List<Block> blocks) {
        return all(Block.QuestionBlock.class, Block.QuestionBlock::question, blocks);
    }

    private static <A, B extends A, T> List<T> all(Class<B> kind, Function<B, T> part, List<A> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast).map(part).toList();
    }
}
