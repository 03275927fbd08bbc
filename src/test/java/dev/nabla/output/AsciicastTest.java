package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.nabla.frame.Size;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsciicastTest {
    private static final String OUTPUT = "\u001b[1m∇ \"a\\b\"\r\n\u009b⣿\u001b[m";
    private static final Asciicast CAST = new Asciicast(
            new Size(80, 24),
            List.of(new Asciicast.Moment(0, ""), new Asciicast.Moment(1250, OUTPUT), new Asciicast.Moment(1310, "x")));

    @Test
    void theHeaderIsAnObjectOfVersion2WithTheSize() throws IOException {
        String header = CAST.text().lines().findFirst().orElseThrow();
        assertThat(header).startsWith("{\"version\":2,\"width\":80,\"height\":24,");
        try (JsonParser json = new JsonFactory().createParser(header)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            json.skipChildren();
            assertThat(json.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            assertThat(json.nextToken()).isNull();
        }
    }

    @Test
    void everyMomentIsALineWithItsSecondsAndItsBytes() throws IOException {
        List<String> lines = CAST.text().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(3)).isEqualTo("[1.31,\"o\",\"x\"]");
        try (JsonParser json = new JsonFactory().createParser(lines.get(2))) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            assertThat(json.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_FLOAT);
            assertThat(json.getDoubleValue()).isEqualTo(1.25);
            assertThat(json.nextTextValue()).isEqualTo("o");
            assertThat(json.nextTextValue()).isEqualTo(OUTPUT);
            assertThat(json.nextToken()).isEqualTo(JsonToken.END_ARRAY);
        }
    }

    @Test
    void itLastsUntilItsLastMoment() {
        assertThat(CAST.seconds()).isEqualTo(1.31);
        assertThat(new Asciicast(new Size(1, 1), List.of()).seconds()).isZero();
    }
}
