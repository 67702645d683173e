package io.linkspan.sandbox.erp;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The ERP's orders. */
final class OrderBook implements AutoCloseable {
    private static final int WHICH = 303;

    private final ErpSettings.House house;
    private final InstantSource clock;
    private final StatedTime time;
    private final ChangeLog log;

    OrderBook(ErpSettings settings, StatedTime time) {
        this.house = settings.house();
        this.clock = settings.clock();
        this.time = time;
        Path file = house.changes();
        // Nobody orders where there are no customers.
        int orders = house.customers() == 0 ? 0 : house.orders();
        log = ChangeLog.open(
                orders, house.seed(), clock, file == null ? null : file.resolveSibling(file.getFileName() + ".orders"));
    }

    ChangeLog log() {
        return log;
    }

    /** Changes so many orders now, drawn at random. */
    synchronized void mutate(int orders) {
        for (int i = 0; i < orders && log.size() > 0; i++) {
            log.change(Dice.of(house.seed(), log.changes(), WHICH, 0).below(log.size()));
        }
    }

    /** Adds so many orders now. */
    synchronized void add(int orders) {
        for (int i = 0; i < orders && house.customers() > 0; i++) {
            log.add(clock.millis());
        }
    }

    /** The state of the order of this number, if there is one. */
    Optional<ChangeLog.State> find(String number) {
        if (!number.matches("A-\\d{8}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(number.substring(2)) - 1;
        return index >= 0 && index < log.size() ? Optional.of(log.state(index)) : Optional.empty();
    }

    Order order(ChangeLog.State state) {
        return Order.thrown(house.seed(), house.customers(), state.record(), state.revision(), state.changedAt());
    }

    void write(ChangeLog.State state, XmlOutput xml) {
        Order order = order(state);
        xml.raw("<Order rev=\"" + order.revision() + "\">");
        xml.element("OrderNo", order.number()).element("CustomerNo", order.customer());
        xml.element("OrderedOn", order.ordered()).element("State", order.state());
        xml.element("ChangedAt", time.of(order.changedAt(), state.record() + state.revision()));
        xml.element("Total", order.total()).raw("<Lines>");
        int position = 10;
        for (Order.Line line : order.lines()) {
            xml.raw("<Line pos=\"" + position + "\">")
                    .element("Sku", line.sku())
                    .element("Text", line.text());
            xml.element("Quantity", line.quantity())
                    .element("Price", line.price())
                    .raw("</Line>");
            position += 10;
        }
        xml.raw("</Lines></Order>\n");
    }

    @Override
    public void close() {
        log.close();
    }
}
