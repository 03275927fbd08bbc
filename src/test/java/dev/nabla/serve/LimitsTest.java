package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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

    @Test
    void soManyLoginsAreUnderWayFromOneAddressAndTwoHundredInAll() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.begins("a")).isTrue();
        }
        assertThat(limits.begins("a")).isFalse();
        limits.ends("a");
        assertThat(limits.begins("a")).isTrue();
        for (int i = 0; i < 197; i++) {
            assertThat(limits.begins("from " + i)).isTrue();
        }
        assertThat(limits.begins("b")).isFalse();
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
