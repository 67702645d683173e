package io.linkspan.flow;

import static io.linkspan.flow.Section.may;

import java.util.List;
import java.util.Set;

/** What the mapping's own keys look like, for the editor's schema. The engine reads and checks them. */
final class MappingKeys {
    private static final String PATH = "{\"type\":\"string\"}";
    private static final String ANY = "{\"type\":[\"string\",\"number\",\"boolean\",\"null\",\"array\",\"object\"]}";
    private static final String YES = "{\"type\":\"boolean\"}";
    private static final String EXPRESSION = "{\"type\":\"string\"}";
    private static final String WORDS =
            "{\"anyOf\":[{\"type\":[\"string\",\"boolean\"]},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}";
    private static final String FIELDS = "{\"$ref\":\"#/definitions/fields\"}";
    private static final String PIECES =
            "{\"type\":\"array\",\"minItems\":1,\"items\":{\"$ref\":\"#/definitions/field\"}}";
    private static final String USE =
            "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}";
    private static final String EMPTINESS = "{\"$ref\":\"#/definitions/emptiness\"}";

    private static final String CHECKS = """
            {"type":"array","items":{"type":"object","required":["that","field"],"additionalProperties":false,"properties":{
            "that":{"type":"string","description":"What must hold, in CEL over the fields."},
            "field":{"type":"string","description":"The field that is wrong when it does not."},
            "other":{"type":"string","description":"The field it is compared with."},
            "code":{"type":"string","description":"What programs tell it by; cross_field where nothing is written."},
            "message":{"type":"string","description":"What to tell people."},
            "description":{"type":"string","description":"What it is for."}}}}""";
    private static final String LIMITS = """
            {"type":"object","additionalProperties":false,"properties":{
            "size":{"type":["string","integer"],"description":"Bytes of a record: 64MB."},
            "depth":{"type":["integer","string"],"description":"Levels of elements in each other; 200."},
            "elements":{"type":["integer","string"],"description":"Elements of a record; 1000000."},
            "attributes":{"type":["integer","string"],"description":"Attributes of one element; 1000."},
            "text":{"type":["integer","string"],"description":"Characters of one text; 16000000."}}}""";
    private static final String OUTPUT = """
            {"anyOf":[{"enum":["json"]},{"type":"object","required":["xml"],"additionalProperties":false,"properties":{
            "xml":{"type":"string","description":"The root element."},
            "namespace":{"type":"string","description":"The default namespace."},
            "declaration":{"type":"boolean","description":"Whether <?xml …?> is written."},
            "declare":{"type":"array","items":{"type":"string"},
            "description":"Prefixes that stand in values only."}}}]}""";
    private static final String REFERENCE = """
            {"anyOf":[{"type":"string"},{"type":"object","required":["flow"],"additionalProperties":false,
            "properties":{"flow":{"type":"string","description":"The other flow's name."}}}]}""";

    static final String EMPTINESS_SCHEMA =
            "{\"anyOf\":[{\"enum\":[\"omit\",\"fail\",\"keep\",null]},{\"type\":\"object\","
                    + "\"required\":[\"value\"],\"additionalProperties\":false,\"properties\":{\"value\":{}}},"
                    + "{\"type\":\"array\",\"maxItems\":0}]}";

    /** The keys of a field that are steps of the engine's own, as functions are. */
    static final Set<String> STEPS = Set.of(
            "reference", "sort", "distinct", "limit", "first", "last", "count", "sum", "smallest", "largest", "joined");

    /** At the top of a file. */
    static final Section ROOT = Section.of(
            "mapping",
            may("fields", new Expects.Raw(FIELDS), "The target's fields in the order they are written: name: source."),
            may(
                    "use",
                    new Expects.Raw(USE),
                    "Files of shared fields, beside this file; fields written here go before."),
            may("check", new Expects.Raw(CHECKS), "Rules over several fields; a record that breaks one is not sent."),
            may(
                    "defaults",
                    new Expects.Raw("{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
                            + "\"absent\":{\"$ref\":\"#/definitions/emptiness\"},"
                            + "\"nil\":{\"$ref\":\"#/definitions/emptiness\"},"
                            + "\"empty\":{\"$ref\":\"#/definitions/emptiness\"},"
                            + "\"blank\":{\"$ref\":\"#/definitions/emptiness\"},"
                            + "\"list\":{\"$ref\":\"#/definitions/emptiness\"}}}"),
                    "What becomes of values that are not there, for all fields."),
            may(
                    "namespaces",
                    new Expects.Raw("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}"),
                    "Prefixes for paths that must tell namespaces apart."),
            may("zone", new Expects.Text(), "The time zone of values that name none, such as Europe/Berlin; UTC."),
            may("input", new Expects.Word(List.of("xml", "json"), false), "What the source records are."),
            may("output", new Expects.Raw(OUTPUT), "json, or { xml: RootElement } for XML."),
            may("limits", new Expects.Raw(LIMITS), "How large a record may be: { size: 10MB, depth: 100 }."));

