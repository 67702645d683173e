package io.linkspan.chaos;

import java.util.List;

/** What happens to the broker and the database. */
final class ServerTroubles {
    /** Raised as PostgreSQL raises it when the disk is full. */
    private static final String FULL = """
            CREATE OR REPLACE FUNCTION chaos_disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$""";

    private static final List<String> TABLES = List.of("ledger", "checkpoint", "dead_letter");

    private final Servers servers;
    private final FlowFiles flows;

    ServerTroubles(Servers servers, FlowFiles flows) {
        this.servers = servers;
        this.flows = flows;
    }

    List<Trouble> broker() {
        return List.of(
                Trouble.of("killed and restarted", dice -> {
                    servers.rabbit().awaitQueuesWrittenDown();
                    servers.rabbit().kill();
                    Thread.sleep(dice.nextInt(200, 2000));
                    servers.rabbit().start();
                    return standing();
                }),
                Trouble.of("memory alarm", dice -> {
                    servers.rabbit().ctl("set_vm_memory_high_watermark", "0.000001");
                    Thread.sleep(dice.nextInt(1000, 4000));
                    servers.rabbit().ctl("set_vm_memory_high_watermark", "0.6");
                    return "publishers held up";
                }),
                Trouble.of("connections cut", dice -> {
                    servers.rabbit().ctl("close_all_connections", "chaos");
                    return "all connections";
                }),
                Trouble.of("work queue deleted", dice -> {
                    String flow = FlowFiles.FLOWS.get(dice.nextInt(FlowFiles.FLOWS.size()));
                    return deleted(Servers.PREFIX + ".work." + flow + "." + dice.nextInt(flows.partitions()));
                }),
                Trouble.of("dead queue deleted", dice -> deleted(Servers.PREFIX + ".dead")));
    }

    List<Trouble> database() {
        return List.of(
                Trouble.of("killed and restarted", dice -> {
                    servers.postgres().kill();
                    Thread.sleep(dice.nextInt(200, 2000));
                    servers.postgres().start();
                    return "all connections";
                }),
                Trouble.of("connections cut", dice -> {
                    long cut = servers.number("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                    return cut == 0 ? Trouble.MISSED : cut + " connections";
                }),
                Trouble.of("disk full", dice -> {
                    String table = TABLES.get(dice.nextInt(TABLES.size()));
                    servers.execute(
                            FULL,
                            "CREATE TRIGGER chaos_full BEFORE INSERT OR UPDATE ON " + table
                                    + " EXECUTE FUNCTION chaos_disk_full()");
                    Thread.sleep(dice.nextInt(500, 3000));
                    servers.execute("DROP TRIGGER chaos_full ON " + table);
                    return "writes to " + table;
                }));
    }

    private String standing() {
        return servers.queuesWithMessages().size() + " queues held messages";
    }

    /** Only while it is empty: what stands in a queue goes with it, and no promise can bring it back. */
    private String deleted(String queue) throws InterruptedException {
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                servers.rabbit().ctl("delete_queue", "--if-empty", queue);
                return queue;
            } catch (IllegalStateException notEmpty) {
                Thread.sleep(300);
            }
        }
        return Trouble.MISSED;
    }
}
