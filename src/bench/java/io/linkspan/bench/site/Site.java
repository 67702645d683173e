package io.linkspan.bench.site;

import io.linkspan.testing.RealPostgres;
import io.linkspan.testing.RealRabbit;
import java.util.Map;

/** A broker and a database nobody else uses, both in processes of this machine and both as careful as in production. */
public final class Site implements AutoCloseable {
    private final RealRabbit rabbit;
    private final RealPostgres postgres;

    private Site(RealRabbit rabbit, RealPostgres postgres) {
        this.rabbit = rabbit;
        this.postgres = postgres;
    }

    /** Starts both. */
    public static Site open() {
        RealRabbit rabbit = RealRabbit.onThisMachine();
        // What anybody sets who gives a database a machine; the defaults are for one of 1 GB.
        return new Site(rabbit, RealPostgres.onThisMachine(Map.of("shared_buffers", "1GB", "max_wal_size", "4GB")));
    }

    /** The broker. */
    public RealRabbit rabbit() {
        return rabbit;
    }

    /** The database's server. */
    public RealPostgres postgres() {
        return postgres;
    }

    @Override
    public void close() {
        rabbit.close();
        postgres.close();
    }
}
