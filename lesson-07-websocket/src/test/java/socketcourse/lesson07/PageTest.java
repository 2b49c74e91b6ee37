package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;
import socketcourse.testing.launch.Python;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;
import socketcourse.websockets.RawPeer;

/** The chat's page, in a real browser, of which there is one. */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(TerminalsExtension.class)
class PageTest {

    private static final String TAB = "\uE004";

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        if (!Browser.isInstalled()) {
            var reason = "The chat's page is not tested: there is no chromedriver "
                    + "(Debian: apt-get install chromium chromium-driver)";
            // Maven counts what is left out, and keeps the reason to itself.
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

    /** A page that has joined the chat. */
    private static Browser.Page joined(Terminal server) {
        var page = browser.open("http://localhost:" + server.port() + "/");
        page.shows("status", "Connecté");
        return page;
    }

    @Test
    void two_pages_a_Java_client_and_a_Python_client_share_one_chat(Terminals terminals) throws Exception {
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
    void it_sends_the_frames_that_a_terminal_would_and_shows_them(Terminals terminals) throws IOException {
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
    void what_others_say_is_text_and_never_markup(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var page = joined(server);
        try (var peer = RawPeer.joined(server.port())) {
            peer.sendText("<b>Eve</b> : <img src=x onerror=alert(1)><script>alert(1)</script>");
            page.shows("log", "<b>Eve</b>\nHH:MM\n<img src=x onerror=alert(1)><script>alert(1)</script>");
        }
        assertThat(page.run("document.querySelectorAll('main b, body img, body script').length")).isEqualTo("0");
    }

    @Test
    void what_one_says_oneself_stands_apart(Terminals terminals) throws IOException {
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
        assertThat(columns.get(1)).as("own, right of %d", columns.get(0)).isGreaterThan(columns.get(0) + 100);
    }

    @Test
    void it_comes_back_by_itself_and_loses_nothing_that_is_typed(Terminals terminals) {
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
    void a_server_that_is_killed_may_not_have_got_the_last_message_and_the_page_says_so(Terminals terminals) {
        var server = terminals.server("server");
        var page = joined(server);
        server.kill();
        page.shows("log", "ce que vous avez écrit en dernier n'est peut-être pas arrivé.");
        page.shows("status", "Déconnecté");
    }

    @Test
    void a_page_from_elsewhere_joins_only_if_the_server_was_told_so(Terminals terminals) throws IOException {
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
    void over_TLS_it_joins_over_TLS(Terminals terminals) {
        var server = terminals.server("server", "-Dtls=true");
        var page = browser.open("https://localhost:" + server.port() + "/");
        page.shows("status", "Connecté");
        page.awaits("document.body.innerText.includes('wss://localhost:" + server.port() + "/')");
    }

    /** Draws the picture of the guide, too: {@code page.png} is a copy of {@code target/page.png}. */
    @Test
    void it_fits_a_telephone_and_a_projector_and_needs_no_mouse(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var page = joined(server);
        try (var peer = RawPeer.joined(server.port())) {
            peer.sendText("Bob : Il y a quelqu'un ?");
            page.shows("log", "Il y a quelqu'un ?");
            page.type("Alice" + TAB + "Salut Bob ! Je suis dans un navigateur.\n");
            assertThat(peer.receive().text()).isEqualTo("Alice : Salut Bob ! Je suis dans un navigateur.");
            peer.sendText("Chloé : Et moi en Python, dans un terminal.");
            page.shows("log", "Et moi en Python");
            page.run("document.querySelector('#address').textContent = 'ws://localhost:8765/'");
            page.picture(1000, 520);
            page.awaits("document.querySelector('details').open");
            Files.write(Path.of("target", "page.png"), page.picture(1000, 520));
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
