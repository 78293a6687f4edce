// Show time, the cues to come on a line, and the hands that move the clock.

import { moveClock } from "./actions.js";
import { ask } from "./api.js";
import { at, calm, el, lay } from "./dom.js";
import { changed, model, showNow } from "./model.js";
import { dayName, distance, hourMinute, offsetOf, shortly, span, withSeconds, zoneName } from "./times.js";
import { either, t } from "./words.js";

const made = new Map();
let fetching = null;

// Asks for the cues a moment after a change; many changes at once are one question.
export function freshCues() {
  clearTimeout(fetching);
  fetching = setTimeout(async () => {
    try {
      model.cues = await ask("cues");
      changed("cues");
    } catch {
      // The line about the lost connection already says it.
    }
  }, 150);
}

// When the show goes live: its own cue says so, else the next cue's distance does.
function goLive() {
  const own = model.cues.find((cue) => cue.kind === "golive");
  if (own) return Date.parse(own.due);
  const other = model.cues.find((cue) => offsetOf(cue) !== null);
  return other ? Date.parse(other.due) - offsetOf(other) : null;
}

export function drawClock() {
  const now = showNow();
  at("time").textContent = withSeconds(now);
  at("time").dateTime = new Date(now).toISOString();
  at("day").textContent = `${dayName(now)} · ${zoneName()}`;
  const live = goLive();
  at("countdown").hidden = live === null;
  if (live !== null) {
    at("countdown").textContent = distance(now - live);
    at("countdown").classList.toggle("soon", Math.abs(now - live) < 3600000);
    at("countdown").classList.toggle("on-air", now >= live);
  }
  document.body.classList.toggle("moving", Boolean(model.moving));
  for (const one of document.querySelectorAll("[data-clock]")) one.disabled = Boolean(model.moving);
}

// Cues of one moment are one stop on the line.
function stops() {
  const all = new Map();
  for (const cue of model.cues) {
    const minute = Math.floor(Date.parse(cue.due) / 60000);
    const stop = all.get(minute) ?? { minute, due: cue.due, cues: [] };
    stop.cues.push(cue);
    all.set(minute, stop);
  }
  return [...all.values()];
}

export function drawStrip() {
  const line = stops();
  at("strip").classList.toggle("empty", line.length === 0);
  at("no-cues").hidden = line.length > 0;
  let before = Math.floor(showNow() / 60000); // a gap is as long as the clock times at its ends say
  const wanted = line.map((stop, index) => {
    const node = stopNode(stop, index, (stop.minute - before) * 60000);
    before = stop.minute;
    return node;
  });
  const kept = new Set(line.map((stop) => stop.minute));
  for (const minute of made.keys()) if (!kept.has(minute)) made.delete(minute);
  const moved = at("stops").firstElementChild !== (wanted[0] ?? null);
  lay(at("stops"), wanted);
  if (moved) at("strip").scrollTo({ left: 0, behavior: calm() ? "instant" : "smooth" });
  drawNextLine(line[0]);
}

// Whom the cue calls that gives a stop its title; whom the others call stands in its tooltip.
function names(stop) {
  const all = stop.cues.filter((cue) => aboutOf(cue) === titleOf(stop)[0]).flatMap((cue) => (Array.isArray(cue.to) ? cue.to : [cue.to])).map(either).filter(Boolean);
  const unique = [...new Set(all)];
  const more = unique.length > 2 ? ` ${t("and_more", { n: unique.length - 2 })}` : "";
  return unique.slice(0, 2).join(document.documentElement.lang === "zh-CN" ? "、" : ", ") + more;
}

// What a cue is about; where the show goes live, that is the show itself.
const aboutOf = (cue) => either(cue.kind === "golive" ? cue.title : cue.label) || either(cue.title);

const titleOf = (stop) => {
  const titles = [...new Set(stop.cues.map(aboutOf).filter(Boolean))];
  return [titles[0] ?? "", titles.length > 1 ? t("and_more", { n: titles.length - 1 }) : ""];
};

function labelOf(stop) {
  const offset = stop.cues.map(offsetOf).find((one) => one !== null);
  return offset === undefined ? "" : distance(offset);
}

function stopNode(stop, index, gap) {
  const ms = Date.parse(stop.due);
  const live = stop.cues.some((cue) => cue.kind === "golive");
  const [label, who] = [live ? t("go_live") : labelOf(stop), names(stop)];
  const time = shortly(ms, showNow());
  const stamp = [label, who, titleOf(stop), time, index === 0, live, Math.round(gap / 60000), document.documentElement.lang].join("|");
  if (made.get(stop.minute)?.stamp === stamp) return made.get(stop.minute).node;
  const every = stop.cues.map((cue) => [aboutOf(cue), [cue.to].flat().map(either).join(", ")].filter(Boolean).join(" → ")).join("\n");
  const node = el("button", { type: "button", class: ["stop", index === 0 && "next", live && "live"].filter(Boolean).join(" "), "data-clock": true,
    "data-testid": "cue", "data-due": stop.due, "aria-label": t("jump_to", { label, time, title: titleOf(stop).join(" ") }), title: `${dayName(ms)} ${hourMinute(ms)}\n${every}`,
    onclick: () => moveClock(stop.due) },
  el("span", { class: "stop-gap", "aria-hidden": "true" }, gap >= 60000 ? span(gap) : ""),
  el("span", { class: "dot", "aria-hidden": "true" }),
  el("span", { class: "stop-label" }, label ? el("b", {}, label) : null, ` ${time}`),
  el("span", { class: "stop-title" }, titleOf(stop).map((part) => el("span", {}, part))),
  el("span", { class: "stop-who" }, who || " "));
  made.set(stop.minute, { stamp, node });
  return node;
}

// On a phone the line is folded away; what comes next stays in sight.
function drawNextLine(stop) {
  const words = stop
    ? [el("b", {}, labelOf(stop) || hourMinute(Date.parse(stop.due))), ` ${titleOf(stop).join(" ")}`, names(stop) ? ` → ${names(stop)}` : ""]
    : [t("no_cues")];
  at("next-line-words").replaceChildren(...words);
}

export function wireClock() {
  for (const one of document.querySelectorAll("[data-to]")) one.addEventListener("click", () => moveClock(one.dataset.to));
  at("strip").addEventListener("wheel", (event) => {
    if (Math.abs(event.deltaY) <= Math.abs(event.deltaX)) return;
    event.preventDefault();
    at("strip").scrollLeft += event.deltaY;
  }, { passive: false });
  at("strip").addEventListener("keydown", (event) => {
    const step = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" }[event.key];
    if (!step || !event.target.classList.contains("stop")) return;
    event.preventDefault();
    event.target[step]?.focus();
  });
  at("unfold").addEventListener("click", () => {
    const open = document.body.classList.toggle("strip-open");
    at("unfold").setAttribute("aria-expanded", String(open));
  });
  setInterval(drawClock, 1000);
}
