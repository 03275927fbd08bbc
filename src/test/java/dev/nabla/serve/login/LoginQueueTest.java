package dev.nabla.serve.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.room.Doorway.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginQueueTest {
    private final AtomicLong now = new AtomicLong(5);
    private final LoginQueue entrance = new LoginQueue(now::get, 64);

    /** Somebody who comes from an address, and notes what becomes of it. */
    private static final class Coming implements LoginQueue.LoginConnection {
        private final String address;
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
        entrance.add(coming);
        return coming;
    }

    private List<Coming> come(int count, String address) {
        return IntStream.range(0, count).mapToObj(i -> comes(address)).toList();
    }

    private Coming reads(String address) {
        Coming coming = comes(address);
        assertThat(coming.begun).isTrue();
        entrance.negotiated(coming);
        return coming;
    }

    private Coming types(String address) {
        Coming coming = reads(address);
        entrance.prompted(coming);
        return coming;
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            entrance.closeSlowLogins();
        }
    }

    @Test
    void whoFindsTheDoorFullWaitsUntilThereIsAPlace() {
        List<Coming> all = come(64, "school");
        Coming next = comes("school");
        assertThat(all).allMatch(one -> one.begun);
        assertThat(next.begun).isFalse();
        assertThat(comes("home").begun).isTrue();
        entrance.remove(all.get(3));
        assertThat(next.begun).isTrue();
        assertThat(next.ended).isEmpty();
        assertThat(entrance.traffic(7)).isEqualTo(new Traffic(1, 0, 7));
    }

    @Test
    void whoReadsOrTypesHoldsNoPlaceAtTheDoor() {
        for (int i = 0; i < 50; i++) {
            reads("school");
            types("school");
        }
        assertThat(come(64, "school")).allMatch(one -> one.begun && one.ended.isEmpty());
    }

    @Test
    void whoWaitsInVainIsTold() {
        LoginQueue narrow = new LoginQueue(now::get, 1);
        List<Coming> all =
                IntStream.range(0, 9).mapToObj(i -> new Coming("school")).toList();
        all.forEach(narrow::add);
        for (int second = 0; second < 21; second++) {
            assertThat(all).as("%s s", second).noneMatch(one -> !one.begun && !one.ended.isEmpty());
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            narrow.closeSlowLogins();
        }
        assertThat(all).filteredOn(one -> !one.begun).isNotEmpty().allMatch(one -> one.ended.startsWith("too many"));
        assertThat(narrow.traffic(7).turnedAway()).isPositive();
        now.addAndGet(TimeUnit.SECONDS.toNanos(90));
        assertThat(narrow.traffic(7)).isEqualTo(new Traffic(0, 0, 7));
    }

    @Test
    void whoComesWhereFarTooManyWaitIsToldAtOnce() {
        come(64 + 256, "school");
        assertThat(comes("school").ended).isEqualTo("too many come in at once; try again in a minute");
        assertThat(comes("home").ended).isEmpty();
    }

    @Test
    void aPersonMayCompareTheFingerprintForTwoMinutesAndThenTypeForTwo() {
        Coming person = reads("school");
        pass(120);
        entrance.prompted(person);
        pass(140);
        assertThat(person.ended).isEmpty();
        pass(1);
        assertThat(person.ended).isEqualTo("the login took too long; try again");
    }

    /** A thousand that are opened again as soon as they end. */
    @Test
    void silentSocketsKeepOutNobodyOfTheirOwnAddress() {
        List<Coming> silent = come(1000, "school");
        assertThat(silent).filteredOn(one -> one.begun).hasSize(64);
        assertThat(silent).filteredOn(one -> !one.ended.isEmpty()).hasSize(1000 - 64 - 256);
        pass(4);
        Coming student = comes("school");
        for (int second = 0; second < 20 && !student.begun; second++) {
            come(20, "school");
            pass(1);
        }
        assertThat(student.begun).isTrue();
        assertThat(student.ended).isEmpty();
    }

    @Test
    void silentSocketsOfManyAddressesKeepOutNobody() {
        for (int i = 0; i < 40; i++) {
            come(100, "10.0.0." + i);
        }
        Coming student = comes("school");
        assertThat(student.ended).isEmpty();
        for (int second = 0; second < 5; second++) {
            pass(1);
            for (int i = 0; i < 40; i++) {
                come(100, "10.0.0." + i);
            }
        }
        assertThat(student.begun).as("after five seconds").isTrue();
    }

    @Test
    void aSocketThatIsSilentIsCutOffInTime() {
        Coming silent = comes("school");
        pass(20);
        assertThat(silent.ended).isEmpty();
        pass(1);
        assertThat(silent.ended).isNotEmpty();
        assertThat(entrance.traffic(0)).as("it was nobody").isEqualTo(new Traffic(0, 0, 0));
    }

    /** A known key reads for less than a second; a class that comes at once waits for its turn. */
    @Test
    void threeHundredAtOnceFromOneAddressAreAllServed() {
        List<Coming> all = come(300, "school");
        for (int tenth = 0; tenth < 50; tenth++) {
            all.stream().filter(one -> one.begun).forEach(entrance::negotiated);
            all.stream().filter(one -> one.begun).limit(10L * tenth).forEach(entrance::remove);
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            if (tenth % 10 == 9) {
                entrance.closeSlowLogins();
            }
        }
        assertThat(all).allMatch(one -> one.begun && one.ended.isEmpty());
    }

    /** Twenty a second, by a script that goes on until a person would read the fingerprint and stays there. */
    @Test
    void whoFillsTheRoomForReadersKeepsOutNobody() {
        Coming student = types("school");
        List<Coming> script = new ArrayList<>();
        Runnable attack = () -> {
            script.addAll(come(20, "school"));
            pass(1);
            script.stream().filter(one -> one.begun).forEach(entrance::negotiated);
        };
        IntStream.range(0, 60).forEach(second -> attack.run());
        assertThat(student.ended).isEmpty();
        Coming known = comes("school");
        for (int second = 0; second < 19 && !known.begun; second++) {
            attack.run();
        }
        assertThat(known.begun).isTrue();
        entrance.negotiated(known);
        IntStream.range(0, 4).forEach(second -> attack.run());
        assertThat(known.ended).as("it has five seconds").isEmpty();
    }

    /** Who reads has a place of their own where others fill the room for those who type. */
    @Test
    void whoFillsTheRoomForTypersCutsOffNobodyWhoReads() {
        Coming known = reads("school");
        IntStream.range(0, 500).forEach(i -> types("school"));
        assertThat(known.ended).isEmpty();
    }

    @Test
    void aHundredKeysAtThePageCutOffNobody() {
        List<Coming> keys =
                IntStream.range(0, 100).mapToObj(i -> types("school")).toList();
        List<Coming> students =
                IntStream.range(0, 28).mapToObj(i -> types("school")).toList();
        assertThat(keys).allMatch(one -> one.ended.isEmpty());
        types("school");
        assertThat(keys).filteredOn(one -> !one.ended.isEmpty()).containsExactly(keys.get(0));
        assertThat(students).allMatch(one -> one.ended.isEmpty());
    }

    @Test
    void inAllTheBusiestAddressMakesRoom() {
        Coming home = types("home");
        List<Coming> school =
                IntStream.range(0, 128).mapToObj(i -> types("school")).toList();
        List<Coming> other =
                IntStream.range(0, 127).mapToObj(i -> types("other")).toList();
        Coming late = types("late");
        assertThat(school).filteredOn(one -> !one.ended.isEmpty()).containsExactly(school.get(0));
        assertThat(other).allMatch(one -> one.ended.isEmpty());
        assertThat(List.of(home, late)).allMatch(one -> one.ended.isEmpty());
    }

    @Test
    void whoIsGoneWhileWaitingTakesNoPlace() {
        List<Coming> all = come(64, "school");
        Coming gone = comes("school");
        Coming next = comes("school");
        entrance.remove(gone);
        entrance.remove(all.get(0));
        assertThat(gone.begun).isFalse();
        assertThat(next.begun).isTrue();
    }
}
