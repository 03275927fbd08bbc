package dev.nabla.figure;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The code of a figure below its picture; of a long program, the paragraph with the result. Blank rows of the picture
 * are removed if necessary; if both still do not fit, only the focused value stays above the code.
 */
final class CodePane {
    private static final int LEFT = 3;
    /**
     * Least width, in cells, at which all lines keep their comments; below it, of the lines with code, only the last
     * does.
     */
    private static final int LEAST_WIDTH = 66;

    private CodePane() {}

    static <M extends Record> void draw(Figure<M> figure, M model, ViewState<M> cursor, Canvas body) {
        List<CodeLine> program = CodeLine.of(figure, model);
        List<CodeLine> code = new ArrayList<>(CodeLine.mainParagraph(program));
        String heading = " = python"
                + (code.size() < program.size() && !figure.copiesMainParagraph() ? "; y prints all of it " : " ");
        if (body.width() < LEAST_WIDTH) {
            code.subList(0, code.size() - 1).replaceAll(line -> line.text().isEmpty() ? line : line.withoutComment());
        }
        List<CodeLine> bare = code.stream().filter(line -> !line.isImport()).toList();
        List<CodeLine> barest = bare.stream().filter(line -> !line.isData()).toList();
        List<List<Line>> blocks = List.of(code, bare, barest).stream()
                .map(lines -> CodeLine.set(lines, body.width() - LEFT - 1))
                .toList();
        boolean wide = body.width() >= FigurePage.LEAST_PICTURE_WIDTH;
        for (List<Line> block : wide ? blocks : List.<List<Line>>of()) {
            int room = body.height() - block.size() - 1;
            if (room < FigurePage.LEAST_PICTURE_HEIGHT) {
                Canvas picture = new Canvas(new Size(body.width(), FigurePage.LEAST_PICTURE_HEIGHT), body.font());
                figure.draw(model, cursor, picture);
                List<Integer> rows = squeezed(picture.frame(), room);
                if (rows.size() <= room) {
                    for (int y = 0; y < rows.size(); y++) {
                        body.part(new Area(0, y, body.width(), 1)).paste(picture.frame(), rows.get(y));
                    }
                    put(heading, block, room, body);
                    return;
                }
            }
            if (room >= Math.min(FigurePage.LEAST_PICTURE_HEIGHT, figure.leastRows(model))) {
                figure.draw(model, cursor, body.part(body.area().top(room)));
                put(heading, block, room, body);
                return;
            }
        }
        body.put(1, 0, TextFigure.focusedKnob(figure, model, cursor));
        List<Line> fitting = blocks.stream()
                .filter(block -> block.size() <= body.height() - 2)
                .findFirst()
                .orElse(blocks.get(2));
        put(heading, fitting, 1, body);
    }

    private static void put(String heading, List<Line> code, int y, Canvas body) {
        body.put(1, y, "─".repeat(Math.max(0, body.width() - 2)), Tone.GRID);
        body.put(2, y, heading, Tone.DIM);
        FigurePage.put(body, LEFT, y + 1, code, more -> more + " more lines; y prints all");
    }

    /**
     * Returns the rows of a picture that are not blank. If they do not fit, also drops what is below the last gaps, up
     * to a row with the focus or the result (reversed cells).
     */
    private static List<Integer> squeezed(Frame picture, int room) {
        List<Integer> rows = filled(picture, picture.size().height());
        for (int y = picture.size().height() - 1; rows.size() > room && !isLoud(picture, y); y--) {
            if (picture.row(y).isBlank()) {
                rows = filled(picture, y);
            }
        }
        return rows;
    }

    private static List<Integer> filled(Frame picture, int end) {
        return IntStream.range(0, end)
                .filter(y -> !picture.row(y).isBlank())
                .boxed()
                .toList();
    }

    private static boolean isLoud(Frame picture, int y) {
        return y == 0
                || IntStream.range(0, picture.size().width())
                        .anyMatch(x -> picture.cell(x, y).weight() == Weight.REVERSE);
    }
}
