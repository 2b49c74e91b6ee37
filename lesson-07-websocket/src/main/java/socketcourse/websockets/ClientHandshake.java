package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.websocket.DeploymentException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.glassfish.tyrus.core.HandshakeException;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;

/** The opening handshake of a client (RFC 6455, section 4.1): its HTTP messages, and why it failed. */
final class ClientHandshake {

    private static final String END = "\r\n\r\n";
    private static final int MAX_HEAD = 1 << 16;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})(?: .*)?");

    /** The first byte of an alert record (RFC 8446, section 5.1). */
    private static final String TLS_ALERT = "\u0015";

    private ClientHandshake() {
    }

    /** Returns the bytes of a request. */
    static byte[] bytes(UpgradeRequest request) {
        var head = new StringBuilder("GET " + request.getRequestURI().getPath() + " HTTP/1.1\r\n");
        request.getHeaders().forEach((name, values) ->
                head.append(name).append(": ").append(String.join(", ", values)).append("\r\n"));
        return head.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    /**
     * Reads the response, and nothing after its head.
     *
     * @throws EOFException if the connection ends before it
     * @throws IOException  if it does not agree to the upgrade; the message explains why
     */
    static UpgradeResponse read(InputStream in) throws IOException {
        var lines = List.of(head(in).split("\r\n", -1));
        var status = STATUS_LINE.matcher(lines.get(0));
        var response = new TyrusUpgradeResponse();
        for (var line : lines.subList(1, lines.size())) {
            var nameAndValue = line.split(":", 2);
            response.getHeaders().put(nameAndValue[0], List.of(nameAndValue[nameAndValue.length - 1].strip()));
        }
        var upgrade = response.getFirstHeaderValue("Upgrade");
        if (lines.get(0).startsWith(TLS_ALERT) || upgrade != null && upgrade.startsWith("TLS")) {
            throw new IOException("ce serveur parle wss, ce client ws : ajoutez -Dtls=true");
        }
        if (!status.matches()) {
            throw new IOException("la réponse n'est pas du HTTP/1.1");
        }
        response.setStatus(Integer.parseInt(status.group(1)));
        if (response.getStatus() != 101) {
            throw new IOException("la réponse est %s, et non 101".formatted(response.getStatus()));
        }
        if (response.getFirstHeaderValue("Sec-WebSocket-Extensions") != null) {
            throw new IOException("la réponse 101 annonce une extension que la requête ne demandait pas");
        }
        return response;
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf(END, head.length() - END.length()) < 0) {
            var next = in.read();
            if (next < 0 && head.isEmpty()) {
                throw new EOFException();
            }
            if (next < 0 || head.length() == MAX_HEAD) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Returns the exception that explains to the program why the handshake failed. */
    static IOException explain(Throwable failure) {
        if (failure instanceof DeploymentException) {
            // Tyrus gives a cause for every failure but a timeout.
            return failure.getCause() == null ? new SocketTimeoutException("handshake timed out")
                    : explain(failure.getCause());
        }
        if (failure instanceof HandshakeException) {
            return new IOException("la réponse 101 ne correspond pas à la requête (Upgrade, Connection, "
                    + "Sec-WebSocket-Accept) : " + failure.getMessage(), failure);
        }
        if (failure instanceof SocketException) {
            return noResponse("connexion réinitialisée (RST), ");
        }
        if (failure instanceof EOFException || failure.getCause() instanceof EOFException) {
            return noResponse("");
        }
        if (failure instanceof SSLException) {
            return new IOException(failure.getCause() instanceof CertificateException
                    ? "le certificat du serveur n'est pas celui que ce client connaît : donnez le bon avec -Dcert"
                    : "ce serveur ne parle pas wss, mais ws : retirez -Dtls=true", failure);
        }
        return failure instanceof IOException broken ? broken : new IOException(failure);
    }

    /** A server of another library may end the connection without a word if it speaks the other protocol. */
    private static EOFException noResponse(String end) {
        return new EOFException(end + "sans répondre à la requête ; "
                + (Tls.isOn() ? "s'il parle ws, retirez -Dtls=true" : "s'il parle wss, ajoutez -Dtls=true"));
    }
}
