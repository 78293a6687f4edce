// Saving the story so far to a file, and opening one again.

import { ask, tell } from "./api.js";
import { at, el } from "./dom.js";
import { toast } from "./notices.js";
import { because, t } from "./words.js";

export async function saveStory() {
  try {
    const story = await ask("story");
    const address = URL.createObjectURL(new Blob([JSON.stringify(story, null, 2)], { type: "application/json" }));
    el("a", { href: address, download: "callboard-story.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    toast(t("story_saved"), "good");
  } catch (error) {
    toast(because(error.message), "bad");
  }
}

export const pickStory = () => at("pick-story").click();

async function open(file) {
  let story;
  try {
    story = JSON.parse(await file.text());
  } catch {
    return toast(t("story_bad"), "bad");
  }
  toast(t("story_opening"), "answer", 3000);
  try {
    const told = await tell("story", story);
    return told.error ? toast(t("story_part", { n: told.played, all: told.of, why: because(told.error) }), "bad", 9000) : toast(t("story_opened"), "good");
  } catch (error) {
    return toast(because(error.message), "bad");
  }
}

export function wireStories() {
  at("pick-story").addEventListener("change", async () => {
    const [file] = at("pick-story").files;
    at("pick-story").value = "";
    if (file) await open(file);
  });
}
