// The client of "Application de chat en temps réel" in a browser: sends what is typed, and shows what comes meanwhile.
import * as screen from "./screen.js";

// Where the page itself came from, as ws: for http:, and as wss: for https:.
const uri = `${location.protocol.replace("http", "ws")}//${location.host}/`;
let seconds = 1;

function recevoir(websocket) {
    websocket.onmessage = ({ data: message }) => screen.received(message);
}

function envoyer(websocket) {
    screen.onTyped((pseudo, text) => {
        // A connection that is over would lose it without a word.
        if (websocket.readyState !== WebSocket.OPEN) {
            screen.refused();
            return;
        }
        const message = pseudo ? `${pseudo} : ${text}` : text;
        websocket.send(message);
        screen.sent(message, text);
    });
}

function main() {
    const websocket = new WebSocket(uri);
    websocket.onopen = () => {
        seconds = 1;
        screen.connected(uri);
    };
    websocket.onclose = ({ code, reason }) => {
        screen.disconnected(uri, code, reason);
        // Later each time, and not the whole class at once.
        setTimeout(main, seconds * (500 + 500 * Math.random()));
        seconds = Math.min(2 * seconds, 8);
    };
    recevoir(websocket);
    envoyer(websocket);
}

main();
