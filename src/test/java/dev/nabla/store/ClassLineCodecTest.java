package dev.nabla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.output.JsonLine;
import dev.nabla.progress.Entry.Read;
import dev.nabla.room.Board;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.PointRule;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.Presence;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.store.GroupCommitStore.StudentEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The lines of a class's files to the byte, and what is read from them. */
class ClassLineCodecTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T12:00:01.500Z");
    private static final Student ADA = new Student("4711", new StudentName("ada"));
    private static final Poll POLL = new Poll(7, "02", "2.3", 11, Phase.CLOSED, NOON);

    private static String line(Map<String, Object> members) {
        return JsonLine.of(members);
    }

    private static JsonLine read(Map<String, Object> members) {
        return JsonLine.read(line(members));
    }

    @Test
    void aClass() {
        ClassInfo info = new ClassInfo(
                "Maths 10b",
                Optional.of("/srv/course"),
                ZoneId.of("Europe/Vienna"),
                Optional.of("blue-fox"),
                List.of(new Due("02", NOON, Optional.empty()), new Due("02", LATER, Optional.of("4711"))));
        assertThat(line(ClassLineCodec.of(info)))
                .isEqualTo("{\"format\":1,\"event\":\"class\",\"title\":\"Maths 10b\",\"lessons\":\"/srv/course\","
                        + "\"zone\":\"Europe/Vienna\",\"code\":\"blue-fox\",\"due\":{\"02\":\"2026-03-02T12:00:00Z\","
                        + "\"02 4711\":\"2026-03-02T12:00:01.500Z\"}}");
        assertThat(ClassLineCodec.info(read(ClassLineCodec.of(info)))).isEqualTo(info);
        ClassInfo bare = new ClassInfo("c", Optional.empty(), ZoneId.of("Z"), Optional.empty(), List.of());
        assertThat(line(ClassLineCodec.of(bare)))
                .isEqualTo("{\"format\":1,\"event\":\"class\",\"title\":\"c\",\"zone\":\"Z\",\"due\":{}}");
        assertThat(ClassLineCodec.info(read(ClassLineCodec.of(bare)))).isEqualTo(bare);
        ClassInfo marked = bare.points(PointRule.of("10 2.5 0 0.8"));
        assertThat(line(ClassLineCodec.of(marked)))
                .isEqualTo("{\"format\":1,\"event\":\"class\",\"title\":\"c\",\"zone\":\"Z\",\"due\":{},"
                        + "\"points\":\"10 2.5 0 0.8\"}");
        assertThat(ClassLineCodec.info(read(ClassLineCodec.of(marked)))).isEqualTo(marked);
    }

    @Test
    void anAccount() {
        Account full = new Account(
                ADA,
                Set.of(new Fingerprint("SHA256:q1")),
                Optional.of("hash"),
                NOON,
                Optional.of(new ResetWord("word", LATER)),
                new WrongPins(3, 1, NOON, LATER, Optional.of(new WrongPins.Exemption("otter", 9, LATER))),
                List.of(new Account.AccountPlace("a1b2"), new Account.AccountPlace("c3d4")),
                true);
        assertThat(line(ClassLineCodec.of(full)))
                .isEqualTo("{\"format\":1,\"event\":\"student\",\"student\":\"4711\",\"name\":\"ada\","
                        + "\"keys\":\"SHA256:q1\",\"pin\":\"hash\",\"joined\":\"2026-03-02T12:00:00Z\","
                        + "\"word\":\"word\",\"until\":\"2026-03-02T12:00:01.500Z\",\"wrong\":3,\"untold\":1,"
                        + "\"since\":\"2026-03-02T12:00:00Z\",\"last\":\"2026-03-02T12:00:01.500Z\",\"let\":\"otter\",\"checks\":9,"
                        + "\"end\":\"2026-03-02T12:00:01.500Z\","
                        + "\"places\":\"a1b2 c3d4\",\"reader\":\"on\"}");
        assertThat(ClassLineCodec.account(read(ClassLineCodec.of(full)))).isEqualTo(full);
        Account bare = new Account(ADA, Set.of(), Optional.empty(), NOON);
        assertThat(line(ClassLineCodec.of(bare)))
                .isEqualTo("{\"format\":1,\"event\":\"student\",\"student\":\"4711\",\"name\":\"ada\",\"keys\":\"\","
                        + "\"joined\":\"2026-03-02T12:00:00Z\"}");
        assertThat(ClassLineCodec.account(read(ClassLineCodec.of(bare)))).isEqualTo(bare);
        assertThat(line(ClassLineCodec.erased(ADA)))
                .isEqualTo("{\"format\":1,\"event\":\"erased\",\"student\":\"4711\"}");
    }

    @Test
    void aPollAndItsVotes() {
        assertThat(line(ClassLineCodec.of(POLL)))
                .isEqualTo(
                        "{\"format\":1,\"event\":\"poll\",\"poll\":7,\"section\":\"02\",\"item\":\"2.3\",\"seed\":11,"
                                + "\"phase\":\"CLOSED\",\"since\":\"2026-03-02T12:00:00Z\"}");
        assertThat(ClassLineCodec.poll(read(ClassLineCodec.of(POLL)))).isEqualTo(POLL);
        Poll talking = POLL.withTalkUntil(Optional.of(LATER));
        assertThat(line(ClassLineCodec.of(talking))).endsWith(",\"talk\":\"" + LATER + "\"}");
        assertThat(ClassLineCodec.poll(read(ClassLineCodec.of(talking)))).isEqualTo(talking);
        Vote vote = new Vote(1, "4711", "not-normalised");
        assertThat(line(ClassLineCodec.of(7, vote)))
                .isEqualTo("{\"format\":1,\"event\":\"vote\",\"poll\":7,\"round\":1,\"student\":\"4711\","
                        + "\"kind\":\"not-normalised\"}");
        assertThat(ClassLineCodec.vote(read(ClassLineCodec.of(7, vote)))).isEqualTo(vote);
    }

    @Test
    void aBoard() {
        Board.ShownFigure shown = new Board.ShownFigure(
                "teacher", "02", "softmax", new TreeMap<>(Map.of("tau", "0.5")), "tau", 2, "values");
        Board board = new Board(9, Optional.of(shown), Optional.of(POLL));
        assertThat(line(ClassLineCodec.of(board)))
                .isEqualTo("{\"format\":1,\"event\":\"board\",\"revision\":9,\"poll\":7,\"by\":\"teacher\","
                        + "\"section\":\"02\",\"figure\":\"softmax\",\"settings\":{\"tau\":\"0.5\"},\"knob\":\"tau\","
                        + "\"part\":2,\"mode\":\"values\"}");
        assertThat(ClassLineCodec.board(read(ClassLineCodec.of(board)), Map.of(7L, POLL)))
                .isEqualTo(board);
        assertThat(line(ClassLineCodec.of(Board.EMPTY))).isEqualTo("{\"format\":1,\"event\":\"board\",\"revision\":0}");
        assertThat(ClassLineCodec.board(read(ClassLineCodec.of(Board.EMPTY)), Map.of()))
                .isEqualTo(Board.EMPTY);
    }

    @Test
    void whereAStudentIs() {
        Presence here = new Presence(ADA, new LearnerLocation("02", LearnerLocation.Doing.FIGURE, "softmax"), NOON);
        assertThat(line(ClassLineCodec.of(here)))
                .isEqualTo("{\"format\":1,\"event\":\"here\",\"section\":\"02\",\"doing\":\"FIGURE\","
                        + "\"part\":\"softmax\",\"key\":\"2026-03-02T12:00:00Z\"}");
        assertThat(ClassLineCodec.presence(read(ClassLineCodec.of(here)), ADA)).isEqualTo(here);
    }

    @Test
    void anEntryThatWaits() {
        assertThat(line(ClassLineCodec.of(new StudentEntry(ADA, "own", new Read(NOON, "02")))))
                .isEqualTo("{\"format\":1,\"event\":\"done\",\"student\":\"4711\",\"course\":\"own\",\"line\":\""
                        + "{\\\"format\\\":1,\\\"at\\\":\\\"2026-03-02T12:00:00Z\\\",\\\"event\\\":\\\"read\\\","
                        + "\\\"section\\\":\\\"02\\\"}\"}");
    }

    @Test
    void aFieldThatIsMissingOrWrongIsNamed() {
        assertThatThrownBy(() -> ClassLineCodec.vote(JsonLine.read("{\"round\":1,\"student\":\"4711\"}")))
                .hasMessage("kind is missing");
        assertThatThrownBy(() -> ClassLineCodec.vote(JsonLine.read("{\"round\":\"one\"}")))
                .hasMessage("round 'one' is not a whole number");
        assertThatThrownBy(() -> ClassLineCodec.account(JsonLine.read("{\"student\":\"../x\"}")))
                .hasMessage("the id '../x' is no whole number from 1 to 9223372036854775807");
    }
}
