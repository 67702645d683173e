package io.linkspan.flow;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in a few words why a file could not be read. */
final class Unreadable {
    private Unreadable() {}

    static String reason(IOException unreadable) {
        return switch (unreadable) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "access is denied";
            case CharacterCodingException binary -> "it is not UTF-8 text";
            default -> String.valueOf(unreadable.getMessage());
        };
    }
}
