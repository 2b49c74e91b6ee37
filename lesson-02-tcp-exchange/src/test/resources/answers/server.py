import socket
import sys

port = int(sys.argv[1])

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("localhost", port))
server.listen(1)
print(f"Serveur en écoute sur le port {port}...")
client, address = server.accept()
print(f"Connexion de {address}")
message = client.recv(1024)
print("Message reçu :", message.decode())
client.close()
server.close()
