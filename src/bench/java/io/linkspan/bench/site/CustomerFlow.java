package io.linkspan.bench.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A flow that brings the sandbox ERP's customers across: the one of the demo, but for what a bench wants otherwise.
 *
 * @param name its name, and that of its file
 * @param page records asked for at a time
 * @param every the pause between two pulls
 * @param batch records a call to the target carries; 1 for no batch endpoint
 * @param phones whether telephone numbers are brought into one form; that costs more than all other fields together
 */
public record CustomerFlow(String name, int page, String every, int batch, boolean phones) {
    /** The file's text. */
    String text() {
        try (var in = Objects.requireNonNull(CustomerFlow.class.getResourceAsStream("customers.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${flow}", name)
                    .replace("${page}", "" + page)
                    .replace("${every}", every)
                    .replace("${batch}", batch == 1 ? "" : batchCall())
                    .replace("${phone}", phones ? "phone: DE" : "trim: true");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String batchCall() {
        return "batch: { request: POST /v1/companies/batch/upsert, size: " + batch + ", wrap: companies,"
                + " key: idempotencyKey, items: results, status: status, error: error.message, id: id }";
    }
}
