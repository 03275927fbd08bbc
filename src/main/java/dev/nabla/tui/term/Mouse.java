package dev.nabla.tui.term;

import dev.nabla.tui.term.Input.Pointer;
import dev.nabla.tui.term.Input.Pointer.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The left button and the wheel, as SGR 1006 tells them: {@code ESC [ < button ; column ; row M}, or {@code m} for a
 * release; cells are counted from 1. Lanterna's own pattern remembers the pressed button for the whole JVM.
 */
final class Mouse {
    private static final Pattern REPORT = Pattern.compile("\u001b\\[<(\\d{1,4});(\\d{1,5});(\\d{1,5})([Mm])");
    private static final int HELD_KEYS = 4 | 8 | 16;
    private static final int MOVED = 32;

    private Mouse() {}

    static Optional<Input> decode(String sequence) {
        Matcher report = REPORT.matcher(sequence);
        if (!report.matches()) {
            return Optional.empty();
        }
        int x = Math.max(0, Integer.parseInt(report.group(2)) - 1);
        int y = Math.max(0, Integer.parseInt(report.group(3)) - 1);
        int button = Integer.parseInt(report.group(1)) & ~HELD_KEYS;
        return kind(button, report.group(4).equals("m")).map(kind -> new Pointer(kind, x, y));
    }

    private static Optional<Kind> kind(int button, boolean up) {
        return switch (button) {
            case 0 -> Optional.of(up ? Kind.RELEASE : Kind.PRESS);
            case MOVED -> Optional.of(up ? Kind.RELEASE : Kind.DRAG);
            case 64 -> Optional.of(Kind.WHEEL_UP);
            case 65 -> Optional.of(Kind.WHEEL_DOWN);
            default -> Optional.empty();
        };
    }
}
