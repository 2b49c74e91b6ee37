import asyncio
import sys

import websockets


async def receive(websocket):
    async for message in websocket:
        print(f"\n[Message reçu] {message}")


async def send(websocket):
    loop = asyncio.get_running_loop()
    while True:
        message = await loop.run_in_executor(None, input, "Vous : ")
        await websocket.send(message)


async def main():
    async with websockets.connect(f"ws://localhost:{sys.argv[1]}") as websocket:
        print("Connecté au chat. Tapez vos messages.")
        await asyncio.gather(receive(websocket), send(websocket))


asyncio.run(main())
