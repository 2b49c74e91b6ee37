// Ce que le terminal est pour client.py : affiche ce qui arrive, et prend la saisie. Le texte des autres reste du
// texte, jamais du HTML.

const KEPT = 500;
const ABNORMAL_CLOSURE = 1006;

const [status, address, conversation, log, form, pseudo, message, hint, traffic, frames] =
    ["status", "address", "conversation", "log", "form", "pseudo", "message", "hint", "traffic", "frames"]
        .map(id => document.getElementById(id));

// Les trames : à côté de la conversation s'il y a de la place, repliées sur un téléphone.
const room = matchMedia("(min-width: 60rem)");
room.onchange = () => { traffic.open = room.matches; };
room.onchange();

// Appelle send(pseudo, text) à chaque message saisi, qui reste dans son champ jusqu'à ce qu'il soit envoyé.
export function onTyped(send) {
    form.onsubmit = event => {
        event.preventDefault();
        send(pseudo.value.trim(), message.value);
        message.focus();
    };
}

// Affiche la raison pour laquelle le message n'est pas envoyé.
export function keep(reason) {
    hint.textContent = reason;
}

export function connected(uri) {
    document.body.className = "connected";
    status.textContent = "Connecté";
    address.textContent = uri;
    hint.textContent = "";
    addNote("Connecté au chat. Tapez vos messages.");
    addFrame("received", "serveur → page", "101 Switching Protocols", "");
}

export function disconnected(uri, code, reason) {
    address.textContent = `${uri} ne répond pas, nouvel essai dans quelques secondes`;
    if (status.textContent === "Déconnecté") {
        return;
    }
    document.body.className = "";
    status.textContent = "Déconnecté";
    if (code === ABNORMAL_CLOSURE) {
        addNote("La connexion s'est rompue : ce que vous avez écrit en dernier n'est peut-être pas arrivé.");
        addFrame("received", "serveur → page", "rien, pas même une trame de fermeture (1006)", "");
    } else {
        addNote(`Le serveur a fermé la connexion (${code}).`);
        addFrame("received", "serveur → page", `trame fermeture ${code}`, reason);
    }
}

export function refused(reason) {
    address.textContent = reason;
}

export function received(text) {
    const [, name, said] = text.match(/^([^:\n]{1,30}) : (.*)$/s) ?? [, "Anonyme", text];
    addMessage("other", name, said);
    addFrame("received", "serveur → page", `trame texte, ${size(text)}`, text);
}

export function sent(text, said) {
    message.value = "";
    hint.textContent = "";
    addMessage("own", "Vous", said);
    conversation.scrollTop = 0;
    addFrame("sent", "page → serveur", `trame texte, masquée, ${size(text)}`, text);
}

function addMessage(whose, name, text) {
    const now = new Date().toLocaleTimeString("fr", { hour: "2-digit", minute: "2-digit" });
    const header = element("header", "", element("strong", "", name), element("time", "", now));
    const article = element("article", whose, header, element("p", "", text));
    article.style.setProperty("--hue", [...name].reduce((hue, letter) => (137 * hue + letter.codePointAt()) % 360, 0));
    add(log, article);
}

function addNote(text) {
    add(log, element("p", "note", text));
}

function addFrame(whose, way, what, text) {
    add(frames, element("li", whose, element("b", "", way), " ", element("span", "", what), " ",
        element("code", "", text)));
}

export function byteLength(text) {
    return new TextEncoder().encode(text).length;
}

function size(text) {
    const bytes = byteLength(text);
    return `${bytes} octet${bytes > 1 ? "s" : ""}`;
}

function add(list, row) {
    list.append(row);
    if (list.childElementCount > KEPT) {
        list.firstElementChild.remove();
    }
}

function element(name, className, ...content) {
    const made = document.createElement(name);
    made.className = className;
    made.dir = "auto";
    made.append(...content);
    return made;
}
