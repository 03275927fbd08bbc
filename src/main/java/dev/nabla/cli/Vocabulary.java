package dev.nabla.cli;

/** Short strings of ASCII, each made once: lines that follow on each other say the same names again. */
final class Vocabulary {
    private static final int SLOTS = 64;
    private static final int LONGEST = 16;

    private final String[] known = new String[SLOTS];

    /** The string of these bytes. */
    @SuppressWarnings("deprecation") // for ASCII it is what it says
    String of(byte[] ascii, int from, int to) {
        int length = to - from;
        if (length == 0 || length > LONGEST) {
            return new String(ascii, 0, from, length);
        }
        int slot = (length + 7 * ascii[from] + 31 * ascii[to - 1]) % SLOTS;
        String there = known[slot];
        if (there == null || !isSame(there, ascii, from, length)) {
            there = new String(ascii, 0, from, length);
            known[slot] = there;
        }
        return there;
    }

    private static boolean isSame(String word, byte[] ascii, int from, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != ascii[from + i]) {
                return false;
            }
        }
        return true;
    }
}
