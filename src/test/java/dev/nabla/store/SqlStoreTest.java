package dev.nabla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Slow;
import dev.nabla.progress.Journal;
import dev.nabla.room.Board;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.StoreException;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.Presence;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the PostgreSQL whose URL is in NABLA_TEST_DB; {@code src/test/terminal/postgres.sh} starts one. */
@Slow
class SqlStoreTest extends ClassStoreContract {
    private static final String URL = System.getenv().getOrDefault("NABLA_TEST_DB", "");

    @TempDir
    private Path above;

    /** A name of its own for each test. */
    private final String name = "c" + Long.toString(System.nanoTime(), 36);

    private final List<Cable> cables = new ArrayList<>();

    @BeforeAll
    static void needsADatabase() {
        Assumptions.assumeFalse(URL.isEmpty(), "NABLA_TEST_DB names no database: classes in PostgreSQL are not tested");
    }

    @AfterEach
    void unplug() throws IOException {
        for (Cable cable : cables) {
            cable.close();
        }
    }

    private StoreFactory place(String host, String url) {
        return new StoreFactory(above.resolve(host).resolve(name), Optional.of(url));
    }

    @Override
    ClassStore another() throws IOException {
        try {
            return place("here", URL).open();
        } catch (StoreException absent) {
            return place("here", URL).create(INFO);
        }
    }

    private ClassStore serve(String host, String url) throws IOException {
        ClassStore served = place(host, url).serve(INFO);
        cables.add(served::close);
        return served;
    }

    private interface Cable {
        void close() throws IOException;
    }

