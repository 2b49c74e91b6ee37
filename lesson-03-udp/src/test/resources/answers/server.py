import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("localhost", int(sys.argv[1])))
print("Serveur UDP en écoute...")
message, address = server.recvfrom(1024)
print(f"Message de {address} : {message.decode()}")
server.sendto("Message bien reçu !".encode(), address)
server.close()
