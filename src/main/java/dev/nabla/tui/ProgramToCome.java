package dev.nabla.tui;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Palette;
import dev.nabla.tui.screen.ScreenState;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A program that starts with what another thread reads; where that takes long, a still picture stands meanwhile, and keys wait but for {@code q}. */
final class ProgramToCome<T> implements Program {
    private static final int PATIENCE_MILLIS = 150;
    private static final int TICK_MILLIS = 30;

    private final Future<T> coming;
    private final Function<T, Program> start;
    private final ScreenState meanwhile;
    private final DisplayProfile look;
    private final List<Input> waiting = new ArrayList<>();
    private Program program;

    ProgramToCome(Future<T> coming, Function<T, Program> start, ScreenState meanwhile, DisplayProfile look) {
        this.coming = coming;
        this.start = start;
        this.meanwhile = meanwhile;
        this.look = look;
        await(PATIENCE_MILLIS);
    }

    private void await(int millis) {
        try {
            program = start.apply(coming.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillComing) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }

    @Override
    public Wish on(Input input) {
        if (program != null) {
            return program.on(input);
        }
        waiting.add(input);
        await(0);
        if (program == null) {
            return input instanceof Input.Key key && key.name().equals("q") ? Wish.QUIT : Wish.STAY;
        }
        Wish wish = Wish.STAY;
        for (int i = 0; i < waiting.size() && wish == Wish.STAY; i++) {
            wish = program.on(waiting.get(i));
        }
        return wish;
    }

    @Override
    public Optional<CompletableFuture<Void>> awaited() {
        return Optional.ofNullable(program).flatMap(Program::awaited);
    }

    @Override
    public String aside() {
        return program.aside();
    }

    @Override
    public void over() {
        if (program != null) {
            program.over();
        }
    }

    @Override
    public Frame view(Size size) {
        return program == null ? meanwhile.at(size).frame() : program.view(size);
    }

    @Override
    public Palette palette() {
        return look.palette();
    }

    @Override
    public boolean mouse() {
        return look.mouse().value();
    }

    @Override
    public int tickMillis() {
        return program == null ? TICK_MILLIS : program.tickMillis();
    }
}
