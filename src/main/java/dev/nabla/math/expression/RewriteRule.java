package dev.nabla.math.expression;

import java.util.List;
import java.util.regex.Pattern;

/** A pattern in a typed text, and what replaces each match of it. */
record RewriteRule(Pattern pattern, String replacement) {
    RewriteRule(String pattern, String replacement) {
        this(Pattern.compile(pattern), replacement);
    }

    /** Returns the text after each rule was applied once, in the order of the list. */
    static String rewritten(String text, List<RewriteRule> rules) {
        String rewritten = text;
        for (RewriteRule rule : rules) {
            rewritten = rule.pattern.matcher(rewritten).replaceAll(rule.replacement);
        }
        return rewritten;
    }
}
