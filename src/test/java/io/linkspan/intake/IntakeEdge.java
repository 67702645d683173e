package io.linkspan.intake;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.ConnectionFactory;
import io.linkspan.broker.BatchSettings;
import io.linkspan.broker.Broker;
import io.linkspan.broker.BrokerSettings;
import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowReader;
import io.linkspan.ledger.Checkpoints;
import io.linkspan.ledger.Database;
import io.linkspan.ledger.LeaseKeeper;
import io.linkspan.ledger.Leases;
import io.linkspan.ledger.TestDatabase;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.system.wiring.SystemsFixture;
import io.linkspan.testing.MovedClock;
import io.linkspan.testing.RealRabbit;
import io.linkspan.testing.StubErp;
import io.linkspan.yaml.Problems;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A SOAP system, a RabbitMQ and a PostgreSQL, and replicas that read from the one to the other. */
abstract class IntakeEdge {
    static final String FLOW = "customers";

    /** Pages of two, by cursor; changes since. */
    static final String CUSTOMERS = """
            flow: customers
            from:
              system: erp
              pull:
                operation: List
                request: <List><Since>${since}</Since><Until>${until}</Until><Cursor>${cursor}</Cursor></List>
                records: ListResponse/Customers/C
                page: { size: 2, cursor: ListResponse/Next }
                since: { field: T, overlap: 1m }
                every: 1h
              key: K
              version: T
            to: { system: crm, upsert: 'PUT /v1/companies/{externalId}' }
            fields: { externalId: K }
            """;

    private static final DataSource POSTGRES = TestDatabase.postgres();

    @TempDir
    Path folder;

    final StubErp erp = new StubErp();
    final MovedClock clock = new MovedClock();
    final Database database = new Database(POSTGRES);
    final Checkpoints checkpoints = new Checkpoints(database, clock);
    final Leases leases = new Leases(database, clock);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Broker broker = broker();
    final SystemsFixture systems = new SystemsFixture(
            Map.of("~.erp.protocol", "soap", "~.erp.url", erp.url().toString()));
    private final List<Envelope> arrived = new CopyOnWriteArrayList<>();

    IntakeEdge() {
        for (String table : List.of("checkpoint", "lease", "pull_hold", "backfill")) {
            database.call(() -> database.jdbc().sql("DELETE FROM " + table).update());
        }
        broker.workQueues().declare(FLOW, 1);
    }

    @AfterEach
    void close() {
        broker.close();
        systems.close();
        erp.close();
    }

    private static Broker broker() {
        URI url = RealRabbit.shared().url();
        ConnectionFactory factory = new ConnectionFactory();
        BrokerSettings settings = new BrokerSettings(
                null,
                RealRabbit.freshPrefix(),
                List.of(Duration.ofSeconds(1)),
                100,
                Duration.ofSeconds(20),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                new BrokerSettings.Embedded(0));
        return Broker.connect(
                factory,
                List.of(new Address(url.getHost(), url.getPort())),
                new Broker.Surroundings(settings, new SimpleMeterRegistry(), Clock.systemUTC()));
    }

    Flow flow(String text) {
        try {
            Problems problems = new Problems();
            Path file = Files.writeString(folder.resolve("flow.yaml"), text);
            return Objects.requireNonNull(
                            FlowReader.anySystem().read(file, problems), () -> String.valueOf(problems.list()))
                    .flow()
                    .orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Enveloping enveloping() {
        return new Enveloping(new Sequence(clock));
    }

    PullWalk walk() {
        return new PullWalk(broker.dispatch(), checkpoints, new IntakeMeter(meters));
    }

    /** What a replica of that name takes its turns with. */
    PullTurn replica(String name) {
        return replica(new LeaseKeeper(leases, name), new Backpressure(broker.workQueues()::depth, 10_000, 5_000));
    }

    PullTurn replica(LeaseKeeper keeper, Backpressure pressure) {
        return new PullTurn(
                systems.systems(),
                new PullHolds(database, clock),
                keeper,
                pressure,
                walk(),
                enveloping(),
                new IntakeMeter(meters),
                clock);
    }

    /** The keys of all records that came to the work queue, as often as they came. */
    List<String> keysArrived(int atLeast) {
        return arrived(atLeast).stream().map(envelope -> envelope.key().value()).toList();
    }

    List<Envelope> arrived(int atLeast) {
        broker.workQueues().start(FLOW, new BatchSettings(50, Duration.ofMillis(5)), (flow, batch) -> {
            arrived.addAll(batch);
            return batch.stream().map(one -> (Outcome) new Outcome.Unchanged()).toList();
        });
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> arrived.size() >= atLeast);
        return arrived;
    }

    /** A page of the answer: customers written {@code key@time}, and the next cursor. */
    static String page(String next, String... customers) {
        StringBuilder page = new StringBuilder("<ListResponse><Customers>");
        for (String customer : customers) {
            int at = customer.indexOf('@');
            page.append("<C><K>").append(customer, 0, at).append("</K><T>");
            page.append(customer.substring(at + 1)).append("</T></C>");
        }
        return page.append("</Customers><Next>")
                .append(next)
                .append("</Next></ListResponse>")
                .toString();
    }
}
