package dev.nabla.figure.part;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Figure.Pace;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Figure.Work;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Film;
import dev.nabla.gpt.Recipe;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the figures of a model that learns names have in common: its letters, a typed name, the step of its training, and how far that is. */
public final class Letters {
    /** So that each letter of a name and its end are predicted. */
    private static final int MOST_LETTERS = 15;

    private static final List<String> NAMES = List.of("amelia", "marie", "carrie", "zzzz");

    private Letters() {}

    /** The tokens as they are shown: the end, a dot, before a to z. */
    public static List<Integer> tokens() {
        int end = Corpus.standard().end();
        return IntStream.rangeClosed(0, end).mapToObj(i -> i == 0 ? end : i - 1).toList();
    }

    public static String text(int token) {
        return Corpus.standard().text(token);
    }

    /** {@code 124,439,808} */
    public static String grouped(long count) {
        return Decimal.grouped(count);
    }

    /** A knob that holds a token, typed as its letter. */
    public static <M extends Record> Knob<M, Integer> token(
            KnobInfo info, Function<M, Integer> get, BiFunction<M, Integer, M> set) {
        return info.bound(
                model -> Codec.named(tokens().stream().map(Letters::text).toList(), tokens(), tokens()), get, set);
    }

    /** A knob that holds a name of such letters. */
    public static <M extends Record> Knob<M, String> name(Function<M, String> get, BiFunction<M, String, M> set) {
        return name(KnobInfo.question("name", "name", "letters to look at, a to z, like amelia"), get, set);
    }

    public static <M extends Record> Knob<M, String> name(
            KnobInfo info, Function<M, String> get, BiFunction<M, String, M> set) {
        return info.text(NAMES, Letters::checked, get, set);
    }

    private static String checked(String name) {
        Corpus corpus = Corpus.standard();
        int[] letters = corpus.letters(name.toLowerCase(Locale.ROOT));
        if (letters.length == 0) {
            throw BadInput.usage("empty", "has no letter; type a name like amelia");
        }
        if (letters.length > MOST_LETTERS) {
            throw BadInput.usage("too_long", "has " + letters.length + " letters; type at most " + MOST_LETTERS);
        }
        return corpus.text(letters);
    }

    /** A knob that holds a place of the name, from 1, which is the end that begins it. */
    public static <M extends Record> Knob<M, Long> position(
            KnobInfo info, boolean rows, Function<M, String> name, Function<M, Long> get, BiFunction<M, Long, M> set) {
        return info.bound(
                model -> new Codec.Whole(1, name.apply(model).length() + 1, rows, " for " + name.apply(model)),
                get,
                set);
    }

    /** A knob that counts the steps of a film up to the last one. */
    public static <M extends Record> Knob<M, Long> steps(
            Function<M, Film> film, Function<M, Long> get, BiFunction<M, Long, M> set) {
        return steps(film, get, set, "");
    }

    /** @param more what to type to take more of them */
    public static <M extends Record> Knob<M, Long> steps(
            Function<M, Film> film, Function<M, Long> get, BiFunction<M, Long, M> set, String more) {
        return KnobInfo.usual("steps", "steps", "steps of training that were taken, like 1000")
                .bound(model -> new Codec.Whole(0, film.apply(model).recipe().of(), false, more), get, set);
    }

    /** The 300th part of the schedule at a tick of a thirtieth of a second, but no more than 6 ms of work; a tenth of it at once. */
    public static Pace pace(Film film) {
        Recipe recipe = film.recipe();
        long most = 3 * Film.PIECE / recipe.flops();
        return new Pace(Math.max(1, recipe.of() / 10), (int) Math.max(1, Math.min(recipe.of() / 300, most)), 33);
    }

    /** The steps of a figure that trains, and shows nothing else that takes long. */
    public static <M extends Record> Stepper<M> stepper(Function<M, Film> film, Knob<M, Long> steps) {
        return stepper(film, steps, (model, running, pieces) -> {
            long asked = steps.get().apply(model);
            long reached = new Pieces(pieces).trains(film.apply(model), asked);
            return reached == asked ? model : steps.set().apply(model, reached);
        });
    }

    /** The steps of a figure that trains. */
    public static <M extends Record> Stepper<M> stepper(Function<M, Film> film, Knob<M, Long> steps, Work<M> work) {
        return new Stepper<>(
                steps,
                "step",
                model -> pace(film.apply(model)),
                model -> steps.get().apply(model) == film.apply(model).recipe().of(),
                true,
                Optional.of(work));
    }

    /** {@code 300 of 1,000}: how far a film has come. */
    public static String steps(long step, Film film) {
        return grouped(step) + " of " + grouped(film.recipe().of());
    }
}
