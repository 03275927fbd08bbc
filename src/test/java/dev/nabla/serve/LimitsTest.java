package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.sshd.common.session.Session;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final AtomicLong now = new AtomicLong(5);
    private final Limits limits = new Limits(now::get, 3);

    private void pass(int seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private void wrong(int times, String address) {
        for (int i = 0; i < times; i++) {
            limits.wrong(address);
        }
    }

    @Test
    void theEleventhTryOfAnAddressWithinAMinuteWaits() {
        wrong(9, "a");
        assertThat(limits.wait("a")).isZero();
        wrong(1, "a");
        assertThat(limits.wait("a")).isBetween(15, 16);
        assertThat(limits.wait("b")).isZero();
        pass(16);
        assertThat(limits.wait("a")).isZero();
    }

    @Test
    void waitsDoubleUpToTenMinutesAndAreForgotten() {
        wrong(10, "a");
        for (int wait : new int[] {15, 30, 60, 120, 240, 480, 600, 600}) {
            assertThat(limits.wait("a")).isBetween(wait, wait + 1);
            pass(wait);
            wrong(wait < 60 ? 1 : 10, "a");
        }
        pass(1300);
        wrong(10, "a");
        assertThat(limits.wait("a")).isBetween(15, 16);
    }

    @Test
    void triesThatAreAMinuteOldDoNotCount() {
        wrong(9, "a");
        pass(61);
        wrong(9, "a");
        assertThat(limits.wait("a")).isZero();
    }

    @Test
    void sixtyFromManyAddressesMakeAllWait() {
        for (int i = 0; i < 60; i++) {
            limits.wrong("from " + i);
        }
        assertThat(limits.wait("another")).isPositive();
    }

    /** A connection that has shown a key or not, and notes when it is closed. */
    private final class Coming implements InvocationHandler {
        private final InetSocketAddress from;
        private final Session session =
                (Session) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Session.class}, this);
        private boolean shown;
        private boolean closed;

        Coming(int address) {
            from = new InetSocketAddress("10.0.0." + address, 1);
        }

        @Override
        public Object invoke(Object proxy, Method asked, Object[] with) {
            return switch (asked.getName()) {
                case "getRemoteAddress" -> from;
                case "isAuthenticated" -> shown;
                case "hashCode" -> System.identityHashCode(this);
                case "equals" -> proxy == with[0];
                case "close" -> {
                    closed = true;
                    yield null;
                }
                default -> throw new UnsupportedOperationException(asked.getName());
            };
        }

        boolean begins() {
            return limits.begins(session);
        }
    }

    @Test
    void soManyLoginsAreUnderWayFromOneAddress() {
        List<Coming> three = List.of(new Coming(1), new Coming(1), new Coming(1));
        assertThat(three).allMatch(Coming::begins);
        assertThat(new Coming(1).begins()).isFalse();
        assertThat(new Coming(2).begins()).isTrue();
        limits.ends(three.get(0).session);
        assertThat(new Coming(1).begins()).isTrue();
        assertThat(limits.isUnderWay(three.get(0).session)).isFalse();
        assertThat(limits.isUnderWay(three.get(1).session)).isTrue();
    }

    @Test
    void ofTwoHundredInAllTheOldestThatHasShownNothingMakesRoom() {
        List<Coming> all = IntStream.range(0, 200).mapToObj(Coming::new).toList();
        assertThat(all).allMatch(Coming::begins);
        all.get(0).shown = true;
        assertThat(new Coming(201).begins()).isTrue();
        assertThat(all).filteredOn(one -> one.closed).containsExactly(all.get(1));
        assertThat(limits.isUnderWay(all.get(1).session)).isFalse();
        assertThat(new Coming(202).begins()).isTrue();
        assertThat(all).filteredOn(one -> one.closed).containsExactly(all.get(1), all.get(2));
    }

    @Test
    void whoIsRefusedForTheirAddressTakesNobodysPlaceNorDoesWhoeverComesWhereAllHaveShownAKey() {
        List<Coming> all =
                IntStream.range(0, 200).mapToObj(i -> new Coming(i / 3)).toList();
        assertThat(all).allMatch(Coming::begins);
        assertThat(new Coming(0).begins()).isFalse();
        all.forEach(one -> one.shown = true);
        assertThat(new Coming(201).begins()).isFalse();
        assertThat(all).noneMatch(one -> one.closed);
    }

    @Test
    void ofIpv6TheFirst64BitsAreAnAddress() throws UnknownHostException {
        assertThat(from("2001:db8:1:2::7"))
                .isEqualTo(from("2001:db8:1:2:ffff::1"))
                .isNotEqualTo(from("2001:db8:1:3::7"));
        assertThat(from("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    private static String from(String address) throws UnknownHostException {
        return Limits.address(new InetSocketAddress(InetAddress.getByName(address), 1));
    }
}
