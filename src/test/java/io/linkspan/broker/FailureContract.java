package io.linkspan.broker;

import static io.linkspan.broker.Records.record;
import static io.linkspan.broker.Records.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.Reason;
import io.linkspan.record.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds in both homes when something fails. */
abstract class FailureContract extends OutcomeContract {
    @Test
    void aMessageNobodyCanReadIsDeadAndHoldsUpNobody() throws Exception {
        Collected handled = consume(1, Collected.delivering());
        try (Connection connection = home().connections().newConnection();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            byte[] body = "<what/>".getBytes(StandardCharsets.UTF_8);
            channel.basicPublish(prefix + ".work", FLOW + ".0", new AMQP.BasicProperties(), body);
            channel.basicPublish(prefix + ".dead", "", new AMQP.BasicProperties(), body);
            channel.waitForConfirmsOrDie(10_000);
        }
        broker.dispatch().toWork(List.of(record(FLOW, "readable", 1)));

        List<DeadEnvelope> dead = theDead(2);
        assertThat(dead).allMatch(one -> one.why().reason() == Reason.UNREADABLE);
        assertThat(dead).allMatch(one -> one.envelope().payload().equals(Payload.xml("<what/>")));
        assertThat(dead.stream().map(one -> one.why().detail()))
                .containsExactlyInAnyOrder(
                        "the header linkspan-flow is missing", "the message was not published by Linkspan");
        assertThat(handled.await(1)).extracting(Envelope::key).hasToString("[readable]");
    }

    @Test
    void whatTheBrokerItselfGaveUpIsDeadAsWell() throws Exception {
        Envelope givenUp = record(FLOW, "poison", 1);
        try (Connection connection = home().connections().newConnection();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    prefix + ".dead",
                    FLOW + ".0",
                    EnvelopeCodec.properties(givenUp, EnvelopeCodec.headers(givenUp, 0)),
                    givenUp.payload().bytes());
            channel.waitForConfirmsOrDie(10_000);
        }
        DeadEnvelope dead = theDead(1).getFirst();
        assertThat(dead.envelope()).isEqualTo(givenUp);
        assertThat(dead.why().reason()).isEqualTo(Reason.EXHAUSTED);
    }

    @Test
    void theDeadAreKeptUntilTheyAreArchived() {
        consume(1, new Collected(envelope -> new Outcome.Dead(Reason.MAPPING, "no name")));
        AtomicInteger calls = new AtomicInteger();
        List<DeadEnvelope> archived = new CopyOnWriteArrayList<>();
        broker.deadQueue().start(dead -> {
            if (calls.getAndIncrement() < 2) {
                throw new IllegalStateException("database away");
            }
            archived.addAll(dead);
        });

        broker.dispatch().toWork(List.of(record(FLOW, "dead", 1)));

        await(() -> archived.size() == 1);
        assertThat(archived.getFirst().envelope().key()).hasToString("dead");
    }

    @Test
    void anEnvelopeNoQueueTakesIsReportedByNameAndTheQueueIsThereForTheNextTry() throws Exception {
        broker.workQueues().declare(FLOW, 1);
        try (Connection connection = home().connections().newConnection();
                Channel channel = connection.createChannel()) {
            channel.queueDelete(prefix + ".work." + FLOW + ".0");
        }
        List<Envelope> records = List.of(record(FLOW, "lost", 1));

        assertThatThrownBy(() -> broker.dispatch().toWork(records))
                .isInstanceOf(NotConfirmedException.class)
                .hasMessageContaining("customers/lost");

        broker.dispatch().toWork(records);
        Collected handled = consume(1, Collected.delivering());
        assertThat(handled.await(1)).isEqualTo(records);
    }

    @Test
    void aFlowNobodyDeclaredIsRefused() {
        assertThatThrownBy(() -> broker.dispatch().toWork(List.of(record("nobody", "1", 1))))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("'nobody'");
    }

    @Test
    void aFailingHandlerKeepsItsBatchAndItsOrder() {
        AtomicBoolean databaseAway = new AtomicBoolean(true);
        AtomicInteger failures = new AtomicInteger();
        Collected handled = consume(1, new Collected(envelope -> {
            if (databaseAway.get()) {
                failures.incrementAndGet();
                throw new IllegalStateException("database away");
            }
            return Records.DELIVERED;
        }));
        List<Envelope> records = records(FLOW, 40);
        broker.dispatch().toWork(records);

        await(() -> failures.get() > 3);
        databaseAway.set(false);

        assertThat(handled.await(40)).isEqualTo(records);
        assertNothingLeft();
    }

    @Test
    void aRecordComesAgainWhenTheConnectionIsLostBeforeItIsSettled() {
        CuttableConnections connections = new CuttableConnections(home().connections());
        AtomicInteger calls = new AtomicInteger();
        try (Broker cut = BrokerHome.connect(BrokerHome.settings(prefix), connections)) {
            cut.workQueues().declare(FLOW, 1);
            Collected handled = new Collected(envelope -> {
                if (calls.getAndIncrement() == 0) {
                    connections.cut();
                    return Records.retry(Duration.ofMillis(100));
                }
                return Records.DELIVERED;
            });
            cut.workQueues().start(FLOW, BATCHES, handled);
            cut.dispatch().toWork(List.of(record(FLOW, "twice", 1)));

            assertThat(handled.await(2))
                    .extracting(envelope -> envelope.key().value())
                    .containsOnly("twice");
        }
    }
}
