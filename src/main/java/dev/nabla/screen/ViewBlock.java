package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Line;
import dev.nabla.key.Binding;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Workload;
import dev.nabla.own.OwnNames;
import dev.nabla.progress.SectionProgress;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.Practice;
import dev.nabla.tutor.Road;
import java.util.List;
import java.util.Optional;

/**
 * A part of what a view shows, as values that say nothing about cells or lines of text. The line voice prints the
 * blocks of a view and later what has changed in them; lists and summaries are painted from them too.
 */
public sealed interface ViewBlock {
    /** Returns what a reader makes of this block. */
    <T> T read(BlockReader<T> reader);

    /**
     * Reads blocks, one method for each kind.
     *
     * @param <T> result of reading a block
     */
    interface BlockReader<T> {
        T head(HeadBlock head);

        T page(PageBlock page);

        T figure(LiveBlock figure);

        T question(AttemptBlock question);

        T example(ExampleBlock example);

        T goal(GoalBlock goal);

        T rows(RowsBlock rows);

        T contents(ContentsBlock contents);

        T sentence(SentenceBlock sentence);

        T words(WordsBlock words);

        T names(NamesBlock names);

        T ownModel(OwnModelBlock model);
    }

    /**
     * The head of a screen; the first block of every view.
     *
     * @param aside words at the right end of the title
     * @param place the position on the road of a section; empty outside sections
     */
    record HeadBlock(Line title, Line aside, Optional<RoadPlace> place) implements ViewBlock {
        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.head(this);
        }
    }

    /** A station of a road, from 0. */
    record RoadPlace(Road road, int station) {
        public Section section() {
            return road.section();
        }

        /** Returns the index of the last station, the end of the section. */
        public int last() {
            return road.beats().size() - 1;
        }
    }

    /**
     * A page of a section, counted from 0.
     *
     * @param reason why a page is shown that is not the one of this place; empty at its place
     */
    record PageBlock(Section section, int page, String reason) implements ViewBlock {
        public List<Block> text() {
            return section.lesson().orElseThrow().pages().get(page);
        }

        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.page(this);
        }
    }

    /** What a learner does with a figure. */
    enum FigureUse {
        /** Reads or answers something that stands beside it. */
        BESIDE,
        /** Answers a question about it, or brings it to a goal. */
        ASKED,
        /** Meets it here for the first time, in a review or because a teacher shows it. */
        FIRST_SEEN,
        PLAYED
    }

    /** A figure, and what it is used for. */
    record LiveBlock(FigureState<?> live, FigureUse use) implements ViewBlock {
        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.figure(this);
        }
    }

    /** The kind of a question, which decides what help it offers. */
    enum QuestionKind {
        /** A guess before a figure is played; it can be made once and has no hints. */
        GUESS,
        /** A line of a worked example. */
        BLANK,
        COUNTED,
        /** A question to a class, whose answer is not graded and can be changed. */
        VOTE
    }

    /**
     * A question.
     *
     * @param name its name and place among others; empty for a blank
     * @param takesSums whether to say that a calculation can be typed
     * @param explained the page that explains it
     * @param back when it comes back, as a sentence; empty if that is not said here
     */
    record AttemptBlock(
            String name,
            QuestionKind kind,
            Attempt attempt,
            boolean takesSums,
            Optional<PageRef> explained,
            String back)
            implements ViewBlock {
        static AttemptBlock of(String name, QuestionKind kind, Attempt attempt, ScreenState state) {
            return new AttemptBlock(
                    name,
                    kind,
                    attempt,
                    state.tutor().isFirstNumber(attempt),
                    state.course().explaining(attempt.question()),
                    "");
        }

        AttemptBlock comingBack(String when) {
            return new AttemptBlock(name, kind, attempt, takesSums, explained, when);
        }

        /** Returns whether an answer is awaited. */
        public boolean isOpen() {
            return kind == QuestionKind.GUESS ? !attempt.hasShownVerdict() : !attempt.isOver();
        }

        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.question(this);
        }
    }

    /** A worked example with blanks. */
    record ExampleBlock(Practice practice) implements ViewBlock {
        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.example(this);
        }
    }

    /** A goal, counted from 1. */
    record GoalBlock(int number, int all, GoalAttempt trial, boolean reached) implements ViewBlock {
        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.goal(this);
        }
    }

    /** The arrangement of rows. */
    enum RowForm {
        /** A label, and the text beside it. */
        SUMMARY,
        /** A mark, the label, and the text in a column of its own. */
        RESULTS,
        /** Numbered rows, each of which can be opened. */
        LIST
    }

    /** Rows below a heading. Nothing is shown if there are none. */
    record RowsBlock(String heading, RowForm form, List<BlockRow> rows) implements ViewBlock {
        /** Returns rows that are sentences without labels. */
        static RowsBlock sentences(String heading, List<String> sentences) {
            return new RowsBlock(
                    heading,
                    RowForm.SUMMARY,
                    sentences.stream()
                            .map(words -> BlockRow.of("", Line.of(words)))
                            .toList());
        }

        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.rows(this);
        }
    }

    /**
     * A row.
     *
     * @param label the label in the left column
     * @param mark what stands before the text on cells
     * @param words the text
     * @param spoken the row as a sentence without its full stop, where label and text do not make one; else empty
     * @param opens the key that leads to what the row names
     */
    record BlockRow(String label, Line mark, Line words, String spoken, Optional<Binding> opens) {
        static BlockRow of(String label, Line words) {
            return new BlockRow(label, Line.EMPTY, words, "", Optional.empty());
        }

        BlockRow marked(Line sign) {
            return new BlockRow(label, sign, words, spoken, opens);
        }

        BlockRow spoken(String sentence) {
            return new BlockRow(label, mark, words, sentence, opens);
        }

        BlockRow opening(Binding action) {
            return new BlockRow(label, mark, words, spoken, Optional.of(action));
        }
    }

    /**
     * The rungs of the course with their sections.
     *
     * @param agenda what comes back, and when
     * @param ownPace whether the times are at the learner's pace
     * @param ownNames whether a model of the learner's own names is offered
     */
    record ContentsBlock(List<RungRow> rungs, String agenda, boolean ownPace, boolean ownNames) implements ViewBlock {
        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.contents(this);
        }
    }

    /**
     * A rung of the course.
     *
     * @param size the times and questions of its sections; empty until the outlines are known
     * @param open whether its sections are listed on a screen
     */
    record RungRow(String name, Optional<Workload> size, List<SectionRow> sections, boolean open) {}

    /**
     * A section in a list.
     *
     * @param size its times and questions; empty until its outline is known
     * @param here whether the learner left off there
     */
    record SectionRow(Section section, Optional<Workload> size, SectionProgress done, boolean here) {
        /** Returns the one thing to know of it: {@code 2 due}, {@code left here}, {@code mastered}. */
        String word() {
            if (done.due() > 0) {
                return done.due() + " due";
            }
            if (here) {
                return "left here";
            }
            return done.isMastered() ? "mastered" : done.isRead() ? "read" : section.isWritten() ? "" : "to come";
        }
    }

    /**
     * A sentence below everything else.
     *
     * @param versions the sentence, then shorter ones for narrow screens
     * @param spoken the sentence for those who hear it
     */
    record SentenceBlock(List<String> versions, String spoken) implements ViewBlock {
        static SentenceBlock of(String... versions) {
            return new SentenceBlock(List.of(versions), versions[0]);
        }

        SentenceBlock spoken(String sentence) {
            return new SentenceBlock(versions, sentence);
        }

        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.sentence(this);
        }
    }

    /** Lines of text, each a sentence or a paragraph; empty ones stand between groups. */
    record WordsBlock(List<String> lines) implements ViewBlock {
        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.words(this);
        }
    }

    /** The list of the learner's own names. */
    record NamesBlock(OwnNames own) implements ViewBlock {
        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.names(this);
        }
    }

    /** The model that learns the learner's own names. */
    record OwnModelBlock(OwnNames own) implements ViewBlock {
        @Override
        public <T> T read(BlockReader<T> reader) {
            return reader.ownModel(this);
        }
    }
}
