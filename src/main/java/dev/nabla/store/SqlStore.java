package dev.nabla.store;

import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.progress.JsonLine;
import dev.nabla.progress.PrivateFile;
import dev.nabla.progress.PrivateFile.Work;
import dev.nabla.room.Account;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.Board;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.Name;
import dev.nabla.room.Poll;
import dev.nabla.room.Presence;
import dev.nabla.room.Student;
import dev.nabla.room.Whereabouts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * A class in a PostgreSQL database, 13 or newer, that several hosts share; tables in {@code sql/1.sql}.
 *
 * <p>Whoever changes the class holds its row meanwhile, and counts it there: a host whose count is the same knows all. A notice
 * tells the others to look at once. Answers send none, since that would take a lock of the whole server at each commit; others
 * ask for those of transactions older than any that still runs, as numbers alone come to sight out of order.
 */
final class SqlStore extends GroupCommitStore {
    private static final int VERSION = 1;
    private static final long LOCK = 0x6e61626c61L;
    private static final int LISTEN_MILLIS = 1000;

    private final Link writer;
    private final Link reader;
    private final Link viewer;
    private final Link listener;
    private final String name;
    private final String host;
    private final PrivateFile spool;
    private final boolean serves;
    private final Thread ears = new Thread(this::listen, "store-listener");
    private volatile boolean closed;
    /** How often the class had been changed when it was read last. */
    private long changes = -1;

    /** The transaction from which on answers of other hosts were not asked for yet. */
    private String since;

    /**
     * Opens a class, or begins it.
     *
     * @param spool where answers go while the database is away, if this serves
     * @param begin what it is if there is none
     */
    SqlStore(
            String url,
            String name,
            String host,
            PrivateFile spool,
            Optional<FileChannel> lock,
            Optional<ClassInfo> begin)
            throws IOException {
        super(lock);
        this.name = name;
        this.host = host;
        this.spool = spool;
        serves = lock.isPresent();
        writer = new Link(url);
        reader = new Link(url);
        viewer = new Link(url);
        listener = new Link(url);
        try {
            writer.together(() -> begin(begin));
            since = viewer.together(this::oldest);
            start();
        } catch (IOException | RuntimeException unusable) {
            close();
            throw unusable;
        }
        ears.setDaemon(true);
        ears.start();
    }

