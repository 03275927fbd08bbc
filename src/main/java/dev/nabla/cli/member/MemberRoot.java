package dev.nabla.cli.member;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.math.BadInput;
import dev.nabla.room.name.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The root of the commands that a member of a class may run. Other commands are not in the tree.
 *
 * @param nabla the root of all commands
 * @param role the role of the member
 */
record MemberRoot(Command nabla, Role role) implements Command {
    private static final String LEARN = "learn";
    private static final String EXPORT = "export";
    private static final String CLASS = "class";
    private static final List<String> COMMANDS = List.of("solve", "show", "check", "progress");

    @Override
    public void declare(Options options) {
        options.summary("the commands for members of a class").help(this::text);
    }

    @Override
    public List<String> subcommands() {
        List<String> names = new ArrayList<>(COMMANDS);
        names.add(EXPORT);
        if (role == Role.TEACHER) {
            names.add(CLASS);
        }
        return names;
    }

    @Override
    public Command subcommand(String name) {
        return switch (name) {
            case EXPORT -> nabla.subcommand("progress").subcommand(EXPORT);
            case CLASS -> new TeacherReports(nabla.subcommand(CLASS));
            default -> nabla.subcommand(name);
        };
    }

    private String text() {
        return "What to type behind the name of the host. No file here is read; where one could be named - is standard\n"
                + "input. help solve says what solve takes.\n\n" + listing(COMMANDS)
                + Listing.meaning(EXPORT, "your journal, for nabla progress import -");
    }

    @Override
    public CommandResult run(Arguments given) {
        List<String> words = given.words();
        boolean teaching =
                words.size() > 1 && words.get(0).equals(CLASS) && TeacherReports.NAMES.contains(words.get(1));
        throw teaching
                ? BadInput.usage("not_here", "nabla class " + words.get(1) + " is for a teacher's key")
                : unavailable(words.get(0));
    }

    static BadInput unavailable(String word) {
        if (word.equals(LEARN)) {
            return BadInput.usage(
                    "no_terminal",
                    "'learn' needs a terminal; type ssh -t HOST learn --text, or ssh HOST for the course with pictures");
        }
        return BadInput.usage(
                "not_here",
                "'" + word + "' is nothing to ask of a class by a line; " + String.join(", ", COMMANDS) + ", " + EXPORT
                        + " and help are, and nabla on your own machine has the rest");
    }
}
