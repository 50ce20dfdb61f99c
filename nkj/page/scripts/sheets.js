// Whole sheets as they were worked out: a life, a bargain, their sources.
function source(place) {
  const [site, rest, title, day, lang, publisher] = data.sources[place].map(text);
  const url = site + rest;
  const name = element("cite", lang ? { lang } : {}, title || url);
  const told = url ? element("a", { href: url, rel: "noreferrer" }, name) : name;
  return element("li", {}, publisher, ": ", told, day ? ` (${day})` : "");
}
function sources(places) {
  if (!places.length) return "";
  const head = element("summary", {}, counted("page.sources", places.length));
  return element("details", {}, head, element("ul", {}, places.map(source)));
}
function lines(told) {
  return told.split("\n").flatMap((line, at) => (at ? [element("br"), line] : [line]));
}
function cellOf([key], cell) {
  if (key === "sources") return sources(cell);
  const told = text(cell);
  if (key === "measure" && measureById.has(told)) return element("a", { href: `#m=${told}` }, told);
  if (key === "exchange" && bargainById.has(told)) return element("a", { href: `#x=${told}` }, text(bargainById.get(told).name));
  return lines(told);
}
const isSaid = (cell) => (Array.isArray(cell) ? cell.length > 0 : text(cell) !== "");
function details(columns, cells) {
  const pairs = columns.flatMap((column, at) => {
    if (!isSaid(cells[at]) || (column[2] !== "detail" && column[0] !== "sources")) return [];
    if (column[0] === "sources") return [["", sources(cells[at])]];
    return [[text(column[1]), cellOf(column, cells[at])]];
  });
  const list = pairs.filter(([label]) => label).flatMap(([label, told]) => [element("dt", {}, label), element("dd", {}, told)]);
  const cited = pairs.filter(([label]) => !label).map(([, told]) => told);
  return [list.length ? element("dl", {}, list) : "", ...cited];
}
// A heading over it has one level less; a two-sided block is a ladder, any other a table.
function drawBlock([heading, intro, shape, groups, sides]) {
  const columns = data.shapes[shape];
  const parts = text(heading) ? [element("h3", {}, text(heading))] : [];
  parts.push(...intro.map((line) => element("p", {}, lines(text(line)))));
  if (groups.length) parts.push(sides.length ? ladder(columns, groups, sides) : plainTable(columns, groups));
  return element("section", {}, parts);
}
function plainTable(columns, groups) {
  const shown = columns.map((column, at) => [column, at]).filter(([column]) => column[2] !== "detail" && column[2] !== "aside");
  const only = (column) => column[0] === "sources" && column[2] === "text";
  const bodies = groups.map(([, rows]) => element("tbody", {}, rows.map(([, ...cells]) =>
    element("tr", {}, shown.map(([column, at], place) => {
      const last = place === shown.length - 1;
      const inner = [cellOf(column, cells[at]), ...(last && !only(column) ? details(columns, cells) : [])];
      return element("td", { class: column[2] === "key" ? "key" : "", "data-label": text(column[1]) }, inner);
    })))));
  return table(shown.map(([column]) => text(column[1])), bodies);
}
function rung(columns, cells) {
  const keys = columns.flatMap((column, at) => (column[2] === "key" && isSaid(cells[at]) ? [text(cells[at])] : []));
  const told = columns.flatMap((column, at) => (column[2] === "text" && isSaid(cells[at]) ? [element("p", {}, lines(text(cells[at])))] : []));
  return element("div", { class: "rung" }, keys.length ? element("strong", {}, keys.join(" · ")) : "", told, details(columns, cells));
}
function ladder(columns, groups, sides) {
  const heads = element("div", { class: "step heads" },
    element("h4", { class: "left" }, text(sides[0])), element("h4", { class: "right" }, text(sides[1])));
  const steps = groups.map(([name, rows]) => {
    const on = (side) => rows.filter(([stands]) => stands === side).map(([, ...cells]) => rung(columns, cells));
    const place = (side, inner) => (inner.length ? element("div", { class: side, "data-side": sideName(side, sides) }, inner) : "");
    return element("div", { class: text(name) ? "step when-told" : "step" },
      text(name) ? element("h4", { class: "when" }, spans(text(name))) : "",
      place("middle", on("")), place("left", on("left")), place("right", on("right")));
  });
  const dated = groups.some(([name]) => text(name) !== "");
  return element("div", { class: dated ? "ladder dated" : "ladder" }, heads, steps);
}
const sideName = (side, sides) => text(sides[["left", "right", "middle"].indexOf(side)]);

function drawLife(id) {
  const measure = measureById.get(id);
  by("m-title").textContent = measure ? text(measure.name) : say("page.measures");
  if (!measure) {
    const lists = data.families.map((family, at) => {
      const members = data.measures.filter((one) => one.family === at);
      const items = members.map((one) => element("li", {}, link(one), one.un ? element("span", { class: "un" }, say("page.un")) : "", bar(one)));
      return element("section", { class: `${colour(at)} listed` }, element("h3", { class: "family" }, text(family[1])), element("ul", {}, items));
    });
    by("life").replaceChildren(...lists);
    return;
  }
  const block = drawBlock(measure.life);
  block.querySelector("h3")?.replaceChildren(element("code", {}, id));
  block.querySelector("table")?.before(element("div", { class: "long" }, bar(measure)));
  block.className = colour(measure.family);
  by("life").replaceChildren(block);
}
function drawBargain(id) {
  const bargain = bargainById.get(id);
  by("x-title").textContent = bargain ? text(bargain.name) : say("page.bargains");
  const blocks = bargain ? bargain.blocks : [data.glance];
  by("bargain").replaceChildren(...blocks.map(drawBlock));
}