    private Void begin(Optional<ClassInfo> begin) throws IOException {
        writer.run("select pg_advisory_xact_lock(" + LOCK + ")");
        boolean fresh = writer.rows(row -> row.getString(1), "select to_regclass('nabla_schema')")
                        .get(0)
                == null;
        if (fresh) {
            try (InputStream tables = SqlStore.class.getResourceAsStream("sql/" + VERSION + ".sql")) {
                writer.run(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
            }
            writer.run("create table nabla_schema (version int not null, at timestamptz not null default now())");
            writer.run("insert into nabla_schema values (" + VERSION + ")");
        }
        int version = writer.rows(row -> row.getInt(1), "select max(version) from nabla_schema")
                .get(0);
        if (version > VERSION) {
            throw new Refused(
                    Refused.Reason.UNUSABLE,
                    "the tables of the database are of version " + version + ", this nabla knows " + VERSION);
        }
        if (begin.isPresent()
                && writer.run("insert into class values (?, '', null, 'Z') on conflict do nothing", name) > 0) {
            put(begin.get());
        }
        return null;
    }

    @Override
    void together(Work<Void> work) throws IOException {
        boolean kept = false;
        try {
            writer.together(work::run);
            kept = true;
        } finally {
            changes = kept ? changes : -1;
        }
    }

    private static String id(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    private static long number(Student student) {
        return Long.parseLong(student.id());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Holds the class until the transaction ends. */
    @Override
    ClassMemory load(ClassMemory old) throws IOException {
        List<Long> now =
                writer.rows(row -> row.getLong(1), "select changes from class where class = ? for no key update", name);
        if (now.isEmpty()) {
            throw new Refused(Refused.Reason.ABSENT, "there is no class " + name + " in the database");
        }
        ClassMemory read = now.get(0) == changes ? old : all(old, changes < 0);
        changes = now.get(0);
        Map<Long, Poll> polls = read.polls();
        Board board = writer.rows(row -> board(row, polls), "select * from board where class = ?", name).stream()
                .findFirst()
                .orElse(Board.EMPTY);
        return board.poll().isPresent()
                ? votes(read.with(board), "poll = ?", board.poll().get().id())
                : read.with(board);
    }

    private ClassMemory all(ClassMemory old, boolean first) throws IOException {
        List<ClassInfo.Due> dues = writer.rows(
                row -> new ClassInfo.Due(
                        row.getString("section"), at(row, "at"), Optional.ofNullable(id(row, "student"))),
                "select * from due where class = ?",
                name);
        ClassInfo info = writer.rows(
                        row -> new ClassInfo(
                                row.getString("title"),
                                Optional.ofNullable(row.getString("course")),
                                ZoneId.of(row.getString("zone")),
                                Optional.ofNullable(row.getString("code")),
                                dues),
                        "select * from class where class = ?",
                        name)
                .get(0);
        Map<String, Account> accounts = new HashMap<>();
        writer.rows(
                row -> accounts.put(id(row, "id"), account(row)),
                "select s.*, array_remove(array_agg(k.fingerprint), null) as keys"
                        + " from student s left join key k on k.student = s.id where s.class = ? group by s.id",
                name);
        ClassMemory all = old.with(info).with(accounts);
        for (Poll poll : writer.rows(SqlStore::poll, "select * from poll where class = ?", name)) {
            all = all.with(poll);
        }
        return first ? votes(all, "true or ? = 0", 0) : all;
    }

    private static Account account(ResultSet row) throws SQLException {
        String[] keys = (String[]) row.getArray("keys").getArray();
        return new Account(
                new Student(id(row, "id"), new Name(row.getString("name"))),
                List.of(keys).stream().map(Fingerprint::new).collect(Collectors.toSet()),
                Optional.ofNullable(row.getString("pin")),
                at(row, "joined"));
    }

    private static Poll poll(ResultSet row) throws SQLException {
        return new Poll(
                row.getLong("id"),
                row.getString("section"),
                row.getString("item"),
                row.getLong("seed"),
                Poll.Phase.valueOf(row.getString("phase")),
                at(row, "since"));
    }

    private static Board board(ResultSet row, Map<Long, Poll> polls) throws SQLException {
        Optional<Board.Shown> shown = Optional.ofNullable(row.getString("document"))
                .map(JsonLine::read)
                .map(line -> new Board.Shown(
                        line.text("by"),
                        line.text("section"),
                        line.text("figure"),
                        line.settings(),
                        line.text("knob"),
                        (int) line.whole("part"),
                        line.text("mode")));
        return new Board(row.getLong("revision"), shown, Optional.ofNullable(polls.get(row.getLong("poll"))));
    }

    private ClassMemory votes(ClassMemory old, String which, long poll) throws IOException {
        ClassMemory[] all = {old};
        writer.rows(
                row -> all[0] = all[0].with(
                        row.getLong("poll"),
                        new Poll.Vote(row.getInt("round"), id(row, "student"), row.getString("kind"))),
                "select v.* from vote v join student s on s.id = v.student where s.class = ? and " + which,
                name,
                poll);
        return all[0];
    }

    private void changed(String what) throws IOException {
        writer.run("update class set changes = changes + 1 where class = ?", name);
        changes++;
        tell(what);
    }

    private void tell(String what) throws IOException {
        writer.run("select pg_notify(?, ?)", channel(), what);
    }

    private String channel() {
        return "nabla_" + name;
    }

    @Override
    void put(ClassInfo info) throws IOException {
        writer.run(
                "update class set title = ?, course = ?, zone = ?, code = ? where class = ?",
                info.title(),
                info.lessons(),
                info.zone().getId(),
                info.code(),
                name);
        writer.run("delete from due where class = ?", name);
        for (ClassInfo.Due due : info.dues()) {
            writer.run("insert into due values (?, ?, ?::bigint, ?)", name, due.section(), due.student(), due.at());
        }
        changed("info");
    }

    @Override
    void put(Account account) throws IOException {
        Student student = account.student();
        writer.run(
                "insert into student values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set name = excluded.name, name_key = excluded.name_key, pin = excluded.pin",
                number(student),
                name,
                student.name().text(),
                student.name().key(),
                account.pin(),
                account.joined());
        writer.run("delete from key where student = ?", number(student));
        for (Fingerprint key : account.keys()) {
            writer.run("insert into key values (?, ?, ?)", name, key.text(), number(student));
        }
        changed("accounts");
    }

    @Override
    void put(Board before, Board board) throws IOException {
        Optional<String> document = board.shown().map(SqlStore::line);
        writer.run(
                "insert into board values (?, ?, ?::jsonb, ?::bigint) on conflict (class) do update"
                        + " set revision = excluded.revision, document = excluded.document, poll = excluded.poll",
                name,
                board.revision(),
                document,
                board.poll().map(Poll::id));
        if (board.poll().isPresent() && !board.poll().equals(before.poll())) {
            Poll poll = board.poll().get();
            writer.run(
                    "insert into poll values (?, ?, ?, ?, ?, ?, ?)"
                            + " on conflict (class, id) do update set phase = excluded.phase, since = excluded.since",
                    name,
                    poll.id(),
                    poll.section(),
                    poll.item(),
                    poll.seed(),
                    poll.phase().name(),
                    poll.since());
            changed("poll " + poll.id());
        }
        tell("board " + board.revision());
    }

    private static String line(Board.Shown shown) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("by", shown.by());
        line.put("section", shown.section());
        line.put("figure", shown.figure());
        line.put("settings", shown.settings());
        line.put("knob", shown.knob());
        line.put("part", shown.part());
        line.put("mode", shown.mode());
        return JsonLine.of(line);
    }

    @Override
    void put(long poll, Poll.Vote vote) throws IOException {
        writer.run(
                "insert into vote select ?, ?, id, ? from student where id = ?"
                        + " on conflict (poll, round, student) do update set kind = excluded.kind, at = now()",
                poll,
                vote.round(),
                vote.kind(),
                Long.parseLong(vote.student()));
    }

    @Override
    void put(List<Deed> deeds) throws IOException {
        for (Deed deed : deeds) {
            String line = Journal.line(deed.entry());
            writer.run(
                    "insert into event select id, ?, sha256(convert_to(?, 'UTF8')), ?, ?, ? from student where id = ?"
                            + " on conflict do nothing",
                    deed.course(),
                    line,
                    deed.entry().at(),
                    line,
                    host,
                    number(deed.student()));
        }
    }

    @Override
    void remove(Student student) throws IOException {
        writer.run("delete from student where id = ?", number(student));
        changed("accounts");
    }

    @Override
    List<Entry> written(Student student, String course) throws IOException {
        return reader.together(() -> entries(String.join(
                "\n",
                reader.rows(
                        row -> row.getString(1),
                        "select line from event where student = ? and course = ? order by seq",
                        number(student),
                        course))));
    }

    private static List<Entry> entries(String lines) throws IOException {
        return Journal.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))
                .entries();
    }

