package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Section;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.DisplayProfile.Surroundings;
import dev.nabla.output.FaultLog;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Progress;
import dev.nabla.tui.Desk;
import dev.nabla.tui.RemoteTutorFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tutor here and the tutor served. */
@Timeout(20)
class SameBytesTest {
    private static final DisplayProfile LOOK =
            DisplayProfile.detect(new Surroundings(Map.of("TERM", "xterm-256color"), true, "UTF-8"), Map.of());
    private static final String ANSWERING = "\r v a \u001b[B \u001b[B \r 5 \r";
    private static final List<String> KEYS =
            List.of((ANSWERING + " \u001b[27u q \r v \u001b[C \u001b[C n ? q é \u001b[<0;9;9M q q q q q").split(" "));

    @Test
    void aSeatWritesWhatASessionWrites() throws IOException {
        Desk.COURSE.sections().forEach(Section::lesson); // home would read them bit by bit, as time goes by
        Counted counted = new Counted(tutor());
        ByteArrayOutputStream here = new ByteArrayOutputStream();
        new LocalSession(
                        counted,
                        new Still(),
                        new Fingers(counted),
                        here,
                        System.err,
                        new FaultLog(Path.of("/dev/null")))
                .run();
        Tape tape = new Tape();
        RemoteSession seat = new RemoteSession(tutor(), 80, 24, tape, fault -> {
            throw new AssertionError(fault);
        });
        seat.step(0);
        for (String key : KEYS) {
            seat.typed(key.getBytes(StandardCharsets.UTF_8), 0);
            seat.step(0);
        }
        assertThat(tape.code).isZero();
        assertThat(tape.bytes.toString(StandardCharsets.UTF_8)).isEqualTo(here.toString(StandardCharsets.UTF_8));
    }

    private static Program tutor() {
        return new RemoteTutorFactory(Desk.COURSE, () -> Instant.EPOCH, DayRule.inZone(ZoneOffset.UTC))
                .program(
                        Progress.of(Desk.COURSE, List.of(), Instant.EPOCH, DayRule.inZone(ZoneOffset.UTC)),
                        entries -> CompletableFuture.completedFuture(null),
                        LOOK,
                        Optional.empty());
    }

    /** Types the next key when what the last one did has been looked at. */
    private static final class Fingers extends InputStream {
        private final Counted program;
        private volatile boolean closed;
        private int typed;

        Fingers(Counted program) {
            this.program = program;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public int read() {
            throw new AssertionError("a byte by itself");
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            while (program.views <= typed && !closed) {
                Thread.onSpinWait();
            }
            if (closed) {
                return -1;
            }
            byte[] key = KEYS.get(typed).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(key, 0, buffer, from, key.length);
            typed++;
            return key.length;
        }
    }

    private static final class Counted implements Program {
        private final Program program;
        private volatile int views;

        Counted(Program program) {
            this.program = program;
        }

        @Override
        public Wish handle(Input input) {
            return program.handle(input);
        }

        @Override
        public Frame view(Size size) {
            Frame frame = program.view(size);
            views++;
            return frame;
        }

        @Override
        public DisplayProfile displayProfile() {
            return program.displayProfile();
        }

        @Override
        public int tickMillis() {
            return program.tickMillis();
        }
    }

    private static final class Still implements Device {
        @Override
        public Size raw() {
            return size();
        }

        @Override
        public void restore() {}

        @Override
        public Size size() {
            return VT100;
        }

        @Override
        public void stop() {}
    }

    private static final class Tape implements RemoteSession.RemoteOutput {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int code = -1;

        @Override
        public void write(byte[] frame, Runnable written) {
            bytes.writeBytes(frame);
            written.run();
        }

        @Override
        public void consumed(int count) {}

        @Override
        public void wake() {}

        @Override
        public void end(int exitCode) {
            code = exitCode;
        }
    }
}
