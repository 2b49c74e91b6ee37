import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("localhost", int(sys.argv[1])))
server.listen(1)
print("Serveur de chat démarré. En attente d'un client...")
client, address = server.accept()
print(f"Client connecté : {address}")
print("Chat prêt ! (tapez 'quit' pour quitter)\n")

while True:
    message = client.recv(4096).decode()
    if not message or message.lower() == "quit":
        print("Le client a quitté le chat.")
        break
    print(f"Client : {message}")

    reply = input("Vous : ")
    if reply.lower() == "quit":
        client.send(b"quit")
        break
    client.send(reply.encode())

client.close()
server.close()
print("Chat terminé.")
