package dev.nabla.serve.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.common.io.IoInputStream;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.command.AsyncCommand;

/**
 * The base of sessions without a thread of their own: input arrives in callbacks, and a write reports when it is done.
 */
abstract class AsyncSession implements AsyncCommand, ChannelDataReceiver {
    final RestrictedChannel channel;
    IoOutputStream out;
    IoOutputStream err;
    private ExitCallback exit;

    AsyncSession(RestrictedChannel channel) {
        this.channel = channel;
        channel.setDataReceiver(this);
    }

    /** Writes a text, and then runs {@code then}, even if the text is empty or the client is gone. */
    void say(IoOutputStream where, String text, Runnable then) {
        byte[] bytes =
                (channel.terminal().isEmpty() ? text : text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        try {
            if (bytes.length == 0) {
                then.run();
            } else {
                where.writeBuffer(new ByteArrayBuffer(bytes)).addListener(written -> then.run());
            }
        } catch (IOException | RuntimeException disconnected) {
            then.run();
        }
    }

    /** Ends the session with an exit code, unless the channel is already closed. */
    void exit(int code) {
        if (channel.isOpen()) {
            exit.onExit(code);
        }
    }

    @Override
    public void setIoOutputStream(IoOutputStream stream) {
        out = stream;
    }

    @Override
    public void setIoErrorStream(IoOutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void setIoInputStream(IoInputStream stream) {}

    @Override
    public void setInputStream(InputStream stream) {}

    @Override
    public void setOutputStream(OutputStream stream) {}

    @Override
    public void setErrorStream(OutputStream stream) {}
}
