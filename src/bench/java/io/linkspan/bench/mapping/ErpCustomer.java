package io.linkspan.bench.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import tools.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import tools.jackson.dataformat.xml.annotation.JacksonXmlText;

/** The ERP's customer as Jackson binds it. Public fields are the fastest way it knows without an add-on. */
final class ErpCustomer {
    @JacksonXmlProperty(isAttribute = true)
    public String language = "";

    @JacksonXmlProperty(localName = "CustomerNo")
    public String customerNo = "";

    @JacksonXmlProperty(localName = "Name")
    public String name = "";

    @JacksonXmlProperty(localName = "VatId")
    public String vatId = "";

    @JacksonXmlProperty(localName = "Status")
    public String status = "";

    @JacksonXmlProperty(localName = "Blocked")
    public String blocked = "";

    @JacksonXmlProperty(localName = "Created")
    public String created = "";

    @JacksonXmlProperty(localName = "Segment")
    public @Nullable String segment;

    @JacksonXmlProperty(localName = "Revenue")
    public Money revenue = new Money();

    @JacksonXmlProperty(localName = "CreditLimit")
    public String creditLimit = "";

    @JacksonXmlProperty(localName = "PaymentTerms")
    public String paymentTerms = "";

    @JacksonXmlProperty(localName = "EMail")
    public @Nullable String email;

    @JacksonXmlProperty(localName = "Phone")
    public String phone = "";

    @JacksonXmlElementWrapper(localName = "Addresses")
    @JacksonXmlProperty(localName = "Address")
    public List<Address> addresses = List.of();

    @JacksonXmlElementWrapper(localName = "Contacts")
    @JacksonXmlProperty(localName = "Contact")
    public List<Contact> contacts = List.of();

    static final class Money {
        @JacksonXmlProperty(isAttribute = true)
        public String currency = "";

        @JacksonXmlText
        public String amount = "";
    }

    static final class Address {
        @JacksonXmlProperty(isAttribute = true)
        public String type = "";

        @JacksonXmlProperty(localName = "Street")
        public String street = "";

        @JacksonXmlProperty(localName = "Zip")
        public String zip = "";

        @JacksonXmlProperty(localName = "City")
        public String city = "";

        @JacksonXmlProperty(localName = "Country")
        public String country = "";
    }

    static final class Contact {
        @JacksonXmlProperty(isAttribute = true)
        public String role = "";

        @JacksonXmlProperty(localName = "First")
        public String first = "";

        @JacksonXmlProperty(localName = "Last")
        public String last = "";

        @JacksonXmlProperty(localName = "EMail")
        public String email = "";
    }
}
