package dev.nabla.room.account;

import java.util.Optional;
import java.util.Set;

/** The PIN with which a student without a key logs in: 4 to 12 digits, or {@link ThreeWords} in its place. */
public final class Pin {
    /**
     * The twenty most used PINs of four digits, by Nick Berry's count of 3.4 million leaked ones (DataGenetics, 2012).
     */
    private static final Set<String> COMMON = Set.of(
            "1234", "1111", "0000", "1212", "7777", "1004", "2000", "4444", "2222", "6969", "9999", "3333", "5555",
            "6666", "1122", "1313", "8888", "4321", "2001", "1010");

    private static final String RISING = "123456789012";

    private Pin() {}

    /** Returns whether a text is 4 to 12 digits. */
    public static boolean isPin(String typed) {
        return typed.matches("[0-9]{4,12}");
    }

    /** Returns why a PIN cannot be chosen; empty if it can. A PIN that was chosen under older rules stays valid. */
    public static Optional<String> complaint(String typed) {
        if (!isPin(typed)) {
            return Optional.of("A PIN has 4 to 12 digits; choose one.");
        }
        boolean common = COMMON.contains(typed) || RISING.startsWith(typed) || typed.matches("(.)\\1*");
        return common ? Optional.of("Many people choose that PIN; choose another.") : Optional.empty();
    }
}
