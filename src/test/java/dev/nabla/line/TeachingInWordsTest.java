package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.math.BadInput;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.room.Board;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassEvent.OnBoard;
import dev.nabla.room.ClassEvent.OnClass;
import dev.nabla.room.ClassEvent.OnPoll;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.Doorway;
import dev.nabla.room.JoinFlood;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Pupils;
import dev.nabla.room.name.Role;
import dev.nabla.screen.ClassState.Participant;
import dev.nabla.tutor.Tutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class as a teacher hears it, and what the teacher types. */
class TeachingInWordsTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private final List<ClassRequest> deeds = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final LineTutor tutor = new LineTutor(
                    Tutor.of(Progress.of(COURSE, List.of(), Pupils.NOW, DayRule.inZone(ZoneOffset.UTC)), Pupils.NOW),
                    new ProgressRecorder(entry -> {}),
                    () -> Pupils.NOW,
                    new LineConsole(InputStream.nullInputStream(), out, Glyphs.BRAILLE, Optional.empty()))
            .withClass(new Participant(Role.TEACHER, "", "Ms Noether", "", ""), deeds::add);

    private static Board asked(Phase phase) {
        return Board.EMPTY.withPoll(Optional.of(new Poll(7, "02", "2.3", 0, phase, Pupils.NOW)));
    }

    private void hears(Board board, int voted, ClassActivity now) {
        Map<Integer, Map<String, Integer>> counts = Map.of(1, Map.of("right", 3, "not-normalised", 8));
        Optional<OnPoll> votes = board.poll()
                .map(poll -> new OnPoll(poll.id(), 30, voted, poll.phase().isOpen() ? Map.of() : counts));
        tutor.hear(Stream.of(votes, Optional.of(new OnClass(now)), Optional.of(new OnBoard(board)))
                .<ClassEvent>flatMap(Optional::stream)
                .toList());
    }

    /** What was said since the last call, in one line. */
    private String told() {
        String told =
                out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
        out.reset();
        return told;
    }

    private String typing(String line) {
        try {
            tutor.take(("class " + line).strip());
        } catch (BadInput bad) {
            return bad.getMessage();
        }
        return told();
    }

    @Test
    void theClassIsToldInSentences() throws IOException {
        assertThat(typing("")).isEqualTo("The class. Nothing is known of the class yet; it comes within a second.");
        hears(Board.EMPTY, 0, Pupils.now());
        assertThat(typing(""))
                .startsWith("Maths 10b. 28 here. The code is fern-otter-42.")
                .contains("Who needs help: kemal answered 2.3 wrongly three times: not normalised.")
                .contains("jonas has pressed no key for 6 minutes; 2.3 is open.")
                .contains("Section 03: ")
                .contains("1. not normalised, in 2.3, by 14 students.")
                .doesNotContain("Question ");
        assertThat(typing("mistake")).contains(", kemal, ").contains("Made by ");
        assertThat(typing("mistake 99")).isEqualTo("there is no mistake 99 in the last ten minutes");
        assertThat(typing("students")).contains("vera is in section 02, question 2.4: 4 of 4 right in ten minutes.");
        assertThat(typing("names")).isEqualTo("Names are hidden: each student is a number.");
        assertThat(typing("students")).doesNotContain("vera", "kemal");
        assertThat(typing("")).doesNotContain("vera", "kemal");
        assertThat(typing("?")).contains("'class ask 2.3': asks everybody a question");
        assertThat(typing("jump")).isEqualTo("'class jump' is unknown; 'class ?' lists what you can do");
    }

    @Test
    void aPollIsLedFromItsQuestionToItsAnswer() throws IOException {
        ClassActivity now = Pupils.now();
        hears(Board.EMPTY, 0, now);
        assertThat(typing("close")).startsWith("nothing is asked now");
        assertThat(typing("ask 99.9")).contains("99.9");
        assertThat(deeds).isEmpty();
        typing("ask 2.3");
        typing("ask");
        ClassRequest question = new ClassRequest.StartPoll("02", "2.3", 0);
        assertThat(deeds).as("the first mistake is about the same question").containsExactly(question, question);
        deeds.clear();
        hears(asked(Phase.OPEN), 9, now);
        assertThat(told()).contains("Question 2.3: 9 of 30 have voted.", "'class close' closes the round;");
        assertThat(typing("again")).startsWith("That does not fit now. 'class close' closes the round;");
        assertThat(typing("talk 3")).startsWith("That does not fit now.");
        assertThat(typing("ask 2.1")).isEqualTo("question 2.3 is still asked; 'class end' takes it off the board");
        typing("close");
        hears(asked(Phase.CLOSED), 11, now);
        assertThat(told())
                .contains("right: 27 % of 11 in round 1.", "27 % are right: explain first.", "'class again' opens");
        typing("open");
        assertThat(typing("talk 3")).isEqualTo("The clock runs.");
        assertThat(typing("talk soon")).contains("soon");
        typing("again");
        typing("reveal");
        typing("end");
        assertThat(deeds)
                .containsExactly(
                        new ClassRequest.Advance(7, Phase.OPEN),
                        new ClassRequest.StepBack(7, Phase.CLOSED),
                        new ClassRequest.SetTalk(7, 3),
                        new ClassRequest.Advance(7, Phase.CLOSED),
                        new ClassRequest.Reveal(7),
                        new ClassRequest.EndPoll(7));
        hears(Board.EMPTY, 0, now);
        assertThat(told()).isEqualTo("The question was taken off the board.");
    }

    @Test
    void newsAreToldOnceAndOnlyWhileTheyAreFollowed() throws IOException {
        hears(Board.EMPTY, 0, Pupils.now());
        assertThat(told()).isEmpty();
        assertThat(typing("follow")).isEqualTo("News of the class are told as they come.");
        hears(Board.EMPTY, 0, Pupils.now());
        assertThat(told()).as("all of it was there before").isEmpty();
        ClassActivity flooded = flooded(Pupils.now("zoe | 01 QUESTION 1.5 | 400 | 1.4+"));
        hears(Board.EMPTY, 0, flooded);
        assertThat(told())
                .contains("zoe has pressed no key for 6 minutes; 1.5 is open.")
                .contains("17 students joined from one address since 2026-03-02T10:40. Are they yours?")
                .doesNotContain("kemal");
        hears(Board.EMPTY, 0, flooded);
        assertThat(told()).isEmpty();
        hears(asked(Phase.OPEN), 1, flooded);
        told();
        hears(asked(Phase.OPEN), 2, flooded);
        assertThat(told()).isEqualTo("2 of 30 have voted.");
        typing("follow");
        hears(asked(Phase.OPEN), 3, flooded);
        assertThat(told()).isEmpty();
        typing("keep");
        assertThat(deeds).containsExactly(new ClassRequest.KeepJoined());
    }

    @Test
    void aLoginThatWaitsAfterWrongPinsIsLetInByItsWord() throws IOException {
        hears(Board.EMPTY, 0, paused(Pupils.now()));
        assertThat(typing(""))
                .contains("ada waits after wrong PINs, and the login shows otter; 'class let otter' lets the login that"
                        + " shows this word try ten PINs within two minutes.");
        typing("let OTTER");
        assertThat(deeds)
                .containsExactly(new ClassRequest.LetIn(Pupils.student("ada").id(), "otter"));
        assertThat(typing("let fern"))
                .isEqualTo(
                        "no login shows 'fern'; type the word that the student reads to you, like 'class let otter'");
    }

    private static ClassActivity paused(ClassActivity now) {
        Doorway doorway = new Doorway(
                Doorway.QUIET.traffic(),
                Map.of(),
                Map.of(),
                List.of(new Doorway.PausedLogin(Pupils.student("ada"), "otter", Pupils.NOW)),
                Optional.empty());
        return new ClassActivity(now.at(), now.info(), now.present(), now.answers(), now.done(), doorway);
    }

    private static ClassActivity flooded(ClassActivity now) {
        Doorway doorway = new Doorway(
                Doorway.QUIET.traffic(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.of(new JoinFlood(Pupils.NOW.minus(Duration.ofMinutes(2)), 17)));
        return new ClassActivity(now.at(), now.info(), now.present(), now.answers(), now.done(), doorway);
    }
}
