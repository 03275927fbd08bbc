package dev.nabla.serve.hub;

import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.Board;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.Backlog;
import dev.nabla.room.ClassStore.StoredPart;
import dev.nabla.room.Doorway;
import dev.nabla.room.Poll;
import dev.nabla.room.Presence;
import dev.nabla.room.Roster;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.ListedName;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.LogEvent;
import dev.nabla.serve.login.AuthenticatedUser;
import dev.nabla.serve.login.OneTimeWords;
import dev.nabla.serve.login.PausedLogins;
import dev.nabla.serve.login.RecentJoins;
import dev.nabla.serve.login.WordGuesses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Executes class requests after checking the role of their sender, and broadcasts the result to all sessions. */
public final class Hub {
    /** Message for students whose answers are not written yet; at most 80 columns, so that it fits a screen. */
    public static final String ANSWERS_IN_MEMORY =
            "Answers wait in memory to be written; if the server stops first, they are lost.";

    private static final int MOST_TRIES = 10;

    /**
     * Time without a teacher on any host after which the shown figure is withdrawn and a revealed poll ends. It is
     * under a minute, so that students soon see that the host of their teacher has failed.
     */
    private static final Duration TEACHER_TIMEOUT = Duration.ofSeconds(55);

    private static final String RESET_MESSAGE =
            "nabla: your teacher has reset your login; come again with the word that your teacher has for you";

    private final ClassStore store;
    private final InstantSource clock;
    private final OneTimeWords words;
    private final AuditLog log;
    private final Quotas quotas;
    private final RecentJoins joins;
    private final WordGuesses guesses;
    private final PausedLogins paused;
    private final Supplier<Doorway.Traffic> traffic;
    /** All terminal sessions, including those of users who have not joined yet. */
    private final Set<ActiveSession> connected = ConcurrentHashMap.newKeySet();

    private final JoinedSessions joined = new JoinedSessions();
    private final PresentedFigure figure;
    private final PollVotes votes;
    private final FinishedSections finished;
    /** The last reset word seen for each account, by student id. */
    private final Map<String, ResetWord> lastResetWords = new ConcurrentHashMap<>();

    private final RecentAnswers recent = new RecentAnswers();
    /** Time at which a teacher was last connected to any host. */
    private Instant teacherSeen;
    /** Whether the last teacher on this host has ended the session regularly. */
    private volatile boolean teacherLeft;

    private volatile Optional<Backlog> announcedBacklog = Optional.empty();
    private volatile Optional<Instant> lastWrite = Optional.empty();

    /**
     * @param traffic returns the connection counts of the last minute
     * @param readFinished returns the ids of the sections that a student has finished
     */
    public Hub(
            ClassStore store,
            InstantSource clock,
            ScheduledExecutorService timer,
            OneTimeWords words,
            AuditLog log,
            Quotas quotas,
            RecentJoins joins,
            WordGuesses guesses,
            PausedLogins paused,
            Supplier<Doorway.Traffic> traffic,
            Function<Student, Set<String>> readFinished) {
        this.quotas = quotas;
        this.joins = joins;
        this.guesses = guesses;
        this.paused = paused;
        this.traffic = traffic;
        this.figure = new PresentedFigure(timer, change -> applyChange(change, MOST_TRIES));
        this.votes = new PollVotes(store, quotas, joined);
        this.finished = new FinishedSections(readFinished);
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.log = log;
        this.teacherSeen = clock.instant();
        newResets();
        store.listen(this::onStoredPart);
    }

    /** Returns the number of sessions of users who have joined. */
    public int size() {
        return joined.size();
    }

    /** Ends a poll that was revealed in an earlier lesson. Called before the first session. */
    public void start() {
        if (!store.hosts(List.of(), false).taught()) {
            endRevealedPoll();
        }
    }

    private void endRevealedPoll() {
        store.board()
                .poll()
                .filter(poll -> poll.phase() == Poll.Phase.REVEALED)
                .ifPresent(poll -> applyChange(new ClassRequest.EndPoll(poll.id()), MOST_TRIES));
    }

