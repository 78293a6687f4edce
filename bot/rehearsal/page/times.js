// Show time in words: in the zone of the show and the language of the reader.

import { lang, locale } from "./words.js";
import { model } from "./model.js";

const made = new Map();

function format(name, options) {
  const key = `${name}/${locale()}/${model.zone}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale(), { timeZone: model.zone, ...options }));
  return made.get(key);
}

export const hourMinute = (ms) => format("hm", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);
export const withSeconds = (ms) =>
  format("hms", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(ms);
export const dayName = (ms) => format("day", { weekday: "short", day: "numeric", month: "short" }).format(ms);
// As short as it can be understood: the hour today, the weekday within a week, else the date.
export function shortly(ms, now) {
  if (dayKey(ms) === dayKey(now)) return hourMinute(ms);
  const near = ms - now < 6 * 86400000 && ms > now;
  const day = near ? format("week", { weekday: "short" }) : format("date", { day: "numeric", month: "short" });
  return `${day.format(ms)} ${hourMinute(ms)}`;
}

export const dayKey = (ms) => format("key", { year: "numeric", month: "2-digit", day: "2-digit" }).format(ms);

// As the bot calls it.
export const zoneName = () => model.zoneCalled[lang()] ?? model.zone;

// The two largest parts of a span: "2 d 4 h", "1 h 5 min".
export function span(ms) {
  const units = lang() === "zh" ? [" 天", " 小时", " 分钟", " 秒"] : [" d", " h", " min", " s"];
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts = [Math.floor(seconds / 86400), Math.floor((seconds % 86400) / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const first = parts.findIndex((part) => part > 0);
  if (first < 0) return `0${units[3]}`;
  const upTo = first >= 2 ? first + 1 : first + 2;
  return parts
    .map((part, index) => (part > 0 && index >= first && index < upTo ? part + units[index] : ""))
    .filter(Boolean)
    .join(" ");
}

// The distance to go-live as crews write it: T−2h10m, T+35m, T0.
export function distance(ms) {
  const minutes = Math.round(Math.abs(ms) / 60000);
  if (minutes === 0) return "T0";
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [days && `${days}d`, hours && `${hours}h`, !days && rest && `${rest}m`].filter(Boolean);
  return `T${ms < 0 ? "−" : "+"}${parts.join("")}`;
}

// How far a cue is from go-live, in milliseconds.
export const offsetOf = (cue) => (typeof cue.offset === "number" ? cue.offset * 1000 : null);
