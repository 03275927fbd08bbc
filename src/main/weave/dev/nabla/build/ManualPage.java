package dev.nabla.build;

import java.util.ArrayList;
import java.util.List;

/** A manual page as Asciidoctor writes it, made into one that every man program renders without a complaint. */
final class ManualPage {
    private ManualPage() {}

    /**
     * Returns the lines without what only groff knows, without blanks at their ends, and without room below a heading,
     * which has its own.
     */
    static List<String> plain(List<String> lines) {
        List<String> plain = new ArrayList<>();
        boolean groff = false; // inside of what stands between .if \n[.g] and .\}
        String before = "";
        for (String line : lines) {
            groff |= line.startsWith(".if \\n[.g]");
            if (!groff) {
                String ended = line.replaceAll(" +$", "");
                if (!(before.startsWith(".SH") && ended.equals(".sp"))) {
                    plain.add(ended);
                }
                before = ended;
            } else {
                before = line;
            }
            groff &= !line.startsWith(".\\}");
        }
        return plain;
    }
}
