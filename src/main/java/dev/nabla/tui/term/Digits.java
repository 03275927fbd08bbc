package dev.nabla.tui.term;

/** Numbers as the system's programs write them; without patterns, whose first one costs a start five milliseconds. */
final class Digits {
    private Digits() {}

    /** Whether a text is nothing but digits to this base, small ones beyond 9, and at most so many. */
    static boolean are(String text, int base, int most) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdef".substring(0, base).indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= most;
    }
}
