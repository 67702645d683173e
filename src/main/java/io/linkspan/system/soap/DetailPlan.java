package io.linkspan.system.soap;

import io.linkspan.record.Payload;
import io.linkspan.system.Pull;
import io.linkspan.system.answer.AnswerPath;
import io.linkspan.system.answer.AnswerShape;
import io.linkspan.system.answer.Beside;
import io.linkspan.system.answer.RecordScanner;
import io.linkspan.system.answer.UnreadableAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A second call for each listed record, compiled. */
final class DetailPlan {
    private static final String OF_RECORD = "record.";

    private final Operation operation;
    private final RecordScanner values;

    DetailPlan(Pull.Detail detail, List<String> leaveOut, Beside beside) {
        String firstStep = AnswerPath.parse(detail.record()).steps().getFirst();
        this.operation = Operation.of(
                detail.operation(),
                detail.request(),
                detail.soapAction(),
                detail.record(),
                firstStep,
                List.of(),
                leaveOut,
                detail.errors(),
                beside);
        this.values = new RecordScanner(AnswerShape.ofValues(operation.request().names().stream()
                .filter(name -> name.startsWith(OF_RECORD))
                .map(name -> pathOf(name))
                .toList()));
    }

    /** Within a record a path begins below the record's own element. */
    private static String pathOf(String name) {
        return "*/" + name.substring(OF_RECORD.length());
    }

    Operation operation() {
        return operation;
    }

    /** What of a listed record the call needs, by path. */
    Map<String, String> valuesOf(Payload record) {
        try {
            return new HashMap<>(
                    values.scan(new ByteArrayInputStream(record.bytes()), record.format(), null, ignored -> {})
                            .values());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (UnreadableAnswer impossible) {
            throw new IllegalStateException("a record that was just cut out cannot be read", impossible);
        }
    }

    /** The value of a place in the request, from what was kept of the listed record. */
    @Nullable
    String value(String name, Map<String, String> record) {
        return name.startsWith(OF_RECORD) ? record.get(pathOf(name)) : null;
    }
}
