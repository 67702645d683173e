package io.linkspan.sandbox.crm;

import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import io.linkspan.sandbox.fault.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where records are written: rules, keys, then the shelf. */
final class Desk {
    private final Archive archive;
    private final Map<String, Rules> rules;
    private final CrmSettings.Manners manners;
    private final Faults faults;

    Desk(Archive archive, CrmSettings.Manners manners, Faults faults) {
        this.archive = archive;
        this.manners = manners;
        this.faults = faults;
        Shelf companies = archive.shelves().getOrDefault("companies", new Shelf());
        this.rules = Map.of("companies", new CompanyRules(), "deals", new DealRules(companies));
    }

    /**
     * Writes records, in order.
     *
     * @param submissions what was sent
     * @param hold how long it takes between taking the keys and writing
     */
    List<Receipt> work(List<Submission> submissions, Duration hold) throws InterruptedException {
        List<Taken> taken = submissions.stream().map(this::take).toList();
        try {
            Thread.sleep(hold);
        } catch (InterruptedException closing) {
            taken.forEach(this::giveUp);
            throw closing;
        }
        return taken.stream().map(this::carryOut).toList();
    }

    /** A submission that was taken: its key is in flight now, or it is settled already. */
    private record Taken(
            Submission submission,
            Content content,
            long payload,
            @Nullable Receipt settled) {}

    /** Takes a submission; nothing is written yet. */
    private Taken take(Submission submission) {
        String key = submission.key();
        Content content = content(submission.sent());
        if (key == null) {
            return new Taken(submission, content, 0, null);
        }
        long payload = payload(submission, content);
        Tally tally = tally(submission);
        return new Taken(
                submission,
                content,
                payload,
                switch (archive.keys().take(key, payload)) {
                    case Keys.Standing.Fresh() -> null;
                    case Keys.Standing.Again() -> {
                        tally.count(Tally.Entry.KEY_APPLIED_TWICE);
                        yield null;
                    }
                    case Keys.Standing.Done(Receipt receipt) -> {
                        tally.count(Tally.Entry.REPLAYED);
                        yield receipt;
                    }
                    case Keys.Standing.InFlight() -> {
                        tally.count(Tally.Entry.KEY_IN_FLIGHT);
                        yield Receipt.refused(
                                409, "", "key-in-flight", "a call with this idempotency key is being worked on");
                    }
                    case Keys.Standing.Misused() -> {
                        tally.count(Tally.Entry.KEY_MISUSED);
                        yield Receipt.refused(
                                422, "", "key-misused", "this idempotency key was used for another payload");
                    }
                });
    }

    /** Does what was taken, and settles its key. */
    private Receipt carryOut(Taken taken) {
        if (taken.settled() != null) {
            return taken.settled();
        }
        Submission submission = taken.submission();
        Receipt receipt = write(submission, taken.content(), new Archive.Origin(submission.key(), taken.payload()));
        if (!receipt.applied()) {
            tally(submission).count(Tally.Entry.REFUSED);
        }
        if (submission.key() != null) {
            archive.keys().settle(submission.key(), taken.payload(), receipt);
        }
        return receipt;
    }

    /** Gives up what was taken: its key is free again. */
    private void giveUp(Taken taken) {
        Submission submission = taken.submission();
        if (taken.settled() == null && submission.key() != null) {
            archive.keys()
                    .settle(submission.key(), taken.payload(), Receipt.refused(422, "", "batch", "not carried out"));
        }
    }

    /** How long a rule wants keys to be held before anything is written. */
    static Duration hold(@Nullable FaultRule fault) {
        return fault != null && fault.kind() == FaultKind.HELD ? fault.delay() : Duration.ZERO;
    }

    /** What is wrong with a submission by the rules alone. */
    List<Flaw> flaws(Submission submission) {
        JsonNode externalId = submission.sent().path("externalId");
        if (submission.way() == Submission.Way.UPSERT && !submission.address().matches(".{1,64}")) {
            return List.of(new Flaw("externalId", "required", "externalId is required and has at most 64 characters"));
        }
        if (submission.way() == Submission.Way.UPSERT
                && !externalId.isMissingNode()
                && !externalId.asString("").equals(submission.address())) {
            return List.of(new Flaw("externalId", "mismatch", "externalId is another one in the address"));
        }
        if (faults.strikes(FaultKind.REFUSED_RECORD, submission.address())) {
            return List.of(new Flaw("externalId", "refused", "this record is refused by the sandbox"));
        }
        return rules(submission).flaws(submission.sent());
    }

