package io.linkspan.system.rest;

import org.jspecify.annotations.Nullable;

/** A record's value cannot be put into an address without changing what the address asks for. */
final class UnsafeValue extends Exception {
    private final String code;
    private final @Nullable String field;

    UnsafeValue(String code, String message, @Nullable String field) {
        super(message);
        this.code = code;
        this.field = field;
    }

    String code() {
        return code;
    }

    @Nullable
    String field() {
        return field;
    }
}
