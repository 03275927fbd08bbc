package dev.nabla.tui;

import dev.nabla.tui.term.FrameScreen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal as small as can be: understands what {@link FrameScreen} writes, and nothing else. */
final class Tube {
    private static final Pattern CSI = Pattern.compile("\u001b\\[(\\??)([0-9;]*)([A-Za-z])");

    private final char[][] cells;
    private int x;
    private int y;
    boolean alternate;

    Tube(int width, int height) {
        cells = new char[height][width];
        clear();
    }

    private void clear() {
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
    }

    Tube write(String output) {
        Matcher csi = CSI.matcher(output);
        for (int i = 0; i < output.length(); i++) {
            char c = output.charAt(i);
            if (c == '\u001b') {
                if (!csi.region(i, output.length()).lookingAt()) {
                    throw new AssertionError("unknown escape at " + i + " of " + output.substring(i));
                }
                obey(csi.group(1), csi.group(2), csi.group(3).charAt(0));
                i = csi.end() - 1;
            } else if (c == '\b') {
                x--;
            } else if (c == '\r') {
                x = 0;
            } else {
                cells[y][x++] = c;
            }
        }
        return this;
    }

    private void obey(String mark, String numbers, char order) {
        String[] parts = numbers.split(";", -1);
        int first = parts[0].isEmpty() ? 1 : Integer.parseInt(parts[0]);
        switch (order) {
            case 'A' -> y -= first;
            case 'B' -> y += first;
            case 'C' -> x += first;
            case 'D' -> x -= first;
            case 'H' -> {
                y = first - 1;
                x = parts.length < 2 || parts[1].isEmpty() ? 0 : Integer.parseInt(parts[1]) - 1;
            }
            case 'J' -> clear();
            case 'm' -> {}
            case 'h', 'l' -> {
                if (mark.isEmpty()) {
                    throw new AssertionError("not a private mode: " + numbers);
                }
                alternate = first == 1049 ? order == 'h' : alternate;
            }
            default -> throw new AssertionError("unknown order " + order);
        }
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (char[] row : cells) {
            rows.add(new String(row));
        }
        return rows;
    }
}
