package io.linkspan.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the broker has sent to one consumer and nobody has taken up yet: never more than the prefetch. */
final class Inbox extends DefaultConsumer {
    private final BlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>();
    private final InstantSource clock;
    private volatile @Nullable String gone;

    Inbox(Channel channel, InstantSource clock) {
        super(channel);
        this.clock = clock;
    }

    @Override
    public void handleDelivery(String consumer, Envelope from, AMQP.BasicProperties properties, byte[] body) {
        waiting.add(new Arrival(from.getDeliveryTag(), from.getRoutingKey(), properties, body, clock.instant()));
    }

    @Override
    public void handleCancel(String consumer) {
        gone = "the broker ended the consumer: its queue was deleted or has moved";
        wake();
    }

    @Override
    public void handleShutdownSignal(String consumer, ShutdownSignalException signal) {
        gone = Reasons.of(signal);
        wake();
    }

    /** Whoever waits for the next batch goes on with what there is. */
    void wake() {
        waiting.add(Arrival.NOTHING);
    }

    /** Why nothing more can be read or settled on this channel; null while all is well. */
    @Nullable
    String gone() {
        return gone;
    }

    /** The next batch: empty if nothing comes for so long. Waits for more only once there is a first. */
    List<Arrival> batch(int size, Duration linger, Duration patience) throws InterruptedException {
        List<Arrival> batch = new ArrayList<>();
        Arrival next = waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        long deadline = System.nanoTime() + linger.toNanos();
        while (next != null && !next.nothing()) {
            batch.add(next);
            waiting.drainTo(batch, size - batch.size());
            long left = deadline - System.nanoTime();
            next = batch.size() < size && left > 0 ? waiting.poll(left, TimeUnit.NANOSECONDS) : null;
        }
        batch.removeIf(Arrival::nothing);
        return batch;
    }
}
