package socketcourse.lesson04;

import java.io.IOException;
import java.util.regex.Pattern;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** The requirements for a correct program of this lesson. */
@AnswerKey
class AnswerKeyTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern RECEIVED = Pattern.compile("Message complet : (\\d+) octets? en (\\d+) lectures?\\s*");

    @Step(program = "server", step = 1, requires = "écouter sur localhost")
    void server_listens_on_localhost(Terminals terminals) {
        terminals.server("server").listensOnLocalhost();
    }

    @Step(program = "server", step = 2, requires = "afficher l'alphabet en trois morceaux")
    void server_prints_the_alphabet_in_three_chunks(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        terminals.clientOf(server, "client").endsShowing("");
        server.endsShowing("Chunk 1 : ABCDEFGHIJ\nChunk 2 : KLMNOPQRST\nChunk 3 : UVWXYZ\n");
    }

    @Step(program = "server", step = 3, requires = "recevoir trois fois 10 octets au plus")
    void server_receives_at_most_10_bytes_three_times(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        var text = Texts.ascii(52);
        client.send(text);
        server.endsShowing("Chunk 1 : %s\nChunk 2 : %s\nChunk 3 : %s\n"
                .formatted(text.substring(0, 10), text.substring(10, 20), text.substring(20, 30)));
    }

    @Step(program = "server", step = 4, requires = "afficher chaque lecture dès qu'elle arrive")
    void server_prints_each_chunk_as_soon_as_it_arrives(Terminals terminals) throws IOException {
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

    @Step(program = "client", step = 1, requires = "envoyer l'alphabet en une seule fois")
    void client_sends_the_alphabet_in_one_go(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        var client = server.program();
        server.receivesAtOnce(ALPHABET);
        server.receivesLast("");
        server.close();
        client.endsShowing("");
    }

    @Step(program = "client", step = 2, requires = "fonctionner avec notre serveur, qui affiche trois morceaux")
    void client_works_with_our_server(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        terminals.clientOf(server, "client").endsShowing("");
        server.endsShowing("Chunk 1 : ABCDEFGHIJ\nChunk 2 : KLMNOPQRST\nChunk 3 : UVWXYZ\n");
    }

    @Step(program = "receive-all-server", step = 1, requires = "écouter sur localhost")
    void receive_all_server_listens_on_localhost(Terminals terminals) {
        terminals.server("receive-all-server").listensOnLocalhost();
    }

    /** Accepts every buffer size from the chapter's 4096 bytes (at least 245 reads) down to one byte. */
    @Step(program = "receive-all-server", step = 2, requires = "recevoir un million d'octets en de nombreuses lectures")
    void receive_all_server_needs_many_reads_for_a_million_bytes(Terminals terminals) throws IOException {
        var server = terminals.server("receive-all-server");
        terminals.clientOf(server, "receive-all-client").endsShowing("");
        assertReceived(server, 1_000_000, 245, 1_000_000);
    }

    @Step(program = "receive-all-server", step = 3, requires = "recevoir jusqu'à ce que le client ferme la connexion")
    void receive_all_server_receives_until_the_client_closes(Terminals terminals) throws IOException {
        var server = terminals.server("receive-all-server");
        var client = terminals.connect(server);
        client.send(Texts.ascii(5));
        server.awaitRest();
        client.send(Texts.ascii(6));
        client.finishSending();
        client.receivesLast("");
        // A program may count the empty read that means that the client has closed.
        assertReceived(server, 11, 2, 3);
    }

    @Step(program = "receive-all-server", step = 4,
            requires = "afficher 0 octet quand le client ferme la connexion sans rien envoyer")
    void receive_all_server_reports_0_bytes_from_a_silent_client(Terminals terminals) throws IOException {
        var server = terminals.server("receive-all-server");
        terminals.connect(server).finishSending();
        assertReceived(server, 0, 0, 1);
    }

    @Step(program = "receive-all-client", step = 1, requires = "envoyer un million d'octets et fermer la connexion")
    void receive_all_client_sends_a_million_bytes_and_closes(Terminals terminals) throws IOException {
        var server = terminals.server("receive-all-server");
        terminals.clientOf(server, "receive-all-client").endsShowing("");
        assertReceived(server, 1_000_000, 977, 1_000_000);
    }

    private static void assertReceived(Terminal server, int bytes, int fewest, int most) {
        server.endsSuccessfully();
        var line = RECEIVED.matcher(server.screen().strip());
        if (!line.matches() || Long.parseLong(line.group(1)) != bytes
                || Long.parseLong(line.group(2)) < fewest || Long.parseLong(line.group(2)) > most) {
            throw server.mismatch(
                    "Message complet : %d octets en N lectures (N de %d à %d)".formatted(bytes, fewest, most));
        }
    }
}