    /** Within a field. */
    static final Section FIELD = Section.of(
            "field",
            may("from", new Expects.Raw(PATH), "The source path."),
            may("const", new Expects.Raw(ANY), "The same value for every record."),
            may("expr", new Expects.Raw(EXPRESSION), "A value computed from other fields, in CEL."),
            may(
                    "join",
                    new Expects.Raw(PIECES),
                    "Several sources put together, separators only between what is there."),
            may("with", new Expects.AnyText(), "What stands between joined parts; a blank."),
            may("coalesce", new Expects.Raw(PIECES), "The first source that has a value."),
            may("list", new Expects.Raw(PIECES), "A list with one entry for each source that has a value."),
            may("each", new Expects.Raw(PATH), "A list: one entry for each element at the path."),
            may("object", new Expects.Raw(PATH), "An object read from the first element at the path."),
            may("fields", new Expects.Raw(FIELDS), "The fields of the object, or of each entry."),
            may("use", new Expects.Raw(USE), "Files of shared fields."),
            may("pick", new Expects.Text(), "The one field of the entries that is wanted."),
            may("where", new Expects.Raw(EXPRESSION), "Which entries are wanted, in CEL over their fields."),
            may("keyBy", new Expects.Text(), "The field whose values become the names of an object's entries."),
            may("groupBy", new Expects.Text(), "The field by whose values the entries are gathered into lists."),
            may("when", new Expects.Raw(EXPRESSION), "The field is written only when this holds, in CEL."),
            may("required", new Expects.Raw(YES), "A record without the value is not sent."),
            may("sensitive", new Expects.Raw(YES), "The value is masked wherever it is shown."),
            may("hidden", new Expects.Raw(YES), "Not written, only there for expressions."),
            may("default", new Expects.Raw(ANY), "The value where there is none."),
            may("absent", new Expects.Raw(EMPTINESS), "What becomes of a value that is not there at all."),
            may("nil", new Expects.Raw(EMPTINESS), "What becomes of xsi:nil or null."),
            may("empty", new Expects.Raw(EMPTINESS), "What becomes of an empty text."),
            may("blank", new Expects.Raw(EMPTINESS), "What becomes of a text of blanks."),
            may("description", new Expects.AnyText(), "What the field means, for people."),
            may(
                    "steps",
                    new Expects.Raw("{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/step\"}}"),
                    "Functions in a given order, each as often as needed."),
            may(
                    "reference",
                    new Expects.Raw(REFERENCE),
                    "The flow whose record is meant; the target's id of it is written."),
            may("sort", new Expects.Raw(WORDS), "asc or desc; of objects: a field, and desc, or a list of such."),
            may("distinct", new Expects.Raw(WORDS), "Leaves out repeats; of objects: by a field, or a list of such."),
            may("limit", new Expects.Raw("{\"type\":\"integer\",\"minimum\":1}"), "Most entries."),
            may("first", new Expects.Raw(YES), "The first entry."),
            may("last", new Expects.Raw(YES), "The last entry."),
            may("count", new Expects.Raw(YES), "How many entries there are."),
            may("sum", new Expects.Raw(YES), "The entries added up."),
            may("average", new Expects.Raw(YES), "What the entries are on average."),
            may("smallest", new Expects.Raw(YES), "The smallest entry."),
            may("largest", new Expects.Raw(YES), "The largest entry."),
            may("check", new Expects.Raw(CHECKS), "Rules over the fields of each entry."),
            may("joined", new Expects.AnyText(), "The entries in one text, this between them."));

    private MappingKeys() {}
}
