package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginDelayTest {
    private final AtomicLong now = new AtomicLong(5);
    private final LoginDelay limits = new LoginDelay(now::get);

    private void pass(int seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private void wrong(int times, String address) {
        for (int i = 0; i < times; i++) {
            limits.countWrong(address);
        }
    }

    @Test
    void aWrongTryTakesASecondAndFiveWhereThereAreMany() {
        assertThat(limits.delay("a")).isZero();
        assertThat(limits.countWrong("a")).isEqualTo(1);
        wrong(28, "a");
        assertThat(limits.delay("a")).isEqualTo(1);
        assertThat(limits.countWrong("a")).isEqualTo(5);
        assertThat(limits.delay("a")).isEqualTo(5);
        assertThat(limits.delay("b")).isZero();
    }

    @Test
    void howeverManyThereAreNoneTakesLonger() {
        wrong(100_000, "a");
        assertThat(limits.delay("a")).isEqualTo(5);
        assertThat(limits.delay("b")).isEqualTo(5);
    }

    @Test
    void aMinuteAfterTheLastNothingIsSlow() {
        wrong(1000, "a");
        pass(61);
        assertThat(limits.delay("a")).isZero();
        assertThat(limits.wrongInLastMinute()).isZero();
    }

    @Test
    void manyInAllSlowThoseWhoMadeNone() {
        for (int i = 0; i < 59; i++) {
            limits.countWrong("from " + i);
        }
        assertThat(limits.delay("another")).isZero();
        limits.countWrong("from 59");
        assertThat(limits.delay("another")).isEqualTo(1);
        assertThat(limits.wrongInLastMinute()).isEqualTo(60);
    }

    @Test
    void fromAMillionAddressesAFewAreRemembered() {
        for (int i = 0; i < 11_000; i++) {
            limits.countWrong("from " + i);
        }
        assertThat(limits.delay("from 10999")).isEqualTo(5);
        pass(61);
        limits.countWrong("late");
        assertThat(limits.delay("late")).isEqualTo(1);
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
