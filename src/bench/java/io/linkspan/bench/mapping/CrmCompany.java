package io.linkspan.bench.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CRM's company as Jackson writes it; what is null is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CrmCompany(
        String externalId,
        String name,
        String taxId,
        String stage,
        boolean active,
        String createdOn,
        String language,
        String segment,
        Money revenue,
        BigDecimal creditLimit,
        int paymentDays,
        @Nullable String email,
        String phone,
        @Nullable Address billing,
        @Nullable Town shipping,
        List<Contact> contacts) {
    record Money(String currency, BigDecimal amount) {}

    record Address(String street, String postalCode, String city, String country) {}

    record Town(String city) {}

    record Contact(String role, String email, String name) {}
}
