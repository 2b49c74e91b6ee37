import socket
import sys

port = int(sys.argv[1])

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("localhost", port))
server.listen()
print(f"Serveur en écoute sur le port {port}...")
client, address = server.accept()
print(f"Connexion reçue de {address}")
client.close()
server.close()
