package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.cli.Consoles;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import dev.nabla.output.Asciicast;
import dev.nabla.output.DisplayProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is filmed is what a terminal would show. */
class RecordingTest {
    private static final Size SIZE = new Size(80, 24);

    @TempDir
    private Path folder;

    private static Asciicast recorded(String words) {
        return recorded(Desk.COURSE, words);
    }

    private static Asciicast recorded(Course course, String words) {
        return Recording.of(course, DisplayProfile.browser(Map.of()), SIZE, List.of(words.split(" ")));
    }

    /** The screen when a cast has played up to its last moment, in which the tutor is left. */
    private static Tube played(Asciicast cast) {
        Tube tube = new Tube(cast.size().width(), cast.size().height());
        List<Asciicast.Moment> moments = cast.moments();
        moments.subList(0, moments.size() - 1).forEach(moment -> tube.write(moment.output()));
        assertThat(tube.alternate).isTrue();
        return tube;
    }

    private Desk desk() {
        return new Desk(folder.resolve("journal"), SIZE.width(), SIZE.height(), Glyphs.BRAILLE);
    }

    @Test
    void playedItEndsInTheTutorsFrame() {
        String keys = "Down Enter v Right Right Shift+Right Tab e ? PageDown";
        assertThat(played(recorded(keys)).rows())
                .isEqualTo(desk().keys(keys).frame().rows());
    }

    @Test
    void aKeyWhoseSignMeansSomethingToAShellHasAWord() {
        String signs = "Down Enter v > > < ] [ } { = ?";
        String words =
                "Down Enter v TenRight Greater Less RightBracket LeftBracket RightBrace LeftBrace Equals Question";
        assertThat(recorded(words)).isEqualTo(recorded(signs));
        String help = Consoles.pipe("record --help").out();
        assertThat(RecordingStep.WORDS)
                .allSatisfy((word, sign) -> assertThat(help).contains(word + " " + sign));
        assertThat(String.join("", RecordingStep.WORDS.keySet())).matches("[A-Za-z]+");
    }

    /** Every sign that bash, dash or zsh reads as more than itself where it stands alone. */
    @Test
    void noSignThatAShellReadsIsWithoutAWord() {
        assertThat(RecordingStep.WORDS.values()).contains("!\"#$&'()*;<=>?[\\]^`{|}~".split(""));
    }

    @Test
    void aTypedWordIsAKeyForEachCharacter() {
        assertThat(played(recorded("Enter a Down Down Enter type:0.29 Enter")).rows())
                .isEqualTo(desk().keys("Enter a Down Down Enter")
                        .typed("0.29")
                        .keys("Enter")
                        .frame()
                        .rows());
    }

    @Test
    void whatRunsGoesOnInAPause() {
        Course course = CourseReader.load(Path.of("src/test/resources/figures-course"));
        Asciicast still = recorded(course, "Enter v v");
        assertThat(recorded(course, "Enter v v Enter").moments())
                .hasSizeGreaterThan(still.moments().size() + 2);
    }

    @Test
    void timesNeverFallAndPausesAreAsLongAsTheySay() {
        Asciicast cast = recorded("Enter wait:1.5 v Right wait:0 Left");
        List<Integer> times =
                cast.moments().stream().map(Asciicast.Moment::millis).toList();
        assertThat(times).isSorted();
        assertThat(times.get(0)).isZero();
        assertThat(cast.seconds()).isEqualTo((5 * 600 + 1500) / 1000.0);
    }

    @Test
    void theTerminalIsGivenBackAtTheEndAlsoIfAKeyHasLeftTheTutorBefore() {
        Asciicast cast = recorded("Enter Ctrl+z Ctrl+c v Right");
        Tube tube = new Tube(80, 24);
        cast.moments().forEach(moment -> tube.write(moment.output()));
        assertThat(tube.alternate).isFalse();
        assertThat(cast.seconds()).isEqualTo(4 * 600 / 1000.0);
    }

    @Test
    void aWordThatIsNoKeyIsComplainedOf() {
        assertThatThrownBy(() -> recorded("Enter Rigth"))
                .isInstanceOf(BadInput.class)
                .hasMessage("unknown key 'Rigth'; did you mean 'Right'? (type:Rigth types the word)");
        assertThatThrownBy(() -> recorded("wait:61"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("0 to 60 seconds");
        assertThatThrownBy(() -> recorded("wait:"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("type one like wait:1.5");
        assertThatThrownBy(() -> recorded("type:")).isInstanceOf(BadInput.class).hasMessageStartingWith("unknown key");
    }

    @Test
    void aTrainingIsFilmedStepByStepWhateverIsKnownOfItAlready() throws IOException {
        Files.writeString(
                folder.resolve("index.yaml"),
                "format: 1\nladder: [a]\nhere: 1\nsections:\n  - {id: \"16\", title: A, gist: B, lesson: l.md}\n");
        Files.writeString(
                folder.resolve("l.md"),
                "---\ntitle: A\nminutes: 1\n---\nText.\n\n```figure\nfigure: train\nset: {seed: 99}\n```\n");
        Course course = CourseReader.load(folder);
        String keys = "Enter Enter Enter wait:3 Enter ]";
        assertThat(recorded(course, keys)).isEqualTo(recorded(course, keys));
    }
}
