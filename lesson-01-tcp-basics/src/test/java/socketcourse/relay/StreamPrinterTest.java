package socketcourse.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class StreamPrinterTest {

    private static final String REQUEST = """
            GET /chat HTTP/1.1\r
            Upgrade: websocket\r
            \r
            """;
    private static final String RESPONSE = """
            HTTP/1.1 101 Switching Protocols\r
            Upgrade: websocket\r
            \r
            """;

    private final List<String> screen = new ArrayList<>();
    private final AtomicBoolean isWebSocket = new AtomicBoolean();
    private final StreamPrinter fromClient = new StreamPrinter(new Direction("A → serveur", screen::add), isWebSocket);
    private final StreamPrinter fromServer = new StreamPrinter(new Direction("serveur → A", screen::add), isWebSocket);

    private static void reads(StreamPrinter printer, byte[]... reads) {
        for (var read : reads) {
            // A read does not fill its buffer.
            printer.bytes(Arrays.copyOf(read, read.length + 10), read.length);
        }
    }

    private static byte[] hex(String bytes) {
        return HexFormat.ofDelimiter(" ").parseHex(bytes);
    }

    private String shown() {
        var shown = String.join("\n", screen).replace(System.lineSeparator(), "\n");
        screen.clear();
        return shown;
    }

    private void upgrade() {
        reads(fromClient, REQUEST.getBytes(UTF_8));
        reads(fromServer, RESPONSE.getBytes(UTF_8));
        screen.clear();
    }

    @Test
    void an_HTTP_head_is_shown_line_by_line_with_its_line_ends() {
        reads(fromClient, REQUEST.getBytes(UTF_8));
        assertThat(shown()).isEqualTo("""
                A → serveur  42 octets  GET /chat HTTP/1.1··
                    Upgrade: websocket··
                    ··""");
    }

    @Test
    void a_cut_off_frame_is_shown_once_at_the_end() {
        upgrade();
        reads(fromClient, hex("81 85 00"));
        fromClient.fin();
        fromClient.rst();
        assertThat(shown()).isEqualTo("""
                A → serveur  trame, interrompue
                    81 85 00
                A → serveur  FIN
                A → serveur  RST""");
    }

    @Test
    void TLS_is_recognised_by_its_first_byte() {
        reads(fromClient, hex("16"), hex("03 01"));
        assertThat(shown()).isEqualTo("""
                A → serveur  1 octet  (TLS : illisible sans la clé)
                    16
                A → serveur  2 octets  (TLS : illisible sans la clé)
                    03 01""");
    }

    @Test
    void the_body_of_a_response_is_shown_as_bytes() {
        reads(fromServer, "HTTP/1.1 200 OK\r\n\r\nSalut".getBytes(UTF_8));
        assertThat(shown()).isEqualTo("""
                serveur → A  19 octets  HTTP/1.1 200 OK··
                    ··
                serveur → A  5 octets  Salut
                    53 61 6c 75 74""");
    }

    @Test
    void frames_are_shown_after_the_101_in_any_number_of_reads() {
        var response = RESPONSE + "\u0081\u0005Salut";
        for (var size : new int[] {1, 7, 1000}) {
            var all = response.getBytes(ISO_8859_1);
            var server = new StreamPrinter(new Direction("serveur → A", screen::add), new AtomicBoolean());
            for (var from = 0; from < all.length; from += size) {
                reads(server, Arrays.copyOfRange(all, from, Math.min(all.length, from + size)));
            }
            assertThat(shown()).as("%d at a time", size).endsWith("""
                    serveur → A  trame texte, FIN, non masquée, 5 octets  Salut
                        81 05 53 61 6c 75 74""");
        }
    }

    @Test
    void a_frame_in_two_reads_is_one_line_with_unmasked_text() {
        upgrade();
        // The example of RFC 6455, section 5.7.
        reads(fromClient, hex("81 85 37 fa"), hex("21 3d 7f 9f 4d 51"), hex("58 89 00 81"), hex("80 01 02 03 04"));
        assertThat(shown()).isEqualTo("""
                A → serveur  trame texte, FIN, masquée, 5 octets  Hello
                    81 85 37 fa 21 3d 7f 9f 4d 51 58
                A → serveur  trame ping, FIN, non masquée, 0 octet
                    89 00
                A → serveur  trame texte, FIN, masquée, 0 octet
                    81 80 01 02 03 04""");
    }

    @Test
    void a_frame_is_named_after_its_opcode() {
        upgrade();
        reads(fromServer, hex("01 01 61 80 01 62 82 01 00 88 05 03 e8 62 79 65 88 00 8a 01 63 83 00"));
        assertThat(shown().lines().filter(line -> line.startsWith("serveur"))).containsExactly(
                "serveur → A  trame texte, non masquée, 1 octet  a",
                "serveur → A  trame suite, FIN, non masquée, 1 octet  b",
                "serveur → A  trame binaire, FIN, non masquée, 1 octet  ·",
                "serveur → A  trame fermeture 1000, FIN, non masquée, 5 octets  bye",
                "serveur → A  trame fermeture, FIN, non masquée, 0 octet",
                "serveur → A  trame pong, FIN, non masquée, 1 octet  c",
                "serveur → A  trame inconnue 3, FIN, non masquée, 0 octet");
    }

    @Test
    void compressed_messages_are_shown_inflated_above_their_bytes() {
        upgrade();
        // The examples of RFC 7692, section 7.2.3: the second "Hello" refers to the first, the last is in two frames.
        reads(fromServer, hex("c1 07 f2 48 cd c9 c9 07 00"), hex("c1 05 f2 00 11 00 00"),
                hex("c1 0b 00 05 00 fa ff 48 65 6c 6c 6f 00"), hex("c1 08 f3 48 cd c9 c9 07 00 00"),
                hex("c1 0d f2 48 05 00 00 00 ff ff ca c9 c9 07 00"), hex("81 05 48 65 6c 6c 6f"),
                hex("41 03 f2 48 cd"), hex("89 00"), hex("80 04 c9 c9 07 00"));
        var shown = shown();
        assertThat(shown.lines().filter(line -> line.startsWith("serveur"))).containsExactly(
                "serveur → A  trame texte, FIN, compressée, non masquée, 7 octets  Hello",
                "serveur → A  trame texte, FIN, compressée, non masquée, 5 octets  Hello",
                "serveur → A  trame texte, FIN, compressée, non masquée, 11 octets  Hello",
                "serveur → A  trame texte, FIN, compressée, non masquée, 8 octets  Hello",
                "serveur → A  trame texte, FIN, compressée, non masquée, 13 octets  Hello",
                "serveur → A  trame texte, FIN, non masquée, 5 octets  Hello",
                "serveur → A  trame texte, compressée, non masquée, 3 octets  He",
                "serveur → A  trame ping, FIN, non masquée, 0 octet",
                "serveur → A  trame suite, FIN, compressée, non masquée, 4 octets  llo");
        assertThat(shown).contains("    c1 07 f2 48 cd c9 c9 07 00\n");
    }

    @Test
    void an_invalid_compressed_message_has_no_text() {
        upgrade();
        reads(fromServer, hex("c1 05 ff ff ff ff ff 81 05 48 65 6c 6c 6f"));
        assertThat(shown()).isEqualTo("""
                serveur → A  trame texte, FIN, compressée, non masquée, 5 octets
                    c1 05 ff ff ff ff ff
                serveur → A  trame texte, FIN, non masquée, 5 octets  Hello
                    81 05 48 65 6c 6c 6f""");
    }

    @Test
    void a_huge_inflated_message_is_shown_by_its_beginning_and_end() {
        upgrade();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var message = new byte[10_000_000];
        message[message.length - 1] = 'e';
        deflater.setInput(message);
        var deflated = new byte[0xffff];
        var length = deflater.deflate(deflated, 0, deflated.length, Deflater.SYNC_FLUSH);
        deflater.end();
        reads(fromServer, hex("c1 7e %02x %02x".formatted(length >> 8, length & 0xff)));
        reads(fromServer, Arrays.copyOf(deflated, length));
        assertThat(shown()).startsWith("serveur → A  trame texte, FIN, compressée, non masquée, %d octets  %s … %s\n"
                .formatted(length, "·".repeat(32), "·".repeat(31) + "e"));
    }

    @Test
    void a_long_frame_is_one_line_and_an_endless_one_ends_with_FIN() {
        upgrade();
        reads(fromServer, hex("82 7e 01 2c"), new byte[300], hex("82 7f ff ff ff ff ff ff ff ff"), new byte[70_000]);
        assertThat(shown().lines().filter(line -> line.startsWith("serveur"))).singleElement().asString()
                .startsWith("serveur → A  trame binaire, FIN, non masquée, 300 octets  ····");
        fromServer.fin();
        assertThat(shown())
                .startsWith("serveur → A  trame binaire, FIN, non masquée, 18446744073709551615 octets, interrompue")
                .endsWith("serveur → A  FIN");
    }

    @Test
    void TLS_records_are_shown_as_unreadable_bytes() {
        reads(fromClient, hex("16 03 01 00 05 68 65 6c 6c 6f"));
        assertThat(shown()).isEqualTo("""
                A → serveur  10 octets  (TLS : illisible sans la clé)
                    16 03 01 00 05 68 65 6c 6c 6f""");
    }

    @Test
    void a_message_that_only_begins_like_HTTP_is_shown_as_bytes() {
        reads(fromClient, "H".getBytes(UTF_8), "ello".getBytes(UTF_8), "GET lost".getBytes(UTF_8));
        assertThat(shown()).isEqualTo("""
                A → serveur  1 octet  H
                    48
                A → serveur  4 octets  ello
                    65 6c 6c 6f
                A → serveur  8 octets  GET lost
                    47 45 54 20 6c 6f 73 74""");
    }
}
