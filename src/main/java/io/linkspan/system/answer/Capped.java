package io.linkspan.system.answer;

import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes on up to a limit. */
final class Capped extends OutputStream {
    private final OutputStream out;
    private final int limit;
    private int written;

    Capped(OutputStream out, AnswerShape.Limits limits) {
        this.out = out;
        this.limit = limits.recordBytes();
    }

    @Override
    public void write(int single) throws IOException {
        count(1);
        out.write(single);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        count(count);
        out.write(bytes, from, count);
    }

    private void count(int more) {
        written += more;
        if (written > limit) {
            throw new Utf8Buffer.Full();
        }
    }
}
