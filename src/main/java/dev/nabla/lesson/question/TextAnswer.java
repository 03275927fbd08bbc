package dev.nabla.lesson.question;

/** A word that has to be typed as it is, capitals and blanks aside. */
record TextAnswer(String word) implements Answer {
    @Override
    public Match match(String typed) {
        return ChoiceAnswer.same(word, typed) ? Match.FULL : Match.NONE;
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof TextAnswer phrase && !ChoiceAnswer.same(word, phrase.word);
    }

    @Override
    public String text() {
        return word;
    }
}
