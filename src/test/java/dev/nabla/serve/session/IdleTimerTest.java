package dev.nabla.serve.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.output.ExitCode;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.Presence;
import dev.nabla.serve.hub.ActiveSession;
import dev.nabla.serve.login.AuthenticatedUser;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IdleTimerTest {
    private final List<String> said = new ArrayList<>();
    private final ActiveSession stay = new ActiveSession() {
        @Override
        public void end(String words, ExitCode code) {
            said.add(code.code() + words);
        }

        @Override
        public void notifyUser(String words) {
            said.add(words);
        }

        @Override
        public void checkTimeout(long nanos) {}

        @Override
        public AuthenticatedUser user() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Presence> presence() {
            return Optional.empty();
        }

        @Override
        public void onEvent(ClassEvent event) {}
    };

    private static long minutes(double minutes) {
        return (long) (minutes * TimeUnit.MINUTES.toNanos(1));
    }

    @Test
    void isToldOnceAMinuteBeforeItEndsAndAKeyKeepsIt() {
        IdleTimer idle = new IdleTimer(30, InstantSource.system());
        idle.restart(0);
        idle.check(minutes(28.9), stay);
        assertThat(said).isEmpty();
        idle.check(minutes(29.1), stay);
        idle.check(minutes(29.9), stay);
        assertThat(said).singleElement().asString().contains("The session ends in one minute");
        idle.restart(minutes(29.9));
        idle.check(minutes(30.1), stay);
        assertThat(said).hasSize(1);
        idle.check(minutes(59), stay);
        idle.check(minutes(60), stay);
        assertThat(said).hasSize(3).last().asString().contains("0nabla: the session ended after 30 minutes");
    }

    @Test
    void zeroIsNever() {
        IdleTimer idle = new IdleTimer(0, InstantSource.system());
        idle.restart(0);
        idle.check(minutes(10_000), stay);
        assertThat(said).isEmpty();
    }
}
