package dev.nabla.serve;

import dev.nabla.output.Text;
import dev.nabla.room.Hosting.Refused;
import dev.nabla.room.Scripts;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.session.ServerSession;

/** A line for {@link Scripts}: what it reads is taken first, then it is answered by one of two threads, and said in three parts. */
final class ScriptVisit extends Wire {
    private static final AttributeKey<AtomicBoolean> BUSY = new AttributeKey<>();
    private static final int LONGEST_LINE = 8192;

    private final Inside inside;
    private final ServerSession session;
    private final String line;
    private final ScriptTurns turns;
    private final ByteArrayOutputStream input = new ByteArrayOutputStream();
    private final AtomicBoolean asked = new AtomicBoolean();
    private AtomicBoolean busy = new AtomicBoolean();
    private Guest guest;

    ScriptVisit(Inside inside, Door door, String line, ScriptTurns turns) {
        super(door);
        this.inside = inside;
        this.session = door.getSession();
        this.line = line;
        this.turns = turns;
    }

    @Override
    public void start(ChannelSession channel, Environment env) {
        guest = inside.guest(session);
        AtomicBoolean mine = session.computeAttributeIfAbsent(BUSY, key -> new AtomicBoolean());
        int wait = turns.wait(guest.id());
        if (!guest.isKnown()) {
            refuse(
                    Refused.USAGE,
                    "join the class first: "
                            + Text.harmless(
                                    inside.door(session, session.getUsername()).replace("ssh ", "ssh -t ")));
        } else if (line.length() > LONGEST_LINE) {
            refuse(Refused.USAGE, "a command has at most 8 KiB; send what is long as standard input");
        } else if (wait > 0) {
            refuse(Refused.HELD, "that were many commands; try again in " + wait + " s");
        } else if (!mine.compareAndSet(false, true)) {
            refuse(Refused.HELD, "one command at a time; try again in 1 s");
        } else {
            busy = mine;
            inside.limits().ends(session);
            if (!inside.scripts().readsInput(line)) {
                ask();
            }
        }
    }

    private void refuse(int code, String why) {
        asked.set(true);
        say(new Scripts.Said(code, "", "nabla: " + why + "\n"));
    }

    @Override
    public int data(ChannelSession channel, byte[] bytes, int start, int length) {
        if (!asked.get()) {
            input.write(bytes, start, Math.min(length, Scripts.MOST_INPUT + 1 - input.size()));
            if (input.size() > Scripts.MOST_INPUT) {
                ask();
            }
        }
        return length;
    }

    /** Standard input has ended. */
    @Override
    public void close() {
        if (guest != null) {
            ask();
        }
    }

    private void ask() {
        if (!asked.getAndSet(true)) {
            turns.answer(this::answer, Scripts.MOST_SECONDS);
        }
    }

    private void answer() {
        try {
            say(inside.scripts()
                    .answer(new Scripts.Asked(
                            line,
                            guest.role(),
                            guest.student(),
                            door.variables(),
                            door.terminal(),
                            input.toByteArray())));
        } catch (RuntimeException | Error fault) {
            inside.faults().accept(fault);
            say(new Scripts.Said(Refused.FAULT, "", "nabla: a fault in nabla itself\n"));
        }
    }

    /** Errors first, then the answer, then the code. */
    private void say(Scripts.Said said) {
        busy.set(false);
        say(err, said.err(), () -> say(out, said.out(), () -> exit(said.code())));
    }

    @Override
    public void destroy(ChannelSession channel) {
        busy.set(false);
    }
}
