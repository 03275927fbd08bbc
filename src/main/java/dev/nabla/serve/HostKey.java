package dev.nabla.serve;

import dev.nabla.file.PrivateFile;
import dev.nabla.output.ExitCode;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.serve.options.ServeException;
import dev.nabla.serve.options.ServeOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/**
 * The server's Ed25519 host key in OpenSSH format, created once with mode 0600.
 *
 * @param file file of the key
 * @param created whether this start of the server has created it
 */
public record HostKey(KeyPair pair, Path file, boolean created) {

    /**
     * Reads the key of a host, or creates it if its file does not exist.
     *
     * @param folder folder of the class on this machine
     * @throws ServeException if the file cannot be read or written, others may read it, or it holds no Ed25519 key
     */
    public static HostKey open(ServeOptions options, Path folder) throws ServeException {
        Path file = options.hostKey().map(Path::of).orElse(folder.resolve("host_key"));
        try {
            return Files.exists(file) ? new HostKey(read(file), file, false) : new HostKey(make(file), file, true);
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

    /**
     * Registers the key with the class, so that students are not led to another host that ssh warns of.
     *
     * @param join whether the class may have hosts with another key
     * @throws ServeException if it has and may not
     */
    public void admit(ClassStore store, boolean join, Path folder) throws ServeException {
        try {
            Set<Fingerprint> others = store.admitHost(new Fingerprint(fingerprint()), join);
            if (!others.isEmpty()) {
                String theirs = others.stream().map(Fingerprint::text).sorted().collect(Collectors.joining(" and "));
                throw new ServeException(
                        ExitCode.USAGE,
                        "the class " + folder.toAbsolutePath().normalize().getFileName()
                                + " in the database is served with the host key " + theirs
                                + ", and the key of this host is " + fingerprint()
                                + ". If it is your class, copy the file host_key from there to " + file
                                + ", or type --join to serve it with both keys. If it is another class, type --class"
                                + " with another name");
            }
        } catch (IOException away) {
            throw new ServeException(ExitCode.UNAVAILABLE, away.getMessage());
        }
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
