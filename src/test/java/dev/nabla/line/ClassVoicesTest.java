package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.room.Board;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassEvent.OnBoard;
import dev.nabla.room.ClassEvent.OnClass;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.Doorway;
import dev.nabla.room.JoinFlood;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Pupils;
import dev.nabla.room.name.Role;
import dev.nabla.screen.ClassState;
import dev.nabla.screen.ClassState.Participant;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.Desk;
import dev.nabla.tutor.LineEditor;
import dev.nabla.tutor.Tutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screens and the line voice of a class send the same requests for the same deeds, and count the same votes. */
@ExtendWith(Draws.class)
class ClassVoicesTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Size LARGE = new Size(200, 200);

    private static final OnBoard UNKNOWN =
            new OnBoard(Board.EMPTY.withPoll(Optional.of(new Poll(7, "02", "2.99", 0, Phase.OPEN, Instant.EPOCH))));

    /** One of the two ways to sit in a class. */
    private abstract static class Voice {
        private final List<ClassRequest> sent = new ArrayList<>();

        abstract void hears(ClassEvent event);

        abstract void votes(String line, QuestionInstance asked);

        /** Does what a teacher does by keys, or by a line. */
        abstract void does(String line, String keys);

        abstract ScreenState state();

        boolean send(ClassRequest request) {
            return sent.add(request);
        }
    }

    private static Participant self(Role role) {
        return new Participant(role, role == Role.TEACHER ? "" : "k3f9a", "Ms Noether", "", "");
    }

    /** Keys on a screen. */
    private static final class Keys extends Voice {
        private ScreenState state;

        Keys(Role role) {
            state = Desk.home(COURSE, LARGE).enterClass(ClassState.of(self(role)));
        }

        void on(UnaryOperator<ScreenState> change) {
            ScreenState after = change.apply(state.withoutMessage()).reportPosition();
            state = after.sending(this::send).withoutPending();
        }

        @Override
        void hears(ClassEvent event) {
            on(before -> before.afterEvent(event));
        }

        @Override
        void votes(String line, QuestionInstance asked) {
            on(before -> before.apply(Navigation.VOTE));
            boolean chooses = !asked.options().isEmpty() && line.matches("[a-e]");
            Effect typed = chooses
                    ? new Effect.Choose(line.charAt(0) - 'a')
                    : new Effect.Typing(old -> new LineEditor(line, line.length()));
            on(before -> before.apply(typed).apply(Navigation.ONWARD));
            on(before -> before.apply(Navigation.BACK));
        }

        @Override
        void does(String line, String keys) {
            for (String key : keys.split(" ")) {
                on(before ->
                        before.apply(before.keys().effect(KeyPress.named(key)).orElseThrow()));
            }
        }

        @Override
        ScreenState state() {
            return state;
        }
    }

    /** Typed lines. */
    private static final class Lines extends Voice {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final LineTutor tutor;

        Lines(Role role) {
            Progress none = Progress.of(COURSE, List.of(), Instant.EPOCH, DayRule.inZone(ZoneOffset.UTC));
            tutor = new LineTutor(
                            Tutor.of(none, Instant.EPOCH),
                            new ProgressRecorder(entry -> {}),
                            () -> Instant.EPOCH,
                            new LineConsole(InputStream.nullInputStream(), out, Glyphs.BRAILLE, Optional.empty()))
                    .withClass(self(role), this::send);
        }

        String said() {
            String said = out.toString(StandardCharsets.UTF_8);
            out.reset();
            return said;
        }

        @Override
        void hears(ClassEvent event) {
            tutor.hear(List.of(event));
        }

        @Override
        void votes(String line, QuestionInstance asked) {
            tutor.take("vote " + line);
        }

        @Override
        void does(String line, String keys) {
            tutor.take(line);
        }

        @Override
        ScreenState state() {
            return tutor.state();
        }
    }

    private static OnBoard asks(Question question, Phase phase) {
        String section = COURSE.sectionOf(question.id()).id();
        return new OnBoard(
                Board.EMPTY.withPoll(Optional.of(new Poll(7, section, question.id(), 3, phase, Instant.EPOCH))));
    }

    static List<Question> questions() {
        List<Question> all = COURSE.sections().stream()
                .filter(Section::isWritten)
                .flatMap(section -> section.lesson().orElseThrow().questions().stream())
                .toList();
        return Draws.some(12, all, "polls");
    }

    private static void takesPart(Question question, Voice voice) {
        QuestionInstance asked = question.draw(3);
        int right = asked.options().indexOf(asked.answer());
        String answer = right < 0 ? asked.answer() : String.valueOf((char) ('a' + right));
        String other = right < 0 ? "-7" : right == 0 ? "b" : "a";
        voice.hears(asks(question, Phase.OPEN));
        voice.votes(other, asked);
        voice.votes("?!", asked);
        voice.votes(answer, asked);
        voice.hears(asks(question, Phase.CLOSED));
        voice.hears(asks(question, Phase.AGAIN));
        voice.votes(other, asked);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theSameVotesCountByKeysAndByLines(Question question) {
        Keys keys = new Keys(Role.STUDENT);
        takesPart(question, keys);
        Lines lines = new Lines(Role.STUDENT);
        takesPart(question, lines);
        assertThat(((Voice) lines).sent).isEqualTo(((Voice) keys).sent).isNotEmpty();
        Map<Integer, String> counted = keys.state().classState().orElseThrow().mine();
        assertThat(lines.state().classState().orElseThrow().mine())
                .isEqualTo(counted)
                .containsKey(1);
    }

    private static ClassActivity waiting(ClassActivity now) {
        Doorway doorway = new Doorway(
                Doorway.QUIET.traffic(),
                Map.of(),
                Map.of(),
                List.of(new Doorway.PausedLogin(Pupils.student("ada"), "otter", Pupils.NOW)),
                Optional.of(new JoinFlood(Pupils.NOW, 17)));
        return new ClassActivity(now.at(), now.info(), now.present(), now.answers(), now.done(), doorway);
    }

    private static void leads(Voice voice, ClassActivity now) {
        Question question = COURSE.question("2.3");
        voice.hears(new OnClass(waiting(now)));
        voice.does("class keep", "Y");
        voice.does("class let otter", "1");
        voice.does("class names", "N");
        voice.does("class names", "N");
        voice.does("class ask", "Tab S");
        voice.hears(asks(question, Phase.OPEN));
        voice.does("class close", "Enter");
        voice.hears(asks(question, Phase.CLOSED));
        voice.does("class talk 3", "3");
        voice.does("class open", "u");
        voice.hears(asks(question, Phase.OPEN));
        voice.hears(asks(question, Phase.CLOSED));
        voice.does("class reveal", "v");
        voice.does("class again", "Enter");
        voice.hears(asks(question, Phase.AGAIN));
        voice.does("class close", "Enter");
        voice.hears(asks(question, Phase.CLOSED_AGAIN));
        voice.does("class open", "u");
        voice.does("class reveal", "Enter");
        voice.hears(asks(question, Phase.REVEALED));
        voice.does("class end", "Enter");
        voice.hears(new OnBoard(Board.EMPTY));
        voice.hears(asks(question, Phase.OPEN));
        voice.does("class end", "Esc");
    }

    @Test
    void aClassIsLedAlikeByKeysAndByLines() throws IOException {
        ClassActivity now = Pupils.now();
        Keys keys = new Keys(Role.TEACHER);
        leads(keys, now);
        Lines lines = new Lines(Role.TEACHER);
        leads(lines, now);
        assertThat(((Voice) lines).sent).isEqualTo(((Voice) keys).sent).hasSize(13);
        assertThat(lines.state().walk()).as("the place stays").isEmpty();
    }

    /** The station is the first at which the softmax figure is played. */
    @Test
    void aFigureThatIsShownIsSentAgainWhenItChanges() {
        Section section = COURSE.section("06");
        Lines lines = new Lines(Role.TEACHER);
        lines.tutor.take("06");
        int station = lines.state().walk().orElseThrow().road(lines.state().tutor()).beats().stream()
                .map(beat -> beat.kind())
                .toList()
                .indexOf(StationKind.PLAY);
        Keys keys = new Keys(Role.TEACHER);
        keys.on(before -> before.open(section).apply(new Effect.OpenStation(station)));
        keys.does("", "S Right S");
        lines.tutor.take("road " + (station + 1));
        lines.does("class show", "");
        lines.tutor.take("+");
        lines.does("class hide", "");
        assertThat(((Voice) lines).sent).isEqualTo(((Voice) keys).sent).hasSize(3);
    }

    private static OnBoard shows(String logits) {
        return new OnBoard(Board.EMPTY.showing(Optional.of(
                new ShownFigure("Ms Noether", "06", "softmax", Map.of("logits", logits), "logits", 0, "picture"))));
    }

    @Test
    void aFigureIsFollowedLeftAndTakenOverAlikeByKeysAndByLines() {
        Keys keys = new Keys(Role.STUDENT);
        Lines lines = new Lines(Role.STUDENT);
        for (Voice voice : List.of(keys, lines)) {
            voice.hears(shows("1,2,3,4"));
            voice.does("follow", "F");
            voice.hears(shows("1,2,3,5"));
            voice.does("", "Esc");
            voice.does("F", "F");
            voice.does("follow", "F");
        }
        assertThat(lines.state().figure().orElseThrow().settings())
                .isEqualTo(keys.state().figure().orElseThrow().settings())
                .containsEntry("logits", "1,2,3,5");
        assertThat(lines.state().location()).isEqualTo(keys.state().location());
        assertThat(lines.said())
                .containsSubsequence("Ms Noether shows a figure.", "FIG.06", "'follow' stays with it", "Station 5 of");
    }

    /** The figure is that of section 06; the learner reads section 01. */
    @Test
    void whoFollowedAFigureIsToldWhereItLeavesThem() {
        Lines lines = new Lines(Role.STUDENT);
        lines.tutor.take("01");
        lines.hears(shows("1,2,3,4"));
        lines.tutor.take("follow");
        lines.tutor.take("+");
        assertThat(lines.said()).contains("Following the teacher");
        lines.hears(new OnBoard(Board.EMPTY));
        assertThat(lines.said())
                .containsSubsequence("Ms Noether shows nothing any more.", "Station 1 of 16: read.", "Anything");
    }

    @Test
    void aTeacherIsToldOnceThatTheCourseDoesNotHaveAQuestion() {
        Lines lines = new Lines(Role.TEACHER);
        lines.hears(UNKNOWN);
        assertThat(lines.said()).containsOnlyOnce("This course has no question 2.99.");
    }

    @Test
    void aLineIsNoVoteOnAQuestionThatTheCourseDoesNotHave() {
        Lines lines = new Lines(Role.STUDENT);
        lines.tutor.take("ask 1.1");
        lines.hears(UNKNOWN);
        lines.said();
        lines.tutor.take("c");
        assertThat(lines.said()).contains("Right.");
        assertThat(((Voice) lines).sent).isEmpty();
    }

    @Test
    void aTeacherWhoAsksForTheVoteHearsTheQuestion() {
        Lines lines = new Lines(Role.TEACHER);
        lines.tutor.take("vote");
        assertThat(lines.said()).contains("Nothing is asked");
        lines.hears(asks(COURSE.question("2.3"), Phase.OPEN));
        lines.said();
        lines.tutor.take("!");
        assertThat(lines.said()).contains("Question 2.3: ", "What is their cosine?", "'class close' closes the round");
    }

    @Test
    void aReportWithNothingNewIsNotTold() throws IOException {
        OnClass now = new OnClass(waiting(Pupils.now()));
        Lines lines = new Lines(Role.TEACHER);
        lines.hears(now);
        lines.tutor.take("06");
        lines.tutor.take("C");
        assertThat(lines.said()).contains("Who needs help:");
        lines.tutor.take("class follow");
        lines.hears(asks(COURSE.question("2.3"), Phase.OPEN));
        lines.said();
        lines.hears(now);
        lines.hears(now);
        lines.hears(asks(COURSE.question("2.3"), Phase.OPEN));
        lines.tutor.hear(List.of());
        assertThat(lines.said()).isEmpty();
    }

    @Test
    void whatIsNotNewIsNotSaid() {
        Lines lines = new Lines(Role.STUDENT);
        Question question = COURSE.question("2.3");
        lines.hears(asks(question, Phase.OPEN));
        assertThat(lines.said()).contains("asks everybody");
        lines.hears(asks(question, Phase.OPEN));
        lines.hears(new ClassEvent.OnPoll(7, 28, 9, Map.of()));
        lines.hears(new ClassEvent.OnPoll(7, 28, 10, Map.of()));
        lines.tutor.hear(List.of());
        assertThat(lines.said()).isEmpty();
    }
}
