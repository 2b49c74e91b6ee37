package socketcourse.lesson07;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    @Override
    protected String module() {
        return "websockets";
    }

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("echo-server", "writes the address in another notation",
                        "Nouvelle connexion : {websocket.remote_address}",
                        "Nouvelle connexion : {websocket.remote_address[0]}:{websocket.remote_address[1]}"),
                answer("echo-server", "sends its answer in fragments", "send(f\"Echo : {message}\")",
                        "send([\"Echo : \", message])"),
                answer("echo-client", "sends its texts in fragments", "send(message)",
                        "send([message[:3], message[3:]])"),
                answer("echo-client", "sends both texts before it receives",
                        "            reply = await websocket.recv()\n",
                        "        for message in 1, 2:\n            reply = await websocket.recv()\n"),
                answer("server", "uses websockets.broadcast",
                        "            for client in clients.copy():\n",
                        "            websockets.broadcast(clients - {websocket}, message)\n"
                                + "            for client in ():\n"),
                answer("client", "reads its input with asyncio.to_thread",
                        "await loop.run_in_executor(None, input, \"Vous : \")",
                        "await asyncio.to_thread(input, \"Vous : \")"),
                answer("handshake", "returns its conclusion as exit status, too", "client.close()",
                        "client.close()\nsys.exit(0 if right else 1)"),
                answer("handshake", "sends the example key of RFC 6455", "base64.b64encode(os.urandom(16)).decode()",
                        "\"dGhlIHNhbXBsZSBub25jZQ==\""));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("echo-server", "sends another text", "Echo : ", "Echo: ")
                        .is("faux. Étape 2", "obtenu : Echo:"),
                answer("echo-server", "sends the representation of the bytes",
                        "{message}\")\n", "{message.encode()}\")\n")
                        .is("faux. Étape 2", "obtenu : Echo :"),
                answer("echo-server", "accepts short texts only", "\"localhost\", port",
                        "\"localhost\", port, max_size=100")
                        .is("faux. Étape 2", "obtenu : une trame de fermeture"),
                answer("echo-server", "answers the first text only", "await websocket.send(f\"Echo : {message}\")",
                        "await websocket.send(f\"Echo : {message}\"); break")
                        .is("faux. Étape 2", "obtenu : une trame de fermeture"),
                answer("echo-server", "masks its frames",
                        "            await websocket.send(f\"Echo : {message}\")\n", """
                                    answer = f"Echo : {message}".encode()
                                    head = bytes([0x81, 0x80 | len(answer), 0, 0, 0, 0])
                                    websocket.transport.write(head + answer)
                        """)
                        .is("faux. Étape 2", "obtenu : elle est masquée"),
                answer("echo-server", "blocks its event loop", "    try:", "    import time; time.sleep(20)\n    try:")
                        .is("bloqué. Étape 2", "attendu : le client ('127.0.0.1',"),
                answer("echo-server", "waits for a typed line", "    try:", "    input()\n    try:")
                        .is("bloqué. Étape 2", "attendu : le client ('127.0.0.1',")
                        .hinting("bloque la boucle d'événements"),
                answer("echo-server", "has a handler that fails as an old one with a path does",
                        "async def handler(websocket, path=None):\n", """
                        async def handler(websocket, path=None):
                            raise TypeError("handler() missing 1 required positional argument: 'path'")
                        """)
                        .is("bloqué. Étape 2", "echo-server affiche l'erreur : TypeError: handler() missing")
                        .hinting("le gestionnaire n'a qu'un argument"),
                answer("echo-server", "ends when a client vanishes",
                        "    except websockets.ConnectionClosedError:\n        pass\n",
                        "    except websockets.ConnectionClosedError:\n        import os; os._exit(1)\n")
                        .is("faux. Étape 5", "la connexion est "),
                answer("echo-server", "does not report the closed connection",
                        "    print(f\"Connexion fermée : {websocket.remote_address}\")\n", "")
                        .is("bloqué. Étape 2", "attendu : Connexion fermée : ('127.0.0.1',"),
                answer("echo-server", "listens on all interfaces", "\"localhost\"", "\"\"")
                        .is("faux. Étape 1", "attendu : echo-server écoute sur localhost, pour cette machine seuleme"),
                answer("echo-client", "opens a connection for each text",
                        "    async with websockets.connect(f\"ws://localhost:{sys.argv[1]}\") as websocket:\n"
                                + "        for message in \"Bonjour !\", \"Comment ça va ?\":\n",
                        "    for message in \"Bonjour !\", \"Comment ça va ?\":\n"
                                + "        async with websockets.connect(f\"ws://localhost:{sys.argv[1]}\")"
                                + " as websocket:\n")
                        .is("faux. Étape 1", "obtenu : une trame de fermeture"),
                answer("echo-client", "prints the documented text, not the received one", "{reply}", "Echo : {message}")
                        .is("faux. Étape 3", "obtenu : Réponse : Echo : Bonjour !"),
                answer("echo-client", "sends bytes", "send(message)", "send(message.encode())")
                        .is("faux. Étape 1", "obtenu : une trame d'opcode 2"),
                answer("echo-client", "sends one text", ", \"Comment ça va ?\"", ",")
                        .is("faux. Étape 1", "obtenu : une trame de fermeture"),
                answer("server", "forwards the text to its sender, too", "if client != websocket", "if True")
                        .is("faux. Étape 2", "reçoit son propre message"),
                answer("server", "fails when there is no other client", "            for client in clients.copy():\n",
                        "            assert len(clients) > 1\n            for client in clients.copy():\n")
                        .is("faux. Étape 2", "obtenu : Déconnexion : ('127.0.0.1',"),
                answer("server", "serves the path / only", "    clients.add(websocket)\n",
                        "    if (path or websocket.request.path) == \"/chat\":\n        return\n"
                                + "    clients.add(websocket)\n")
                        .is("bloqué. Étape 2", "attendu : Connexion : ('127.0.0.1',"),
                answer("server", "forwards nothing", "if client != websocket", "if False")
                        .is("bloqué. Étape 2", "attendu : le client ('127.0.0.1',"),
                answer("server", "forwards the text to its sender only",
                        "if client != websocket", "if client == websocket")
                        .is("bloqué. Étape 2", "attendu : le client ('127.0.0.1',"),
                answer("server", "keeps a vanished client in its set", "clients.discard(websocket)", "pass")
                        .is("faux. Étape 2", "obtenu : Déconnexion : ('127.0.0.1',"),
                answer("server", "does not detect that a client vanished",
                        "    finally:\n        clients.discard(websocket)\n",
                        "    else:\n        clients.discard(websocket)\n")
                        .is("bloqué. Étape 4", "attendu : Déconnexion : ('127.0.0.1',"),
                answer("server", "ends when the last client leaves", "restant(s)\")",
                        "restant(s)\")\n        import os; clients or os._exit(0)")
                        .is("faux. Étape 2", "la connexion est "),
                answer("server", "counts one client too few", "{len(clients)} client(s) connecté(s)",
                        "{len(clients) - 1} client(s) connecté(s)")
                        .is("faux. Étape 2", "obtenu : Connexion : ('127.0.0.1',"),
                answer("server", "forwards the representation of the text",
                        "client.send(message)", "client.send(repr(message))")
                        .is("faux. Étape 2", "obtenu : '"),
                answer("server", "prints a hyphen instead of the dash", "—", "-")
                        .is("faux. Étape 2", "obtenu : Connexion : ('127.0.0.1',"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"0.0.0.0\"")
                        .is("faux. Étape 1", "obtenu : il écoute sur toutes ses adresses"),
                answer("client", "blocks its event loop while it waits for input",
                        "await loop.run_in_executor(None, input, \"Vous : \")", "input(\"Vous : \")")
                        .is("bloqué. Étape 1", "attendu : [Message reçu]"),
                answer("client", "receives the first message only", "[Message reçu] {message}\")",
                        "[Message reçu] {message}\"); return")
                        .is("bloqué. Étape 1", "attendu : [Message reçu]"),
                answer("client", "sends a newline", "websocket.send(message)", "websocket.send(message + '\\n')")
                        .is("faux. Étape 1", "\\n"),
                answer("client", "sends bytes", "websocket.send(message)", "websocket.send(message.encode())")
                        .is("faux. Étape 1", "obtenu : une trame d'opcode 2"),
                answer("client", "omits the label of received messages", "[Message reçu] ", "")
                        .is("faux. Étape 1", "obtenu : "),
                answer("client", "prints no prompt", "\"Vous : \"", "\"\"")
                        .is("faux. Étape 1", "attendu : l'invite « Vous :  »"),
                answer("client", "prints its prompt only once", "input, \"Vous : \")",
                        "input, *([] if \"message\" in locals() else [\"Vous : \"]))")
                        .is("faux. Étape 1", "attendu : l'invite « Vous :  »"),
                answer("client", "prints the text that it sends", "await websocket.send(message)",
                        "await websocket.send(message); print('Envoyé :', message)")
                        .is("faux. Étape 1", "Envoyé :"),
                answer("handshake", "requests the path /", "GET /chat", "GET /")
                        .is("faux. Étape 1", "obtenu : GET / HTTP/1.1\\r\\nHost: localhost:"),
                answer("handshake", "omits the Connection header", "    \"Connection: Upgrade\\r\\n\"\n", "")
                        .is("faux. Étape 1", "attendu : une requête avec Connection"),
                answer("handshake", "requests an old version", "Version: 13", "Version: 8")
                        .is("faux. Étape 1", "attendu : une requête avec Sec-WebSocket-Version"),
                answer("handshake", "ends its lines with LF instead of CRLF", "request.encode()",
                        "request.replace(\"\\r\", \"\").encode()")
                        .is("bloqué. Étape 1", "attendu : le serveur reçoit toute la requête : chaque ligne finit"),
                answer("handshake", "does not judge Sec-WebSocket-Accept",
                        "print(\"Sec-WebSocket-Accept est correct\" if right else \"Sec-WebSocket-Accept est faux\")\n",
                        "")
                        .is("faux. Étape 2", "obtenu : Sec-WebSocket-Accept: ..."),
                answer("handshake", "accepts any Sec-WebSocket-Accept", "if right", "if True")
                        .is("faux. Étape 2", "obtenu : Sec-WebSocket-Accept est correct"),
                answer("handshake", "prints the opposite conclusion", "if right else", "if not right else")
                        .is("faux. Étape 2", "obtenu : quand il l'est : Sec-WebSocket-Accept est faux"),
                answer("handshake", "prints the bytes without decoding them",
                        "print(response.decode(), end=\"\")", "print(response)")
                        .is("faux. Étape 1", "attendu : HTTP/1.1 101 Switching Protocols"),
                answer("handshake", "prints an additional line", "print(request, end=\"\")",
                        "print(\"Connexion...\")\nprint(request, end=\"\")")
                        .is("faux. Étape 1", "attendu : GET /chat HTTP/1.1 ; obtenu : Connexion..."),
                answer("handshake", "does not print the request", "print(request, end=\"\")", "")
                        .is("faux. Étape 1", "attendu : GET /chat HTTP/1.1"));
    }
}
