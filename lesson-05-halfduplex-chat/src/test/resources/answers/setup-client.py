import socket
import sys

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("localhost", int(sys.argv[1])))
print("Connecté au serveur de chat !")
print("Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).\n")
client.close()
