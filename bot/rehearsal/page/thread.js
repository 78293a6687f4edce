// The conversation: head, pinned message, messages in order, and what to do first.

import { block, member, start } from "./actions.js";
import { at, calm, el, lay } from "./dom.js";
import { avatar, groupFace } from "./faces.js";
import { bubble, stampOf } from "./bubble.js";
import { bot, changed, chatNow, isGroup, isNews, look, me, messageOf, messagesOf, model, person, seenUpTo, titleOf, unreadOf } from "./model.js";
import { menu } from "./notices.js";
import { gist } from "./side.js";
import { dayKey, dayName } from "./times.js";
import { reply } from "./composer.js";
import { t } from "./words.js";

const GROUPED = 5 * 60;
const drawn = new Map();
let shown = "";
let divider = 0;

const log = () => at("log");
const atEnd = () => log().scrollHeight - log().scrollTop - log().clientHeight < 60;
let sticky = true;
let top = 0;

export function drawThread() {
  const chat = chatNow();
  if (!chat) return;
  const here = `${model.me}/${chat.id}`;
  const opened = here !== shown;
  if (opened) {
    divider = seenUpTo(model.me, chat.id);
    shown = here;
    drawn.clear();
  }
  sticky ||= opened;
  drawHead(chat);
  drawPin(chat);
  drawMessages(chat);
  drawCoach(chat);
  if (opened) toFirstNew();
  else if (sticky) toEnd();
  if (!document.hidden && sticky) look(model.me, chat.id);
}

// Opens where reading was left, or at the end when all of it fits.
function toFirstNew() {
  toEnd();
  const first = log().querySelector(".divider");
  if (first && log().scrollHeight - first.offsetTop > log().clientHeight) log().scrollTop = first.offsetTop - 70;
  sticky = atEnd();
  look(model.me, model.chat);
}

export function toEnd() {
  log().scrollTop = log().scrollHeight;
  sticky = true;
}

// Only who scrolls up leaves the end; what grows below it, as a picture does once it is there, takes nobody away.
function scrolled() {
  sticky = atEnd() || (sticky && log().scrollTop >= top);
  top = log().scrollTop;
  at("latest").hidden = sticky;
  if (sticky && look(model.me, model.chat)) changed("seen");
}

const follow = () => sticky && toEnd();

// When the rooms around the log grow, or a picture in it, its end stays in sight; toasts and the way down keep within it.
export function wireThread() {
  log().addEventListener("scroll", scrolled, { passive: true });
  log().addEventListener("load", follow, true);
  new ResizeObserver(() => {
    document.body.style.setProperty("--above", `${log().getBoundingClientRect().top}px`);
    follow();
  }).observe(log());
  new ResizeObserver(() => document.body.style.setProperty("--below", `${at("below").offsetHeight}px`)).observe(at("below"));
}

function drawHead(chat) {
  at("head-face").replaceChildren(isGroup(chat) ? groupFace(chat) : avatar(bot()));
  at("head-title").textContent = titleOf(chat);
  log().setAttribute("aria-label", titleOf(chat));
  const people = chat.members.filter((id) => !person(id)?.is_bot).length;
  at("head-small").textContent = isGroup(chat) ? t("members", { n: people }) : `${t("bot")} · ${t("private_with")}`;
  const elsewhere = unreadOf(model.me);
  at("back-count").textContent = elsewhere || "";
  at("back-count").hidden = !elsewhere;
}

function drawPin(chat) {
  const message = chat.pinned ? messageOf(chat.id, chat.pinned) : null;
  at("pin").hidden = !message;
  if (!message) return;
  const [first, ...rest] = (message.text ?? gist(message)).split("\n").filter((line) => line.trim());
  at("pin-words").replaceChildren(el("strong", {}, first ?? t("pinned")), el("span", {}, rest.join(" · ")));
  at("pin").onclick = () => show(message.message_id);
}

function drawMessages(chat) {
  const messages = messagesOf(chat.id);
  const wanted = [];
  messages.forEach((message, index) => {
    const [before, after] = [messages[index - 1], messages[index + 1]];
    if (!before || dayKey(before.date * 1000) !== dayKey(message.date * 1000)) wanted.push(dayLine(message));
    if (divider && message.message_id > divider && before?.message_id <= divider && message.from?.id !== model.me) wanted.push(newLine());
    const place = { first: !together(before, message), last: !together(message, after) };
    wanted.push(node(message, chat, place));
  });
  lay(log(), wanted);
}

