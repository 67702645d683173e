package io.linkspan.system.soap;

import io.linkspan.system.Pull;
import io.linkspan.system.answer.AnswerPath;
import io.linkspan.system.answer.Beside;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pull, compiled. */
final class PullPlan {
    private final Operation list;
    private final PagingPlan paging;
    private final @Nullable DetailPlan detail;

    PullPlan(Pull pull) {
        this.paging = new PagingPlan(pull.page());
        String expected = pull.answer() != null ? pull.answer() : answer(pull.records());
        this.list = Operation.of(
                pull.operation(),
                pull.request(),
                pull.soapAction(),
                pull.records(),
                expected,
                paging.wanted(),
                pull.leaveOut(),
                pull.errors(),
                pull.detail() == null
                        ? pull.beside()
                        : new Beside(
                                List.of(), pull.beside().hrefs(), pull.beside().prefixes()));
        this.detail = pull.detail() == null ? null : new DetailPlan(pull.detail(), pull.leaveOut(), pull.beside());
    }

    /** The body's first element, by the path of the records, which may name the envelope too. */
    private static String answer(String records) {
        List<String> steps = AnswerPath.parse(records).steps();
        boolean enveloped = steps.size() > 2
                && steps.get(0).equals("Envelope")
                && steps.get(1).equals("Body");
        return steps.get(enveloped ? 2 : 0);
    }

    Operation list() {
        return list;
    }

    PagingPlan paging() {
        return paging;
    }

    @Nullable
    DetailPlan detail() {
        return detail;
    }
}
