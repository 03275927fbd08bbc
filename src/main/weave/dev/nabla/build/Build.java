package dev.nabla.build;

import dev.nabla.file.FileReason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The steps that Maven has no plugin for. It runs in the folder of the project. A step that fails says so on standard
 * error and ends with 1, which ends Maven with BUILD FAILURE.
 */
final class Build {
    private static final Path HOME = Path.of("target", "nabla");

    private Build() {}

    /**
     * Runs one step.
     *
     * @param args {@code prepare}; {@code home DATE}; or {@code distribution DATE VERSION}. DATE is the modification
     *     time of all files, as ISO 8601 in UTC
     */
    public static void main(String[] args) {
        String step = args[0];
        try {
            run(step, List.of(args).subList(1, args.length));
        } catch (StepFailure failure) {
            fail(step, failure.getMessage());
        } catch (FileSystemException file) {
            fail(step, file.getFile() + ": " + FileReason.of(file) + "\nPut this file right, and run Maven again.");
        } catch (IOException refused) {
            fail(step, refused.getMessage() + "\nSee whether the disk is full, and run Maven again.");
        } catch (Exception fault) {
            fault.printStackTrace();
            fail(step, "the fault above\nIt is one of src/main/weave or of what it calls; put it right there.");
        }
    }

    private static void run(String step, List<String> args) throws Exception {
        switch (step) {
            case "prepare" -> Preparation.make();
            case "home" -> new Home(HOME, Instant.parse(args.get(0))).make();
            case "distribution" -> new Distribution(HOME, Instant.parse(args.get(0)), args.get(1)).make();
            default -> throw new StepFailure("there is no such step", "pom.xml names the steps; look there.");
        }
    }

    private static void fail(String step, String said) {
        System.err.println("build step " + step + " failed: " + said);
        System.exit(1);
    }
}
