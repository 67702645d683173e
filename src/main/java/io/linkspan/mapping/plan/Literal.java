package io.linkspan.mapping.plan;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a person means by a constant: in quotes a text, else what it looks like, as in JSON. */
final class Literal {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,200})(\\.[0-9]{1,200})?");

    private Literal() {}

    /** The value; {@link Missing#NULL} for null. A number with leading zeros is an id, and a text. */
    static Object of(YamlNode node) {
        return switch (node) {
            case YamlText text -> of(text);
            case YamlList list -> {
                List<Object> values = new ArrayList<>();
                list.items().forEach(item -> values.add(of(item)));
                yield List.copyOf(values);
            }
            case YamlMap map -> {
                Map<String, Object> values = new LinkedHashMap<>();
                for (Entry entry : map.entries()) {
                    values.put(entry.key(), of(entry.value()));
                }
                yield values;
            }
        };
    }

    private static Object of(YamlText scalar) {
        String text = scalar.text();
        if (scalar.quoted()) {
            return text;
        }
        if (scalar.isNull()) {
            return Missing.NULL;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return NUMBER.matcher(text).matches() ? number(new BigDecimal(text)) : text;
    }

    private static Object number(BigDecimal number) {
        return number.scale() == 0 && number.precision() <= 18 ? (Object) number.longValue() : number;
    }
}
