package dev.nabla.tui;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.FaultLog;
import dev.nabla.tui.term.Device;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Local;
import dev.nabla.tui.term.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that says what has happened to it: for {@code src/test/terminal}, on a real terminal. */
final class DemoProgram implements Program {
    private final List<String> log = new ArrayList<>();
    private final List<Object> hoard = new ArrayList<>();
    private int ticks;
    private int count;
    private int tickMillis;

    public static void main(String[] args) {
        int code;
        try {
            code = Local.run(new DemoProgram(), new FaultLog(Path.of("/dev/null/none")));
        } catch (Device.Unavailable e) {
            System.err.println("demo: " + e.getMessage());
            code = 2;
        }
        System.exit(code);
    }

    @Override
    public Wish handle(Input input) {
        if (input instanceof Input.Tick) {
            ticks++;
            return Wish.STAY;
        }
        count++;
        String said = input instanceof Input.Key key ? key.press().name() : input.toString();
        log.add(said.substring(0, Math.min(60, said.length())));
        switch (said) {
            case "q", "Ctrl+c" -> {
                return Wish.QUIT;
            }
            case "Ctrl+z" -> {
                return Wish.SUSPEND;
            }
            case "t" -> tickMillis = tickMillis == 0 ? 50 : 0;
            case "x" -> throw new IllegalStateException("asked to fail");
            case "X" ->
                new Thread(() -> {
                            throw new IllegalStateException("asked to fail elsewhere");
                        })
                        .start();
            case "O" -> throw new OutOfMemoryError("asked for too much");
            case "M" -> log.add("%d".formatted(new byte[Integer.MAX_VALUE - 8].length));
            case "N" -> new Thread(() -> fill(new ArrayList<>())).start();
            case "F" -> fill(hoard);
            case "S" -> sink(0);
            default -> {}
        }
        return Wish.STAY;
    }

    private static void fill(List<Object> hoard) {
        for (int size = 1 << 20; ; ) {
            try {
                hoard.add(new byte[size]);
            } catch (OutOfMemoryError full) {
                if (size == 0) {
                    throw full;
                }
                size /= 2;
            }
        }
    }

    private static int sink(int depth) {
        return sink(depth + 1) + 1;
    }

    @Override
    public Frame view(Size size) {
        List<Cell> cells = new ArrayList<>();
        List<String> lines =
                new ArrayList<>(List.of("demo " + size + " inputs " + count + " ticks " + ticks + " η ⣿", ""));
        lines.addAll(log.subList(Math.max(0, log.size() - Math.max(0, size.height() - 3)), log.size()));
        for (int y = 0; y < size.height(); y++) {
            String line = y < lines.size() ? lines.get(y) : "";
            for (int x = 0; x < size.width(); x++) {
                boolean corner = x == size.width() - 1 && y == size.height() - 1;
                cells.add(
                        corner
                                ? new Cell('#', Tone.WARN, Weight.BOLD)
                                : x < line.length()
                                        ? new Cell(line.charAt(x), y == 0 ? Tone.FIRST : Tone.TEXT, Weight.PLAIN)
                                        : Cell.BLANK);
            }
        }
        return new Frame(size, cells, List.of());
    }

    @Override
    public DisplayProfile displayProfile() {
        return Desk.LOOK;
    }

    @Override
    public int tickMillis() {
        return tickMillis;
    }
}
