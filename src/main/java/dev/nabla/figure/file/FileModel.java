package dev.nabla.figure.file;

import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import java.util.List;
import java.util.TreeSet;

/**
 * State of FIG.19.
 *
 * @param group the selected group, from 1
 * @param line the selected line of the group, from 1; 0 shows all groups
 * @param name the name that the lines work on
 * @param position position in the name, from 1, which is the end token before it
 * @param steps training steps taken
 * @param opened the groups that were opened to their last line, in ascending order
 */
record FileModel(long group, long line, String name, long position, long steps, List<Integer> opened)
        implements Trained<FileModel> {
    /** The head that the group about attention follows, from 1. */
    static final int HEAD = 3;

    /** Length of the schedule of FIG.12, in steps. */
    private static final int HEADS_OF = 20_000;

    FileModel {
        opened = List.copyOf(opened);
    }

    /** Returns a copy with another group; an open one is replaced at its first line. */
    FileModel withGroup(long other) {
        return other == group ? this : new FileModel(other, Math.min(line, 1), name, position, steps, opened);
    }

    /** Returns a copy with another line; the last one completes the group. */
    FileModel withLine(long other) {
        FileModel there = new FileModel(group, other, name, position, steps, opened);
        return other < lines().lines().size() ? there : there.completing((int) group);
    }

    private FileModel completing(int other) {
        TreeSet<Integer> more = new TreeSet<>(opened);
        more.add(other);
        return withOpened(List.copyOf(more));
    }

    FileModel withOpened(List<Integer> others) {
        return new FileModel(group, line, name, position, steps, others);
    }

    FileModel withName(String other) {
        return new FileModel(group, line, other, Math.min(position, other.length() + 1), steps, opened);
    }

    FileModel withPosition(long other) {
        return new FileModel(group, line, name, other, steps, opened);
    }

    @Override
    public FileModel withSteps(long other) {
        return new FileModel(group, line, name, position, other, opened);
    }

    /** Returns a copy with the group opened, or the next one if it is open; after the last one, all groups. */
    FileModel onward() {
        if (!isOpen()) {
            return withLine(1);
        }
        return isLast() ? withLine(0) : withGroup(group + 1);
    }

    /** Returns whether the last group is selected. */
    boolean isLast() {
        return group == FileGroup.ALL.size();
    }

    boolean isComplete() {
        return opened.size() == FileGroup.ALL.size();
    }

    boolean isOpen() {
        return line > 0;
    }

    FileGroup lines() {
        return FileGroup.of(group);
    }

    /** Returns the training of microgpt.py's recipe; for the heads that of FIG.12, whose schedule is longer. */
    @Override
    public TrainingRun film() {
        Recipe recipe = Recipe.standard();
        return new TrainingRun(group == FileGroup.HEADS ? recipe.withOf(HEADS_OF) : recipe);
    }

    /** Returns the position, from 0. */
    int place() {
        return (int) position - 1;
    }

    /** Returns the length of the shorter schedule, so that a step is one of every group. */
    @Override
    public int lastStep() {
        return Recipe.STANDARD_STEPS;
    }

    /** Returns the token at the position as text. */
    String letter() {
        return ("." + name).substring(place(), place() + 1);
    }

    /** Returns the probability that the model gives to the token that comes next. */
    double p() {
        ForwardTrace trace = parts(name);
        return trace.p().get(place(), trace.token(place() + 1));
    }

    /** Returns the token that comes next as text. */
    String next() {
        return NameKnobs.text(film().recipe().corpus().tokens(name)[place() + 1]);
    }
}
