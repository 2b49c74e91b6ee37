import socket
import sys

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("localhost", int(sys.argv[1])))
print("Connecté au serveur de chat !")
print("Chat prêt ! (tapez 'quit' pour quitter)\n")

while True:
    message = input("Vous : ")
    if message.lower() == "quit":
        client.send(b"quit")
        break
    client.send(message.encode())

    reply = client.recv(4096).decode()
    if not reply or reply.lower() == "quit":
        print("Le serveur a quitté le chat.")
        break
    print(f"Serveur : {reply}")

client.close()
print("Chat terminé.")
