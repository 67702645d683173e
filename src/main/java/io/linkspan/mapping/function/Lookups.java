package io.linkspan.mapping.function;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One system's codes to the other's. */
final class Lookups {
    static final String LOOKUP_MISS = "lookup_miss";

    private Lookups() {}

    static List<Function> all() {
        return List.of(lookup(), oneOf());
    }

    private static Function lookup() {
        return Described.named("lookup", "Codes")
                .summary("Replaces a code by what a table says; a code that is not in it is refused.")
                .argument("""
                        Short: the table itself, `lookup: { A: customer, P: lead }`. Long: a mapping with `table` or `file`. Codes are compared
                        exactly, blanks and case included; `"": …` is what an empty value becomes. What stands behind a code is a number, true,
                        false or null where it looks like one, and a text in quotes; `otherwise` says what becomes of a code that is missing
                        (`fail`, `keep`, `null` or `{ value: OTHER }`, the last three with the warning `lookup_miss`).

                        - `table`: the codes and what they become
                        - `file`: a file beside the mapping instead: `.yaml` with a mapping, or `.csv`, whose first two columns are code and result
                          (always texts); at most 100,000 codes
                        - `key`, `value`: the names of the columns, when the CSV file's first line names them
                        - `separator`: between columns; `,`, or `;` where the first line has no comma
                        - `ignoreCase: true`, `trim: true`: how codes are compared""")
                .schema("""
                        {"type":["boolean","object"],"properties":{"table":{"type":"object"},"file":{"type":"string"},"key":{"type":"string"},
                        "value":{"type":"string"},"separator":{"type":"string"},"ignoreCase":{"type":"boolean"},"trim":{"type":"boolean"}},
                        "additionalProperties":{"type":["string","number","boolean","null"]}}""")
                .refuses()
                .example("{ A: customer, P: lead }", "\"A\"", "\"customer\"")
                .example("{ table: { a: 1 }, ignoreCase: true, trim: true }", "\" A\"", "1")
                .example("{ \"\": none, A: customer }", "\"\"", "\"none\"")
                .example("{ A: customer }", "\"Z\"", "error:lookup_miss")
                .example(
                        "{ table: { A: customer }, otherwise: { value: OTHER } }",
                        "\"Z\"",
                        "\"OTHER\" warning:lookup_miss")
                .example("{ table: { A: customer }, otherwise: keep }", "\"Z\"", "\"Z\" warning:lookup_miss")
                .compiledBy(argument -> {
                    LookupTable table = LookupTable.of(argument);
                    boolean ignoreCase = table.ignoreCase();
                    TextStep step = new Lookup(table.codes(), ignoreCase, table.trim());
                    return table.codes().containsKey("") ? new TextStep.TakingEmpty(step) : step;
                });
    }

    private record Lookup(Map<String, Object> codes, boolean ignoreCase, boolean trim) implements TextStep {
        @Override
        public @Nullable Object text(String text, Notes notes) {
            String code = trim ? Blanks.trim(text) : text;
            Object found = codes.get(ignoreCase ? code.toLowerCase(Locale.ROOT) : code);
            if (found == null) {
                if (!code.isEmpty()) {
                    notes.error(LOOKUP_MISS, "one of the codes of this field's table was expected");
                }
                return null;
            }
            return found.equals(LookupTable.NOTHING) ? null : found;
        }

        @Override
        public SliceStep slices() {
            SliceTable table = new SliceTable(codes);
            return slice -> {
                boolean plain = (!trim || slice.trim()) && (!ignoreCase || slice.toCase(true));
                Object found = plain ? table.get(slice) : null;
                return LookupTable.NOTHING.equals(found) ? null : found;
            };
        }
    }

    private static Function oneOf() {
        return Described.named("oneOf", "Codes")
                .summary("Refuses a text that is not in a list.")
                .argument("The list, or `{ values: […], ignoreCase: true }`: then the spelling of the list is taken.")
                .schema("""
                        {"type":["boolean","string","array","object"],"properties":{"values":{"type":"array"},
                        "ignoreCase":{"type":"boolean"}},"additionalProperties":false}""")
                .refuses()
                .keys("values", "ignoreCase")
                .example("[NEW, OPEN, CLOSED]", "\"OPEN\"", "\"OPEN\"")
                .example("{ values: [New, Open], ignoreCase: true }", "\"OPEN\"", "\"Open\"")
                .example("[NEW, OPEN, CLOSED]", "\"LOST\"", "error:not_allowed")
                .compiledBy(Lookups::oneOf);
    }

    private static Step oneOf(Argument argument) {
        argument.needed("values", "write the list of allowed values");
        List<String> values = argument.texts("values");
        boolean ignoreCase = argument.flag("ignoreCase", false);
        String detail = values.size() > 20
                ? "one of the listed values was expected"
                : "one of " + String.join(", ", values) + " was expected";
        return (TextStep) (text, notes) -> {
            for (String value : values) {
                if (ignoreCase ? value.equalsIgnoreCase(text) : value.equals(text)) {
                    return value;
                }
            }
            notes.error("not_allowed", detail);
            return null;
        };
    }
}
