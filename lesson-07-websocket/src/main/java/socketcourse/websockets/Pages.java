package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** The responses to requests that are not upgraded: the files of a page, or the {@link Refusal}. */
final class Pages extends HttpHandler {

    private static final Pattern FILE = Pattern.compile("/([a-z]+\\.([a-z]+))");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    /** A page loads nothing from elsewhere and runs no inline script. */
    private static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private final Class<?> endpoint;

    /** Serves the files in the folder {@code page} beside that class. */
    Pages(Class<?> endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        var refusal = (Refusal) request.getAttribute(Refusal.class.getName());
        var path = request.getRequestURI().equals("/") ? "/index.html" : request.getRequestURI();
        var file = FILE.matcher(path);
        var isPage = request.getHeader("Upgrade") == null && file.matches() && TYPES.containsKey(file.group(2));
        try (var content = isPage ? endpoint.getResourceAsStream("page" + path) : null) {
            if (content == null || refusal.status() == Refusal.FORBIDDEN && !isRead(request)) {
                refuse(response, refusal);
            } else if (!isRead(request)) {
                response.setHeader("Allow", "GET, HEAD");
                refuse(response, Refusal.of(Refusal.METHOD_NOT_ALLOWED));
            } else {
                response.setContentType(TYPES.get(file.group(2)));
                response.setHeader("Content-Security-Policy", POLICY);
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("Cache-Control", "no-cache");
                write(response, content.readAllBytes());
            }
        }
    }

    private static boolean isRead(Request request) {
        return request.getMethod().getMethodString().matches("GET|HEAD");
    }

    private static void refuse(Response response, Refusal refusal) throws IOException {
        response.setStatus(refusal.status());
        if (refusal.status() == Refusal.UPGRADE_REQUIRED) {
            // RFC 9110, section 15.5.22, and RFC 6455, section 4.4.
            response.setStatus(refusal.status(), "Upgrade Required");
            // With setHeader, Grizzly would treat the connection as upgraded and omit Content-Length.
            response.getResponse().getHeaders().setValue("Upgrade").setString("websocket");
            response.setHeader("Connection", "Upgrade");
            response.setHeader("Sec-WebSocket-Version", "13");
        }
        response.setContentType("text/plain; charset=utf-8");
        write(response, "%s%n".formatted(refusal.explanation()).getBytes(UTF_8));
    }

    private static void write(Response response, byte[] body) throws IOException {
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
