// The line at the bottom: writing, replying, files, and Start where the bot may not write yet.

import { say, sendFile, start } from "./actions.js";
import { at, el, icon, narrow } from "./dom.js";
import { senderOf } from "./faces.js";
import { askedOf, chatNow, isGroup, me, messageOf, model } from "./model.js";
import { closeChoices, keyInChoices, suggest } from "./choices.js";
import { gist } from "./side.js";
import { t } from "./words.js";

const drafts = new Map();
const replies = new Map();
const dropped = new Set();
let shown = "";

const box = () => at("composer");
const here = () => `${model.me}/${model.chat}`;

export function drawComposer() {
  const chat = chatNow();
  if (!chat) return;
  if (shown !== here()) turn();
  const closed = !isGroup(chat) && (me().blocked || !model.chats.has(chat.id));
  at("write").hidden = closed;
  at("start-box").hidden = !closed;
  if (closed) drawStart();
  drawReply(chat);
}

function turn() {
  if (shown) drafts.set(shown, box().value);
  shown = here();
  box().value = drafts.get(shown) ?? "";
  closeChoices();
  grow();
}

function drawStart() {
  const { blocked, name } = me();
  at("start-words").textContent = t(blocked ? "blocked_hint" : "start_hint", { name });
  at("start").textContent = t(blocked ? "unblock" : "start");
}

// A reply chosen by hand, else the question that the bot put to this person.
export function replyNow(chat = chatNow()) {
  const chosen = messageOf(chat.id, replies.get(here()));
  if (chosen) return { message: chosen, placeholder: "" };
  const asked = askedOf(model.me, chat);
  return asked && !dropped.has(`${here()}/${asked.message.message_id}`) ? { ...asked, asked: true } : null;
}

function drawReply(chat) {
  const now = replyNow(chat);
  at("replying").hidden = !now;
  box().placeholder = now?.placeholder || t("write", { name: me().name });
  box().setAttribute("aria-label", box().placeholder);
  if (!now) return;
  const name = senderOf(now.message).name;
  at("replying-words").replaceChildren(
    el("strong", {}, t(now.asked ? "asked_you" : "reply_to", { name })), el("span", {}, gist(now.message)));
}

export function reply(message) {
  replies.set(here(), message.message_id);
  drawReply(chatNow());
  box().focus();
}

function dropReply() {
  const now = replyNow();
  if (now?.asked) dropped.add(`${here()}/${now.message.message_id}`);
  replies.delete(here());
  drawReply(chatNow());
  box().focus();
}

export function grow() {
  box().style.height = "auto";
  box().style.height = `${Math.min(box().scrollHeight, 160)}px`;
  at("send").classList.toggle("ready", box().value.trim() !== "");
}

export async function send() {
  const text = box().value.trim();
  const chat = chatNow();
  if (!text || !chat) return null;
  const place = here();
  const now = replyNow(chat);
  box().value = "";
  grow();
  closeChoices();
  replies.delete(place);
  const said = await say(chat.id, text, now?.message.message_id, now?.message.message_thread_id);
  if (said || box().value || place !== here()) return said;
  box().value = text;
  grow();
  return said;
}

async function sendAll(files) {
  const chat = chatNow();
  const caption = box().value.trim() || undefined;
  const now = replyNow(chat);
  box().value = "";
  grow();
  replies.delete(here());
  let first = caption;
  for (const file of files) {
    await sendFile(chat.id, file, first, now?.message.message_id, now?.message.message_thread_id);
    first = undefined;
  }
}

export function wireComposer() {
  box().addEventListener("input", () => {
    grow();
    suggest();
  });
  box().addEventListener("keydown", (event) => {
    if (event.isComposing || keyInChoices(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !(narrow() && matchMedia("(pointer: coarse)").matches)) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && !at("replying").hidden) dropReply();
    else if (event.key === "ArrowUp" && !box().value) {
      event.preventDefault();
      at("log").querySelector("article:last-of-type")?.focus();
    }
  });
  box().addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length) event.preventDefault(), sendAll(files);
  });
  at("send").append(icon("send"));
  at("send").addEventListener("click", send);
  at("slash").append(icon("slash"));
  at("slash").addEventListener("click", () => {
    box().value = "/";
    box().focus();
    suggest();
  });
  at("attach").append(icon("attach"));
  at("attach").addEventListener("click", () => at("pick-file").click());
  at("pick-file").addEventListener("change", async () => {
    await sendAll([...at("pick-file").files]);
    at("pick-file").value = "";
  });
  at("drop-reply").append(icon("close"));
  at("drop-reply").addEventListener("click", dropReply);
  at("start").addEventListener("click", () => start());
  wireDrop(at("thread"));
}

function wireDrop(place) {
  const over = (on) => place.classList.toggle("dropping", on);
  place.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files") || at("write").hidden) return;
    event.preventDefault();
    over(true);
  });
  place.addEventListener("dragleave", (event) => event.relatedTarget && place.contains(event.relatedTarget) || over(false));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    sendAll([...event.dataTransfer.files]);
  });
}
