package dev.nabla.lesson.moodle;

import dev.nabla.lesson.moodle.QuestionBank.BankAnswer;
import dev.nabla.lesson.moodle.QuestionBank.BankEntry;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.QuestionInstance;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a {@link QuestionBank} as Moodle XML. Texts are HTML in sections of CDATA. */
final class MoodleWriter {
    /** Share of the mark that a wrong try costs where Moodle allows several; a third is what Moodle itself writes. */
    private static final String PENALTY = "0.3333333";

    private final XMLStreamWriter xml;

    private MoodleWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] xml(QuestionBank bank) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new MoodleWriter(xml).write(bank);
            xml.close();
        } catch (XMLStreamException never) {
            throw new IllegalStateException(never); // memory takes every byte
        }
        return out.toByteArray();
    }

    private void write(QuestionBank bank) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        begin("quiz");
        List<String> category = List.of();
        for (BankEntry entry : bank.entries()) {
            if (!entry.category().equals(category)) {
                category = entry.category();
                category(bank.courseId(), category);
            }
            question(entry);
        }
        end();
        xml.writeEndDocument();
    }

    /** Writes the category of the questions that follow. In a path a slash within a name is doubled. */
    private void category(String course, List<String> path) throws XMLStreamException {
        List<String> names = new ArrayList<>(List.of("nabla " + course));
        names.addAll(path);
        names.replaceAll(name -> name.replace("/", "//"));
        begin("question", "type", "category");
        begin("category");
        element("text", "$course$/" + String.join("/", names));
        end();
        end();
    }

    private void question(BankEntry entry) throws XMLStreamException {
        QuestionInstance variant = entry.variant();
        boolean choice = variant.question().kind() == AnswerType.CHOICE;
        begin("question", "type", choice ? "multichoice" : "numerical");
        begin("name");
        element("text", entry.name());
        end();
        html("questiontext", choice ? List.of(variant.prompt()) : List.of(variant.prompt(), wanted(variant)));
        html("generalfeedback", variant.steps());
        element("defaultgrade", "1");
        element("penalty", PENALTY);
        element("hidden", "0");
        if (choice) {
            element("single", "true");
            element("shuffleanswers", "1");
            element("answernumbering", "abc");
        }
        for (BankAnswer answer : entry.answers()) {
            answer(answer);
        }
        for (String hint : variant.hints()) {
            html("hint", List.of(hint));
        }
        end();
    }

    /** Returns what to type. Moodle reads no unit behind a number. */
    private static String wanted(QuestionInstance variant) {
        String bare = variant.form().unit().isPresent() ? "; leave out the unit" : "";
        return "(type " + variant.wanted() + bare + ")";
    }

    private void answer(BankAnswer answer) throws XMLStreamException {
        String fraction = answer.right() ? "100" : "0";
        if (answer.range().isPresent()) {
            begin("answer", "fraction", fraction, "format", "moodle_auto_format");
            element("text", plain(answer.range().get().value()));
            element("tolerance", plain(answer.range().get().tolerance()));
        } else {
            begin("answer", "fraction", fraction, "format", "html");
            texts(List.of(answer.text()));
        }
        html("feedback", answer.feedback().isEmpty() ? List.of() : List.of(answer.feedback()));
        end();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void html(String name, List<String> paragraphs) throws XMLStreamException {
        begin(name, "format", "html");
        texts(paragraphs);
        end();
    }

    /** Writes paragraphs of plain text as HTML. As {@code >} is escaped, none ends the section of CDATA. */
    private void texts(List<String> paragraphs) throws XMLStreamException {
        StringBuilder html = new StringBuilder();
        for (String paragraph : paragraphs) {
            String escaped =
                    paragraph.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            html.append("<p>").append(escaped.replace("\n", "<br/>")).append("</p>");
        }
        xml.writeStartElement("text");
        if (!html.isEmpty()) {
            xml.writeCData(html.toString());
        }
        end();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        end();
    }

    /** Begins an element that holds others, with pairs of names and values as attributes. */
    private void begin(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
        xml.writeCharacters("\n");
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }
}
