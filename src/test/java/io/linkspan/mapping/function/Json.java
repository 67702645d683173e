package io.linkspan.mapping.function;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as JSON and back; decimals stay exact. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static @Nullable Object read(String json) {
        return MAPPER.readValue(json, Object.class);
    }

    static String write(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : MAPPER.writeValueAsString(value);
    }
}
