package io.linkspan.mapping.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many flags in one value. */
final class Bits {
    private static final String UNKNOWN_BIT = "unknown_bit";

    private Bits() {}

    static List<Function> all() {
        return List.of(bits(), toBits());
    }

    /** How flags are packed. */
    enum As {
        TEXT,
        MASK
    }

    private static final String SCHEMA = """
            {"type":["boolean","array","object"],"items":{"type":"string"},"properties":{"names":{"type":"array","items":{"type":"string"}},
            "as":{"enum":["text","mask"]},"set":{"type":"string"},"unset":{"type":"string"}},"additionalProperties":false}""";

    private static Function bits() {
        return Described.named("bits", "Lists")
                .summary(
                        "Reads a text of flags (\"10110\") or a bit mask as the list of the names of those that are set.")
                .argument("""
                        `bits: [mail, phone, fax]` is short for `{ names: [mail, phone, fax] }`. A place that is set and has no name is refused.

                        - `names`: the names from the left (of a mask: from the lowest bit); `""` for a place that does not matter
                        - `as`: `text` (default) or `mask`: a whole number whose bits are meant
                        - `set`, `unset`: the characters of a text that mean set (`1`) and not set (`0` and blank), such as `XJ` and `N-`""")
                .schema(SCHEMA)
                .refuses()
                .keys("names", "as", "set", "unset")
                .example("[mail, phone, fax]", "\"101\"", "[\"mail\",\"fax\"]")
                .example("{ names: [mail, phone, fax], as: mask }", "\"6\"", "[\"phone\",\"fax\"]")
                .example("{ names: [mail, phone], set: X, unset: \"-\" }", "\"-X\"", "[\"phone\"]")
                .example("[mail, phone, fax]", "\"1019\"", "error:unknown_token")
                .example("[mail, phone]", "\"001\"", "error:unknown_bit")
                .compiledBy(argument -> new Reading(new Flags(argument)));
    }

    private static Function toBits() {
        return Described.named("toBits", "Lists")
                .summary("Writes a list of names as a text of flags, or as a bit mask.")
                .argument("As `bits`, the other way round.")
                .schema(SCHEMA)
                .refuses()
                .keys("names", "as", "set", "unset")
                .example("[mail, phone, fax]", "[\"fax\",\"mail\"]", "\"101\"")
                .example("{ names: [mail, phone, fax], as: mask }", "[\"phone\",\"fax\"]", "6")
                .example("[mail, phone]", "[\"pigeon\"]", "error:unknown_token")
                .compiledBy(argument -> {
                    Flags flags = new Flags(argument);
                    return (ListStep) (values, notes) -> written(flags, values, notes);
                });
    }

    private static @Nullable Object written(Flags flags, List<?> values, Notes notes) {
        BigInteger mask = BigInteger.ZERO;
        for (Object value : values) {
            int place = flags.names.indexOf(Plain.text(value));
            if (place < 0) {
                notes.error("unknown_token", "one of the names of this field's flags was expected");
                return null;
            }
            mask = mask.setBit(place);
        }
        if (flags.asMask) {
            return Plain.shortest(new BigDecimal(mask));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < flags.names.size(); i++) {
            text.append((mask.testBit(i) ? flags.set : flags.unset).charAt(0));
        }
        return text.toString();
    }

    /** What an argument says about flags. */
    private static final class Flags {
        private final List<String> names;
        private final boolean asMask;
        private final String set;
        private final String unset;

        Flags(Argument argument) {
            argument.needed("names", "bits: [mail, phone, fax]");
            names = argument.texts("names");
            asMask = argument.choice("as", As.class, As.TEXT) == As.MASK;
            set = argument.text("set", "1");
            unset = argument.text("unset", "0 ");
            if (names.size() > 1000 || set.isEmpty() || unset.isEmpty()) {
                argument.refuse(argument.node(), "needs at most 1000 names and a character for set and unset", "");
            }
        }
    }

    private record Reading(Flags flags) implements TextStep {
        @Override
        public @Nullable Object text(String text, Notes notes) {
            if (Blanks.allBlank(text)) {
                return null;
            }
            return flags.asMask ? ofMask(text, notes) : ofText(text, notes);
        }

        private @Nullable Object ofText(String text, Notes notes) {
            BigInteger mask = BigInteger.ZERO;
            for (int i = 0; i < text.length(); i++) {
                if (flags.set.indexOf(text.charAt(i)) >= 0) {
                    mask = i > 100_000 ? mask : mask.setBit(i);
                } else if (flags.unset.indexOf(text.charAt(i)) < 0) {
                    notes.error("unknown_token", "a text of " + flags.set + " and " + flags.unset + " was expected");
                    return null;
                }
            }
            return names(mask, notes);
        }

        private @Nullable Object ofMask(String text, Notes notes) {
            BigDecimal number = DecimalReader.PLAIN.read(text);
            if (number == null
                    || number.signum() < 0
                    || number.stripTrailingZeros().scale() > 0) {
                notes.error(Decimals.NOT_AN_INTEGER, "a whole number was expected");
                return null;
            }
            return names(number.toBigInteger(), notes);
        }

        private @Nullable Object names(BigInteger mask, Notes notes) {
            if (mask.bitLength() > flags.names.size()) {
                notes.error(UNKNOWN_BIT, "at most " + flags.names.size() + " flags were expected");
                return null;
            }
            List<Object> set = new ArrayList<>();
            for (int i = 0; i < mask.bitLength(); i++) {
                if (mask.testBit(i) && !flags.names.get(i).isEmpty()) {
                    set.add(flags.names.get(i));
                }
            }
            return set;
        }
    }
}
