package io.linkspan.mapping.function;

import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats of an argument, tried in the order written. */
final class MomentFormats implements MomentReader {
    private static final int MOST = 20;

    private final List<MomentReader> readers;

    private MomentFormats(List<MomentReader> readers) {
        this.readers = readers;
    }

    /** Reads the keys {@code in}, {@code locale} and {@code pivot}; without {@code in} texts are read as ISO 8601. */
    static MomentReader of(Argument argument) {
        YamlNode in = argument.at("in");
        Locale locale = argument.locale("locale", Locale.ENGLISH);
        int firstYear = firstYear(argument);
        if (in == null) {
            return IsoTexts.READER;
        }
        List<YamlNode> written = in instanceof YamlList list ? list.items() : List.of(in);
        if (written.isEmpty() || written.size() > MOST) {
            argument.refuse(in, "expects between one and " + MOST + " formats", "write at least one, such as yyyyMMdd");
            return IsoTexts.READER;
        }
        List<MomentReader> readers = new ArrayList<>();
        for (YamlNode format : written) {
            MomentReader reader = one(format, locale, firstYear, argument);
            if (reader != null) {
                readers.add(reader);
            }
        }
        return readers.size() == 1 ? readers.getFirst() : new MomentFormats(List.copyOf(readers));
    }

    /** {@code pivot: 1950} or {@code pivot: 50}: the first of the hundred years two digits may mean. */
    private static int firstYear(Argument argument) {
        int pivot = argument.integer("pivot", 0, 9900, 1950);
        return pivot < 100 ? 1900 + pivot : pivot;
    }

    private static @Nullable MomentReader one(YamlNode format, Locale locale, int firstYear, Argument argument) {
        if (!(format instanceof YamlText text)) {
            argument.refuse(format, "expects a format such as yyyyMMdd instead of " + format.kind(), "");
            return null;
        }
        MomentReader named = NamedFormat.ALL.get(text.text());
        return named != null ? named : pattern(text, locale, firstYear, argument);
    }

    private static @Nullable MomentReader pattern(YamlText text, Locale locale, int firstYear, Argument argument) {
        return pattern(text, text.text(), locale, firstYear, argument);
    }

    /** Compiles a pattern written at a place; null after a problem. */
    static @Nullable MomentReader pattern(
            YamlNode text, String pattern, Locale locale, int firstYear, Argument argument) {
        String meant = Letters.meant(pattern);
        if (meant != null) {
            argument.refuse(text, "would not read '" + pattern + "' as it looks", "write " + meant);
            return null;
        }
        FixedFormat fixed = FixedFormat.of(pattern, firstYear);
        if (fixed != null) {
            return fixed;
        }
        try {
            return PatternFormat.of(pattern, locale, firstYear);
        } catch (IllegalArgumentException | ClassCastException unknown) { // the latter: ppH before another part
            argument.refuse(
                    text,
                    "does not know the format '" + pattern + "'",
                    DidYouMean.nearest(pattern, NamedFormat.ALL.keySet())
                            .map(name -> "did you mean " + name + "?")
                            .orElse("letters: yyyy MM dd HH mm ss SSS XXX; or one of "
                                    + String.join(", ", NamedFormat.ALL.keySet())));
            return null;
        }
    }

    @Override
    public @Nullable Moment read(String text) {
        for (MomentReader reader : readers) {
            Moment moment = reader.read(text);
            if (moment != null) {
                return moment;
            }
        }
        return null;
    }

    @Override
    public boolean day(Slice slice) {
        return readers.getFirst().day(slice);
    }

    @Override
    public @Nullable String day(String text) {
        for (MomentReader reader : readers) {
            String day = reader.day(text);
            if (day != null) {
                return day;
            }
        }
        return null;
    }
}
