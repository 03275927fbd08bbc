package dev.nabla.line;

import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassEvent.OnClass;
import dev.nabla.room.ClassOverview;
import dev.nabla.room.ClassOverview.RecentMistake;
import dev.nabla.room.ClassOverview.StudentRow;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.Doorway.PausedLogin;
import dev.nabla.room.ListedName;
import dev.nabla.room.Naming;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.PollSummary;
import dev.nabla.room.display.PollWords;
import dev.nabla.room.display.StudentWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The state of a class in sentences, for its teacher.
 *
 * @param people who is here and what they do; empty before it is known
 * @param poll the question on the board
 */
record ClassNow(Course course, Naming naming, Optional<OnClass> people, Optional<PollSummary> poll) {
    private static final int MOST_MISTAKES = 3;
    /** Number of students who make a mistake that is told without being asked for. */
    private static final int MANY = 3;

    ClassOverview overview() {
        return people.map(now -> now.overviews().get(naming)).orElse(ClassOverview.EMPTY);
    }

    private Optional<ClassActivity> activity() {
        return people.map(OnClass::now);
    }

    /** Returns a sentence per student, those who need help first. */
    List<String> students() {
        return overview().rows().stream()
                .map(row -> new StudentWords(row).sentence() + ".")
                .toList();
    }

    /** Returns the names on the roster whose students are not here, unless names are hidden. */
    List<String> absent() {
        List<ListedName> names = activity()
                .flatMap(ClassActivity::absent)
                .filter(all -> naming != Naming.HIDDEN)
                .orElse(List.of());
        return names.isEmpty()
                ? List.of()
                : List.of("Absent: " + names.stream().map(naming::of).collect(Collectors.joining(", ")) + ".");
    }

    /** Returns the whole state. */
    List<String> lines() {
        if (activity().isEmpty()) {
            return List.of("Nothing is known of the class yet; try again in a second.");
        }
        List<String> lines = new ArrayList<>(List.of(here(activity().get())));
        lines.addAll(warnings().values());
        lines.addAll(needs().values());
        lines.addAll(places());
        List<RecentMistake> mistakes = overview().mistakes();
        for (int i = 0; i < Math.min(MOST_MISTAKES, mistakes.size()); i++) {
            lines.add("Mistake " + (i + 1) + ": " + made(mistakes.get(i)));
        }
        lines.addAll(pollLines());
        return lines;
    }

    private String here(ClassActivity now) {
        String absent =
                now.absent().map(names -> ", " + names.size() + " absent").orElse("");
        String door = now.info().closed()
                ? " The class is closed to new students."
                : now.info().code().map(code -> " The code is " + code + ".").orElse("");
        return now.info().title() + ": " + overview().rows().size() + " here" + absent + "." + door;
    }

    private List<String> places() {
        List<String> lines = new ArrayList<>();
        SortedMap<String, Integer> sections = overview().sections();
        sections.forEach((section, students) -> lines.add("Section " + section + ": " + students(students) + "."));
        int home = overview().rows().size()
                - sections.values().stream().mapToInt(Integer::intValue).sum();
        lines.addAll(home == 0 ? List.of() : List.of("At home: " + students(home) + "."));
        return lines;
    }

    private static String students(int count) {
        return count == 1 ? "1 student" : count + " students";
    }

    private static String made(RecentMistake mistake) {
        return mistake.name() + ", in " + mistake.where().item() + ", by "
                + students(mistake.names().size()) + ".";
    }

    /**
     * Returns a mistake: what is told to those who make it, and who they are.
     *
     * @param number number of the mistake, from 1
     */
    List<String> mistake(int number) {
        if (overview().mistakes().size() < number) {
            throw BadInput.usage("no_mistake", "there is no mistake " + number + " in the last ten minutes");
        }
        RecentMistake mistake = overview().mistakes().get(number - 1);
        List<String> lines = new ArrayList<>(List.of(made(mistake)));
        PollQuestion.of(course, mistake.where().item(), 0)
                .flatMap(question -> question.reveals(mistake.misconception()))
                .ifPresent(lines::add);
        lines.add("Made by " + String.join(", ", mistake.names()) + ".");
        return lines;
    }

