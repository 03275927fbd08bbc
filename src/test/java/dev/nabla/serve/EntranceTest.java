package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.room.Doorway.Traffic;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntranceTest {
    private final AtomicLong now = new AtomicLong(5);
    private final Entrance entrance = new Entrance(now::get, 64);

    /** Somebody who comes from an address, and notes what becomes of it. */
    private static final class Coming implements Entrance.Caller {
        private final String address;
        private boolean silent;
        private boolean begun;
        private String ended = "";

        Coming(String address) {
            this.address = address;
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public boolean isSilent() {
            return silent || !begun;
        }

        @Override
        public void begin() {
            begun = true;
        }

        @Override
        public void end(String why) {
            ended = why;
        }
    }

    private Coming comes(String address) {
        Coming coming = new Coming(address);
        entrance.comes(coming);
        return coming;
    }

    private List<Coming> come(int count, String address) {
        return IntStream.range(0, count).mapToObj(i -> comes(address)).toList();
    }

    /** Sockets that open and say nothing. */
    private List<Coming> silent(int count, String address) {
        List<Coming> all = come(count, address);
        all.forEach(one -> one.silent = true);
        return all;
    }

    private Coming isAsked(String address) {
        Coming coming = comes(address);
        assertThat(coming.begun).isTrue();
        entrance.asks(coming);
        return coming;
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            entrance.look();
        }
    }

    @Test
    void whoFindsTheDoorFullWaitsUntilThereIsAPlace() {
        List<Coming> all = come(64, "school");
        Coming next = comes("school");
        assertThat(all).allMatch(one -> one.begun);
        assertThat(next.begun).isFalse();
        assertThat(comes("home").begun).isTrue();
        entrance.leaves(all.get(3));
        assertThat(next.begun).isTrue();
        assertThat(next.ended).isEmpty();
        assertThat(entrance.traffic(7)).isEqualTo(new Traffic(1, 0, 7));
    }

    @Test
    void whoIsAskedHoldsNoPlaceAtTheDoor() {
        for (int i = 0; i < 100; i++) {
            isAsked("school");
        }
        assertThat(come(64, "school")).allMatch(one -> one.begun && one.ended.isEmpty());
    }

    @Test
    void whoWaitsInVainIsToldAfterTwentySeconds() {
        come(64, "school");
        Coming next = comes("school");
        pass(20);
        assertThat(next.ended).isEmpty();
        pass(1);
        assertThat(next.ended).isEqualTo("too many come in at once; try again in a minute");
        assertThat(entrance.traffic(0)).isEqualTo(new Traffic(1, 1, 0));
        pass(61);
        assertThat(entrance.traffic(0)).isEqualTo(new Traffic(0, 0, 0));
    }

    @Test
    void whoIsSlowGivesTheirPlaceToThoseWhoWait() {
        List<Coming> slow = come(64, "school");
        pass(30);
        Coming next = comes("school");
        assertThat(next.begun).isFalse();
        pass(1);
        assertThat(next.begun).isTrue();
        assertThat(slow).allMatch(one -> one.ended.equals("the login took too long; try again"));
    }

    @Test
    void aPersonMayCompareTheFingerprintForTwoMinutesIfNobodyWaits() {
        Coming reads = comes("school");
        pass(120);
        assertThat(reads.ended).isEmpty();
        pass(1);
        assertThat(reads.ended).isEqualTo("the login took too long; try again");
    }

    /** A thousand that are opened again as soon as they end. */
    @Test
    void silentSocketsKeepOutNobodyOfTheirOwnAddress() {
        List<Coming> silent = silent(1000, "school");
        assertThat(silent).filteredOn(one -> one.begun).hasSize(64);
        assertThat(silent).filteredOn(one -> !one.ended.isEmpty()).hasSize(1000 - 64 - 256);
        pass(21);
        silent(100, "school");
        Coming student = comes("school");
        for (int second = 0; second < 20 && !student.begun; second++) {
            pass(1);
            silent(20, "school");
        }
        assertThat(student.begun).isTrue();
        assertThat(student.ended).isEmpty();
    }

    @Test
    void silentSocketsOfManyAddressesKeepOutNobody() {
        for (int i = 0; i < 40; i++) {
            silent(100, "10.0.0." + i);
        }
        Coming student = comes("school");
        assertThat(student.ended).isEmpty();
        for (int second = 0; second < 5; second++) {
            pass(1);
            for (int i = 0; i < 40; i++) {
                silent(100, "10.0.0." + i);
            }
        }
        assertThat(student.begun).as("after five seconds").isTrue();
    }

    @Test
    void aSocketThatIsSilentIsCutOffInTime() {
        Coming silent = silent(1, "school").get(0);
        pass(20);
        assertThat(silent.ended).isEmpty();
        pass(1);
        assertThat(silent.ended).isNotEmpty();
        assertThat(entrance.traffic(0)).as("it was nobody").isEqualTo(new Traffic(0, 0, 0));
    }

    /** A place there is for a hundred and twenty-eight; then the one that was asked for longest makes room. */
    @Test
    void whoFillsTheQuestionsFromOneAddressKeepsOutNobody() {
        List<Coming> many =
                IntStream.range(0, 128).mapToObj(i -> isAsked("school")).toList();
        Coming student = isAsked("school");
        assertThat(many).filteredOn(one -> !one.ended.isEmpty()).containsExactly(many.get(0));
        assertThat(student.ended).isEmpty();
        Coming home = isAsked("home");
        pass(140);
        assertThat(home.ended).isEmpty();
        pass(1);
        assertThat(home.ended).isEqualTo("the login took too long; try again");
    }

    @Test
    void whoIsGoneWhileWaitingTakesNoPlace() {
        List<Coming> all = come(64, "school");
        Coming gone = comes("school");
        Coming next = comes("school");
        entrance.leaves(gone);
        entrance.leaves(all.get(0));
        assertThat(gone.begun).isFalse();
        assertThat(next.begun).isTrue();
    }
}
