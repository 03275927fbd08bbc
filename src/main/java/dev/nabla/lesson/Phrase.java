package dev.nabla.lesson;

/** A word that has to be typed as it is, capitals and blanks aside. */
record Phrase(String word) implements Answer {
    @Override
    public Match match(String typed) {
        return Choice.same(word, typed) ? Match.FULL : Match.NONE;
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof Phrase phrase && !Choice.same(word, phrase.word);
    }

    @Override
    public String text() {
        return word;
    }
}
