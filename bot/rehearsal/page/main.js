// The page of the rehearsal: puts the rooms together and keeps them true.

import { listen, tell } from "./api.js";
import { drawClock, drawStrip, freshCues, wireClock } from "./clock.js";
import { drawComposer, wireComposer } from "./composer.js";
import { at, icon, narrow } from "./dom.js";
import { showKeys, wireKeys } from "./keys.js";
import { hear, model, take } from "./model.js";
import { menu, showLine } from "./notices.js";
import { drawPlayBox, pace, wirePlayBox } from "./playbox.js";
import { drawSide } from "./side.js";
import { pickStory, saveStory, wireStories } from "./stories.js";
import { begin, play, startOver } from "./theatre.js";
import { chatMenu, drawThread, show, toEnd, wireThread } from "./thread.js";
import { lang, langs, speak, t } from "./words.js";

const asked = new URLSearchParams(location.search);
let ready = false;
let queued = false;

function draw() {
  drawComposer();
  drawPlayBox();
  drawThread();
  drawSide();
  drawStrip();
  drawClock();
  document.title = `${t("product")} · ${t("rehearsal")}`;
}

// Many changes at once are drawn once.
function drawSoon() {
  if (queued || !ready) return;
  queued = true;
  requestAnimationFrame(() => {
    queued = false;
    draw();
  });
}

function onState(state) {
  const next = take(state);
  if (next === 0) return 0;
  if (!ready) open(state);
  if (state.lang !== model.lang) {
    model.lang = state.lang;
    if (!asked.has("lang")) speak(state.lang);
  }
  freshCues();
  drawSoon();
  return next;
}

function open(state) {
  ready = true;
  model.lang = state.lang;
  speak(asked.get("lang") ?? state.lang);
  if (asked.has("lang") && asked.get("lang") !== state.lang && langs.includes(asked.get("lang"))) tell("lang", { lang: asked.get("lang") });
  const wanted = [...model.people.values()].find((one) => [String(one.id), one.key].includes(asked.get("as") ?? sessionStorage.as));
  if (wanted) model.me = wanted.id;
  if (asked.has("speed")) pace(Math.max(0.25, Number(asked.get("speed")) || 1));
  if (asked.has("story")) play.story = asked.get("story");
  if (asked.has("autoplay")) setTimeout(begin, 400);
}

function onChange(what) {
  if (what === "me" || what === "chat") {
    sessionStorage.as = model.me;
    drawComposer(); // whoever types next, types into their own line
  }
  if (what?.show) return jump(what.show);
  return drawSoon();
}

function jump({ chat, id }) {
  if (!model.chats.has(chat)) return;
  model.chat = chat;
  draw();
  show(id);
}

async function switchLang() {
  const other = langs.find((one) => one !== lang());
  asked.delete("lang");
  speak(other);
  draw();
  await tell("lang", { lang: other });
}

// Follows the machine until somebody presses the switch; the choice is kept.
function wireTheme() {
  const dark = () => (localStorage.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const put = () => (document.documentElement.dataset.theme = dark() ? "dark" : "light");
  put();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", put);
  at("theme").append(icon("sun"));
  at("theme").addEventListener("click", () => {
    localStorage.theme = dark() ? "light" : "dark";
    put();
  });
}

// On a phone the switches for language and light move into the menu.
function stageMenu() {
  const switches = ["lang", "theme"].map((id) => ({ label: t(id === "lang" ? "other_lang" : "theme"), act: () => at(id).click(), testid: `menu-${id}` }));
  menu(at("menu"), [
    ...(narrow() ? switches : []),
    { label: t("start_over"), act: startOver, testid: "start-over" },
    { label: t("save_story"), act: saveStory, testid: "story-save" },
    { label: t("open_story"), act: pickStory, testid: "story-open" },
    { label: t("keys"), act: showKeys, testid: "keys-open" },
  ]);
}

function wire() {
  wireTheme();
  wireThread();
  wireComposer();
  wireClock();
  wirePlayBox();
  wireStories();
  wireKeys();
  at("lang").addEventListener("click", switchLang);
  at("back").prepend(icon("back"));
  at("back").addEventListener("click", () => (document.body.dataset.screen = "list"));
  at("latest").append(icon("down"));
  at("latest").addEventListener("click", () => toEnd());
  at("chat-menu").append(icon("dots"));
  at("chat-menu").addEventListener("click", chatMenu);
  at("menu").append(icon("dots"));
  at("menu").addEventListener("click", stageMenu);
  document.addEventListener("visibilitychange", drawSoon);
}

speak(asked.get("lang") ?? navigator.language);
wire();
hear(onChange);
listen(onState, showLine);
