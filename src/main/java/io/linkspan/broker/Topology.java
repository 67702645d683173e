package io.linkspan.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * The exchanges and queues. Declaring is repeated freely: it changes nothing that stands.
 *
 * <p>A flow's queues are {@code <prefix>.work.<flow>.0} to {@code n-1}, without gaps. When the number of partitions is
 * raised or lowered, the queues that stood before are found by asking for the next number until there is none, and go on
 * being consumed; a record that stands in another partition than its key now belongs to is moved there before it is
 * delivered, so that each key still has one consumer.
 */
final class Topology {
    private final Link link;
    private final Names names;
    private final Dialect dialect;
    private final BrokerSettings settings;
    private final Map<String, Integer> partitions = new ConcurrentHashMap<>();

    Topology(Link link, Dialect dialect, BrokerSettings settings) {
        this.link = link;
        this.names = new Names(settings.prefix());
        this.dialect = dialect;
        this.settings = settings;
    }

    Names names() {
        return names;
    }

    /** How many partitions a flow has; an exception where nobody declared it. */
    int partitions(String flow) {
        Integer declared = partitions.get(flow);
        if (declared == null) {
            throw new BrokerException(
                    "the flow '" + flow + "' has no work queues: it is not among the flows running here");
        }
        return declared;
    }

    /** Declares what all flows share. */
    void declareShared() {
        declaring(channel -> {
            exchange(channel, names.dead(), BuiltinExchangeType.FANOUT);
            queue(channel, names.dead(), dialect.dead());
            channel.queueBind(names.dead(), names.dead(), "");
            exchange(channel, names.workExchange(), BuiltinExchangeType.DIRECT);
            for (Duration tier : settings.retryTiers()) {
                exchange(channel, names.retry(tier), BuiltinExchangeType.FANOUT);
                queue(channel, names.retry(tier), dialect.retry(names, tier));
                channel.queueBind(names.retry(tier), names.retry(tier), "");
            }
        });
    }

    /** Declares a flow's work queues. */
    void declare(String flow, int count) {
        if (count < 1 || count > 256) {
            throw new IllegalArgumentException("the flow '" + flow + "' has 1 to 256 partitions, not " + count);
        }
        declaring(channel -> {
            for (int partition = 0; partition < count; partition++) {
                work(channel, flow, partition);
            }
        });
        partitions.put(flow, count);
    }

    /** Declares one work queue again: somebody may have deleted it. */
    void declarePartition(String flow, int partition) {
        declaring(channel -> work(channel, flow, partition));
    }

    /** How many queues a flow has on the broker: its partitions, and those left from when it had more. */
    int standing(String flow) {
        int standing = partitions(flow);
        while (depth(names.workQueue(flow, standing)).isPresent()) {
            standing++;
        }
        return standing;
    }

    /** How many messages are ready on a queue; nothing where there is no such queue. */
    OptionalLong depth(String queue) {
        try (Channel channel = link.channel()) {
            return OptionalLong.of(channel.queueDeclarePassive(queue).getMessageCount());
        } catch (IOException | TimeoutException refused) {
            if (Reasons.hasCode(refused, AMQP.NOT_FOUND)) {
                return OptionalLong.empty();
            }
            throw new BrokerException("cannot ask for the queue " + queue + ": " + Reasons.of(refused), refused);
        }
    }

    /** How many messages are ready on a flow's partitions: asked before every page, so all of them over one channel. */
    long waiting(String flow) {
        long all = 0;
        try (Channel channel = link.channel()) {
            for (int partition = 0; partition < partitions(flow); partition++) {
                all += channel.messageCount(names.workQueue(flow, partition));
            }
            return all;
        } catch (IOException | TimeoutException refused) {
            if (!Reasons.hasCode(refused, AMQP.NOT_FOUND)) {
                throw new BrokerException("cannot ask for the queues of " + flow + ": " + Reasons.of(refused), refused);
            }
        }
        return oneByOne(flow);
    }

    /** The same where one of them is missing, which ends the channel that asks for it. */
    private long oneByOne(String flow) {
        long all = 0;
        for (int partition = 0; partition < partitions(flow); partition++) {
            all += depth(names.workQueue(flow, partition)).orElse(0);
        }
        return all;
    }

    private void work(Channel channel, String flow, int partition) throws IOException {
        String queue = names.workQueue(flow, partition);
        queue(channel, queue, dialect.work(names));
        channel.queueBind(queue, names.workExchange(), names.routingKey(flow, partition));
    }

    private static void exchange(Channel channel, String name, BuiltinExchangeType type) throws IOException {
        channel.exchangeDeclare(name, type, true);
    }

    private static void queue(Channel channel, String name, Map<String, Object> arguments) throws IOException {
        channel.queueDeclare(name, true, false, false, arguments);
    }

    private void declaring(Declaration declaration) {
        try (Channel channel = link.channel()) {
            declaration.on(channel);
        } catch (IOException | TimeoutException refused) {
            if (Reasons.hasCode(refused, AMQP.PRECONDITION_FAILED)) {
                throw new BrokerStartException(
                        "the broker holds an exchange or queue of the same name that was made otherwise ("
                                + Reasons.of(refused) + ")",
                        "delete it once it is empty, or set linkspan.broker.prefix",
                        refused);
            }
            throw new BrokerException("cannot declare the queues: " + Reasons.of(refused), refused);
        }
    }

    private interface Declaration {
        void on(Channel channel) throws IOException;
    }
}
