package dev.nabla.serve;

import dev.nabla.room.Hosting.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * By which students know the host again: an Ed25519 key in OpenSSH's format, made once, mode 0600.
 *
 * @param fresh whether it was made just now
 */
record HostKey(KeyPair pair, boolean fresh) {
    private static final int USAGE = 2;
    private static final int CANNOT_WRITE = 74;

    /** Reads it, or makes it where there is none. */
    static HostKey open(Path file) throws Refused {
        try {
            return Files.exists(file) ? new HostKey(read(file), false) : new HostKey(make(file), true);
        } catch (IOException bad) {
            throw new Refused(CANNOT_WRITE, file + " cannot be read or written: " + bad.getMessage());
        }
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(pair.getPublic());
    }

    /** Complains if others may read a file. */
    static void requirePrivate(Path file) throws Refused, IOException {
        Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        open.removeAll(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!open.isEmpty()) {
            throw new Refused(Refused.NOT_PRIVATE, "others may read " + file + "; type chmod 600 " + file);
        }
    }

    private static KeyPair read(Path file) throws Refused, IOException {
        requirePrivate(file);
        try (InputStream in = Files.newInputStream(file)) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName(file.toString()), in, (session, resource, retry) -> null);
            if (pairs != null && pairs.iterator().hasNext()) {
                KeyPair pair = pairs.iterator().next();
                if (KeyPairProvider.SSH_ED25519.equals(KeyUtils.getKeyType(pair))) {
                    return pair;
                }
            }
        } catch (GeneralSecurityException | IOException | RuntimeException broken) {
            throw none(file);
        }
        throw none(file);
    }

    private static Refused none(Path file) {
        return new Refused(
                USAGE,
                file + " is no Ed25519 key of OpenSSH without a passphrase; take a copy of the old one, or move it away"
                        + " and another is made, of which ssh will warn everybody");
    }

    private static KeyPair make(Path file) throws IOException {
        try {
            KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "nabla", null, text);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, text.toByteArray());
            return pair;
        } catch (GeneralSecurityException without) {
            throw new IOException(without);
        }
    }
}
