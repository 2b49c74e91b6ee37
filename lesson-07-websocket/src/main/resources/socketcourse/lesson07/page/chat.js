// Le client d'« Application de chat en temps réel » dans un navigateur : il envoie la saisie, et affiche ce qui arrive.
import * as screen from "./screen.js";

// L'adresse d'où vient la page : ws: à la place de http:, wss: à la place de https:.
const uri = `${location.protocol.replace("http", "ws")}//${location.host}/`;
const MAX_BYTES = 1024 * 1024;
let seconds = 1;

function recevoir(websocket) {
    websocket.onmessage = ({ data: message }) => screen.received(message);
}

function envoyer(websocket) {
    screen.onTyped((pseudo, text) => {
        const message = pseudo ? `${pseudo} : ${text}` : text;
        if (websocket.readyState !== WebSocket.OPEN) {
            screen.keep("Pas de connexion : votre message reste ici. Envoyez-le quand le serveur sera revenu.");
        } else if (screen.byteLength(message) > MAX_BYTES) {
            // Le serveur fermerait la connexion (code 1009).
            screen.keep("Message trop long pour le serveur, qui en accepte 1 Mio (1 048 576 octets) : il reste ici.");
        } else {
            websocket.send(message);
            screen.sent(message, text);
        }
    });
}

// Le navigateur ne dit pas à la page pourquoi une poignée de main échoue. Une requête POST a le même en-tête Origin :
// le serveur la refuse pour la même raison, et l'explique.
async function demanderPourquoi() {
    const response = await fetch("/", { method: "POST" });
    if (response.status === 403) {
        screen.refused(await response.text());
    }
}

function main() {
    const websocket = new WebSocket(uri);
    websocket.onopen = () => {
        seconds = 1;
        screen.connected(uri);
    };
    websocket.onclose = ({ code, reason }) => {
        screen.disconnected(uri, code, reason);
        demanderPourquoi().catch(() => { /* Le serveur ne répond pas : l'écran le dit déjà. */ });
        // De plus en plus tard, et pas toute la classe au même moment.
        setTimeout(main, seconds * (500 + 500 * Math.random()));
        seconds = Math.min(2 * seconds, 8);
    };
    recevoir(websocket);
    envoyer(websocket);
}

main();
