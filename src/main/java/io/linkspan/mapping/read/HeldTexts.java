package io.linkspan.mapping.read;

import io.linkspan.mapping.path.Path;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Documents and texts that are held in a text. */
final class HeldTexts {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private HeldTexts() {}

    /** Reads what a text holds, in the place of that text. */
    static void read(Node holder, Frame frame, String text, Collector collector) throws UnreadableRecordException {
        switch (Objects.requireNonNull(holder.held)) {
            case Path.Document document -> {
                collector.hold(holder, frame);
                if (document == Path.Document.XML) {
                    XmlSource.readHeld(text, collector);
                } else {
                    JsonSource.readHeld(text, collector);
                }
                collector.leave();
            }
            case Path.Base64 format -> element(holder, frame, decoded(text), collector);
            case Path.Split(String by) -> {
                for (String piece : pieces(text, by)) {
                    element(holder, frame, piece, collector);
                }
            }
        }
    }

    private static void element(Node holder, Frame frame, String text, Collector collector)
            throws UnreadableRecordException {
        collector.hold(holder, frame);
        collector.characters(text.toCharArray(), 0, text.length());
        collector.leave();
    }

    /** The pieces between separators, without blanks around them; an empty one keeps its place, but not at the end. */
    private static List<String> pieces(String text, String by) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(by); at >= 0; at = text.indexOf(by, from)) {
            pieces.add(text.substring(from, at).strip());
            from = at + by.length();
        }
        String last = text.substring(from).strip();
        if (!last.isEmpty()) {
            pieces.add(last);
        }
        return pieces;
    }

    /** The text that is written in Base64; in UTF-8. */
    private static String decoded(String text) throws UnreadableRecordException {
        try {
            byte[] bytes = Base64.getDecoder().decode(BLANKS.matcher(text).replaceAll(""));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException bad) {
            throw new UnreadableRecordException("not_well_formed", "the text is no UTF-8 in Base64", 1, 1);
        }
    }
}
