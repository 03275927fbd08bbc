package dev.nabla.lesson;

/** The glossary of a course, which is read when it is first asked for, on any thread. */
public interface LazyGlossary {
    /** A course without a glossary. */
    LazyGlossary NONE = () -> Glossary.EMPTY;

    /**
     * Returns the glossary. The first call reads it.
     *
     * @throws dev.nabla.math.BadInput if it has a mistake, with file and line
     */
    Glossary glossary();
}
