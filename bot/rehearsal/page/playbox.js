// The box over the composer while the show plays itself: caption, pause, one step, speed.

import { at, el, icon, lay } from "./dom.js";
import { avatar } from "./faces.js";
import { menu } from "./notices.js";
import { actor, begin, beginAnew, play, progress, resume, stepOnce, stop } from "./theatre.js";
import { changed } from "./model.js";
import { t } from "./words.js";

const SPEEDS = [1, 2, 4];
const STORIES = ["show", "preparation"];

export function drawPlayBox() {
  const busy = play.on || play.stuck;
  at("play-box").classList.toggle("on", busy || play.line !== "");
  at("play-box").classList.toggle("stuck", play.stuck);
  at("autoplay").classList.toggle("running", play.on && !play.paused);
  at("autoplay").setAttribute("aria-pressed", String(play.on && !play.paused));
  at("autoplay-words").textContent = t(!busy ? "play" : play.paused || play.stuck ? "resume" : "pause");
  at("autoplay").setAttribute("aria-label", at("autoplay-words").textContent);
  at("autoplay-icon").replaceChildren(icon(play.on && !play.paused ? "pause" : "play"));
  at("play-who").replaceChildren(...(busy && actor() ? [avatar(actor(), "small")] : []));
  at("play-line").textContent = play.line;
  at("play-count").textContent = busy ? t("step_of", progress()) : "";
  at("play-bar").style.setProperty("--done", play.steps.length ? play.next / play.steps.length : 0);
  lay(at("play-speeds"), busy ? SPEEDS.map(speed) : []);
  at("plays").disabled = busy;
  at("play-step").hidden = !busy;
  at("play-pause").hidden = !busy;
  at("play-pause").replaceChildren(icon(play.paused || play.stuck ? "play" : "pause"));
  const word = t(play.paused || play.stuck ? "resume" : "pause");
  at("play-pause").setAttribute("aria-label", word);
  at("play-pause").title = word;
}

const made = new Map();

function speed(times) {
  const node = made.get(times) ?? el("button", { type: "button", class: "speed", onclick: () => pace(times) }, `${times}×`);
  made.set(times, node);
  node.setAttribute("aria-pressed", String(play.speed === times));
  node.setAttribute("aria-label", t("speed", { n: times }));
  return node;
}

export function pace(times) {
  play.speed = times;
  changed("play");
}

const pickPlay = () => menu(at("plays"), STORIES.map((story) => ({ label: t(`play_${story}`), act: () => beginAnew(story), testid: `play-${story}` })));

export const toggle = () => (play.on || play.stuck ? resume() : begin());

export function wirePlayBox() {
  at("autoplay").addEventListener("click", toggle);
  at("plays").append(icon("down"));
  at("plays").addEventListener("click", pickPlay);
  at("play-pause").addEventListener("click", resume);
  at("play-step").append(icon("step"));
  at("play-step").addEventListener("click", stepOnce);
  at("play-stop").append(icon("close"));
  at("play-stop").addEventListener("click", stop);
}
