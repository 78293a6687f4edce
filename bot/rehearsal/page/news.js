// What happened to a chat, in one line.

import { person } from "./model.js";
import { t } from "./words.js";

const nameOf = (card) => person(card?.id)?.name ?? card?.first_name ?? "";

export function newsOf(message) {
  const by = nameOf(message.from);
  if (message.new_chat_members) return cameIn(message, by);
  if (message.left_chat_member) return wentOut(message, by);
  if (message.pinned_message) return t("did_pin", { who: by });
  if (message.group_chat_created || message.supergroup_chat_created) return t("group_made", { who: by });
  if (message.new_chat_title) return t("renamed", { who: by, title: message.new_chat_title });
  return t("migrated");
}

function cameIn(message, by) {
  const alone = message.new_chat_members.length === 1 && message.new_chat_members[0].id === message.from?.id;
  return alone ? t("joined", { who: by }) : t("added", { by, who: message.new_chat_members.map(nameOf).join(", ") });
}

function wentOut(message, by) {
  const who = nameOf(message.left_chat_member);
  return message.left_chat_member.id === message.from?.id ? t("left", { who }) : t("removed", { by, who });
}
