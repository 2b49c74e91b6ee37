package socketcourse.lesson04;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("server", "uses a loop and prints an empty line before each chunk", """
                        print("Chunk 1 :", client.recv(10).decode())
                        print("Chunk 2 :", client.recv(10).decode())
                        print("Chunk 3 :", client.recv(10).decode())""",
                        "for i in 1, 2, 3: print(f\"\\r\\nChunk {i} : {client.recv(10).decode()}\")"),
                answer("client", "uses sendall", "send(\"ABCDEFGHIJKLMNOPQRSTUVWXYZ\".encode())",
                        "sendall(bytes(range(65, 91)))"),
                answer("receive-all-server", "receives 4096 bytes at a time",
                        "buffer_size=1024", "buffer_size=4096"),
                answer("receive-all-server", "counts the empty read",
                        "        if not chunk:\n            break\n        data += chunk\n        reads += 1\n",
                        "        data += chunk\n        reads += 1\n        if not chunk:\n            break\n"),
                answer("receive-all-client", "sends its message in pieces", "client.sendall(b\"A\" * 1000000)",
                        "for _ in range(1000): client.sendall(bytes(1000))"));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "prints the bytes without decoding them", ".decode()", "")
                        .is("faux. Étape 2", "obtenu : Chunk 1 : b'ABCDEFGHIJ'"),
                answer("server", "receives once and cuts the text", """
                        print("Chunk 1 :", client.recv(10).decode())
                        print("Chunk 2 :", client.recv(10).decode())
                        print("Chunk 3 :", client.recv(10).decode())""", """
                        text = client.recv(1024).decode()
                        for i in 0, 1, 2: print(f"Chunk {i + 1} : {text[10 * i:10 * i + 10]}")""")
                        .is("faux. Étape 4", "obtenu : Chunk 2 :"),
                answer("server", "receives 1024 bytes at a time", "recv(10)", "recv(1024)")
                        .is("faux. Étape 2", "obtenu : Chunk 1 : ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                answer("server", "receives 9 bytes at a time", "recv(10)", "recv(9)")
                        .is("faux. Étape 2", "obtenu : Chunk 1 : ABCDEFGHI"),
                answer("server", "receives twice", "print(\"Chunk 3 :\", client.recv(10).decode())\n", "")
                        .is("faux. Étape 2", "attendu : Chunk 3 : UVWXYZ"),
                answer("server", "receives four times", "client.close()", "print(client.recv(10).decode())")
                        .is("faux. Étape 3", "attendu : rien à l'écran"),
                answer("server", "counts from 0", "Chunk 1", "Chunk 0")
                        .is("faux. Étape 2", "obtenu : Chunk 0 : ABCDEFGHIJ"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\"")
                        .is("faux. Étape 1", "obtenu : il écoute sur toutes ses adresses"),
                answer("client", "sends the first letter separately",
                        "client.send(\"ABCDEFGHIJKLMNOPQRSTUVWXYZ\".encode())",
                        "import time\nclient.send(b'A')\ntime.sleep(2)\nclient.send(bytes(range(66, 91)))")
                        .is("faux. Étape 1", "attendu : ABCDEFGHIJKLMNOPQRSTUVWXYZ ; obtenu : A"),
                answer("client", "adds a newline", "XYZ\"", "XYZ\\n\"")
                        .is("faux. Étape 1", "obtenu : ABCDEFGHIJKLMNOPQRSTUVWXYZ\\n"),
                answer("client", "omits a letter", "VWXYZ", "VWYZ")
                        .is("faux. Étape 1", "obtenu : ABCDEFGHIJKLMNOPQRSTUVWYZ"),
                answer("client", "sends lower-case letters", ".encode()", ".lower().encode()")
                        .is("faux. Étape 1", "obtenu : "),
                answer("client", "does not close the connection", "client.close()", "sys.stdin.read()")
                        .is("bloqué. Étape 1", "attendu : client ferme la connexion"),
                answer("receive-all-server", "receives once",
                        "        if not chunk:\n            break\n        data += chunk\n        reads += 1\n",
                        "        return chunk, 245\n")
                        .is("faux. Étape 2", ""),
                answer("receive-all-server", "stops at the first short read",
                        "if not chunk:", "if len(chunk) < buffer_size:")
                        .is("faux. Étape 2", ""),
                answer("receive-all-server", "does not detect the end of the stream",
                        "if not chunk:", "if chunk is None:")
                        .is("bloqué. Étape 2", "attendu : receive-all-server se termine"),
                answer("receive-all-server", "prints the documented numbers, not the real ones",
                        "{len(message)} octets en {reads}", "1000000 octets en 977")
                        .is("faux. Étape 3", "obtenu : Message complet :"),
                answer("receive-all-server", "computes its number of reads", "{reads}",
                        "{(len(message) + 1023) // 1024}")
                        .is("faux. Étape 3", "obtenu : Message complet : 11 octets en 1 lectures"),
                answer("receive-all-server", "prints the message instead of its size", "{len(message)}", "{message}")
                        .is("faux. Étape 2", ""),
                answer("receive-all-server", "uses a buffer larger than the message",
                        "buffer_size=1024", "buffer_size=2000000")
                        .is("faux. Étape 2", "obtenu : Message complet :"),
                answer("receive-all-client", "sends fewer bytes", "1000000", "100000")
                        .is("faux. Étape 1", "obtenu : Message complet :"),
                answer("receive-all-client", "does not close the connection", "client.close()", "sys.stdin.read()")
                        .is("bloqué. Étape 1", "attendu : receive-all-client se termine"),
                answer("receive-all-client", "prints a line", "client.close()", "print('Envoyé')")
                        .is("faux. Étape 1", "obtenu : Envoyé"));
    }
}
