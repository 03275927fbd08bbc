package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.BadInput;

@TestsFigures
class SettingsTest {
    /** In whatever order they are given and in whatever form. */
    @Table
    void theCommandNamesWhatTheSettingsChange(String id, String settings, String command) {
        assertThat(command(Figures.named(id), settings)).isEqualTo("nabla " + command);
    }

    @Table
    void whatCannotBeSetIsNamedOnceWithWhatToType(String id, String settings, String complaint) {
        assertThatThrownBy(() -> command(Figures.named(id), settings))
                .isInstanceOf(BadInput.class)
                .hasMessage(complaint);
    }

    private static <M extends Record> String command(Figure<M> figure, String settings) {
        return ShellCommand.solving(
                figure, Settings.apply(figure, figure.start(), Samples.settings(settings == null ? "" : settings)));
    }
}
