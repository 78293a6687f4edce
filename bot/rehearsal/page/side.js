// The left column: who you are, and your chats.

import { be, openChat } from "./actions.js";
import { at, el, icon, lay } from "./dom.js";
import { avatar, groupFace, senderOf } from "./faces.js";
import { bot, called, chatsOf, crew, groupsOf, isGroup, isNews, lastOf, me, model, titleOf, unread, unreadOf } from "./model.js";
import { newsOf } from "./news.js";
import { dayKey, dayName, hourMinute } from "./times.js";
import { showNow } from "./model.js";
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

function face(who, index) {
  const [count, mine] = [unreadOf(who.id), who.id === model.me];
  const hint = [who.name, either(who.role), count ? t("unread", { n: count }) : ""].filter(Boolean).join(", ");
  const stamp = [hint, mine, who.colour, index].join("|");
  if (made.get(who.id)?.stamp === stamp) return made.get(who.id).node;
  const node = el("button", { type: "button", class: "face", "data-testid": `person-${who.id}`, "aria-pressed": String(mine),
    "aria-label": hint, title: [either(who.role), index < 10 ? (index + 1) % 10 : ""].filter((part) => part !== "").join(" · "),
    onclick: () => be(who.id) },
  avatar(who), el("span", { class: "face-name" }, who.name), count ? el("span", { class: "badge" }, count > 99 ? "99+" : count) : null);
  const focused = document.activeElement === made.get(who.id)?.node;
  made.set(who.id, { stamp, node });
  if (focused) queueMicrotask(() => node.focus());
  return node;
}

function row(chat) {
  const [count, last] = [unread(model.me, chat.id), lastOf(chat.id)];
  const mark = called(model.me, chat.id) ? el("span", { class: "badge at", "aria-hidden": "true" }, "@") : null;
  return el("button", { type: "button", class: "chat-row", "data-testid": `chat-${chat.id}`, role: "listitem",
    "aria-current": chat.id === model.chat ? "true" : null, onclick: () => {
      openChat(chat.id);
      document.body.dataset.screen = "thread";
    } },
  isGroup(chat) ? groupFace(chat) : avatar(bot()),
  el("span", { class: "chat-words" },
    el("span", { class: "chat-top" },
      el("strong", {}, titleOf(chat)),
      el("time", {}, last ? stampOf(last.date * 1000) : "")),
    el("span", { class: "chat-bottom" },
      el("span", { class: "chat-last" }, last ? lineOf(last, chat) : t("no_messages")),
      mark,
      count ? el("span", { class: "badge", "aria-label": t("unread", { n: count }) }, count) : null)));
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
