package dev.nabla.cli.command;

import java.io.File;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a shell offers, taken from the declaration of a command: words, their meanings, and whether a file is meant. */
final class CompletionWords {
    private CompletionWords() {}

    /** Returns the known values of an argument, separated by blanks; "" if they are not known. */
    static String of(ArgSpec argument) {
        Iterable<String> known = argument.completionCandidates();
        return known == null ? "" : String.join(" ", known);
    }

    static boolean isFile(ArgSpec argument) {
        return argument.type() == File.class;
    }

    static String meaning(OptionSpec option) {
        return option.description()[0].replace("%%", "%");
    }

    static String summary(CommandSpec command) {
        return command.usageMessage().description()[0];
    }
}
