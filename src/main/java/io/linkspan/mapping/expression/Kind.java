package io.linkspan.mapping.expression;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;

/** What sort of value a field gives, as far as expressions care. Dates and times are texts in ISO 8601. */
public enum Kind {
    /** A text. */
    TEXT(NullableType.create(SimpleType.STRING), "text"),
    /** A whole number. */
    INTEGER(NullableType.create(SimpleType.INT), "whole number"),
    /** A number. */
    DECIMAL(NullableType.create(SimpleType.DOUBLE), "number"),
    /** True or false. */
    BOOLEAN(NullableType.create(SimpleType.BOOL), "true or false"),
    /** A list. */
    LIST(ListType.create(SimpleType.DYN), "list"),
    /** An object. */
    OBJECT(MapType.create(SimpleType.STRING, SimpleType.DYN), "object"),
    /** Known only when it is there. */
    ANY(SimpleType.DYN, "any value");

    private final CelType type;
    private final String words;

    Kind(CelType type, String words) {
        this.type = type;
        this.words = words;
    }

    CelType type() {
        return type;
    }

    /** For people. */
    public String words() {
        return words;
    }

    static Kind of(CelType type) {
        CelType bare = type instanceof NullableType nullable ? nullable.targetType() : type;
        CelKind kind = bare.kind();
        return switch (kind) {
            case STRING -> TEXT;
            case INT, UINT -> INTEGER;
            case DOUBLE -> DECIMAL;
            case BOOL -> BOOLEAN;
            case LIST -> LIST;
            case MAP -> OBJECT;
            default -> ANY;
        };
    }
}
