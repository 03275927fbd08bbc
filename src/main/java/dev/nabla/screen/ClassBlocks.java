package dev.nabla.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassEvent.OnClass;
import dev.nabla.room.ClassOverview;
import dev.nabla.room.ClassOverview.RecentMistake;
import dev.nabla.room.ClassOverview.StudentRow;
import dev.nabla.room.Doorway;
import dev.nabla.room.Doorway.PausedLogin;
import dev.nabla.room.Naming;
import dev.nabla.room.display.StudentWords;
import dev.nabla.room.name.ListedName;
import dev.nabla.screen.ViewBlock.BlockRow;
import dev.nabla.screen.ViewBlock.HeadBlock;
import dev.nabla.screen.ViewBlock.RowForm;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.screen.ViewBlock.SentenceBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A class in blocks, for its teacher. The label of a row stays the same while its numbers change.
 *
 * @param glyphs the glyphs in which names are written
 */
public record ClassBlocks(ClassState room, Glyphs glyphs) {
    private static final int MOST_MISTAKES = 3;
    /** Number of students who make a mistake that is told without being asked for. */
    private static final int MANY = 3;

    private Optional<ClassActivity> now() {
        return room.now().map(OnClass::now);
    }

    private Optional<Doorway> doorway() {
        return now().map(ClassActivity::doorway);
    }

    private Naming naming() {
        return room.naming(glyphs);
    }

    public ClassOverview overview() {
        return room.overview(glyphs);
    }

    /** Returns the whole class: who is here, what needs the teacher, where the students are, what goes wrong. */
    List<ViewBlock> all() {
        Line title = Line.of(now().map(people -> people.info().title()).orElse("The class"));
        List<ViewBlock> blocks = new ArrayList<>(List.of(new HeadBlock(title, Line.EMPTY, Optional.empty()), here()));
        blocks.addAll(urgent());
        blocks.add(places());
        blocks.add(mistakes(overview().mistakes().stream().limit(MOST_MISTAKES).toList()));
        return blocks;
    }

    private ViewBlock here() {
        if (now().isEmpty()) {
            return SentenceBlock.of("Nothing is known of the class yet; it comes within a second");
        }
        if (overview().rows().isEmpty()) {
            return SentenceBlock.of(
                    "Nobody is here yet; students type " + room.self().door());
        }
        ClassActivity people = now().get();
        String absent =
                people.absent().map(names -> ", " + names.size() + " absent").orElse("");
        String door = people.info().closed()
                ? " The class is closed to new students."
                : people.info().code().map(code -> " The code is " + code + ".").orElse("");
        return SentenceBlock.of(overview().rows().size() + " here" + absent + "." + door);
    }

    private List<RowsBlock> urgent() {
        return List.of(warnings(), waiting(), needs());
    }

    /** Returns what a teacher should know at once. */
    public List<RowsBlock> news() {
        List<RowsBlock> news = new ArrayList<>(urgent());
        news.add(mistakes(overview().mistakes().stream()
                .filter(mistake -> mistake.names().size() >= MANY)
                .toList()));
        return news;
    }

    /** Returns the question about a flood, and warnings about logins. */
    private RowsBlock warnings() {
        List<BlockRow> rows = new ArrayList<>();
        now().ifPresent(people -> people.doorway().flood().ifPresent(flood -> {
            String since = people.info().clock(flood.since());
            rows.add(BlockRow.of("flood", Line.EMPTY)
                    .spoken(flood.students() + " students joined from one address since " + since
                            + ". Are they yours? On the server, nabla class erase --joined-since " + since
                            + " --never-answered takes them out")
                    .opening(KeyContext.FLOOD.binding(Navigation.KEEP_JOINED)));
        }));
        List<String> notices = doorway().map(door -> door.notices(naming())).orElse(List.of());
        for (int i = 0; i < notices.size(); i++) {
            rows.add(BlockRow.of("notice " + i, Line.EMPTY).spoken(notices.get(i)));
        }
        return new RowsBlock("At the door", RowForm.SUMMARY, rows);
    }

    /** Returns the logins that wait after wrong PINs, labelled by the word that each shows. */
    public RowsBlock waiting() {
        List<BlockRow> rows = paused().stream()
                .map(login -> BlockRow.of(login.word(), Line.EMPTY)
                        .spoken(naming().of(login.student()) + " waits after wrong PINs, and the login shows "
                                + login.word())
                        .opening(KeyContext.PAUSED.bindings().get(0)))
                .toList();
        return new RowsBlock("Who waits at the door", RowForm.SUMMARY, rows);
    }

    /** Returns the logins that wait after wrong PINs, the oldest first. */
    List<PausedLogin> paused() {
        return doorway().map(Doorway::paused).orElse(List.of());
    }

    private RowsBlock needs() {
        ClassOverview roll = overview();
        List<BlockRow> rows = roll.rows().subList(0, roll.needing()).stream()
                .map(row -> BlockRow.of(row.name() + " " + row.item() + " " + row.isStuck(), Line.EMPTY)
                        .spoken(new StudentWords(row).sentence()
                                + row.repeated()
                                        .filter(made -> row.isStuck())
                                        .map(made -> ": " + made.name())
                                        .orElse("")))
                .toList();
        return new RowsBlock("Who needs help", RowForm.SUMMARY, rows);
    }

    private RowsBlock places() {
        List<BlockRow> rows = new ArrayList<>();
        int home = overview().rows().size();
        for (var section : overview().sections().entrySet()) {
            rows.add(BlockRow.of("Section " + section.getKey(), Line.of(students(section.getValue()))));
            home -= section.getValue();
        }
        if (home > 0) {
            rows.add(BlockRow.of("At home", Line.of(students(home))));
        }
        return new RowsBlock("Where they are", RowForm.SUMMARY, rows);
    }

    private static RowsBlock mistakes(List<RecentMistake> mistakes) {
        return new RowsBlock(
                "What goes wrong",
                RowForm.LIST,
                mistakes.stream()
                        .map(each -> BlockRow.of(each.key(), Line.EMPTY).spoken(made(each)))
                        .toList());
    }

    private static String made(RecentMistake mistake) {
        return mistake.name() + ", " + where(mistake);
    }

    /** Returns in which question a mistake is made, and by how many students. */
    static String where(RecentMistake mistake) {
        return "in " + mistake.where().item() + ", by "
                + students(mistake.names().size());
    }

    private static String students(int count) {
        return count == 1 ? "1 student" : count + " students";
    }

    /** Returns a sentence per student, those who need help first. */
    public RowsBlock students() {
        return new RowsBlock(
                "Students",
                RowForm.SUMMARY,
                overview().rows().stream().map(ClassBlocks::student).toList());
    }

    private static BlockRow student(StudentRow row) {
        return BlockRow.of(row.name(), Line.EMPTY).spoken(new StudentWords(row).sentence());
    }

    /** Returns the names on the roster whose students are not here; none while names are hidden. */
    public RowsBlock absent() {
        List<ListedName> names = now().flatMap(ClassActivity::absent)
                .filter(all -> naming() != Naming.HIDDEN)
                .orElse(List.of());
        String list = names.stream().map(naming()::of).collect(Collectors.joining(", "));
        return RowsBlock.sentences("Absent", names.isEmpty() ? List.of() : List.of(list));
    }
}
