package io.linkspan.mapping.path;

/** A place in the text of a path. */
final class Cursor {
    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_LEVELS = 20;
    private static final String NOT_IN_NAMES = "/[]@()'\"=<>!,$*:|{}#%&;?\\^`+~";

    private final String text;
    private int position;
    private int levels;

    Cursor(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** The next character; 0 at the end. */
    char peek() {
        return atEnd() ? 0 : text.charAt(position);
    }

    boolean looksAt(String token) {
        return text.startsWith(token, position);
    }

    boolean take(String token) {
        boolean there = looksAt(token);
        position += there ? token.length() : 0;
        return there;
    }

    /** A word such as {@code and}, which must not run on into a name. */
    boolean takeWord(String word) {
        int end = position + word.length();
        boolean there = looksAt(word) && (end >= text.length() || !isNameCharacter(text.charAt(end)));
        position = there ? end : position;
        return there;
    }

    void blanks() {
        while (!atEnd() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    boolean atStepStart() {
        return !atEnd() && !Character.isWhitespace(peek()) && "])=<>!,".indexOf(peek()) < 0;
    }

    String since(int from) {
        return text.substring(from, position);
    }

    String rest() {
        return text.substring(position);
    }

    /** A name, bare or in quotes. */
    String name() throws BadPath {
        if (text.length() > MOST_CHARACTERS) {
            throw bad("a path has at most " + MOST_CHARACTERS + " characters", "");
        }
        if (peek() == '\'' || peek() == '"') {
            return quoted();
        }
        int from = position;
        while (!atEnd() && isNameCharacter(peek())) {
            position++;
        }
        if (from == position) {
            throw bad(atEnd() ? "the path ends too early" : "a name is missing before '" + peek() + "'", "");
        }
        return since(from);
    }

    /** A text in single or double quotes; the quote itself is written twice. */
    String quoted() throws BadPath {
        char quote = peek();
        int from = position++;
        StringBuilder read = new StringBuilder();
        while (!atEnd()) {
            char c = text.charAt(position++);
            if (c != quote) {
                read.append(c);
            } else if (peek() == quote) {
                read.append(quote);
                position++;
            } else {
                return read.toString();
            }
        }
        position = from;
        throw bad("the quote " + quote + " is not closed", "");
    }

    void deeper() throws BadPath {
        if (++levels > MOST_LEVELS) {
            throw bad("brackets stand at most " + MOST_LEVELS + " deep", "");
        }
    }

    void higher() {
        levels--;
    }

    BadPath bad(String what, String mend) {
        return new BadPath(position, what, mend);
    }

    private static boolean isNameCharacter(char c) {
        return !Character.isWhitespace(c) && NOT_IN_NAMES.indexOf(c) < 0;
    }
}
