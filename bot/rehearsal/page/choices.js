// What can be completed while writing: commands after "/", people after "@".

import { at, el } from "./dom.js";
import { avatar } from "./faces.js";
import { bot, chatNow, isGroup, me, model, person } from "./model.js";

let picked = 0;
let found = [];

const box = () => at("composer");
const list = () => at("choices");
const isOpen = () => !list().hidden;

// Telegram's order: the most exact scope that has commands, in the person's language first.
function commandsHere(chat) {
  const runs = chat.admins.includes(model.me);
  const scopes = isGroup(chat)
    ? [`chat_member/${chat.id}/${model.me}`, runs && `chat_administrators/${chat.id}`, `chat/${chat.id}`, runs && "all_chat_administrators", "all_group_chats", "default"]
    : [`chat/${chat.id}`, "all_private_chats", "default"];
  const code = (me().language_code ?? "").split("-")[0];
  const sets = Array.isArray(model.commands) ? model.commands : [];
  for (const scope of scopes.filter(Boolean))
    for (const language of [code, ""]) {
      const set = sets.find((one) => nameOf(one.scope) === scope && (one.language_code ?? "") === language);
      if (set) return set.commands;
    }
  return sets.filter((one) => one.command);
}

const nameOf = (scope) =>
  typeof scope === "string" ? scope : [scope?.type ?? "default", scope?.chat_id, scope?.user_id].filter(Boolean).join("/");

export function suggest() {
  const [before, chat] = [box().value.slice(0, box().selectionStart), chatNow()];
  const command = /^\/(\w*)$/.exec(before);
  const named = /(?:^|\s)@(\w*)$/.exec(before);
  found = command ? commands(chat, command[1]) : named && isGroup(chat) ? members(chat, named[1]) : [];
  picked = 0;
  draw();
}

const commands = (chat, typed) =>
  commandsHere(chat)
    .filter((one) => one.command.startsWith(typed.toLowerCase()))
    .map((one) => ({ text: `/${one.command}`, small: one.description, insert: `/${one.command}${isGroup(chat) ? `@${bot()?.username}` : ""} ` }));

const members = (chat, typed) =>
  chat.members
    .map(person)
    .filter((one) => one?.username && one.id !== model.me)
    .filter((one) => `${one.username} ${one.name}`.toLowerCase().includes(typed.toLowerCase()))
    .map((one) => ({ face: one, text: one.name, small: `@${one.username}`, insert: `@${one.username} `, replace: typed.length + 1 }));

function draw() {
  list().hidden = found.length === 0;
  box().setAttribute("aria-expanded", String(isOpen()));
  list().replaceChildren(
    ...found.map((one, index) =>
      el("button", { type: "button", role: "option", id: `choice-${index}`, tabindex: "-1", "aria-selected": String(index === picked), onclick: () => take(index) },
        one.face ? avatar(one.face, "tiny") : null, el("strong", {}, one.text), el("span", {}, one.small))),
  );
  if (isOpen()) box().setAttribute("aria-activedescendant", `choice-${picked}`);
  else box().removeAttribute("aria-activedescendant");
  list().children[picked]?.scrollIntoView({ block: "nearest" });
}

function take(index) {
  const one = found[index];
  const end = box().selectionStart;
  const head = one.replace ? box().value.slice(0, end - one.replace) : "";
  box().value = head + one.insert + box().value.slice(end);
  box().selectionStart = box().selectionEnd = head.length + one.insert.length;
  box().focus();
  closeChoices();
  box().dispatchEvent(new Event("input"));
}

export function closeChoices() {
  found = [];
  draw();
}

// True when the key belonged to the list; Enter after a command typed in full sends it.
export function keyInChoices(event) {
  if (!isOpen() || (event.key === "Enter" && box().value === found[picked].text)) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    picked = (picked + step + found.length) % found.length;
    draw();
  } else if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey)) take(picked);
  else if (event.key === "Escape") closeChoices();
  else return false;
  event.preventDefault();
  return true;
}
