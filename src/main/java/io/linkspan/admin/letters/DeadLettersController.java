package io.linkspan.admin.letters;

import io.linkspan.admin.letters.LetterView.Letters;
import io.linkspan.admin.letters.LetterView.Whole;
import io.linkspan.admin.security.Caller;
import io.linkspan.deadletter.DeadLetter;
import io.linkspan.deadletter.DeadLetters;
import io.linkspan.deadletter.Difference;
import io.linkspan.deadletter.DryRun;
import io.linkspan.deadletter.DryRuns;
import io.linkspan.deadletter.LetterGroup;
import io.linkspan.deadletter.LetterPage;
import io.linkspan.deadletter.LetterQuery;
import io.linkspan.deadletter.Sight;
import io.linkspan.deadletter.Sights;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/dead-letters}. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLettersController {
    private static final Sight EVERYTHING = new Sight("", null, null);

    private final DeadLetters letters;
    private final Sights sights;
    private final DryRuns dryRuns;

    DeadLettersController(DeadLetters letters, Sights sights, DryRuns dryRuns) {
        this.letters = letters;
        this.sights = sights;
        this.dryRuns = dryRuns;
    }

    @GetMapping
    Letters find(@RequestParam Map<String, String> parameters, Authentication key) {
        Wanted wanted = Wanted.page(parameters);
        LetterPage.Cursor after = wanted.after();
        LetterPage page = after == null
                ? letters.find(wanted.query(), wanted.limit())
                : letters.find(wanted.query(), after, wanted.limit());
        boolean all = Caller.of(key).seesSensitive();
        List<LetterView> views = page.letters().stream()
                .map(letter -> LetterView.of(letter, all ? EVERYTHING : sights.masked(letter)))
                .toList();
        LetterPage.Cursor next = page.next();
        return new Letters(views, page.total(), next == null ? null : next.toString());
    }

    @GetMapping("/groups")
    Map<String, List<LetterGroup>> groups(@RequestParam Map<String, String> parameters) {
        Wanted wanted = Wanted.page(parameters);
        return Map.of("groups", letters.groups(wanted.query(), wanted.limit()));
    }

    @GetMapping("/{id}")
    Whole one(@PathVariable UUID id, Authentication key) {
        DeadLetter letter = letters.get(id);
        boolean all = Caller.of(key).seesSensitive();
        Sight sight = all ? sights.open(letter) : sights.masked(letter);
        List<Difference> difference = sight.edited() == null ? List.of() : sight.of(letters.difference(id));
        return new Whole(
                LetterView.of(letter, sight), letter.format(), !all, sight.original(), sight.edited(), difference);
    }

    @PutMapping("/{id}/record")
    Map<String, List<Difference>> edit(@PathVariable UUID id, @RequestBody byte[] text, Authentication key) {
        return Map.of("difference", letters.edit(id, text, Caller.of(key).name()));
    }

    @PostMapping("/{id}/dry-run")
    DryRunView dryRun(
            @PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] tried, Authentication key) {
        DryRun run = dryRuns.run(id, tried);
        boolean all = Caller.of(key).seesSensitive();
        return DryRunView.of(run, all ? EVERYTHING : sights.masked(letters.get(id), tried));
    }

    @PostMapping("/{id}/discard")
    Map<String, Integer> discard(@PathVariable UUID id, @RequestBody Discard order) {
        letters.get(id);
        return Map.of("discarded", letters.discard(LetterQuery.of(List.of(id)), order.why()));
    }

    @PostMapping("/discard")
    Map<String, Integer> discardAll(@RequestBody Discard order) {
        return Map.of("discarded", letters.discard(Wanted.selection(order.letters()), order.why()));
    }

    /** Which letters are not to be delivered, and why. */
    record Discard(
            @Nullable Map<String, Object> letters, @Nullable String reason) {
        String why() {
            return reason == null ? "" : reason;
        }
    }
}