    @Override
    boolean spool(List<Deed> deeds) {
        try {
            if (serves) {
                spool.makeFolder();
                spool.add(deeds.stream()
                        .map(deed -> JsonLine.of(Map.of(
                                        "student", deed.student().id(),
                                        "course", deed.course(),
                                        "line", Journal.line(deed.entry())))
                                + "\n")
                        .collect(Collectors.joining()));
            }
            return serves;
        } catch (IOException full) {
            return false;
        }
    }

    @Override
    List<Deed> spooled() throws IOException {
        List<Deed> deeds = new ArrayList<>();
        if (serves && Files.exists(spool.path())) {
            for (String text : Files.readAllLines(spool.path())) {
                try {
                    JsonLine line = JsonLine.read(text);
                    Account account = known().accounts().get(line.text("student"));
                    for (Entry entry : account == null ? List.<Entry>of() : entries(line.text("line"))) {
                        deeds.add(new Deed(account.student(), line.text("course"), entry));
                    }
                } catch (BadInput torn) {
                    continue;
                }
            }
        }
        return deeds;
    }

    @Override
    void drained() throws IOException {
        Files.deleteIfExists(spool.path());
    }

    private String oldest() throws IOException {
        return viewer.rows(row -> row.getString(1), "select pg_snapshot_xmin(pg_current_snapshot())")
                .get(0);
    }

