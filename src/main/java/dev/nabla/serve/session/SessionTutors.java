package dev.nabla.serve.session;

import dev.nabla.line.LineConsole;
import dev.nabla.line.LineTutor;
import dev.nabla.output.DisplayProfile;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.progress.RemoteJournal;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.name.Student;
import dev.nabla.screen.ClassState;
import dev.nabla.serve.hub.ActiveSession;
import dev.nabla.serve.hub.Hub;
import dev.nabla.serve.hub.Journals;
import dev.nabla.serve.login.AuthenticatedUser;
import dev.nabla.serve.login.UserLookup;
import dev.nabla.tui.RemoteTutorFactory;
import dev.nabla.tui.term.Program;
import dev.nabla.tutor.Tutor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.sshd.common.session.Session;

/** Creates the tutors of users, each connected to the journal of its user and to the class. */
public final class SessionTutors {
    private final RemoteTutorFactory factory;
    private final Journals journals;
    private final Hub hub;
    private final UserLookup users;
    private final HostIdentity host;

    public SessionTutors(RemoteTutorFactory factory, Journals journals, Hub hub, UserLookup users, HostIdentity host) {
        this.factory = factory;
        this.journals = journals;
        this.hub = hub;
        this.users = users;
        this.host = host;
    }

    /**
     * Returns the full-screen tutor of a user.
     *
     * @param active session of the user in the class
     * @param session SSH session of the user
     * @param onLocation receives the user's position in the course whenever it changes
     */
    Program screenTutor(
            AuthenticatedUser user,
            ActiveSession active,
            Session session,
            DisplayProfile look,
            Consumer<LearnerLocation> onLocation) {
        return factory.program(
                journals.progress(user, factory),
                entries -> journals.append(user, entries),
                look,
                Optional.of(new RemoteTutorFactory.ClassLink(
                        participant(user, session), request -> hub.execute(active, request), onLocation)));
    }

    private ClassState.Participant participant(AuthenticatedUser user, Session session) {
        return new ClassState.Participant(
                user.role(),
                user.student().map(Student::id).orElse(""),
                users.teacherName(user),
                host.sshCommand(session, "NAME"),
                host.fingerprint());
    }

    /** Returns the message after a user has quit: the command that leads back, and how it needs no PIN. */
    String wordsAtQuit(AuthenticatedUser user, Session session) {
        return "come back with: " + host.sshCommand(session, session.getUsername())
                + keyOffer(user).map(offer -> "\n" + offer).orElse("");
    }

    /** Returns how a student who has just joined without a key comes in by one; empty for other users. */
    Optional<String> keyOffer(AuthenticatedUser user) {
        return Optional.of(
                        "to come in by a key in place of the PIN: ssh-keygen -t ed25519, and the word that K shows at"
                                + " home")
                .filter(offer -> users.isNewWithPin(user, factory.clock().instant()));
    }

    /**
     * Returns the text-mode tutor of a user.
     *
     * @param active session of the user in the class
     * @param session SSH session of the user
     * @param append writes entries to the journal of the user
     */
    LineTutor textTutor(
            AuthenticatedUser user,
            ActiveSession active,
            Session session,
            Function<List<Entry>, CompletionStage<Void>> append,
            LineConsole console) {
        Progress progress = journals.progress(user, factory);
        return new LineTutor(
                        Tutor.of(progress, factory.clock().instant()),
                        new ProgressRecorder(new RemoteJournal(append)),
                        factory.clock(),
                        console)
                .withClass(participant(user, session), request -> hub.execute(active, request));
    }

    /** Keeps that a student wants the text mode. Returns what to tell the student; empty if nothing. */
    String keepScreenReader(Student student) {
        return users.keepScreenReader(student);
    }
}
