package io.linkspan.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How people find, group, discard and edit dead letters: the same on every database. */
abstract class SearchContract extends DeadFixture {
    SearchContract(DataSource source) {
        super(source, new PayloadKeys(List.of()));
    }

    @Test
    void groupsWhatNeedsTheSameMend() {
        die(envelope("C-1", 1, "A"), unmapped("lines[3].email", "required"));
        die(envelope("C-2", 1, "B"), unmapped("lines[7].email", "required"));
        die(envelope("C-3", 1, "C"), unmapped("name", "required"));
        die(envelope("C-4", 1, "D"), refused("company 4711 'Smith' is locked by a@b.example"));
        die(envelope("C-5", 1, "E"), refused("company 42 'Jones' is locked by c@d.example"));
        die(envelope("C-6", 1, "F"), refused("company is archived"));

        List<LetterGroup> groups = letters.groups(query(null), 10);

        assertThat(groups)
                .extracting(LetterGroup::letters, LetterGroup::title)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2L, "lines[].email required"),
                        org.assertj.core.groups.Tuple.tuple(1L, "name required"),
                        org.assertj.core.groups.Tuple.tuple(2L, "company # ‹…› is locked by ‹…›"),
                        org.assertj.core.groups.Tuple.tuple(1L, "company is archived"));
        LetterQuery first = new LetterQuery(
                List.of(), null, null, null, null, groups.getFirst().fingerprint(), null, null, null, null);
        assertThat(letters.find(first, 10).total()).isEqualTo(2);
    }

    @Test
    void walksOverAllPagesTheLatestFirst() {
        for (int i = 0; i < 7; i++) {
            clock.move(Duration.ofSeconds(i % 2));
            die(envelope("C-" + i, 1, "A"), refused("no"));
        }

        List<UUID> walked = new ArrayList<>();
        LetterPage page = letters.find(query(null), 3);
        while (true) {
            page.letters().forEach(letter -> walked.add(letter.id()));
            assertThat(page.total()).isEqualTo(7);
            LetterPage.Cursor next = page.next();
            if (next == null) {
                break;
            }
            page = letters.find(query(null), LetterPage.Cursor.parse(next.toString()), 3);
        }

        assertThat(walked).hasSize(7).doesNotHaveDuplicates();
        assertThat(walked)
                .containsExactlyElementsOf(all().stream().map(DeadLetter::id).toList());
    }

    @Test
    void findsByWhatIsKnown() {
        die(envelope("C-1", 1, "A"), refused("50% of_it! wrong"));
        clock.move(Duration.ofMinutes(5));
        die(envelope("C-2", 1, "B"), unmapped("name", "required"));

        assertThat(keys(new LetterQuery(List.of(), flow, "C-1", null, null, null, null, null, null, null)))
                .containsExactly("C-1");
        assertThat(keys(new LetterQuery(
                        List.of(), flow, null, null, Outcome.Reason.MAPPING, null, null, null, null, null)))
                .containsExactly("C-2");
        assertThat(keys(new LetterQuery(List.of(), flow, null, null, null, null, "journey-C-2", null, null, null)))
                .containsExactly("C-2");
        assertThat(keys(new LetterQuery(List.of(), flow, null, null, null, null, null, clock.instant(), null, null)))
                .containsExactly("C-2");
        assertThat(keys(new LetterQuery(List.of(), flow, null, null, null, null, null, null, clock.instant(), null)))
                .containsExactly("C-1");
        assertThat(keys(new LetterQuery(List.of(), flow, null, null, null, null, null, null, null, "0% OF_it!")))
                .containsExactly("C-1");
        assertThat(keys(new LetterQuery(List.of(), flow, null, null, null, null, null, null, null, "0%wrong")))
                .isEmpty();
        assertThat(keys(query(LetterStatus.DISCARDED))).isEmpty();
    }

    private List<String> keys(LetterQuery query) {
        return letters.find(query, 10).letters().stream()
                .map(letter -> letter.key().value())
                .toList();
    }

    @Test
    void discardsWithAReasonOnly() {
        die(envelope("C-1", 1, "A"), refused("no"));
        die(envelope("C-2", 1, "A"), refused("no"));
        UUID one = all().getFirst().id();

        assertThatThrownBy(() -> letters.discard(LetterQuery.of(List.of(one)), " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(letters.discard(LetterQuery.of(List.of(one)), "a test customer"))
                .isOne();
        assertThat(letters.discard(LetterQuery.of(List.of(one)), "once more")).isZero();

        assertThat(letters.get(one).status()).isEqualTo(LetterStatus.DISCARDED);
        assertThat(letters.get(one).discardReason()).isEqualTo("a test customer");
        assertThat(letters.find(query(LetterStatus.OPEN), 10).total()).isOne();
    }

    @Test
    void keepsTheOriginalOfAnEditedRecordAndShowsTheDifference() {
        die(envelope("C-1", 1, "Smih"), refused("no"));
        UUID id = only().id();

        List<Difference> differences = letters.edit(
                id,
                "<Customer><No>C-1</No>\n  <Name>Smith</Name><Mail at='1'/></Customer>"
                        .getBytes(StandardCharsets.UTF_8),
                "ann");

        assertThat(differences)
                .containsExactly(
                        new Difference("Customer/Name", "Smih", "Smith"),
                        new Difference("Customer/Mail/@at", null, "1"),
                        new Difference("Customer/Mail", null, ""));
        assertThat(letters.difference(id)).isEqualTo(differences);
        assertThat(letters.payloads(id).original().text()).contains("Smih");
        assertThat(letters.payloads(id).current().text()).contains("Smith");
        assertThat(only().edit()).isEqualTo(new DeadLetter.Edit("ann", clock.instant()));
    }

    @Test
    void refusesAnEditThatIsNoRecord() {
        die(envelope("C-1", 1, "A"), refused("no"));
        UUID id = only().id();

        for (String text : List.of(
                "<Customer><No>C-1</Customer>", "", "{}", "<!DOCTYPE x [<!ENTITY y 'z'>]><Customer>&y;</Customer>")) {
            assertThatThrownBy(() -> letters.edit(id, text.getBytes(StandardCharsets.UTF_8), "ann"))
                    .as(text)
                    .isInstanceOf(EditRefused.class);
        }
        assertThat(only().edit()).isNull();
    }

    @Test
    void refusesToEditWhatIsDoneWith() {
        die(envelope("C-1", 1, "A"), refused("no"));
        letters.discard(query(null), "test");

        assertThatThrownBy(() -> letters.edit(only().id(), "<A/>".getBytes(StandardCharsets.UTF_8), "ann"))
                .isInstanceOf(LetterNotOpen.class);
    }

    @Test
    void saysThatThereIsNoSuchLetter() {
        assertThatThrownBy(() -> letters.get(UUID.randomUUID())).isInstanceOf(NoSuchLetter.class);
        assertThatThrownBy(() -> letters.payloads(UUID.randomUUID())).isInstanceOf(NoSuchLetter.class);
    }
}
