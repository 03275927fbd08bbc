package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.training.Checkpoint;
import dev.nabla.file.WholeFile;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.Trainer;
import dev.nabla.math.Decimal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** A training that reports its progress, is saved at intervals, and can be ended by a signal between two steps. */
final class Training {
    /** Time between two progress lines that replace each other, in ns (100 ms). */
    private static final long PAUSE = 100_000_000;
    /** Time between two progress lines that stay, in ns (5 s). */
    private static final long LONG_PAUSE = 5_000_000_000L;

    private final Recipe recipe;
    private final Trainer trainer;
    private final Optional<WholeFile> file;
    private final Optional<OutputStream> log;
    private final OutputStream progress;
    private final boolean redraws;
    private final LongSupplier nanos;
    private final IntSupplier signals;
    private int shown;

    /**
     * Creates a training that continues from a snapshot.
     *
     * @param file the file to save it in, if any
     * @param log receives one line per step, if present; its write errors are thrown as {@code UncheckedIOException},
     *     to distinguish them from those of the file
     * @param redraws whether a progress line replaces the one before
     * @param nanos the time in ns, from any origin
     */
    Training(
            Recipe recipe,
            Snapshot from,
            Optional<WholeFile> file,
            Optional<OutputStream> log,
            Environment.Streams streams,
            boolean redraws,
            LongSupplier nanos) {
        this.recipe = recipe;
        this.trainer = new Trainer(recipe, from);
        this.file = file;
        this.log = log;
        this.progress = streams.progress();
        this.redraws = redraws;
        this.nanos = nanos;
        this.signals = streams.signals().get();
    }

    /**
     * Trains until a step is reached, a signal arrives or the loss is not finite, then saves. Returns the exit code of
     * the signal, or 0.
     *
     * @param steps the step to stop at
     * @param every the number of steps between two saves; 0 to save only at the end
     * @throws IOException if the file cannot be written
     */
    int run(int steps, int every) throws IOException {
        long lastShown = nanos.getAsLong();
        double loss = 0;
        while (trainer.step() < steps && signals.getAsInt() == 0 && Double.isFinite(loss)) {
            double eta = recipe.etaAt(trainer.step());
            loss = trainer.next();
            log(loss, eta);
            if (every > 0 && trainer.step() % every == 0) {
                save();
            }
            long now = nanos.getAsLong();
            if (now - lastShown > (redraws ? PAUSE : LONG_PAUSE)) {
                lastShown = now;
                flushLog();
                show("step " + trainer.step() + " of " + steps + "  loss " + Decimal.fixed(loss, 3));
            }
        }
        flushLog();
        show("");
        save();
        return signals.getAsInt();
    }

    /** Writes the last step to the log. Without a log it formats no numbers. */
    private void log(double loss, double eta) {
        if (log.isPresent()) {
            String number = Double.isFinite(loss) ? Decimal.real(loss) : "null";
            String line =
                    "{\"step\":" + trainer.step() + ",\"loss\":" + number + ",\"eta\":" + Decimal.real(eta) + "}\n";
            try {
                log.get().write(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void flushLog() {
        if (log.isPresent()) {
            try {
                log.get().flush();
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    /**
     * Shows a progress line, in place of the last one if lines are redrawn; the last one may be longer. A write error
     * does not end the training.
     */
    private void show(String text) {
        String line =
                !redraws ? text + "\n" : "\r" + text + " ".repeat(Math.max(0, shown - text.length())) + "\r" + text;
        try {
            if ((redraws ? shown : 0) + text.length() > 0) {
                progress.write(line.getBytes(StandardCharsets.UTF_8));
            }
            shown = text.length();
        } catch (IOException unseen) {
            shown = 0;
        }
    }

    /** Saves the training, unless a weight is not finite. The last save then stays. */
    private void save() throws IOException {
        Snapshot now = trainer.snapshot();
        if (file.isPresent() && now.isFinite()) {
            file.get().replace(Checkpoint.of(recipe, now)::to);
        }
    }

    Snapshot snapshot() {
        return trainer.snapshot();
    }
}
