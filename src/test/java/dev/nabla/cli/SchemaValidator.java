package dev.nabla.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.nabla.output.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Validates JSON against a definition of a schema, with a validator that others wrote. */
final class SchemaValidator {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonSchema schema;

    /** @param definition name of a definition of the schema, like {@code question} */
    SchemaValidator(Map<String, Object> schema, String definition) {
        this.schema = FACTORY.getSchema(json(Json.members(
                "$schema", schema.get("$schema"), "$ref", "#/$defs/" + definition, "$defs", schema.get("$defs"))));
    }

    List<String> complaints(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    static String json(Map<String, Object> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            Json.any(new LinkedHashMap<>(object), json);
        } catch (IOException never) {
            throw new UncheckedIOException(never); // a StringWriter does not fail
        }
        return text.toString();
    }
}
