package io.linkspan.sandbox.crm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Where a request goes.
 *
 * @param collection the collection, empty where the path names none
 * @param shape what the path names in it
 * @param address the external id or our own id, unescaped; empty where the path names no record
 */
record Route(String collection, Shape shape, String address) {
    /** What a path can name. */
    enum Shape {
        /** {@code /v1/companies}. */
        COLLECTION,
        /** {@code /v1/companies/batch/upsert}. */
        BATCH,
        /** {@code /v1/companies/0000000001}, by external id. */
        NAMED,
        /** {@code /v1/companies/id/700001}, by our id. */
        NUMBERED,
        /** Anything else. */
        NOWHERE
    }

    static Route of(String path) {
        List<String> steps =
                Arrays.stream(path.split("/", -1)).skip(1).map(Route::unescape).toList();
        if (steps.size() < 2 || !steps.getFirst().equals("v1")) {
            return new Route("", Shape.NOWHERE, "");
        }
        String collection = steps.get(1);
        return switch (steps.size()) {
            case 2 -> new Route(collection, Shape.COLLECTION, "");
            case 3 -> new Route(collection, Shape.NAMED, steps.get(2));
            case 4 -> deep(collection, steps.get(2), steps.get(3));
            default -> new Route(collection, Shape.NOWHERE, "");
        };
    }

    private static Route deep(String collection, String third, String fourth) {
        if (third.equals("batch") && fourth.equals("upsert")) {
            return new Route(collection, Shape.BATCH, "");
        }
        return third.equals("id")
                ? new Route(collection, Shape.NUMBERED, fourth)
                : new Route(collection, Shape.NOWHERE, "");
    }

    /** For rules and counts: the path with a place-holder for the record. */
    String name() {
        return switch (shape) {
            case COLLECTION -> "/v1/" + collection;
            case BATCH -> "/v1/" + collection + "/batch/upsert";
            case NAMED -> "/v1/" + collection + "/{externalId}";
            case NUMBERED -> "/v1/" + collection + "/id/{id}";
            case NOWHERE -> "elsewhere";
        };
    }

    private static String unescape(String step) {
        return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
