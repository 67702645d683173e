package io.linkspan.sandbox.erp;

/** Customers as the ERP writes them: about 40 elements and 1.5 KB. */
final class CustomerXml {
    private final StatedTime time;

    CustomerXml(StatedTime time) {
        this.time = time;
    }

    void write(Customer customer, XmlOutput xml) {
        xml.raw("<Customer client=\"100\" rev=\"" + customer.revision() + "\">");
        xml.element("CustomerNo", customer.number());
        identity(customer, xml);
        terms(customer, xml);
        reach(customer, xml);
        addresses(customer, xml);
        contacts(customer, xml);
        remarks(customer, xml);
        xml.raw("</Customer>\n");
    }

    private void identity(Customer customer, XmlOutput xml) {
        Customer.Identity who = customer.identity();
        if (customer.number().endsWith("7")) {
            xml.raw("<!-- by hand --><Name>").references(who.name()).raw("</Name>");
        } else {
            xml.element("Name", who.name());
        }
        xml.element("Name2", who.name2());
        xml.element("SearchTerm", who.search());
        xml.element("Status", who.status());
        xml.element("Blocked", who.blocked());
        xml.element("Industry", who.industry());
        xml.element("Language", who.language());
        xml.element("TaxNo", who.taxNo());
        xml.element("Created", who.created());
        xml.element("ChangedAt", time.of(customer.changedAt(), customer.number().charAt(9) + customer.revision()));
    }

    private static void terms(Customer customer, XmlOutput xml) {
        Customer.Terms terms = customer.terms();
        xml.raw("<Currency>").raw(terms.currency()).raw("</Currency>");
        xml.element("Revenue", terms.revenue());
        xml.element("CreditLimit", terms.creditLimit());
        xml.element("Discount", terms.discount());
        xml.element("PaymentTerms", terms.payment());
        xml.element("LastOrder", terms.lastOrder());
    }

    private static void reach(Customer customer, XmlOutput xml) {
        xml.raw("<Contact>");
        xml.element("EMail", customer.reach().email());
        xml.element("Phone", customer.reach().phone().written());
        xml.element("Web", customer.reach().web());
        xml.raw("</Contact>");
    }

    private static void addresses(Customer customer, XmlOutput xml) {
        if (customer.addresses().isEmpty()) {
            return;
        }
        xml.raw("<Addresses>");
        for (Address address : customer.addresses()) {
            xml.raw(address.type().isEmpty() ? "<Address>" : "<Address type=\"" + address.type() + "\">");
            xml.element("Street", address.street());
            xml.element("Zip", address.zip());
            xml.element("City", address.city());
            xml.element("Country", address.country());
            xml.raw("</Address>");
        }
        xml.raw("</Addresses>");
    }

    private static void contacts(Customer customer, XmlOutput xml) {
        xml.raw("<Contacts>");
        for (Contact contact : customer.contacts()) {
            xml.raw("<Contact role=\"").raw(contact.role()).raw("\">");
            xml.element("First", contact.first());
            xml.element("Last", contact.last());
            xml.element("EMail", contact.email());
            xml.element("Phone", contact.phone().written());
            xml.raw("</Contact>");
        }
        xml.raw("</Contacts>");
    }

    private static void remarks(Customer customer, XmlOutput xml) {
        Written remarks = customer.remarks();
        if (remarks.form() == Written.Form.TEXT && !remarks.text().contains("\r")) {
            xml.raw("<Remarks>").cdata(remarks.text()).raw("</Remarks>");
        } else {
            xml.element("Remarks", remarks);
        }
    }
}
