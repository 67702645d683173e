package io.linkspan.broker;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/** Connections a test can cut. */
final class CuttableConnections extends ConnectionFactory {
    /** The same list in every copy of the factory. */
    private final List<Connection> opened = new CopyOnWriteArrayList<>();

    CuttableConnections(ConnectionFactory like) {
        setHost(like.getHost());
        setPort(like.getPort());
        setUsername(like.getUsername());
        setPassword(like.getPassword());
    }

    @Override
    public Connection newConnection(List<Address> addresses, String name) throws IOException, TimeoutException {
        Connection fresh = super.newConnection(addresses, name);
        opened.add(fresh);
        return fresh;
    }

    /** Cuts every connection opened so far; new ones can be opened. */
    void cut() {
        opened.forEach(Connection::abort);
    }
}
