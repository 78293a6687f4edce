// Files that the show sends while it plays itself: a picture is drawn, anything else is what the step says.

import { either } from "./words.js";

export async function propFor(step) {
  const { name = "proof.png", text = "" } = step.file ?? {};
  if (!/\.png$/i.test(name)) return new File([either(text)], name, { type: name.endsWith(".csv") ? "text/csv" : "text/plain" });
  return new File([await picture(either(text) || either(step.text))], name, { type: "image/png" });
}

function picture(words) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 400 });
  const pen = canvas.getContext("2d");
  const shade = pen.createLinearGradient(0, 0, 640, 400);
  shade.addColorStop(0, "#17433a");
  shade.addColorStop(1, "#0d1f1c");
  pen.fillStyle = shade;
  pen.fillRect(0, 0, 640, 400);
  pen.fillStyle = "#f2b84b";
  for (const [x, y] of [[120, 70], [320, 46], [520, 70]]) {
    pen.beginPath();
    pen.arc(x, y, 16, 0, 7);
    pen.fill();
  }
  pen.fillStyle = "#ffffff";
  pen.font = '600 34px system-ui, "Noto Sans", "Noto Sans SC", sans-serif';
  pen.textAlign = "center";
  lines(words).forEach((line, index, all) => pen.fillText(line, 320, 220 + (index - (all.length - 1) / 2) * 46, 560));
  return new Promise((made) => canvas.toBlob(made, "image/png"));
}

// At most three lines, broken between words, or anywhere in Chinese.
function lines(words) {
  const parts = [""];
  for (const word of words.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*/gu) ?? []) {
    const width = [...(parts.at(-1) + word)].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0);
    if (width > 28) parts.push("");
    parts[parts.length - 1] += word;
  }
  return parts.slice(0, 3);
}
