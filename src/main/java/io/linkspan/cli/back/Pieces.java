package io.linkspan.cli.back;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field of a mapping becomes on the way back.
 *
 * @param pieces what is written where
 * @param losses what does not come back
 * @param obstacle why nothing comes back, or null
 */
record Pieces(
        List<Piece> pieces, List<String> losses, @Nullable String obstacle) {
    /**
     * Something that is written back.
     *
     * @param path where, as the flow reads it
     * @param written what is written there; null where only the pieces within are
     * @param each where the entries stand for each of which it is written, or null
     * @param within what is written in each of them
     */
    record Piece(
            String path,
            @Nullable Written written,
            @Nullable String each,
            List<Piece> within) {
        /** The same below another path, which ends in a slash or is empty. */
        Piece below(String above) {
            return new Piece(above + path, written, each, within);
        }

        static Piece value(String path, Written written) {
            return new Piece(path, written, null, List.of());
        }

        static Piece list(String path, String each, List<Piece> within) {
            return new Piece(path, null, each, within);
        }
    }

    static Pieces not(String why) {
        return new Pieces(List.of(), List.of(), why);
    }

    static @Nullable String text(@Nullable YamlNode node) {
        return node instanceof YamlText text ? text.text() : null;
    }
}
