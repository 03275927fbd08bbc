package dev.nabla.serve.session;

import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ScreenReader;
import dev.nabla.room.RemoteCommands;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.tui.term.Device;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.common.channel.RequestHandler.Result;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.forward.ForwardingFilter;
import org.apache.sshd.server.forward.StaticDecisionForwardingFilter;

/** A channel for a shell or for a command of {@link RemoteCommands}. Refuses and logs all other requests. */
public final class RestrictedChannel extends ChannelSession {
    private static final int MOST_VALUE_LENGTH = 64;
    private static final int MOST_PER_CONNECTION = 2;
    private static final AttributeKey<AtomicInteger> OPEN = new AttributeKey<>();

    private final AuditLog log;
    private final Map<String, String> variables = new HashMap<>();
    private Optional<Size> terminal = Optional.empty();
    private volatile Consumer<Size> resized = size -> {};

    private RestrictedChannel(AuditLog log) {
        this.log = log;
    }

    /**
     * Opens a channel; returns empty if the connection has two already. Unlike the limit of the SSH library, this
     * leaves those two open.
     */
    public static Optional<RestrictedChannel> open(Session session, AuditLog log) {
        AtomicInteger open = session.computeAttributeIfAbsent(OPEN, first -> new AtomicInteger());
        if (open.get() == MOST_PER_CONNECTION) {
            log.countRefused(session.getRemoteAddress(), "channels");
            return Optional.empty();
        }
        RestrictedChannel channel = new RestrictedChannel(log);
        open.incrementAndGet();
        channel.addCloseFutureListener(closed -> open.decrementAndGet());
        return Optional.of(channel);
    }

    /** Returns the accepted environment variables of the client, with the TERM of its terminal. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /**
     * Returns what the terminal of the client can display. A terminal that does not report its character set is assumed
     * to use UTF-8.
     */
    DisplayProfile displayProfile() {
        return DisplayProfile.detect(new DisplayProfile.Surroundings(variables, true, "UTF-8"), Map.of());
    }

    /** Sets nabla's variable for a screen reader, unless the client has sent one of {@link ScreenReader#VARIABLES}. */
    void assumeScreenReader() {
        if (ScreenReader.VARIABLES.stream().noneMatch(variables::containsKey)) {
            variables.put(ScreenReader.VARIABLES.get(0), "1");
        }
    }

    /** Returns the size of the client's terminal; empty without a terminal. */
    Optional<Size> terminal() {
        return terminal;
    }

    /** @param listener receives each new size of the terminal */
    void onResize(Consumer<Size> listener) {
        resized = listener;
    }

    @Override
    protected Result handleEnvParsed(String name, String value) {
        if (!RemoteCommands.VARIABLES.contains(name) || value.length() > MOST_VALUE_LENGTH) {
            log.countRefused(getSession().getRemoteAddress(), "environment");
            return Result.ReplyFailure;
        }
        variables.put(name, value);
        return Result.ReplySuccess;
    }

    @Override
    protected Result handlePtyReqParsed(
            String term, int columns, int rows, int width, int height, Map<PtyMode, Integer> modes) {
        terminal = Optional.of(Device.size(Math.max(0, columns), Math.max(0, rows)));
        variables.put("TERM", term.substring(0, Math.min(term.length(), MOST_VALUE_LENGTH)));
        return Result.ReplySuccess;
    }

    @Override
    protected Result handleWindowChangeParsed(int columns, int rows, int width, int height) {
        resized.accept(Device.size(Math.max(0, columns), Math.max(0, rows)));
        return Result.ReplySuccess;
    }

    @Override
    protected Result handleSubsystemParsed(String request, String subsystem) {
        log.countRefused(getSession().getRemoteAddress(), "subsystem");
        return Result.ReplyFailure;
    }

    /**
     * Refuses agent forwarding here, because the library asks the forwarding filter only if the server has an agent.
     */
    @Override
    protected Result handleAgentForwardingParsed(String request) {
        log.countRefused(getSession().getRemoteAddress(), "agent");
        return Result.ReplyFailure;
    }

    /** Returns a filter that refuses and logs every request for forwarding. */
    public static ForwardingFilter forwardingFilter(AuditLog audit) {
        return new StaticDecisionForwardingFilter(false) {
            @Override
            protected boolean checkAcceptance(String request, Session session, SshdSocketAddress target) {
                audit.countRefused(session.getRemoteAddress(), request);
                return false;
            }
        };
    }
}
