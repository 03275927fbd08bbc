package dev.nabla.cli.school.open;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.room.ClassStore.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A subcommand of {@code nabla class}. Its errors are printed as JSON if that was asked for. */
public interface ClassAction extends Command {
    CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException;

    @Override
    default CommandResult run(Arguments given) {
        Classes.ClassLocation place = Classes.ClassLocation.of(given);
        try {
            return run(given, place);
        } catch (IOException unusable) {
            return refused(unusable, place);
        } catch (UncheckedIOException unusable) {
            return refused(unusable.getCause(), place);
        }
    }

    private static CommandResult refused(IOException why, Classes.ClassLocation place) {
        return switch (why instanceof StoreException refused
                ? refused.reason()
                : StoreException.RefusalReason.UNUSABLE) {
            case ABSENT ->
                CommandResult.complaint(
                        ExitCode.USAGE,
                        why.getMessage() + "; name another with --class, or make one: "
                                + "nabla class new DIR --title T");
            case EXISTS -> CommandResult.complaint(ExitCode.USAGE, why.getMessage() + "; type another folder");
            default ->
                CommandResult.complaint(
                        place.url().isPresent() ? ExitCode.UNAVAILABLE : ExitCode.CANNOT_WRITE, why.getMessage());
        };
    }

    @Override
    default CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, Optional.empty());
    }
}
