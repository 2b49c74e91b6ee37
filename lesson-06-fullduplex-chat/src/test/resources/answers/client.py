import socket
import sys
import threading

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("localhost", int(sys.argv[1])))
print("Connecté au serveur de chat v2 !")
print("Chat prêt ! (tapez 'quit' pour quitter)\n")

over = threading.Event()


def receive():
    while not over.is_set():
        message = client.recv(4096).decode()
        if not message or message.lower() == "quit":
            print("\nLe serveur a quitté le chat.")
            over.set()
        elif not over.is_set():
            print(f"\nServeur : {message}")


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
print("Chat terminé.")
