import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("localhost", int(sys.argv[1])))
server.listen(1)
client, address = server.accept()
print("Chunk 1 :", client.recv(10).decode())
print("Chunk 2 :", client.recv(10).decode())
print("Chunk 3 :", client.recv(10).decode())
client.close()
server.close()
