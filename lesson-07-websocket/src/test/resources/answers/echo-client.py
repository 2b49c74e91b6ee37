import asyncio
import sys

import websockets


async def main():
    async with websockets.connect(f"ws://localhost:{sys.argv[1]}") as websocket:
        for message in "Bonjour !", "Comment ça va ?":
            await websocket.send(message)
            reply = await websocket.recv()
            print(f"Réponse : {reply}")


asyncio.run(main())
