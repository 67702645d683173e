package io.linkspan.broker;

import java.nio.file.Path;

/** A process that publishes to its embedded broker and then ends as if it were killed. */
final class KilledPublisher {
    static final int KILLED = 137;

    private KilledPublisher() {}

    public static void main(String[] folder) {
        BrokerHome home = new BrokerHome.Embedded(Path.of(folder[0]));
        Broker broker = home.connect(BrokerHome.settings("t"));
        broker.workQueues().declare("customers", 1);
        broker.dispatch().toWork(Records.records("customers", 300));
        Runtime.getRuntime().halt(KILLED);
    }
}
