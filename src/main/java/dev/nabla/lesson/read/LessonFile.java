package dev.nabla.lesson.read;

import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.MasteryQuestions;
import dev.nabla.lesson.Outline;
import dev.nabla.lesson.SearchText;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.KnownFacts;
import dev.nabla.lesson.question.Question;
import dev.nabla.math.BadInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A lesson file: front matter with title and minutes between lines of {@code ---}, then the body. */
final class LessonFile implements LazyLesson {
    private static final String FENCE = "---\n";
    /** Patterns in a class of their own, so that they are not compiled for a lesson that the build has read. */
    private static final class LessonPatterns {
        /** Front matter decoded as Latin-1, after an optional byte order mark. */
        static final Pattern FRONT = Pattern.compile("(?:\u00ef\u00bb\u00bf)?---\r?\n(?s:.*?\n)??---\r?\n");

        static final Pattern ID = Pattern.compile("(?<!\\w)id['\"]* *:\\s*['\"]*([\\w.-]*)");
        /** A fenced question block; group 2 is its YAML. */
        static final Pattern QUESTION =
                Pattern.compile("(?ms)^[ \\t]*(`{3,}|~{3,})[ \\t]*question[ \\t]*\r?\n(.*?)^[ \\t]*\\1");

        static final Pattern GUESS = flag("predict", "yes");
        static final Pattern DEEPER = flag("deeper", "yes");
        static final Pattern OFF_ROAD = flag("road", "no");

        private static Pattern flag(String key, String word) {
            return Pattern.compile("(?m)^[ \\t]*['\"]?" + key + "['\"]? *:\\s*['\"]?" + word + "\\b");
        }
    }

    private static final int MOST_MINUTES = 600;

    private final String place;
    private final byte[] bytes;
    private final String title;
    private final int minutes;
    private final Set<String> retired;
    /** Results of the build; empty if the file must be read and checked like an untrusted one. */
    private final Optional<Built> built;

    private volatile String front;
    private volatile Set<String> ids;
    private volatile Outline outline;
    /** The questions for mastery as found in the text alone; null until they are asked for. */
    private volatile MasteryQuestions masteryQuestions;

    private volatile Lesson lesson;
    private volatile SearchText searchText;
    /** Questions that were read before the lesson was. */
    private final Map<String, Question> questions = new HashMap<>();

    /**
     * Results of the build for a lesson.
     *
     * @param ids ids of its blocks
     * @param retired ids that were removed from the lesson
     * @param prompts decodes the prompts of all questions, as in {@link LazyLesson#prompts}
     * @param facts decodes the facts that its questions need with the numbers of the lesson
     * @param blocks decodes the blocks at each call, since few lessons are read after a start
     */
    record Built(
            String title,
            int minutes,
            Set<String> ids,
            Set<String> retired,
            Outline outline,
            Supplier<List<String>> prompts,
            Supplier<KnownFacts> facts,
            Supplier<List<SourceBlock>> blocks) {}

    /** Loads a file of the course and parses only its front matter. */
    LessonFile(Path folder, String name) {
        place = name;
        bytes = CourseFiles.bytes(folder, name);
        built = Optional.empty();
        String front = front();
        Yaml yaml = Yaml.of(front.substring(FENCE.length(), front.length() - FENCE.length()), name, 1)
                .only("title", "section", "minutes", "retired");
        title = yaml.line("title");
        minutes = yaml.whole("minutes", 1, MOST_MINUTES);
        retired = yaml.ids("retired");
    }

    /** Creates a lesson from a file that the build has read. */
    LessonFile(String name, byte[] bytes, Built built) {
        this.place = name;
        this.bytes = bytes;
        this.built = Optional.of(built);
        this.title = built.title();
        this.minutes = built.minutes();
        this.retired = built.retired();
        this.ids = built.ids();
        this.outline = built.outline();
    }

    /** Computes the results to store in the build; reads the whole lesson. */
    Built build() {
        List<SourceBlock> blocks = LessonReader.parse(this);
        return new Built(
                title,
                minutes,
                ids(),
                retired,
                lesson().outline(),
                this::prompts,
                () -> factsOfQuestions(blocks),
                () -> blocks);
    }