    /** Adds a terminal session, whose user need not have joined yet. */
    public void connect(ActiveSession session) {
        connected.add(session);
    }

    /**
     * Ends the sessions that have timed out. Called once a second.
     *
     * @param nanos time of {@link System#nanoTime}
     */
    public void checkTimeouts(long nanos) {
        connected.forEach(session -> session.checkTimeout(nanos));
    }

    /** Ends all sessions with a message. */
    public void end(String words) {
        connected.forEach(session -> session.end(words, ExitCode.OK));
    }

    /** Adds a session of a user who has joined, and sends it the board with its votes and any warnings. */
    public void join(ActiveSession session) {
        joined.add(session);
        announcedBacklog.ifPresent(backlog -> session.notifyUser(backlogMessage(backlog)));
        session.onEvent(new ClassEvent.OnBoard(store.board()));
        store.board()
                .poll()
                .ifPresent(poll ->
                        session.onEvent(votes.counts(poll, session.user().role())));
        session.user().student().map(Student::id).flatMap(store::account).ifPresent(account -> warn(session, account));
    }

    /**
     * Tells the owner of an account how many wrong PINs were typed for it since the last warning, and stores that the
     * owner was informed.
     */
    private void warn(ActiveSession session, Account account) {
        WrongPins wrong = account.wrongPins();
        if (wrong.untold() > 0) {
            session.notifyUser((wrong.untold() == 1 ? "A wrong PIN was" : wrong.untold() + " wrong PINs were")
                    + " typed for your name since " + store.info().clock(wrong.since())
                    + "; if it was not you, tell your teacher.");
            store.change(
                    account.student(), known -> known.guarded(known.wrongPins().withOwnerInformed()));
        }
    }

    /**
     * Removes a session. If it ended regularly and no teacher is left on this host, withdraws the shown figure, and
     * lets the next {@link #tick} end a revealed poll.
     *
     * @param byChoice true if the session ended regularly, false if its connection was lost or cut
     */
    public synchronized void leave(ActiveSession session, boolean byChoice) {
        connected.remove(session);
        joined.remove(session);
        if (byChoice && joined.teachers().isEmpty()) {
            teacherLeft |= session.user().role() == Role.TEACHER;
            figure.withdraw();
        }
    }

