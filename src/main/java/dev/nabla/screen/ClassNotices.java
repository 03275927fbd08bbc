package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.key.KeyContext;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.Doorway;
import dev.nabla.room.Doorway.PausedLogin;
import dev.nabla.room.Naming;
import dev.nabla.room.name.ListedName;
import dev.nabla.screen.part.Clip;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the top rows of a teacher's home screen: what happens at the login, and who is absent. */
final class ClassNotices {
    /** Rows of the screen for each row of warnings, and for each row of absent names. */
    private static final int ROWS_PER_NOTICE = 8;

    private ClassNotices() {}

    /** Draws the warnings, then the absent names. Returns the area below them. */
    static Canvas draw(Optional<ClassActivity> now, Naming naming, Canvas body) {
        return absent(now, naming, notices(now, naming, body));
    }

    /**
     * Draws the question about a flood and warnings about logins in the top rows. Returns the area below
     * them.
     */
    private static Canvas notices(Optional<ClassActivity> now, Naming naming, Canvas body) {
        Stream<String> asked = now.stream().flatMap(people -> people.doorway().flood().stream()
                .map(flood -> flood.students() + " students joined from one address since "
                        + ClassPanel.when("HH:mm", flood.since(), people) + ": yours?"));
        Optional<Doorway> door = now.map(ClassActivity::doorway);
        Stream<String> paused = door.stream().flatMap(doorway -> paused(doorway.paused(), naming, body).stream());
        List<String> notices = Stream.concat(
                        Stream.concat(asked, paused),
                        door.map(doorway -> doorway.notices(naming)).orElse(List.of()).stream())
                .limit(body.height() / ROWS_PER_NOTICE)
                .toList();
        for (int y = 0; y < notices.size(); y++) {
            Line line = Line.EMPTY.span(notices.get(y), Tone.WARN, Weight.PLAIN);
            body.put(1, y, Clip.to(line, body.width() - 2, body.glyphs()));
        }
        return body.part(body.area().afterRows(notices.size()));
    }

    /** Returns the logins that wait after wrong PINs, each with the digit that lets it in; empty without any. */
    private static Optional<String> paused(List<PausedLogin> paused, Naming naming, Canvas body) {
        if (paused.isEmpty()) {
            return Optional.empty();
        }
        int choices = Math.min(KeyContext.MOST_OPTIONS, paused.size());
        String list = list(paused.subList(0, choices), naming, " with ");
        String count = paused.size() > choices ? " (" + paused.size() + ")" : "";
        return Optional.of(body.fitting(
                body.width() - 2,
                "Waiting after wrong PINs" + count + ": " + list,
                "Waiting" + count + ": " + list,
                list(paused.subList(0, choices), naming, " ")));
    }

    private static String list(List<PausedLogin> paused, Naming naming, String between) {
        return IntStream.range(0, paused.size())
                .mapToObj(i -> (i + 1) + " " + naming.of(paused.get(i).student()) + between
                        + paused.get(i).word())
                .collect(Collectors.joining(", "));
    }

    /** Draws the names on the roster whose students are not here. Returns the area below them. */
    private static Canvas absent(Optional<ClassActivity> now, Naming naming, Canvas body) {
        List<ListedName> names = naming == Naming.HIDDEN
                ? List.of()
                : now.flatMap(ClassActivity::absent).orElse(List.of());
        int most = body.height() / ROWS_PER_NOTICE;
        if (names.isEmpty() || most == 0) {
            return body;
        }
        Line mark = Line.EMPTY.span("absent  ", Tone.TEXT, Weight.BOLD);
        int width = Math.max(1, body.width() - 2);
        List<Line> lines = List.of();
        for (int shown = 1; shown <= names.size(); shown++) {
            String list = names.stream().limit(shown).map(naming::of).collect(Collectors.joining(", "));
            int more = names.size() - shown;
            Line words = Line.EMPTY.dim(list + (more > 0 ? " and " + more + " more" : ""));
            List<Line> wrapped = Wrap.hanging(mark, words, width, body.glyphs());
            if (wrapped.size() > most && !lines.isEmpty()) {
                break;
            }
            lines = wrapped;
        }
        body.put(1, 0, lines.subList(0, Math.min(most, lines.size())));
        int used = Math.min(most, lines.size());
        return body.part(body.area().afterRows(most > 1 ? used + 1 : used));
    }
}
