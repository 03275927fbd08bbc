package dev.nabla.output;

/** Text in a page of HTML. */
public final class Html {
    private static final String MARKUP = "&<>\"'`=";

    private Html() {}

    /**
     * Returns untrusted text for the content of an element or a quoted attribute. Control and direction characters
     * become question marks. What has a meaning in HTML, and what is not ASCII, becomes a numeric reference. The page
     * then reads the same in every encoding.
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        PlainText.harmless(text).codePoints().forEach(c -> {
            if (c > '~' || MARKUP.indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
