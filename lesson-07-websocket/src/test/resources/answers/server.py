import asyncio
import sys

import websockets

port = int(sys.argv[1])
clients = set()


async def handler(websocket, path=None):
    clients.add(websocket)
    print(f"Connexion : {websocket.remote_address} — {len(clients)} client(s) connecté(s)")
    try:
        async for message in websocket:
            print(f"Message de {websocket.remote_address} : {message}")
            for client in clients.copy():
                if client != websocket:
                    await client.send(message)
    except websockets.ConnectionClosedError:
        pass
    finally:
        clients.discard(websocket)
        print(f"Déconnexion : {websocket.remote_address} — {len(clients)} client(s) restant(s)")


async def main():
    async with websockets.serve(handler, "localhost", port):
        print(f"Serveur de chat sur ws://localhost:{port}")
        await asyncio.Future()


asyncio.run(main())
