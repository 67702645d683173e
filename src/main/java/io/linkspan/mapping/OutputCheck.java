package io.linkspan.mapping;

import io.linkspan.record.Payload;
import java.util.List;

/** Judges a mapped record before it is handed on. Safe for several threads. */
@FunctionalInterface
public interface OutputCheck {
    /** What is wrong with it, each with its field; the source path is filled in by whoever knows it. */
    List<Note> errors(Payload output);
}