    /** Logs answers with the key of the session, and adds them to the recent answers that teachers see. */
    void answered(AuthenticatedUser user, List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof Answered answer) {
                recent.add(user.student().orElseThrow().id(), answer);
                log.note(new LogEvent.Answer(user.id(), user.keyId(), answer.section(), answer.item(), answer.right()));
            }
        }
    }

    /**
     * Marks the finished sections of a student as out of date. Called when entries are written, or kept in a file on
     * this machine until the database is available; in that case a message informs the student.
     */
    void onSaved(Student student) {
        finished.outdate(student);
        store.backlog()
                .ifPresentOrElse(
                        backlog -> notifyStudent(student, backlogMessage(backlog)),
                        () -> lastWrite = Optional.of(clock.instant()));
    }

    /** Shows a message in all sessions of a student. */
    public void notifyStudent(Student student, String words) {
        joined.notifyStudent(student, words);
    }

    public Optional<Instant> lastWrite() {
        return lastWrite;
    }

    /**
     * Executes a request if the role of its sender permits it. Returns false for a vote that was not accepted, and true
     * for every other request.
     */
    public boolean execute(ActiveSession session, ClassRequest request) {
        AuthenticatedUser user = session.user();
        if (request instanceof ClassRequest.CastVote cast) {
            return user.student().filter(student -> votes.cast(cast, student)).isPresent();
        }
        if (request instanceof ClassRequest.Change change) {
            change(session, change);
        } else if (request instanceof ClassRequest.KeepJoined) {
            keepJoined(session);
        } else if (request instanceof ClassRequest.LetIn letIn) {
            letIn(session, letIn);
        } else {
            user.student().ifPresent(student -> link(session, student));
        }
        return true;
    }

    private void keepJoined(ActiveSession session) {
        if (session.user().role() == Role.TEACHER) {
            joins.restart();
            store.keepFloods();
        } else {
            refuseTeachersRequest(session);
        }
    }

    private void letIn(ActiveSession session, ClassRequest.LetIn request) {
        if (session.user().role() != Role.TEACHER) {
            refuseTeachersRequest(session);
            return;
        }
        store.account(request.student()).map(Account::student).ifPresent(student -> store.change(
                        student, known -> known.guarded(known.wrongPins().lettingIn(request.word(), clock.instant())))
                .thenAccept(kept -> session.notifyUser(
                        "The login that shows " + request.word() + " may try ten PINs within two minutes")));
    }

    private void refuseTeachersRequest(ActiveSession session) {
        log.note(new LogEvent.Refused(
                Optional.empty(), Optional.of(session.user().id()), "a deed of a teacher's"));
        endFormerTeacher(session);
    }

    private void link(ActiveSession session, Student student) {
        session.notifyUser(
                "Come with the same name from there, and type " + words.issue(student.id(), OneTimeWords.LINK_MINUTES)
                        + " within " + OneTimeWords.LINK_MINUTES + " minutes");
    }

    private void change(ActiveSession session, ClassRequest.Change change) {
        if (session.user().role() != Role.TEACHER) {
            refuseTeachersRequest(session);
        } else if (change instanceof ClassRequest.Show show) {
            figure.show(show);
        } else {
            figure.yieldTo(change);
            applyChange(change, MOST_TRIES);
        }
    }

    /**
     * Applies a change to the board and stores it. Tries again on the newer board if another host has changed it first.
     *
     * @param tries maximum number of attempts
     */
    private void applyChange(ClassRequest.Change change, int tries) {
        Board before = store.board();
        Board next = change.applyTo(before, store.polls().size() + 1, clock.instant());
        if (next == before || tries == 0) {
            return;
        }
        store.post(next).whenComplete((up, fault) -> {
            if (fault == null && !up.equals(next)) {
                applyChange(change, tries - 1);
            } else if (fault == null) {
                broadcastBoard();
            }
        });
    }

    private void broadcastBoard() {
        Board board = store.board();
        board.poll().ifPresent(votes::broadcast);
        joined.forEach(session -> session.onEvent(new ClassEvent.OnBoard(board)));
    }

    /**
     * Sends the state of the class to teachers, and changes of the backlog to all sessions of users who have joined.
     * Sends the votes anew if one was cast, and if a student came or left, as they are counted among those present.
     * Withdraws the shown figure and ends a revealed poll if no teacher is left on any host. Called once a second.
     */
    public void tick() {
        joined.forEach(this::endFormerTeacher);
        Instant now = clock.instant();
        joins.forget(now);
        List<ActiveSession> teachers = joined.teachers();
        List<Presence> here =
                joined.stream().flatMap(session -> session.presence().stream()).toList();
        ClassStore.Hosts hosts = store.hosts(here, !teachers.isEmpty());
        for (ClassStore.StudentAnswer answer : hosts.answers()) {
            finished.outdate(answer.student());
            recent.add(answer.student().id(), answer.answered());
            quotas.countElsewhere(answer.student());
        }
        votes.countAmong(hosts.present().stream().map(one -> one.student().id()).collect(Collectors.toSet()));
        if (hosts.taught()) {
            teacherSeen = now;
        } else {
            withdraw(teacherSeen.plus(TEACHER_TIMEOUT).isBefore(now));
        }
        if (!teachers.isEmpty()) {
            teacherLeft = false;
            boolean hasWords = store.roster().filter(Roster::hasWords).isPresent();
            ClassEvent.OnClass event = new ClassEvent.OnClass(new ClassActivity(
                    now,
                    hasWords ? store.info().coded(Optional.empty()) : store.info(),
                    hosts.present(),
                    recent.at(now),
                    finishedSections(),
                    new Doorway(traffic.get(), wrongPins(), wrongWords(), paused.all(), store.flood()),
                    store.roster().map(roster -> roster.absent(hosts.present()))));
            teachers.forEach(teacher -> teacher.onEvent(event));
        }
        votes.update();
        Optional<Backlog> backlog = store.backlog();
        Optional<String> words = backlog.map(this::backlogMessage);
        if (!words.equals(announcedBacklog.map(this::backlogMessage))) {
            joined.forEach(session -> session.notifyUser(words.orElse("All answers are written now.")));
        }
        announcedBacklog = backlog;
    }

    /**
     * Withdraws what no teacher is there for.
     *
     * @param timedOut whether the last teacher was cut off too long ago to come back
     */
    private void withdraw(boolean timedOut) {
        if (timedOut && store.board().shown().isPresent()) {
            ClassRequest.Change hide = new ClassRequest.Hide();
            figure.yieldTo(hide);
            applyChange(hide, MOST_TRIES);
        }
        if (timedOut || teacherLeft) {
            endRevealedPoll();
        }
    }

    private Map<Student, WrongPins> wrongPins() {
        return store.accounts().stream()
                .filter(account -> account.wrongPins().isPaused())
                .collect(Collectors.toMap(Account::student, Account::wrongPins));
    }

    private Map<ListedName, Integer> wrongWords() {
        return store.roster().map(roster -> roster.absent(List.of())).orElse(List.of()).stream()
                .filter(listed -> guesses.inARow(listed.name()) >= WrongPins.PAUSE_AFTER)
                .collect(Collectors.toMap(listed -> listed, listed -> guesses.inARow(listed.name())));
    }

    private String backlogMessage(Backlog backlog) {
        LocalTime time =
                LocalTime.ofInstant(backlog.since(), store.info().zone()).truncatedTo(ChronoUnit.MINUTES);
        return backlog.inMemory()
                ? ANSWERS_IN_MEMORY
                : "Since " + time + " answers wait on this server's disk for the database; none is lost.";
    }

    /** Returns the ids of finished sections by student id; none if no section has a due date. */
    private Map<String, Set<String>> finishedSections() {
        List<Student> all = store.info().dues().isEmpty()
                ? List.of()
                : store.accounts().stream().map(Account::student).toList();
        return finished.of(all, announcedBacklog.isEmpty());
    }

    private void onStoredPart(StoredPart what) {
        switch (what) {
            case BOARD -> broadcastBoard();
            case VOTES -> votes.onStored();
            case ACCOUNTS -> {
                joined.forEach(this::endErasedStudent);
                newResets().forEach(this::reset);
            }
            case FLOODS -> {
                if (store.flood().isEmpty()) {
                    joins.restart();
                }
            }
            case INFO -> {}
        }
    }

    /**
     * Ends the session of a former teacher whose key is registered no more: there is no student account to go on with.
     */
    private void endFormerTeacher(ActiveSession session) {
        if (!session.user().isKnown()) {
            session.end(
                    "nabla: your key is no longer a teacher's in this class; come again with your own name to learn",
                    ExitCode.OK);
        }
    }

    private void endErasedStudent(ActiveSession session) {
        if (session.user()
                .student()
                .map(Student::id)
                .filter(id -> store.student(id).isEmpty())
                .isPresent()) {
            session.end("nabla: what was kept of you here is gone", ExitCode.OK);
        }
    }

    /** Returns the ids of students whose login was reset since the last call. */
    private List<String> newResets() {
        List<String> ids = new ArrayList<>();
        for (Account account : store.accounts()) {
            String id = account.student().id();
            if (account.word().isPresent()
                    && !account.word()
                            .get()
                            .equals(lastResetWords.put(id, account.word().get()))) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** Ends the sessions of a student whose login was reset, because they were opened with the lost key or PIN. */
    private void reset(String id) {
        log.note(new LogEvent.Reset(id));
        words.withdraw(id);
        joined.of(id).forEach(session -> session.end(RESET_MESSAGE, ExitCode.OK));
    }
}
