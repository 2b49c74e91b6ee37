import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("localhost", int(sys.argv[1])))
server.listen(1)
print("En attente d'un client...")
client, address = server.accept()
message = client.recv(1024)
print("Reçu :", message.decode())
client.send("Bien reçu, merci !".encode())
client.close()
server.close()
