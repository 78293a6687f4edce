// The left column: who you are, and your chats.

import { be, openChat } from "./actions.js";
import { at, el, icon, lay } from "./dom.js";
import { avatar, groupFace, senderOf } from "./faces.js";
import { bot, called, chatsOf, crew, groupsOf, isGroup, isNews, lastOf, me, model, titleOf, showNow, unread, unreadOf } from "./model.js";
import { newsOf } from "./news.js";
import { dayKey, dayName, hourMinute } from "./times.js";
import { either, t } from "./words.js";

export function drawSide() {
  if (!me()) return;
  drawMe();
  lay(at("people"), crew().map(face));
  lay(at("chats"), chatsOf(model.me).map(row));
  const missing = groupsOf(model.me).length === 0;
  at("outside").hidden = !missing;
  at("outside").textContent = t("no_group", { name: me().name });
}

function drawMe() {
  at("me").replaceChildren(
    avatar(me(), "large"),
    el("span", { class: "me-words" },
      el("span", { class: "me-small" }, t("you_are")),
      el("strong", { "data-testid": "me-name" }, me().name),
      el("span", { class: "me-small role" }, either(me().role) || " ")),
  );
  at("switch").replaceChildren(avatar(me(), "small"), el("span", { class: "switch-name" }, me().name), icon("down"));
}

const made = new Map();

// A button that lives on while what it shows changes, so that focus and a press under way are not lost.
function lasting(key, fresh) {
  const node = made.get(key) ?? fresh();
  made.set(key, node);
  return node;
}

function put(node, values, children) {
  for (const [name, value] of Object.entries(values)) if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  const next = el("span", {}, children);
  if (node.dataset.shows === next.innerHTML) return node;
  node.dataset.shows = next.innerHTML;
  node.replaceChildren(...next.childNodes);
  return node;
}

function face(who, index) {
  const count = unreadOf(who.id);
  const role = either(who.role);
  const node = lasting(`person-${who.id}`, () =>
    el("button", { type: "button", class: "face", "data-testid": `person-${who.id}`, onclick: () => be(who.id) }));
  const values = {
    "aria-pressed": String(who.id === model.me),
    "aria-label": [who.name, role, count ? t("unread", { n: count }) : ""].filter(Boolean).join(", "),
    title: [role, index < 10 ? (index + 1) % 10 : ""].filter((part) => part !== "").join(" · "),
  };
  const badge = count ? el("span", { class: "badge" }, count > 99 ? "99+" : count) : null;
  return put(node, values, [avatar(who), el("span", { class: "face-name" }, who.name), badge]);
}

function row(chat) {
  const node = lasting(`chat-${chat.id}`, () =>
    el("button", { type: "button", class: "chat-row", "data-testid": `chat-${chat.id}`, onclick: () => {
      openChat(chat.id);
      document.body.dataset.screen = "thread";
    } }));
  return put(node, { "aria-current": String(chat.id === model.chat) }, [isGroup(chat) ? groupFace(chat) : avatar(bot()), rowWords(chat)]);
}

function rowWords(chat) {
  const [count, last] = [unread(model.me, chat.id), lastOf(chat.id)];
  return el("span", { class: "chat-words" },
    el("span", { class: "chat-top" },
      el("strong", {}, titleOf(chat)),
      el("time", {}, last ? stampOf(last.date * 1000) : "")),
    el("span", { class: "chat-bottom" },
      el("span", { class: "chat-last" }, last ? lineOf(last, chat) : t("no_messages")),
      called(model.me, chat.id) ? el("span", { class: "badge at", "aria-hidden": "true" }, "@") : null,
      count ? el("span", { class: "badge", "aria-label": t("unread", { n: count }) }, count) : null));
}

const stampOf = (ms) => (dayKey(ms) === dayKey(showNow()) ? hourMinute(ms) : dayName(ms));

function lineOf(message, chat) {
  if (isNews(message)) return newsOf(message);
  const mine = message.from?.id === model.me;
  const name = mine ? `${t("you")}: ` : isGroup(chat) ? `${senderOf(message).name}: ` : "";
  return [name ? el("span", { class: "chat-who" }, name) : "", gist(message)];
}

// One line that says what a message is about.
export function gist(message) {
  const text = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim();
  if (message.photo) return [t("photo"), text].filter(Boolean).join(" · ");
  if (message.document) return [message.document.file_name || t("file"), text].filter(Boolean).join(" · ");
  return text;
}
