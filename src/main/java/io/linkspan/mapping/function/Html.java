package io.linkspan.mapping.function;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** HTML to text and back. */
final class Html {
    private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> ROWS = Set.of("li", "dt", "dd", "tr", "tbody", "thead");
    private static final String LINE = "\n";

    private Html() {}

    static List<Function> all() {
        return List.of(htmlToText(), textToHtml(), unescape());
    }

    private static Function htmlToText() {
        return Described.named("htmlToText", "Markup")
                .summary(
                        "Takes the text out of HTML: tags go, entities are read, paragraphs, lines and list items end in a line break.")
                .argument("""
                        `true`. Scripts and styles go with what they hold; runs of blanks become one; a text without any tag keeps its line breaks.

                        - `bullet`: what stands before a list item: `"- "`
                        - `paragraph`: what stands between paragraphs and other blocks that are no list items or table rows: `"\\n\\n"`
                        - `links: true`: an address that is not the link's text stands behind it in parentheses""")
                .schema("""
                        {"type":["boolean","object"],"properties":{"bullet":{"type":"string"},"paragraph":{"type":"string"},"links":{"type":"boolean"}},"additionalProperties":false}""")
                .keysOnly("bullet", "paragraph", "links")
                .example("true", "\"<p>Hello&nbsp;<b>W&ouml;rld</b><br>Bye</p>\"", "\"Hello Wörld\\nBye\"")
                .example("{ bullet: \"- \" }", "\"<ul><li>A</li><li>B</li></ul>\"", "\"- A\\n- B\"")
                .example("{ paragraph: \"\\n\\n\" }", "\"<p>A<br>B</p><p>C</p>\"", "\"A\\nB\\n\\nC\"")
                .example("{ links: true }", "\"<a href='https://x.example'>us</a>\"", "\"us (https://x.example)\"")
                .compiledBy(argument -> {
                    String bullet = argument.text("bullet", "");
                    String paragraph = argument.text("paragraph", LINE);
                    boolean links = argument.flag("links", false);
                    return (TextStep) (text, notes) -> text(text, new Writer(bullet, paragraph, links));
                });
    }

    private static Function textToHtml() {
        return Described.named("textToHtml", "Markup")
                .summary("Writes a text as HTML: &, <, > and quotes as entities, line breaks as <br>.")
                .argument("`true`.")
                .schema("{\"type\":\"boolean\"}")
                .keysOnly()
                .example("true", "\"Müller & Co\\n<x>\"", "\"Müller &amp; Co<br>&lt;x&gt;\"")
                .example("true", "\"plain\"", "\"plain\"")
                .compiledBy(argument -> (TextStep) (text, notes) -> text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("\r\n", "\n")
                        .replace("\n", "<br>"));
    }

    private static Function unescape() {
        return Described.named("unescape", "Markup")
                .summary("Reads the entities of XML and HTML in a text, once: &amp;amp; becomes &amp;.")
                .argument("`true`.")
                .schema("{\"type\":\"boolean\"}")
                .keysOnly()
                .example("true", "\"M&uuml;ller &amp; Co &#8364;\"", "\"Müller & Co €\"")
                .example("true", "\"&amp;amp;\"", "\"&amp;\"")
                .compiledBy(argument -> (TextStep)
                        (text, notes) -> text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
    }

    private static String text(String html, Writer writer) {
        if (!hasTag(html)) {
            return html.indexOf('&') < 0
                    ? html
                    : Parser.unescapeEntities(html, false).replace('\u00A0', ' ');
        }
        Jsoup.parse(html).body().traverse(writer);
        return writer.text();
    }

    private static boolean hasTag(String text) {
        for (int at = text.indexOf('<'); at >= 0 && at + 1 < text.length(); at = text.indexOf('<', at + 1)) {
            char c = text.charAt(at + 1);
            if (c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                return true;
            }
        }
        return false;
    }

    /** Writes what a reader of the page would see. */
    private static final class Writer implements NodeVisitor {
        private final String bullet;
        private final String paragraph;
        private final boolean links;
        private final StringBuilder text = new StringBuilder();
        private int silent;
        private boolean blank;

        Writer(String bullet, String paragraph, boolean links) {
            this.bullet = bullet;
            this.paragraph = paragraph;
            this.links = links;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (silent == 0) {
                    write(words.getWholeText());
                }
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        private void open(Element element) {
            String name = element.normalName();
            silent += SILENT.contains(name) ? 1 : 0;
            if (name.equals("br")) {
                text.append('\n');
                blank = false;
            } else if (CELLS.contains(name)) {
                blank = true;
            } else if (element.isBlock()) {
                newLine(name);
                text.append(name.equals("li") && silent == 0 ? bullet : "");
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            String name = element.normalName();
            silent -= SILENT.contains(name) ? 1 : 0;
            if (element.isBlock() && !CELLS.contains(name)) {
                newLine(name);
            }
            String address = links && name.equals("a") ? element.attr("href") : "";
            if (!address.isEmpty() && !address.equals(element.text())) {
                text.append(" (").append(address).append(')');
            }
        }

        private void newLine(String element) {
            String between = ROWS.contains(element) ? LINE : paragraph;
            if (!text.isEmpty() && text.lastIndexOf(between) != text.length() - between.length()) {
                while (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
                    text.setLength(text.length() - 1);
                }
                text.append(between);
            }
            blank = false;
        }

        private void write(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (Blanks.isBlank(c)) {
                    blank = true;
                } else {
                    boolean lineStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
                    if (blank && !lineStart && text.charAt(text.length() - 1) != ' ') {
                        text.append(' ');
                    }
                    blank = false;
                    text.append(c);
                }
            }
        }

        String text() {
            return Blanks.trim(text.toString());
        }
    }
}