    @Override
    public List<Presence> present(List<Presence> here) {
        Map<String, Account> accounts = known().accounts();
        String[] ids = here.stream().map(one -> one.student().id()).toArray(String[]::new);
        String[] places = here.stream().map(SqlStore::line).toArray(String[]::new);
        return asked(here, () -> {
            viewer.run("delete from session where host = ? and student <> all (?::bigint[])", host, ids);
            viewer.run(
                    "insert into session select ?, s.id, p.place::jsonb from unnest(?::bigint[], ?) p (id, place)"
                            + " join student s using (id) on conflict (host, student) do update"
                            + " set place = excluded.place, seen = now()"
                            + " where session.place <> excluded.place or session.seen < now() - interval '5 s'",
                    host,
                    ids,
                    places);
            return viewer
                    .rows(
                            row -> presence(accounts.get(id(row, "student")), JsonLine.read(row.getString("place"))),
                            "select n.* from session n join student s on s.id = n.student"
                                    + " where s.class = ? and n.seen > now() - interval '20 s'",
                            name)
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    private static String line(Presence one) {
        return JsonLine.of(Map.of(
                "section", one.where().section(),
                "doing", one.where().doing().name(),
                "part", one.where().part(),
                "key", one.lastKey().toString()));
    }

    private static Optional<Presence> presence(Account account, JsonLine place) {
        return Optional.ofNullable(account)
                .map(known -> new Presence(
                        known.student(),
                        new Whereabouts(
                                place.text("section"),
                                Whereabouts.Doing.valueOf(place.text("doing")),
                                place.text("part")),
                        Instant.parse(place.text("key"))));
    }

    @Override
    public List<Answer> elsewhere() {
        return asked(List.of(), () -> {
            String until = oldest();
            List<Answer> answers = new ArrayList<>();
            Map<String, Account> accounts = known().accounts();
            viewer.rows(
                    row -> answers.addAll(answers(accounts.get(id(row, "student")), row.getString("line"))),
                    "select e.student, e.line from event e join student s on s.id = e.student where s.class = ?"
                            + " and e.host <> ? and e.xid >= ?::xid8 and e.xid < ?::xid8 order by e.seq",
                    name,
                    host,
                    since,
                    until);
            since = until;
            return answers;
        });
    }

    private static List<Answer> answers(Account account, String line) {
        try {
            return account == null
                    ? List.of()
                    : entries(line).stream()
                            .filter(Entry.Answered.class::isInstance)
                            .map(entry -> new Answer(account.student(), (Entry.Answered) entry))
                            .toList();
        } catch (IOException never) {
            throw new UncheckedIOException(never); // the line is read already
        }
    }

    /** What the view shows; what is known here while the database is away. */
    private <T> T asked(T otherwise, Link.Work<T> question) {
        try {
            return viewer.together(question);
        } catch (IOException away) {
            return otherwise;
        }
    }

    private void listen() {
        while (!closed) {
            try {
                listener.together(() -> listener.run("listen \"" + channel() + "\""));
                lookNow();
                while (!closed) {
                    PGConnection told = listener.connection().unwrap(PGConnection.class);
                    if (told.getNotifications(LISTEN_MILLIS).length > 0) {
                        lookNow();
                    }
                }
            } catch (IOException | SQLException lost) {
                listener.close();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LISTEN_MILLIS));
            }
        }
        listener.close();
    }

    @Override
    public void close() {
        closed = true;
        super.close();
        if (since != null) {
            asked(0, () -> viewer.run("delete from session where host = ?", host));
        }
        for (Link link : List.of(writer, reader, viewer)) {
            link.close();
        }
    }
}
