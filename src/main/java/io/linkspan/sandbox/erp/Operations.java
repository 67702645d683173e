package io.linkspan.sandbox.erp;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What the ERP can be asked. */
final class Operations {
    private static final int ORDINARY_PAGE = 500;

    private final Books books;
    private final int largestPage;

    Operations(Books books, int largestPage) {
        this.books = books;
        this.largestPage = largestPage;
    }

    /** An answer that only needs to be written down. */
    @FunctionalInterface
    interface Prepared {
        /** Writes what stands inside the answer's element. */
        void writeTo(XmlOutput xml) throws IOException;
    }

    /** Does what is asked; everything that can be wrong with the request is found here, before a byte is written. */
    Prepared prepare(SoapCall call) throws SoapFault {
        return switch (call.operation()) {
            case "ListCustomers" -> listCustomers(call);
            case "GetCustomer" -> getCustomer(call);
            case "ListCustomerNumbers" -> listNumbers(call);
            case "ListDeletedCustomers" -> listDeleted(call);
            case "ListOrders" -> listOrders(call);
            case "GetOrder" -> getOrder(call);
            default ->
                throw new SoapFault(
                        SoapFault.Who.CALLER,
                        "there is no operation '" + call.operation() + "' here; the WSDL under ?wsdl lists all");
        };
    }

    private Prepared listCustomers(SoapCall call) throws SoapFault {
        ChangeLog.Page page = page(call, books.log(), false);
        return xml -> {
            xml.raw("<Customers>\n");
            for (ChangeLog.State state : page.states()) {
                books.write(state, xml);
                xml.relieve();
            }
            xml.raw("</Customers>").element("NextCursor", cursor(page));
        };
    }

    private Prepared getCustomer(SoapCall call) throws SoapFault {
        String number = call.field("CustomerNo").orElseThrow(() -> wrong("CustomerNo is missing"));
        Optional<ChangeLog.State> state =
                books.find(number).map(books.log()::state).filter(found -> !found.deleted());
        return xml -> {
            if (state.isPresent()) {
                books.write(state.get(), xml);
            }
        };
    }

    private Prepared listNumbers(SoapCall call) throws SoapFault {
        ChangeLog.Page page = page(call, books.log(), false);
        return xml -> {
            xml.raw("<Numbers>");
            for (ChangeLog.State state : page.states()) {
                xml.element("CustomerNo", Customers.number(state.record()));
                xml.relieve();
            }
            xml.raw("</Numbers>").element("NextCursor", cursor(page));
        };
    }

    private Prepared listDeleted(SoapCall call) throws SoapFault {
        ChangeLog.Page page = page(call, books.log(), true);
        return xml -> {
            xml.raw("<Deleted>");
            for (ChangeLog.State state : page.states()) {
                xml.raw("<Customer>").element("CustomerNo", Customers.number(state.record()));
                xml.element("DeletedAt", state.changedAt().toString()).raw("</Customer>");
                xml.relieve();
            }
            xml.raw("</Deleted>").element("NextCursor", cursor(page));
        };
    }

    private Prepared listOrders(SoapCall call) throws SoapFault {
        ChangeLog.Page page = page(call, books.orders().log(), false);
        return xml -> {
            xml.raw("<Orders>\n");
            for (ChangeLog.State state : page.states()) {
                books.orders().write(state, xml);
                xml.relieve();
            }
            xml.raw("</Orders>").element("NextCursor", cursor(page));
        };
    }

    private Prepared getOrder(SoapCall call) throws SoapFault {
        String number = call.field("OrderNo").orElseThrow(() -> wrong("OrderNo is missing"));
        Optional<ChangeLog.State> state = books.orders().find(number);
        return xml -> {
            if (state.isPresent()) {
                books.orders().write(state.get(), xml);
            }
        };
    }

    private ChangeLog.Page page(SoapCall call, ChangeLog log, boolean gone) throws SoapFault {
        Optional<String> cursor = call.field("Cursor");
        int place = cursor.isPresent()
                ? place(cursor.get())
                : since(call).map(log::placeOf).orElse(0);
        return log.page(place, size(call), gone);
    }

    private int size(SoapCall call) throws SoapFault {
        String size = call.field("Size").orElse("" + ORDINARY_PAGE);
        if (!size.matches("[1-9]\\d{0,8}")) {
            throw wrong("Size is a number from 1, not '" + size + "'");
        }
        return Math.min(largestPage, Integer.parseInt(size));
    }

    /** A cursor is a place in the log; it means the same after a restart and however much has changed. */
    private static Written cursor(ChangeLog.Page page) {
        return page.next() < 0 ? Written.EMPTY : Written.of("C-" + Integer.toString(page.next(), 36));
    }

    private static int place(String cursor) throws SoapFault {
        if (!cursor.matches("C-[0-9a-z]{1,6}")) {
            throw wrong("Cursor '" + cursor + "' is none of ours");
        }
        return Integer.parseInt(cursor.substring(2), 36);
    }

    private static Optional<Instant> since(SoapCall call) throws SoapFault {
        Optional<String> text = call.field("ChangedSince");
        try {
            return text.map(Operations::instant);
        } catch (DateTimeException noTime) {
            throw wrong("ChangedSince is an xs:dateTime, not '" + text.orElse("") + "'");
        }
    }

    private static Instant instant(String text) {
        boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        return offset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static SoapFault wrong(String text) {
        return new SoapFault(SoapFault.Who.CALLER, text);
    }
}
