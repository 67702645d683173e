package io.linkspan.system.soap;

import io.linkspan.system.Pull;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.Pull.Search;
import io.linkspan.system.answer.AnswerPath;
import io.linkspan.system.answer.Beside;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pull, compiled. */
final class PullPlan {
    private final Operation list;
    private final @Nullable Operation further;
    private final PagingPlan paging;
    private final @Nullable DetailPlan detail;

    PullPlan(Pull pull) {
        this.paging = new PagingPlan(pull.page());
        String expected = pull.answer() != null ? pull.answer() : answer(pull.records());
        this.list = list(pull, expected, new Search("", pull.operation(), pull.request(), pull.soapAction()));
        Search search = pull.page() instanceof Paging.PageNumber number ? number.search() : null;
        this.further = search == null ? null : list(pull, expected, search);
        this.detail = pull.detail() == null ? null : new DetailPlan(pull.detail(), pull.leaveOut(), pull.beside());
    }

    private Operation list(Pull pull, String expected, Search asked) {
        return Operation.of(
                asked.operation(),
                asked.request(),
                asked.soapAction(),
                pull.records(),
                expected,
                paging.wanted(),
                pull.leaveOut(),
                pull.errors(),
                pull.detail() == null
                        ? pull.beside()
                        : new Beside(
                                List.of(), pull.beside().hrefs(), pull.beside().prefixes()));
    }

    /** The body's first element, by the path of the records, which may name the envelope too. */
    private static String answer(String records) {
        List<String> steps = AnswerPath.parse(records).steps();
        boolean enveloped = steps.size() > 2
                && steps.get(0).equals("Envelope")
                && steps.get(1).equals("Body");
        return steps.get(enveloped ? 2 : 0);
    }

    /** The operation that asks for a page: the next ones of a search have their own. */
    Operation list(Map<String, String> asked) {
        return further != null && PagingPlan.goesOn(asked) ? further : list;
    }

    PagingPlan paging() {
        return paging;
    }

    @Nullable
    DetailPlan detail() {
        return detail;
    }
}
