package dev.nabla.serve;

import dev.nabla.file.PrivateFile;
import dev.nabla.output.ExitCode;
import dev.nabla.serve.options.ServeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/**
 * The server's Ed25519 host key in OpenSSH format, created once with mode 0600.
 *
 * @param created whether this start of the server has created it
 */
record HostKey(KeyPair pair, boolean created) {

    /**
     * Reads the key, or creates it if the file does not exist.
     *
     * @throws ServeException if the file cannot be read or written, others may read it, or it holds no Ed25519 key
     */
    static HostKey open(Path file) throws ServeException {
        try {
            return Files.exists(file) ? new HostKey(read(file), false) : new HostKey(make(file), true);
        } catch (IOException | GeneralSecurityException bad) {
            throw new ServeException(ExitCode.CANNOT_WRITE, file + " cannot be read or written: " + bad.getMessage());
        }
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(pair.getPublic());
    }

    /**
     * Returns the line of {@code known_hosts} by which ssh knows this key.
     *
     * @param host host name as students type it
     */
    String knownHostsLine(String host, int port) {
        return (port == 22 ? host : "[" + host + "]:" + port) + " " + PublicKeyEntry.toString(pair.getPublic());
    }

    private static KeyPair read(Path file) throws ServeException, IOException {
        if (Files.getPosixFilePermissions(file).stream()
                .anyMatch(may -> !may.name().startsWith("OWNER"))) {
            throw new ServeException(ExitCode.NOT_PRIVATE, "others may read " + file + "; type chmod 600 " + file);
        }
        try {
            KeyPair pair = new FileKeyPairProvider(file).loadKey(null, KeyPairProvider.SSH_ED25519);
            if (pair != null) {
                return pair;
            }
        } catch (GeneralSecurityException | IOException | RuntimeException broken) {
            // The exception below says what is expected.
        }
        throw new ServeException(
                ExitCode.USAGE,
                file + " is no Ed25519 key of OpenSSH without a passphrase; take a copy of the old one, or move it away"
                        + " and another is made, of which ssh will warn everybody");
    }

    private static KeyPair make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "nabla", null, text);
        new PrivateFile(file).add(text.toString(StandardCharsets.US_ASCII));
        return pair;
    }
}
