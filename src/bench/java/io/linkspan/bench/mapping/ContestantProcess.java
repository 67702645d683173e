package io.linkspan.bench.mapping;

import io.linkspan.bench.measure.Job;
import io.linkspan.bench.measure.Worker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The process of one contestant. */
final class ContestantProcess implements Job {
    private final List<byte[]> records = CustomerRecords.all();
    private final Contender contender;
    private int next;

    private ContestantProcess(Contender contender) {
        this.contender = contender;
    }

    public static void main(String[] args) throws Exception {
        Worker.serve(new ContestantProcess(Contestant.of(args[0]).start().call()));
    }

    @Override
    public long run(int times) throws Exception {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += contender.map(records.get(next)).length;
            next = (next + 1) % records.size();
        }
        return sum;
    }

    @Override
    public List<String> results() throws Exception {
        List<String> results = new ArrayList<>();
        for (byte[] customer : records) {
            results.add(new String(contender.map(customer), StandardCharsets.UTF_8));
        }
        return results;
    }
}
