import socket
import sys
import threading

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("localhost", int(sys.argv[1])))
server.listen(1)
print("Serveur de chat v2 démarré. En attente d'un client...")
client, address = server.accept()
print(f"Client connecté : {address}")
print("Chat prêt ! (tapez 'quit' pour quitter)\n")

over = threading.Event()


def receive():
    while not over.is_set():
        message = client.recv(4096).decode()
        if not message:
            print("\nLe client s'est déconnecté.")
            over.set()
        elif not over.is_set():
            print(f"\nClient : {message}")


def send():
    while not over.is_set():
        message = input()
        if over.is_set():
            break
        if message.lower() == "quit":
            client.send(b"quit")
            over.set()
        else:
            client.send(message.encode())


receiver = threading.Thread(target=receive, daemon=True)
sender = threading.Thread(target=send)
receiver.start()
sender.start()
sender.join()
client.close()
server.close()
print("Chat terminé.")
