import socket
import sys

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.sendto("Hello UDP !".encode(), ("localhost", int(sys.argv[1])))
reply, address = client.recvfrom(1024)
print("Réponse :", reply.decode())
client.close()
