package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/**
 * Montre « Comment ça fonctionne » : un simple socket TCP envoie la requête HTTP qui demande WebSocket (RFC 6455,
 * section 1.3) et vérifie la réponse du serveur.
 */
public final class Handshake {

    /** Les deux bouts l'ajoutent à la clé : un serveur qui ne connaît pas WebSocket ne peut pas répondre. */
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final String ACCEPT = "sec-websocket-accept:";

    /** Trame de fermeture, FIN ; masquée, 2 octets ; clé de masquage nulle ; code 1000 (RFC 6455, section 5.5.1). */
    private static final byte[] CLOSE_FRAME = {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xE8};

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        try (var clientSocket = new Socket()) {
            clientSocket.connect(new InetSocketAddress(host, port));
            // 5 s au plus pour la réponse.
            clientSocket.setSoTimeout(5000);
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
            clientSocket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));

            var digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(US_ASCII));
            var expected = Base64.getEncoder().encodeToString(digest);
            var upgraded = false;
            var accepted = false;
            var response = new BufferedReader(new InputStreamReader(clientSocket.getInputStream(), US_ASCII));
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
                clientSocket.getOutputStream().write(CLOSE_FRAME);
            } else {
                System.out.println("Sec-WebSocket-Accept est absent ou incorrect : ce serveur ne parle pas WebSocket.");
            }
        }
    }
}
