package dev.nabla.tutor;

import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.Workload;

/** The estimated time for what is left to do on a road, at the learner's own pace once it is known. */
public record RoadTime(Road road) {
    /** Returns the minutes that the open exercises take, at least 1; 0 if none is open. */
    public int minutes() {
        int seconds = 0;
        for (Station beat : road.beats()) {
            seconds += road.open(beat) * beat.kind().seconds();
        }
        return seconds == 0 ? 0 : Math.max(1, Workload.inMinutes(seconds * pace()));
    }

    /** Returns what is left from a station on, from 0: pages and figures from there, and all open exercises. */
    public Workload left(int from) {
        int pages = 0;
        int ahead = 0;
        int seconds = 0;
        int questions = 0;
        for (int i = 0; i < road.beats().size(); i++) {
            Station beat = road.at(i);
            pages += beat.is(StationKind.READ) ? 1 : 0;
            ahead += beat.is(StationKind.READ) && i >= from ? 1 : 0;
            seconds += beat.kind().seconds() * (beat.is(StationKind.PLAY) ? i >= from ? 1 : 0 : road.open(beat));
            questions += beat.is(StationKind.QUESTIONS) ? road.open(beat) : 0;
        }
        int minutes = road.section().draft().orElseThrow().minutes();
        int reading = pages == 0 ? 0 : Math.round((float) minutes * ahead / pages);
        return new Workload(reading, Workload.inMinutes(seconds * pace()), questions);
    }

    private double pace() {
        return road.tutor().progress().pace(road.section());
    }

    /** Returns {@code a minute} or, for example, {@code 6 minutes}. */
    public static String inWords(int minutes) {
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
