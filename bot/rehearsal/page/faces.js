// How people look: avatars, names, colours.

import { el, icon } from "./dom.js";
import { person } from "./model.js";

const FALLBACK = "#7a8794";
const BOT = "#12876f";
const SIGNS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export const colourOf = (who) => (who?.is_bot ? BOT : /^#[0-9a-f]{3,8}$/i.test(who?.colour ?? "") ? who.colour : FALLBACK);

// The first letter or emoji of a name; 阿, 小 and 老 before a Chinese name say nothing.
function initial(name) {
  const signs = [...SIGNS.segment((name ?? "").trim())];
  const first = signs.length > 1 && "阿小老".includes(signs[0].segment) ? signs[1] : signs[0];
  return (first?.segment ?? "?").toUpperCase();
}

export function avatar(who, size = "") {
  const face = el("span", { class: `avatar ${size}`, "aria-hidden": "true", style: { "--colour": colourOf(who) } });
  if (who?.is_bot) face.classList.add("bot");
  face.append(who?.is_bot ? icon("board") : initial(who?.name));
  return face;
}

export function groupFace(chat) {
  return el("span", { class: "avatar group", "aria-hidden": "true" }, initial(chat.title));
}

// Telegram's sender, with what the cast knows of them.
export const senderOf = (message) =>
  person(message.from?.id) ?? { id: message.from?.id, name: message.from?.first_name ?? message.chat.title ?? "", colour: FALLBACK };
