package dev.nabla.room.name;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Glyphs;
import dev.nabla.math.BadInput;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The rules for a new name: of a student who joins or is renamed, and on a roster. Who has a name keeps it, so the
 * rules are not applied to names that a class has. They follow Unicode Technical Standard 39: one script per name,
 * nothing invisible, and no name that looks like another.
 *
 * @param others all names of the class; a name that is equal to one of them is no new name
 * @param glyphs glyphs of the terminal that shows the complaint
 */
public record NewName(StudentName name, Collection<StudentName> others, Glyphs glyphs) {
    /** Scripts that are written together count as one: Japanese, Korean, and Chinese with its phonetic letters. */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            Set.of(UnicodeScript.HAN, UnicodeScript.HANGUL),
            Set.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

    /** Signs, digits and marks belong to no script of their own. */
    private static final Set<UnicodeScript> NEUTRAL =
            Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

    /**
     * Letters with a compatibility decomposition that are usual in names: Thai and Lao am, Lao ho no and ho mo,
     * Armenian ew.
     */
    private static final String USUAL = "\u0e33\u0eb3\u0edc\u0edd\u0587";

    private static final List<Function<NewName, Optional<String>>> RULES = List.of(
            NewName::dashed,
            NewName::invisible,
            NewName::variant,
            NewName::mixedDigits,
            NewName::mixedScripts,
            NewName::numbered,
            NewName::alike);

    /** Returns why the name cannot be a new one, and what to type instead; empty if it can. */
    public Optional<String> complaint() {
        if (others.stream().anyMatch(other -> other.key().equals(name.key()))) {
            return Optional.empty();
        }
        return RULES.stream().flatMap(rule -> rule.apply(this).stream()).findFirst();
    }

    private String text() {
        return name.text();
    }

    /**
     * Returns a name that is typed for a student.
     *
     * @param others all names of the class
     * @throws BadInput if it is neither one of them nor a new one
     */
    public static StudentName of(String typed, Collection<StudentName> others) {
        StudentName name = new StudentName(typed);
        new NewName(name, others, Glyphs.BRAILLE).complaint().ifPresent(why -> {
            throw BadInput.usage("bad_name", why);
        });
        return name;
    }

    private Optional<String> dashed() {
        return text().startsWith("-")
                ? Optional.of(
                        "it begins with a dash, like an option of a command; " + instead(text().replaceFirst("-+", "")))
                : Optional.empty();
    }

    private Optional<String> invisible() {
        return text().codePoints()
                .filter(ControlCharacters::isInvisible)
                .mapToObj(c -> "it has the character " + ControlCharacters.code(c) + ", which nobody sees; "
                        + instead(text().replace(Character.toString(c), "")))
                .findFirst();
    }

    /** Refuses letters that are forms of others, like a letter of double width. */
    private Optional<String> variant() {
        StringBuilder plain = new StringBuilder();
        text().codePoints().forEach(c -> plain.append(USUAL.indexOf(c) < 0 ? compatible(c) : Character.toString(c)));
        String usual = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return text().codePoints()
                .filter(c -> USUAL.indexOf(c) < 0 && !compatible(c).equals(Character.toString(c)))
                .mapToObj(c -> "its " + letter(c) + " is another form of " + form(c) + "; " + instead(usual))
                .findFirst();
    }

    private String form(int c) {
        String form = compatible(c);
        return glyphs.spells(form) ? form : "another letter";
    }

    private static String compatible(int c) {
        return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    }

    private Optional<String> mixedDigits() {
        Map<Integer, Integer> kinds = new TreeMap<>();
        text().codePoints().filter(Character::isDigit).forEach(c -> kinds.putIfAbsent(c - Character.digit(c, 10), c));
        return kinds.size() < 2
                ? Optional.empty()
                : Optional.of("it mixes digits of different scripts, "
                        + String.join(
                                " and ",
                                kinds.values().stream().map(this::letter).toList())
                        + "; type all of them in one");
    }

    private Optional<String> mixedScripts() {
        Map<UnicodeScript, Integer> scripts = new TreeMap<>();
        text().codePoints().forEach(c -> scripts.putIfAbsent(UnicodeScript.of(c), c));
        scripts.keySet().removeAll(NEUTRAL);
        if (scripts.size() < 2 || TOGETHER.stream().anyMatch(one -> one.containsAll(scripts.keySet()))) {
            return Optional.empty();
        }
        String letters = String.join(
                ", ",
                scripts.entrySet().stream()
                        .map(one -> letter(one.getValue()) + " is " + script(one.getKey()))
                        .toList());
        return Optional.of("it mixes scripts: " + letters + "; type all of it in one script"
                + LookAlikes.inAscii(text())
                        .filter(NewName::isName)
                        .map(ascii -> ", like " + ascii)
                        .orElse(""));
    }

    /** Returns the name of a script, like {@code Old Italic}. */
    private static String script(UnicodeScript script) {
        StringBuilder words = new StringBuilder();
        for (String word : script.name().split("_")) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    private Optional<String> numbered() {
        String number = text().substring(text().lastIndexOf('-') + 1);
        boolean stands = number.codePoints().allMatch(Character::isDigit)
                && !number.isEmpty()
                && LookAlikes.areAlike(text(), StudentName.NUMBERED + number);
        return stands
                ? Optional.of(
                        "it looks like what is shown for a name whose letters a terminal lacks; type another name")
                : Optional.empty();
    }

    private Optional<String> alike() {
        for (String kept : StudentName.KEPT) {
            if (LookAlikes.areAlike(name.text(), kept)) {
                return Optional.of("it looks like " + kept + ", which is kept; type another name");
            }
        }
        return others.stream()
                .filter(name::looksLike)
                .map(other -> "it looks like " + other.written(glyphs) + ", another name of this class; add "
                        + (glyphs.spells(text()) ? "something to it, like " + name + ".2" : ".2 to its end"))
                .findFirst();
    }

    /** Returns a letter; beyond ASCII with its code, since it may look like one of ASCII, or be missing there. */
    private String letter(int c) {
        String letter = Character.toString(c);
        if (!glyphs.spells(letter)) {
            return ControlCharacters.code(c);
        }
        return letter + (c < 0x80 ? "" : " (" + ControlCharacters.code(c) + ")");
    }

    private String instead(String text) {
        return isName(text) && glyphs.spells(text) ? "type " + text : "type another name";
    }

    private static boolean isName(String text) {
        try {
            return new NewName(new StudentName(text), List.of(), Glyphs.BRAILLE)
                    .complaint()
                    .isEmpty();
        } catch (BadInput none) {
            return false;
        }
    }
}