const together = (one, two) =>
  one && two && !isNews(one) && !isNews(two) && one.from?.id === two.from?.id && two.date - one.date < GROUPED &&
  dayKey(one.date * 1000) === dayKey(two.date * 1000);

function node(message, chat, place) {
  const stamp = stampOf(message, chat, place);
  const known = drawn.get(message.message_id);
  if (known?.stamp === stamp) return known.node;
  const fresh = bubble(message, chat, place, { reply, show, botName: () => bot()?.username ?? "" });
  if (known) keepFocus(known.node, fresh);
  else if (drawn.size && message === messagesOf(chat.id).at(-1)) fresh.classList.add("arriving");
  drawn.set(message.message_id, { stamp, node: fresh });
  return fresh;
}

function keepFocus(old, fresh) {
  if (!old.contains(document.activeElement)) return;
  const data = document.activeElement.dataset.callback;
  queueMicrotask(() => ([...fresh.querySelectorAll("button.key")].find((one) => one.dataset.callback === data) ?? fresh).focus());
}

function dayLine(message) {
  const key = `day-${dayKey(message.date * 1000)}`;
  return keptLine(key, dayName(message.date * 1000), "day-line");
}

const newLine = () => keptLine("new", t("new_messages"), "divider");

function keptLine(key, text, kind) {
  const known = drawn.get(key);
  if (known?.stamp === text) return known.node;
  const line = el("div", { class: kind, role: "separator" }, el("span", {}, text));
  drawn.set(key, { stamp: text, node: line });
  return line;
}

// Scrolls to a message and lights it up for a moment.
export function show(id) {
  const target = log().querySelector(`[data-id="${id}"]`);
  if (!target) return;
  target.scrollIntoView({ block: "center", behavior: calm() ? "instant" : "smooth" });
  target.classList.remove("lit");
  requestAnimationFrame(() => target.classList.add("lit"));
  target.focus({ preventScroll: true });
}

// Until anybody has done anything: who you are, and which button begins it all.
function drawCoach(chat) {
  const said = messagesOf(chat.id).filter((message) => !isNews(message)).length;
  const fresh = !model.acted && said <= 2 && isGroup(chat) && !at("play-box").classList.contains("on");
  at("coach").hidden = !fresh;
  if (!fresh) return;
  const you = t("you_are_name", { name: me().name });
  const first = messagesOf(chat.id).flatMap((message) => (message.reply_markup?.inline_keyboard ?? []).flat())[0];
  at("coach").textContent = first ? t("coach_press", { you, button: first.text, play: "▶" }) : t("coach_wait", { you });
}

export function chatMenu() {
  const chat = chatNow();
  const name = me().name;
  if (!isGroup(chat)) {
    const blocked = me().blocked;
    menu(at("chat-menu"), [{ label: t(blocked ? "unblock" : "block"), act: () => (blocked ? start() : block(true)), danger: !blocked }]);
    return;
  }
  const robot = bot()?.id;
  const [inside, runs] = [chat.members.includes(robot), chat.admins.includes(robot)];
  const outside = [...model.people.values()].filter((one) => !one.is_bot && !chat.members.includes(one.id));
  menu(at("chat-menu"), [
    inside && { label: t(runs ? "bot_member" : "bot_admin"), act: () => member(chat.id, robot, runs ? "member" : "administrator") },
    { label: t(inside ? "bot_leave" : "bot_enter"), act: () => member(chat.id, robot, inside ? "left" : "member"), danger: inside },
    ...outside.map((one) => ({ label: t("enter", { name: one.name }), act: () => member(chat.id, one.id, "member") })),
    { label: t("leave", { name }), act: () => member(chat.id, model.me, "left"), danger: true },
  ]);
}

// Up and Down walk through the messages, R replies to the one in focus.
export function walk(event) {
  const all = [...log().querySelectorAll("article")];
  const here = all.indexOf(document.activeElement.closest?.("article"));
  if (event.key.toLowerCase() === "r" && here >= 0 && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    reply(messageOf(model.chat, Number(all[here].dataset.id)));
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = here < 0 ? all.at(-1) : all[Math.min(all.length - 1, Math.max(0, here + step))];
  next?.focus();
}
