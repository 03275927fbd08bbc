package dev.nabla.lesson.moodle;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads a question bank as Moodle does, and grades by it. */
final class MoodleReader {
    /** Relative width by which Moodle extends a range, against the rounding of doubles. */
    private static final double SLACK = 1e-14;

    /**
     * A question as Moodle has it.
     *
     * @param category path of the category that was named last above it
     */
    record Asked(
            String category,
            String type,
            String name,
            String text,
            String solution,
            List<Taken> answers,
            List<String> hints) {
        /** What Moodle answers to a number: the first answer whose range has it. */
        Optional<Taken> grade(double typed) {
            return answers.stream().filter(answer -> answer.takes(typed)).findFirst();
        }

        Optional<Taken> grade(String option) {
            return answers.stream().filter(answer -> answer.text.equals(option)).findFirst();
        }

        Taken right() {
            return answers.stream().filter(Taken::isRight).findFirst().orElseThrow();
        }
    }

    /** An answer, with what is given for it of 100 and what is said to it. */
    record Taken(double fraction, String text, Optional<Double> tolerance, String feedback) {
        boolean isRight() {
            return fraction == 100;
        }

        double low() {
            return value() - width();
        }

        double high() {
            return value() + width();
        }

        private double value() {
            return Double.parseDouble(text);
        }

        private double width() {
            return tolerance.orElseThrow() + SLACK * Math.max(1, Math.abs(value()));
        }

        boolean takes(double typed) {
            return low() <= typed && typed <= high();
        }
    }

    private MoodleReader() {}

    static List<Asked> read(byte[] bank) throws Exception {
        Element quiz = parsed(new InputSource(new ByteArrayInputStream(bank)));
        List<Asked> asked = new ArrayList<>();
        String category = "";
        for (Element question : children(quiz, "question")) {
            String type = question.getAttribute("type");
            if (type.equals("category")) {
                category = text(child(question, "category"));
            } else {
                asked.add(new Asked(
                        category,
                        type,
                        text(child(question, "name")),
                        plain(child(question, "questiontext")),
                        plain(child(question, "generalfeedback")),
                        children(question, "answer").stream()
                                .map(MoodleReader::answer)
                                .toList(),
                        children(question, "hint").stream()
                                .map(MoodleReader::plain)
                                .toList()));
            }
        }
        return asked;
    }

    private static Taken answer(Element answer) {
        return new Taken(
                Double.parseDouble(answer.getAttribute("fraction")),
                answer.getAttribute("format").equals("html") ? plain(answer) : text(answer),
                children(answer, "tolerance").stream()
                        .findFirst()
                        .map(Node::getTextContent)
                        .map(Double::valueOf),
                plain(child(answer, "feedback")));
    }

    /** The text of HTML: a line for each paragraph. */
    private static String plain(Element holder) {
        try {
            String html = text(holder).replace("</p><p>", "\n").replace("<br/>", "\n");
            return parsed(new InputSource(new StringReader("<html>" + html + "</html>")))
                    .getTextContent();
        } catch (Exception broken) {
            throw new AssertionError(text(holder), broken);
        }
    }

    private static Element parsed(InputSource source) throws Exception {
        source.setEncoding(StandardCharsets.UTF_8.name());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setCoalescing(true);
        return factory.newDocumentBuilder().parse(source).getDocumentElement();
    }

    private static String text(Element holder) {
        return child(holder, "text").getTextContent();
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).get(0);
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        Stream<Node> all = IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
        return all.filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }
}
