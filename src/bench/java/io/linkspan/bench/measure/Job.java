package io.linkspan.bench.measure;

import java.util.List;

/** What a contender does over and over. */
public interface Job {
    /**
     * Does the work.
     *
     * @param times how many records
     * @return something that depends on every result, so that no work can be optimised away
     */
    long run(int times) throws Exception;

    /** The results for all inputs, to be compared with the other contenders'. Texts without line breaks. */
    List<String> results() throws Exception;
}
