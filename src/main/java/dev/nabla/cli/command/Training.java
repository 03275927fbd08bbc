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

/** A training that is told about, saved now and then, and ended between two steps by whoever asks for it. */
final class Training {
    /** Told ten times a second. */
    private static final long PAUSE = 100_000_000;

    private final Recipe recipe;
    private final Trainer trainer;
    private final Optional<WholeFile> file;
    private final Optional<OutputStream> log;
    private final OutputStream progress;
    private final IntSupplier signals;
    private int shown;

    /**
     * @param file where it is saved, if anywhere
     * @param log takes a line a step, if anything does; an error of it is unchecked, to be told from a file that cannot
     *     be saved
     */
    Training(
            Recipe recipe,
            Snapshot from,
            Optional<WholeFile> file,
            Optional<OutputStream> log,
            Environment.Streams streams) {
        this.recipe = recipe;
        this.trainer = new Trainer(recipe, from);
        this.file = file;
        this.log = log;
        this.progress = streams.progress();
        this.signals = streams.signals().get();
    }

    /** Up to a step, saving every so many steps, 0 for the end alone; returns the exit code of a signal that came, or 0. */
    int run(int steps, int every) throws IOException {
        long told = System.nanoTime();
        double loss = 0;
        while (trainer.step() < steps && signals.getAsInt() == 0 && Double.isFinite(loss)) {
            double eta = recipe.etaAt(trainer.step());
            loss = trainer.next();
            log(loss, eta);
            if (every > 0 && trainer.step() % every == 0) {
                save();
            }
            if (System.nanoTime() - told > PAUSE) {
                told = System.nanoTime();
                flushLog();
                show("step " + trainer.step() + " of " + steps + "  loss " + Decimal.fixed(loss, 3));
            }
        }
        flushLog();
        show("");
        save();
        return signals.getAsInt();
    }

    /** Adds a line for the last step; formats no numbers where there is no log. */
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

    /** On the line where the last one stood, which may be longer; that nobody sees it does not end a training. */
    private void show(String text) {
        String line = "\r" + text + " ".repeat(Math.max(0, shown - text.length())) + "\r" + text;
        try {
            if (shown + text.length() > 0) {
                progress.write(line.getBytes(StandardCharsets.UTF_8));
            }
            shown = text.length();
        } catch (IOException unseen) {
            shown = 0;
        }
    }

    /** A model that has gone astray is no good to anybody; what was saved before stays. */
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
