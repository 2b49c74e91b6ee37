package socketcourse.websockets;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The rules for a client's handshake (RFC 6455, section 4.2.1). A browser sends the {@code Origin} of its page (section
 * 10.2), and only pages of this server may join. A client without {@code Origin} is not a browser.
 */
final class HandshakeRules {

    /** The length of the client's nonce in bytes, and of its Base64 encoding. */
    private static final int NONCE_BYTES = 16;
    private static final int KEY_LENGTH = 24;

    private final Set<String> paths;
    private final Set<String> origins;
    private final String scheme;
    private final Predicate<String> isOwnHost;

    /**
     * Creates the rules of a server.
     *
     * @param paths     the paths at which clients join
     * @param origins   the origins of other pages that may join, such as {@code https://example.org}, or {@code null}
     *                  for a file
     * @param scheme    the scheme of the server's own page: {@code http} or {@code https}
     * @param isOwnHost whether a {@code Host} means this machine; otherwise any page could join under a name that
     *                  leads here (DNS rebinding)
     */
    HandshakeRules(Set<String> paths, Set<String> origins, String scheme, Predicate<String> isOwnHost) {
        this.paths = paths;
        this.origins = origins;
        this.scheme = scheme;
        this.isOwnHost = isOwnHost;
    }

    /**
     * Checks a request.
     *
     * @param headers returns the value of a header, or null
     * @return the reason to refuse the handshake, or empty if the client may join
     */
    Optional<Refusal> check(String method, String path, Function<String, String> headers) {
        if (!paths.contains(path)) {
            return Optional.of(Refusal.of(Refusal.NOT_FOUND));
        }
        var origin = headers.apply("Origin");
        if (origin != null && !isAllowedOrigin(origin, headers.apply("Host"))) {
            return Optional.of(Refusal.ofOrigin(origin));
        }
        if (!isIn("websocket", headers.apply("Upgrade"))) {
            return Optional.of(Refusal.of(Refusal.UPGRADE_REQUIRED));
        }
        if (!method.equals("GET") || !isIn("upgrade", headers.apply("Connection"))
                || !isKey(headers.apply("Sec-WebSocket-Key"))) {
            return Optional.of(Refusal.of(Refusal.BAD_REQUEST));
        }
        if (!"13".equals(headers.apply("Sec-WebSocket-Version"))) {
            return Optional.of(Refusal.of(Refusal.UPGRADE_REQUIRED));
        }
        return Optional.empty();
    }

    private boolean isAllowedOrigin(String origin, String host) {
        return origins.contains(origin)
                || host != null && origin.equalsIgnoreCase(scheme + "://" + host) && isOwnHost.test(host);
    }

    private static boolean isIn(String token, String header) {
        return header != null && List.of(header.toLowerCase(Locale.ROOT).split("\\s*,\\s*")).contains(token);
    }

    private static boolean isKey(String key) {
        try {
            return key != null && key.length() == KEY_LENGTH && Base64.getDecoder().decode(key).length == NONCE_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
