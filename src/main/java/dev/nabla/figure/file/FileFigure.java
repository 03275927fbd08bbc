package dev.nabla.figure.file;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WholeCodec;
import dev.nabla.figure.part.GptProgram;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figure FIG.19: the whole file of a GPT in ten groups. An open group shows its lines, what each makes of a name, and a
 * piece of the figure that taught it.
 */
public final class FileFigure implements TrainedFigure<FileModel>, Figure.ReferringFigure<FileModel> {
    private static final int MOST_LINES =
            FileGroup.ALL.stream().mapToInt(group -> group.lines().size()).max().orElseThrow();

    private static final double TAU = 0.5;
    private static final int SAMPLES = 5;

    /** What the selected line makes; a guess that hides it hides what all lines make. */
    static final Quantity<FileModel, String> MAKES = Quantity.word(
                    "makes", (FileModel model) -> FileResults.of(model).made())
            .unless(FileFigure::closed);

    private static final Quantities<FileModel, FileModel> QUANTITIES = new Quantities<>(
            model -> model,
            List.of(
                    Quantity.word("does", (FileModel model) -> model.lines().does()),
                    Quantity.word("named", (FileModel model) -> model.lines().named())
                            .called("in the file")
                            .inWords("name in the file"),
                    Quantity.word("taught", (FileModel model) -> model.lines().taught())
                            .called("taught in")
                            .inWords("section that teaches it"),
                    Quantity.whole(
                                    "lines",
                                    (FileModel model) -> model.lines().lines().size())
                            .inWords("number of lines"),
                    Quantity.word("code", (FileModel model) -> code(model)).unless(FileFigure::closed),
                    MAKES,
                    Quantity.real("p", Style.SHARE, FileModel::p).exact()));

    private static String code(FileModel model) {
        return model.lines().lines().get((int) model.line() - 1).strip();
    }

    private static Optional<String> closed(FileModel model) {
        return model.isOpen() ? Optional.empty() : Optional.of("no line is chosen");
    }

    @Override
    public Info info() {
        return new Info("file", "FIG.19", "groups", "The whole file", "microgpt.py in ten groups").onlyShown();
    }

    @Override
    public FileModel start() {
        return new FileModel(1, 0, "amelia", 4, Recipe.STANDARD_STEPS, List.of());
    }

    @Override
    public List<Knob<FileModel, ?>> knobs() {
        int groups = FileGroup.ALL.size();
        return List.of(
                KnobInfo.usual("group", "group", "group of the file, like 3")
                        .bound(
                                model -> new WholeCodec(
                                        1, groups, true, "", Bounds.atLeast(1L).atMost((long) groups)),
                                FileModel::group,
                                FileModel::withGroup),
                KnobInfo.usual("line", "line", "line of the group, or 0 for all groups")
                        .bound(
                                model -> new WholeCodec(
                                        0,
                                        model.lines().lines().size(),
                                        true,
                                        " for group " + model.group(),
                                        Bounds.atLeast(0L).atMost((long) MOST_LINES)),
                                FileModel::line,
                                FileModel::withLine),
                NameKnobs.name(
                        KnobInfo.usual("name", "name", "letters to work on, a to z, like amelia"),
                        FileModel::name,
                        FileModel::withName),
                NameKnobs.position(
                        KnobInfo.usual(
                                "position", "position", "where to guess, 1 for the . that begins the name, like 4"),
                        false,
                        FileModel::name,
                        FileModel::position,
                        FileModel::withPosition),
                Trained.knob(),
                KnobInfo.picture("opened", "opened", "groups opened to their last line, like 1,2,5, or none")
                        .holding(
                                new TextCodec<>(List.of(), FileGroup::numbers, FileGroup::written),
                                FileModel::opened,
                                FileModel::withOpened)
                        .when(model -> false));
    }

    @Override
    public List<FigureAction<FileModel>> commands() {
        return List.of(open(""));
    }

    private static FigureAction<FileModel> open(String word) {
        String help = "open the group, or the next one if it is open";
        return new FigureAction<>("open", 'o', word, help, FileModel::onward, List.of("line"));
    }

    /** Opens one group after the other; with the last one, or once all were opened, it leads on. */
    @Override
    public Optional<FigureAction<FileModel>> onward(FileModel model) {
        boolean done = model.isOpen() && model.isLast() || model.isComplete();
        return done ? Optional.empty() : Optional.of(open(model.isOpen() ? next(model) : "open"));
    }

    /** Returns the number and the first words of the next group, short enough for the key line of a small screen. */
    private static String next(FileModel model) {
        return model.group() + 1 + ", " + FileGroup.of(model.group() + 1).firstWords();
    }

    @Override
    public boolean copiesMainParagraph() {
        return true;
    }

    /** Returns the figure that taught the selected group. */
    @Override
    public String linkedFigure(FileModel model, String knob) {
        return knob.equals("steps") ? "train" : model.lines().figure();
    }

    @Override
    public Optional<String> referredFigure(FileModel model) {
        return model.isOpen() ? Optional.of(model.lines().figure()) : Optional.empty();
    }

    @Override
    public Map<String, String> referredSettings(FileModel model) {
        return new FileReference(model).settings();
    }

    @Override
    public Quantities<FileModel, ?> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(FileModel model) {
        List<String> steps = new ArrayList<>();
        List<String> makes = FileResults.of(model).makes();
        for (int i = 0; i < makes.size(); i++) {
            steps.add(model.lines().lines().get(i).strip() + ": " + makes.get(i));
        }
        return steps;
    }

    /** Returns the whole program; its main paragraph is the selected group. */
    @Override
    public Python python(FileModel model) {
        return GptProgram.withMainGroup(GptProgram.of(Recipe.standard(), TAU, SAMPLES), (int) model.group());
    }

    @Override
    public List<Line> sentence(FileModel model, ViewState<FileModel> cursor) {
        FileGroup group = model.lines();
        if (model.isOpen()) {
            return List.of(
                    Line.of("Line " + model.line() + ": ")
                            .result(FileResults.of(model).made()),
                    Line.of("; " + code(model)));
        }
        return List.of(
                Line.of("Group " + model.group() + ": ").first(group.does()),
                Line.of("; " + group.sections() + " taught its lines"));
    }

    @Override
    public void draw(FileModel model, ViewState<FileModel> cursor, Canvas body) {
        new FilePicture(model, cursor, new Knobs<>(knobs(), model, cursor), body).draw();
    }
}
