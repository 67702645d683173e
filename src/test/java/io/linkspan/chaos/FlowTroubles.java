package io.linkspan.chaos;

import java.util.List;

/** What people do to flows while records move: break a file, mend it, send the dead again, spread a flow otherwise. */
final class FlowTroubles {
    private final World world;
    private final Fleet fleet;
    private final Operator operator;

    FlowTroubles(World world, Fleet fleet, Operator operator) {
        this.world = world;
        this.fleet = fleet;
        this.operator = operator;
    }

    List<Trouble> all() {
        return List.of(
                Trouble.of("file broken, then mended", dice -> {
                    world.flows().breakSyntax();
                    Thread.sleep(dice.nextInt(2000, 5000));
                    world.flows().mend();
                    return "customers.yaml";
                }),
                Trouble.of("mapping wrong, then mended", dice -> {
                    long before = dead();
                    world.flows().forgetStatus();
                    Thread.sleep(dice.nextInt(4000, 8000));
                    world.flows().mend();
                    long died = dead() - before;
                    return died == 0 ? Trouble.MISSED : died + " records died of it";
                }),
                Trouble.of("dead sent again", dice -> {
                    int sent = operator.replayAll();
                    return sent == 0 ? Trouble.MISSED : sent + " records, beside live ones";
                }),
                Trouble.of("partitions changed", dice -> {
                    int before = world.flows().partitions();
                    world.flows().partitions(before == 4 ? 3 + 2 * dice.nextInt(2) : 4);
                    fleet.killAll();
                    return before + " to " + world.flows().partitions() + ", all replicas killed and started again";
                }),
                Trouble.of("dead sent again", dice -> {
                    int sent = operator.replayAll();
                    return sent == 0 ? Trouble.MISSED : sent + " records, beside live ones";
                }));
    }

    private long dead() {
        return world.servers().number("SELECT COUNT(*) FROM dead_letter WHERE reason = 'MAPPING'");
    }
}
