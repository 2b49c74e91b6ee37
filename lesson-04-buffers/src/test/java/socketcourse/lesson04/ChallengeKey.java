package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Connection;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** The requirements for a correct {@code length-server}. */
@AnswerKey
class ChallengeKey {

    @Step(program = "length-server", step = 1, requires = "écouter sur localhost")
    void length_server_listens_on_localhost(Terminals terminals) {
        terminals.server("length-server").listensOnLocalhost();
    }

    @Step(program = "length-server", step = 2,
            requires = "afficher un message précédé de sa longueur, et se terminer quand le client ferme")
    void length_server_prints_a_message_and_ends(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.server("length-server");
        var client = terminals.connect(server);
        send(client, message(text));
        server.shows("Message : " + text + "\n");
        client.finishSending();
        server.endsShowing("Message : " + text + "\n");
    }

    @Step(program = "length-server", step = 3, requires = "séparer des messages qui arrivent ensemble", needs = 2)
    void length_server_separates_joined_messages(Terminals terminals) throws IOException {
        var server = terminals.server("length-server");
        var client = terminals.connect(server);
        send(client, message("un"), message("deux"), message("trois"));
        server.shows("Message : un\nMessage : deux\nMessage : trois\n");
        client.finishSending();
        server.endsShowing("Message : un\nMessage : deux\nMessage : trois\n");
    }

    @Step(program = "length-server", step = 4,
            requires = "recoller un message qui arrive en morceaux, même au milieu de la longueur ou d'un caractère",
            needs = 2)
    void length_server_joins_the_pieces_of_a_message(Terminals terminals) throws IOException {
        var server = terminals.server("length-server");
        var client = terminals.connect(server);
        var bytes = message("reçu");
        for (var from = 0; from < bytes.length; from += 3) {
            send(client, Arrays.copyOfRange(bytes, from, Math.min(from + 3, bytes.length)));
            server.awaitRest();
        }
        client.finishSending();
        server.endsShowing("Message : reçu\n");
    }

    @Step(program = "length-server", step = 5, requires = "recevoir un message de 3000 octets, puis un message vide",
            needs = 2)
    void length_server_receives_a_long_and_an_empty_message(Terminals terminals) throws IOException {
        var text = Texts.ascii(3000);
        var server = terminals.server("length-server");
        var client = terminals.connect(server);
        send(client, message(text), message(""));
        client.finishSending();
        server.endsShowing("Message : " + text + "\nMessage : \n");
    }

    @Step(program = "length-server", step = 6, requires = "signaler un message que la fermeture a coupé", needs = 2)
    void length_server_reports_a_cut_message(Terminals terminals) throws IOException {
        var server = terminals.server("length-server");
        var client = terminals.connect(server);
        send(client, message("entier"), Arrays.copyOf(message("coupé"), 7));
        client.finishSending();
        server.endsShowing("Message : entier\nMessage incomplet.\n");
    }

    private static byte[] message(String text) {
        var bytes = text.getBytes(UTF_8);
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    }

    /** Sends these bytes in one write. */
    private static void send(Connection client, byte[]... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        client.send(bytes.toByteArray());
    }
}
