package io.linkspan.system.soap;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.system.Fault;
import io.linkspan.system.Pull;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.Source.PageEnd;
import java.util.Map;
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

        assertThat(read(pull(new Paging.Offset(2), "<Q>${offset}</Q>"), "offset", "4")
                        .next())
                .isEqualTo(Map.of("offset", "6"));
        assertThat(read(pull(new Paging.Offset(3), "<Q>${offset}</Q>"), "offset", "4")
                        .next())
                .isNull();
        assertThat(read(pull(new Paging.PageNumber(2, 1), "<Q>${page}</Q>")).next())
                .isEqualTo(Map.of("page", "2"));
        ERP.verify(postRequestedFor(urlEqualTo("/ws")).withRequestBody(containing("<Q>1</Q>")));
    }
}
