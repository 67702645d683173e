package io.linkspan.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A channel for one publisher at a time. Every message is mandatory and confirmed; a bounded number may be unconfirmed,
 * so that the broker's speed is the publisher's. After any refusal the channel is of no more use.
 */
final class ConfirmingChannel implements AutoCloseable {
    private final Channel channel;
    private final int window;
    private final long patience;
    private final BrokerMeters meters;
    private final String stamp = Long.toHexString(ThreadLocalRandom.current().nextLong()) + "-";
    private final Refusals refusals = new Refusals();
    private @Nullable ShutdownSignalException gone;
    private long progress;

    ConfirmingChannel(Channel channel, BrokerSettings settings, BrokerMeters meters) {
        this.channel = channel;
        this.window = settings.confirmWindow();
        this.patience = settings.confirmTimeout().toNanos();
        this.meters = meters;
        try {
            channel.addReturnListener(
                    (code, text, exchange, key, properties, body) -> returned(code + " " + text, properties));
            channel.addConfirmListener(this::acked, this::nacked);
            channel.addShutdownListener(this::gone);
            channel.confirmSelect();
        } catch (IOException refused) {
            throw new BrokerException("the broker confirms nothing: " + Reasons.of(refused), refused);
        }
    }

    /** Publishes; waits while the window is full. */
    void publish(Message message) {
        synchronized (this) {
            awaitFewerThan(window);
            refusals.published(channel.getNextPublishSeqNo(), message.name());
        }
        AMQP.BasicProperties properties = message.properties()
                .builder()
                .messageId(stamp + channel.getNextPublishSeqNo())
                .build();
        try {
            channel.basicPublish(message.exchange(), message.routingKey(), true, properties, message.body());
        } catch (IOException | AlreadyClosedException away) {
            throw failure(Reasons.of(away));
        }
        meters.published();
    }

    /** Waits until everything published is confirmed as routed. */
    synchronized void confirm() {
        awaitFewerThan(1);
    }

    /** Whether the next publisher can use it: everything so far is confirmed. */
    synchronized boolean clean() {
        return gone == null && !refusals.any() && refusals.waiting() == 0 && channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.abort();
        } catch (IOException gone) {
            // The connection is lost, and the channel with it.
        }
    }

    private void awaitFewerThan(int most) {
        try {
            awaitProgress(most);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw failure("interrupted");
        }
        ShutdownSignalException lost = gone;
        if (lost != null || refusals.any()) {
            throw failure(lost == null ? "refused" : Reasons.of(lost));
        }
    }

    private synchronized void awaitProgress(int most) throws InterruptedException {
        long seen = progress;
        long deadline = System.nanoTime() + patience;
        while (refusals.waiting() >= most && gone == null && !refusals.any()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw failure("nothing confirmed for " + TimeUnit.NANOSECONDS.toSeconds(patience) + " s");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
            if (progress != seen) {
                seen = progress;
                deadline = System.nanoTime() + patience;
            }
        }
    }

    private synchronized NotConfirmedException failure(String otherwise) {
        return refusals.exception(otherwise);
    }

    private synchronized void acked(long sequence, boolean andAllBefore) {
        meters.confirmed(refusals.confirmed(sequence, andAllBefore));
        moved();
    }

    private synchronized void nacked(long sequence, boolean andAllBefore) {
        meters.nacked(refusals.nacked(sequence, andAllBefore));
        moved();
    }

    private synchronized void returned(String reason, AMQP.BasicProperties properties) {
        meters.returned();
        refusals.returned(Long.parseLong(properties.getMessageId().substring(stamp.length())), reason);
    }

    private synchronized void gone(ShutdownSignalException cause) {
        gone = cause;
        moved();
    }

    private void moved() {
        progress++;
        notifyAll();
    }
}
