package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.output.DisplayProfile.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is concluded from which surroundings; every choice with its reason. */
class DisplayProfileTest {
    /** {@code NAME=value} between blanks. */
    private static DisplayProfile look(String env, boolean terminal, String encoding) {
        Map<String, String> map = new LinkedHashMap<>();
        if (env != null) {
            for (String entry : env.split(" ")) {
                map.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
            }
        }
        return DisplayProfile.detect(new Surroundings(map, terminal, encoding), Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LANG=en_US.UTF-8 TERM=xterm|US-ASCII|BRAILLE|LANG=en_US.UTF-8 is UTF-8",
                "LANG=de_DE.utf8|US-ASCII|BRAILLE|LANG=de_DE.utf8 is UTF-8",
                "LANG=C|UTF-8|ASCII|LANG=C is not UTF-8",
                "LANG=en_US.UTF-8 LC_CTYPE=POSIX|UTF-8|ASCII|LC_CTYPE=POSIX is not UTF-8",
                "LANG=C LC_CTYPE=POSIX LC_ALL=C.UTF-8|US-ASCII|BRAILLE|LC_ALL=C.UTF-8 is UTF-8",
                "LC_ALL= LANG=C.UTF-8|US-ASCII|BRAILLE|LANG=C.UTF-8 is UTF-8",
                "LANG=de_DE.ISO-8859-15|UTF-8|ASCII|LANG=de_DE.ISO-8859-15 is not UTF-8",
                "|UTF-8|BRAILLE|native encoding UTF-8 is UTF-8",
                "|US-ASCII|ASCII|native encoding US-ASCII is not UTF-8",
                "LANG=C.UTF-8 TERM=linux|UTF-8|ASCII|TERM=linux has a console font without braille",
                "LANG=C.UTF-8 TERM=rxvt-unicode|UTF-8|QUADRANT|TERM=rxvt-unicode often lacks braille",
                "LANG=C TERM=rxvt|UTF-8|ASCII|LANG=C is not UTF-8"
            })
    void glyphsFollowTheLocaleAndThenTheTerminal(String env, String encoding, Glyphs glyphs, String reason) {
        assertThat(look(env, true, encoding).glyphs()).isEqualTo(new DisplayProfile.Choice<>(glyphs, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TERM=xterm-256color NO_COLOR=1|MONO|NO_COLOR is set",
                "TERM=xterm-256color NO_COLOR=|INDEXED|TERM=xterm-256color",
                "TERM=xterm COLORTERM=truecolor|INDEXED|COLORTERM=truecolor",
                "TERM=screen-256color|INDEXED|TERM=screen-256color",
                "TERM=xterm-kitty|INDEXED|TERM=xterm-kitty",
                "TERM=alacritty|INDEXED|TERM=alacritty",
                "TERM=foot|INDEXED|TERM=foot",
                "TERM=xterm|SIXTEEN|TERM=xterm says nothing about 256 colours",
                "TERM=linux|SIXTEEN|TERM=linux says nothing about 256 colours",
                "TERM=vt100|MONO|TERM=vt100 has no colours",
                "TERM=dumb|MONO|TERM=dumb has no colours",
                "|MONO|TERM is not set"
            })
    void coloursFollowNoColorThenTheTerminal(String env, Colors colors, String reason) {
        assertThat(look(env, true, "UTF-8").colors()).isEqualTo(new DisplayProfile.Choice<>(colors, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COLORFGBG=0;15|LIGHT|COLORFGBG=0;15",
                "COLORFGBG=0;7|LIGHT|COLORFGBG=0;7",
                "COLORFGBG=0;default;15|LIGHT|COLORFGBG=0;default;15",
                "COLORFGBG=15;0|DARK|COLORFGBG=15;0",
                "COLORFGBG=7;8|DARK|COLORFGBG=7;8",
                "|DARK|nothing says otherwise"
            })
    void theThemeFollowsTheBackgroundThatIsToldElseDark(String env, Theme theme, String reason) {
        assertThat(look(env, true, "UTF-8").theme()).isEqualTo(new DisplayProfile.Choice<>(theme, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TERM=xterm|true|true|a terminal, TERM=xterm",
                "TERM=xterm|false|false|input or output is not a terminal",
                "TERM=dumb|true|false|TERM=dumb",
                "|true|false|TERM is not set"
            })
    void picturesNeedATerminalThatIsNotDumb(String env, boolean terminal, boolean pictures, String reason) {
        assertThat(look(env, terminal, "UTF-8").pictures()).isEqualTo(new DisplayProfile.Choice<>(pictures, reason));
    }
}
