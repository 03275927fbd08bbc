package dev.nabla.figure.file;

import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import java.util.List;

/**
 * State of FIG.19b.
 *
 * @param box the selected box, from 1; the numbers of the boxes up to it are shown
 * @param name the name whose letter passes
 * @param position position of the letter in the name, from 1, which is the end token before it
 * @param steps training steps taken
 */
record MachineModel(long box, String name, long position, long steps) implements Trained<MachineModel> {
    /**
     * The groups in the order in which a letter passes them: forward to the scores, how wrong they are, back as slopes,
     * a step of the weights, and the names that they write then.
     */
    static final List<Integer> ORDER = List.of(1, 2, 5, 6, 7, 8, 3, 9, 4, 10);

    MachineModel withBox(long other) {
        return new MachineModel(other, name, position, steps);
    }

    MachineModel withName(String other) {
        return new MachineModel(box, other, Math.min(position, other.length() + 1), steps);
    }

    MachineModel withPosition(long other) {
        return new MachineModel(box, name, other, steps);
    }

    @Override
    public MachineModel withSteps(long other) {
        return new MachineModel(box, name, position, other);
    }

    /** Returns a copy at the next box; after the last one, at the first. */
    MachineModel onward() {
        return withBox(isLast() ? 1 : box + 1);
    }

    boolean isLast() {
        return box == ORDER.size();
    }

    /** Returns the number of the group in a box, from 1. */
    static int group(long box) {
        return ORDER.get((int) box - 1);
    }

    FileGroup lines() {
        return FileGroup.of(group(box));
    }

    /** Returns the state of FIG.19 with the first line of the group open, and the same letter. */
    FileModel opened() {
        return new FileModel(group(box), 1, name, position, steps, List.of());
    }

    /** Returns the training of microgpt.py's recipe, which the printed program begins. */
    @Override
    public TrainingRun film() {
        return new TrainingRun(Recipe.standard());
    }

    /** Returns the position, from 0. */
    int place() {
        return (int) position - 1;
    }

    /** Returns the token at the position as text. */
    String letter() {
        return ("." + name).substring(place(), place() + 1);
    }

    /** Returns the token that comes next. */
    int nextToken() {
        return film().recipe().corpus().tokens(name)[place() + 1];
    }

    String next() {
        return NameKnobs.text(nextToken());
    }
}
