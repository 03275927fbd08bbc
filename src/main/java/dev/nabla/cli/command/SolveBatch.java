package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.output.ExitCode;

/** {@code nabla solve --batch [FILE|-]}: answers questions, one JSON object per line, in JSON or as a table. */
record SolveBatch() implements Command {
    static final String QUESTIONS = "answer a file of questions";
    private static final String STEPS = "--explain";

    @Override
    public void declare(Options options) {
        options.summary(SolveCommand.SUMMARY)
                .option(BatchCommand.option(QUESTIONS))
                .flag(STEPS, "write the worked steps too, which takes several times as long")
                .flag(SolveFigure.FAIL, "count a run that diverges as failed; its answer is written all the same")
                .option(
                        SolveFigure.GET,
                        "write only these facts, which all operations of the file must have, like p[1],sum")
                .flag(Options.JSON, "as always here")
                .flag(
                        SolveFigure.CSV,
                        "a table: the columns of the first answer, which all must have, and errors in the last")
                .flag(SolveFigure.TSV, "a table with tabs between the columns")
                .notes(
                        "A line is an object like {\"op\":\"softmax\",\"logits\":[2,1,0]}: an operation and its inputs. Only",
                        "what has a usual value, like tau, may be left out; an example never stands for the others. A",
                        "number may also be text, like \"1/3\" or \"-inf\". A table like [[2,1],[0,3]] for an input that",
                        "takes one row gives an answer for each, with its \"row\".",
                        "",
                        "Answers are in the order of the lines, each what --json prints, its steps empty unless",
                        "--explain asks for them, and with \"line\", the number of its line from 1. A blank line counts",
                        "and gives no answer. A line without an answer gives an \"error\" with a code and a message,",
                        "and in the end the exit code is " + ExitCode.IN_PART.code() + ".",
                        "",
                        "\"id\" goes back in the answer as it came, and so does any field that is an input of no figure,",
                        "whatever it holds. What stands under \"data\" is never read, and may hold any names. A line is",
                        "rejected if a name looks like a misspelt input (taw for tau), or is a member of the answer itself",
                        "(schema, line, in, out, warnings, error).",
                        "",
                        "share/nabla/batch.schema.json, a JSON Schema, says the same to programs.",
                        "",
                        "  echo '{\"op\":\"softmax\",\"logits\":[2,\"1/3\",\"-inf\"]}' | nabla solve --batch",
                        "  echo '{\"op\":\"dot\",\"a\":[1,2],\"b\":[3,4]}' | nabla solve --batch - --explain");
    }

    @Override
    public CommandResult run(Arguments given) {
        SolveLines lines = new SolveLines(
                given.has(STEPS),
                given.has(SolveFigure.FAIL),
                SolveFigure.keys(given),
                given.console().share());
        return BatchCommand.run(given, lines.task());
    }
}
