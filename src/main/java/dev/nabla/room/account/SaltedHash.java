package dev.nabla.room.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The stored form of a PIN or a word: {@code pbkdf2-sha256:20000:SALT:HASH}, by PBKDF2 with HMAC-SHA256 and a random
 * salt (RFC 8018).
 */
public final class SaltedHash {
    private static final int ROUNDS = 20_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final String KIND = "pbkdf2-sha256";
    private static final HexFormat HEX = HexFormat.of();

    private SaltedHash() {}

    public static String of(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return String.join(
                ":", KIND, String.valueOf(ROUNDS), HEX.formatHex(salt), HEX.formatHex(derived(secret, salt, ROUNDS)));
    }

    /** Returns whether a text is the secret of a hash. A wrong secret takes as long to check as the right one. */
    public static boolean matches(String secret, String kept) {
        String[] parts = kept.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(KIND)) {
            return false;
        }
        return MessageDigest.isEqual(
                HEX.parseHex(parts[3]), derived(secret, HEX.parseHex(parts[2]), Integer.parseInt(parts[1])));
    }

    private static byte[] derived(String secret, byte[] salt, int rounds) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, rounds, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }
}
