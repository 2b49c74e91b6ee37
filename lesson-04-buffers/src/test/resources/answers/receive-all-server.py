import socket
import sys


def receive_all(sock, buffer_size=1024):
    data = b""
    reads = 0
    while True:
        chunk = sock.recv(buffer_size)
        if not chunk:
            break
        data += chunk
        reads += 1
    return data, reads


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("localhost", int(sys.argv[1])))
server.listen(1)
client, address = server.accept()
message, reads = receive_all(client)
print(f"Message complet : {len(message)} octets en {reads} lectures")
client.close()
server.close()
