package io.linkspan.system.call;

import io.linkspan.system.settings.Auth;
import io.linkspan.system.settings.Secret;
import io.linkspan.system.settings.SystemSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes what the other side says fit to be shown: the system's own secrets, tokens and e-mail addresses hidden, cut. */
public final class Mask {
    private static final int LONGEST = 300;
    /** Shorter ones are no secrets, and masking them would spoil every message. */
    private static final int SHORTEST_SECRET = 4;

    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,255}");
    private static final Pattern TOKEN =
            Pattern.compile("(?i)\\b(bearer|basic|token|password|secret)([ =:]+)[^\\s,;]{6,}");

    private final List<String> secrets = new ArrayList<>();

    /** Knows the secrets of one system. */
    public Mask(SystemSettings settings) {
        settings.values().values().forEach(this::hide);
        switch (settings.auth()) {
            case Auth.Basic basic -> hide(basic.password());
            case Auth.Bearer bearer -> hide(bearer.token());
            case Auth.ApiKey key -> hide(key.key());
            case Auth.ClientCredentials client -> hide(client.clientSecret());
            case Auth.UsernameToken token -> hide(token.password());
            case Auth.None none -> {
                // knows no secret
            }
        }
    }

    private void hide(Secret secret) {
        if (secret.reveal().length() >= SHORTEST_SECRET) {
            secrets.add(secret.reveal());
        }
    }

    /** A message on one line, masked and cut. */
    public String show(String message) {
        String shown = message.length() > LONGEST * 4 ? message.substring(0, LONGEST * 4) : message;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        shown = TOKEN.matcher(shown).replaceAll("$1$2***");
        shown = EMAIL.matcher(shown).replaceAll("***@***");
        shown = shown.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return shown.length() > LONGEST ? shown.substring(0, LONGEST - 1) + "…" : shown;
    }
}
