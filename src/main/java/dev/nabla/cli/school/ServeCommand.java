package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.math.BadInput;
import dev.nabla.output.Setting;
import dev.nabla.serve.options.ServeException;
import dev.nabla.serve.options.ServeOptions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Supplier;

/** {@code nabla serve}: serves a class over SSH. */
public record ServeCommand(Environment console, Supplier<Host> host) implements Command {
    private static final String PORT = "--port";
    private static final String LISTEN = "--listen";
    private static final String SAY = "--say";
    private static final String HOST_KEY = "--host-key";
    private static final String JOIN = "--join";
    private static final String TEACHERS = "--teachers";
    private static final String CODE = "--code";
    private static final String MOST = "--max-sessions";
    private static final String IDLE = "--idle";
    private static final String ZONE = "--zone";
    private static final String DAYS = "--log-days";
    private static final String PER_ADDRESS = "--max-per-address";
    private static final Setting<ServeOptions.Addresses> ADDRESSES =
            Setting.of("log-addresses", "masked, full or none (default: masked)", ServeOptions.Addresses.values());
    private static final int USUAL_PORT = 2222;

    @Override
    public void declare(Options options) {
        options.summary("for teachers: open a class that students join with ssh")
                .classes()
                .option(PORT, "port to listen on; 0 takes a free one and prints it (default: " + USUAL_PORT + ")")
                .named(LISTEN, "ADDRESS", "default: every address of this machine; 127.0.0.1 for trying out")
                .named(SAY, "HOST", "host name that students type (default: the first address of this machine)")
                .named(
                        HOST_KEY,
                        "FILE",
                        "the server's key, generated once (default: host_key in the folder of the class)")
                .flag(JOIN, "with --store: serve beside hosts that have another host key")
                .named(
                        TEACHERS,
                        "FILE",
                        "public keys of teachers, as in authorized_keys (default: teachers in that folder)")
                .named(
                        CODE,
                        "WORD",
                        "class code; @FILE reads it, none lets in everybody who can connect (default: generated once)")
                .lessons()
                .option(MOST, "most students at once, 1 to 10000, each with up to 4 sessions (default: 1000)")
                .named(IDLE, "MINUTES", "minutes without a key before a session ends; 0 for never (default: 30)")
                .option(ZONE, "time zone of reviews and deadlines (default: the machine's)")
                .named(DAYS, "N", "days to keep log files, at most 64 MiB in all (default: 14)")
                .option("--" + ADDRESSES.name(), ADDRESSES.choices(), "addresses in the log: " + ADDRESSES.help())
                .named(PER_ADDRESS, "N", "simultaneous logins per client address; more wait (default: 64)")
                .notes(
                        "Students connect with ssh -p " + USUAL_PORT + " NAME@HOST; their progress is kept here.",
                        "The folder of the class is created if it is missing. Ctrl-C closes the class, tells everybody and saves.",
                        "",
                        "Example: nabla serve --class maths-10b --say school.example");
    }

    @Override
    public CommandResult run(Arguments given) {
        try {
            return new CommandResult(host.get().serve(serveOptions(given)), "", console.complaints());
        } catch (ServeException refused) {
            return CommandResult.complaint(refused.exitCode(), refused.getMessage());
        }
    }

    private ServeOptions serveOptions(Arguments given) {
        if (given.has(JOIN) && Classes.ClassLocation.url(given).isEmpty()) {
            throw BadInput.usage(
                    "join_alone", "--join is for a class in a database; type --store URL too, or leave it out");
        }
        return new ServeOptions(
                given.value(Classes.FOLDER),
                Classes.ClassLocation.url(given),
                given.has(JOIN),
                given.value(LISTEN),
                given.whole(PORT, 0, 65535, USUAL_PORT),
                given.value(SAY),
                given.value(HOST_KEY),
                given.value(TEACHERS),
                given.value(CODE),
                given.value(Options.LESSONS),
                given.value(ZONE).map(ServeCommand::zone),
                given.whole(MOST, 1, 10_000, 1000),
                given.whole(IDLE, 0, 24 * 60, 30),
                given.whole(PER_ADDRESS, 1, 10_000, 64),
                new ServeOptions.Log(
                        given.whole(DAYS, 1, 3650, 14), given.chosen(ADDRESSES).orElse(ServeOptions.Addresses.MASKED)),
                console.outIsTerminal());
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw BadInput.usage("bad_zone", "'" + text + "' is no zone; type one like Europe/Vienna")
                    .forInput(ZONE);
        }
    }
}
