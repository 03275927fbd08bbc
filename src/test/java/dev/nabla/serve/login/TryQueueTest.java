package dev.nabla.serve.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.serve.log.ClientAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TryQueueTest {
    private final AtomicLong now = new AtomicLong(5);
    /** Names in the order in which their tries were checked. */
    private final List<String> checked = new ArrayList<>();

    private Optional<Runnable> task = Optional.empty();
    private long due;
    private final TryQueue queue = new TryQueue(now::get, (run, nanos) -> {
        task = Optional.of(run);
        due = now.get() + nanos;
    });

    private record Client(String address, AtomicBoolean connected) implements LoginClient {
        Client(String address) {
            this(address, new AtomicBoolean(true));
        }

        @Override
        public boolean isConnected() {
            return connected.get();
        }
    }

    private Client tries(String address, String name) {
        Client client = new Client(address);
        queue.add(client, name).thenAccept(any -> checked.add(name));
        return client;
    }

    private void pass(long millis) {
        long end = now.get() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (task.isPresent() && due <= end) {
            now.set(due);
            Runnable run = task.get();
            task = Optional.empty();
            run.run();
        }
        now.set(end);
    }

    private void wrong(int times, String address) {
        for (int i = 0; i < times; i++) {
            queue.countWrong(address);
        }
    }

    @Test
    void upTo59WrongTriesInAMinuteEachTryIsCheckedAtOnce() {
        wrong(59, "a");
        for (int i = 0; i < 120; i++) {
            tries("a", "s" + i);
        }
        assertThat(checked).hasSize(120);
    }

    @Test
    void after60WrongTriesFourInASecondAreChecked() {
        wrong(60, "a");
        for (int i = 0; i < 64; i++) {
            tries("a" + i % 16, "s" + i);
        }
        pass(3_000);
        assertThat(checked).hasSize(13);
        pass(13_000);
        assertThat(checked).as("after 16 s").hasSize(64);
        pass(61_000);
        tries("a", "late");
        assertThat(checked).as("a minute after the last wrong one").endsWith("late");
    }

    @Test
    void addressesTakeTurns() {
        wrong(60, "a");
        for (int i = 0; i < 100; i++) {
            tries("stranger", "s" + i);
        }
        tries("school", "ada");
        tries("home", "bob");
        pass(750);
        assertThat(checked).containsExactly("s0", "ada", "bob", "s1");
    }

    /** As many students behind one address as twenty attackers: 25 tries, which take a little more than 6 s. */
    @Test
    void fromOneAddressTriesAreCheckedInTheirOrder() {
        wrong(60, "a");
        IntStream.range(0, 20).forEach(i -> tries("school", "s" + i));
        IntStream.range(0, 5).forEach(i -> tries("school", "s" + i));
        pass(6_250);
        assertThat(checked).hasSize(25);
    }

    @Test
    void manyTriesForANameHoldUpNoOtherName() {
        wrong(60, "a");
        for (int i = 0; i < 100; i++) {
            tries("school", "zoe");
        }
        tries("school", "ada");
        pass(1_250);
        assertThat(checked).containsExactly("zoe", "zoe", "zoe", "zoe", "ada", "zoe");
        pass(25_000);
        assertThat(checked).hasSize(101);
    }

    @Test
    void theTryOfAClientThatHasHungUpIsNotChecked() {
        wrong(60, "a");
        tries("a", "first");
        Client gone = tries("a", "gone");
        tries("a", "last");
        gone.connected.set(false);
        pass(500);
        assertThat(checked).containsExactly("first", "last");
    }

    @Test
    void aWrongTryTakesASecondAndThenSoDoesARightOne() {
        assertThat(queue.rightSeconds("a")).isZero();
        assertThat(queue.countWrong("a")).isEqualTo(1);
        assertThat(queue.rightSeconds("a")).isEqualTo(1);
        assertThat(queue.rightSeconds("b")).isZero();
        wrong(100_000, "a");
        assertThat(queue.rightSeconds("b")).isEqualTo(1);
        now.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertThat(queue.rightSeconds("a")).isZero();
        assertThat(queue.wrongInLastMinute()).isZero();
    }

    @Test
    void fromAMillionAddressesAFewAreRemembered() {
        for (int i = 0; i < 11_000; i++) {
            queue.countWrong("from " + i);
        }
        assertThat(queue.wrongInLastMinute()).isEqualTo(600);
        now.addAndGet(TimeUnit.SECONDS.toNanos(61));
        queue.countWrong("late");
        assertThat(queue.rightSeconds("late")).isEqualTo(1);
        assertThat(queue.rightSeconds("from 9")).isZero();
    }

    @Test
    void ofIpv6TheFirst64BitsAreAnAddress() throws UnknownHostException {
        assertThat(from("2001:db8:1:2::7"))
                .isEqualTo(from("2001:db8:1:2:ffff::1"))
                .isNotEqualTo(from("2001:db8:1:3::7"));
        assertThat(from("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    private static String from(String address) throws UnknownHostException {
        return ClientAddress.network(new InetSocketAddress(InetAddress.getByName(address), 1));
    }
}
