import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("localhost", int(sys.argv[1])))
server.listen(1)
print("Serveur de chat démarré. En attente d'un client...")
client, address = server.accept()
print(f"Client connecté : {address}")
print("Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).\n")
client.close()
server.close()
