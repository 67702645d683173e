package io.linkspan.bench.mapping;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.xml.XmlFactory;
import tools.jackson.dataformat.xml.XmlMapper;

/** What most Java shops do: bind the XML to objects, copy field by field (as MapStruct generates it), write JSON. */
final class JacksonBinding implements Contender {
    private final ObjectReader reader = new XmlMapper(
                    XmlFactory.builder().xmlInputFactory(new InputFactoryImpl()).build())
            .readerFor(ErpCustomer.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final ObjectWriter writer = Trees.json().writerFor(CrmCompany.class);

    @Override
    public byte[] map(byte[] customer) {
        ErpCustomer erp = reader.readValue(customer);
        return writer.writeValueAsBytes(company(erp));
    }

    private static CrmCompany company(ErpCustomer erp) {
        ErpCustomer.Address billing = address(erp.addresses, "BILL");
        ErpCustomer.Address shipping = address(erp.addresses, "SHIP");
        return new CrmCompany(
                erp.customerNo,
                erp.name.strip(),
                erp.vatId,
                HandRules.stage(erp.status),
                HandRules.active(erp.blocked),
                HandRules.isoDate(erp.created),
                lower(erp.language),
                erp.segment == null || erp.segment.isEmpty() ? "standard" : erp.segment,
                new CrmCompany.Money(erp.revenue.currency, HandRules.germanDecimal(erp.revenue.amount)),
                HandRules.germanDecimal(erp.creditLimit),
                HandRules.paymentDays(erp.paymentTerms),
                erp.email == null ? null : lower(erp.email),
                erp.phone,
                billing == null
                        ? null
                        : new CrmCompany.Address(billing.street, billing.zip, billing.city, billing.country),
                shipping == null ? null : new CrmCompany.Town(shipping.city),
                erp.contacts.stream().map(JacksonBinding::contact).toList());
    }

    private static ErpCustomer.@Nullable Address address(List<ErpCustomer.Address> addresses, String type) {
        for (ErpCustomer.Address address : addresses) {
            if (address.type.equals(type)) {
                return address;
            }
        }
        return null;
    }

    private static CrmCompany.Contact contact(ErpCustomer.Contact contact) {
        String first = contact.first.strip();
        String last = contact.last.strip();
        return new CrmCompany.Contact(
                lower(contact.role), lower(contact.email), first.isEmpty() ? last : first + " " + last);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