    private KnownFacts factsOfQuestions(List<SourceBlock> blocks) {
        KnownFacts facts = KnownFacts.recorder();
        LessonReader.read(this, blocks, facts).questions().forEach(question -> question.draw(0)
                .texts());
        return facts;
    }

    @Override
    public String place() {
        return place;
    }

    String title() {
        return title;
    }

    @Override
    public int minutes() {
        return minutes;
    }

    @Override
    public boolean isChecked() {
        return built.isPresent();
    }

    @Override
    public String text() {
        return CourseFiles.text(bytes, place);
    }

    /** Returns the front matter with its fences. */
    private String front() {
        if (front == null) {
            Matcher found = LessonPatterns.FRONT.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            boolean present = found.lookingAt();
            String text = CourseFiles.text(present ? Arrays.copyOf(bytes, found.end()) : bytes, place);
            if (!present) {
                throw BadLesson.at(
                        new BadInput.Where(place, 1),
                        "must begin with front matter: title and minutes between lines of ---");
            }
            front = text;
        }
        return front;
    }

    /** Returns the number of lines before the body. */
    int linesBefore() {
        return (int) front().lines().count();
    }

    String body() {
        return text().substring(front().length());
    }

    @Override
    public Optional<Outline> outline() {
        return Optional.ofNullable(outline);
    }

    @Override
    public List<String> prompts() {
        return built.map(known -> known.prompts().get()).orElseGet(() -> lesson().questions().stream()
                .map(question -> question.draw(0).prompt())
                .toList());
    }

    @Override
    public Optional<Lesson> known() {
        return Optional.ofNullable(lesson);
    }

    @Override
    public synchronized Lesson lesson() {
        if (lesson == null) {
            lesson = built.map(known -> LessonReader.read(
                            this, known.blocks().get(), known.facts().get()))
                    .orElseGet(() -> LessonReader.read(this, Deadline.of(Deadline.A_LESSON)));
            outline = lesson.outline();
        }
        return lesson;
    }

    @Override
    public SearchText searchText() {
        if (searchText == null) {
            searchText = lesson().searchText();
        }
        return searchText;
    }

    @Override
    public synchronized Optional<Question> question(String id) {
        if (lesson == null && built.isPresent()) {
            Optional<Question> read = Optional.ofNullable(questions.get(id))
                    .or(() -> LessonReader.question(
                            id, built.get().blocks().get(), built.get().facts().get()));
            read.ifPresent(question -> questions.put(id, question));
            return read;
        }
        return lesson().question(id);
    }

    @Override
    public boolean names(String id) {
        return ids().contains(id);
    }

    @Override
    public Set<String> retired() {
        return retired;
    }

    private Set<String> ids() {
        if (ids == null) {
            ids = ids(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return ids;
    }

    @Override
    public MasteryQuestions masteryQuestions() {
        if (masteryQuestions == null) {
            masteryQuestions = outline == null
                    ? masteryQuestions(new String(bytes, StandardCharsets.ISO_8859_1))
                    : outline.masteryQuestions();
        }
        return masteryQuestions;
    }

    /** Uses no streams, to save time on the home screen. */
    private static MasteryQuestions masteryQuestions(String text) {
        int onRoad = 0;
        Set<String> deeper = new HashSet<>();
        Matcher block = LessonPatterns.QUESTION.matcher(text);
        while (block.find()) {
            String yaml = block.group(2);
            boolean plain = !LessonPatterns.GUESS.matcher(yaml).find();
            if (plain && LessonPatterns.DEEPER.matcher(yaml).find()) {
                deeper.addAll(ids(yaml));
            } else if (plain && !LessonPatterns.OFF_ROAD.matcher(yaml).find()) {
                onRoad++;
            }
        }
        return new MasteryQuestions(onRoad, deeper);
    }

    /**
     * Returns the values of all keys {@code id}, with or without quotes. Ids are ASCII, so the text may be decoded as
     * Latin-1.
     */
    static Set<String> ids(String text) {
        Set<String> found = new HashSet<>();
        Matcher id = LessonPatterns.ID.matcher(text).useTransparentBounds(true);
        for (int at = text.indexOf("id"); at >= 0; at = text.indexOf("id", at + 1)) {
            if (id.region(at, text.length()).lookingAt()) {
                found.add(id.group(1));
            }
        }
        return found;
    }
}
