// The story that plays itself: the steps of /play/script, done through the same doors as a person's, slow enough to read.

import { be, moveClock, openChat, openLink, press, sendFile, start } from "./actions.js";
import { ask, tell } from "./api.js";
import { at, calm, sleep } from "./dom.js";
import { grow, replyNow, send } from "./composer.js";
import { changed, groupsOf, me, messagesOf, model, person, privateOf, showNow } from "./model.js";
import { toast } from "./notices.js";
import { propFor } from "./props.js";
import { toEnd } from "./thread.js";
import { hourMinute } from "./times.js";
import { because, either, lang, t } from "./words.js";

const PATIENCE = 8000;
const CURTAIN_HOUR = 17;
const STROKES = 60;
export const play = { story: "show", steps: [], next: 0, on: false, paused: false, once: false, speed: 1, line: "", stuck: false };

const paced = async (ms) => {
  for (let left = ms; left > 0 && play.on; left -= 60 * play.speed) {
    await sleep(Math.min(60, left / play.speed));
    await held();
  }
};

async function held() {
  while (play.paused && play.on && !play.once) await sleep(80);
}

// As at the opening: an empty group, in which nothing has been said. Whether it is.
export async function startOver() {
  stop();
  try {
    if ((await ask("story")).steps.length) await tell("story", { callboard_story: 1, lang: lang(), steps: [] });
  } catch (error) {
    toast(because(error.message), "bad");
    return false;
  }
  return true;
}

// A story that was chosen begins in an empty group, in the afternoon: the times that it names lie ahead of it.
export async function beginAnew(story) {
  play.story = story;
  if (!(await startOver())) return undefined;
  const hours = (CURTAIN_HOUR - Number(hourMinute(showNow()).slice(0, 2)) + 24) % 24;
  if (hours) await moveClock(hours * 3600);
  return begin();
}

export async function begin() {
  try {
    play.steps = await ask(`script?story=${play.story}`);
  } catch {
    play.steps = [];
  }
  Object.assign(play, { next: 0, on: play.steps.length > 0, paused: false, once: false, stuck: false });
  play.line = play.on ? "" : t("play_none");
  changed("play");
  if (play.on) await run();
}

async function run() {
  while (play.on && play.next < play.steps.length) {
    await held();
    if (!play.on) break;
    const why = await perform(play.steps[play.next]);
    if (!play.on) break;
    if (why) return stopAt(why);
    play.next += 1;
    if (play.once) play.once = false;
    changed("play");
  }
  if (play.on) play.line = t("play_done");
  play.on = false;
  return changed("play");
}

// Stays at the step, so that one can do it by hand and go on.
function stopAt(why) {
  Object.assign(play, { on: false, stuck: true, line: why });
  changed("play");
}

export function resume() {
  if (play.on) play.paused = !play.paused;
  else if (play.stuck) {
    Object.assign(play, { on: true, stuck: false, paused: false });
    run();
  }
  changed("play");
}

export function stepOnce() {
  if (!play.on && !play.stuck) return;
  Object.assign(play, { paused: true, once: true });
  if (play.stuck) {
    Object.assign(play, { on: true, stuck: false });
    run();
  }
  changed("play");
}

export function stop() {
  Object.assign(play, { on: false, stuck: false, line: "", steps: [] });
  changed("play");
}

// Does one step; answers why it could not be done, or nothing.
async function perform(step) {
  play.line = either(step.caption);
  const chat = stand(step);
  changed("play");
  await paced(calmly(step) / 2);
  if (!play.on) return null;
  const why = await DEEDS[step.do]?.(step, chat);
  if (why) return why;
  await paced(calmly(step) / 2);
  document.querySelector("dialog.modal")?.close();
  return null;
}

const calmly = (step) => Math.min(7000, 1200 + either(step.caption).length * (lang() === "zh" ? 110 : 40)) + (step.do === "pause" ? (step.seconds ?? 1) * 1000 : 0);