    private static List<String> sql(String url, String... statements) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            for (String one : statements) {
                if (statement.execute(one)) {
                    ResultSet rows = statement.getResultSet();
                    while (rows.next()) {
                        all.add(rows.getString(1));
                    }
                }
            }
        }
        return all;
    }

    @Override
    void plant(Student student, String line) throws SQLException {
        sql(URL, "insert into event values (" + student.id() + ", 'maths', '\\x00', now(), '" + line + "', 'x')");
    }

    @Override
    void remove() throws SQLException {
        sql(URL, "delete from class where class = '" + name + "'");
    }

    @Override
    String bytes() throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table : sql(URL, "select tablename from pg_tables where schemaname = 'public'")) {
            all.append(sql(URL, "select t::text from \"" + table + "\" t"));
        }
        return all.toString();
    }

    /** A line to the database that can be cut. */
    private final class Wire implements Cable {
        private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
        private final String[] to;
        private final int port;
        private ServerSocket server;

        Wire() throws IOException {
            Matcher place = Pattern.compile("//([^:/]+):(\\d+)").matcher(URL);
            assertThat(place.find()).isTrue();
            to = new String[] {place.group(1), place.group(2)};
            plug(0);
            port = server.getLocalPort();
            cables.add(this);
        }

        String url() {
            return URL.replaceFirst("//[^:/]+:\\d+", "//127.0.0.1:" + port);
        }

        private void plug(int on) throws IOException {
            ServerSocket fresh = new ServerSocket(on, 50, InetAddress.getLoopbackAddress());
            server = fresh;
            thread(() -> {
                while (true) {
                    Socket near = fresh.accept();
                    Socket far = new Socket(to[0], Integer.parseInt(to[1]));
                    sockets.addAll(List.of(near, far));
                    if (fresh.isClosed()) { // accept() can still return a connection while close() runs
                        near.close();
                        far.close();
                        return;
                    }
                    pump(near, far);
                    pump(far, near);
                }
            });
        }

        void plug() throws IOException {
            plug(port);
        }

        private void pump(Socket from, Socket into) {
            thread(() -> {
                try (InputStream in = from.getInputStream();
                        OutputStream out = into.getOutputStream()) {
                    in.transferTo(out);
                }
            });
        }

        private void thread(Cable work) {
            Thread one = new Thread(() -> {
                try {
                    work.close();
                } catch (IOException cut) {
                    return;
                }
            });
            one.setDaemon(true);
            one.start();
        }

        @Override
        public void close() throws IOException {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void whileTheDatabaseIsAwayAnswersAreKeptHere() throws Exception {
        Wire wire = new Wire();
        ClassStore served = serve("one", wire.url());
        Student ada = joined("ada");
        eventually(() -> served.accounts().size() == 1);
        done(served.append(ada, COURSE, List.of(answer(0))));
        wire.close();
        for (int i = 1; i <= 5; i++) {
            done(served.append(ada, COURSE, List.of(answer(i), answer(0))));
        }
        assertThat(served.backlog()).isPresent();
        assertThat(served.studentOf(new Fingerprint("SHA256:ada-key"))).contains(ada);
        assertThatThrownBy(() -> done(served.join(new StudentName("bob"), key("b"), NOON)))
                .hasMessageContaining("the database");
        assertThat(store.read(ada, COURSE)).containsExactly(answer(0));
        served.close();
        wire.plug();
        ClassStore again = serve("one", wire.url());
        eventually(() -> again.backlog().isEmpty());
        assertThat(again.read(ada, COURSE))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 5)
                        .mapToObj(ClassStoreContract::answer)
                        .toList());
        try (Stream<Path> left = Files.walk(above.resolve("one"))) {
            assertThat(left.filter(Files::isRegularFile))
                    .extracting(Path::getFileName)
                    .containsExactly(Path.of("lock"));
        }
        wire.close();
        done(again.append(ada, COURSE, List.of(answer(6))));
        wire.plug();
        eventually(() -> again.backlog().isEmpty());
        assertThat(store.read(ada, COURSE)).hasSize(7).endsWith(answer(6));
    }

    /** A character that no text of PostgreSQL may hold. */
    @Test
    void whatTheDatabaseRefusesEveryTimeDoesNotWait() {
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        store.watch(fault -> faults.add(fault.cause()));
        Student ada = joined("ada");
        assertThatThrownBy(() -> done(store.append(ada, "\0", List.of(answer(1)))))
                .hasMessageContaining("the database refuses what nabla asks (22021)");
        assertThat(store.backlog()).isEmpty();
        assertThat(faults).hasSize(1);
        done(store.append(ada, COURSE, List.of(answer(1))));
    }

    @Test
    void twoHostsShareBoardPollVotesAnswersAndWhoIsHere() throws Exception {
        ClassStore one = serve("one", URL);
        ClassStore two = serve("two", URL);
        Student ada = joined("ada");
        eventually(() -> one.accounts().size() == 1 && two.accounts().size() == 1);
        assertThat(one.hosts(List.of(), false).answers()).isEmpty();
        done(one.append(ada, COURSE, List.of(answer(1))));
        done(two.append(ada, COURSE, List.of(answer(2))));
        List<ClassStore.StudentAnswer> elsewhere = new ArrayList<>();
        eventually(() -> elsewhere.addAll(one.hosts(List.of(), false).answers()) && !elsewhere.isEmpty());
        assertThat(elsewhere).containsExactly(new ClassStore.StudentAnswer(ada, answer(2)));
        assertThat(one.hosts(List.of(), false).answers()).isEmpty();
        Poll poll = new Poll(1, "02", "2.3", 7, Phase.OPEN, NOON);
        Board shown = done(one.post(one.board().withPoll(Optional.of(poll))));
        eventually(() -> two.board().equals(shown) && two.polls().equals(List.of(poll)));
        done(two.vote(1, new Vote(1, ada.id(), Vote.RIGHT)));
        eventually(() -> one.votes(1).equals(List.of(new Vote(1, ada.id(), Vote.RIGHT))));
        Presence reads = new Presence(ada, new LearnerLocation("02", LearnerLocation.Doing.READS, ""), NOON);
        Presence home = new Presence(ada, LearnerLocation.HOME, NOON);
        assertThat(one.hosts(List.of(reads), false).present()).containsExactly(reads);
        assertThat(two.hosts(List.of(home), false).present()).containsExactlyInAnyOrder(reads, home);
        assertThat(one.hosts(List.of(), false).present()).containsExactly(home);
        two.close();
        assertThat(one.hosts(List.of(), false).present()).isEmpty();
    }

    /**
     * An answer of a transaction that begins early and commits late has a smaller number than answers that were read
     * already.
     */
    @Test
    void anAnswerThatIsCommittedLateIsNotMissed() throws Exception {
        ClassStore one = serve("one", URL);
        Student ada = joined("ada");
        eventually(() -> one.accounts().size() == 1);
        try (Connection slow = DriverManager.getConnection(URL);
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("insert into event values (" + ada.id() + ", 'maths', '\\x01', now(), '"
                    + Journal.line(answer(1)) + "', 'x')");
            done(store.append(ada, COURSE, List.of(answer(2))));
            List<ClassStore.StudentAnswer> seen =
                    new ArrayList<>(one.hosts(List.of(), false).answers());
            slow.commit();
            eventually(() -> seen.addAll(one.hosts(List.of(), false).answers()) && seen.size() >= 2);
            assertThat(seen)
                    .containsExactlyInAnyOrder(
                            new ClassStore.StudentAnswer(ada, answer(1)), new ClassStore.StudentAnswer(ada, answer(2)));
        }
    }

    @Test
    void aProcessThatOnlyLooksLeavesWhoIsHereAlone() throws Exception {
        ClassStore one = serve("one", URL);
        Student ada = joined("ada");
        Presence here = new Presence(ada, LearnerLocation.HOME, NOON);
        eventually(() -> one.accounts().size() == 1);
        assertThat(one.hosts(List.of(here), false).present()).containsExactly(here);
        eventually(() -> store.hosts(List.of(), false).present().equals(List.of(here)));
        store.close();
        assertThat(one.hosts(List.of(here), false).present()).containsExactly(here);
    }

    @Test
    void aTeacherIsKnownOfAtEveryHostUntilTheirsIsGone() throws Exception {
        ClassStore one = serve("one", URL);
        ClassStore two = serve("two", URL);
        assertThat(two.hosts(List.of(), false).taught()).isFalse();
        assertThat(one.hosts(List.of(), true).taught()).isTrue();
        assertThat(two.hosts(List.of(), false).taught()).isTrue();
        one.close();
        eventually(() -> !two.hosts(List.of(), false).taught());
        assertThat(sql(URL, "select (now() - seen)::text from taught where class = '" + name + "'"))
                .first(InstanceOfAssertFactories.STRING)
                .isBetween("00:00:03", "00:00:06");
    }

    private void unusable(String url, String... words) {
        refused(StoreException.RefusalReason.UNUSABLE, url, words);
    }

    private void refused(StoreException.RefusalReason reason, String url, String... words) {
        assertThatThrownBy(() -> place("other", url).serve(INFO).close())
                .isInstanceOfSatisfying(StoreException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason))
                .hasMessageContainingAll(words);
    }

    @Test
    void aHostWithAnotherKeyServesOnlyIfItJoins() throws Exception {
        Fingerprint first = new Fingerprint("SHA256:first");
        Fingerprint second = new Fingerprint("SHA256:second");
        ClassStore one = serve("one", URL);
        ClassStore two = serve("two", URL);
        assertThat(one.admitHost(first, false)).isEmpty();
        assertThat(one.admitHost(first, false)).as("a second start").isEmpty();
        assertThat(two.admitHost(second, false)).containsExactly(first);
        assertThat(two.admitHost(second, false))
                .as("a refusal registers nothing")
                .containsExactly(first);
        assertThat(two.admitHost(first, false)).as("a copy of the key").isEmpty();
        assertThat(two.admitHost(second, true)).isEmpty();
        assertThat(two.admitHost(second, false))
                .as("a start after it has joined")
                .isEmpty();
        assertThat(one.admitHost(first, false)).isEmpty();
        assertThat(one.admitHost(new Fingerprint("SHA256:third"), false)).containsExactlyInAnyOrder(first, second);
        done(one.change(info -> info.closed(true)));
        eventually(() -> two.info().closed());
    }

    /** As a class of 0.2.0 is: no host has registered a key. */
    @Test
    void theFirstOfTwoHostsThatBeginAtOnceDecides() throws Exception {
        ClassStore one = serve("one", URL);
        ClassStore two = serve("two", URL);
        long admitted = IntStream.range(0, 2)
                .parallel()
                .filter(i -> {
                    try {
                        return (i == 0 ? one : two)
                                .admitHost(new Fingerprint("SHA256:" + i), false)
                                .isEmpty();
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                })
                .count();
        assertThat(admitted).isOne();
    }

    @Test
    void aDatabaseThatCannotBeUsedSaysWhyWithoutAPassword() throws Exception {
        String other = URL.replace("/postgres?", "/" + name + "?");
        unusable(other, "database \"" + name + "\" does not exist");
        sql(URL, "create database " + name, "drop role if exists locked", "create role locked login password 's3cret'");
        unusable(other.replaceAll("user=\\w+", "user=locked"), "password");
        unusable(other.replaceAll("user=\\w+", "user=locked") + "&password=wr0ng", "password");
        place("other", other).serve(INFO).close();
        sql(URL, "alter database " + name + " set default_transaction_read_only = on");
        unusable(other, "read-only");
        sql(other, "set default_transaction_read_only = off", "insert into nabla_schema values (7)");
        unusable(other, "version 7", "knows 1");
        sql(URL, "drop database " + name);
        refused(StoreException.RefusalReason.AWAY, "jdbc:postgresql://127.0.0.1:1/postgres?user=nabla", "refused");
    }

    @Test
    void fourHostsBeginAtOnce() throws Exception {
        sql(URL, "create database " + name);
        String other = URL.replace("/postgres?", "/" + name + "?");
        List<ClassStore> all = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return place("host" + i, other).serve(INFO);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                })
                .toList();
        assertThat(all).extracting(ClassStore::info).containsOnly(INFO);
        all.forEach(ClassStore::close);
        eventually(() -> {
            try {
                sql(URL, "drop database " + name);
                return true;
            } catch (SQLException inUse) {
                return false;
            }
        });
    }
}
