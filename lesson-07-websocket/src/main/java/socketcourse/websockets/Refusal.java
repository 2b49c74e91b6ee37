package socketcourse.websockets;

/**
 * The reason not to upgrade a connection.
 *
 * @param status      the status of the HTTP response
 * @param explanation the body of the response, in French
 */
record Refusal(int status, String explanation) {

    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int UPGRADE_REQUIRED = 426;

    static Refusal of(int status) {
        return new Refusal(status, "%s : ce serveur parle WebSocket.".formatted(status));
    }

    /** Returns the refusal of a page from elsewhere. */
    static Refusal ofOrigin(String origin) {
        return new Refusal(FORBIDDEN, ("Page refusée (403) : %s n'est pas une adresse de ce serveur. Pour l'admettre, "
                + "relancez le serveur avec \"-Dorigins=%s\".").formatted(origin, origin));
    }
}
