package dev.nabla.store;

import dev.nabla.file.PrivateFile;
import dev.nabla.file.PrivateFile.LockedAction;
import dev.nabla.output.JsonLine;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.Presence;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A class in a PostgreSQL database, 13 or newer, that several hosts share; the tables are in {@code sql/1.sql}.
 *
 * <p>A process that changes the class locks its row and increments the counter in it. A host reads the lines after the
 * counter that it saw last. Answers are read by transaction instead, and only those of transactions older than any that
 * still runs, because sequence numbers become visible out of order.
 */
final class SqlStore extends GroupCommitStore {
    private static final int VERSION = 1;
    private static final int READ_AT_ONCE = 50_000;

    private final DatabaseConnection writer;
    private final DatabaseConnection reader;
    private final String name;
    private final String host;
    /** Counter of changes of the class when it was last read; -1 before. */
    private long changes = -1;
    /** Transaction from which on the answers of other hosts have not been read yet. */
    private String since;

    /**
     * Opens a class, or creates it from {@code ifAbsent} if there is none.
     *
     * @param name name of the class in the database
     * @param host name that no other serving process has
     * @param spool file for entries while the database is unavailable; empty if there is no such file
     */
    SqlStore(
            String url,
            String name,
            String host,
            Optional<PrivateFile> spool,
            Optional<FileChannel> lock,
            Optional<ClassInfo> ifAbsent)
            throws IOException {
        super(lock, new Spool(spool));
        this.name = name;
        this.host = host;
        writer = new DatabaseConnection(url);
        reader = new DatabaseConnection(url);
        try {
            writer.inTransaction(() -> begin(ifAbsent));
            since = reader.inTransaction(this::oldest);
            start();
        } catch (IOException unusable) {
            List.of(writer, reader).forEach(DatabaseConnection::close);
            throw unusable;
        }
    }

