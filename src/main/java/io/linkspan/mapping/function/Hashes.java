package io.linkspan.mapping.function;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids made of other ids, digests, and texts in Base64. */
final class Hashes {
    private static final String GROUP = "Ids and digests";

    /** The namespaces of RFC 9562. */
    private static final Map<String, String> NAMESPACES = Map.of(
            "dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
            "url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
            "oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
            "x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8");

    private Hashes() {}

    static List<Function> all() {
        return List.of(uuidV5(), uuid(), sha256(), base64());
    }

    private static Function uuidV5() {
        return Described.named("uuidV5", GROUP)
                .summary("Makes a UUID of a text: the same text always gives the same (RFC 9562, version 5).")
                .argument(
                        "The namespace: `dns`, `url`, `oid`, `x500` or a UUID of your own. The text is taken in UTF-8; put `prefix` before it to keep kinds of records apart.")
                .schema(
                        "{\"type\":[\"boolean\",\"string\",\"object\"],\"properties\":{\"namespace\":{\"type\":\"string\"}},\"required\":[\"namespace\"]}")
                .keys("namespace")
                .example("dns", "\"www.example.com\"", "\"2ed6657d-e927-568b-95e1-2665a8aea6a2\"")
                .example("url", "\"https://example.com/customers/4711\"", "\"166d5999-e70b-5723-87c5-d3bb9b7de36a\"")
                .compiledBy(argument -> {
                    byte[] namespace = namespace(argument);
                    return (TextStep) (text, notes) -> version5(namespace, text).toString();
                });
    }

    private static byte[] namespace(Argument argument) {
        String name = argument.neededText("namespace", "uuidV5: url");
        UUID uuid = parsed(NAMESPACES.getOrDefault(name.toLowerCase(Locale.ROOT), name));
        if (uuid == null) {
            argument.refuse(
                    argument.place("namespace"),
                    "does not know the namespace '" + name + "'",
                    "dns, url, oid, x500 or a UUID");
            return new byte[16];
        }
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static UUID version5(byte[] namespace, String name) {
        MessageDigest sha1 = digest("SHA-1");
        sha1.update(namespace);
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long most = (hash.getLong() & ~0xF000L) | 0x5000L;
        long least = (hash.getLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(most, least);
    }

    private static Function uuid() {
        return Described.named("uuid", GROUP)
                .summary("Checks a UUID and writes it in lower case with hyphens, however it was written.")
                .argument("`true`.")
                .schema("{\"type\":\"boolean\"}")
                .refuses()
                .keysOnly()
                .example("true", "\"{2ED6657DE927568B95E12665A8AEA6A2}\"", "\"2ed6657d-e927-568b-95e1-2665a8aea6a2\"")
                .example("true", "\"4711\"", "error:not_a_uuid")
                .compiledBy(argument -> (TextStep) (text, notes) -> {
                    UUID uuid = parsed(Blanks.trim(text));
                    if (uuid == null) {
                        notes.error("not_a_uuid", "a UUID was expected");
                        return null;
                    }
                    return uuid.toString();
                });
    }

    private static @Nullable UUID parsed(String text) {
        String digits = text.replaceAll("^(urn:uuid:|\\{)|[-}]", "");
        try {
            return digits.length() != 32
                    ? null
                    : new UUID(
                            HexFormat.fromHexDigitsToLong(digits, 0, 16),
                            HexFormat.fromHexDigitsToLong(digits, 16, 32));
        } catch (NumberFormatException otherLetters) {
            return null;
        }
    }

    /** How bytes are written. */
    enum Bytes {
        HEX,
        BASE64,
        BASE64URL
    }

    private static Function sha256() {
        return Described.named("sha256", GROUP)
                .summary("Writes the SHA-256 digest of a text.")
                .argument("`true` for hexadecimal digits, or `base64`, `base64url`. The text is taken in UTF-8.")
                .schema("{\"enum\":[true,false,\"hex\",\"base64\",\"base64url\"]}")
                .keys("as")
                .example("true", "\"abc\"", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")
                .example("base64", "\"abc\"", "\"ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\"")
                .compiledBy(argument -> {
                    Bytes as = argument.choice("as", Bytes.class, Bytes.HEX);
                    return (TextStep) (text, notes) ->
                            written(digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), as);
                });
    }

    private static String written(byte[] bytes, Bytes as) {
        return switch (as) {
            case HEX -> HexFormat.of().formatHex(bytes);
            case BASE64 -> Base64.getEncoder().encodeToString(bytes);
            case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    /** Which way Base64 is gone. */
    enum Way {
        ENCODE,
        DECODE
    }

    private static Function base64() {
        return Described.named("base64", GROUP)
                .summary("Writes a text in Base64, or reads one.")
                .argument(
                        "`encode`, `decode`, or `{ way: decode, charset: ISO-8859-1 }`; UTF-8 where no charset is said.")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"way":{"enum":["encode","decode"]},"charset":{"type":"string"}},
                        "additionalProperties":false}""")
                .refuses()
                .keys("way", "charset")
                .example("encode", "\"Müller\"", "\"TcO8bGxlcg==\"")
                .example("decode", "\"TcO8bGxlcg==\"", "\"Müller\"")
                .example("decode", "\"?\"", "error:not_base64")
                .compiledBy(argument -> {
                    Charset charset = Lengths.charset(argument, "charset");
                    return argument.choice("way", Way.class, Way.ENCODE) == Way.ENCODE
                            ? (TextStep) (text, notes) -> Base64.getEncoder().encodeToString(text.getBytes(charset))
                            : (TextStep) (text, notes) -> decoded(text, charset, notes);
                });
    }

    private static @Nullable Object decoded(String text, Charset charset, Notes notes) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(strict(text).getBytes(StandardCharsets.US_ASCII));
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            notes.error("not_base64", "a text of this charset in Base64 was expected");
            return null;
        }
    }

    /** The decoder for MIME passes over foreign characters; here only blanks may be passed over. */
    private static String strict(String text) {
        String plain = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        if (!plain.matches("[A-Za-z0-9+/]*={0,2}")) {
            throw new IllegalArgumentException("not Base64");
        }
        return plain;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has " + algorithm, missing);
        }
    }
}
