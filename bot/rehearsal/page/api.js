// The Play API, and nothing else: the page does only what a person could do.

import { sleep } from "./dom.js";

async function told(response) {
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error || answer.description || response.statusText);
  return answer;
}

export const ask = async (path) => told(await fetch(`/play/${path}`, { signal: AbortSignal.timeout(45000) }));

export const tell = async (path, body) =>
  told(
    await fetch(`/play/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

export async function hand(body, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) if (value !== undefined && value !== null) form.append(name, value);
  form.append("file", file, file.name);
  return told(await fetch("/play/file", { method: "POST", body: form }));
}

export const fileAddress = (id) => `/play/file/${encodeURIComponent(id)}`;

// Hears every change of the world; `onState` answers from which version to go on.
export async function listen(onState, onLine) {
  let after = 0;
  for (;;) {
    let state;
    try {
      state = await ask(`state?after=${after}`);
    } catch {
      onLine(false);
      await sleep(1000);
      continue;
    }
    onLine(true);
    after = onState(state);
  }
}