    private Void begin(Optional<ClassInfo> ifAbsent) throws IOException {
        writer.run("select pg_advisory_xact_lock(hashtext('nabla'))");
        if (writer.text("select to_regclass('nabla_schema')") == null) {
            try (InputStream tables = SqlStore.class.getResourceAsStream("sql/" + VERSION + ".sql")) {
                writer.run(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        int version = Integer.parseInt(writer.text("select max(version) from nabla_schema"));
        if (version > VERSION) {
            throw new IOException(
                    "the tables of the database have version " + version + ", this nabla knows " + VERSION);
        }
        if (ifAbsent.isPresent() && writer.run("insert into class values (?) on conflict do nothing", name) > 0) {
            put("class", ClassLineCodec.of(ifAbsent.get()));
        }
        return null;
    }

    @Override
    void inTransaction(LockedAction<Void> work) throws IOException {
        long before = changes;
        try {
            writer.inTransaction(work);
        } catch (IOException | RuntimeException | Error failed) {
            changes = before;
            throw failed;
        }
    }

    @Override
    public Set<Fingerprint> admitHost(Fingerprint key, boolean join) throws IOException {
        return writer.inTransaction(() -> {
            writer.run("select changes from class where class = ? for no key update", name);
            String line = writer.text("select line from note where class = ? and key = 'hosts'", name);
            Set<Fingerprint> known = line == null ? Set.of() : ClassLineCodec.hostKeys(JsonLine.read(line));
            if (!known.isEmpty() && !known.contains(key) && !join) {
                return known;
            }
            Set<Fingerprint> all = new TreeSet<>(Comparator.comparing(Fingerprint::text));
            all.addAll(known);
            if (all.add(key)) {
                put("hosts", ClassLineCodec.of(all));
            }
            return Set.<Fingerprint>of();
        });
    }

    private static long number(Student student) {
        return Long.parseLong(student.id());
    }

    /** Reads the lines that have changed. Locks the row of the class until the transaction ends. */
    @Override
    StoredClass load(StoredClass old) throws IOException {
        String count = writer.text("select changes from class where class = ? for no key update", name);
        if (count == null) {
            throw new StoreException(
                    StoreException.RefusalReason.ABSENT, "there is no class " + name + " in the database");
        }
        long before = changes;
        changes = Long.parseLong(count);
        String fresh = "select line from note where class = ? and change > ? order by change";
        return changes == before ? old : old.with(writer.rows(row -> row.getString(1), fresh, name, before));
    }

    @Override
    void put(String key, Map<String, Object> line) throws IOException {
        Optional<Long> student = Optional.ofNullable((String) line.get("student"))
                .filter(id -> !key.startsWith("erased/"))
                .map(Long::valueOf);
        if (key.startsWith("student/")) {
            String nameKey = new StudentName((String) line.get("name")).key();
            writer.run(
                    "insert into student values (?, ?, ?) on conflict (id) do update set name_key = excluded.name_key",
                    student,
                    name,
                    nameKey);
        }
        writer.run("update class set changes = changes + 1 where class = ?", name);
        writer.run(
                "insert into note select class, ?, changes, ?::bigint, ?::jsonb from class where class = ?"
                        + " on conflict (class, key) do update set change = excluded.change, line = excluded.line",
                key,
                student,
                JsonLine.of(line),
                name);
    }

    @Override
    void put(List<StudentEntry> entries) throws IOException {
        writer.run(
                "insert into event select s.id, d.course, sha256(convert_to(d.line, 'UTF8')), d.at::timestamptz, d.line, ?"
                        + " from unnest(?::bigint[], ?, ?, ?) with ordinality d (id, course, at, line, place)"
                        + " join student s using (id) order by d.place on conflict do nothing",
                host,
                texts(entries, entry -> entry.student().id()),
                texts(entries, StudentEntry::course),
                texts(entries, entry -> entry.entry().at().toString()),
                texts(entries, entry -> Journal.line(entry.entry())));
    }

    private static <T> String[] texts(List<T> some, Function<T, String> text) {
        return some.stream().map(text).toArray(String[]::new);
    }

    @Override
    void remove(Student student) throws IOException {
        writer.run("delete from student where id = ?", number(student));
    }

    /**
     * Passes on the entries of a journal. Reads a limited number at a time, so that a long journal does not delay other
     * readers.
     */
    @Override
    void written(Student student, String course, Consumer<Entry> taker) throws IOException {
        String some = "select seq, line from event where student = ? and course = ? and seq > ? order by seq limit "
                + READ_AT_ONCE;
        long seq = Long.MIN_VALUE;
        boolean more = true;
        while (more) {
            long from = seq;
            List<Event> events = reader.inTransaction(() -> reader.rows(
                    row -> new Event(row.getLong(1), row.getString(2)), some, number(student), course, from));
            for (Event event : events) {
                Spool.entries(event.line).forEach(taker);
                seq = event.seq;
            }
            more = events.size() == READ_AT_ONCE;
        }
    }

    private record Event(long seq, String line) {}

    /**
     * Returns what is known here if the database is unavailable: the students of this host, and that there is a
     * teacher, so that an outage does not withdraw the shown figure.
     */
    @Override
    public Hosts hosts(List<Presence> here, boolean taught) {
        try {
            return reader.inTransaction(() -> new Hosts(present(here), taught(taught), answers()));
        } catch (IOException away) {
            return new Hosts(here, true, List.of());
        }
    }

    private List<Presence> present(List<Presence> here) throws IOException {
        String[] ids = texts(here, one -> one.student().id());
        String[] places = texts(here, one -> JsonLine.of(ClassLineCodec.of(one)));
        reader.run(
                "delete from session where host = ? and student <> all (?::bigint[])"
                        + " or seen < now() - interval '1 day'",
                host,
                ids);
        reader.run(
                "insert into session select ?, s.id, p.place::jsonb from unnest(?::bigint[], ?) p (id, place)"
                        + " join student s using (id) on conflict (host, student) do update"
                        + " set place = excluded.place, seen = now()"
                        + " where session.place <> excluded.place or session.seen < now() - interval '5 s'",
                host,
                ids,
                places);
        List<Presence> all = new ArrayList<>();
        reader.rows(
                row -> {
                    JsonLine place = JsonLine.read(row.getString("place"));
                    return student(row.getString("student"))
                            .map(student -> all.add(ClassLineCodec.presence(place, student)));
                },
                "select n.* from session n join student s on s.id = n.student"
                        + " where s.class = ? and n.seen > now() - interval '20 s'",
                name);
        return all;
    }

    private boolean taught(boolean here) throws IOException {
        if (here) {
            reader.run("insert into taught values (?) on conflict (class) do update set seen = excluded.seen", name);
        }
        String lately = "select class from taught where class = ? and seen > now() - interval '3 s'";
        return reader.text(lately, name) != null;
    }

    private String oldest() throws IOException {
        return reader.text("select pg_snapshot_xmin(pg_current_snapshot())");
    }

    private List<StudentAnswer> answers() throws IOException {
        String until = oldest();
        List<StudentAnswer> answers = new ArrayList<>();
        List<List<String>> rows = reader.rows(
                row -> List.of(row.getString("student"), row.getString("line")),
                "select e.student, e.line from event e join student s on s.id = e.student where s.class = ?"
                        + " and e.host <> ? and e.xid >= ?::xid8 and e.xid < ?::xid8 order by e.seq",
                name,
                host,
                since,
                until);
        for (List<String> row : rows) {
            for (Entry entry : Spool.entries(row.get(1))) {
                if (entry instanceof Entry.Answered answered) {
                    student(row.get(0)).ifPresent(who -> answers.add(new StudentAnswer(who, answered)));
                }
            }
        }
        since = until;
        return answers;
    }

    @Override
    public void close() {
        super.close();
        try {
            reader.inTransaction(() -> reader.run("delete from session where host = ?", host));
        } catch (IOException away) {
            // Other hosts see by the times of the rows that this host is gone.
        }
        List.of(writer, reader).forEach(DatabaseConnection::close);
    }
}
