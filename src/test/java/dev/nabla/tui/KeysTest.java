package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Samples;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.KeyLine;
import dev.nabla.key.KeyPlace;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import dev.nabla.output.Svg;
import dev.nabla.progress.Entry;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What keys do in the tutor, and what of it the journal gets. */
@TestsFigures
class KeysTest {
    private static final Path TOUR = Path.of(".github/TOUR.md");
    private static final Path PICTURE = Path.of(".github/pictures/tutor.svg");
    private static final Pattern KEYS = Pattern.compile("(?<=<!-- keys -->\n).*(?=<!-- /keys -->)", Pattern.DOTALL);

    private static final Size SIZE = new Size(80, 24);

    @TempDir
    private Path folder;

    static Stream<Script> scripts() throws IOException {
        return Script.all();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theScriptIsPlayed(Script script) throws IOException {
        script.play(folder);
    }

    @Test
    void atHomeEscapeStaysAndSaysWhatLeaves() throws IOException {
        Desk desk = new Desk(folder.resolve("journal"), 80, 24, Glyphs.BRAILLE);
        assertThat(desk.keys("Esc Esc").keyLine()).contains("q quits");
        assertThat(desk.wish()).isEqualTo(Program.Wish.STAY);
        assertThat(desk.keys("q").wish()).isEqualTo(Program.Wish.QUIT);
    }

    @Test
    void howeverItEndsThePlaceIsKeptAndOnce() throws IOException {
        Desk desk = new Desk(folder.resolve("journal"), 80, 24, Glyphs.BRAILLE);
        desk.keys("Enter v Right Right").over().over();
        assertThat(desk.entries().stream().filter(Entry.Stood.class::isInstance))
                .hasSize(1);
    }

    @Test
    void everyCommandOfAFigureHasItsKeyInTheTable() {
        for (Figure<?> figure : Figures.all()) {
            for (Figure.FigureAction<?> command : figure.commands()) {
                FigureState<?> live = offering(figure, command.name());
                Optional<Effect> effect = new KeyPlace(List.of(KeyContext.FIGURE), Optional.of(live), 0, Map.of())
                        .effect(KeyPress.of(command.key()));
                assertThat(((Effect.Act) effect.orElseThrow()).action().apply(live))
                        .isEqualTo(live.play(command.name()))
                        .isNotEqualTo(live);
            }
        }
    }

    /** Returns a state of the figure that offers the command. */
    private static <M extends Record> FigureState<M> offering(Figure<M> figure, String command) {
        return Samples.models(figure).stream()
                .map(model -> FigureState.of(figure, model))
                .filter(state -> state.offers(command))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onTheStepsOfATrainingTheKeyLineSaysHowFarTheKeysGo() {
        FigureState<?> live = FigureState.of(Figures.named("embedding")).set("steps", "100");
        assertThat(keyLine(live)).contains("←→ nudge").doesNotContain("a step", "a fiftieth");
        assertThat(keyLine(live.scrub(-1))).contains("< > a fiftieth", "[ ] a step  { } ends");
    }

    /** The tables that look back are 0 to 5, so there are no fiftieths of them. */
    @Test
    void onAShortRunTheKeyLineHasTheArrows() {
        FigureState<?> live =
                FigureState.of(Figures.named("bigram")).set("back", "2").onOneOf(List.of("back"));
        assertThat(live.isOnSteps()).isTrue();
        assertThat(keyLine(live)).contains("←→ nudge").doesNotContain("a step", "a fiftieth");
    }

    @Test
    void theKeyLineSaysWhatTheKeysCountAndChoose() {
        FigureState<?> table = FigureState.of(Figures.named("matmul"));
        assertThat(keyLine(table)).contains("←↑↓→ cell", "g 4 products").containsOnlyOnce("cell");
        assertThat(keyLine(table.focus(1))).contains("←→ nudge").doesNotContain("cell");
        assertThat(keyLine(FigureState.of(Figures.named("sample")))).contains("g 100 tokens");
        assertThat(keyLine(FigureState.of(Figures.named("train")))).contains("g to the end");
    }

    private static String keyLine(FigureState<?> live) {
        Canvas canvas = new Canvas(new Size(80, 1), Font.of(Glyphs.BRAILLE));
        KeyLine.draw(canvas, 0, new KeyPlace(List.of(KeyContext.FIGURE), Optional.of(live), 0, Map.of()));
        return canvas.frame().rows().get(0);
    }

    @Test
    void theVerdictWaitsForTheJournal() {
        List<String> shown = new ArrayList<>();
        TutorProgram[] tutor = new TutorProgram[1];
        tutor[0] = new TutorProgram(
                Desk.home(Desk.COURSE, SIZE),
                new ProgressRecorder(entry -> {
                    if (entry instanceof Entry.Answered) {
                        shown.add(String.join("\n", tutor[0].view(SIZE).rows()));
                    }
                }),
                () -> Instant.EPOCH,
                Desk.look(new Palette(Colors.INDEXED, Theme.DARK)),
                Optional.empty());
        for (String key : "Enter a Down Down Enter 5 Enter".split(" ")) {
            tutor[0].handle(new Input.Key(KeyPress.named(key)));
        }
        assertThat(shown).singleElement().asString().contains("What is a·b?").doesNotContain("crosswise");
        assertThat(String.join("\n", tutor[0].view(SIZE).rows())).contains("paired crosswise");
    }

    @Test
    void anOldJournalOpensAtTheFigure() throws IOException {
        Path journal = folder.resolve("journal");
        Files.writeString(
                journal,
                "{\"format\":1,\"at\":\"2026-03-01T10:00:00Z\",\"event\":\"stood\",\"section\":\"02\",\"figure\":\"dot\",\"settings\":{\"a\":\"1.1,0.3\"}}\n");
        Desk desk = new Desk(journal, 80, 24, Glyphs.BRAILLE).keys("c");
        assertThat(desk.text()).contains("► play", "( 1.10,  0.30)");
    }

    @Test
    void theTourShowsTheTableOfKeys() throws IOException {
        String tour = Files.readString(TOUR);
        String printed = KEYS.matcher(tour).replaceFirst(Matcher.quoteReplacement(table()));
        if (List.of("", "true").contains(System.getProperty("update"))) {
            Files.writeString(TOUR, printed);
        }
        assertThat(table()).contains("`Ctrl-Z` back to the shell");
        assertThat(Files.readString(TOUR))
                .as("mvn -q test -Dupdate -Dtest=KeysTest rewrites the table of keys in .github/TOUR.md")
                .isEqualTo(printed)
                .contains(table());
    }

    @Test
    void theReadmeShowsTheTutor() throws IOException {
        Desk desk = new Desk(
                ShippedCourse.COURSE, Optional.empty(), folder.resolve("journal"), new Size(120, 32), Glyphs.BRAILLE);
        desk.keys("Down Down Down Enter");
        String now = Svg.of(desk.frame(), Colors.INDEXED);
        if (List.of("", "true").contains(System.getProperty("update"))) {
            Files.writeString(PICTURE, now);
        }
        assertThat(Files.exists(PICTURE) ? Files.readString(PICTURE) : "")
                .as("mvn -q test -Dupdate -Dtest=KeysTest draws %s anew", PICTURE)
                .isEqualTo(now);
    }

    private static String table() {
        return Stream.of(KeyContext.values())
                .map(place -> "| " + place.heading() + " | " + keys(place) + " |\n")
                .collect(Collectors.joining("", "| where | keys |\n|---|---|\n", ""));
    }

    private static String keys(KeyContext place) {
        return place.bindings().stream()
                .map(binding -> "`" + binding.cap() + "` " + binding.help())
                .collect(Collectors.joining("<br>"));
    }
}
