// What the page knows: the world as the server gave it, and what this person has looked at.

export const model = {
  me: null,
  chat: null,
  version: 0,
  epoch: undefined,
  zone: "UTC",
  zoneCalled: {},
  now: Date.now(),
  heard: performance.now(),
  people: new Map(),
  chats: new Map(),
  messages: new Map(),
  sorted: new Map(),
  commands: [],
  cues: [],
  seen: new Map(),
  acted: false,
  movedOn: new Map(),
};

const ears = new Set();
export const hear = (ear) => ears.add(ear);
export const changed = (what) => ears.forEach((ear) => ear(what));

export const showNow = () => model.now + (performance.now() - model.heard);

export function setNow(iso) {
  model.now = Date.parse(iso);
  model.heard = performance.now();
}

function forget() {
  model.messages.clear();
  model.sorted.clear();
  model.seen.clear();
  model.movedOn.clear();
  model.acted = false;
}

// Takes in one answer of /play/state and says from which version to ask on.
export function take(state) {
  const again = state.version < model.version || (model.epoch !== undefined && state.epoch !== model.epoch);
  model.epoch = state.epoch;
  if (again) {
    forget();
    model.version = 0;
    return 0;
  }
  model.version = state.version;
  model.zone = state.zone || model.zone;
  model.zoneCalled = state.zone_called ?? {};
  model.commands = state.commands ?? model.commands;
  model.streams = state.streams ?? [];
  setNow(state.now);
  model.people = new Map(state.people.map((person) => [person.id, person]));
  model.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
  for (const message of state.messages ?? []) keep(message);
  if (!model.seen.size) remember();
  if (!model.people.has(model.me)) model.me = crew()[0]?.id ?? null;
  if (!chatsOf(model.me).some((chat) => chat.id === model.chat)) model.chat = chatsOf(model.me)[0]?.id ?? null;
  return state.version;
}

function keep(message) {
  const chat = message.chat.id;
  if (!model.messages.has(chat)) model.messages.set(chat, new Map());
  const known = model.messages.get(chat);
  model.sorted.delete(chat);
  if (message._deleted) known.delete(message.message_id);
  else known.set(message.message_id, message);
  if (message.from && !message.from.is_bot) model.acted = model.acted || !isNews(message);
}

export const crew = () => [...model.people.values()].filter((person) => !person.is_bot);
export const bot = () => [...model.people.values()].find((person) => person.is_bot);
export const person = (id) => model.people.get(id);
export const me = () => person(model.me);

export const isGroup = (chat) => chat.type !== "private";
export const isNews = (message) =>
  Boolean(
    message.new_chat_members || message.left_chat_member || message.pinned_message || message.group_chat_created ||
      message.supergroup_chat_created || message.migrate_to_chat_id || message.migrate_from_chat_id || message.new_chat_title,
  );

// The private chat is shown before the server knows it: a person finds the bot first and presses Start afterwards.
export function privateOf(id) {
  const known = [...model.chats.values()].find((chat) => !isGroup(chat) && chat.person === id);
  return known ?? { id, type: "private", person: id, members: [id], admins: [], pinned: null };
}

export const groupsOf = (id) => [...model.chats.values()].filter((chat) => isGroup(chat) && chat.members.includes(id));
export const chatsOf = (id) => (id === null ? [] : [...groupsOf(id), privateOf(id)]);
export const chatNow = () => chatsOf(model.me).find((chat) => chat.id === model.chat);
export const titleOf = (chat) => (isGroup(chat) ? chat.title : (bot()?.name ?? "Callboard"));

export function messagesOf(chat) {
  if (!model.sorted.has(chat))
    model.sorted.set(chat, [...(model.messages.get(chat)?.values() ?? [])].sort((one, two) => one.message_id - two.message_id));
  return model.sorted.get(chat);
}

export const messageOf = (chat, id) => model.messages.get(chat)?.get(id);
export const lastOf = (chat) => messagesOf(chat).at(-1);

const seenKey = (who, chat) => `${who}/${chat}`;
export const seenUpTo = (who, chat) => model.seen.get(seenKey(who, chat)) ?? 0;

export function look(who, chat) {
  const last = lastOf(chat)?.message_id ?? 0;
  if (last <= seenUpTo(who, chat)) return false;
  model.seen.set(seenKey(who, chat), last);
  if (model.epoch) sessionStorage.setItem(`seen/${model.epoch}`, JSON.stringify([...model.seen]));
  return true;
}

// What was read stays read when the page is loaded again. Marks beyond the last message are of a rehearsal that is over.
function remember() {
  const kept = JSON.parse(sessionStorage.getItem(`seen/${model.epoch}`) ?? "[]");
  const stillTrue = kept.every(([key, id]) => id <= (lastOf(Number(key.split("/")[1]))?.message_id ?? 0));
  if (stillTrue) model.seen = new Map(kept);
}

const isNew = (message, who, seen) => message.message_id > seen && message.from?.id !== who && !isNews(message);

export function unread(who, chat) {
  const seen = seenUpTo(who, chat);
  return messagesOf(chat).filter((message) => isNew(message, who, seen)).length;
}

export function called(who, chat) {
  const seen = seenUpTo(who, chat);
  return messagesOf(chat).some((message) => isNew(message, who, seen) && names(message, who));
}

// Whether a message is meant for this person: named in it, or an answer to what they said.
export function names(message, who) {
  const username = person(who)?.username?.toLowerCase();
  const text = message.text ?? message.caption ?? "";
  const named = (message.entities ?? message.caption_entities ?? []).some(
    (entity) =>
      (entity.type === "text_mention" && entity.user?.id === who) ||
      (entity.type === "text_link" && entity.url === `tg://user?id=${who}`) ||
      (entity.type === "mention" && username &&
        text.slice(entity.offset + 1, entity.offset + entity.length).toLowerCase() === username),
  );
  return named || message.reply_to_message?.from?.id === who;
}

export const unreadOf = (who) => chatsOf(who).reduce((sum, chat) => sum + unread(who, chat.id), 0);

const forced = (message) => message.force_reply ?? (message.reply_markup?.force_reply ? message.reply_markup : null);

// The newest question that waits for a typed answer of this person in this chat, if they have not spoken or pressed since.
export function askedOf(who, chat) {
  for (const message of messagesOf(chat.id).toReversed()) {
    if (message.from?.id === who && !isNews(message)) return null;
    if (message.message_id <= (model.movedOn.get(seenKey(who, chat.id)) ?? 0)) return null;
    const markup = forced(message);
    if (markup && (!isGroup(chat) || !markup.selective || names(message, who)))
      return { message, placeholder: markup.placeholder ?? markup.input_field_placeholder ?? "" };
  }
  return null;
}
