package io.linkspan.cli;

import io.linkspan.cli.back.RoundTrip.Outputs;
import io.linkspan.record.Payload;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a record that went there and back lost on its way. */
final class TripDifference {
    private static final JsonMapper JSON = new JsonMapper();

    private TripDifference() {}

    static List<String> of(Outputs outputs) {
        Payload second = outputs.second().output();
        if (second == null) {
            return ResultText.findings("what came back", outputs.second());
        }
        if (second.format() == Payload.Format.XML) {
            return XmlDifference.between(outputs.first().text(), second.text());
        }
        return JsonDifference.between(JSON.readTree(outputs.first().bytes()), JSON.readTree(second.bytes()));
    }
}
