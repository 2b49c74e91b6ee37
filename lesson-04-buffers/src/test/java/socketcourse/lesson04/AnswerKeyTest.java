package socketcourse.lesson04;

import java.io.IOException;
import java.util.regex.Pattern;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** What makes an answer to this lesson right. */
@AnswerKey
class AnswerKeyTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern RECEIVED = Pattern.compile("Message complet : (\\d+) octets? en (\\d+) lectures?\\s*");

    @Step(program = "server", step = 1, requires = "montre l'alphabet en trois morceaux")
    void it_shows_the_alphabet_in_three_chunks(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        terminals.clientOf(server, "client").endsShowing("");
        server.endsShowing("Chunk 1 : ABCDEFGHIJ\nChunk 2 : KLMNOPQRST\nChunk 3 : UVWXYZ\n");
    }

    @Step(program = "server", step = 2, requires = "reçoit trois fois 10 octets au plus")
    void it_receives_three_times_10_bytes_at_most(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        var text = Texts.ascii(52);
        client.send(text);
        server.endsShowing("Chunk 1 : %s\nChunk 2 : %s\nChunk 3 : %s\n"
                .formatted(text.substring(0, 10), text.substring(10, 20), text.substring(20, 30)));
    }

    @Step(program = "server", step = 3, requires = "montre aussitôt ce qu'apporte chaque lecture")
    void it_shows_what_each_receive_brings_at_once(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        var screen = "";
        for (var number = 1; number <= 3; number++) {
            var text = Texts.ascii(3 * number - 2) + "ç";
            client.send(text);
            screen += "Chunk " + number + " : " + text + "\n";
            server.shows(screen);
        }
        server.endsShowing(screen);
    }

    @Step(program = "client", step = 1, requires = "envoie l'alphabet d'un seul coup")
    void it_sends_the_alphabet_in_one_go(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        server.receivesAtOnce(ALPHABET);
        server.receivesLast("");
        server.finishSending();
        server.program().endsShowing("");
    }

    @Step(program = "client", step = 2, requires = "va avec notre serveur, qui montre trois morceaux")
    void our_server_shows_three_chunks(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        terminals.clientOf(server, "client").endsShowing("");
        server.endsShowing("Chunk 1 : ABCDEFGHIJ\nChunk 2 : KLMNOPQRST\nChunk 3 : UVWXYZ\n");
    }

    /** The number of reads is between that of the chapter's largest buffer for it, 4096 bytes, and one byte each. */
    @Step(program = "receive-all-server", step = 1,
            requires = "reçoit un million d'octets, en de nombreuses lectures")
    void it_receives_a_million_bytes_in_many_reads(Terminals terminals) throws IOException {
        var server = terminals.server("receive-all-server");
        terminals.clientOf(server, "receive-all-client").endsShowing("");
        assertReceived(server, 1_000_000, 245, 1_000_000);
    }

    @Step(program = "receive-all-server", step = 2, requires = "reçoit jusqu'à ce que le client ferme")
    void it_receives_until_the_client_closes(Terminals terminals) throws IOException {
        var server = terminals.server("receive-all-server");
        var client = terminals.connect(server);
        client.send(Texts.ascii(5));
        server.awaitRest();
        client.send(Texts.ascii(6));
        client.finishSending();
        client.receivesLast("");
        // Some count the empty read that says that the client closed.
        assertReceived(server, 11, 2, 3);
    }

    @Step(program = "receive-all-server", step = 3, requires = "n'a rien reçu d'un client qui ferme sans un mot")
    void a_client_that_closes_without_a_word_has_sent_nothing(Terminals terminals) throws IOException {
        var server = terminals.server("receive-all-server");
        terminals.connect(server).finishSending();
        assertReceived(server, 0, 0, 1);
    }

    @Step(program = "receive-all-client", step = 1, requires = "envoie un million d'octets et ferme")
    void it_sends_a_million_bytes_and_closes(Terminals terminals) throws IOException {
        var server = terminals.server("receive-all-server");
        terminals.clientOf(server, "receive-all-client").endsShowing("");
        assertReceived(server, 1_000_000, 977, 1_000_000);
    }

    private static void assertReceived(Terminal server, int bytes, int fewest, int most) {
        server.endsSuccessfully();
        var screen = RECEIVED.matcher(server.screen().strip());
        var documented = "Message complet : %d octets en N lectures (N de %d à %d)".formatted(bytes, fewest, most);
        if (!screen.matches() || Long.parseLong(screen.group(1)) != bytes
                || Long.parseLong(screen.group(2)) < fewest || Long.parseLong(screen.group(2)) > most) {
            throw server.mismatch(documented);
        }
    }
}