function stand(step) {
  if (step.as && step.as !== model.me) be(step.as);
  const chat = step.chat === "private" ? privateOf(model.me) : groupsOf(model.me)[0];
  if (chat && step.chat && chat.id !== model.chat) openChat(chat.id);
  if (step.chat) document.body.dataset.screen = "thread";
  return chat;
}

const failed = () => t("play_failed", { n: play.next + 1, why: at("toasts").lastChild?.textContent ?? "" });

const DEEDS = {
  // Whoever only looks on sees what came last, not where they stopped reading.
  pause: async () => {
    toEnd();
    return null;
  },
  clock: async (step) => ((await moveClock(step.to)) || step.optional ? null : failed()),
  start: async (step) => ((await start(step.payload)) || step.optional ? null : failed()),
  file: async (step, chat) => {
    const now = replyNow(chat);
    const said = await sendFile(chat.id, await propFor(step), either(step.text) || undefined, now?.message.message_id);
    return said || step.optional ? null : failed();
  },
  say: async (step) => {
    await type(either(step.text));
    if (!play.on) return null;
    return (await send()) || step.optional ? null : failed();
  },
  press: async (step, chat) => {
    const found = await awaited(step, chat.id);
    if (!found) return step.optional ? null : t("play_stuck", { n: play.next + 1, find: either(step.label) || step.find, name: me().name });
    await point(found, chat.id);
    if (!play.on) return null;
    if (found.button.callback_data) await press(chat.id, found.message, found.button.callback_data);
    else await openLink(found.button.url);
    return null;
  },
};

async function type(text) {
  const box = at("composer");
  const signs = [...text];
  const size = Math.max(1, Math.ceil((signs.length * play.speed) / STROKES));
  for (let done = 0; done < signs.length && play.on; done += size) {
    box.value = signs.slice(0, done + size).join("");
    grow();
    await paced(lang() === "zh" ? 70 : 34);
  }
  box.value = play.on ? text : "";
  grow();
  await paced(350);
}

// A step names its button by what stands on it, in full or in part, or by what it sends.
function fits(button, step, inFull) {
  if (step.label) return inFull ? button.text === either(step.label) : button.text.includes(either(step.label));
  return step.url ? Boolean(button.url?.includes(step.find ?? "")) : Boolean(button.callback_data?.startsWith(step.find));
}

// The newest button with exactly that label, else the newest that has it among other words.
const search = (step, chat) => newest(step, chat, true) ?? newest(step, chat, false);

function newest(step, chat, inFull) {
  for (const message of messagesOf(chat).toReversed()) {
    const button = (message.reply_markup?.inline_keyboard ?? []).flat().find((one) => fits(one, step, inFull));
    if (button) return { message, button };
  }
  return null;
}

// A button is looked for once the bot has said all it had to say, and the page has heard it.
async function awaited(step, chat) {
  await settled();
  const until = performance.now() + (step.optional ? 0 : PATIENCE);
  for (;;) {
    const found = search(step, chat);
    if (found || performance.now() > until || !play.on) return found;
    await sleep(100);
  }
}

async function settled() {
  const { version } = await tell("settle").catch(() => ({ version: 0 }));
  while (model.version < version && play.on) await sleep(20);
}

// Shows which button will be pressed, before it is.
async function point({ message, button }, chat) {
  const keys = [...document.querySelectorAll(`[data-testid="msg-${chat}-${message.message_id}"] .key`)];
  const node = keys.find((one) => (button.callback_data ? one.dataset.callback === button.callback_data : one.dataset.url === button.url));
  node?.scrollIntoView({ block: "center", behavior: calm() || play.speed > 2 ? "instant" : "smooth" });
  await paced(300);
  node?.classList.add("cued");
  await paced(900);
  node?.classList.remove("cued");
}

export const progress = () => ({ n: Math.min(play.next + 1, play.steps.length), all: play.steps.length });
export const actor = () => person(play.steps[play.next]?.as);
