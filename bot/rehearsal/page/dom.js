// Makes elements; text always goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  send: "M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4",
  attach: "M20 11.5 12 19.4a5 5 0 0 1-7-7l8.3-8.200a3.3 3.3 0 0 1 4.7 4.700l-8.2 8.100a1.7 1.7 0 0 1-2.4-2.400l7.5-7.4",
  slash: "M14.5 6 9.5 18M3.5 5h17a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-17a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z",
  reply: "M10 5 4 11l6 6M4 11h9a7 7 0 0 1 7 7v1",
  close: "M6 6l12 12M18 6 6 18",
  back: "M14.5 5l-7 7 7 7",
  down: "M5 9l7 7 7-7",
  dots: "M12 5.200v.100M12 12v.100M12 18.800v.1",
  play: "M7 4.500v15l12-7.500z",
  pause: "M8 5v14M16 5v14",
  step: "M6 5v14l9-7zM18 5v14",
  stop: "M6 6h12v12H6z",
  pin: "M9 4h6l-1 6 3.5 3.500h-11L10 10zM12 13.500V20",
  file: "M6 3h8l4.5 4.500V21H6zM14 3v5h4.5",
  link: "M8 16 16.5 7.500M9 7h8v8",
  check: "M5 12.5 10 17.5 19.5 7",
  sun: "M12 7.500a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.400M17.6 17.6 19 19M19 5l-1.4 1.400M6.4 17.6 5 19",
  board: "M4 5h16v14H4zM8 9.500h8M8 14.500h5",
};

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [k, v] of Object.entries(value)) node.style.setProperty(k, v);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

export const at = (id) => document.getElementById(id);

// Puts the wanted children in place, leaving those that already stand there untouched, so that focus and scroll stay.
export function lay(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}

export const typing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
export const narrow = () => matchMedia("(max-width: 760px)").matches;
export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
