package io.linkspan.sandbox.erp;

import io.linkspan.sandbox.fault.FaultRule;
import io.linkspan.sandbox.fault.Faults;
import io.linkspan.sandbox.fault.Journal;
import io.linkspan.sandbox.fault.Misbehaviour;
import io.linkspan.sandbox.http.WebServer;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A small ERP that listens at {@code /erp/soap} (SOAP 1.1 and 1.2, document/literal; the WSDL stands under {@code
 * ?wsdl}). Its operations: {@code ListCustomers} (ChangedSince, Size, Cursor), {@code GetCustomer} (CustomerNo), {@code
 * ListCustomerNumbers}, {@code ListDeletedCustomers}, {@code ListOrders} and {@code GetOrder} (OrderNo). Lists come in the order of the last change; a cursor goes on
 * where the page ended and is empty at the end. Another process pulls the same levers over HTTP, under {@code
 * /sandbox/}.
 */
public final class SandboxErp implements AutoCloseable {
    private final Books books;
    private final Faults faults;
    private final Journal journal;
    private final WebServer server;

    private SandboxErp(Books books, Faults faults, Journal journal, WebServer server) {
        this.books = books;
        this.faults = faults;
        this.journal = journal;
        this.server = server;
    }

    /**
     * Starts an ERP.
     *
     * @throws java.io.UncheckedIOException where its address is taken or its file cannot be written
     * @throws IllegalStateException where its file belongs to another house
     */
    public static SandboxErp start(ErpSettings settings) {
        Books books = new Books(settings);
        Faults faults = new Faults(settings.clock(), settings.house().seed());
        Journal journal = new Journal();
        SoapStation station = new SoapStation(
                new Doorman(settings.access(), settings.clock()),
                new Operations(books, settings.pace().largestPage()),
                new Wsdl(),
                new ErpControl(settings, books, faults, journal));
        Misbehaviour front = new Misbehaviour(
                station, faults, journal, settings.clock(), settings.pace().latency(), settings.correlationHeader());
        return new SandboxErp(books, faults, journal, WebServer.start(settings.address(), front));
    }

    /** The address without a path. */
    public URI url() {
        return server.url();
    }

    /** The address of the SOAP endpoint. */
    public URI soap() {
        return url().resolve(SoapStation.PATH);
    }

    /** How many customers there ever were. */
    public int size() {
        return books.log().size();
    }

    /** Changes so many customers now, drawn at random; some of them perhaps more than once. */
    public void mutate(int customers) {
        books.business().mutate(customers);
    }

    /** Adds so many customers now. */
    public void add(int customers) {
        books.business().add(customers);
    }

    /** Changes one customer. One that was deleted comes back by it. */
    public void change(String number) {
        books.log().change(index(number));
    }

    /** Deletes one customer: it is listed no more but as deleted. */
    public void delete(String number) {
        books.log().delete(index(number));
    }

    /**
     * From now on changes come at this rate.
     *
     * @param changesPerSecond records touched a second, 0 to stand still
     * @param newPercent how many of a hundred of them are new
     */
    public void rate(double changesPerSecond, int newPercent) {
        books.business().rate(changesPerSecond, newPercent);
    }

    /** Every state that any customer ever had, in the order of the changes. */
    public void states(Consumer<Customer> listener) {
        books.log().tell(state -> listener.accept(books.customer(state)));
    }

    /** A customer in its last state, unless it is gone or never was. */
    public Optional<Customer> customer(String number) {
        return books.find(number)
                .map(books.log()::state)
                .filter(state -> !state.deleted())
                .map(books::customer);
    }

    /** Changes so many orders now, drawn at random. */
    public void mutateOrders(int orders) {
        books.orders().mutate(orders);
    }

    /** Adds so many orders now, of customers there were in the beginning. */
    public void addOrders(int orders) {
        books.orders().add(orders);
    }

    /** An order in its last state. */
    public Optional<Order> order(String number) {
        return books.orders().find(number).map(books.orders()::order);
    }

    /** Makes calls go wrong by this rule. */
    public void play(FaultRule rule) {
        faults.add(rule);
    }

    /** From now on nothing goes wrong. */
    public void behave() {
        faults.clear();
    }

    /** What was called. */
    public Journal journal() {
        return journal;
    }

    private int index(String number) {
        return books.find(number).orElseThrow(() -> new IllegalArgumentException("there is no customer " + number));
    }

    @Override
    public void close() {
        server.close();
        books.close();
    }
}
