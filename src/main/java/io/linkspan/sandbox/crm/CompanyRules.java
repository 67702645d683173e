package io.linkspan.sandbox.crm;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What the CRM demands of a company: a name of at most 120 characters without angle brackets, a stage;
 * where they are given, a well-formed e-mail address, phones by E.164, countries by ISO 3166, dates by ISO 8601, amounts
 * as numbers. Properties it does not know are kept as they are.
 */
final class CompanyRules implements Rules {
    private static final Set<String> STAGES = new TreeSet<>(List.of("customer", "lead", "churned"));
    private static final Set<String> TIERS = new TreeSet<>(List.of("key", "standard"));

    @Override
    public List<Flaw> flaws(JsonNode company) {
        return new Inspection(company)
                .required("name")
                .plain("name", 120)
                .email("email")
                .phone("phone")
                .required("stage")
                .oneOf("stage", STAGES)
                .oneOf("tier", TIERS)
                .flag("active")
                .number("revenue")
                .number("creditLimit")
                .date("createdOn")
                .text("notes", 4_000)
                .within("billing", CompanyRules::address)
                .each("shipping", CompanyRules::address)
                .each("contacts", CompanyRules::person)
                .flaws();
    }

    private static void address(Inspection address) {
        address.text("street", 200).text("zip", 20).text("city", 100).country("country");
    }

    private static void person(Inspection person) {
        person.text("name", 120).email("email").phone("phone");
    }
}