    private Receipt write(Submission submission, Content content, Archive.Origin origin) {
        if (submission.way() == Submission.Way.MERGE || submission.way() == Submission.Way.MERGE_NAMED) {
            return merge(submission, origin);
        }
        List<Flaw> flaws = flaws(submission);
        if (!flaws.isEmpty()) {
            return new Receipt(422, 0, flaws);
        }
        Shelf shelf = shelf(submission);
        synchronized (shelf) {
            return switch (submission.way()) {
                case UPSERT -> upsert(submission, content, origin, shelf.named(submission.address()));
                case CREATE -> create(submission, content, origin);
                default -> replace(submission, content, origin);
            };
        }
    }

    private Receipt upsert(Submission submission, Content content, Archive.Origin origin, List<Stored> named) {
        return switch (named.size()) {
            case 0 -> archive.create(submission.collection(), submission.address(), content, origin);
            case 1 -> archive.update(submission.collection(), named.getFirst(), content, origin);
            default -> Receipt.refused(409, "externalId", "ambiguous", "externalId has " + named.size() + " records");
        };
    }

    private Receipt create(Submission submission, Content content, Archive.Origin origin) {
        String externalId = submission.sent().path("externalId").asString("");
        List<Stored> named =
                externalId.isEmpty() ? List.of() : shelf(submission).named(externalId);
        if (manners.uniqueExternalIds() && !named.isEmpty()) {
            return Receipt.refused(
                    409,
                    "externalId",
                    "duplicate",
                    "externalId is taken by " + named.getFirst().id());
        }
        return archive.create(submission.collection(), externalId.isEmpty() ? null : externalId, content, origin);
    }

    private Receipt replace(Submission submission, Content content, Archive.Origin origin) {
        Stored record = shelf(submission).get(id(submission.address()));
        return record == null ? notFound() : archive.update(submission.collection(), record, content, origin);
    }

    private Receipt merge(Submission submission, Archive.Origin origin) {
        Shelf shelf = shelf(submission);
        synchronized (shelf) {
            Stored record = submission.way() == Submission.Way.MERGE
                    ? shelf.get(id(submission.address()))
                    : shelf.named(submission.address()).stream().findFirst().orElse(null);
            if (record == null) {
                return notFound();
            }
            if (record.content().text().isEmpty()) {
                return Receipt.refused(
                        409, "", "content-not-kept", "only digests are kept here: send the whole record");
            }
            ObjectNode merged = Json.object(record.content().text());
            submission.sent().properties().forEach(property -> merged.set(property.getKey(), property.getValue()));
            List<Flaw> flaws = rules(submission).flaws(merged);
            return flaws.isEmpty()
                    ? archive.update(submission.collection(), record, content(merged), origin)
                    : new Receipt(422, 0, flaws);
        }
    }

    /** What tells two uses of a key apart. */
    private static long payload(Submission submission, Content content) {
        return Canonical.hash(String.join(
                "\n",
                submission.collection(),
                submission.way().name(),
                submission.address(),
                submission.sent().path("externalId").asString(""),
                "" + content.version(),
                "" + content.hash()));
    }

    private Content content(ObjectNode sent) {
        JsonNode version = sent.path(manners.versionField());
        String canonical = Canonical.text(sent, Set.of("id", "externalId", manners.versionField(), manners.itemKey()));
        return archive.content(canonical, version.isValueNode() ? version.asString("") : null);
    }

    /** Our id in an address, or one that no record has. */
    static long id(String address) {
        return address.matches("\\d{1,18}") ? Long.parseLong(address) : -1;
    }

    private static Receipt notFound() {
        return Receipt.refused(404, "", "not-found", "there is no such record");
    }

    private Shelf shelf(Submission submission) {
        return archive.shelves().getOrDefault(submission.collection(), new Shelf());
    }

    private Rules rules(Submission submission) {
        return rules.getOrDefault(submission.collection(), record -> List.of());
    }

    private Tally tally(Submission submission) {
        return shelf(submission).tally();
    }
}
