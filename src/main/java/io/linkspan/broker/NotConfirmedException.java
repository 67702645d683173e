package io.linkspan.broker;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Messages the broker did not confirm as routed. Some of them may have arrived all the same: publishing them again is
 * safe, because a repeated record is recognised before it is delivered.
 */
public final class NotConfirmedException extends BrokerException {
    private static final int NAMED = 5;

    private final transient List<String> messages;

    NotConfirmedException(String why, List<String> messages) {
        super(sentence(why, messages));
        this.messages = List.copyOf(messages);
    }

    /** What is not confirmed, as {@code flow/key}, in the order of publishing. */
    public List<String> messages() {
        return messages;
    }

    private static String sentence(String why, List<String> messages) {
        String named = messages.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = messages.size() > NAMED ? " and " + (messages.size() - NAMED) + " more" : "";
        return "not confirmed by the broker (" + why + "): " + named + more;
    }
}
