package dev.nabla.serve.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.output.ExitCode;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Doorway;
import dev.nabla.room.JoinFlood;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.Naming;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.Presence;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.ListedName;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.login.AuthenticatedUser;
import dev.nabla.serve.login.OneTimeWords;
import dev.nabla.serve.login.PausedLogins;
import dev.nabla.serve.login.RecentJoins;
import dev.nabla.serve.login.WordGuesses;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.store.StoreFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final Doorway.Traffic QUIET = new Doorway.Traffic(0, 0, 0);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final WordGuesses guesses = new WordGuesses();
    private final PausedLogins paused = new PausedLogins();
    private RecentJoins joins;
    private ClassStore store;
    private AuditLog log;
    private Hub hub;
    private Set<String> done = Set.of("02");

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        store = new StoreFactory(folder.resolve("class"), Optional.empty())
                .serve(new ClassInfo("T", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of()));
        joins = new RecentJoins(store);
        log = new AuditLog(
                folder.resolve("log"),
                new ServeOptions.Log(14, ServeOptions.Addresses.NONE),
                now::get,
                ZoneOffset.UTC,
                line -> {});
        hub = new Hub(
                store,
                now::get,
                timer,
                new OneTimeWords(),
                log,
                new Quotas(now::get, DayRule.inZone(ZoneOffset.UTC)),
                joins,
                guesses,
                paused,
                () -> QUIET,
                student -> done);
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
        log.close();
        store.close();
    }

    /** Somebody who keeps what they hear. */
    private final class Somebody implements ActiveSession {
        private final BlockingQueue<ClassEvent> heard = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private AuthenticatedUser user;

        Somebody(AuthenticatedUser user) {
            this.user = user;
            hub.join(this);
        }

        @Override
        public AuthenticatedUser user() {
            return user;
        }

        @Override
        public Optional<Presence> presence() {
            return user.student().map(student -> new Presence(student, LearnerLocation.HOME, now.get()));
        }

        @Override
        public void onEvent(ClassEvent event) {
            heard.add(event);
        }

        @Override
        public void notifyUser(String words) {
            told.add(words);
        }

        @Override
        public void end(String words, ExitCode code) {
            told.add(words);
        }

        @Override
        public void checkTimeout(long nanos) {}

        <N extends ClassEvent> N hears(Class<N> kind, Predicate<N> wanted) throws InterruptedException {
            for (ClassEvent event = next(); event != null; event = next()) {
                if (kind.isInstance(event) && wanted.test(kind.cast(event))) {
                    return kind.cast(event);
                }
            }
            throw new AssertionError("no such news");
        }

        private ClassEvent next() throws InterruptedException {
            return heard.poll(3, TimeUnit.SECONDS);
        }
    }

    private Somebody student(String name) throws Exception {
        Optional<Student> student = store.join(new StudentName(name), account -> account, NOON)
                .toCompletableFuture()
                .get(3, TimeUnit.SECONDS);
        return new Somebody(new AuthenticatedUser(Role.STUDENT, student, Optional.empty()));
    }

    private static Answered answer(String item, String typed, boolean right) {
        Optional<String> why = Optional.of("crosswise").filter(name -> !right);
        return new Answered(NOON, "02", item, 7, typed, right, why, OptionalInt.empty(), false, Optional.empty());
    }

    private Somebody teacher() {
        return new Somebody(new AuthenticatedUser(Role.TEACHER, Optional.empty(), Optional.empty()));
    }

    private static ShownFigure shown(int step) {
        return new ShownFigure("teacher", "06", "softmax", Map.of("tau", String.valueOf(step)), "tau", 0, "picture");
    }

    private static Predicate<ClassEvent.OnBoard> inPhase(Phase phase) {
        return event -> event.board().poll().map(Poll::phase).equals(Optional.of(phase));
    }

    @Test
    void whatATeacherDoesAStudentCannot() throws Exception {
        Somebody ada = student("ada");
        Somebody teacher = teacher();
        hub.execute(teacher, new ClassRequest.StartPoll("02", "2.1", 7));
        ada.hears(ClassEvent.OnBoard.class, inPhase(Phase.OPEN));
        for (ClassRequest request : List.of(
                new ClassRequest.Show(shown(1)),
                new ClassRequest.Hide(),
                new ClassRequest.StartPoll("02", "2.3", 1),
                new ClassRequest.Advance(1, Phase.OPEN),
                new ClassRequest.Reveal(1),
                new ClassRequest.StepBack(1, Phase.CLOSED),
                new ClassRequest.SetTalk(1, 2),
                new ClassRequest.EndPoll(1),
                new ClassRequest.KeepJoined())) {
            hub.execute(ada, request);
        }
        teacher.user = ada.user; // the role is looked up again at each action
        hub.execute(teacher, new ClassRequest.EndPoll(1));
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(store.board().shown()).isEmpty();
        assertThat(store.board().poll()).map(Poll::phase).contains(Phase.OPEN);
        assertThat(store.board().poll()).map(Poll::item).contains("2.1");
    }

    @Test
    void aTeacherWhoseKeyLosesItsRoleIsToldAndLeaves() throws Exception {
        String words = "nabla: your key is no longer a teacher's in this class; come again with your own name to learn";
        Somebody ada = student("ada");
        Somebody acting = teacher();
        Somebody watching = teacher();
        Somebody other = teacher();
        acting.user = new AuthenticatedUser(Role.STUDENT, Optional.empty(), Optional.empty());
        hub.execute(acting, new ClassRequest.Show(shown(1)));
        assertThat(acting.told).containsExactly(words);
        watching.user = acting.user;
        hub.tick();
        assertThat(watching.told).containsExactly(words);
        assertThat(watching.heard).noneMatch(ClassEvent.OnClass.class::isInstance);
        assertThat(store.board().shown()).isEmpty();
        assertThat(other.told).isEmpty();
        assertThat(ada.told).isEmpty();
    }

    @Test
    void ofFiftyNudgesInASecondTheLastIsShownAndAtMostAFewBetween() throws Exception {
        Somebody ada = student("ada");
        Somebody teacher = teacher();
        long begun = System.nanoTime();
        for (int step = 1; step <= 50; step++) {
            hub.execute(teacher, new ClassRequest.Show(shown(step)));
            TimeUnit.MILLISECONDS.sleep(10);
        }
        ada.hears(ClassEvent.OnBoard.class, event -> event.board().shown().equals(Optional.of(shown(50))));
        long quarters = (System.nanoTime() - begun) / TimeUnit.MILLISECONDS.toNanos(250);
        assertThat(store.board().revision())
                .as("four a second, the first at once")
                .isLessThanOrEqualTo(quarters + 2);
    }

    @Test
    void aNudgeThatComesLongAfterTheOneBeforeIsShownAtOnce() throws Exception {
        Somebody ada = student("ada");
        Somebody teacher = teacher();
        long least = Long.MAX_VALUE;
        for (int step = 1; step <= 3; step++) {
            Optional<ShownFigure> shown = Optional.of(shown(step));
            long begun = System.nanoTime();
            hub.execute(teacher, new ClassRequest.Show(shown.get()));
            ada.hears(ClassEvent.OnBoard.class, event -> event.board().shown().equals(shown));
            least = step == 1 ? least : Math.min(least, System.nanoTime() - begun);
            TimeUnit.MILLISECONDS.sleep(260);
        }
        assertThat(least).isLessThan(TimeUnit.MILLISECONDS.toNanos(200));
    }

    private static ClassRequest cast(long poll, int round, String kind) {
        return new ClassRequest.CastVote(poll, round, kind, "0.72");
    }

    @Test
    void aVoteIsTheVotersOwnCountsOnceAndIsSeenOnceRevealed() throws Exception {
        Somebody teacher = teacher();
        List<Somebody> students = List.of(
                student("ada"), student("bob"), student("cleo"), student("dan"), student("eve"), student("fay"));
        hub.execute(teacher, new ClassRequest.StartPoll("02", "2.1", 7));
        students.get(0).hears(ClassEvent.OnBoard.class, inPhase(Phase.OPEN));
        for (Somebody student : students) {
            hub.execute(student, cast(1, 2, Vote.OTHER));
            hub.execute(student, cast(1, 1, Vote.RIGHT));
        }
        hub.execute(teacher, cast(1, 1, Vote.RIGHT));
        hub.execute(students.get(0), cast(9, 1, Vote.RIGHT));
        for (int i = 0; i < 100 && store.votes(1).size() < 6; i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(store.votes(1))
                .hasSize(6)
                .allMatch(vote -> vote.round() == 1 && vote.kind().equals(Vote.RIGHT));
        hub.tick();
        assertThat(students.get(0)
                        .hears(ClassEvent.OnPoll.class, event -> event.voted() == 6)
                        .counts())
                .isEmpty();
        hub.execute(teacher, new ClassRequest.Advance(1, Phase.OPEN));
        students.get(0).hears(ClassEvent.OnBoard.class, inPhase(Phase.CLOSED));
        hub.execute(students.get(0), cast(1, 1, Vote.OTHER));
        hub.execute(teacher, new ClassRequest.Reveal(1));
        assertThat(students.get(0)
                        .hears(ClassEvent.OnPoll.class, event -> !event.counts().isEmpty())
                        .counts())
                .isEqualTo(Map.of(1, Map.of(Vote.RIGHT, 6)));
        students.get(0).hears(ClassEvent.OnBoard.class, inPhase(Phase.REVEALED));
    }

    /** A student who comes or leaves changes of how many have voted, and nobody votes for it. */
    @Test
    void theVotesAreCountedAmongThoseWhoArePresentNow() throws Exception {
        Somebody teacher = teacher();
        Somebody ada = student("ada");
        Somebody bob = student("bob");
        hub.execute(teacher, new ClassRequest.StartPoll("02", "2.1", 7));
        ada.hears(ClassEvent.OnBoard.class, inPhase(Phase.OPEN));
        hub.execute(ada, cast(1, 1, Vote.RIGHT));
        awaitStore();
        hub.tick();
        teacher.hears(ClassEvent.OnPoll.class, event -> event.voted() == 1 && event.present() == 2);
        student("cleo");
        hub.tick();
        teacher.hears(ClassEvent.OnPoll.class, event -> event.voted() == 1 && event.present() == 3);
        hub.leave(bob, true);
        hub.tick();
        teacher.hears(ClassEvent.OnPoll.class, event -> event.voted() == 1 && event.present() == 2);
        hub.leave(ada, true);
        hub.tick();
        teacher.hears(ClassEvent.OnPoll.class, event -> event.voted() == 0 && event.present() == 1);
        teacher.heard.clear();
        hub.tick();
        assertThat(teacher.heard).as("unchanged").noneMatch(event -> event instanceof ClassEvent.OnPoll);
    }

    @Test
    void aScriptThatVotesWritesAtMostSixtyAMinuteAndTheSameVoteOnce() throws Exception {
        Somebody teacher = teacher();
        Somebody ada = student("ada");
        Somebody bob = student("bob");
        hub.execute(teacher, new ClassRequest.StartPoll("02", "2.1", 7));
        ada.hears(ClassEvent.OnBoard.class, inPhase(Phase.OPEN));
        ClassRequest right = cast(1, 1, Vote.RIGHT);
        ClassRequest other = cast(1, 1, Vote.OTHER);
        assertThat(hub.execute(ada, right)).isTrue();
        awaitStore();
        for (int i = 0; i < 100; i++) {
            assertThat(hub.execute(ada, right)).isTrue();
        }
        awaitStore();
        assertThat(votesWritten()).isEqualTo(1);
        for (int i = 0; i < 100; i++) {
            hub.execute(ada, i % 2 == 0 ? other : right);
            awaitStore();
        }
        assertThat(votesWritten()).isEqualTo(60);
        assertThat(ada.told.poll(1, TimeUnit.SECONDS)).startsWith("Not kept: that was too much at once.");
        assertThat(hub.execute(bob, right)).isTrue();
    }

    private void awaitStore() throws Exception {
        store.change(info -> info).toCompletableFuture().get(3, TimeUnit.SECONDS);
    }

    private long votesWritten() throws Exception {
        try (Stream<String> lines = Files.lines(folder.resolve("class/polls.jsonl"))) {
            return lines.filter(line -> line.contains("\"vote\"")).count();
        }
    }

    @Test
    void onlyTeachersHearTheClassAndItsAnswersOfTenMinutes() throws Exception {
        Somebody ada = student("ada");
        Somebody teacher = teacher();
        Answered wrong = answer("2.1", "5", false);
        hub.answered(ada.user, List.of(wrong));
        hub.tick();
        ClassEvent.OnClass event = teacher.hears(ClassEvent.OnClass.class, any -> true);
        assertThat(event.now().present()).hasSize(1);
        assertThat(event.now().answers())
                .containsOnlyKeys(ada.user.student().get().id());
        now.set(NOON.plusSeconds(601));
        hub.tick();
        assertThat(teacher.hears(ClassEvent.OnClass.class, any -> true).now().answers())
                .isEmpty();
        assertThat(ada.heard).noneMatch(ClassEvent.OnClass.class::isInstance);
    }

    /** So that somebody who says it was not them can be told when, and with which key. */
    @Test
    void ofEachAnswerTheLogHasWhoseItIsByWhichKeyAndWhetherItWasRightButNotWhatWasTyped() throws Exception {
        Somebody ada = student("ada");
        String id = ada.user.student().get().id();
        AuthenticatedUser laptop = new AuthenticatedUser(
                Role.STUDENT, ada.user.student(), Optional.of(new Fingerprint("SHA256:q1Yx0cN4")));
        AuthenticatedUser school = new AuthenticatedUser(
                Role.STUDENT, ada.user.student(), Optional.of(new Fingerprint("SHA256:q1Yx0cN5")));
        assertThat(laptop.keyId()).hasSize(8).doesNotContain("q1Y").isNotEqualTo(school.keyId());
        hub.answered(laptop, List.of(new Entry.Read(NOON, "02"), answer("2.1", "0.1234", false)));
        now.set(NOON.plusSeconds(1));
        hub.answered(ada.user, List.of(answer("2.2", "typed", true)));
        log.close();
        assertThat(Files.readAllLines(folder.resolve("log/2026-03-05.jsonl")))
                .containsExactly(
                        "{\"schema\":1,\"at\":\"2026-03-05T12:00:00Z\",\"what\":\"answer\",\"id\":\"" + id
                                + "\",\"key\":\"" + laptop.keyId()
                                + "\",\"section\":\"02\",\"item\":\"2.1\",\"right\":false}",
                        "{\"schema\":1,\"at\":\"2026-03-05T12:00:01Z\",\"what\":\"answer\",\"id\":\"" + id
                                + "\",\"key\":\"PIN\",\"section\":\"02\",\"item\":\"2.2\",\"right\":true}");
    }

    @Test
    void aTeacherWhoIsCutOffShowsForAMinuteWhoLeavesNoLonger() throws Exception {
        Somebody ada = student("ada");
        Somebody teacher = teacher();
        hub.execute(teacher, new ClassRequest.Show(shown(1)));
        ada.hears(ClassEvent.OnBoard.class, event -> event.board().shown().isPresent());
        hub.tick();
        hub.leave(teacher, false);
        now.set(NOON.plusSeconds(54));
        hub.tick();
        assertThat(store.board().shown()).isPresent();
        now.set(NOON.plusSeconds(56));
        hub.tick();
        ada.hears(ClassEvent.OnBoard.class, event -> event.board().shown().isEmpty());
        Somebody back = teacher();
        hub.execute(back, new ClassRequest.Show(shown(2)));
        ada.hears(ClassEvent.OnBoard.class, event -> event.board().shown().isPresent());
        hub.leave(back, true);
        ada.hears(ClassEvent.OnBoard.class, event -> event.board().shown().isEmpty());
    }

    @Test
    void aFigureThatAHostShowedWhichIsGoneIsTakenOffAfterAMinute() throws Exception {
        Somebody ada = student("ada");
        store.post(store.board().showing(Optional.of(shown(1))))
                .toCompletableFuture()
                .get(3, TimeUnit.SECONDS);
        hub.tick();
        now.set(NOON.plusSeconds(54));
        hub.tick();
        assertThat(store.board().shown()).isPresent();
        now.set(NOON.plusSeconds(56));
        hub.tick();
        ada.hears(ClassEvent.OnBoard.class, event -> event.board().revision() == 2);
        assertThat(store.board().shown()).isEmpty();
    }

    private void reveal(Somebody teacher, Somebody student, long poll) throws Exception {
        hub.execute(teacher, new ClassRequest.StartPoll("02", "2.1", 7));
        student.hears(ClassEvent.OnBoard.class, inPhase(Phase.OPEN));
        hub.execute(teacher, new ClassRequest.Advance(poll, Phase.OPEN));
        student.hears(ClassEvent.OnBoard.class, inPhase(Phase.CLOSED));
        hub.execute(teacher, new ClassRequest.Reveal(poll));
        student.hears(ClassEvent.OnBoard.class, inPhase(Phase.REVEALED));
    }

    @Test
    void aRevealedPollEndsWithTheLastTeacherWhoLeaves() throws Exception {
        Somebody ada = student("ada");
        Somebody teacher = teacher();
        Somebody other = teacher();
        reveal(teacher, ada, 1);
        hub.leave(teacher, true);
        hub.tick();
        awaitStore();
        assertThat(store.board().poll()).as("another teacher is there").isPresent();
        hub.leave(other, true);
        hub.tick();
        ada.hears(ClassEvent.OnBoard.class, event -> event.board().poll().isEmpty());
        assertThat(store.polls()).map(Poll::phase).as("what is kept").containsExactly(Phase.REVEALED);
    }

    @Test
    void aPollWhoseTeacherIsCutOffEndsAfterAMinuteIfItIsRevealed() throws Exception {
        Somebody ada = student("ada");
        Somebody teacher = teacher();
        reveal(teacher, ada, 1);
        hub.tick();
        hub.leave(teacher, false);
        now.set(NOON.plusSeconds(54));
        hub.tick();
        awaitStore();
        assertThat(store.board().poll()).isPresent();
        now.set(NOON.plusSeconds(56));
        hub.tick();
        ada.hears(ClassEvent.OnBoard.class, event -> event.board().poll().isEmpty());
        Somebody back = teacher();
        hub.execute(back, new ClassRequest.StartPoll("02", "2.3", 7));
        ada.hears(ClassEvent.OnBoard.class, inPhase(Phase.OPEN));
        hub.leave(back, true);
        hub.tick();
        awaitStore();
        assertThat(store.board().poll())
                .as("votes are not over")
                .map(Poll::phase)
                .contains(Phase.OPEN);
    }

    @Test
    void aPollThatWasRevealedBeforeTheStartIsOver() throws Exception {
        Somebody ada = student("ada");
        reveal(teacher(), ada, 1);
        hub.start();
        ada.hears(ClassEvent.OnBoard.class, event -> event.board().poll().isEmpty());
    }

    @Test
    void whoIsDoneWithWhatIsDueIsFoundAFewASecond() throws Exception {
        Due due = new Due("02", NOON, Optional.empty());
        store.change(info -> info.due(List.of(due))).toCompletableFuture().join();
        List<Somebody> students = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            students.add(student("s" + i));
        }
        Somebody teacher = teacher();
        List<String> told = new ArrayList<>();
        for (int second = 0; second < 4; second++) {
            hub.tick();
            told.add(ClassActivity.done(
                    due,
                    teacher.hears(ClassEvent.OnClass.class, any -> true).now().done()));
            done = Set.of();
            if (second == 1) {
                hub.onSaved(students.get(3).user.student().orElseThrow());
            }
        }
        assertThat(told).containsExactly("", "10 of 12", "9 of 12", "9 of 12");
    }

    @Test
    void whoWantsAWordIsToldOneThatIsGoodOnce() throws Exception {
        OneTimeWords words = new OneTimeWords();
        hub = new Hub(
                store,
                now::get,
                timer,
                words,
                log,
                new Quotas(now::get, DayRule.inZone(ZoneOffset.UTC)),
                joins,
                guesses,
                paused,
                () -> QUIET,
                student -> done);
        Somebody ada = student("ada");
        hub.execute(ada, new ClassRequest.RequestOneTimeWord());
        String told = ada.told.poll(1, TimeUnit.SECONDS);
        String word = told.replaceAll(".* type (\\S+) within .*", "$1");
        String id = ada.user.student().get().id();
        assertThat(words.redeem(word, "somebody else")).isFalse();
        assertThat(words.redeem(word.toUpperCase(Locale.ROOT), id)).isTrue();
        assertThat(words.redeem(word, id)).isFalse();
    }

    /** What {@code nabla class key NAME --forget} does beside a server. */
    private void reset(Student student, ResetWord word) throws Exception {
        StoreFactory place = new StoreFactory(folder.resolve("class"), Optional.empty());
        try (ClassStore beside = place.open()) {
            soon(beside.change(student, account -> account.withoutKeys().resetBy(Optional.of(word))));
        }
    }

    private static <T> T soon(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(3, TimeUnit.SECONDS);
    }

    @Test
    void whoIsResetIsToldWhyAndEndsAndKeepsNoWordForAnotherKey() throws Exception {
        OneTimeWords words = new OneTimeWords();
        hub = new Hub(
                store,
                now::get,
                timer,
                words,
                log,
                new Quotas(now::get, DayRule.inZone(ZoneOffset.UTC)),
                joins,
                guesses,
                paused,
                () -> QUIET,
                student -> done);
        Somebody ada = student("ada");
        Somebody second = new Somebody(ada.user);
        Somebody bob = student("bob");
        Student student = ada.user.student().orElseThrow();
        String word = words.issue(student.id(), OneTimeWords.LINK_MINUTES);
        reset(student, ResetWord.of("abcd-efgh", NOON));
        for (Somebody each : List.of(ada, second)) {
            assertThat(each.told.poll(3, TimeUnit.SECONDS))
                    .isEqualTo("nabla: your teacher has reset your login; come again with the word that your teacher"
                            + " has for you");
        }
        assertThat(words.redeem(word, student.id())).isFalse();
        assertThat(bob.told).isEmpty();
        reset(student, ResetWord.of("abcd-efgh", NOON));
        assertThat(ada.told.poll(3, TimeUnit.SECONDS)).as("a second time").startsWith("nabla: your teacher has reset");
        log.close();
        assertThat(Files.readString(folder.resolve("log/2026-03-05.jsonl")))
                .contains("\"what\":\"reset\",\"id\":\"" + student.id() + "\"");
    }

    @Test
    void theOwnerIsToldOfWrongPinsOnce() throws Exception {
        Somebody ada = student("ada");
        Student student = ada.user.student().orElseThrow();
        soon(store.change(student, account -> account.guarded(new WrongPins(0, 3, NOON, NOON))));
        assertThat(new Somebody(ada.user).told.poll(1, TimeUnit.SECONDS))
                .isEqualTo("3 wrong PINs were typed for your name since 2026-03-05T12:00; if it was not you, tell your"
                        + " teacher.");
        soon(store.change(student, account -> account));
        assertThat(new Somebody(ada.user).told).isEmpty();
    }

    @Test
    void theTeacherIsToldWhoseArePinsAreGuessed() throws Exception {
        Student student = student("ada").user.student().orElseThrow();
        Somebody teacher = teacher();
        soon(store.change(student, account -> account.guarded(new WrongPins(4, 4, NOON, NOON))));
        hub.tick();
        assertThat(teacher.hears(ClassEvent.OnClass.class, any -> true).now().doorway())
                .isEqualTo(Doorway.QUIET);
        soon(store.change(student, account -> account.guarded(new WrongPins(5, 5, NOON, NOON))));
        hub.tick();
        Doorway doorway =
                teacher.hears(ClassEvent.OnClass.class, any -> true).now().doorway();
        assertThat(doorway.notices(Naming.WHOLE)).containsExactly("5 wrong PINs in a row for ada");
        assertThat(doorway.notices(Naming.HIDDEN)).containsExactly("5 wrong PINs in a row for one student");
    }

    @Test
    void onlyATeacherLetsALoginInDuringAPause() throws Exception {
        Somebody ada = student("ada");
        Student student = ada.user.student().orElseThrow();
        soon(store.change(student, account -> account.guarded(new WrongPins(5, 5, NOON, NOON))));
        Somebody bob = student("bob");
        hub.execute(bob, new ClassRequest.LetIn(student.id(), "otter"));
        assertThat(store.account(student.id()).orElseThrow().wrongPins().exemption())
                .isEmpty();
        Somebody teacher = teacher();
        hub.execute(teacher, new ClassRequest.LetIn(student.id(), "otter"));
        assertThat(teacher.told.poll(1, TimeUnit.SECONDS))
                .isEqualTo("The login that shows otter may try ten PINs within two minutes");
        assertThat(store.account(student.id()).orElseThrow().wrongPins().exemption())
                .contains(new WrongPins.Exemption("otter", 10, NOON.plus(WrongPins.Exemption.GOOD_FOR)));
    }

    private void joins(String address, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            joins.add(address, student("s" + i).user.student().orElseThrow(), now.get());
        }
    }

    /** Waits until all that was asked of the store is written, and what it has read from others is heard. */
    private void writes() throws Exception {
        soon(store.change(info -> info));
    }

    private ClassActivity seenBy(Somebody teacher) throws Exception {
        writes();
        teacher.heard.clear();
        hub.tick();
        return teacher.hears(ClassEvent.OnClass.class, any -> true).now();
    }

    @Test
    void theTeacherIsAskedAboutManyFromOneAddressUntilTheyAreKeptOrErased() throws Exception {
        Somebody teacher = teacher();
        joins("10.0.0.1", 0, JoinFlood.MANY - 1);
        joins("10.0.0.2", 20, 25);
        assertThat(seenBy(teacher).doorway().flood()).isEmpty();
        now.set(NOON.plusSeconds(30));
        joins("10.0.0.1", 9, 12);
        now.set(NOON.plusSeconds(3000));
        assertThat(seenBy(teacher).doorway().flood()).contains(new JoinFlood(NOON, 12));
        for (int i = 9; i < 12; i++) {
            soon(store.erase(store.named(new StudentName("s" + i)).orElseThrow().student()));
        }
        assertThat(seenBy(teacher).doorway().flood()).as("below the number").isEmpty();
        joins("10.0.0.2", 30, 45);
        Somebody ada = student("ada");
        hub.execute(ada, new ClassRequest.KeepJoined());
        assertThat(seenBy(teacher).doorway().flood()).isPresent();
        hub.execute(teacher, new ClassRequest.KeepJoined());
        assertThat(seenBy(teacher).doorway().flood()).isEmpty();
        joins("10.0.0.2", 50, 70);
        soon(store.changeRoster(none -> Optional.of(Roster.of(List.of()))));
        assertThat(seenBy(teacher).doorway().flood()).as("a roster answers it").isEmpty();
    }

    /** As a host that shares the database would. */
    @Test
    void whatATeacherOfAnotherHostKeepsIsAskedNoMore() throws Exception {
        Somebody teacher = teacher();
        joins("10.0.0.1", 0, 12);
        writes();
        try (ClassStore other = new StoreFactory(folder.resolve("class"), Optional.empty()).open()) {
            assertThat(other.flood()).contains(new JoinFlood(NOON, 12));
            soon(other.keepFloods());
        }
        for (int i = 0; i < 300 && store.flood().isPresent(); i++) {
            Thread.sleep(10);
        }
        writes();
        joins("10.0.0.1", 12, 20);
        assertThat(seenBy(teacher).doorway().flood()).as("too few since then").isEmpty();
        joins("10.0.0.1", 20, 24);
        assertThat(seenBy(teacher).doorway().flood()).contains(new JoinFlood(NOON, 12));
    }

    @Test
    void anAddressIsForgottenAMinuteAfterTheLastStudentFromIt() throws Exception {
        joins("10.0.0.1", 0, JoinFlood.MANY);
        now.set(NOON.plusSeconds(61));
        joins("10.0.0.1", 20, 21);
        assertThat(seenBy(teacher()).doorway().flood()).contains(new JoinFlood(NOON, JoinFlood.MANY));
    }

    @Test
    void whoJoinsSlowlyIsNoFlood() throws Exception {
        for (int i = 0; i < 3 * JoinFlood.MANY; i++) {
            now.set(NOON.plusSeconds(10L * i));
            joins("10.0.0.1", i, i + 1);
        }
        assertThat(seenBy(teacher()).doorway().flood()).isEmpty();
    }

    @Test
    void theTeacherSeesWhoIsAbsentAndWhoseWordIsGuessed() throws Exception {
        student("ADA");
        Somebody teacher = teacher();
        assertThat(seenBy(teacher).absent()).isEmpty();
        soon(store.changeRoster(none -> Optional.of(Roster.of(Stream.of("zoe", "ada", "bob")
                .map(name -> new RosterRow(new StudentName(name), "", "", Optional.empty()))
                .toList()))));
        assertThat(seenBy(teacher).absent())
                .contains(
                        List.of(new ListedName(2, new StudentName("bob")), new ListedName(3, new StudentName("zoe"))));
        for (int i = 0; i < 9; i++) {
            guesses.begin(new StudentName("bob"), "fern-otter-42", NOON);
            guesses.begin(new StudentName("stranger"), "fern-otter-42", NOON);
        }
        Doorway doorway = seenBy(teacher).doorway();
        assertThat(doorway.notices(Naming.WHOLE)).containsExactly("5 wrong words in a row for bob");
        assertThat(doorway.notices(Naming.HIDDEN)).containsExactly("5 wrong words in a row for one name");
    }
}
