package dev.nabla.store;

import dev.nabla.progress.PrivateFile;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassStore.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The {@code class.yaml} of a class: what its teacher may also change in an editor. What nabla does not know in it stays. */
record ClassFile(PrivateFile file) {
    boolean exists() {
        return Files.exists(file.path());
    }

    /**
     * What the class is.
     *
     * @throws Refused if there is no such file, or it says what no class is
     */
    ClassInfo read() throws IOException {
        if (!exists()) {
            throw new Refused(
                    Refused.Reason.ABSENT, "there is no class in " + file.path().getParent());
        }
        try {
            Map<String, Object> all = members();
            List<Due> dues = new ArrayList<>();
            for (Object due : all.get("due") instanceof List<?> list ? list : List.of()) {
                Map<?, ?> one = (Map<?, ?>) due;
                dues.add(new Due(
                        (String) one.get("section"), Instant.parse((String) one.get("at")), optional(one, "student")));
            }
            return new ClassInfo(
                    optional(all, "title").orElse(""),
                    optional(all, "lessons"),
                    ZoneId.of(optional(all, "zone").orElse("Z")),
                    optional(all, "code"),
                    dues);
        } catch (YamlEngineException | DateTimeException | ClassCastException | NullPointerException wrong) {
            String why = String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ");
            throw new Refused(Refused.Reason.UNUSABLE, file.path() + " is no class as nabla writes it: " + why);
        }
    }

    /** What the class is; as it was while somebody is in the middle of changing the file. */
    ClassInfo readOr(ClassInfo before) {
        try {
            return read();
        } catch (IOException unreadable) {
            return before;
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> members() throws IOException {
        LoadSettings words =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        return new LinkedHashMap<>((Map<String, Object>) new Load(words).loadFromString(Files.readString(file.path())));
    }

    private static Optional<String> optional(Map<?, ?> from, String name) {
        return Optional.ofNullable((String) from.get(name));
    }

    void write(ClassInfo info) throws IOException {
        Map<String, Object> all = exists() ? members() : new LinkedHashMap<>();
        all.put("title", info.title());
        all.put("zone", info.zone().getId());
        all.keySet().removeAll(List.of("lessons", "code", "due"));
        info.lessons().ifPresent(lessons -> all.put("lessons", lessons));
        info.code().ifPresent(code -> all.put("code", code));
        List<Map<String, String>> dues = new ArrayList<>();
        for (Due due : info.dues()) {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("section", due.section());
            one.put("at", due.at().toString());
            due.student().ifPresent(student -> one.put("student", student));
            dues.add(one);
        }
        all.put("due", dues);
        DumpSettings lines =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        try {
            file.makeFolder();
            file.replace(new Dump(lines).dumpToString(all));
        } catch (IOException unwritable) {
            throw PrivateFile.refused("cannot write", file.path(), unwritable);
        }
    }
}
