// The keyboard: one key per habit while nothing is being written, and a palette to be anybody.

import { be, moveClock, openChat } from "./actions.js";
import { at, el, typing } from "./dom.js";
import { avatar } from "./faces.js";
import { chatsOf, crew, model, unreadOf } from "./model.js";
import { modal } from "./notices.js";
import { toggle } from "./playbox.js";
import { stepOnce } from "./theatre.js";
import { walk } from "./thread.js";
import { either, t } from "./words.js";

const LIST = [["1 … 9, 0", "key_people"], ["Ctrl K", "key_palette"], ["G / P", "key_chats"], ["W", "key_write"], ["/", "key_command"],
  ["↑ ↓", "key_walk"], ["N", "key_next"], ["Space", "key_play"], ["S", "key_step"], ["?", "key_help"]];

export function showKeys() {
  const rows = LIST.map(([key, word]) => el("div", { class: "key-line" }, el("kbd", {}, key), el("span", {}, t(word))));
  return modal(t("keys"), rows, "keys");
}

const DEEDS = {
  g: () => openChat(chatsOf(model.me)[0].id),
  p: () => openChat(chatsOf(model.me).at(-1).id),
  w: () => at("composer").focus(),
  "/": () => at("slash").click(),
  n: () => moveClock("next"),
  " ": () => toggle(),
  s: () => stepOnce(),
  "?": () => showKeys(),
};

export function wireKeys() {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") return event.preventDefault(), palette();
    if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey) return undefined;
    if (event.altKey || !typing()) if (/^Digit\d$/.test(event.code)) return event.preventDefault(), byNumber(Number(event.code.at(-1)));
    if (typing() || event.altKey) return undefined;
    const onButton = /^(BUTTON|A)$/.test(document.activeElement?.tagName ?? "") && event.key === " ";
    const deed = DEEDS[event.key.toLowerCase()];
    if (!deed || onButton) return undefined;
    event.preventDefault();
    return deed();
  });
  at("log").addEventListener("keydown", walk);
  at("switch").addEventListener("click", palette);
  at("palette-input").addEventListener("input", drawPalette);
  at("palette").addEventListener("keydown", walkPalette);
  at("palette").addEventListener("click", (event) => event.target === at("palette") && at("palette").close());
}

const byNumber = (digit) => be(crew()[(digit + 9) % 10]?.id);

function palette() {
  at("palette-input").value = "";
  drawPalette();
  if (!at("palette").open) at("palette").showModal();
}

function drawPalette() {
  const wanted = at("palette-input").value.trim().toLowerCase();
  const found = crew().filter((one) => `${one.name} ${either(one.role)} ${one.username ?? ""}`.toLowerCase().includes(wanted));
  at("palette-list").replaceChildren(...(found.length ? found.map(entry) : [el("p", { class: "nobody" }, t("nobody_found"))]));
}

function entry(who) {
  const count = unreadOf(who.id);
  return el("button", { type: "button", class: "palette-row", "data-testid": `palette-${who.id}`, "aria-current": who.id === model.me ? "true" : null,
    onclick: () => {
      at("palette").close();
      be(who.id);
    } },
  avatar(who), el("span", { class: "palette-words" }, el("strong", {}, who.name), el("span", {}, either(who.role) || " ")),
  count ? el("span", { class: "badge" }, count) : null);
}

function walkPalette(event) {
  const rows = [...at("palette-list").querySelectorAll("button")];
  const here = rows.indexOf(document.activeElement);
  if (event.key === "Enter" && here < 0) return event.preventDefault(), rows[0]?.click();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return undefined;
  event.preventDefault();
  return (rows[here + step] ?? at("palette-input")).focus();
}
