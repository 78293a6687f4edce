// What is said beside the chats: toasts, alerts to confirm, menus, and the line about a lost connection.

import { at, calm, el, icon } from "./dom.js";
import { t } from "./words.js";

export function toast(text, kind = "answer", ms = 5000) {
  const node = el("div", { class: `toast ${kind}`, "data-testid": "toast", role: "status" },
    kind === "good" ? icon("check") : kind === "bad" ? icon("close") : icon("board"), el("span", {}, text));
  at("toasts").append(node);
  while (at("toasts").children.length > 3) at("toasts").firstChild.remove();
  const gone = () => {
    node.classList.add("going");
    setTimeout(() => node.remove(), calm() ? 0 : 220);
  };
  const timer = setTimeout(gone, ms);
  node.addEventListener("click", () => {
    clearTimeout(timer);
    gone();
  });
}

// An answer to a press is the presser's alone: it goes when somebody else takes the seat; what went wrong stays.
export const forget = () => at("toasts").querySelectorAll(".toast.answer").forEach((node) => node.remove());

// A modal: `content` is text or nodes. Resolves when it is closed.
export function modal(title, content, testid = "modal") {
  return new Promise((closed) => {
    const ok = el("button", { type: "button", class: "primary", "data-testid": "modal-ok", autofocus: true }, t("ok"));
    const dialog = el("dialog", { class: "modal", "data-testid": testid, "aria-label": title },
      el("h2", {}, title), el("div", { class: "modal-text" }, content), ok);
    ok.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      closed();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

// Opens a menu of {label, act, testid, danger} under a button; arrow keys walk, Escape closes.
export function menu(button, entries) {
  const list = el("div", { class: "menu", role: "menu" });
  const close = (refocus) => {
    list.remove();
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (refocus) button.focus();
  };
  const outside = (event) => !list.contains(event.target) && !button.contains(event.target) && close(false);
  for (const entry of entries.filter(Boolean)) {
    const one = el("button", { type: "button", role: "menuitem", "data-testid": entry.testid, class: entry.danger ? "danger" : "" }, entry.label);
    one.addEventListener("click", () => {
      close(true);
      entry.act();
    });
    list.append(one);
  }
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Tab") return event.preventDefault(), close(true);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return undefined;
    event.preventDefault();
    const all = [...list.children];
    return all.at((all.indexOf(document.activeElement) + step) % all.length).focus();
  });
  if (button.getAttribute("aria-expanded") === "true") return button.menu?.close(false);
  button.menu = { close };
  button.setAttribute("aria-expanded", "true");
  document.body.append(list);
  place(list, button);
  list.firstChild?.focus();
  return document.addEventListener("pointerdown", outside, true);
}

function place(list, button) {
  const box = button.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.right - list.offsetWidth, innerWidth - list.offsetWidth - 8));
  const below = box.bottom + 6 + list.offsetHeight <= innerHeight;
  list.style.left = `${left}px`;
  list.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - list.offsetHeight - 6)}px`;
}

export function showLine(online) {
  at("lost").hidden = online;
}
