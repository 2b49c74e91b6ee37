package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.Terminal;

/**
 * A headless Chromium, driven over HTTP as W3C WebDriver specifies, so that the tests need no further library. Names
 * that end in {@code .example} lead to this machine.
 */
final class Browser implements AutoCloseable {

    /** The key of an element's ID: W3C WebDriver, section 12.1. */
    private static final String REFERENCE = "element-6066-11e4-a52e-4f735466cecf";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;
    private final List<Page> pages = new ArrayList<>();
    private final Page firstPage;
    private Page shown;

    /** Starts a browser with an empty profile, which is deleted with it. */
    Browser() throws IOException {
        // Not 0, because chromedriver then takes a port that may be in use with IPv6.
        var port = Ports.free();
        driver = new ProcessBuilder("chromedriver", "--port=" + port).redirectErrorStream(true).start();
        var output = driver.inputReader(UTF_8);
        for (var line = ""; !line.contains("started successfully"); ) {
            line = output.readLine();
            assertThat(line).as("chromedriver says that it has started").isNotNull();
        }
        var options = Stream.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP *.example 127.0.0.1")
                .map(Browser::quoted).collect(joining(","));
        var sessions = "http://localhost:" + port + "/session";
        session = sessions + "/" + value("sessionId", post(sessions, """
                {"capabilities": {"alwaysMatch": {
                    "acceptInsecureCerts": true,
                    "timeouts": {"script": %d},
                    "goog:chromeOptions": {"args": [%s]}}}}
                """.formatted(Terminal.PATIENCE.toMillis(), options)));
        firstPage = new Page(value("value", get(session + "/window")));
    }

    /** Returns whether this machine has a chromedriver. */
    static boolean isInstalled() {
        try {
            return new ProcessBuilder("chromedriver", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while looking for a browser", e);
        }
    }

    /** Opens a page, in the browser's first window if that is free. */
    Page open(String url) {
        var page = pages.isEmpty() ? firstPage
                : new Page(value("handle", firstPage.command("/window/new", "{\"type\": \"window\"}")));
        pages.add(page);
        page.goTo(url);
        return page;
    }

    /** Leaves all pages, otherwise one could reconnect to a later server on the same port. */
    void leavePages() {
        for (var page : pages) {
            if (page == firstPage) {
                page.goTo("about:blank");
                page.does("/goog/cdp/execute", "{\"cmd\": \"Emulation.clearDeviceMetricsOverride\", \"params\": {}}");
            } else {
                page.show();
                send(HttpRequest.newBuilder(URI.create(session + "/window")).DELETE());
            }
        }
        pages.clear();
    }

    @Override
    public void close() {
        send(HttpRequest.newBuilder(URI.create(session)).DELETE());
        driver.destroy();
        driver.onExit().join();
    }

    /** A page. Its parts are found as a screen reader finds them, by role or label. */
    final class Page {

        private final String handle;

        private Page(String handle) {
            this.handle = handle;
        }

        private void goTo(String url) {
            does("/url", "{\"url\": %s}".formatted(quoted(url)));
        }

        /** Types into the element that has the focus. */
        void type(String keys) {
            show();
            typeInto(value(REFERENCE, get(session + "/element/active")), keys);
        }

        /** Types into the field with that label. */
        void type(String label, String keys) {
            typeInto(labelled(label), keys);
        }

        private void typeInto(String element, String keys) {
            command("/element/" + element + "/value", "{\"text\": %s}".formatted(quoted(keys)));
        }

        /** Clicks the button with that label. */
        void click(String label) {
            command("/element/" + labelled(label) + "/click", "{}");
        }

        /** Waits until an expression in JavaScript is true; it is evaluated after each change of the page. */
        void awaits(String condition) {
            var answer = command("/execute/async", script("""
                    const isTrue = () => %s;
                    const check = () => isTrue() && arguments[0]("");
                    new MutationObserver(check).observe(document,
                        {subtree: true, childList: true, characterData: true, attributes: true});
                    check();
                    """.formatted(condition)));
            if (answer.contains("\"error\"")) {
                throw new AssertionError("The page never came to %s. It shows:%n%s".formatted(condition,
                        run("document.body.innerText")));
            }
        }

        /** Waits until the part with that role has these lines; empty lines do not count, and times are HH:MM. */
        void shows(String role, String lines) {
            awaits("""
                    document.querySelector('[role=%s]').innerText
                        .replace(/\\d\\d:\\d\\d/g, 'HH:MM').replace(/\\n+/g, '\\n').includes(%s)
                    """.formatted(role, quoted(lines)));
        }

        /** Returns the value of an expression in JavaScript, as text. */
        String run(String expression) {
            var answer = command("/execute/sync", script("return encodeURIComponent(%s)".formatted(expression)));
            return URLDecoder.decode(value("value", answer), UTF_8);
        }

        /** Returns a picture of the page on a screen of that many pixels, as a PNG. */
        byte[] picture(int width, int height) {
            does("/goog/cdp/execute", """
                    {"cmd": "Emulation.setDeviceMetricsOverride", "params":
                        {"width": %d, "height": %d, "deviceScaleFactor": 1, "mobile": false}}
                    """.formatted(width, height));
            show();
            return Base64.getDecoder().decode(value("value", get(session + "/screenshot")));
        }

        private String labelled(String label) {
            var fields = command("/elements", "{\"using\": \"css selector\", \"value\": \"input, button\"}");
            return Pattern.compile(string(REFERENCE)).matcher(fields).results().map(found -> found.group(1))
                    .filter(element -> value("value", get(session + "/element/" + element + "/computedlabel"))
                            .equals(label))
                    .findFirst().orElseThrow(() -> new AssertionError("The page has no " + label));
        }

        private void does(String path, String body) {
            assertThat(command(path, body)).doesNotContain("\"error\"");
        }

        private String command(String path, String body) {
            show();
            return post(session + path, body);
        }

        private void show() {
            if (shown != this) {
                post(session + "/window", "{\"handle\": %s}".formatted(quoted(handle)));
                shown = this;
            }
        }
    }

    private static String script(String code) {
        return "{\"script\": %s, \"args\": []}".formatted(quoted(code));
    }

    /** Returns a text as a string of JSON, which is also one of JavaScript. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** Returns the pattern of a string value with that name, without escapes. */
    private static String string(String name) {
        return "\"%s\":\"([^\"]*)\"".formatted(name);
    }

    private static String value(String name, String answer) {
        return Pattern.compile(string(name)).matcher(answer).results()
                .map(found -> found.group(1)).findFirst()
                .orElseThrow(() -> new AssertionError("The browser answers " + answer));
    }

    private String get(String uri) {
        return send(HttpRequest.newBuilder(URI.create(uri)));
    }

    private String post(String uri, String body) {
        return send(HttpRequest.newBuilder(URI.create(uri)).POST(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(UTF_8)).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("The browser does not answer", e);
        }
    }
}