    /** Returns what a teacher should know at once. The key of a sentence stays the same while its numbers change. */
    Map<String, String> news() {
        Map<String, String> news = warnings();
        news.putAll(needs());
        overview().mistakes().stream()
                .filter(mistake -> mistake.names().size() >= MANY)
                .forEach(mistake -> news.put("mistake " + mistake.key(), "A mistake: " + made(mistake)));
        return news;
    }

    private Map<String, String> warnings() {
        Map<String, String> warnings = new LinkedHashMap<>();
        activity().ifPresent(now -> {
            now.doorway().flood().ifPresent(flood -> {
                String since = now.info().clock(flood.since());
                warnings.put(
                        "flood",
                        flood.students() + " students joined from one address since " + since
                                + ". Are they yours? 'class keep' keeps them; on the server, nabla class erase"
                                + " --joined-since " + since + " --never-answered takes them out.");
            });
            now.doorway()
                    .paused()
                    .forEach(login -> warnings.put(
                            "paused " + login.word(),
                            naming.of(login.student()) + " waits after wrong PINs. If the login that shows "
                                    + login.word() + " is that student's, 'class let " + login.word()
                                    + "' lets it try ten PINs."));
            for (String notice : now.doorway().notices(naming)) {
                warnings.put("warning " + warnings.size(), notice + ".");
            }
        });
        return warnings;
    }

    /**
     * Returns the request that lets in the login that shows a word.
     *
     * @throws BadInput if none that waits shows it
     */
    ClassRequest.LetIn letIn(String word) {
        List<PausedLogin> paused = activity().map(now -> now.doorway().paused()).orElse(List.of());
        return paused.stream()
                .filter(login -> login.word().equalsIgnoreCase(word))
                .findFirst()
                .map(login -> new ClassRequest.LetIn(login.student().id(), login.word()))
                .orElseThrow(() -> BadInput.usage(
                        "unknown_word",
                        "no login shows '" + word + "'; type the word that the student reads to you, like 'class let "
                                + paused.stream()
                                        .findFirst()
                                        .map(PausedLogin::word)
                                        .orElse("otter") + "'"));
    }

    private Map<String, String> needs() {
        Map<String, String> needs = new LinkedHashMap<>();
        for (StudentRow row : overview().rows().subList(0, overview().needing())) {
            String why = row.repeated()
                    .filter(made -> row.isStuck())
                    .map(made -> ": " + made.name())
                    .orElse("");
            needs.put(
                    "student " + row.name() + " " + row.item() + " " + row.isStuck(),
                    new StudentWords(row).sentence() + why + ".");
        }
        return needs;
    }

    /** Returns how many have voted; empty without a question. */
    String have() {
        return poll.map(seen -> new PollWords(seen).have() + ".").orElse("");
    }

    /** Returns the question on the board, its votes as far as a teacher sees them, advice, and what can be typed. */
    List<String> pollLines() {
        if (poll.isEmpty()) {
            return List.of();
        }
        Poll asked = poll.get().poll();
        PollWords words = new PollWords(poll.get());
        Optional<PollQuestion> ballot = PollQuestion.of(course, asked.item(), asked.seed());
        List<String> lines = new ArrayList<>(List.of("Question " + asked.item() + ": " + words.sentence() + "."));
        if (asked.phase() == Phase.OPEN) {
            ballot.map(question -> question.instance().prompt()).ifPresent(lines::add);
        } else if (!asked.phase().isOpen()) {
            ballot.map(words::shares).ifPresent(lines::addAll);
        }
        lines.add(words.teacherSentence() + ".");
        lines.add(next(asked.phase()));
        return lines;
    }

    /** Returns the phase of a question and the commands that fit it. */
    static String next(Phase phase) {
        return switch (phase) {
            case OPEN, AGAIN -> "The round is open; 'class close' closes it.";
            case CLOSED ->
                "The round is closed; 'class again' opens the second one, 'class open' this one, 'class reveal' shows"
                        + " the answer, 'class talk 3' sets a clock.";
            case CLOSED_AGAIN ->
                "The second round is closed; 'class reveal' shows the answer, 'class open' opens it again.";
            case REVEALED -> "The answer is out; 'class end' takes the question off the board.";
        };
    }
}
