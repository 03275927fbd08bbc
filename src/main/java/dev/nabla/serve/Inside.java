package dev.nabla.serve;

import dev.nabla.math.BadInput;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.room.Account;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Role;
import dev.nabla.room.Scripts;
import dev.nabla.room.Student;
import dev.nabla.serve.options.Hosting;
import dev.nabla.serve.options.Refused;
import dev.nabla.tui.ServedTutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.sshd.common.session.Session;

/**
 * What all sessions of a class share.
 *
 * @param sessions those of students at a terminal
 * @param host the name of this machine as students type it
 * @param quotas how much each student may write
 * @param fingerprint of its key
 * @param stays everybody who is at a terminal, whether they have joined or not
 * @param faults gets what ends a session by a fault of nabla
 */
record Inside(
        Hosting wishes,
        ClassStore store,
        ServedTutor tutor,
        Scripts scripts,
        Login login,
        Entrance entrance,
        Teachers teachers,
        LinkWords words,
        Quotas quotas,
        Hub hub,
        OpenSessions sessions,
        String host,
        String fingerprint,
        Turns turns,
        Set<Stay> stays,
        AuditLog log,
        Consumer<Throwable> faults) {
    /** For a student with an entry that cannot be kept. */
    static final String FAULT = "An answer is not kept, because of a fault in nabla itself.";

    /** Somebody at a terminal. */
    interface Stay {
        /** Gives the terminal back, says this and ends. */
        void end(String words, ExitCode code);

        /** Says something to them alone. */
        void tell(String words);

        /** Once a second, with the time of {@link System#nanoTime}: is there a reason to end it? */
        void look(long nanos);
    }

    /** What is typed to come in where somebody has come in. */
    String door(Session session, String name) {
        int port = session.getLocalAddress() instanceof InetSocketAddress here ? here.getPort() : 0;
        return StartMessage.door(host, port, name);
    }

    /** Who is at the other end of a session that has logged in. */
    Guest guest(Session session) {
        Login.Who who = Login.who(session).orElseThrow();
        if (who instanceof Login.Who.Pinned pinned) {
            Optional<Student> student = store.account(pinned.student().id())
                    .filter(account -> account.pin().equals(Optional.of(pinned.pin())))
                    .map(Account::student);
            return new Guest(Role.STUDENT, student, Optional.empty());
        }
        Fingerprint key = ((Login.Who.Keyholder) who).fingerprint();
        return teachers.have(key, session.getRemoteAddress())
                ? new Guest(Role.TEACHER, Optional.empty(), Optional.of(key))
                : new Guest(Role.STUDENT, store.who(key), Optional.of(key));
    }

    /** What somebody's teacher is called; of a teacher they themselves. */
    String teacher(Guest guest) {
        return teachers.name(guest.key().filter(key -> guest.role() == Role.TEACHER));
    }

    /** With the role as it is at this moment in this session. */
    Guest now(Guest guest, Session session) {
        boolean teacher = guest.key()
                .filter(key -> teachers.have(key, session.getRemoteAddress()))
                .isPresent();
        return teacher == (guest.role() == Role.TEACHER)
                ? guest
                : new Guest(teacher ? Role.TEACHER : Role.STUDENT, guest.student(), guest.key());
    }

    /**
     * Who is at the other end. For a student a session begins, which lasts until the channel closes; a teacher always
     * comes in.
     *
     * @throws Later if the session cannot begin
     */
    Guest admitted(Door door, OpenSessions.Kind kind) {
        Session session = door.getSession();
        Guest guest = guest(session);
        if (!guest.isKnown() && guest.key().isEmpty()) {
            throw new Later("this PIN lets nobody in any more; come again");
        }
        if (!guest.isKnown()) {
            sessions.requireRoom();
        }
        guest.student().ifPresent(student -> {
            String since = store.info().clock(tutor.clock().instant());
            Runnable end = sessions.begin(
                    student, new OpenSessions.OpenSession(kind, since, log.address(session.getRemoteAddress())));
            door.addCloseFutureListener(closed -> end.run());
        });
        return guest;
    }

    /** What to tell somebody who cannot go on, and the code to end with; a fault is noted. */
    Refused why(Throwable thrown) {
        if (thrown instanceof BadInput || thrown instanceof Later) {
            return new Refused(
                    thrown instanceof Later ? ExitCode.LATER : ExitCode.USAGE, "nabla: " + thrown.getMessage());
        }
        faults.accept(thrown);
        return new Refused(ExitCode.FAULT, ExitCode.FAULT_ENDS_SESSION);
    }

    /** All that somebody has done; of a teacher nothing is kept. */
    List<Entry> done(Guest guest) {
        try {
            if (guest.student().isEmpty()) {
                return List.of();
            }
            List<Entry> journal =
                    store.read(guest.student().get(), tutor.course().id());
            quotas.known(guest.student().get(), journal);
            return journal;
        } catch (IOException away) {
            throw new Later("what you have done cannot be read now; try again in a minute");
        }
    }

    /** Writes entries down; what the stage returned fails with says in a sentence what the student is to know. */
    CompletionStage<Void> append(Guest guest, List<Entry> entries) {
        if (guest.student().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Student student = guest.student().get();
        Quotas.Admitted admitted = quotas.admit(student, entries);
        CompletionStage<Void> safe = write(guest, student, admitted.entries());
        return admitted.refused()
                .map(why -> safe.<Void>thenCompose(written -> CompletableFuture.failedStage(new IOException(why))))
                .orElse(safe);
    }

    private CompletionStage<Void> write(Guest guest, Student student, List<Entry> entries) {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        hub.answered(guest, entries);
        CompletionStage<Void> safe = store.append(student, tutor.course().id(), entries);
        safe.thenRun(() -> hub.wrote(student));
        return safe.exceptionallyCompose(why -> CompletableFuture.failedStage(new IOException(sentence(why), why)));
    }

    /**
     * Writes positions that had to wait.
     *
     * @param all whether also those that would wait longer, since the class closes
     */
    void settle(boolean all) {
        quotas.released(all)
                .forEach((student, position) ->
                        store.append(student, tutor.course().id(), List.of(position)));
    }

    private static String sentence(Throwable failure) {
        Throwable why = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (why instanceof ClassStore.Pending) {
            return Hub.IN_MEMORY;
        }
        return why instanceof IOException ? "Not kept: " + why.getMessage() : FAULT;
    }

    Idle idle() {
        return new Idle(wishes.idleMinutes(), tutor.clock());
    }

    /** How a picture may look at a terminal; one that says nothing of its characters is taken to know UTF-8. */
    static DisplayProfile look(Map<String, String> variables) {
        return DisplayProfile.detect(new DisplayProfile.Surroundings(variables, true, "UTF-8"), Map.of());
    }
}
