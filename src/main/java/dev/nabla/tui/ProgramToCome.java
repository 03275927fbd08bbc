package dev.nabla.tui;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import dev.nabla.tui.screen.ScreenState;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that starts with what another thread reads; where that takes long, a still picture stands meanwhile, and keys wait but for {@code q}. */
final class ProgramToCome implements Program {
    private static final int PATIENCE_MILLIS = 150;
    private static final int TICK_MILLIS = 30;

    private final Future<Program> coming;
    private final ScreenState meanwhile;
    private final DisplayProfile look;
    private final List<Input> waiting = new ArrayList<>();
    private Program program = this;

    ProgramToCome(Future<Program> coming, ScreenState meanwhile, DisplayProfile look) {
        this.coming = coming;
        this.meanwhile = meanwhile;
        this.look = look;
        await(PATIENCE_MILLIS);
    }

    private void await(int millis) {
        try {
            program = coming.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillComing) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }

    @Override
    public Program now() {
        return program;
    }

    @Override
    public Wish on(Input input) {
        waiting.add(input);
        await(0);
        if (program == this) {
            return input instanceof Input.Key key && key.name().equals("q") ? Wish.QUIT : Wish.STAY;
        }
        Wish wish = Wish.STAY;
        for (int i = 0; i < waiting.size() && wish == Wish.STAY; i++) {
            wish = program.on(waiting.get(i));
        }
        return wish;
    }

    @Override
    public Frame view(Size size) {
        return meanwhile.at(size).frame();
    }

    @Override
    public DisplayProfile look() {
        return look;
    }

    @Override
    public int tickMillis() {
        return TICK_MILLIS;
    }
}
