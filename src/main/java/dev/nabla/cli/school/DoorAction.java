package dev.nabla.cli.school;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import java.io.IOException;

/**
 * {@code nabla class close} and {@code nabla class open}: whether new students may join.
 *
 * @param closes whether the command closes the class to new students
 */
record DoorAction(boolean closes) implements OpenClassAction {
    @Override
    public void declare(Options options) {
        options.summary(
                        closes
                                ? "let nobody new join; students who have joined log in as before"
                                : "let new students join again")
                .classes()
                .notes("Example: nabla class " + (closes ? "close" : "open") + " --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        ClassInfo info = ClassStore.done(open.store().change(known -> known.closed(closes)));
        if (info.closed()) {
            return CommandResult.ok("closed: nobody new may join, until nabla class open\n");
        }
        return CommandResult.ok(
                open.store().roster().isPresent()
                        ? "open: the names on the roster may join\n"
                        : "open: any name may join\n");
    }
}
