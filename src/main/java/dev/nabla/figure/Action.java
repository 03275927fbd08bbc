package dev.nabla.figure;

import dev.nabla.figure.ViewState.Mode;
import java.util.List;
import java.util.Optional;

/** Something a viewer does to a figure; each action carries its own effect, which is none where it is not available. */
public sealed interface Action {
    /** False if it does nothing in such a figure. */
    default boolean isAvailable(FigureState<?> live) {
        return true;
    }

    <M extends Record> FigureState<M> on(FigureState<M> live);

    /** An action of figures that go step by step. */
    sealed interface Stepping extends Action {
        <M extends Record> FigureState<M> on(FigureState<M> live, Stepper<M> stepper);

        @Override
        default boolean isAvailable(FigureState<?> live) {
            return live.figure().stepper().isPresent();
        }

        @Override
        default <M extends Record> FigureState<M> on(FigureState<M> live) {
            return live.figure().stepper().map(stepper -> on(live, stepper)).orElse(live);
        }
    }

    /** Arrow keys: the focused value to the side; up and down move a point, otherwise the focus. */
    record Nudge(int across, int up, Stride stride) implements Action {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            Knob<M, ?> knob = live.focused();
            if (up != 0 && !knob.movesUp(live.model())) {
                return new MoveFocus(-up).on(live);
            }
            return live.changed(knob.nudge(live.model(), live.cursor().spot().part(), across, up, stride));
        }
    }

    /** Tab: the next or previous place, round the ends. */
    record MoveFocus(int by) implements Action {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            List<Focus> spots = live.spots();
            int next = Math.floorMod(spots.indexOf(live.cursor().spot()) + by, spots.size());
            return live.with(live.cursor().at(spots.get(next)));
        }
    }

    /** The pointer takes a place without moving it yet. */
    record Take(Focus spot) implements Action {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            boolean there = live.spots().contains(spot);
            return there ? live.with(live.cursor().at(spot)) : live;
        }
    }

    /** The pointer puts a place at (x, y) in the figure's own units; a drag that goes on is undone as one. */
    record Drag(Focus spot, double x, double y, boolean goesOn) implements Action {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            if (!live.spots().contains(spot)) {
                return live;
            }
            Knob<M, ?> knob = Knob.named(spot.knob(), live.figure());
            M next = knob.drag(live.model(), spot.part(), x, y);
            FigureState<M> taken = new Take(spot).on(live);
            return goesOn ? taken.moved(next) : taken.changed(next);
        }
    }

    /** The focused knob back to its start. */
    record ResetKnob() implements Action {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            return live.changed(live.focused().copy(live.model(), live.home()));
        }
    }

    /** The whole figure back to how it opened. */
    record Reset() implements Action {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            FigureState<M> back = live.changed(live.home());
            return back.with(back.cursor().running(false).reaching(0));
        }
    }

    /** A trick of the figure. */
    record Play(String trick) implements Action {
        @Override
        public boolean isAvailable(FigureState<?> live) {
            return trick(live.figure()).isPresent();
        }

        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            return trick(live.figure())
                    .map(known -> live.changed(known.effect().apply(live.model())))
                    .orElse(live);
        }

        private <M extends Record> Optional<FigureCommand<M>> trick(Figure<M> figure) {
            return figure.commands().stream()
                    .filter(known -> known.name().equals(trick))
                    .findFirst();
        }
    }

    /** So many steps on, past the farthest if need be; fewer than none goes back. */
    record Step(int by) implements Stepping {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live, Stepper<M> stepper) {
            return live.at(stepper, stepper.at(live.model()) + by);
        }
    }

    /** As many steps at once as the figure thinks worth it. */
    record Burst() implements Stepping {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live, Stepper<M> stepper) {
            return new Step(stepper.burst()).on(live, stepper);
        }
    }

    /** Back and forth within the steps already taken. */
    record Scrub(int by) implements Stepping {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live, Stepper<M> stepper) {
            return live.at(
                    stepper,
                    Math.min(stepper.at(live.model()) + by, live.cursor().reached()));
        }
    }

    /** To the first step, or to the farthest one taken. */
    record Jump(boolean toLast) implements Stepping {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live, Stepper<M> stepper) {
            return live.at(stepper, toLast ? live.cursor().reached() : 0);
        }
    }

    /** Run or pause; a run that came to its end starts again. */
    record Run() implements Stepping {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live, Stepper<M> stepper) {
            if (live.cursor().running()) {
                return live.with(live.cursor().running(false));
            }
            FigureState<M> kept = live.remembered();
            boolean over = stepper.finished().test(live.model());
            FigureState<M> from = over ? kept.moved(stepper.to(live.model(), 0)) : kept;
            return from.with(from.cursor().running(true));
        }
    }

    /** A moment has passed: a running figure steps. */
    record Tick() implements Stepping {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live, Stepper<M> stepper) {
            if (!live.cursor().running()) {
                return live;
            }
            M model = live.model();
            for (int i = 0; i < stepper.perTick() && !stepper.finished().test(model); i++) {
                model = stepper.to(model, stepper.at(model) + 1);
            }
            FigureState<M> stepped = live.moved(model);
            return stepped.with(stepped.cursor().running(!stepper.finished().test(model)));
        }
    }

    /** Keeps this model for comparison, or lets the kept one go if it is this very one. */
    record Pin() implements Action {
        @Override
        public boolean isAvailable(FigureState<?> live) {
            return live.figure().info().compares();
        }

        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            if (!isAvailable(live)) {
                return live;
            }
            Optional<M> now = Optional.of(live.model());
            Optional<M> next = live.cursor().pinned().equals(now) ? Optional.empty() : now;
            return live.with(live.cursor().pinning(next));
        }
    }

    /** The model before the last change. */
    record Undo() implements Action {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            return live.undone();
        }
    }

    /** Shows the figure in a mode, or as a picture again if it was in it. */
    record Show(Mode mode) implements Action {
        @Override
        public <M extends Record> FigureState<M> on(FigureState<M> live) {
            Mode next = live.cursor().mode() == mode ? Mode.PICTURE : mode;
            return live.with(live.cursor().in(next));
        }
    }
}
