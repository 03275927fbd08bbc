package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Fact;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Stride;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.question.Question;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A figure shows no number that the open guess of a lesson hides, whatever has been done to it. */
@TestsFigures
class HiddenAnswersTest {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+\\.[0-9]{3,}|[0-9]{2,}\\.[0-9]{2}");
    private static final List<Size> SIZES = List.of(new Size(80, 23), new Size(120, 35));

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true) // with -Dfigure=norm
    @MethodSource
    void noPictureShowsWhatAGuessHides(String id, Question.Play play) {
        FigureState<?> opened =
                FigureState.of(Figures.named(play.figure())).guessing(new Guess(play.hides(), Optional.empty(), false));
        Stream.of(
                        opened.nudge(1, 0, Stride.COARSE),
                        opened.nudge(-1, 0, Stride.STEP),
                        opened.focus(1).nudge(1, 0, Stride.STEP),
                        opened.step(1),
                        opened.step(1).step(1))
                .filter(played -> !played.model().equals(opened.model()))
                .flatMap(played -> Stream.of(played, played.show(Mode.TEXT)))
                .forEach(shown -> SIZES.forEach(size -> assertThat(leaked(shown, size, play.hides()))
                        .as(id + " at " + size + " with " + knobs(shown))
                        .isEmpty()));
    }

    static Stream<Object[]> noPictureShowsWhatAGuessHides() {
        Set<String> figures =
                Samples.figures().stream().map(figure -> figure.id()).collect(Collectors.toSet());
        return ShippedCourse.COURSE.sections().stream()
                .flatMap(section -> section.lesson().orElseThrow().questions().stream())
                .filter(question -> question.play()
                        .filter(play -> !play.hides().isEmpty() && figures.contains(play.figure()))
                        .isPresent())
                .map(question -> new Object[] {question.id(), question.play().get()});
    }

    private static Set<String> leaked(FigureState<?> live, Size size, List<String> hidden) {
        Set<String> leaked = numbers(text(live, size));
        leaked.retainAll(secrets(live, hidden));
        return leaked;
    }

    /** The numbers that hidden facts come to, but those that another fact or a knob comes to as well. */
    private static Set<String> secrets(FigureState<?> live, List<String> hidden) {
        List<Fact> facts = facts(live);
        Set<String> secrets = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        facts.forEach(fact -> (hidden.contains(fact.name()) ? secrets : known).addAll(numbers(fact)));
        knobs(live).forEach(value -> known.addAll(numbers(value, 3)));
        secrets.removeAll(known);
        secrets.removeAll(numbersBeforeTraining(live));
        secrets.removeIf(number -> number.matches("[01]\\.0*"));
        return secrets;
    }

    /** A trained model is hidden by showing it as it is before the first step. */
    private static Set<String> numbersBeforeTraining(FigureState<?> live) {
        Set<String> numbers = new TreeSet<>();
        if (live.figure().knobs().stream().anyMatch(knob -> knob.name().equals("steps"))) {
            facts(live.set("steps", "0")).forEach(fact -> numbers.addAll(numbers(fact)));
        }
        return numbers;
    }

    private static <M extends Record> List<Fact> facts(FigureState<M> live) {
        return live.figure().pictureFacts(live.model()).stream()
                .filter(fact -> !fact.onRequest())
                .toList();
    }

    private static <M extends Record> List<Value> knobs(FigureState<M> live) {
        return live.figure().knobs().stream()
                .map(knob -> knob.value(live.model()))
                .toList();
    }

    private static Set<String> numbers(Fact fact) {
        return numbers(fact.value(), fact.places());
    }

    private static Set<String> numbers(Value value, int places) {
        return value.cells().stream()
                .flatMap(cell -> cell.number().stream().boxed())
                .flatMap(
                        x -> IntStream.rangeClosed(2, Math.max(2, places)).mapToObj(i -> Decimal.fixed(Math.abs(x), i)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(FigureState<?> live, Size size) {
        Frame frame = live.view(size, Font.of(Glyphs.BRAILLE));
        return IntStream.range(0, size.height()).mapToObj(frame::row).collect(Collectors.joining("\n"));
    }
}
