package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Golden;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Svg;
import dev.nabla.progress.Entry;
import dev.nabla.room.Board;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.Doorway;
import dev.nabla.room.JoinFlood;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.Presence;
import dev.nabla.room.Pupils;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.ListedName;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.StudentName;
import dev.nabla.screen.ClassState;
import dev.nabla.screen.ClassState.Participant;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.term.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class sees of itself: its teacher's home, a question to all, a figure that is followed. */
class ClassTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Path FOLDER = Path.of("src/test/resources/class");
    private static final Map<String, Integer> FIRST =
            Map.of(Vote.RIGHT, 9, "not-normalised", 11, "one-length", 2, Vote.OTHER, 2);
    private static final Map<String, Integer> SECOND =
            Map.of(Vote.RIGHT, 18, "not-normalised", 4, "one-length", 1, Vote.OTHER, 1);
    private static final String KEY = "SHA256:q1Yx0cN4vLxNSkcGfnLEN1n3TCLlVGfB6MHzkMbCRnQ";
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private Path folder;

    private Desk desk(Role role, int width, int height, Glyphs glyphs) {
        String id = role == Role.TEACHER ? "" : "k3f9a";
        String door = "ssh -p 2222 NAME@192.168.1.20";
        return new Desk(COURSE, Optional.empty(), folder.resolve("journal" + id), new Size(width, height), glyphs)
                .in(new Participant(role, id, "Ms Noether", door, KEY));
    }

    private Desk teacher(int width, int height, Glyphs glyphs) throws IOException {
        return desk(Role.TEACHER, width, height, glyphs).heard(new ClassEvent.OnClass(Pupils.now()));
    }

    private static ClassEvent board(Phase phase) {
        Poll poll = new Poll(7, "02", "2.3", 0, phase, NOW.minusSeconds(48));
        return new ClassEvent.OnBoard(Board.EMPTY.withPoll(Optional.of(poll)));
    }

    private static ClassEvent talking(Phase phase, int seconds) {
        Poll poll = new Poll(7, "02", "2.3", 0, phase, NOW.minusSeconds(48));
        return new ClassEvent.OnBoard(
                Board.EMPTY.withPoll(Optional.of(poll.withTalkUntil(Optional.of(NOW.plusSeconds(seconds))))));
    }

    private void keep(String name, Desk desk) {
        keep(name, desk, Glyphs.BRAILLE);
    }

    private void keep(String name, Desk desk, Glyphs glyphs) {
        Frame frame = desk.frame();
        Golden.check(
                FOLDER, name + "-" + frame.size().width() + "x" + frame.size().height(), frame);
        assertThat(frame.cells()).map(Cell::glyph).allMatch(glyphs::allows);
    }

    @Test
    void theTeacherSeesTheClass() throws IOException {
        keep("teacher", teacher(80, 24, Glyphs.BRAILLE));
        keep("teacher", teacher(120, 36, Glyphs.BRAILLE));
        keep("teacher-ascii", teacher(60, 20, Glyphs.ASCII), Glyphs.ASCII);
        keep("teacher-look", teacher(80, 24, Glyphs.BRAILLE).keys("Enter"));
        keep("teacher-look-mistake", teacher(80, 24, Glyphs.BRAILLE).keys("Tab Enter"));
    }

    @Test
    void theReadmeShowsTheClass() throws IOException {
        Path picture = Path.of(".github/pictures/class.svg");
        String now = Svg.of(teacher(80, 24, Glyphs.BRAILLE).frame(), Colors.INDEXED);
        if (Boolean.getBoolean("update")) {
            Files.writeString(picture, now);
        }
        assertThat(Files.readString(picture)).isEqualTo(now);
    }

    @Test
    void theTeacherLeadsThroughAPoll() throws IOException {
        Desk desk = teacher(80, 24, Glyphs.BRAILLE);
        desk.heard(board(Phase.OPEN)).heard(new ClassEvent.OnPoll(7, 28, 17, Map.of(1, FIRST)));
        keep("poll-teacher-1", desk);
        desk.keys("Enter").heard(board(Phase.CLOSED)).heard(new ClassEvent.OnPoll(7, 28, 24, Map.of(1, FIRST)));
        keep("poll-teacher-2", desk);
        desk.keys("Enter")
                .heard(board(Phase.AGAIN))
                .heard(new ClassEvent.OnPoll(7, 28, 15, Map.of(1, FIRST, 2, SECOND)));
        keep("poll-teacher-3", desk);
        desk.keys("Enter")
                .heard(board(Phase.CLOSED_AGAIN))
                .heard(new ClassEvent.OnPoll(7, 28, 24, Map.of(1, FIRST, 2, SECOND)));
        keep("poll-teacher-4", desk);
        desk.keys("Enter").heard(board(Phase.REVEALED));
        keep("poll-teacher-5", desk);
        Desk small = teacher(60, 20, Glyphs.ASCII).heard(board(Phase.CLOSED_AGAIN));
        keep(
                "poll-teacher-ascii",
                small.heard(new ClassEvent.OnPoll(7, 28, 24, Map.of(1, FIRST, 2, SECOND))),
                Glyphs.ASCII);
        Map<String, Integer> votes = Map.of(Vote.RIGHT, 9, "both double", 3, "neither changes", 12);
        Poll choice = new Poll(8, "02", "2.6", 0, Phase.CLOSED, NOW);
        desk.heard(new ClassEvent.OnBoard(Board.EMPTY.withPoll(Optional.of(choice))));
        keep("poll-teacher-choice", desk.heard(new ClassEvent.OnPoll(8, 28, 24, Map.of(1, votes))));
    }

    @Test
    void aStudentVotes() {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).heard(board(Phase.OPEN));
        keep("poll-student-0", desk);
        desk.keys("!")
                .heard(new ClassEvent.OnPoll(7, 28, 17, Map.of()))
                .typed("0.84")
                .keys("Enter");
        keep("poll-student-1", desk);
        desk.heard(board(Phase.CLOSED)).heard(new ClassEvent.OnPoll(7, 28, 24, Map.of()));
        keep("poll-student-2", desk);
        desk.heard(board(Phase.AGAIN))
                .keys("Ctrl+u")
                .typed("0.720")
                .heard(new ClassEvent.OnPoll(7, 28, 15, Map.of()))
                .keys("Enter");
        keep("poll-student-3", desk);
        desk.heard(board(Phase.CLOSED_AGAIN)).heard(new ClassEvent.OnPoll(7, 28, 24, Map.of()));
        keep("poll-student-4", desk);
        desk.heard(board(Phase.REVEALED)).heard(new ClassEvent.OnPoll(7, 28, 24, Map.of(1, FIRST, 2, SECOND)));
        keep("poll-student-5", desk);
    }

    @Test
    void whatIsOnTheScreenIsAskedOfAll() throws IOException {
        Desk desk = teacher(80, 24, Glyphs.BRAILLE).keys("S");
        assertThat(desk.deeds()).containsExactly(new ClassRequest.StartPoll("02", "2.3", 0));
        desk.keys("Tab Down Down S");
        assertThat(desk.deeds()).last().isEqualTo(new ClassRequest.StartPoll("02", "2.1", 0));
        assertThat(desk.keys("Tab End Up Up S").deeds()).hasSize(2);
        assertThat(desk.keys("End Enter").rows().get(0)).contains("yara").contains("03 question 3.2");
        desk.keys("S Enter C Down Down Down Enter a Down Down Down Enter");
        assertThat(desk.where().toText()).startsWith("question 2.");
        desk.keys("Ctrl+t");
        assertThat(desk.deeds()).hasSize(4).last().isInstanceOf(ClassRequest.StartPoll.class);
    }

    @Test
    void enterLeadsAPollAndEscapeEndsIt() throws IOException {
        Desk desk = teacher(80, 24, Glyphs.BRAILLE);
        for (Phase phase : Phase.values()) {
            desk.heard(board(phase)).keys("Enter Enter");
        }
        assertThat(desk.deeds())
                .startsWith(new ClassRequest.Advance(7, Phase.OPEN), new ClassRequest.Advance(7, Phase.OPEN))
                .contains(new ClassRequest.Advance(7, Phase.CLOSED_AGAIN), new ClassRequest.EndPoll(7));
        assertThat(desk.text()).contains("kemal");
        desk.heard(board(Phase.CLOSED)).keys("! v");
        assertThat(desk.deeds()).last().isEqualTo(new ClassRequest.Reveal(7));
        desk.keys("Esc");
        assertThat(desk.deeds()).last().isEqualTo(new ClassRequest.EndPoll(7));
        desk.heard(board(Phase.REVEALED)).keys("! e");
        assertThat(desk.text()).contains("a·b = 0.8·0.3 + 0.5·1.2").doesNotContain("%");
        assertThat(desk.keys("q").text()).contains("need you first");
        assertThat(desk.keys("q").wish()).isEqualTo(Program.Wish.QUIT);
    }

    @Test
    void aVoteThatIsChangedIsCastAgainAndWhatIsNoAnswerIsNot() {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE)
                .heard(board(Phase.OPEN))
                .keys("!");
        assertThat(desk.keys("Enter").keyLine()).contains("a number");
        assertThat(desk.typed("1 + ").keys("Enter").keyLine()).doesNotContain("not yet");
        assertThat(desk.deeds()).isEmpty();
        desk.keys("Ctrl+u").typed("0.84").keys("Enter Esc");
        assertThat(desk.text()).doesNotContain("What is their cosine?");
        desk.keys("!");
        assertThat(desk.text()).contains("0.84", "Your vote counts");
        desk.typed("0.72").keys("Enter");
        desk.heard(board(Phase.AGAIN)).keys("Enter");
        assertThat(desk.deeds())
                .containsExactly(
                        new ClassRequest.CastVote(7, 1, "not-normalised", "0.84"),
                        new ClassRequest.CastVote(7, 1, Vote.RIGHT, "0.72"),
                        new ClassRequest.CastVote(7, 2, Vote.RIGHT, "0.72"));
        assertThat(desk.entries()).noneMatch(Entry.Answered.class::isInstance);
    }

    @Test
    void aVoteThatComesTooLateIsSaidNotToCount() {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).heard(board(Phase.OPEN));
        desk.keys("!").typed("0.84").keys("Enter").late().typed("0.72").keys("Enter");
        assertThat(desk.text()).contains("does not count").doesNotContain("Your vote counts");
        desk.heard(board(Phase.CLOSED));
        assertThat(desk.text()).contains("does not count", "you  0.84").doesNotContain("0.72");
    }

    @Test
    void aVoteIsAnEventAndCountsOnceTheClassHasTakenIt() {
        ScreenState asked = Desk.home(COURSE, new Size(80, 24))
                .enterClass(ClassState.of(new Participant(Role.STUDENT, "k3f9a", "Ms Noether", "", "")))
                .afterEvent(board(Phase.OPEN))
                .apply(Navigation.VOTE);
        ScreenState voted = asked.apply(Effect.type("0.84")).apply(Navigation.ONWARD);
        ClassRequest vote = new ClassRequest.CastVote(7, 1, "not-normalised", "0.84");
        assertThat(asked.requests()).isEmpty();
        assertThat(voted.requests()).containsExactly(vote);
        assertThat(voted.withoutPending().requests()).isEmpty();
        assertThat(text(voted)).doesNotContain("Your vote counts");
        assertThat(text(voted.afterRequest(vote, true))).contains("Your vote counts");
        assertThat(text(voted.afterRequest(vote, false)))
                .contains("does not count")
                .doesNotContain("Your vote counts");
    }

    private static String text(ScreenState state) {
        return String.join("\n", state.frame().rows());
    }

    @Test
    void aTeacherWithoutANameIsOneAllTheSame() {
        Participant self = new Participant(Role.STUDENT, "k3f9a", "your teacher", "", "");
        Desk desk = new Desk(COURSE, Optional.empty(), folder.resolve("journal"), new Size(80, 24), Glyphs.BRAILLE)
                .in(self)
                .heard(board(Phase.OPEN));
        assertThat(desk.text()).contains("Your teacher asks everybody a question");
        assertThat(desk.keys("!").rows().get(0)).contains("your teacher asks");
    }

    @Test
    void aChoiceIsVotedByItsDigitAndOpensWhileSomethingIsTyped() {
        Poll poll = new Poll(8, "02", "2.6", 0, Phase.OPEN, NOW);
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).keys("Down Down Down Enter a");
        desk.keys("Down Down Down Enter").heard(new ClassEvent.OnBoard(Board.EMPTY.withPoll(Optional.of(poll))));
        assertThat(desk.text()).contains("Ctrl-O opens it");
        assertThat(desk.keyLine()).contains("Ctrl-O vote");
        desk.typed("!").keys("Ctrl+o 2 Enter");
        assertThat(desk.deeds()).hasSize(1);
        keep("poll-choice", desk);
        assertThat(desk.keys("Esc").text()).contains("► !");
    }

    @Test
    void aStudentSeesNoSharesBeforeTheyAreRevealedAndNeverThoseOfFew() {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE);
        for (Phase phase : Phase.values()) {
            desk.heard(board(phase))
                    .heard(new ClassEvent.OnPoll(7, 28, 24, Map.of(1, FIRST, 2, SECOND)))
                    .keys("Esc !");
            boolean bars = desk.text().contains(" %")
                    || desk.text().contains("█")
                    || desk.text().contains("9 of");
            assertThat(bars).as("bars when " + phase).isEqualTo(phase == Phase.REVEALED);
        }
        desk.heard(new ClassEvent.OnPoll(7, 28, 4, Map.of(1, Map.of(Vote.RIGHT, 4))));
        assertThat(desk.text()).contains("too few").doesNotContain(" %");
    }

    @Test
    void aQuestionThatIsTakenBackLeavesWhatWasDone() throws IOException {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).keys("Enter");
        String page = desk.text();
        desk.heard(board(Phase.OPEN)).keys("Ctrl+o ?").heard(new ClassEvent.OnBoard(Board.EMPTY));
        assertThat(desk.keys("Tab").text()).isEqualTo(page);
        Poll unknown = new Poll(9, "02", "2.99", 0, Phase.OPEN, NOW);
        desk.heard(new ClassEvent.OnBoard(Board.EMPTY.withPoll(Optional.of(unknown))))
                .keys("Ctrl+o");
        assertThat(desk.keyLine()).contains("no question 2.99");
    }

    /** In a row above the class, most urgent first; of a low screen they take an eighth. */
    @Test
    void theTeacherIsToldWhatHappensAtTheDoor() throws IOException {
        ClassActivity now = Pupils.now();
        Doorway doorway = new Doorway(
                new Doorway.Traffic(12, 1, 60), Map.of(Pupils.student("ada"), new WrongPins(100, 100, NOW, NOW)));
        ClassEvent event = new ClassEvent.OnClass(
                new ClassActivity(now.at(), now.info(), now.present(), now.answers(), now.done(), doorway));
        String screen = desk(Role.TEACHER, 120, 40, Glyphs.BRAILLE).heard(event).text();
        assertThat(screen.lines().skip(2).limit(4).map(String::strip))
                .containsExactly(
                        "1 person was turned away at the door in the last minute: too many come at once",
                        "12 people were kept waiting at the door in the last minute",
                        "60 codes or PINs in the last minute were wrong: somebody may be guessing",
                        "100 wrong PINs in a row for ada; no PIN works until nabla class pin --forget");
        Desk low = desk(Role.TEACHER, 80, 24, Glyphs.BRAILLE).heard(event).keys("N");
        assertThat(low.text()).contains("1 person was turned away").doesNotContain("wrong PINs in a row for ada");
    }

    /** Each login with the digit that lets it in; of more than five the rest are counted. */
    @Test
    void theTeacherLetsALoginInThatWaitsAfterWrongPins() throws IOException {
        List<Doorway.PausedLogin> paused = Stream.of("otter", "fern", "moss", "lava", "glass", "flame")
                .map(word -> new Doorway.PausedLogin(Pupils.student("ada"), word, NOW))
                .toList();
        Doorway doorway = new Doorway(new Doorway.Traffic(0, 0, 0), Map.of(), Map.of(), paused, Optional.empty());
        for (Glyphs glyphs : List.of(Glyphs.BRAILLE, Glyphs.ASCII)) {
            Desk desk = desk(Role.TEACHER, 120, 36, glyphs).heard(with(doorway, List.of()));
            assertThat(desk.text())
                    .contains(
                            "Waiting after wrong PINs (6): 1 ada with otter, 2 ada with fern, 3 ada with moss, 4 ada with"
                                    + " lava, 5 ada with glass\n")
                    .contains("1-5 let in");
            desk.keys("2");
            assertThat(desk.deeds())
                    .containsExactly(
                            new ClassRequest.LetIn(Pupils.student("ada").id(), "fern"));
        }
        Doorway two =
                new Doorway(new Doorway.Traffic(0, 0, 0), Map.of(), Map.of(), paused.subList(0, 2), Optional.empty());
        assertThat(desk(Role.TEACHER, 60, 20, Glyphs.BRAILLE)
                        .heard(with(two, List.of()))
                        .text())
                .contains("\n Waiting: 1 ada with otter, 2 ada with fern\n");
        assertThat(desk(Role.TEACHER, 60, 20, Glyphs.BRAILLE)
                        .heard(with(doorway, List.of()))
                        .text())
                .as("names and words only")
                .contains("\n 1 ada otter, 2 ada fern, 3 ada moss, 4 ada lava, 5 ada");
        Desk quiet = desk(Role.TEACHER, 80, 24, Glyphs.BRAILLE).heard(with(Doorway.QUIET, List.of()));
        assertThat(quiet.keys("2").deeds()).isEmpty();
        assertThat(quiet.text()).doesNotContain("let in");
    }

    private static ClassEvent smallClass(String... names) throws IOException {
        ClassActivity all = Pupils.now(Arrays.stream(names)
                .map(name -> name + " | 02 READS | 10 | 2.1+ 2.2+")
                .toArray(String[]::new));
        List<Presence> present = all.present().stream()
                .filter(here -> List.of(names).contains(here.student().name().text()))
                .toList();
        return new ClassEvent.OnClass(
                new ClassActivity(all.at(), all.info(), present, all.answers(), all.done(), Doorway.QUIET));
    }

    /** Columns stand where cells are counted; the width of a name is not the number of its chars. */
    @Test
    void namesOfEveryScriptAreDrawnInColumnsAsWideAsTheyNeed() throws IOException {
        ClassEvent event = smallClass("xaver", "grace-hopper.k", "李明", "नेहा", "שלום", "김민준");
        List<String> rows = List.of(
                "grace-hopper.k 2   ",
                "xaver          2   ",
                "李明           2   ",
                "नेहा            2   ",
                "שלום           2   ",
                "김민준         2   ");
        String low = desk(Role.TEACHER, 100, 24, Glyphs.BRAILLE).heard(event).text();
        String wide = desk(Role.TEACHER, 120, 36, Glyphs.BRAILLE).heard(event).text();
        rows.forEach(row -> {
            assertThat(low).contains(row + "reads   2/2");
            assertThat(wide).contains(row);
        });
        assertThat(wide).contains("name           where  doing");
        String narrow = desk(Role.TEACHER, 60, 20, Glyphs.BRAILLE)
                .heard(smallClass("grace-hopper-of-the-navy-in-1952", "李明李明李明李明李明李明李明李明"))
                .text();
        assertThat(narrow).contains("grace-hopper-of-the-navy-in-1952 2");
    }

    @Test
    void inAsciiANameInOtherLettersIsANumber() throws IOException {
        Desk desk = desk(Role.TEACHER, 80, 24, Glyphs.ASCII).heard(smallClass("ada", "Zoë", "李明"));
        assertThat(desk.text())
                .contains("ada ")
                .contains("Zoe ")
                .contains(new StudentName("李明").written(Glyphs.ASCII))
                .doesNotContain("??");
        desk.heard(with(Doorway.QUIET, List.of(new ListedName(7, new StudentName("नेहा")))));
        assertThat(desk.text()).contains("absent  " + new StudentName("नेहा").written(Glyphs.ASCII));
    }

    @Test
    void namesAreHiddenEverywhere() throws IOException {
        for (int width : new int[] {60, 80, 120}) {
            Desk desk = desk(Role.TEACHER, width, width == 120 ? 36 : 24, Glyphs.BRAILLE)
                    .heard(new ClassEvent.OnClass(Pupils.now()))
                    .keys("N");
            StringBuilder seen = new StringBuilder();
            for (String keys : "x Enter Down ? Esc Esc Down Tab Enter Esc Tab S".split(" ")) {
                seen.append(desk.keys(keys).text());
            }
            seen.append(desk.heard(board(Phase.OPEN)).text());
            seen.append(
                    desk.keys("q").heard(new ClassEvent.OnClass(Pupils.now())).text());
            assertThat(Pupils.now().present()).allSatisfy(here -> assertThat(seen.toString())
                    .doesNotContainPattern("\\b" + here.student().name() + "\\b"));
            assertThat(desk.keys("N").text()).contains("kemal");
        }
    }

    @Test
    void whoIsChosenStaysChosenWhenOthersCome() throws IOException {
        String[] more = new String[40];
        for (int i = 0; i < more.length; i++) {
            more[i] = "zz" + i + " | 07 READS | 1 | 1.1+";
        }
        Desk desk = teacher(80, 24, Glyphs.BRAILLE).keys("Down Down Down Down Down");
        assertThat(desk.text()).contains("► emma");
        desk.heard(new ClassEvent.OnClass(Pupils.now("aaron | 02 QUESTION 2.3 | 999 | 1.1+")));
        assertThat(desk.text()).contains("► emma", "still for 16 min");
        desk.heard(new ClassEvent.OnClass(Pupils.now(more))).keys("End");
        assertThat(desk.text()).contains("need you first", "kemal", "► zz9", "68 here", "what goes wrong");
        assertThat(desk.keys("Enter").text()).contains("zz9");
        assertThat(desk.heard(new ClassEvent.OnClass(Pupils.now())).text()).contains("not there any more");
    }

    private static ClassEvent shown(String z, String mode) {
        ShownFigure shown = new ShownFigure(
                "Ms Noether", "06", "softmax", z.isEmpty() ? Map.of() : Map.of("logits", z), "logits", 1, mode);
        return new ClassEvent.OnBoard(Board.EMPTY.showing(Optional.of(shown)));
    }

    @Test
    void aStudentFollows() {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).keys("Down End Up Up Up Up Enter v Right");
        desk.heard(shown("", "picture"));
        keep("follow-offered", desk);
        desk.keys("F").heard(shown("2.5,0.5,-1,-0.5", "picture"));
        keep("follow-on", desk);
        assertThat(desk.where().section()).isEqualTo("06");
        Desk small = desk(Role.STUDENT, 60, 20, Glyphs.ASCII).heard(shown("2.5,0.5,-1,-0.5", "picture"));
        keep("follow-on-ascii", small.keys("F"), Glyphs.ASCII);
        Desk large = desk(Role.STUDENT, 200, 50, Glyphs.BRAILLE).heard(shown("2.5,0.5,-1,-0.5", "picture"));
        assertThat(large.keys("F").text()).contains("Ms Noether drives", "0.823");
        assertThat(desk.keys("Right").text())
                .contains("Following the teacher; F to change")
                .contains("2.50");
        assertThat(desk.keys("v").text()).contains("06 ");
        assertThat(desk.keys("v").text()).contains("Ms Noether drives");
        assertThat(desk.heard(shown("2.5,0.5,-1,-0.5", "code")).text()).contains("import");
        desk.heard(shown("2.5,0.5,-1,-0.5", "picture")).keys("F");
        assertThat(desk.text()).contains("2.50").doesNotContain("drives");
        assertThat(desk.keys("u").text()).contains("2.20");
        assertThat(desk.keys("F").text()).contains("Ms Noether drives");
        assertThat(desk.heard(new ClassEvent.OnBoard(Board.EMPTY)).text())
                .contains("Ms Noether shows nothing any more")
                .contains("2.20");
        assertThat(desk.keys("F").text()).doesNotContain("drives");
    }

    @Test
    void whatTheTeacherShowsIsShownAgainWhenItChanges() throws IOException {
        Desk desk = teacher(80, 24, Glyphs.BRAILLE).keys("C End Up Up Up Enter v Right S");
        assertThat(desk.deeds()).singleElement().isInstanceOf(ClassRequest.Show.class);
        desk.keys("Left x m");
        assertThat(desk.deeds()).hasSize(2);
        desk.keys("e");
        ShownFigure last = ((ClassRequest.Show) desk.deeds().get(2)).shown();
        assertThat(last.mode()).isEqualTo("steps");
        assertThat(last.by()).isEqualTo("Ms Noether");
        desk.keys("e S Right");
        assertThat(desk.deeds()).hasSize(5).last().isEqualTo(new ClassRequest.Hide());
    }

    @Test
    void aFigureOfNoSectionHereIsNotFollowed() {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE);
        ShownFigure shown = new ShownFigure("Ms Noether", "99", "softmax", Map.of(), "z", 0, "picture");
        desk.heard(new ClassEvent.OnBoard(Board.EMPTY.showing(Optional.of(shown))))
                .keys("F");
        assertThat(desk.keyLine()).contains("99");
    }

    @Test
    void keysOfAClassDoNothingForWhoeverLearnsAlone() {
        Desk desk = new Desk(COURSE, Optional.empty(), folder.resolve("alone"), new Size(80, 24), Glyphs.BRAILLE);
        String home = desk.text();
        assertThat(desk.keys("S F ! C N Ctrl+t Ctrl+f Ctrl+o").text()).isEqualTo(home);
    }

    @Test
    void itIsKnownWhereSomebodyIs() {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).keys("Down");
        assertThat(desk.where()).isEqualTo(LearnerLocation.HOME);
        desk.keys("Down Down Enter");
        assertThat(desk.where().section() + " " + desk.where().toText()).isEqualTo("02 reads");
        assertThat(desk.keys("v").where().toText()).isEqualTo("figure");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Desk other = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).keys("Down End Up Up Up Up Enter a Home");
            words.add(other.keys("Home" + " Down".repeat(i) + " Enter").where().toText());
        }
        assertThat(words).contains("guess", "blanks", "question 6.1", "goal 3");
    }

    private static ClassEvent with(Doorway doorway, List<ListedName> absent) throws IOException {
        ClassActivity now = Pupils.now();
        return new ClassEvent.OnClass(new ClassActivity(
                now.at(), now.info(), now.present(), now.answers(), now.done(), doorway, Optional.of(absent)));
    }

    @Test
    void theTeacherSeesWhoIsAbsent() throws IOException {
        List<ListedName> absent = IntStream.range(10, 90)
                .mapToObj(i -> new ListedName(i, new StudentName("absent" + i)))
                .toList();
        for (int width : new int[] {60, 80, 120}) {
            Desk desk = desk(Role.TEACHER, width, width == 60 ? 20 : 24, Glyphs.BRAILLE)
                    .heard(with(Doorway.QUIET, absent));
            assertThat(desk.text()).contains("28 here, 80 absent").contains("absent  absent10, absent11");
            assertThat(desk.text()).containsPattern("and \\d\\d more");
            assertThat(desk.keys("N").text()).contains("28 here, 80 absent").doesNotContain("absent10");
        }
        String all = desk(Role.TEACHER, 80, 24, Glyphs.BRAILLE)
                .heard(with(Doorway.QUIET, List.of()))
                .text();
        assertThat(all).contains("28 here, 0 absent");
    }

    @Test
    void theTeacherIsAskedAboutAFlood() throws IOException {
        Doorway flood = new Doorway(
                new Doorway.Traffic(0, 0, 0),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.of(new JoinFlood(NOW.minusSeconds(60), 17)));
        Desk desk = desk(Role.TEACHER, 80, 24, Glyphs.BRAILLE).heard(with(flood, List.of()));
        assertThat(desk.text())
                .contains("17 students joined from one address since 09:59: yours?")
                .contains("Y keep them", "X remove them");
        assertThat(desk.keys("X").text())
                .contains("On the server: nabla class erase --joined-since 09:59 --never-answered");
        Doorway old = new Doorway(
                new Doorway.Traffic(0, 0, 0),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.of(new JoinFlood(NOW.minus(Duration.ofDays(2)), 17)));
        assertThat(desk(Role.TEACHER, 120, 36, Glyphs.BRAILLE)
                        .heard(with(old, List.of()))
                        .keys("X")
                        .text())
                .containsPattern("--joined-since 2026-\\d\\d-\\d\\dT10:00 --never-answered");
        Desk narrow = desk(Role.TEACHER, 60, 20, Glyphs.ASCII).heard(with(flood, List.of()));
        assertThat(narrow.text()).contains("17 students joined from one address since 09:59: yours?");
        assertThat(narrow.keys("X").text()).contains("$ nabla class erase --joined-since 09:59 --never-answered");
        desk.keys("Y");
        assertThat(desk.deeds()).containsExactly(new ClassRequest.KeepJoined());
    }

    @Test
    void aRoundClosedBySlipIsOpenedAgain() throws IOException {
        Desk desk = teacher(80, 24, Glyphs.BRAILLE).heard(board(Phase.OPEN)).keys("u");
        desk.heard(board(Phase.CLOSED)).keys("u").heard(board(Phase.AGAIN)).keys("u");
        desk.heard(board(Phase.CLOSED_AGAIN))
                .keys("u")
                .heard(board(Phase.REVEALED))
                .keys("u");
        assertThat(desk.deeds())
                .containsExactly(
                        new ClassRequest.StepBack(7, Phase.CLOSED),
                        new ClassRequest.StepBack(7, Phase.AGAIN),
                        new ClassRequest.StepBack(7, Phase.CLOSED_AGAIN));
    }

    @Test
    void aStudentIsToldThatTheRoundIsOpenAgainAndKeepsTheVote() {
        String again = "The round is open again, and your vote stays until you change it";
        Desk voter = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).heard(board(Phase.OPEN));
        voter.keys("!").typed("0.84").keys("Enter").heard(board(Phase.CLOSED)).heard(board(Phase.OPEN));
        assertThat(voter.text()).contains("► 0.84", "Your vote counts", again);
        assertThat(voter.heard(board(Phase.CLOSED)).text())
                .contains("The round is closed")
                .doesNotContain(again);
        Desk reader = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).heard(board(Phase.CLOSED_AGAIN));
        assertThat(reader.heard(board(Phase.AGAIN)).text()).contains(again + ": ! opens it");
    }

    @Test
    void theTeacherSetsAClockForTheTalkGoing() throws IOException {
        Desk desk = teacher(80, 24, Glyphs.BRAILLE);
        desk.heard(board(Phase.OPEN)).keys("t 3").heard(board(Phase.CLOSED)).keys("t 5");
        desk.heard(talking(Phase.CLOSED, 103)).heard(new ClassEvent.OnPoll(7, 28, 24, Map.of(1, FIRST)));
        keep("poll-teacher-talk", desk);
        keep(
                "poll-teacher-talk",
                teacher(120, 36, Glyphs.BRAILLE)
                        .heard(talking(Phase.CLOSED, 103))
                        .heard(new ClassEvent.OnPoll(7, 28, 24, Map.of(1, FIRST))));
        keep(
                "poll-teacher-talk-ascii",
                teacher(60, 20, Glyphs.ASCII)
                        .heard(talking(Phase.CLOSED, 103))
                        .heard(new ClassEvent.OnPoll(7, 28, 24, Map.of(1, FIRST))),
                Glyphs.ASCII);
        assertThat(desk.keyLine()).contains("t stop clock");
        desk.keys("t").later(Duration.ofSeconds(103)).heard(new ClassEvent.OnClass(Pupils.now()));
        assertThat(desk.text()).contains("The time to talk is over", "round 1 is closed");
        assertThat(desk.deeds())
                .containsExactly(
                        new ClassRequest.SetTalk(7, 2), new ClassRequest.SetTalk(7, 5), new ClassRequest.SetTalk(7, 0));
    }

    @Test
    void aStudentSeesTheTimeLeftToTalkInStepsOfTenSeconds() {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).heard(board(Phase.CLOSED));
        assertThat(desk.heard(talking(Phase.CLOSED, 117)).text()).contains("You have 2 minutes to talk: ! opens it");
        desk.keys("!");
        assertThat(desk.text()).contains("2:00 left to talk");
        keep("poll-student-talk", desk);
        assertThat(desk.waiting(Duration.ofSeconds(7)).text()).contains("1:50 left to talk");
        assertThat(desk.waiting(Duration.ofSeconds(10)).text()).contains("1:40 left to talk");
        assertThat(desk.waiting(Duration.ofSeconds(100)).text())
                .contains("The time to talk is over", "The round is closed")
                .doesNotContain("left to talk");
        keep("poll-student-talk-over", desk);
    }

    @Test
    void fewVotesGiveTheTeacherNoAdvice() throws IOException {
        Map<Integer, Map<String, Integer>> few = Map.of(1, Map.of(Vote.RIGHT, 1, "not-normalised", 2, Vote.OTHER, 1));
        ClassEvent votes = new ClassEvent.OnPoll(7, 28, 4, few);
        keep(
                "poll-teacher-few",
                teacher(80, 24, Glyphs.BRAILLE).heard(board(Phase.CLOSED)).heard(votes));
        keep(
                "poll-teacher-few",
                teacher(120, 36, Glyphs.BRAILLE).heard(board(Phase.CLOSED)).heard(votes));
        keep(
                "poll-teacher-few-ascii",
                teacher(60, 20, Glyphs.ASCII).heard(board(Phase.CLOSED)).heard(votes),
                Glyphs.ASCII);
    }

    @Test
    void askAllIsOfferedWhereThereIsAQuestion() throws IOException {
        Desk desk = teacher(80, 24, Glyphs.BRAILLE);
        assertThat(desk.keyLine()).contains("S ask all");
        desk.keys("Tab Down S");
        Desk home = teacher(80, 24, Glyphs.BRAILLE).keys("End Up Up S");
        assertThat(home.keyLine()).doesNotContain("ask all");
        assertThat(home.deeds()).isEmpty();
        Desk asking = teacher(80, 24, Glyphs.BRAILLE).keys("C Down Down Down Enter a Down Down Down Enter");
        asking.heard(board(Phase.OPEN)).heard(new ClassEvent.OnPoll(7, 28, 4, Map.of()));
        assertThat(asking.text()).contains("round 1 is open");
        assertThat(asking.keys("S").deeds()).isEmpty();
        assertThat(asking.keyLine()).doesNotContain("ask all");
    }
}
