package dev.nabla.serve.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.output.ExitCode;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.AuthorizedKey;
import dev.nabla.serve.options.ServeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who teaches by the lines of a file, and what teachers are called. */
class TeacherKeysTest {
    private static final String NOETHER =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
    private static final String GAUSS =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB8eHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA";
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<String> complaints = new ArrayList<>();

    private TeacherKeys teachers(String... lines) throws IOException {
        return teachers(Files.writeString(folder.resolve("teachers"), String.join("\n", lines) + "\n"));
    }

    private TeacherKeys teachers(Path file) {
        return new TeacherKeys(file, now::get, VIENNA, complaints::add);
    }

    private static Fingerprint key(String line) {
        return AuthorizedKey.read(line).orElseThrow().key();
    }

    private static InetSocketAddress at(String address) throws IOException {
        return new InetSocketAddress(InetAddress.getByName(address), 50_000);
    }

    private static boolean teaches(TeacherKeys teachers, String line) throws IOException {
        return teachers.isTeacher(key(line), at("127.0.0.1"));
    }

    private static void waitUntilItIsReadAgain() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(150);
    }

    @Table
    void aCommentIsANameIfItLooksLikeOne(String comment, String name) throws IOException {
        assertThat(teachers(NOETHER + (comment == null ? "" : " " + comment)).name(Optional.of(key(NOETHER))))
                .isEqualTo(name);
    }

    @Test
    void oneNameStandsForAllAndOfSeveralNone() throws IOException {
        assertThat(teachers(NOETHER + " Ms Noether", "from=\"10.0.0.1\" " + GAUSS + " Ms Noether")
                        .name(Optional.empty()))
                .isEqualTo("Ms Noether");
        TeacherKeys two = teachers(GAUSS + " Herr Gauß", NOETHER + " Ms Noether");
        assertThat(two.name(Optional.of(key(GAUSS)))).isEqualTo("Herr Gauß");
        assertThat(two.name(Optional.empty())).isEqualTo("your teacher");
        assertThat(teachers("expiry-time=\"20200101\" " + GAUSS + " Herr Gauß", NOETHER + " Ms Noether")
                        .name(Optional.empty()))
                .isEqualTo("Ms Noether");
    }

    /** The time is 13:00 on 5 March 2026 in Vienna, 12:00 in UTC. */
    @Table
    void aLineLetsSomebodyTeach(String line, String address, boolean teaches, String complaint) throws IOException {
        TeacherKeys teachers = teachers(line.replace("KEY", NOETHER).replace("OTHER", GAUSS));
        assertThat(teachers.isTeacher(key(NOETHER), at(address))).isEqualTo(teaches);
        Path file = teachers.file();
        assertThat(complaints)
                .isEqualTo(complaint == null ? List.of() : List.of(complaint.replace("LINE", "line 1 of " + file)));
    }

    @Test
    void ofTwoLinesWithTheSameKeyOneIsEnough() throws IOException {
        assertThat(teaches(teachers("expiry-time=\"20200101\" " + NOETHER, "# " + NOETHER, NOETHER), NOETHER))
                .isTrue();
    }

    @Test
    void countsKeysThatLetSomebodyTeachNow() throws IOException {
        assertThat(teachers("# " + NOETHER, "expiry-time=\"20260305\" " + NOETHER, "no-pty " + NOETHER)
                        .count())
                .isZero();
        assertThat(teachers(NOETHER, NOETHER + " twice", "from=\"10.0.0.1\" " + GAUSS)
                        .count())
                .isEqualTo(2);
        assertThat(teachers(folder.resolve("absent")).count()).isZero();
    }

    @Test
    void aKeyExpiresWhileTheServerRuns() throws IOException {
        TeacherKeys teachers = teachers("expiry-time=\"202603051300\" " + NOETHER);
        assertThat(teaches(teachers, NOETHER)).isTrue();
        now.set(NOON.plusSeconds(1));
        assertThat(teaches(teachers, NOETHER)).isFalse();
        assertThat(teachers.count()).isZero();
    }

    @Test
    void linesEndAsInUnixOrInWindows() throws IOException {
        TeacherKeys teachers = teachers("# the first\r\n" + NOETHER + "\r\n\r\n#\r" + GAUSS + "\r");
        assertThat(teaches(teachers, NOETHER)).isTrue();
        assertThat(teaches(teachers, GAUSS))
                .as("behind a lone carriage return of a comment")
                .isFalse();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aCommentInAnotherEncodingHidesNoKey() throws IOException {
        Path file = folder.resolve("teachers");
        Files.write(file, (NOETHER + " Frau Müller\n" + GAUSS).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(teachers(file).count()).isEqualTo(2);
    }

    @Test
    void aLongLineIsNotReadInTwo() throws IOException {
        TeacherKeys teachers = teachers(
                "x".repeat(8192) + " " + NOETHER, "#" + " ".repeat(9000) + NOETHER, GAUSS + " " + "x".repeat(8192));
        assertThat(teachers.count()).isZero();
        assertThat(complaints)
                .containsExactly(
                        "line 1 of " + teachers.file() + " lets nobody in: it is longer than 8 KiB",
                        "line 3 of " + teachers.file() + " lets nobody in: it is longer than 8 KiB");
    }

    @Test
    void saysOfALineOnceThatItLetsNobodyIn() throws Exception {
        TeacherKeys teachers = teachers("no-pty " + NOETHER);
        teachers.count();
        waitUntilItIsReadAgain();
        teachers.count();
        assertThat(complaints).hasSize(1);
        teachers("no-pty " + NOETHER, "nonsense");
        waitUntilItIsReadAgain();
        teachers.count();
        assertThat(complaints)
                .hasSize(2)
                .last()
                .isEqualTo("line 2 of " + teachers.file()
                        + " lets nobody in: it holds no public key of OpenSSH that can log in");
    }

    @Test
    void saysOfManyLinesHowManyMore() throws IOException {
        TeacherKeys teachers = teachers("nonsense\n".repeat(1000));
        teachers.count();
        assertThat(complaints).hasSize(11).last().isEqualTo("990 more lines of " + teachers.file() + " are like these");
    }

    @Test
    void aFileThatOthersMayWriteIsRefused() throws Exception {
        for (String mode : List.of("rw-rw----", "rw-----w-", "rw-rw-rw-")) {
            TeacherKeys teachers = teachers(NOETHER);
            Path file = teachers.file();
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> teachers.createFile(folder))
                    .isInstanceOfSatisfying(ServeException.class, refused -> assertThat(refused.exitCode())
                            .isEqualTo(ExitCode.NOT_PRIVATE))
                    .hasMessage("others may write " + file + "; type chmod go-w " + file);
            assertThat(teaches(teachers, NOETHER)).isFalse();
        }
        TeacherKeys readable = teachers(NOETHER);
        Files.setPosixFilePermissions(readable.file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(readable.createFile(folder)).isEmpty();
        assertThat(teaches(readable, NOETHER)).isTrue();
    }

    @Test
    void soIsAFolderInWhichOthersMayReplaceIt() throws Exception {
        TeacherKeys teachers = teachers(NOETHER);
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("links")).resolve("teachers"), teachers.file());
        for (Path loose : List.of(folder, link.getParent())) {
            Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString("rwxrwxrwx"));
            assertThatThrownBy(() -> teachers(link).createFile(folder))
                    .isInstanceOf(ServeException.class)
                    .hasMessage("others may replace " + link + "; type chmod go-w " + loose);
            Files.setAttribute(loose, "unix:mode", 01777);
            assertThat(teachers(link).createFile(folder)).isEmpty();
            Files.setAttribute(loose, "unix:mode", 0755);
        }
    }

    @Test
    void aFileThatBecomesLooseLetsNobodyInAndTakesNoKey() throws Exception {
        TeacherKeys teachers = teachers(NOETHER);
        assertThat(teaches(teachers, NOETHER)).isTrue();
        Path file = teachers.file();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        for (int i = 0; i < 3; i++) {
            waitUntilItIsReadAgain();
            assertThat(teaches(teachers, NOETHER)).isFalse();
        }
        assertThat(complaints)
                .containsExactly(
                        "others may write " + file + "; type chmod go-w " + file + "; until then nobody can teach");
        KeyPair fresh = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        assertThatThrownBy(() -> teachers.add(fresh.getPublic())).isInstanceOf(IOException.class);
        assertThat(Files.readString(file)).isEqualTo(NOETHER + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        waitUntilItIsReadAgain();
        assertThat(teaches(teachers, NOETHER)).isTrue();
        teachers.add(fresh.getPublic());
        assertThat(teachers.isTeacher(new Fingerprint(KeyUtils.getFingerPrint(fresh.getPublic())), at("::1")))
                .isTrue();
    }

    @Test
    void theOperatorsOwnKeysBeginTheFile() throws Exception {
        Path ssh = Files.createDirectory(folder.resolve(".ssh"));
        Files.writeString(ssh.resolve("id_ed25519.pub"), NOETHER + " noether@goettingen\n");
        Files.writeString(
                ssh.resolve("id_ed25519-cert.pub"), NOETHER.replace("ssh-ed25519", "ssh-ed25519-cert-v01@openssh.com"));
        TeacherKeys teachers = teachers(folder.resolve("teachers"));
        assertThat(teachers.createFile(folder)).containsExactly("id_ed25519.pub");
        assertThat(teachers.count()).isEqualTo(1);
        assertThat(complaints).isEmpty();
    }
}
