// What a person can do: every deed goes through the Play API, by hand and when the show plays itself.

import { hand, tell } from "./api.js";
import { bot, changed, groupsOf, model, privateOf, setNow } from "./model.js";
import { forget, modal, toast } from "./notices.js";
import { because, t } from "./words.js";

const pressing = new Map();
const pressed = new Map();
const key = (chat, message, data) => `${model.me}/${chat}/${message}/${data}`;

export const isPressing = (chat, message, data) => pressing.has(key(chat, message, data));
export const wasPressed = (chat, message, data) => pressed.get(key(chat, message.message_id, data)) === message._changed;

// A private chat follows the person; a group stays in sight when the next one is in it too.
export function be(id) {
  if (!model.people.has(id)) return;
  if (id !== model.me) forget();
  const stays = groupsOf(id).some((chat) => chat.id === model.chat);
  model.me = id;
  if (!stays) model.chat = privateOf(id).id;
  changed("me");
}

export function openChat(id) {
  model.chat = id;
  changed("chat");
}

async function tried(word, deed) {
  try {
    return await deed();
  } catch (error) {
    toast(t(word, { why: because(error.message) }), "bad");
    return null;
  }
}

export const say = (chat, text, replyTo, thread) =>
  tried("not_sent", () => tell("say", { as: model.me, chat, text, reply_to: replyTo, thread }));

export const sendFile = (chat, file, caption, replyTo, thread) =>
  tried("not_sent", () => hand({ as: model.me, chat, caption, reply_to: replyTo, thread }, file));

// Presses a callback button, shows the answer as Telegram does, and tells whether the bot answered.
export async function press(chat, message, data) {
  const mark = key(chat, message.message_id, data);
  if (pressing.has(mark)) return null;
  const who = model.me;
  pressing.set(mark, true);
  pressed.set(mark, message._changed);
  model.acted = true;
  model.movedOn.set(`${who}/${chat}`, message.message_id);
  changed("press");
  const answer = await tried("not_sent", () => tell("press", { as: who, chat, message: message.message_id, data }));
  pressing.delete(mark);
  changed("press");
  if (answer) await showAnswer(answer, who);
  return answer;
}

async function showAnswer(answer, who) {
  if (answer.answered === false) toast(t("no_answer"), "bad");
  else if (answer.url) await openLink(answer.url, who);
  else if (answer.text && answer.alert) modal(bot()?.name ?? t("product"), answer.text);
  else if (answer.text) toast(answer.text);
}

// Links into Telegram stay in the rehearsal; true when the link was such a one. Others open in a new tab.
export function openLink(url, who = model.me) {
  const inside = stayInside(url, who);
  if (!inside) open(url, "_blank", "noopener,noreferrer");
  return inside;
}

export function stayInside(url, who = model.me) {
  const link = parsed(url);
  if (!link) return null;
  if (link.message) return Promise.resolve(changed({ show: link.message }));
  if (link.username !== bot()?.username?.toLowerCase()) return null;
  return link.group ? member(link.group, bot().id, "member") : start(link.payload, who);
}

function parsed(url) {
  let link;
  try {
    link = new URL(url);
  } catch {
    return null;
  }
  if (!["t.me", "telegram.me"].includes(link.hostname)) return null;
  const [first, second, third] = link.pathname.split("/").filter(Boolean);
  if (first === "c" && third) return { message: { chat: -1e12 - Number(second), id: Number(third) } };
  const group = link.searchParams.has("startgroup") ? model.chat : null;
  return { username: first?.toLowerCase(), payload: link.searchParams.get("start") ?? undefined, group };
}

export async function start(payload, who = model.me) {
  const said = await tried("not_sent", () => tell("start", { as: who, payload }));
  if (said && who === model.me) openChat(privateOf(who).id);
  return said;
}

export const member = (chat, person, status) => tried("not_sent", () => tell("member", { as: model.me, chat, person, status }));
export const block = (blocked) => tried("not_sent", () => tell("block", { as: model.me, blocked }));

export async function moveClock(to) {
  if (model.moving) return null;
  model.moving = true;
  changed("clock");
  const answer = await tried("not_moved", () => tell("clock", { to }));
  model.moving = false;
  if (answer) setNow(answer.now);
  changed("clock");
  return answer;
}
