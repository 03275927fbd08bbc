package dev.nabla.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that the build runs, and how it ended.
 *
 * @param code its exit code
 * @param log the file with all that it has printed
 */
record Command(int code, Path log) {
    private static final int LAST_LINES = 8;

    /** Runs a program without input. What it prints is appended to the file. */
    static Command run(Path log, List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        return new Command(process.waitFor(), log);
    }

    /**
     * Demands that the program has ended with 0 and left this file.
     *
     * @param remedy what to do if it has not
     */
    void demand(Path made, String remedy) throws IOException, StepFailure {
        if (code == 0 && Files.exists(made)) {
            return;
        }
        String ended = code == 0 ? "its program ended with 0 all the same" : "its program ended with " + code;
        throw new StepFailure(made + " was not made; " + ended + ". The end of " + log + ":\n" + end(), remedy);
    }

    private String end() throws IOException {
        // A program may print any bytes, and each is a character of this charset.
        List<String> lines = Files.readAllLines(log, ISO_8859_1);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                .indent(4)
                .stripTrailing();
    }
}
