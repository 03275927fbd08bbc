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
import dev.nabla.room.PollQuestion;
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
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Executes class requests after checking the role of their sender, and broadcasts the result to all sessions. */
public final class Hub {
    /**
     * Nominal time between two broadcasts of the shown figure, in ns. After a late broadcast the next may follow by up
     * to {@link #MOST_DELAY} sooner.
     */
    private static final long SHOW_INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);

    /** Delay of a broadcast up to which the next one still keeps to its schedule, in ns. */
    private static final long MOST_DELAY = SHOW_INTERVAL / 2;

    /** Message for students whose answers are not written yet; at most 80 columns, so that it fits a screen. */
    public static final String ANSWERS_IN_MEMORY =
            "Answers wait in memory to be written; if the server stops first, they are lost.";

    private static final int MOST_TRIES = 10;
    /** Maximum number of journals read per second to find the finished sections of students. */
    private static final int MOST_JOURNALS_READ = 10;

    /**
     * Time without a teacher on any host after which the shown figure is withdrawn and a revealed poll ends. It is
     * under a minute, so that students soon see that the host of their teacher has failed.
     */
    private static final Duration TEACHER_TIMEOUT = Duration.ofSeconds(55);

    private static final String RESET_MESSAGE =
            "nabla: your teacher has reset your login; come again with the word that your teacher has for you";

    private final ClassStore store;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final OneTimeWords words;
    private final AuditLog log;
    private final Quotas quotas;
    private final RecentJoins joins;
    private final WordGuesses guesses;
    private final PausedLogins paused;
    private final Supplier<Doorway.Traffic> traffic;
    private final Function<Student, Set<String>> readFinished;
    private final Map<String, Set<String>> finished = new ConcurrentHashMap<>();
    /** Ids of students whose entry in {@link #finished} is out of date. */
    private final Set<String> outdated = ConcurrentHashMap.newKeySet();

    /** All terminal sessions, including those of users who have not joined yet. */
    private final Set<ActiveSession> connected = ConcurrentHashMap.newKeySet();

    private final Set<ActiveSession> joined = ConcurrentHashMap.newKeySet();
    /** The last reset word seen for each account, by student id. */
    private final Map<String, ResetWord> lastResetWords = new ConcurrentHashMap<>();

    private final RecentAnswers recent = new RecentAnswers();
    private Optional<ClassRequest.Show> pendingShow = Optional.empty();
    private boolean figureShown;
    private long lastShow = System.nanoTime() - SHOW_INTERVAL;
    /** Time at which a teacher was last connected to any host. */
    private Instant teacherSeen;
    /** Whether the last teacher on this host has ended the session regularly. */
    private volatile boolean teacherLeft;

    private volatile boolean votesChanged;
    /** Ids of the students among whom the votes were last counted for all sessions. */
    private Set<String> countedAmong = Set.of();
    /** Ids of the students connected to any host, as of the last {@link #tick}. */
    private volatile Set<String> present = Set.of();

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
        this.readFinished = readFinished;
        this.store = store;
        this.clock = clock;
        this.timer = timer;
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
                .ifPresent(poll -> session.onEvent(votes(poll, session.user().role())));
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
        if (byChoice && teachers().isEmpty()) {
            teacherLeft |= session.user().role() == Role.TEACHER;
            if (figureShown) {
                applyChange(new ClassRequest.Hide(), MOST_TRIES);
            }
        }
    }

    private List<ActiveSession> teachers() {
        return joined.stream()
                .filter(session -> session.user().role() == Role.TEACHER)
                .toList();
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
        outdated.add(student.id());
        store.backlog()
                .ifPresentOrElse(
                        backlog -> notifyStudent(student, backlogMessage(backlog)),
                        () -> lastWrite = Optional.of(clock.instant()));
    }

    /** Shows a message in all sessions of a student. */
    public void notifyStudent(Student student, String words) {
        joined.stream()
                .filter(session ->
                        session.user().student().filter(student::equals).isPresent())
                .forEach(session -> session.notifyUser(words));
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
            return user.student().filter(student -> castVote(cast, student)).isPresent();
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
            show(show);
        } else {
            synchronized (this) {
                pendingShow = Optional.empty();
                figureShown &= !(change instanceof ClassRequest.Hide);
            }
            applyChange(change, MOST_TRIES);
        }
    }

    private synchronized void show(ClassRequest.Show show) {
        if (pendingShow.isEmpty()) {
            timer.schedule(this::showNewest, lastShow + SHOW_INTERVAL - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        pendingShow = Optional.of(show);
        figureShown = true;
    }

    private synchronized void showNewest() {
        lastShow = Math.max(lastShow + SHOW_INTERVAL, System.nanoTime() - MOST_DELAY);
        pendingShow.ifPresent(newest -> applyChange(newest, MOST_TRIES));
        pendingShow = Optional.empty();
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

    /** Accepts a vote in the open round. Returns false if that round is over or the student has exceeded the quota. */
    private boolean castVote(ClassRequest.CastVote cast, Student student) {
        Optional<Poll> open = store.board()
                .poll(cast.poll())
                .filter(poll -> poll.phase().isOpen() && poll.phase().round() == cast.round());
        return open.isPresent()
                && storeVote(open.get(), new Poll.Vote(cast.round(), student.id(), cast.kind()), student);
    }

    /**
     * Stores a vote, unless the student has already cast the same one. Returns false if the student has exceeded the
     * quota.
     */
    private boolean storeVote(Poll poll, Poll.Vote vote, Student student) {
        if (store.votes(poll.id()).contains(vote)) {
            return true;
        }
        Optional<String> tooMany = quotas.vote(student);
        tooMany.ifPresentOrElse(why -> notifyStudent(student, why), () -> store.vote(poll.id(), vote)
                .whenComplete((safe, fault) -> votesChanged = true));
        return tooMany.isEmpty();
    }

    private void broadcastBoard() {
        Board board = store.board();
        board.poll().ifPresent(this::broadcastPoll);
        joined.forEach(session -> session.onEvent(new ClassEvent.OnBoard(board)));
    }

    private void broadcastPoll(Poll poll) {
        Map<Role, ClassEvent> votes = new EnumMap<>(Role.class);
        for (ActiveSession session : joined) {
            session.onEvent(votes.computeIfAbsent(session.user().role(), role -> votes(poll, role)));
        }
    }

    private ClassEvent votes(Poll poll, Role role) {
        List<Poll.Vote> votes = store.votes(poll.id());
        Set<String> here = presentStudents();
        long voters = votes.stream()
                .filter(vote -> vote.round() == poll.phase().round() && here.contains(vote.student()))
                .count();
        return new ClassEvent.OnPoll(
                poll.id(),
                here.size(),
                (int) voters,
                PollQuestion.visibleCounts(PollQuestion.count(votes, poll.phase()), role, poll.phase()));
    }

    /** Returns the ids of the students who are present on any host. */
    private Set<String> presentStudents() {
        Set<String> here = new HashSet<>(present);
        joined.forEach(other -> other.user().student().map(Student::id).ifPresent(here::add));
        return here;
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
        List<ActiveSession> teachers = teachers();
        List<Presence> here =
                joined.stream().flatMap(session -> session.presence().stream()).toList();
        ClassStore.Hosts hosts = store.hosts(here, !teachers.isEmpty());
        for (ClassStore.StudentAnswer answer : hosts.answers()) {
            outdated.add(answer.student().id());
            recent.add(answer.student().id(), answer.answered());
            quotas.countElsewhere(answer.student());
        }
        present = hosts.present().stream().map(one -> one.student().id()).collect(Collectors.toSet());
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
        Set<String> counted = presentStudents();
        if (votesChanged || !counted.equals(countedAmong)) {
            votesChanged = false;
            countedAmong = counted;
            store.board().poll().ifPresent(this::broadcastPoll);
        }
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
            synchronized (this) {
                figureShown = false;
            }
            applyChange(new ClassRequest.Hide(), MOST_TRIES);
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

    /**
     * Returns the ids of finished sections by student id. Returns an empty map until they are known for all students,
     * or if no section has a due date.
     */
    private Map<String, Set<String>> finishedSections() {
        List<Student> all = store.info().dues().isEmpty()
                ? List.of()
                : store.accounts().stream().map(Account::student).toList();
        all.stream()
                .filter(student -> outdated.contains(student.id()) || !finished.containsKey(student.id()))
                .limit(announcedBacklog.isPresent() ? 0 : MOST_JOURNALS_READ)
                .forEach(student -> {
                    outdated.remove(student.id());
                    finished.put(student.id(), readFinished.apply(student));
                });
        finished.keySet().retainAll(all.stream().map(Student::id).toList());
        return finished.size() < all.size() ? Map.of() : finished;
    }

    private void onStoredPart(StoredPart what) {
        switch (what) {
            case BOARD -> broadcastBoard();
            case VOTES -> votesChanged = true;
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
        joined.stream()
                .filter(session -> session.user()
                        .student()
                        .map(Student::id)
                        .filter(id::equals)
                        .isPresent())
                .forEach(session -> session.end(RESET_MESSAGE, ExitCode.OK));
    }
}
