// One message: bubble, quote, words, file, time, buttons.

import { be, isPressing, openLink, press, say, stayInside, wasPressed } from "./actions.js";
import { fileAddress } from "./api.js";
import { el, icon } from "./dom.js";
import { rich } from "./entities.js";
import { avatar, colourOf, senderOf } from "./faces.js";
import { isGroup, isNews, me, messageOf, model, names } from "./model.js";
import { newsOf } from "./news.js";
import { gist } from "./side.js";
import { hourMinute } from "./times.js";
import { t } from "./words.js";

// Everything that the look of a bubble depends on; equal stamps need no new bubble.
export function stampOf(message, chat, place) {
  const buttons = buttonsOf(message).map((button) => {
    const data = button.callback_data;
    return data && (isPressing(chat.id, message.message_id, data) ? "…" : wasPressed(chat.id, message, data) ? "✓" : "");
  });
  return [message._changed, model.me, me()?.name, document.documentElement.lang, place.first, place.last, buttons.join("")].join("|");
}

const buttonsOf = (message) => (message.reply_markup?.inline_keyboard ?? []).flat();

export function bubble(message, chat, place, hooks) {
  if (isNews(message)) return news(message, chat);
  const [mine, from] = [message.from?.id === model.me, senderOf(message)];
  const called = !mine && isGroup(chat) && names(message, model.me);
  const classes = ["msg", mine ? "mine" : "theirs", from.is_bot && "of-bot", place.first && "first", place.last && "last", called && "called"];
  const face = isGroup(chat) && !mine ? faceOf(from, place.last) : null;
  return el("article", { class: classes.filter(Boolean).join(" "), "data-testid": `msg-${chat.id}-${message.message_id}`,
    "data-id": message.message_id, tabindex: "-1", "aria-label": from.name, style: { "--colour": colourOf(from) } },
  face,
  el("div", { class: "msg-body" },
    el("div", { class: "bubble" },
      place.first && isGroup(chat) && !mine ? nameLine(from) : null,
      quote(message, hooks),
      attached(message),
      words(message, chat, hooks),
      el("button", { type: "button", class: "reply-btn", tabindex: "-1", "aria-label": t("reply"), title: t("reply"),
        onclick: () => hooks.reply(message) }, icon("reply"))),
    keyboard(message, chat),
    reactions(message)));
}

function news(message, chat) {
  return el("div", { class: "news", "data-testid": `msg-${chat.id}-${message.message_id}`, "data-id": message.message_id }, el("span", {}, newsOf(message)));
}

function faceOf(from, last) {
  if (!last) return el("span", { class: "avatar-gap" });
  if (from.is_bot || !model.people.has(from.id)) return avatar(from, "small");
  return el("button", { type: "button", class: "face-btn", tabindex: "-1", title: t("be", { name: from.name }),
    "aria-label": t("be", { name: from.name }), onclick: () => be(from.id) }, avatar(from, "small"));
}

const nameLine = (from) =>
  el("div", { class: "msg-name" }, from.name, from.is_bot ? el("span", { class: "bot-tag" }, t("bot")) : null);

function quote(message, hooks) {
  const target = message.reply_to_message;
  if (!target) return null;
  const known = messageOf(message.chat.id, target.message_id) ?? target;
  const from = senderOf(known);
  return el("button", { type: "button", class: "quote", tabindex: "-1", style: { "--colour": colourOf(from) },
    onclick: () => hooks.show(target.message_id) }, el("strong", {}, from.name), el("span", {}, gist(known)));
}

function attached(message) {
  const photo = message.photo?.at(-1);
  if (photo) {
    const address = fileAddress(photo.file_id);
    return el("a", { class: "photo", href: address, target: "_blank", rel: "noopener" },
      el("img", { src: address, alt: message.caption || t("photo"), width: photo.width, height: photo.height, loading: "lazy" }));
  }
  const file = message.document;
  if (!file) return null;
  return el("a", { class: "file", href: fileAddress(file.file_id), download: file.file_name || "file", "aria-label": t("download", { name: file.file_name }) },
    el("span", { class: "file-icon" }, icon("file")),
    el("span", { class: "file-words" }, el("strong", {}, file.file_name || t("file")), el("span", {}, sizeOf(file.file_size))));
}

function sizeOf(bytes = 0) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function words(message, chat, hooks) {
  const [said, entities] = message.text !== undefined ? [message.text, message.entities] : [message.caption ?? "", message.caption_entities];
  const text = said.startsWith("/start ") ? "/start" : said;  // Telegram, too, keeps what a link brings along to itself
  const time = el("span", { class: "msg-time" },
    message.edit_date ? `${t("edited")} ` : "", el("time", { datetime: new Date(message.date * 1000).toISOString() }, hourMinute(message.date * 1000)));
  const command = (name) => say(chat.id, isGroup(chat) && !name.includes("@") ? `${name}@${hooks.botName()}` : name);
  return el("div", { class: text ? "msg-text" : "msg-text empty" }, rich(text, entities, { link: stayInside, command }), time);
}

function keyboard(message, chat) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  return el("div", { class: "keyboard" }, rows.map((row) => el("div", { class: "key-row" }, row.map((one) => key(one, message, chat)))));
}

function key(button, message, chat) {
  const data = button.callback_data;
  const busy = data && isPressing(chat.id, message.message_id, data);
  const done = data && !busy && wasPressed(chat.id, message, data);
  const act = () => (button.url ? openLink(button.url) : press(chat.id, message, data));
  const tint = { primary: "tint-primary", success: "tint-success", danger: "tint-danger" }[button.style] ?? "";
  return el("button", { type: "button", class: ["key", busy && "busy", done && "done", tint].filter(Boolean).join(" "), "data-testid": "btn",
    "data-callback": data, "data-url": button.url, "aria-busy": busy ? "true" : null, title: button.url || null, onclick: act },
  el("span", { class: "key-text" }, button.text),
  button.url ? el("span", { class: "key-mark" }, icon("link"), el("span", { class: "sr" }, t("opens_link"))) : null,
  done ? el("span", { class: "key-mark" }, icon("check"), el("span", { class: "sr" }, t("pressed"))) : null,
  busy ? el("span", { class: "spinner", "aria-hidden": "true" }) : null);
}

const reactions = (message) =>
  message.reactions?.length ? el("div", { class: "reactions" }, message.reactions.map((emoji) => el("span", {}, emoji))) : null;
