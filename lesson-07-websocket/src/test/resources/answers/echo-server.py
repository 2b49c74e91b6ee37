import asyncio
import sys

import websockets

port = int(sys.argv[1])


async def handler(websocket, path=None):
    print(f"Nouvelle connexion : {websocket.remote_address}")
    try:
        async for message in websocket:
            print(f"Reçu : {message}")
            await websocket.send(f"Echo : {message}")
    except websockets.ConnectionClosedError:
        pass
    print(f"Connexion fermée : {websocket.remote_address}")


async def main():
    async with websockets.serve(handler, "localhost", port):
        print(f"Serveur WebSocket en écoute sur ws://localhost:{port}")
        await asyncio.Future()


asyncio.run(main())
