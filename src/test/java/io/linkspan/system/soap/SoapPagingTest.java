package io.linkspan.system.soap;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.system.Fault;
import io.linkspan.system.Pull;
import io.linkspan.system.Pull.End;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.Pull.Search;
import io.linkspan.system.Source.PageEnd;
import io.linkspan.system.Source.PageRequest;
import io.linkspan.system.answer.Beside;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the pages of a list follow each other. */
class SoapPagingTest extends SoapEdge {
    @Test
    void followsTheCursorToTheEnd() throws Exception {
        start(Map.of());
        Pull pull = pull(new Paging.Cursor(2, "R/next"), "<Q><c>${cursor}</c><n>${size}</n></Q>");

        answer("<R><L><x>1</x><x>2</x></L><next>c-2</next></R>");
        assertThat(read(pull)).isEqualTo(new PageEnd(2, Map.of("cursor", "c-2")));
        answer("<R><L><x>3</x></L><next></next></R>");
        assertThat(read(pull, "cursor", "c-2")).isEqualTo(new PageEnd(1, null));

        assertThat(records).containsExactly("<x>1</x>", "<x>2</x>", "<x>3</x>");
        ERP.verify(postRequestedFor(urlEqualTo("/ws")).withRequestBody(containing("<c>c-2</c><n>2</n>")));
    }

    @Test
    void refusesACursorThatLeadsToItself() {
        answer("<R><L><x>1</x></L><next>c</next></R>");
        start(Map.of());

        assertFault(
                pull(new Paging.Cursor(2, "R/next"), "<Q/>"), Fault.Misconfigured.class, "paging-stuck", "cursor", "c");
    }

    @Test
    void beginsTheNextPageAtTheLastRecordsBookmark() throws Exception {
        start(Map.of());
        Pull pull = pull(new Paging.Bookmark(2, "Key"), "<Q>${cursor}</Q>");

        answer("<R><L><x><Key>a</Key></x><x><Key>b</Key></x></L></R>");
        assertThat(read(pull).next()).isEqualTo(Map.of("cursor", "b"));
        assertThat(read(pull, "cursor", "a").next()).isEqualTo(Map.of("cursor", "b"));
        assertFault(pull, Fault.Misconfigured.class, "paging-stuck", "cursor", "b");
        answer("<R><L><x><Key>b</Key></x></L></R>");
        assertThat(read(pull, "cursor", "b").next()).isNull();
        answer("<R><L/></R>");
        assertThat(read(pull, "cursor", "b").next()).isNull();
        answer("<R><L><x/></L></R>");
        assertFault(pull, Fault.Misconfigured.class, "bookmark-missing");
    }

    @Test
    void countsOffsetsAndPages() throws Exception {
        start(Map.of());
        answer("<R><L><x/><x/></L></R>");

        assertThat(read(pull(new Paging.Offset(2, End.SHORT), "<Q>${offset}</Q>"), "offset", "4")
                        .next())
                .isEqualTo(Map.of("offset", "6"));
        assertThat(read(pull(new Paging.Offset(3, End.SHORT), "<Q>${offset}</Q>"), "offset", "4")
                        .next())
                .isNull();
        assertThat(read(pull(new Paging.PageNumber(2, 1, End.SHORT, null), "<Q>${page}</Q>"))
                        .next())
                .isEqualTo(Map.of("page", "2", "read", "2"));
        ERP.verify(postRequestedFor(urlEqualTo("/ws")).withRequestBody(containing("<Q>1</Q>")));
    }

    @Test
    void endsByAFlagATotalACountOfPagesOrAnEmptyPage() throws Exception {
        start(Map.of());
        answer("<R><L><x/></L><more>true</more><total>7</total><pages>3</pages></R>");

        assertThat(next(new End("R/more", null, null, false), "3")).isEqualTo("4");
        assertThat(next(new End(null, "R/total", null, false), "5")).isEqualTo("6");
        assertThat(next(new End(null, "R/total", null, false), "6")).isNull();
        assertThat(next(End.SHORT, "3")).isNull();
        assertThat(next(new End(null, null, null, true), "3")).isEqualTo("4");
        Paging pages = new Paging.PageNumber(5, 1, new End(null, null, "R/pages", false), null);
        assertThat(read(pull(pages, "<Q>${page}</Q>"), "page", "2").next()).containsEntry("page", "3");
        assertThat(read(pull(pages, "<Q>${page}</Q>"), "page", "3").next()).isNull();
        answer("<R><L><x/></L><more>false</more></R>");
        assertThat(next(new End("R/more", null, null, false), "3")).isNull();
        answer("<R><L/><total>7</total></R>");
        assertThat(next(new End(null, "R/total", null, false), "3")).isNull();
    }

    @Test
    void refusesAnAnswerThatDoesNotTellWhetherMorePagesFollow() {
        start(Map.of());
        answer("<R><L><x/></L><total>many</total></R>");

        assertFault(counted(new End("R/more", null, null, false)), Fault.Misconfigured.class, "paging-value");
        assertFault(counted(new End(null, "R/total", null, false)), Fault.Misconfigured.class, "paging-value");
    }

    @Test
    void opensASearchAndGoesOnWithItByAnotherOperation() throws Exception {
        start(Map.of());
        Search search = new Search("*/result/id", "SearchMore", "<More><s>${search}</s><p>${page}</p></More>", null);
        Paging paging = new Paging.PageNumber(2, 1, new End(null, null, "*/result/pages", false), search);
        Pull pull = new Pull(
                "Search", "<Search/>", null, "*/result/x", "*/result", paging, null, null, List.of(), Beside.NOTHING);

        answer("<SearchResponse><result><id>S 1</id><pages>2</pages><x>a</x><x>b</x></result></SearchResponse>");
        Map<String, String> next = read(pull).next();
        assertThat(next).isEqualTo(Map.of("page", "2", "read", "2", "search", "S 1"));

        answer("<SearchMoreResponse><result><pages>2</pages><x>c</x></result></SearchMoreResponse>");
        assertThat(fixture().erp().read(pull, new PageRequest(Objects.requireNonNull(next)), one -> {}, context))
                .isEqualTo(new PageEnd(1, null));
        ERP.verify(postRequestedFor(urlEqualTo("/ws"))
                .withHeader("SOAPAction", containing("SearchMore"))
                .withRequestBody(containing("<s>S 1</s><p>2</p>")));

        answer("<SearchResponse><result><pages>2</pages><x>a</x></result></SearchResponse>");
        assertFault(pull, Fault.Misconfigured.class, "search-missing");
    }

    private @Nullable String next(End end, String offset) throws Exception {
        Map<String, String> next = read(counted(end), "offset", offset).next();
        return next == null ? null : next.get("offset");
    }

    private static Pull counted(End end) {
        return pull(new Paging.Offset(5, end), "<Q>${offset}</Q>");
    }
}
