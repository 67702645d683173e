package io.linkspan.sandbox.crm;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What the CRM demands of a deal: a name, an amount, a stage, and a company that exists, by the CRM's own id in {@code
 * companyId}.
 */
final class DealRules implements Rules {
    private static final Set<String> STAGES = new TreeSet<>(List.of("open", "won", "lost"));

    private final Shelf companies;

    DealRules(Shelf companies) {
        this.companies = companies;
    }

    @Override
    public List<Flaw> flaws(JsonNode deal) {
        String company = deal.path("companyId").asString("");
        boolean unknown = !company.isEmpty() && companies.get(Desk.id(company)) == null;
        return new Inspection(deal)
                .required("name")
                .plain("name", 120)
                .required("companyId")
                .when(unknown, "companyId", "unknown-company", "names no company there is")
                .required("stage")
                .oneOf("stage", STAGES)
                .required("amount")
                .number("amount")
                .date("closedOn")
                .each(
                        "lines",
                        line -> line.required("sku")
                                .text("sku", 40)
                                .number("quantity")
                                .number("price"))
                .flaws();
    }
}
