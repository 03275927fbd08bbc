package dev.nabla.cli;

/**
 * The way through a JSON text in UTF-8: what comes next, and the blanks and signs between values. The values themselves are
 * read by {@link JsonReader}.
 */
abstract class JsonCursor {
    /** What comes behind the last byte. */
    static final int END = -1;

    byte[] bytes;
    /** The next byte to be taken. */
    int at;
    /** Where the last number, word or string begins. */
    int token;

    private int begin;
    private int end;

    /** Begins with a text, behind its byte order mark if it has one. */
    void open(byte[] utf8, int from, int to) {
        bytes = utf8;
        begin = from;
        at = from;
        end = to;
        if (byteAt(at) == 0xEF && byteAt(at + 1) == 0xBB && byteAt(at + 2) == 0xBF) {
            at += 3;
        }
    }

    final int byteAt(int place) {
        return place < end ? bytes[place] & 0xFF : END;
    }

    /** The first byte behind blanks, not yet taken, or {@link #END}. */
    int next() {
        int next = byteAt(at);
        while (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
            at++;
            next = byteAt(at);
        }
        return next;
    }

    /** Whether a value begins here, as far as the first letter tells. */
    boolean isValue() {
        return isNumber() || next() != END && "{[\"tfn".indexOf(next()) >= 0;
    }

    boolean takes(char sign) {
        boolean taken = next() == sign;
        at += taken ? 1 : 0;
        return taken;
    }

    void require(char sign) {
        if (!takes(sign)) {
            throw broken();
        }
    }

    void requireEnd() {
        if (next() != END) {
            throw broken();
        }
    }

    BrokenJson broken() {
        return new BrokenJson(at - begin);
    }

    /** For a word that JSON does not have. */
    BrokenJson brokenWord() {
        return new BrokenJson(token - begin);
    }

    /** Whether another element follows in a list or object that this sign closes; takes the comma or the sign. */
    boolean goesOn(char closing) {
        if (takes(',')) {
            return true;
        }
        require(closing);
        return false;
    }

    /** Whether a number begins here. */
    boolean isNumber() {
        int next = next();
        int first = next == '-' ? byteAt(at + 1) : next;
        return first >= '0' && first <= '9';
    }

    /** The last number, word or string of ASCII as it stands there. */
    @SuppressWarnings("deprecation") // for ASCII it is what it says
    String text() {
        return new String(bytes, 0, token, at - token);
    }
}
