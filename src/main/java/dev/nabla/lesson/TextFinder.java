package dev.nabla.lesson;

import java.util.List;

/** Finds something in a text: words that were typed, or a word of the glossary. */
public interface TextFinder {
    /** Returns the places where it stands in the text, from left to right. They do not overlap. */
    List<TextRange> in(String text);
}
