package io.linkspan.system.soap;

import io.linkspan.system.Pull;
import io.linkspan.system.answer.AnswerPath;
import org.jspecify.annotations.Nullable;

/** A pull, compiled. */
final class PullPlan {
    private final Operation list;
    private final PagingPlan paging;
    private final @Nullable DetailPlan detail;

    PullPlan(Pull pull) {
        this.paging = new PagingPlan(pull.page());
        String expected = pull.answer() != null
                ? pull.answer()
                : AnswerPath.parse(pull.records()).steps().getFirst();
        this.list = Operation.of(
                pull.operation(),
                pull.request(),
                pull.soapAction(),
                pull.records(),
                expected,
                paging.wanted(),
                pull.leaveOut(),
                pull.errors());
        this.detail = pull.detail() == null ? null : new DetailPlan(pull.detail(), pull.leaveOut());
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
