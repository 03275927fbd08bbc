package dev.nabla.serve.login;

import dev.nabla.room.Doorway.PausedLogin;
import dev.nabla.room.account.ClassCode;
import dev.nabla.room.name.Student;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The connected logins that met a pause after wrong PINs. Each client shows a word of its own, by which a teacher
 * recognizes the login of a student in the room.
 */
public final class PausedLogins {
    private final SecureRandom random = new SecureRandom();
    private final Map<LoginClient, PausedLogin> byClient = new HashMap<>();

    /** Returns the word of a login. Draws one that no other login shows if it has none for this student yet. */
    synchronized String word(LoginClient client, Student student, Instant now) {
        return of(client, student)
                .orElseGet(() -> {
                    PausedLogin paused = new PausedLogin(student, unusedWord(), now);
                    byClient.put(client, paused);
                    return paused;
                })
                .word();
    }

    private String unusedWord() {
        List<String> used = all().stream().map(PausedLogin::word).toList();
        String word = ClassCode.drawWord(random);
        while (used.contains(word)) {
            word = ClassCode.drawWord(random);
        }
        return word;
    }

    /** Returns the login of a client for a student; empty if it has met no pause. */
    synchronized Optional<PausedLogin> of(LoginClient client, Student student) {
        return Optional.ofNullable(byClient.get(client))
                .filter(paused -> paused.student().id().equals(student.id()));
    }

    /** Removes the login of a client, which has succeeded. */
    synchronized void remove(LoginClient client) {
        byClient.remove(client);
    }

    /** Returns the logins whose clients are still connected, the oldest first. */
    public synchronized List<PausedLogin> all() {
        byClient.keySet().removeIf(client -> !client.isConnected());
        return byClient.values().stream()
                .sorted(Comparator.comparing(PausedLogin::since))
                .toList();
    }
}
