package io.linkspan.bench.pipeline;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.linkspan.bench.site.CpuUse;
import io.linkspan.bench.site.Site;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The broker alone: one publisher with a window of unconfirmed messages, and a consumer a queue that acknowledges in
 * batches, both at the same time. Queues, headers and client are as Linkspan's.
 */
final class RawBroker {
    /** As large as the sandbox ERP's customers are on average, each with its namespaces. */
    private static final int BYTES = 1_330;

    private static final int WINDOW = 1000;
    private static final int PREFETCH = 1000;
    private static final int ACK_EVERY = 100;
    private static final Map<String, Object> QUEUE = Map.of(
            "x-queue-type",
            "quorum",
            "x-single-active-consumer",
            true,
            "x-overflow",
            "reject-publish",
            "x-delivery-limit",
            1000);

    private final Site site;

    RawBroker(Site site) {
        this.site = site;
    }

    /** Sends so many messages through so many queues and says how fast that was. */
    Measured measure(int queues, long messages) throws IOException, TimeoutException, InterruptedException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(site.rabbit().port());
        try (Connection publishing = factory.newConnection("raw publishing");
                Connection consuming = factory.newConnection("raw consuming")) {
            String name = "raw-" + UUID.randomUUID() + "-";
            Channel channel = publishing.createChannel();
            for (int i = 0; i < queues; i++) {
                channel.queueDeclare(name + i, true, false, false, QUEUE);
            }
            CountDownLatch done = new CountDownLatch(1);
            AtomicLong left = new AtomicLong(messages);
            for (int i = 0; i < queues; i++) {
                consume(consuming.createChannel(), name + i, left, done);
            }
            CpuUse cpu = CpuUse.ofBroker(site);
            long start = System.nanoTime();
            publish(channel, name, queues, messages);
            done.await();
            double seconds = (System.nanoTime() - start) / 1e9;
            Measured measured = new Measured(messages, seconds, cpu.microsEach(messages));
            for (int i = 0; i < queues; i++) {
                channel.queueDelete(name + i);
            }
            return measured;
        }
    }

    private void publish(Channel channel, String name, int queues, long messages)
            throws IOException, InterruptedException {
        Window window = new Window(WINDOW);
        channel.addConfirmListener(window::confirmed, (sequence, _) -> {
            throw new IllegalStateException("the broker refused message " + sequence);
        });
        channel.confirmSelect();
        byte[] body = new byte[BYTES];
        AMQP.BasicProperties properties = properties();
        for (long i = 0; i < messages; i++) {
            window.enter();
            channel.basicPublish("", name + i % queues, true, properties, body);
        }
        window.awaitEmpty();
    }

    private static AMQP.BasicProperties properties() {
        String id = UUID.randomUUID().toString();
        return new AMQP.BasicProperties.Builder()
                .contentType("application/xml")
                .correlationId(id)
                .messageId(id)
                .deliveryMode(2)
                .appId("linkspan")
                .headers(Map.of(
                        "linkspan-flow", "customers",
                        "linkspan-key", "0000000001",
                        "linkspan-version", "2026-11-26T03:00:00.000000000Z",
                        "linkspan-sequence", 1_764_126_000_000_000L,
                        "linkspan-partition", 1,
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .build();
    }

    private static void consume(Channel channel, String queue, AtomicLong left, CountDownLatch done)
            throws IOException {
        channel.basicQos(PREFETCH);
        channel.basicConsume(queue, false, new DefaultConsumer(channel) {
            private int unsettled;

            @Override
            public void handleDelivery(String tag, Envelope from, AMQP.BasicProperties properties, byte[] body)
                    throws IOException {
                long more = left.decrementAndGet();
                if (++unsettled == ACK_EVERY || more < ACK_EVERY) {
                    channel.basicAck(from.getDeliveryTag(), true);
                    unsettled = 0;
                }
                if (more == 0) {
                    done.countDown();
                }
            }
        });
    }
}
