package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.math.BadInput;
import dev.nabla.output.Setting;
import dev.nabla.room.Hosting;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;

/** {@code nabla serve}: a class over SSH. */
public record ServeCommand(Environment console, Supplier<Host> host) implements Command {
    private static final String CLASS = "--class";
    private static final String PORT = "--port";
    private static final String LISTEN = "--listen";
    private static final String SAY = "--say";
    private static final String HOST_KEY = "--host-key";
    private static final String TEACHERS = "--teachers";
    private static final String CODE = "--code";
    private static final String LESSONS = "--lessons";
    private static final String MOST = "--max-sessions";
    private static final String IDLE = "--idle";
    private static final String STORE = "--store";
    private static final String ZONE = "--zone";
    private static final String DAYS = "--log-days";
    private static final String PER_ADDRESS = "--max-per-address";
    private static final Setting<Hosting.Addresses> ADDRESSES =
            Setting.of("log-addresses", "masked, full or none (default: masked)", Hosting.Addresses.values());
    private static final int USUAL_PORT = 2222;

    @Override
    public Options options(List<String> arguments) {
        return new Options()
                .option(valued(
                        CLASS, "DIR", "the class's folder, made if absent (default: nabla/class in the state folder)"))
                .option(PORT, "where to listen; 0 takes a free one and says which (default: " + USUAL_PORT + ")")
                .option(valued(LISTEN, "ADDRESS", "default: every address of this machine; 127.0.0.1 for trying out"))
                .option(valued(SAY, "HOST", "the name students type, when it is not the first address of this machine"))
                .option(valued(HOST_KEY, "FILE", "the host's key, made once (default: host_key in the class's folder)"))
                .option(valued(
                        TEACHERS,
                        "FILE",
                        "public keys of teachers, as in authorized_keys (default: teachers in there)"))
                .option(
                        valued(
                                CODE,
                                "WORD",
                                "class code; @FILE reads it, none lets everybody in who can connect (default: made once and kept)"))
                .lessons()
                .option(MOST, "how many students fit in, 1 to 10000 (default: 1000)")
                .option(valued(IDLE, "MINUTES", "so long without a key ends a session; 0 for never (default: 30)"))
                .option(valued(
                        STORE, "URL", "jdbc:postgresql://HOST/DATABASE in place of files; password by PGPASSFILE"))
                .option(ZONE, "where midnight is for reviews and deadlines (default: the machine's)")
                .option(valued(DAYS, "N", "days that files of the log are kept (default: 14)"))
                .option("--" + ADDRESSES.name(), ADDRESSES.words(), "addresses in the log: " + ADDRESSES.help())
                .option(valued(PER_ADDRESS, "N", "logins under way at once from one address (default: 10)"))
                .footer(
                        "",
                        "Everybody types ssh -p " + USUAL_PORT
                                + " NAME@HOST and is in the tutor; progress is kept here.",
                        "Ctrl-C closes the class: everybody is told, and all answers are kept.",
                        "",
                        "Example: nabla serve --class maths-10b --say school.example");
    }

    private static OptionSpec.Builder valued(String name, String label, String help) {
        return OptionSpec.builder(name).arity("1").paramLabel(label).description(help);
    }

    @Override
    public Reply run(Arguments given) {
        try {
            return new Reply(host.get().serve(wishes(given)), "", console.complaints());
        } catch (Hosting.Refused refused) {
            return Reply.complaint(refused.code(), refused.getMessage());
        }
    }

    private Hosting wishes(Arguments given) {
        Optional<String> store = given.value(STORE);
        Arguments.require(
                store.isEmpty() || !store.get().matches(".*(password=|://[^/]*@).*"),
                STORE + " holds a password, which others may see; put it into the file that PGPASSFILE names");
        return new Hosting(
                given.value(CLASS),
                store,
                given.value(LISTEN),
                whole(given, PORT, 0, 65535, USUAL_PORT),
                given.value(SAY),
                given.value(HOST_KEY),
                given.value(TEACHERS),
                given.value(CODE),
                given.value(LESSONS),
                given.value(ZONE).map(ServeCommand::zone),
                whole(given, MOST, 1, 10_000, 1000),
                whole(given, IDLE, 0, 24 * 60, 30),
                whole(given, PER_ADDRESS, 1, 10_000, 10),
                new Hosting.Log(
                        whole(given, DAYS, 1, 3650, 14),
                        given.value("--" + ADDRESSES.name())
                                .map(word -> ADDRESSES.read("--" + ADDRESSES.name(), word))
                                .orElse(Hosting.Addresses.MASKED)),
                console.outIsTerminal());
    }

    private static int whole(Arguments given, String option, int least, int most, int usual) {
        return given.whole(option, least, most).map(Long::intValue).orElse(usual);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw BadInput.usage("bad_zone", "'" + text + "' is no zone; type one like Europe/Vienna")
                    .about(ZONE);
        }
    }
}
