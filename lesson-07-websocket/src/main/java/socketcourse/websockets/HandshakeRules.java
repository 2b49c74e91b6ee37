package socketcourse.websockets;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Who may join: the rules for a client's handshake (RFC 6455, section 4.2.1), and against web pages from elsewhere
 * (section 10.2) and those whose name leads here by a trick (DNS rebinding).
 */
final class HandshakeRules {

    static final int SWITCHING_PROTOCOLS = 101;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int UPGRADE_REQUIRED = 426;

    /** The client's nonce, and its Base64 with the padding. */
    private static final int NONCE_BYTES = 16;
    private static final int KEY_LENGTH = 24;

    private final Set<String> paths;
    private final Set<String> origins;
    private final Set<String> names = new HashSet<>(Set.of("localhost"));
    private final String scheme;

    /**
     * The rules of a server.
     *
     * @param paths   where it can be joined
     * @param host    the name or address on which it listens
     * @param origins other pages that may join, such as {@code https://example.org}, or {@code null} for a file
     * @param scheme  that of its own page: {@code http} or {@code https}
     */
    HandshakeRules(Set<String> paths, String host, Set<String> origins, String scheme) {
        this.paths = paths;
        this.origins = origins;
        this.scheme = scheme;
        names.add(host.toLowerCase(Locale.ROOT));
        origins.stream().map(origin -> URI.create(origin).getHost()).filter(name -> name != null).forEach(names::add);
    }

    /**
     * Step a request.
     *
     * @param method  of the request
     * @param path    of the request
     * @param headers gives a header by its name, or null
     * @param local   the address of this machine to which the client is connected
     * @return the status of the answer, 101 if the client may join
     */
    int judge(String method, String path, Function<String, String> headers, InetAddress local) {
        if (!paths.contains(path)) {
            return NOT_FOUND;
        }
        if (!isIn("websocket", headers.apply("Upgrade"))) {
            return UPGRADE_REQUIRED;
        }
        if (!method.equals("GET") || !isIn("upgrade", headers.apply("Connection"))
                || !isKey(headers.apply("Sec-WebSocket-Key"))) {
            return BAD_REQUEST;
        }
        if (!"13".equals(headers.apply("Sec-WebSocket-Version"))) {
            return UPGRADE_REQUIRED;
        }
        var host = headers.apply("Host");
        return isOwnHost(host, local) && isAllowedOrigin(headers.apply("Origin"), host) ? SWITCHING_PROTOCOLS : FORBIDDEN;
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

    /** A name that the server was told, or the address at which the client has found it. */
    private boolean isOwnHost(String host, InetAddress local) {
        if (host == null) {
            return false;
        }
        var name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return names.contains(name) || isAddress(name) && isSame(name, local);
    }

    private static boolean isAddress(String name) {
        return name.matches("\\d+(\\.\\d+){3}|\\[[0-9a-f:.]+]");
    }

    private static boolean isSame(String address, InetAddress local) {
        try {
            return InetAddress.getByName(address).equals(local);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean isAllowedOrigin(String origin, String host) {
        return origin == null || origins.contains(origin) || origin.equalsIgnoreCase(scheme + "://" + host);
    }
}
