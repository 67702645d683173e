package io.linkspan.mapping.function;

import java.util.ArrayList;
import java.util.List;

/** Texts to lists of values, and one value of a list. */
final class Lists {
    private static final String GROUP = "Lists";

    private Lists() {}

    static List<Function> all() {
        return List.of(split(), item());
    }

    private static Function split() {
        return Described.named("split", GROUP)
                .summary("Splits a text into a list; blanks around the items and empty items are left out.")
                .argument("""
                        `split: ";"` is short for `{ by: ";" }`. The functions behind it take the list item by item: `split: ";", lookup: { … }`.

                        - `by`: what stands between the items, or a list of such signs; `"\\n"` splits at line breaks of any kind
                        - `every`: instead of `by`, so many characters an item
                        - `empty: keep`: empty items stay, as empty texts""")
                .schema("""
                        {"type":["boolean","string","array","object"],"items":{"type":"string"},"properties":{"by":{"type":["string","array"]},
                        "every":{"type":"integer","minimum":1},"empty":{"enum":["drop","keep"]}},"additionalProperties":false}""")
                .keys("by", "every", "empty")
                .example("\";\"", "\"A; B;;C \"", "[\"A\",\"B\",\"C\"]")
                .example("[\";\", \",\"]", "\"A,B;C\"", "[\"A\",\"B\",\"C\"]")
                .example("{ by: \"|\", empty: keep }", "\"A||C\"", "[\"A\",\"\",\"C\"]")
                .example("{ every: 2 }", "\"A1B2C\"", "[\"A1\",\"B2\",\"C\"]")
                .compiledBy(Lists::split);
    }

    /** What becomes of empty items. */
    enum Empty {
        DROP,
        KEEP
    }

    private static Step split(Argument argument) {
        List<String> by = argument.texts("by").stream()
                .flatMap(sign -> sign.equals("\n") ? List.of("\r\n", "\n", "\r").stream() : List.of(sign).stream())
                .toList();
        int every = argument.integer("every", 1, 10_000, 0);
        if (by.isEmpty() == (every == 0) || by.contains("")) {
            argument.refuse(argument.node(), "needs what stands between the items", "split: \";\"");
        }
        boolean keep = argument.choice("empty", Empty.class, Empty.DROP) == Empty.KEEP;
        return (ListStep) (values, notes) -> {
            List<Object> items = new ArrayList<>();
            for (Object value : values) {
                String text = Plain.text(value);
                for (String part : every > 0 ? chunks(text, every) : parts(text, by)) {
                    String item = Blanks.trim(part);
                    if (keep || !item.isEmpty()) {
                        items.add(item);
                    }
                }
            }
            return items;
        };
    }

    private static List<String> parts(String text, List<String> by) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int length = separator(text, at, by);
            if (length > 0) {
                parts.add(text.substring(start, at));
                start = at + length;
            }
            at += Math.max(1, length);
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static int separator(String text, int at, List<String> by) {
        for (String sign : by) {
            if (text.startsWith(sign, at)) {
                return sign.length();
            }
        }
        return 0;
    }

    private static List<String> chunks(String text, int every) {
        List<String> chunks = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int left = text.codePointCount(start, text.length());
            int end = text.offsetByCodePoints(start, Math.min(every, left));
            chunks.add(text.substring(start, end));
            start = end;
        }
        return chunks;
    }

    private static Function item() {
        return Described.named("item", GROUP)
                .summary("Takes one item of a list.")
                .argument("Its number, counted from 1, or from the end: `-1` is the last. Nothing where there is none.")
                .schema("{\"type\":[\"boolean\",\"integer\",\"string\"]}")
                .keys("number")
                .example("2", "[\"A\",\"B\"]", "\"B\"")
                .example("-1", "[\"A\",\"B\",\"C\"]", "\"C\"")
                .example("4", "[\"A\",\"B\"]", "null")
                .compiledBy(argument -> {
                    int number = argument.neededInteger("number", -100_000, 100_000, "item: 1");
                    if (number == 0) {
                        argument.refuse(argument.node(), "counts from 1", "item: 1");
                    }
                    return (ListStep) (values, notes) -> {
                        int index = number > 0 ? number - 1 : values.size() + number;
                        return index >= 0 && index < values.size() ? values.get(index) : null;
                    };
                });
    }
}
