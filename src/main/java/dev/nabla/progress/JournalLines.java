package dev.nabla.progress;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjLongConsumer;

/** The lines of a journal, one after the other; bytes that are not UTF-8 spoil their own line only. */
final class JournalLines {
    /** More than any entry takes; what is longer is cut, and then no entry. */
    private static final int LONGEST = 64 * 1024;

    /** Which some editors put before the first line. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private JournalLines() {}

    /** Every line that is not blank, with its number from 1. */
    static void each(InputStream bytes, ObjLongConsumer<String> taker) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        InputStream in = new BufferedInputStream(bytes);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                take(line, number, taker);
                number++;
            } else if (line.size() < LONGEST) {
                line.write(b);
            }
        }
        take(line, number, taker);
    }

    private static void take(ByteArrayOutputStream line, long number, ObjLongConsumer<String> taker) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        text = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (!text.isBlank()) {
            taker.accept(text, number);
        }
    }
}
