package dev.nabla.cli.school.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.progress.Entry;
import dev.nabla.progress.EntrySource;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private final AtomicInteger begun = new AtomicInteger();

    private EntrySource journal(int student, int length) {
        return taker -> {
            begun.incrementAndGet();
            for (int i = 0; i < length; i++) {
                taker.accept(new Entry.Read(Instant.ofEpochSecond(student), "0" + student));
            }
        };
    }

    private static List<Entry> entries(EntrySource journal) throws IOException {
        List<Entry> entries = new ArrayList<>();
        journal.each(entries::add);
        return entries;
    }

    @Test
    void worksOnAllJournalsInTheirOrder() throws IOException {
        List<Integer> students = IntStream.range(0, 50).boxed().toList();
        List<Integer> seen = new ArrayList<>();
        ReadAhead.each(students, student -> journal(student, student), (student, journal) -> {
            assertThat(entries(journal)).hasSize(student);
            assertThat(entries(journal)).allMatch(entry -> entry.at().equals(Instant.ofEpochSecond(student)));
            seen.add(student);
        });
        assertThat(seen).isEqualTo(students);
        assertThat(begun).as("each is read once").hasValue(50);
        ReadAhead.each(List.<Integer>of(), student -> journal(student, 1), (student, journal) -> seen.clear());
        assertThat(seen).hasSize(50);
    }

    /** The next one, and no other, is read while a journal is worked on. */
    @Test
    void readsOneAhead() throws IOException {
        ConcurrentHashMap<Integer, CompletableFuture<Void>> read = new ConcurrentHashMap<>();
        List<Integer> students = IntStream.range(0, 10).boxed().toList();
        students.forEach(student -> read.put(student, new CompletableFuture<>()));
        ReadAhead.each(students, student -> taker -> read.get(student).complete(null), (student, journal) -> {
            if (student < 9) {
                read.get(student + 1).orTimeout(30, TimeUnit.SECONDS).join();
            }
            assertThat(students.stream().skip(student + 2))
                    .noneMatch(later -> read.get(later).isDone());
        });
    }

    @Test
    void aLongJournalIsReadWheneverItIsGoneThroughAndNotKept() throws IOException {
        int length = ReadAhead.MOST_KEPT + 1;
        ReadAhead.each(List.of(1), student -> journal(student, length), (student, journal) -> {
            assertThat(entries(journal)).hasSize(length);
            assertThat(begun).hasValue(2);
        });
    }

    @Test
    void aJournalThatFailsDoesSoWhereItIsWorkedOn() {
        List<Integer> seen = new ArrayList<>();
        EntrySource failing = taker -> {
            throw new IOException("gone");
        };
        assertThatThrownBy(() -> ReadAhead.each(
                        List.of(1, 2), student -> student == 2 ? failing : journal(student, 1), (student, journal) -> {
                            seen.add(student);
                            entries(journal);
                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThat(seen).containsExactly(1, 2);
    }
}
