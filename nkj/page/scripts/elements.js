// What is drawn: elements, tables, bars and marks.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== "" && value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== "" && child !== null));
  return made;
}
// A text whose spans of days (A..B) may be broken in the middle and nowhere else.
function spans(told) {
  return told.split("..").flatMap((part, at) => (at ? ["..", element("wbr"), part] : [part]));
}
const COLOURS = 7; // as many as the style has; further families take them again
const colour = (family) => `f${family % COLOURS}`;
const link = (measure) => element("a", { href: `#m=${measure.id}` }, text(measure.name));
const bars = new Map();
for (const svg of document.querySelectorAll("svg[data-bar]")) bars.set(svg.dataset.bar, svg.cloneNode(true));
function bar(measure, ...marked) {
  const drawn = bars.get(measure.id).cloneNode(true);
  const [first, last] = drawn.dataset.days.split(" ").map(Number);
  drawn.querySelector(".here")?.remove();
  for (const day of marked) {
    if (day < first || day > last) continue;
    const mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const facts = { class: "here", x: (((day - first) / (last - first)) * 1000 - 4).toFixed(1), y: -3, width: 8, height: 20 };
    for (const [key, value] of Object.entries(facts)) mark.setAttribute(key, value);
    drawn.append(mark);
  }
  return drawn;
}
function mark(state) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "mark");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#mark-${state}`);
  svg.append(use);
  return svg;
}
function table(heads, bodies) {
  const cells = heads.map((head) => element("th", { scope: "col" }, head));
  return element("table", {}, element("thead", {}, element("tr", {}, cells)), bodies);
}
