package io.linkspan.flow;

import io.linkspan.yaml.Problem;
import io.linkspan.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flow files written down in tests. */
final class FlowText {
    static final String CUSTOMERS = """
            flow: customers
            description: ERP customers become CRM companies
            from:
              system: erp
              pull:
                operation: ListCustomers
                request: |
                  <ListCustomers xmlns="urn:erp:v1">
                    <ChangedSince>${since}</ChangedSince><Size>${size}</Size><Cursor>${cursor}</Cursor>
                  </ListCustomers>
                records: ListCustomersResponse/Customers/Customer
                page: { size: 250, cursor: ListCustomersResponse/NextCursor }
                since: { field: ChangedAt, overlap: 5m }
                every: 30s
              key: CustomerNo
              version: ChangedAt
            to:
              system: crm
              upsert: PUT /v1/companies/{externalId}
              batch: { request: POST /v1/companies/batch/upsert, size: 50, items: results, status: status, error: error.message }
            fields:
              externalId: CustomerNo
              name: Name
            """;

    private FlowText() {}

    static Path write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static @Nullable FlowFile read(Path file, List<Problem> found) {
        Problems problems = new Problems();
        FlowFile read = FlowReader.anySystem().read(file, problems);
        found.addAll(problems.list());
        return read;
    }
}
