package dev.nabla.serve.login;

/**
 * A field that a user may have to fill in before a session begins. A user with a new key is asked for the class code,
 * or for the word that the roster has for the name, and, if the name is taken, for its owner's word. A teacher with a
 * new key is asked for the teacher's word. Without a key, the class code or word is asked together with the PIN or the
 * three words. A student with a new name then repeats the PIN, or gets three words; likewise after a reset. If the
 * store fails in a class that asks a new key for nothing, the user is asked whether to try again.
 */
enum JoinField implements JoinStep.Field {
    CLASS_CODE("Class code:", true, true, "That is not the class code."),
    ROSTER_WORD(
            "Your word to join, as your teacher gave it:",
            true,
            true,
            "That is not the word to join with this name. Check the spelling of both, or ask your teacher."),
    RETRY("To try again, type y:", true, false, "That is not y."),
    OWNERS_WORD("Its word:", true, true, "That is not the word."),
    TEACHERS_WORD("Teacher word, as nabla serve printed it:", true, true, "That is not the word."),
    PIN("Your PIN or three words (new: choose a PIN or press Enter; lost: your teacher's word):", false, true, ""),
    NEW_PIN("Choose a PIN, 4 to 12 digits, or press Enter for three words:", false, false, ""),
    SAME_PIN("The same PIN again:", false, false, "The two differ.");

    private final String prompt;
    private final boolean shown;
    private final boolean secret;
    private final String complaint;

    JoinField(String prompt, boolean shown, boolean secret, String complaint) {
        this.prompt = prompt;
        this.shown = shown;
        this.secret = secret;
        this.complaint = complaint;
    }

    @Override
    public String prompt() {
        return prompt;
    }

    @Override
    public boolean isShown() {
        return shown;
    }

    @Override
    public boolean isSecret() {
        return secret;
    }

    /** Returns the message after a wrong answer; empty if it depends on the account. */
    String complaint() {
        return complaint;
    }
}
