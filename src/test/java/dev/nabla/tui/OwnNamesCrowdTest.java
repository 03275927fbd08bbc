package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Size;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.DisplayProfile.Surroundings;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.name.Role;
import dev.nabla.screen.ClassState.Participant;
import dev.nabla.tui.RemoteTutorFactory.ClassLink;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.InputTokenizer;
import dev.nabla.tui.term.KeyDecoder;
import dev.nabla.tui.term.Program;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bored students with own names on one server. */
class OwnNamesCrowdTest {
    private static final int SESSIONS = 30;
    private static final DayRule DAYS = DayRule.inZone(ZoneOffset.UTC);
    private static final DisplayProfile LOOK =
            DisplayProfile.detect(new Surroundings(Map.of("TERM", "xterm-256color"), true, "UTF-8"), Map.of());

    private final List<Entry> journal = new ArrayList<>();
    private final List<LearnerLocation> locations = new ArrayList<>();
    private final RemoteTutorFactory factory = new RemoteTutorFactory(ShippedCourse.COURSE, () -> Instant.EPOCH, DAYS);

    private Program student() {
        Participant self = new Participant(Role.STUDENT, "k3f9a", "Ms Noether", "", "");
        return factory.program(
                Progress.of(ShippedCourse.COURSE, List.of(), Instant.EPOCH, DAYS),
                entries -> {
                    journal.addAll(entries);
                    return CompletableFuture.completedFuture(null);
                },
                LOOK,
                Optional.of(new ClassLink(self, request -> true, locations::add)));
    }

    private static Program keys(Program program, String... names) {
        for (String name : names) {
            program.handle(new Input.Key(KeyPress.named(name)));
        }
        return program;
    }

    /** A thousand names of 16 letters, other ones in each session. */
    private static List<String> names(int session) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> Integer.toString(1000 * session + i + 100_000, 26))
                .map(code -> code + "abcdefghijklmnop".substring(code.length()))
                .toList();
    }

    private static int step(int session) {
        Recipe recipe = Recipe.standard(Corpus.of(names(session)));
        return new TrainingRun(recipe).approach(recipe.of(), 0);
    }

    @Test
    void thirtyFullListsAreTrainedInTurnAndForgottenAtTheEnd() {
        List<Program> programs = new ArrayList<>();
        long longest = 0;
        for (int session = 0; session < SESSIONS; session++) {
            Program program = keys(student(), "Down", "End", "Enter");
            program.handle(new Input.Paste(String.join("\n", names(session))));
            keys(program, "Enter");
            programs.add(program);
        }
        for (int tick = 0; tick < 20; tick++) {
            for (Program program : programs) {
                long begun = System.nanoTime();
                program.handle(new Input.Tick());
                program.view(new Size(80, 24));
                longest = Math.max(longest, System.nanoTime() - begun);
            }
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(2));
        for (int session = 0; session < SESSIONS; session++) {
            assertThat(step(session)).isPositive();
            assertThat(programs.get(session).tickMillis()).isPositive();
        }
        programs.forEach(Program::over);
        for (int session = 0; session < SESSIONS; session++) {
            assertThat(step(session)).isZero();
        }
        assertThat(journal).isEmpty();
        assertThat(locations).containsOnly(LearnerLocation.HOME);
    }

    @Test
    void tenMegabytesAreCutToWhatAListHolds() {
        List<Input> inputs = new ArrayList<>();
        KeyDecoder decoder = new KeyDecoder();
        InputTokenizer tokens =
                new InputTokenizer(token -> decoder.decode(token).ifPresent(inputs::add));
        tokens.take("\u001b[200~" + "sirius\u202e\u0007\u001b[2J\n".repeat((10 << 20) / 13) + "\u001b[201~");
        assertThat(inputs).hasSize(1);
        Program program = keys(student(), "Down", "End", "Enter");
        program.handle(inputs.get(0));
        String screen = program.view(new Size(80, 24)).rows().stream().collect(Collectors.joining("\n"));
        assertThat(screen)
                .contains("line 1 has the character U+202E,")
                .contains("the rest was too long to be pasted at once")
                .doesNotContain("\u202e", "\u001b");
        for (int i = 0; i < 100; i++) {
            program.handle(inputs.get(0));
        }
        assertThat(program.view(new Size(80, 24)).rows().get(22)).contains("lines found no room: at most 1,000 here");
    }

    @Test
    void keysThatNeverEndTakeNoMoreThanALine() {
        Program program = keys(student(), "Down", "End", "Enter");
        for (int i = 0; i < 100_000; i++) {
            program.handle(new Input.Key(KeyPress.of('x')), true);
        }
        assertThat(program.view(new Size(80, 24)).rows()).anyMatch(row -> row.contains("line 1 has more than 16"));
    }
}
