import base64
import hashlib
import os
import socket
import sys

port = int(sys.argv[1])
key = base64.b64encode(os.urandom(16)).decode()
request = (
    "GET /chat HTTP/1.1\r\n"
    f"Host: localhost:{port}\r\n"
    "Upgrade: websocket\r\n"
    "Connection: Upgrade\r\n"
    f"Sec-WebSocket-Key: {key}\r\n"
    "Sec-WebSocket-Version: 13\r\n\r\n"
)
print(request, end="")

client = socket.create_connection(("localhost", port))
client.sendall(request.encode())
response = b""
while not response.endswith(b"\r\n\r\n"):
    response += client.recv(1)
print(response.decode(), end="")

digest = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
right = f"Sec-WebSocket-Accept: {base64.b64encode(digest).decode()}".lower() in response.decode().lower()
print("Sec-WebSocket-Accept est correct" if right else "Sec-WebSocket-Accept est faux")
client.close()
