package io.linkspan.system.answer;

import io.linkspan.record.StartTags;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** A document on its way to the parser; reading ends with {@link StartTags.TooManyAttributes} before it can hurt. */
final class Watched {
    private Watched() {}

    /** Bytes of UTF-8. */
    static InputStream bytes(InputStream document) {
        StartTags tags = new StartTags(StartTags.MOST_ATTRIBUTES);
        return new FilterInputStream(document) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                if (count > 0) {
                    tags.window(i -> buffer[from + i], count);
                }
                return count;
            }
        };
    }

    static Reader characters(Reader document) {
        StartTags tags = new StartTags(StartTags.MOST_ATTRIBUTES);
        return new FilterReader(document) {
            @Override
            public int read() throws IOException {
                char[] one = new char[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(char[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                if (count > 0) {
                    tags.window(i -> buffer[from + i], count);
                }
                return count;
            }
        };
    }
}
