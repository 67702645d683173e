package io.linkspan.sandbox.erp;

/** Spoils a customer so that it must end as a dead letter. */
final class Poison {
    private Poison() {}

    static Customer into(Customer customer, Dice dice) {
        Customer.Identity who = customer.identity();
        return switch (dice.below(5)) {
            case 0 -> with(customer, named(who, "   "), "no name");
            case 1 -> with(customer, named(who, "<b>neu</b> " + who.name().strip()), "a name with markup");
            case 2 -> with(customer, coded(who, "Q", who.created()), "an unknown status");
            case 3 -> with(customer, coded(who, who.status(), "20261399"), "a date that does not exist");
            default -> amounted(customer);
        };
    }

    private static Customer.Identity named(Customer.Identity who, String name) {
        return new Customer.Identity(
                name,
                who.name2(),
                who.search(),
                who.status(),
                who.blocked(),
                who.industry(),
                who.language(),
                who.taxNo(),
                who.created());
    }

    private static Customer.Identity coded(Customer.Identity who, String status, String created) {
        return new Customer.Identity(
                who.name(),
                who.name2(),
                who.search(),
                status,
                who.blocked(),
                who.industry(),
                who.language(),
                who.taxNo(),
                created);
    }

    private static Customer amounted(Customer customer) {
        Customer.Terms terms = new Customer.Terms(
                customer.terms().currency(),
                "auf Anfrage",
                customer.terms().creditLimit(),
                customer.terms().discount(),
                customer.terms().payment(),
                customer.terms().lastOrder());
        return new Customer(
                customer.number(),
                customer.revision(),
                customer.changedAt(),
                customer.identity(),
                terms,
                customer.reach(),
                customer.addresses(),
                customer.contacts(),
                customer.remarks(),
                "an amount that is no number");
    }

    private static Customer with(Customer customer, Customer.Identity identity, String poison) {
        return new Customer(
                customer.number(),
                customer.revision(),
                customer.changedAt(),
                identity,
                customer.terms(),
                customer.reach(),
                customer.addresses(),
                customer.contacts(),
                customer.remarks(),
                poison);
    }
}
