package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.key.Binding;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.ViewBlock;
import dev.nabla.screen.ViewBlock.HeadBlock;
import dev.nabla.screen.ViewBlock.RoadPlace;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.tutor.Tutor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Draws.class)
class BlockInWordsTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final ProseLayout PROSE = new ProseLayout(80, Glyphs.BRAILLE);
    private static final Instant LATER = Instant.EPOCH.plus(Duration.ofDays(2));

    static List<Section> sections() {
        return Draws.some(
                4, COURSE.sections().stream().filter(Section::isWritten).toList(), "sections in blocks");
    }

    /** The home screen of a learner who missed all questions of a section two days ago. */
    private static ScreenState home(Section section) {
        List<Entry> missed = new ArrayList<>();
        for (Question question : section.lesson().orElseThrow().questions()) {
            QuestionInstance asked = question.draw(0);
            missed.add(Entry.Answered.of(Instant.EPOCH, section.id(), asked, "", asked.grade(""), OptionalInt.empty()));
        }
        Progress progress = Progress.of(COURSE, missed, LATER, DayRule.inZone(ZoneOffset.UTC));
        return ScreenState.start(Tutor.of(progress, LATER), Font.of(Glyphs.BRAILLE), new Size(200, 1000));
    }

    /** Home, every station, the list of exercises and the review. */
    private static List<ScreenState> places(Section section) {
        ScreenState home = home(section);
        List<ScreenState> places = new ArrayList<>(List.of(home));
        ScreenState opened = home.open(section);
        RoadPlace road = BlockInWords.place(opened.blocks()).orElseThrow();
        for (int station = 0; station <= road.last(); station++) {
            places.add(opened.apply(new Effect.OpenStation(station)));
        }
        places.add(opened.apply(Navigation.PRACTISE));
        ScreenState review = home.apply(Navigation.REVIEW);
        for (; review.reviewing().isPresent(); review = review.apply(Navigation.ONWARD)) {
            places.add(review);
        }
        places.add(review);
        return places;
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aPlaceIsToldOnArrivalAndThenNothingUntilSomethingChanges(Section section) {
        List<ViewBlock> before = List.of();
        for (ScreenState place : places(section)) {
            List<ViewBlock> now = place.blocks();
            assertThat(BlockInWords.told(before, now, PROSE)).isNotEmpty();
            ScreenState later = place.withTutor(place.tutor().withTime(LATER.plusSeconds(1)));
            assertThat(BlockInWords.told(now, later.ticked().blocks(), PROSE)).isEmpty();
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everyBlockIsToldExceptWhatStandsBeside(Section section) {
        for (ScreenState place : places(section)) {
            assertThat(place.blocks().get(0)).isInstanceOf(HeadBlock.class);
            assertThat(place.blocks().stream().skip(1)).allSatisfy(block -> {
                boolean silent = block instanceof ViewBlock.LiveBlock live && live.use() == ViewBlock.FigureUse.BESIDE
                        || block instanceof RowsBlock rows && rows.rows().isEmpty();
                List<String> told = block.read(new BlockInWords(PROSE, List.of()));
                assertThat(told.isEmpty()).as(block.toString()).isEqualTo(silent);
            });
        }
    }

    /** What a key does can be typed: by the name of the key, and if it does one thing by its word. */
    @Test
    void everyActionHasAKeyAndAWord() {
        Stream<Binding> bindings = Stream.of(KeyContext.values()).flatMap(context -> context.bindings().stream());
        assertThat(bindings).allSatisfy(binding -> {
            assertThat(binding.keys())
                    .allSatisfy(key -> assertThat(binding.named(key.name())).contains(binding.effectOf(key)));
            if (binding.effects().size() == 1 && !binding.word().isEmpty()) {
                assertThat(binding.named(binding.word()))
                        .contains(binding.effects().get(0));
            }
        });
    }
}
