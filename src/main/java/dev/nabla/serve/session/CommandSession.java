package dev.nabla.serve.session;

import dev.nabla.output.ExitCode;
import dev.nabla.output.PlainText;
import dev.nabla.room.RemoteCommands;
import dev.nabla.room.RemoteCommands.ScriptResponse;
import dev.nabla.serve.log.Faults;
import dev.nabla.serve.login.AuthenticatedUser;
import dev.nabla.serve.login.UserLookup;
import dev.nabla.serve.options.ServeException;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.session.ServerSession;

/**
 * A session that runs a command of {@link RemoteCommands}. The command starts at once. If it then reads standard input
 * that is still incomplete, it runs again once the input has ended.
 */
final class CommandSession extends AsyncSession {
    private static final int MOST_LINE_LENGTH = 8192;

    private final ServerSession session;
    private final String line;
    private final UserLookup users;
    private final HostIdentity host;
    private final RemoteCommands commands;
    private final ScriptExecutor executor;
    private final Faults faults;
    private final ByteArrayOutputStream input = new ByteArrayOutputStream();
    private AuthenticatedUser user;
    /** The queued command; empty before it has begun, or if it was refused. */
    private volatile Optional<ScriptExecutor.QueuedScript> command = Optional.empty();

    private boolean inputComplete;
    private boolean awaitsInput;
    private boolean answered;
    private boolean disconnected;

    CommandSession(
            RestrictedChannel channel,
            String line,
            UserLookup users,
            HostIdentity host,
            RemoteCommands commands,
            ScriptExecutor executor,
            Faults faults) {
        super(channel);
        this.session = channel.getSession();
        this.line = line;
        this.users = users;
        this.host = host;
        this.commands = commands;
        this.executor = executor;
        this.faults = faults;
    }

    @Override
    public void start(ChannelSession ignored, Environment env) {
        user = users.of(session);
        if (!user.isKnown()) {
            String command = host.sshCommand(session, session.getUsername()).replace("ssh ", "ssh -t ");
            refuse(new ServeException(ExitCode.USAGE, "join the class first: " + PlainText.harmless(command)));
        } else if (line.length() > MOST_LINE_LENGTH) {
            refuse(new ServeException(
                    ExitCode.USAGE, "a command has at most 8 KiB; send what is long as standard input"));
        } else {
            begin();
        }
    }

    private void begin() {
        try {
            command = Optional.of(executor.begin(user.id()));
            run();
        } catch (ServeException tooMany) {
            refuse(tooMany);
        }
    }

    private void refuse(ServeException why) {
        send(new ScriptResponse(why.exitCode().code(), "", "nabla: " + why.getMessage() + "\n"));
    }

    private void run() {
        command.orElseThrow().run(this::answer, RemoteCommands.MOST_SECONDS);
    }

    @Override
    public synchronized int data(ChannelSession ignored, byte[] bytes, int start, int length) {
        if (!answered && !inputComplete) {
            input.write(bytes, start, Math.min(length, RemoteCommands.MOST_INPUT + 1 - input.size()));
            if (input.size() > RemoteCommands.MOST_INPUT) {
                completeInput();
            }
        }
        return length;
    }

    /** Called when standard input has ended. */
    @Override
    public synchronized void close() {
        completeInput();
    }

    private void completeInput() {
        inputComplete = true;
        if (awaitsInput) {
            awaitsInput = false;
            run();
        }
    }

    private void answer() {
        try {
            Optional<byte[]> given = input();
            if (!endIfDisconnected()) {
                AuthenticatedUser now = users.withCurrentRole(user, session);
                commands.answer(new RemoteCommands.ScriptRequest(
                                line,
                                session.getUsername(),
                                now.role(),
                                now.student(),
                                channel.variables(),
                                channel.terminal(),
                                given))
                        .ifPresentOrElse(this::send, this::awaitInput);
            }
        } catch (RuntimeException | Error fault) {
            faults.accept(fault);
            send(new ScriptResponse(ExitCode.FAULT.code(), "", "nabla: a fault in nabla itself\n"));
        }
    }

    private synchronized Optional<byte[]> input() {
        return inputComplete ? Optional.of(input.toByteArray()) : Optional.empty();
    }

    private synchronized void awaitInput() {
        awaitsInput = true;
        if (inputComplete) {
            completeInput();
        }
    }

    /** Ends the command if the client has disconnected, and returns whether it has. */
    private synchronized boolean endIfDisconnected() {
        if (disconnected) {
            end();
        }
        return disconnected;
    }

    /**
     * Sends standard error, then standard output, then the exit code. The command counts as running until the client
     * has received all of it.
     */
    private void send(ScriptResponse response) {
        synchronized (this) {
            answered = true;
        }
        say(
                err,
                response.err(),
                () -> say(out, response.out(), () -> {
                    exit(response.code());
                    end();
                }));
    }

    private void end() {
        command.ifPresent(ScriptExecutor.QueuedScript::end);
    }

    /**
     * Called when the client is gone. A task that waits or runs keeps its place until it notices, so that a student who
     * disconnects cannot queue more commands than allowed.
     */
    @Override
    public synchronized void destroy(ChannelSession ignored) {
        disconnected = true;
        if (answered) {
            end();
        } else {
            completeInput();
        }
    }
}
