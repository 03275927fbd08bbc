package dev.nabla.line;

import dev.nabla.lesson.PageRef;
import dev.nabla.math.BadInput;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Review;
import dev.nabla.tutor.Tutor;
import java.time.InstantSource;
import java.util.Optional;

/** The review in text mode: asks the due questions in turn. */
public final class LineReview {
    /** The command that reads the page that explains the last question that was missed. */
    private static final String PAGE = "page";

    private final LineSession talk;
    /** The page that explains the last question that was answered wrong or has ended. */
    private Optional<PageRef> explained = Optional.empty();

    public LineReview(Tutor tutor, ProgressRecorder recorder, InstantSource clock, LineConsole console) {
        this.talk = new LineSession(tutor, recorder, clock, console, why -> "(this answer is not kept: " + why + ")");
    }

    /** Asks until no question is due or the learner leaves. */
    public void run() {
        talk.say(talk.progress().agendaSentence());
        Review review = Review.of(talk.tutor());
        while (!review.isOver() && ask(review)) {
            review = review.next();
        }
        talk.say((review.isOver() ? "\n" : "\n\n") + review.score(talk.tutor()) + ". "
                + talk.progress().agendaSentence());
    }

    /** Asks the current question until it ends. Returns false if the learner has left. */
    private boolean ask(Review review) {
        QuestionRef question = review.question();
        talk.say("\nSection " + question.section() + ", question " + question.id() + ".");
        try {
            talk.put(review.ask(talk.tutor()));
        } catch (BadInput bad) {
            talk.say(bad.getMessage());
            return true;
        }
        review.guess(talk.tutor().course())
                .flatMap(guess -> FigureInWords.at(guess, talk.tutor()))
                .ifPresent(figure -> figure.shown().forEach(talk::say));
        QuestionPrompt prompt = QuestionPrompt.of(question, true, talk.tutor());
        talk.say(prompt.text(talk.tutor()));
        boolean over = false;
        Optional<String> typed = Optional.of("");
        while (!over && typed.isPresent()) {
            typed = talk.console().ask("> ").filter(line -> !line.equals(QuestionPrompt.QUIT));
            if (typed.filter(PAGE::equals).isPresent() && explained.isPresent()) {
                talk.say(StationInWords.explanation(
                        explained.get(), talk.console().prose()));
                talk.say("\n" + prompt.text(talk.tutor()));
            } else if (typed.isPresent()) {
                QuestionPrompt.PromptTurn turn = prompt.take(typed.get(), talk.tutor());
                talk.put(turn.update());
                turn.print(talk);
                prompt = turn.prompt();
                over = turn.over();
                explained = turn.explains()
                        ? talk.tutor().course().explaining(prompt.variant().question())
                        : explained;
            }
        }
        return over;
    }
}
