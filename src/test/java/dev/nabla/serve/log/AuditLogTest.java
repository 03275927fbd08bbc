package dev.nabla.serve.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.serve.options.ServeOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

class AuditLogTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @TempDir
    private Path scratch;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-05T22:59:59Z"));
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private AuditLog log(ServeOptions.Addresses addresses) {
        return new AuditLog(
                scratch.resolve("log"), new ServeOptions.Log(14, addresses), now::get, VIENNA, complaints::add);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(scratch.resolve("log"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void beginsANewFileAtMidnightOfTheClass() throws IOException {
        try (AuditLog log = log(ServeOptions.Addresses.MASKED)) {
            log.note(new LogEvent.Close());
            now.set(now.get().plusSeconds(1));
            log.note(new LogEvent.Answer("x", "PIN", "02", "2.1", true));
        }
        assertThat(files()).containsExactly("2026-03-05.jsonl", "2026-03-06.jsonl");
        Path second = scratch.resolve("log").resolve("2026-03-06.jsonl");
        assertThat(second)
                .hasContent(
                        "{\"schema\":1,\"at\":\"2026-03-05T23:00:00Z\",\"what\":\"answer\",\"id\":\"x\",\"key\":\"PIN\",\"section\":\"02\",\"item\":\"2.1\",\"right\":true}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(second)))
                .isEqualTo("rw-------");
    }

    @Test
    void beginsANewFileWhereOneIsFullAndRemovesWhatIsOld() throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("log"));
        Files.write(folder.resolve("2026-03-05.jsonl"), new byte[(10 << 20) + 1]);
        Path old = Files.writeString(folder.resolve("2026-02-18.jsonl"), "{}\n");
        Files.setLastModifiedTime(folder.resolve("2026-03-05.jsonl"), FileTime.from(now.get()));
        Files.setLastModifiedTime(old, FileTime.from(now.get().minusSeconds(15 * 24 * 3600)));
        try (AuditLog log = log(ServeOptions.Addresses.MASKED)) {
            log.note(new LogEvent.Close());
        }
        assertThat(files()).containsExactly("2026-03-05.1.jsonl", "2026-03-05.jsonl");
    }

    @Test
    void deletesTheOldestFilesAbove64MiBAndNumbersOn() throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("log"));
        Instant begun = now.get();
        List<String> names = List.of("2026-03-03", "2026-03-04", "2026-03-04.1");
        for (String name : Stream.concat(
                        names.stream(), Stream.of("", ".1", ".9", ".10").map(number -> "2026-03-05" + number))
                .toList()) {
            Path full = folder.resolve(name + ".jsonl");
            try (FileChannel file = FileChannel.open(full, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.allocate(1), 10 << 20);
            }
            Files.setLastModifiedTime(full, FileTime.from(now.get().minusSeconds(36_000)));
            now.set(now.get().plusSeconds(1));
        }
        now.set(begun);
        try (AuditLog log = log(ServeOptions.Addresses.MASKED)) {
            log.note(new LogEvent.Close());
        }
        assertThat(files())
                .containsExactly(
                        "2026-03-04.1.jsonl",
                        "2026-03-05.1.jsonl",
                        "2026-03-05.10.jsonl",
                        "2026-03-05.11.jsonl",
                        "2026-03-05.9.jsonl",
                        "2026-03-05.jsonl");
        assertThat(Files.size(folder.resolve("2026-03-05.11.jsonl"))).isLessThan(100);
    }

    /** Names, members and their order are those of the lines of 0.2.0. */
    @Test
    void everyKindOfEventHasItsLine() throws IOException {
        Optional<String> nobody = Optional.empty();
        try (AuditLog log = log(ServeOptions.Addresses.MASKED)) {
            List.of(
                            new LogEvent.Open(2222, "SHA256:k"),
                            new LogEvent.Enter("x", "192.0.2.0"),
                            new LogEvent.Leave("x", 0),
                            new LogEvent.Cut("x", "nobody reads"),
                            new LogEvent.Answer("x", "PIN", "02", "2.1", false),
                            new LogEvent.Join("x"),
                            new LogEvent.Add("x"),
                            new LogEvent.Pin("x"),
                            new LogEvent.Reset("x"),
                            new LogEvent.Teacher("SHA256:t"),
                            LogEvent.Refused.to("", "channels"),
                            new LogEvent.Refused(nobody, Optional.of("x"), "no teacher"),
                            new LogEvent.Wrong(Optional.of("192.0.2.0"), nobody),
                            new LogEvent.Wrong(Optional.of("192.0.2.0"), Optional.of("x")),
                            new LogEvent.Door(3, 1),
                            new LogEvent.Slow(300),
                            new LogEvent.Fault("java.lang.Error"),
                            new LogEvent.Store("away"),
                            new LogEvent.Status("full"),
                            new LogEvent.Library("L", "failed", ""),
                            new LogEvent.Close())
                    .forEach(log::note);
        }
        String begin = "{\"schema\":1,\"at\":\"2026-03-05T22:59:59Z\",\"what\":\"";
        assertThat(lines().stream()
                        .map(line -> line.replace(begin, "").replace("\"", ""))
                        .toList())
                .containsExactly(
                        "open,port:2222,key:SHA256:k}",
                        "enter,id:x,from:192.0.2.0}",
                        "leave,id:x,code:0}",
                        "cut,id:x,why:nobody reads}",
                        "answer,id:x,key:PIN,section:02,item:2.1,right:false}",
                        "join,id:x}",
                        "add,id:x}",
                        "pin,id:x}",
                        "reset,id:x}",
                        "teacher,key:SHA256:t}",
                        "refused,from:,why:channels}",
                        "refused,id:x,why:no teacher}",
                        "wrong,from:192.0.2.0}",
                        "wrong,from:192.0.2.0,id:x}",
                        "door,waited:3,turned_away:1}",
                        "slow,ms:300}",
                        "fault,kind:java.lang.Error}",
                        "store,why:away}",
                        "status,why:full}",
                        "library,of:L,says:failed,fault:}",
                        "close}");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(scratch.resolve("log").resolve("2026-03-05.jsonl"));
    }

    @Test
    void whatIsCountedIsOneLinePerMinuteAndReason() throws IOException {
        try (AuditLog log = log(ServeOptions.Addresses.MASKED)) {
            for (int i = 0; i < 1000; i++) {
                log.count(LogEvent.Refused.to("192.0.2.0", "logins"));
            }
            log.count(LogEvent.Refused.to("192.0.2.0", "subsystem"));
            log.writeCounts();
            log.writeCounts();
            log.count(LogEvent.Refused.to("192.0.2.0", "logins"));
        }
        String line =
                "{\"schema\":1,\"at\":\"2026-03-05T22:59:59Z\",\"what\":\"refused\",\"from\":\"192.0.2.0\",\"why\":";
        assertThat(lines())
                .containsExactly(
                        line + "\"logins\",\"times\":1000}",
                        line + "\"subsystem\",\"times\":1}",
                        line + "\"logins\",\"times\":1}");
    }

    @Test
    void addressesBeyondTwoHundredAreCountedTogether() throws IOException {
        try (AuditLog log = log(ServeOptions.Addresses.MASKED)) {
            for (int i = 0; i < 10_000; i++) {
                log.count(LogEvent.Refused.to("10." + i / 100 + "." + i % 100 + ".0", "logins"));
            }
        }
        assertThat(lines())
                .hasSize(201)
                .last()
                .asString()
                .endsWith("\"what\":\"refused\",\"why\":\"logins\",\"times\":9800}");
    }

    /** The library fills the pattern with names and addresses. */
    @Test
    void ofAWarningOfALibraryTheFirstWordsAndTheKindOfItsExceptionAreCounted() throws IOException {
        Logger library = new LogBinding().getLoggerFactory().getLogger("some.Library");
        try (AuditLog log = log(ServeOptions.Addresses.MASKED)) {
            LogBinding.bind(log);
            for (int i = 0; i < 22; i++) {
                library.warn(
                        "exceptionCaught({})[state={}] {}: {}",
                        "ada",
                        "Opened",
                        "IOException",
                        "reset",
                        new IOException());
            }
            library.warn("nothing to fill");
        } finally {
            LogBinding.bind(null);
        }
        String line =
                "{\"schema\":1,\"at\":\"2026-03-05T22:59:59Z\",\"what\":\"library\",\"of\":\"some.Library\",\"says\":";
        assertThat(lines())
                .containsExactly(
                        line + "\"exceptionCaught\",\"fault\":\"java.io.IOException\",\"times\":22}",
                        line + "\"nothing to fill\",\"fault\":\"\",\"times\":1}");
    }

    @Test
    void whatSteersATerminalIsWrittenAsSomethingElseAndWhatIsLongIsCut() throws IOException {
        try (AuditLog log = log(ServeOptions.Addresses.MASKED)) {
            log.note(new LogEvent.Store("a\u001b[2J\u202e\n" + "x".repeat(500)));
        }
        String line = Files.readString(scratch.resolve("log").resolve("2026-03-05.jsonl"));
        assertThat(line.strip()).hasSizeLessThan(300).matches("[ -~]+").contains("a?[2J??xxx");
    }

    @Test
    void saysOnceThatItCannotWrite() throws IOException {
        Files.writeString(scratch.resolve("log"), "in the way");
        try (AuditLog log = log(ServeOptions.Addresses.MASKED)) {
            log.note(new LogEvent.Close());
            log.note(new LogEvent.Close());
        }
        assertThat(complaints).hasSize(1).first().asString().contains("the class goes on");
    }

    @ParameterizedTest
    @CsvSource({
        "MASKED, 192.0.2.77, 192.0.2.0",
        "FULL, 192.0.2.77, 192.0.2.77",
        "NONE, 192.0.2.77, ''",
        "MASKED, 2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0"
    })
    void keepsOfAnAddressWhatIsWished(ServeOptions.Addresses kept, String address, String written) throws IOException {
        try (AuditLog log = log(kept)) {
            assertThat(log.address(new InetSocketAddress(InetAddress.getByName(address), 1)))
                    .isEqualTo(written);
        }
    }
}
