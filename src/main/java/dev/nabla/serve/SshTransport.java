package dev.nabla.serve;

import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.serve.session.RestrictedChannel;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.server.global.TcpipForwardHandler;

/** The protocol settings of the server: strong algorithms, channels for sessions, and no forwarding. */
final class SshTransport {
    /**
     * Algorithms that are not offered: SHA-1, CBC, short checksums, and certificates, because no authority is trusted
     * to issue them.
     */
    private static final Pattern WEAK = Pattern.compile("sha1|md5|cbc|-96|^ssh-rsa$|^ssh-dss$|-cert-");
    /**
     * Key exchanges that OpenSSH since 2016, PuTTY and dropbear know. Groups of 2048 bits are not offered, nor groups
     * that are negotiated, because their size may be as small.
     */
    private static final Pattern KEY_EXCHANGES =
            Pattern.compile("^(mlkem768x25519|sntrup761x25519|curve25519|ecdh)-|-group1[68]-");
    /** Number of connections that the kernel holds until they are accepted. */
    private static final int BACKLOG = 1000;

    private SshTransport() {}

    /** Returns a server with the address, port and host key of the class. It does not yet accept any login. */
    static SshServer server(ServeOptions options, KeyPair key, ScheduledExecutorService timer, AuditLog log) {
        SshServer server = ServerBuilder.builder().build();
        options.listen().ifPresent(server::setHost);
        server.setPort(options.port());
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setKeyExchangeFactories(keyExchanges());
        server.setCipherFactories(strong(server.getCipherFactories()));
        server.setMacFactories(strong(server.getMacFactories()));
        server.setSignatureFactories(strong(server.getSignatureFactories()));
        server.setCompressionFactories(List.of(BuiltinCompressions.none));
        server.setForwardingFilter(RestrictedChannel.forwardingFilter(log));
        server.setGlobalRequestHandlers(
                List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE, TcpipForwardHandler.INSTANCE));
        server.setChannelFactories(List.of(
                new ChannelSessionFactory() {
                    @Override
                    public RestrictedChannel createChannel(Session session) {
                        return RestrictedChannel.open(session, log).orElse(null);
                    }
                },
                DirectTcpipFactory.INSTANCE));
        server.setScheduledExecutorService(timer, false);
        CoreModuleProperties.NIO_WORKERS.set(server, 2);
        CoreModuleProperties.SOCKET_BACKLOG.set(server, BACKLOG);
        CoreModuleProperties.WINDOW_SIZE.set(server, 64L * 1024);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "nabla");
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        return server;
    }

    /** Returns the offered key exchanges, the preferred ones first. */
    static List<KeyExchangeFactory> keyExchanges() {
        return ServerBuilder.setUpDefaultKeyExchanges(false).stream()
                .filter(factory -> KEY_EXCHANGES.matcher(factory.getName()).find())
                .toList();
    }

    private static <F extends NamedResource> List<F> strong(List<F> all) {
        return all.stream()
                .filter(factory -> !WEAK.matcher(factory.getName()).find())
                .toList();
    }
}
