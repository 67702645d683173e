package io.linkspan.sandbox.erp;

import java.util.Optional;

/** The ERP's customers, who there are, in which state and what they look like in XML; and beside them its orders. */
final class Books implements AutoCloseable {
    private final Customers customers;
    private final ChangeLog log;
    private final Business business;
    private final CustomerXml xml;
    private final OrderBook orders;

    Books(ErpSettings settings) {
        ErpSettings.House house = settings.house();
        customers = new Customers(house.seed(), house.poisonPerThousand());
        log = ChangeLog.open(house.customers(), house.seed(), settings.clock(), house.changes());
        business = new Business(log, settings.clock(), house.seed());
        StatedTime time = new StatedTime(settings.pace().resolution());
        xml = new CustomerXml(time);
        orders = new OrderBook(settings, time);
        business.rate(settings.pace().changesPerSecond(), settings.pace().newPercent());
    }

    /** All changes, those that are due by now included. */
    ChangeLog log() {
        business.catchUp();
        return log;
    }

    OrderBook orders() {
        return orders;
    }

    Business business() {
        return business;
    }

    Customer customer(ChangeLog.State state) {
        return customers.at(state.record(), state.revision(), state.changedAt());
    }

    void write(ChangeLog.State state, XmlOutput out) {
        xml.write(customer(state), out);
    }

    /** The index of the customer of this number, if there ever was one. */
    Optional<Integer> find(String number) {
        if (!number.matches("\\d{10}")) {
            return Optional.empty();
        }
        long index = Long.parseLong(number) - 1;
        return index >= 0 && index < log().size() ? Optional.of((int) index) : Optional.empty();
    }

    @Override
    public void close() {
        log.close();
        orders.close();
    }
}
