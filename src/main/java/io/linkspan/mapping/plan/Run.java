package io.linkspan.mapping.plan;

import io.linkspan.mapping.References;
import io.linkspan.mapping.function.Notes;
import io.linkspan.mapping.function.Slice;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import io.linkspan.mapping.read.Reading;
import io.linkspan.mapping.read.Way;
import io.linkspan.mapping.write.Name;
import io.linkspan.mapping.write.Sink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that changes while one record is mapped; used again for the next one. Not safe for several threads. */
final class Run implements Notes {
    final Reading reading;
    final Sink sink;
    final Slice slice = new Slice();
    final Slice joined = new Slice();
    final Findings findings = new Findings();
    private final List<Way> siblings;
    private final Memory memory;
    private final List<FrameList> spare = new ArrayList<>();
    private References references = References.NONE;
    private @Nullable Trace trace;
    private Focus[] focuses = new Focus[16];
    private int depth;
    private int[] positions = new int[8];
    private int lists;

    Run(List<Scope> scopes, List<Way> siblings, Reading reading, Sink sink) {
        this.reading = reading;
        this.sink = sink;
        this.siblings = siblings;
        memory = new Memory(scopes, reading.record());
        Arrays.setAll(focuses, i -> new Focus(reading.record()));
    }

    void begin(References newReferences, @Nullable Trace newTrace) {
        references = newReferences;
        trace = newTrace;
        findings.clear();
        lists = 0;
        depth = 0;
        focuses[0].failed = false;
    }

    /** Turns to a field, until {@link #blur}. */
    Focus focus(Field field, Frame here) {
        if (++depth == focuses.length) {
            focuses = Arrays.copyOf(focuses, depth * 2);
            Arrays.setAll(focuses, i -> i < depth ? focuses[i] : new Focus(here));
        }
        Focus focus = focuses[depth];
        focus.on(field, here);
        if (trace != null) {
            trace.begin();
        }
        return focus;
    }

    /** Turns back to the field before, telling the trace what the field came to. */
    void blur(Object result) {
        if (trace != null) {
            Focus focus = focuses[depth];
            trace.end(label(focus.field), focus.field, focus.raw, result);
        }
        depth--;
    }

    void traceStep(Op op, @Nullable Object result) {
        if (trace != null) {
            trace.step(op.name(), result);
        }
    }

    boolean isTraced() {
        return trace != null;
    }

    boolean hasFailed() {
        return focuses[depth].failed;
    }

    @Override
    public void error(String code, String detail) {
        focuses[depth].failed = true;
        findings.error(label(focuses[depth].field), focuses[depth].field, code, detail, focuses[depth].raw);
    }

    @Override
    public void warning(String code, String detail) {
        findings.warning(label(focuses[depth].field), focuses[depth].field, code, detail, focuses[depth].raw);
    }

    @Override
    public @Nullable String sibling(int sibling) {
        Way way = siblings.get(sibling);
        Frame here = focuses[depth].here;
        Frame frame = way.find(reading, here, here);
        String text = frame == null ? null : reading.text(frame, way.cell());
        return text == null || text.isEmpty() ? null : text;
    }

    /** The target's id of another record; null, and the record has to wait, where there is none yet. */
    @Nullable
    String reference(String flow, String key) {
        String id = references.targetId(flow, key).orElse(null);
        if (id == null) {
            focuses[depth].failed = true;
            findings.unresolved(label(focuses[depth].field), flow, key);
        }
        return id;
    }

    /** The field's label with the entries in hand. */
    String label(Field field) {
        String label = field.label();
        for (int i = 0; i < lists; i++) {
            int at = label.indexOf("[]");
            if (at < 0) {
                break;
            }
            label = label.substring(0, at + 1) + positions[i] + label.substring(at + 1);
        }
        return label;
    }

    void enterList() {
        if (++lists > positions.length) {
            positions = Arrays.copyOf(positions, lists * 2);
        }
    }

    void position(int index) {
        positions[lists - 1] = index;
    }

    void leaveList() {
        lists--;
    }

    /** The fields of a scope are now read in this frame. */
    void enter(Scope scope, Frame frame) {
        memory.enter(scope, frame);
    }

    Memory memory() {
        return memory;
    }

    FrameList borrow() {
        return spare.isEmpty() ? new FrameList() : spare.removeLast();
    }

    void giveBack(FrameList list) {
        list.clear();
        spare.add(list);
    }

    /** Writes what a part came to. */
    void write(Part part, Object value) {
        write(part.name, part, value);
    }

    /** Writes what a part came to on the short way. */
    void write(Part part, Slice value) {
        if (value.isNumber()) {
            sink.decimal(part.name, value.unscaled(), value.scale());
            return;
        }
        sink.text(part.name, value.characters(), value.start(), value.length());
        if (sink.hasDropped()) {
            warnDropped(part);
        }
    }

    /** Writes what a part came to under another name. */
    void write(Name name, Part part, Object value) {
        if (value instanceof String text) {
            sink.text(name, text);
            if (sink.hasDropped()) {
                warnDropped(part);
            }
            return;
        }
        if (value instanceof Missing missing) {
            if (missing == Missing.NULL) {
                sink.nothing(name);
            }
            return;
        }
        if (!write(name, value)) {
            noteAt(part, "number_too_large", "the number has more digits than can be written");
        }
        if (sink.hasDropped()) {
            warnDropped(part);
        }
    }

    void warnDropped(Part part) {
        focus(part.field, focuses[depth].here);
        warning("character_dropped", "XML cannot carry a character of the text");
        depth--;
    }

    /** An error of a field that may not be the one in focus. */
    void errorAt(Field field, String code, String detail) {
        focuses[depth].failed = true;
        findings.error(label(field), field, code, detail, null);
    }

    private void noteAt(Part part, String code, String detail) {
        focus(part.field, focuses[depth].here);
        error(code, detail);
        depth--;
    }

    private boolean write(Name name, Object value) {
        if (value instanceof String text) {
            sink.text(name, text);
            return true;
        }
        return switch (value) {
            case List<?> list -> {
                sink.startList(name);
                boolean fine = true;
                for (Object entry : list) {
                    fine &= write(name, entry);
                }
                sink.endList(name);
                yield fine;
            }
            case Map<?, ?> map -> {
                sink.startObject(name);
                boolean fine = true;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    fine &= write(new Name(String.valueOf(entry.getKey())), entry.getValue());
                }
                sink.endObject(name);
                yield fine;
            }
            case Missing missing -> {
                sink.nothing(name);
                yield true;
            }
            default -> sink.value(name, value);
        };
    }
}
