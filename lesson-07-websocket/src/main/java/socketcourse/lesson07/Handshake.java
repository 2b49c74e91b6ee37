package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/**
 * Shows "Comment ça fonctionne": a plain TCP socket sends the HTTP request that asks for WebSocket (RFC 6455, section
 * 1.3), and checks the server's answer.
 */
public final class Handshake {

    /** What both ends add to the key, so that no server answers without knowing WebSocket. */
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final String ACCEPT = "sec-websocket-accept:";
    private static final int TIMEOUT_MILLIS = 5000;

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        try (var socket = new Socket(host, port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var nonce = new byte[16];
            new SecureRandom().nextBytes(nonce);
            var key = Base64.getEncoder().encodeToString(nonce);
            var request = """
                    GET /chat HTTP/1.1
                    Host: %s:%s
                    Upgrade: websocket
                    Connection: Upgrade
                    Sec-WebSocket-Key: %s
                    Sec-WebSocket-Version: 13

                    """.formatted(host, port, key);
            System.out.print(request);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));

            var digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(US_ASCII));
            var expected = Base64.getEncoder().encodeToString(digest);
            var accepted = false;
            var response = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            var upgraded = false;
            String line;
            while ((line = response.readLine()) != null && !line.isEmpty()) {
                System.out.println(line);
                upgraded |= line.startsWith("HTTP/1.1 101 ");
                accepted |= line.toLowerCase(Locale.ROOT).startsWith(ACCEPT)
                        && line.substring(ACCEPT.length()).strip().equals(expected);
            }
            if (!upgraded) {
                System.out.println("Pas de 101 : à /chat, ce serveur ne passe pas à WebSocket.");
            } else if (accepted) {
                System.out.println("Sec-WebSocket-Accept est correct : après cette ligne, ce n'est plus du HTTP.");
            } else {
                System.out.println("Sec-WebSocket-Accept est absent ou incorrect : ce serveur ne parle pas WebSocket.");
            }
        }
    }
}
