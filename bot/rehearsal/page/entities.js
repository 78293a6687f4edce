// Text with Telegram's entities, built as DOM nodes: what people typed can never become markup.

import { el } from "./dom.js";
import { model } from "./model.js";
import { t } from "./words.js";

const PLAIN = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code" };

// Offsets count UTF-16 units, which is how JavaScript counts too. `hooks`: link(url), command(text).
export function rich(text, entities = [], hooks = {}) {
  const sorted = [...entities].sort((one, two) => one.offset - two.offset || two.length - one.length);
  return within(text, 0, text.length, sorted, hooks);
}

function within(text, from, to, entities, hooks) {
  const nodes = [];
  let here = from;
  while (entities.length) {
    const [entity, ...rest] = entities;
    const [start, end] = [Math.max(entity.offset, here), Math.min(entity.offset + entity.length, to)];
    entities = rest;
    if (start >= end) continue;
    const inner = entities.filter((other) => other.offset < end);
    entities = entities.filter((other) => other.offset >= end);
    if (start > here) nodes.push(text.slice(here, start));
    nodes.push(...dressed(entity, text.slice(start, end), within(text, start, end, inner, hooks), hooks));
    here = end;
    if (entity.type.includes("blockquote") || entity.type === "pre") here += text[here] === "\n" ? 1 : 0;
  }
  if (here < to) nodes.push(text.slice(here, to));
  return nodes;
}

function dressed(entity, said, inner, hooks) {
  const tag = PLAIN[entity.type];
  if (tag) return [el(tag, {}, inner)];
  const make = MAKERS[entity.type];
  return make ? [make(entity, said, inner, hooks)] : inner;
}

const MAKERS = {
  pre: (entity, said) => el("pre", { "data-language": entity.language, tabindex: "0" }, el("code", {}, said)),
  blockquote: (entity, said, inner) => el("blockquote", {}, inner),
  expandable_blockquote: (entity, said, inner) => folded(inner, said),
  spoiler: (entity, said, inner) => hidden(inner),
  url: (entity, said, inner, hooks) => anchor(/^[a-z]+:/i.test(said) ? said : `https://${said}`, inner, hooks),
  email: (entity, said, inner, hooks) => anchor(`mailto:${said}`, inner, hooks),
  text_link: (entity, said, inner, hooks) => linked(entity.url, inner, hooks),
  mention: (entity, said, inner) => mention(inner, said.slice(1).toLowerCase() === myUsername()),
  text_mention: (entity, said, inner) => mention(inner, entity.user?.id === model.me),
  bot_command: (entity, said, inner, hooks) =>
    el("button", { type: "button", class: "command", onclick: () => hooks.command?.(said) }, inner),
  hashtag: (entity, said, inner) => el("span", { class: "mention" }, inner),
};

const myUsername = () => model.people.get(model.me)?.username?.toLowerCase();
const mention = (inner, mine) => el("span", { class: mine ? "mention mine" : "mention" }, inner);

function linked(url, inner, hooks) {
  const person = /^tg:\/\/user\?id=(\d+)$/.exec(url);
  return person ? mention(inner, Number(person[1]) === model.me) : anchor(url, inner, hooks);
}

function anchor(url, inner, hooks) {
  if (!/^(https?|tg|mailto):/i.test(url)) return el("span", {}, inner);
  const link = el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, inner);
  link.addEventListener("click", (event) => {
    if (hooks.link?.(url)) event.preventDefault();
  });
  return link;
}

function folded(inner, said) {
  const quote = el("blockquote", {}, inner);
  if (said.split("\n").length <= 3 && said.length <= 180) return quote;
  const more = el("button", { type: "button", class: "fold", "aria-expanded": "false" }, t("show_more"));
  const box = el("div", { class: "folded" }, quote, more);
  more.addEventListener("click", () => {
    const open = box.classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
    more.textContent = t(open ? "show_less" : "show_more");
  });
  return box;
}

function hidden(inner) {
  const show = () => {
    node.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler"), onclick: show }, inner);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    show();
  });
  return node;
}
