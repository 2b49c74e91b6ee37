package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;
import socketcourse.testing.grading.Python;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;
import socketcourse.websockets.RawPeer;

/** The page of the chat in a real browser. The tests share one browser, so they run one after another. */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(TerminalsExtension.class)
class PageTest {

    private static final String TAB = "\uE004";

    /** The pixels around a box on which it may be drawn, because its edges may lie between pixels. */
    private static final int EDGE = 2;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        if (!Browser.isInstalled()) {
            var reason = "The chat's page is not tested: there is no chromedriver "
                    + "(Debian: apt-get install chromium chromium-driver)";
            // Maven counts skipped tests, but does not print their reasons.
            System.out.println(reason);
            throw new TestAbortedException(reason);
        }
        browser = new Browser();
    }

    @AfterEach
    void leavePages() {
        browser.leavePages();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Opens a page and waits until it has joined the chat. */
    private static Browser.Page joined(Terminal server) {
        var page = browser.open("http://localhost:" + server.port() + "/");
        page.shows("status", "Connecté");
        return page;
    }

    @Test
    void pages_and_Java_and_Python_clients_share_one_chat(Terminals terminals) throws Exception {
        var server = terminals.server("server");
        var alice = joined(server);
        var bob = joined(server);
        var carol = terminals.run("client", server.port());
        carol.showsPart("Connecté au chat.");
        var python = Python.with("websockets").orElseThrow(
                () -> new TestAbortedException("there is no Python 3 with the module websockets"));
        var script = Path.of(PageTest.class.getResource("/answers/client.py").toURI());
        var dave = terminals.run("client.py", server.port(),
                List.of(python, "-u", script.toString(), Integer.toString(server.port())));
        dave.showsPart("Connecté au chat.");

        alice.type("Pseudo", "Alice");
        alice.type("Message", "Ça va ?\n");
        bob.shows("log", "Alice\nHH:MM\nÇa va ?");
        carol.showsPart("\n[Message reçu] Alice : Ça va ?\n");
        dave.showsPart("\n[Message reçu] Alice : Ça va ?\n");

        bob.type("Message", "Oui, et toi ?");
        bob.click("Envoyer");
        alice.shows("log", "Anonyme\nHH:MM\nOui, et toi ?");
        carol.showsPart("\n[Message reçu] Oui, et toi ?\n");

        carol.type("D'un terminal 😀");
        alice.shows("log", "Anonyme\nHH:MM\nD'un terminal 😀");
        dave.type("Dave : de Python");
        alice.shows("log", "Dave\nHH:MM\nde Python");
        bob.shows("log", "Dave\nHH:MM\nde Python");
    }

    @Test
    void it_sends_the_text_of_a_terminal_and_shows_the_frames(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var page = joined(server);
        try (var peer = RawPeer.joined(server.port())) {
            page.type("Message", "Salut\n");
            assertThat(peer.receive().text()).isEqualTo("Salut");
            page.type("Pseudo", " Zoé ");
            page.type("Message", " là : \"x\"\n");
            assertThat(peer.receive().text()).isEqualTo("Zoé :  là : \"x\"");
            peer.sendText("ça");
            page.awaits(frames("serveur → page trame texte, 3 octets ça"));
            page.awaits(frames("page → serveur trame texte, masquée, 5 octets Salut"));
            page.awaits(frames("page → serveur trame texte, masquée, 17 octets Zoé :  là : \\\"x\\\""));
        }
    }

    private static String frames(String frame) {
        return "document.querySelector('[aria-label=Trames]').textContent.includes(\"" + frame + "\")";
    }

    @Test
    void text_from_others_is_never_markup(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var page = joined(server);
        try (var peer = RawPeer.joined(server.port())) {
            peer.sendText("<b>Eve</b> : <img src=x onerror=alert(1)><script>alert(1)</script>");
            page.shows("log", "<b>Eve</b>\nHH:MM\n<img src=x onerror=alert(1)><script>alert(1)</script>");
        }
        assertThat(page.run("document.querySelectorAll('main b, body img, body script').length")).isEqualTo("0");
    }

    @Test
    void the_user_s_own_messages_are_set_apart(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var page = joined(server);
        try (var peer = RawPeer.joined(server.port())) {
            peer.sendText("Bob : Salut");
            page.shows("log", "Bob\nHH:MM\nSalut");
            page.type("Message", "Salut\n");
            page.shows("log", "Vous\nHH:MM\nSalut");
        }
        var columns = Stream.of(page.run("""
                [...document.querySelectorAll('article p')].map(text => Math.round(text.getBoundingClientRect().left))
                """.strip()).split(",")).map(Integer::valueOf).toList();
        assertThat(columns.get(1)).as("the left edge of an own message").isGreaterThan(columns.get(0) + 100);
    }

    @Test
    void it_reconnects_and_keeps_what_is_typed(Terminals terminals) {
        var server = terminals.server("server");
        var page = joined(server);
        server.interrupt();
        server.awaitEnd();
        page.shows("status", "Déconnecté");
        page.shows("log", "Le serveur a fermé la connexion (1001).");
        page.type("Message", "Tu es là ?\n");
        page.awaits("document.body.innerText.includes('votre message reste ici')");

        var again = terminals.run("server", server.port());
        page.shows("status", "Connecté");
        page.type("Message", "\n");
        again.shows("""
                Serveur de chat sur ws://localhost:%d
                Connexion : <adresse> — 1 client(s) connecté(s)
                Message de <adresse> : Tu es là ?
                """.formatted(server.port()));
        page.shows("log", "Vous\nHH:MM\nTu es là ?");
        assertThat(page.run("document.querySelector('#message').value")).isEmpty();
    }

    @Test
    void it_warns_that_a_killed_server_may_have_missed_a_text(Terminals terminals) {
        var server = terminals.server("server");
        var page = joined(server);
        server.kill();
        page.shows("log", "ce que vous avez écrit en dernier n'est peut-être pas arrivé.");
        page.shows("status", "Déconnecté");
    }

    @Test
    void a_page_from_elsewhere_joins_only_with_the_option(Terminals terminals) throws IOException {
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            var origin = "http://localhost:" + elsewhere.getAddress().getPort();
            var page = browser.open(origin + "/");
            assertThat(joins(page, terminals.server("server"))).isEqualTo("refused");
            assertThat(joins(page, terminals.server("server", "-Dorigins=" + origin))).isEqualTo("joined");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void a_page_by_an_unknown_name_shows_why_it_is_refused(Terminals terminals) {
        var server = terminals.server("server");
        var origin = "http://prof.example:" + server.port();
        var page = browser.open(origin + "/");
        page.awaits("document.querySelector('#address').textContent.includes('\"-Dorigins=" + origin + "\"')");
        page.shows("status", "Déconnecté");

        server.interrupt();
        server.awaitEnd();
        terminals.run("server", server.port(), "-Dorigins=" + origin);
        page.shows("status", "Connecté");
    }

    @Test
    void a_text_over_1_MiB_stays_in_its_field(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var page = joined(server);
        page.run("(document.querySelector('#message').value = 'é'.repeat(524288) + 'x').length");
        page.click("Envoyer");
        page.awaits("document.querySelector('#hint').textContent.includes('1 Mio (1 048 576 octets)')");
        assertThat(page.run("document.querySelector('#message').value.length")).isEqualTo("524289");

        try (var peer = RawPeer.joined(server.port())) {
            page.run("(document.querySelector('#message').value = 'Salut')");
            page.click("Envoyer");
            assertThat(peer.receive().text()).isEqualTo("Salut");
        }
        assertThat(page.run("document.querySelector('#hint').textContent")).isEmpty();
    }

    @Test
    void a_message_is_drawn_inside_its_bubble_only(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var page = joined(server);
        try (var peer = RawPeer.joined(server.port())) {
            peer.sendText("Bob : Salut");
            for (var text : List.of("a" + "\u0301".repeat(200), "a" + "\u0E49".repeat(200), "W".repeat(2000),
                    "\uD83D\uDC69\u200D".repeat(19) + "\uD83D\uDC69", "\u202E\u2067\u202Egauche")) {
                peer.sendText("n" + "\u0301".repeat(28) + " : " + text);
                page.awaits("document.querySelector('#log').lastElementChild.textContent.endsWith(%s)"
                        .formatted(Browser.quoted(text)));
                page.run("document.activeElement.blur()");
                for (var element : List.of("article:last-child header", "article:last-child p",
                        "#frames li:last-child code")) {
                    isDrawnInside(page, element);
                }
            }
        }
    }

    /** Checks that no pixel outside an element changes when the element is hidden. */
    private static void isDrawnInside(Browser.Page page, String element) throws IOException {
        var with = image(page);
        page.run("(document.querySelector('%s').style.visibility = 'hidden')".formatted(element));
        var without = image(page);
        page.run("(document.querySelector('%s').style.visibility = '')".formatted(element));
        var box = Stream.of(page.run("(box => [box.left, box.top, box.right, box.bottom].map(Math.round))"
                + "(document.querySelector('%s').getBoundingClientRect())".formatted(element)).split(","))
                .map(Integer::valueOf).toList();
        assertThat(box.get(2)).as("the right edge of %s", element).isLessThan(with.getWidth());
        for (var y = 0; y < with.getHeight(); y++) {
            for (var x = 0; x < with.getWidth(); x++) {
                var isInside = x >= box.get(0) - EDGE && y >= box.get(1) - EDGE
                        && x < box.get(2) + EDGE && y < box.get(3) + EDGE;
                if (!isInside && differ(with.getRGB(x, y), without.getRGB(x, y))) {
                    throw new AssertionError("%s is drawn at %d, %d, outside %s".formatted(element, x, y, box));
                }
            }
        }
    }

    /** Returns whether two colours differ visibly; the browser may round the colour of an edge in another way. */
    private static boolean differ(int one, int other) {
        return IntStream.of(0, 8, 16).anyMatch(bits -> Math.abs((one >> bits & 0xFF) - (other >> bits & 0xFF)) > 8);
    }

    private static BufferedImage image(Browser.Page page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(page.picture(1200, 700)));
    }

    private static String joins(Browser.Page page, Terminal server) {
        page.run("(document.title = '')");
        page.run("""
                (() => {
                    const websocket = new WebSocket('ws://localhost:%d/');
                    websocket.onopen = () => document.title = 'joined';
                    websocket.onerror = () => document.title = 'refused';
                })()""".formatted(server.port()));
        page.awaits("document.title !== ''");
        return page.run("document.title");
    }

    @Test
    void with_TLS_it_joins_over_wss(Terminals terminals) {
        var server = terminals.server("server", "-Dtls=true");
        var page = browser.open("https://localhost:" + server.port() + "/");
        page.shows("status", "Connecté");
        page.awaits("document.body.innerText.includes('wss://localhost:" + server.port() + "/')");
    }

    /** Also draws the picture of the guide: {@code page.png} is a copy of {@code target/page.png}. */
    @Test
    void it_fits_a_phone_and_a_projector_and_needs_no_mouse(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var page = joined(server);
        try (var peer = RawPeer.joined(server.port())) {
            peer.sendText("Bob : Salut ! Je suis dans un terminal, en Java.");
            page.shows("log", "en Java.");
            page.type("Alice" + TAB + "Bonjour Bob ! Moi, dans un navigateur.\n");
            assertThat(peer.receive().text()).isEqualTo("Alice : Bonjour Bob ! Moi, dans un navigateur.");
            peer.sendText("Chloé : Et moi, en Python.");
            page.shows("log", "Et moi, en Python.");
            page.run("document.querySelector('#address').textContent = 'ws://localhost:8765/'");
            page.picture(1000, 640);
            page.awaits("document.querySelector('details').open");
            Files.write(Path.of("target", "page.png"), page.picture(1000, 640));
            peer.sendText("x".repeat(500));
            page.shows("log", "xxx");
        }
        for (var width : new int[] {360, 1280, 1920}) {
            page.picture(width, 640);
            assertThat(page.run("innerWidth")).isEqualTo(Integer.toString(width));
            assertThat(page.run("[...document.querySelectorAll('html, .scroll')].every(box => "
                    + "box.scrollWidth <= box.clientWidth)")).as("nothing is wider than %d", width).isEqualTo("true");
            assertThat(page.run("document.querySelector('button').getBoundingClientRect().bottom <= innerHeight"))
                    .isEqualTo("true");
        }
    }
}
