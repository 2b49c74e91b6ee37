package socketcourse.lesson07;

import java.util.stream.Stream;
import socketcourse.testing.KeyCheck;

class WrongAnswersTest extends KeyCheck {

    @Override
    protected String module() {
        return "websockets";
    }

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("echo-server", "another notation of the address",
                        "Nouvelle connexion : {websocket.remote_address}",
                        "Nouvelle connexion : {websocket.remote_address[0]}:{websocket.remote_address[1]}"),
                answer("echo-client", "sends both texts first",
                        "            reply = await websocket.recv()\n",
                        "        for message in 1, 2:\n            reply = await websocket.recv()\n"),
                answer("server", "with websockets.broadcast",
                        "            for client in clients.copy():\n",
                        "            websockets.broadcast(clients - {websocket}, message)\n"
                                + "            for client in ():\n"),
                answer("client", "reads the keyboard in a thread of its own",
                        "await loop.run_in_executor(None, input, \"Vous : \")",
                        "await asyncio.to_thread(input, \"Vous : \")"),
                answer("handshake", "an exit status", "client.close()",
                        "client.close()\nsys.exit(0 if right else 1)"),
                answer("handshake", "the key of the RFC", "base64.b64encode(os.urandom(16)).decode()",
                        "\"dGhlIHNhbXBsZSBub25jZQ==\""));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("echo-server", "another text", "Echo : ", "Echo: "),
                answer("echo-server", "shows the bytes", "{message}\")\n", "{message.encode()}\")\n"),
                answer("echo-server", "answers once", "await websocket.send(f\"Echo : {message}\")",
                        "await websocket.send(f\"Echo : {message}\"); break"),
                answer("echo-server", "blocks its event loop", "    try:", "    import time; time.sleep(20)\n    try:"),
                answer("echo-server", "waits for a line from its keyboard", "    try:", "    input()\n    try:"),
                answer("echo-server", "ends when a client vanishes",
                        "    except websockets.ConnectionClosedError:\n        pass\n",
                        "    except websockets.ConnectionClosedError:\n        import os; os._exit(1)\n"),
                answer("echo-server", "does not say that the connection is closed",
                        "    print(f\"Connexion fermée : {websocket.remote_address}\")\n", ""),
                answer("echo-server", "listens on all interfaces", "\"localhost\"", "\"\""),
                answer("echo-client", "one connection for each text",
                        "    async with websockets.connect(f\"ws://localhost:{sys.argv[1]}\") as websocket:\n"
                                + "        for message in \"Bonjour !\", \"Comment ça va ?\":\n",
                        "    for message in \"Bonjour !\", \"Comment ça va ?\":\n"
                                + "        async with websockets.connect(f\"ws://localhost:{sys.argv[1]}\")"
                                + " as websocket:\n"),
                answer("echo-client", "shows what is expected, not what came", "{reply}", "Echo : {message}"),
                answer("echo-client", "sends bytes", "send(message)", "send(message.encode())"),
                answer("echo-client", "sends one text", ", \"Comment ça va ?\"", ","),
                answer("server", "answers the sender, too", "if client != websocket", "if True"),
                answer("server", "passes on to nobody", "if client != websocket", "if False"),
                answer("server", "passes on to the sender only", "if client != websocket", "if client == websocket"),
                answer("server", "leaves the vanished client in the set", "clients.discard(websocket)", "pass"),
                answer("server", "does not notice that a client vanished",
                        "    finally:\n        clients.discard(websocket)\n",
                        "    else:\n        clients.discard(websocket)\n"),
                answer("server", "ends when nobody is left", "restant(s)\")",
                        "restant(s)\")\n        import os; clients or os._exit(0)"),
                answer("server", "counts wrong", "{len(clients)} client(s) connecté(s)",
                        "{len(clients) - 1} client(s) connecté(s)"),
                answer("server", "passes the repr on", "client.send(message)", "client.send(repr(message))"),
                answer("server", "a hyphen in the place of the dash", "—", "-"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"0.0.0.0\""),
                answer("client", "blocks its event loop with input",
                        "await loop.run_in_executor(None, input, \"Vous : \")", "input(\"Vous : \")"),
                answer("client", "receives one message only", "[Message reçu] {message}\")",
                        "[Message reçu] {message}\"); return"),
                answer("client", "sends a newline", "websocket.send(message)", "websocket.send(message + '\\n')"),
                answer("client", "sends bytes", "websocket.send(message)", "websocket.send(message.encode())"),
                answer("client", "shows its messages without saying so", "[Message reçu] ", ""),
                answer("client", "has no prompt", "\"Vous : \"", "\"\""),
                answer("client", "shows what it sends", "await websocket.send(message)",
                        "await websocket.send(message); print(message)"),
                answer("handshake", "asks for /", "GET /chat", "GET /"),
                answer("handshake", "asks for no upgrade", "    \"Connection: Upgrade\\r\\n\"\n", ""),
                answer("handshake", "asks for an old version", "Version: 13", "Version: 8"),
                answer("handshake", "ends its lines as a file does", "request.encode()",
                        "request.replace(\"\\r\", \"\").encode()"),
                answer("handshake", "leaves the accept to its reader",
                        "print(\"Sec-WebSocket-Accept est correct\" if right else \"Sec-WebSocket-Accept est faux\")\n",
                        ""),
                answer("handshake", "takes any accept", "if right", "if True"),
                answer("handshake", "shows the bytes", "print(response.decode(), end=\"\")", "print(response)"),
                answer("handshake", "does not show the request", "print(request, end=\"\")", ""));
    }
}
