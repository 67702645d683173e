package io.linkspan.sandbox;

import io.linkspan.sandbox.erp.Address;
import io.linkspan.sandbox.erp.Contact;
import io.linkspan.sandbox.erp.Customer;
import io.linkspan.sandbox.erp.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the CRM must hold of an ERP customer, written by hand and without the mapping engine: the second opinion on {@code
 * mappings/customers.yaml}. Texts are stripped of the blanks around them; a value that is absent, nil, empty or blank
 * leaves its property out.
 *
 * <ul>
 *   <li>{@code name}: at most 120 code points; {@code email}: in lower case; {@code website}, {@code vatId}, {@code
 *       notes}, {@code currency}: as they are
 *   <li>{@code phone}: by E.164, region DE
 *   <li>{@code stage}: A customer, P lead, X churned; {@code language}: D de, E en, F fr
 *   <li>{@code revenue}, {@code creditLimit}: numbers with two decimals; {@code tier}: key above a revenue of 100,000, else
 *       standard
 *   <li>{@code createdOn}: an ISO date, left out for 00000000; {@code active}: whether {@code Blocked} is N or empty
 *   <li>{@code billing}: the address of type BILL; {@code shipping}: those of type SHIP; both with {@code street}, {@code
 *       zip}, {@code city} and {@code country}, where D, A and F are DE, AT and FR
 *   <li>{@code contacts}: {@code name} (first and last), {@code email} and {@code phone}
 * </ul>
 */
public final class ExpectedCompany {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> STAGES = Map.of("A", "customer", "P", "lead", "X", "churned");
    private static final Map<String, String> LANGUAGES = Map.of("D", "de", "E", "en", "F", "fr");
    private static final Map<String, String> COUNTRIES = Map.of("D", "DE", "A", "AT", "F", "FR");
    private static final BigDecimal KEY_ABOVE = new BigDecimal(100_000);
    private static final int LONGEST_NAME = 120;

    private ExpectedCompany() {}

    /** The company, without its external id; empty where no CRM can take the customer as it is. */
    public static Optional<ObjectNode> of(Customer customer) {
        return customer.poison().isEmpty() ? Optional.of(company(customer)) : Optional.empty();
    }

    private static ObjectNode company(Customer customer) {
        Customer.Identity who = customer.identity();
        ObjectNode company = JSON.createObjectNode();
        company.put("name", shortened(who.name().strip()));
        company.put("stage", STAGES.get(who.status()));
        company.put("language", LANGUAGES.get(who.language()));
        company.put("active", who.blocked().equals("N") || who.blocked().isEmpty());
        put(company, "vatId", who.taxNo());
        if (!who.created().equals("00000000")) {
            company.put("createdOn", isoDate(who.created()));
        }
        put(company, "email", lower(customer.reach().email()));
        put(company, "website", customer.reach().web());
        put(company, "phone", Written.of(customer.reach().phone().e164()));
        put(company, "notes", customer.remarks());
        money(company, customer.terms());
        addresses(company, customer);
        contacts(company, customer);
        return company;
    }

    private static void money(ObjectNode company, Customer.Terms terms) {
        BigDecimal revenue = decimal(terms.revenue());
        company.put("currency", terms.currency());
        company.put("revenue", revenue);
        company.put("tier", revenue.compareTo(KEY_ABOVE) > 0 ? "key" : "standard");
        if (!terms.creditLimit().text().isBlank()) {
            company.put("creditLimit", decimal(terms.creditLimit().text()));
        }
    }

    private static void addresses(ObjectNode company, Customer customer) {
        for (Address address : customer.addresses()) {
            switch (address.type()) {
                case "BILL" -> address(company.putObject("billing"), address);
                case "SHIP" -> address(company.withArray("shipping").addObject(), address);
                default -> {}
            }
        }
    }

    private static void address(ObjectNode target, Address address) {
        target.put("street", address.street());
        target.put("zip", address.zip());
        target.put("city", address.city());
        target.put("country", COUNTRIES.getOrDefault(address.country(), address.country()));
    }

    private static void contacts(ObjectNode company, Customer customer) {
        for (Contact contact : customer.contacts()) {
            ObjectNode person = company.withArray("contacts").addObject();
            person.put("name", (contact.first().text() + " " + contact.last()).strip());
            put(person, "email", lower(contact.email()));
            put(person, "phone", Written.of(contact.phone().e164()));
        }
    }

    private static void put(ObjectNode target, String name, Written value) {
        if (!value.text().isBlank()) {
            target.put(name, value.text().strip());
        }
    }

    private static Written lower(Written value) {
        return Written.of(value.text().toLowerCase(Locale.ROOT));
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    private static String isoDate(String compact) {
        return compact.substring(0, 4) + "-" + compact.substring(4, 6) + "-" + compact.substring(6);
    }

    private static BigDecimal decimal(String german) {
        String plain = german.strip().replace(".", "").replace(',', '.');
        boolean behind = plain.endsWith("-");
        BigDecimal amount = new BigDecimal(behind ? plain.substring(0, plain.length() - 1) : plain);
        return (behind ? amount.negate() : amount).setScale(2, RoundingMode.UNNECESSARY);
    }
}
