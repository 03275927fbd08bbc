package dev.nabla.serve;

/**
 * What a user may be asked before a session begins. A new key is asked for the class code, and if the name is taken for
 * its owner's word; a new key of a teacher for the teacher's word. Without a key the class code and the PIN are asked
 * together; then a new name repeats its PIN, and after a reset two fields ask for another one.
 */
enum JoinField {
    CLASS_CODE("Class code:", true, "That is not the code."),
    OWNERS_WORD("Its word:", true, "That is not the word."),
    TEACHERS_WORD("Teacher word, as nabla serve printed it:", true, "That is not the word."),
    PIN("Your PIN, 4 to 12 digits (new: choose one; lost: your teacher's word):", false, ""),
    NEW_PIN("Choose a PIN, 4 to 12 digits:", false, ""),
    SAME_PIN("The same PIN again:", false, "The two differ.");

    private final String prompt;
    private final boolean shown;
    private final String complaint;

    JoinField(String prompt, boolean shown, String complaint) {
        this.prompt = prompt;
        this.shown = shown;
        this.complaint = complaint;
    }

    String prompt() {
        return prompt;
    }

    /** Whether the client shows what is typed. */
    boolean isShown() {
        return shown;
    }

    /** About a wrong answer; empty where the login says nothing, so that a wrong code and a wrong PIN look alike. */
    String complaint() {
        return complaint;
    }
}
