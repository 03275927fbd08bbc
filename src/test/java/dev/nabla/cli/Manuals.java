package dev.nabla.cli;

import java.io.File;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the manual pages as AsciiDoc, one a command and one an operation; the build makes man pages of them. */
final class Manuals {
    private Manuals() {}

    public static void main(String[] args) throws Exception {
        Cli cli = new Cli(Consoles.PIPE, Consoles.TUTOR);
        int code = ManPageGenerator.generateManPage(
                new File(args[0]), null, new boolean[0], true, new CommandLine(cli.tree()).getCommandSpec());
        if (code != 0) {
            throw new IllegalStateException("the generator of manual pages has ended with code " + code);
        }
    }
}
