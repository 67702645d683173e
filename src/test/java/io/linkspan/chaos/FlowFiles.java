package io.linkspan.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The flow files of the run, made from the project's own {@code mappings/customers.yaml}: one flow to a CRM with an upsert
 * batch and idempotency keys, one to a CRM that knows neither, where each record is looked up before it is created.
 */
final class FlowFiles {
    /** The flow with keys. */
    static final String KEYED = "customers";

    /** The flow without. */
    static final String KEYLESS = "companies";

    static final List<String> FLOWS = List.of(KEYED, KEYLESS);

    private static final String LOOKED_UP = """
            to:
              system: other
              lookup: { request: "GET /v1/companies?externalId={externalId}", items: items, id: id }
              create: POST /v1/companies
              update: PUT /v1/companies/id/{id}
              id: id

            """;

    private final Path folder;
    private final String original;
    private int partitions = 4;

    FlowFiles(Path folder, Path original) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            this.original = withoutDeletions(Files.readString(original));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        mend();
    }

    /** Nothing is deleted in this world: what tells of deletions, and lists keys to find them, is left out. */
    private static String withoutDeletions(String text) {
        return text.replaceFirst("(?ms)^  get:$.*?(?=^to:$)", "\n")
                .replaceFirst("(?m)^  delete: .*\n", "")
                .replaceFirst("(?m)^  list: .*\n", "");
    }

    Path folder() {
        return folder;
    }

    int partitions() {
        return partitions;
    }

    /** Takes effect when a replica is started. */
    void partitions(int count) {
        partitions = count;
        mend();
    }

    /** Both files as they should be. */
    void mend() {
        save(KEYED, keyed());
        save(KEYLESS, keyless());
    }

    /** A file no YAML reader takes: the good version is to go on. */
    void breakSyntax() {
        save(KEYED, keyed().replace("fields:", "fields: ]["));
    }

    /** A file that is fine and wrong: half of the records have a status it does not know. */
    void forgetStatus() {
        save(KEYED, keyed().replace("P: lead, ", ""));
        save(KEYLESS, keyless().replace("P: lead, ", ""));
    }

    private String keyed() {
        return replaced(original, "every: 5s", "every: 1s")
                .replace("size: 500", "size: 100")
                .replace("    size: 100\n", "    size: 25\n")
                .replace("overlap: 10s", "overlap: 2s")
                .replace("from:\n  system: erp", "partitions: " + partitions + "\n\nfrom:\n  system: erp");
    }

    /** States its source's version, so that the CRM can tell which state it was given and in what order. */
    private String keyless() {
        String text = keyed();
        int to = text.indexOf("to:\n  system: crm");
        int next = text.indexOf("# What the ERP leaves empty");
        String moved = text.substring(0, to) + LOOKED_UP + text.substring(next);
        return replaced(
                replaced(moved, "flow: customers", "flow: " + KEYLESS),
                "  externalId:    CustomerNo\n",
                "  externalId:    CustomerNo\n  sourceVersion: ChangedAt\n");
    }

    private static String replaced(String text, String part, String other) {
        if (!text.contains(part)) {
            throw new IllegalStateException("mappings/customers.yaml no longer holds '" + part + "'");
        }
        return text.replace(part, other);
    }

    private void save(String name, String text) {
        try {
            Path draft = folder.resolve(name + ".draft");
            Files.writeString(draft, text);
            Files.move(
                    draft,
                    folder.resolve(name + ".yaml"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
