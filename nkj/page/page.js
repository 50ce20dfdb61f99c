// The page's script. It works nothing out: every answer is in the data, and two binary searches pick the ones that were
// asked for. What is shown follows the address: #on=DAY, #from=DAY&to=DAY, #m=MEASURE, #x=BARGAIN, each with &lang=.
"use strict";
(() => {
  const EPOCH = 719163; // 1970-01-01 as an ordinal, the way Python counts days
  const LAST = 3652059; // 9999-12-31
  const data = JSON.parse(document.getElementById("data").textContent);
  const by = (id) => document.getElementById(id);
  const measureById = new Map(data.measures.map((measure) => [measure.id, measure]));
  const bargainById = new Map(data.bargains.map((bargain) => [bargain.id, bargain]));
  const firstDay = data.from ?? data.days[0] ?? EPOCH;
  const lastDay = data.through ?? data.days[data.days.length - 1] ?? EPOCH;
  let language = Math.max(0, data.languages.indexOf(document.documentElement.lang));

  // Words

  const text = (place) => data.strings[place];
  const own = (pair) => text(pair[language]);
  function say(key, fill = {}) {
    const told = own(data.words[key]);
    return told.replace(/\{(\w+)\}/g, (all, name) => (name in fill ? fill[name] : all));
  }
  function counted(key, count) {
    const forms = say(key).split("|");
    return (count === 1 ? forms[0] : forms[forms.length - 1]).replace("{count}", count);
  }

  // Days

  const iso = (day) => new Date((day - EPOCH) * 864e5).toISOString().slice(0, 10);
  function ordinal(year, month, day) {
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, day);
    const found = Math.round(moment / 864e5) + EPOCH;
    const right = moment.getUTCMonth() === month - 1 && moment.getUTCFullYear() === year;
    return right && found >= 1 && found <= LAST ? found : null;
  }
  const lastOfMonth = (year, month) => {
    for (let day = 31; day > 27; day -= 1) {
      const found = ordinal(year, month, day);
      if (found !== null) return found;
    }
    return null;
  };
  function today() {
    const parts = new Intl.DateTimeFormat("en-CA", { timeZone: data.zone }).format(new Date());
    return dayOf(parts);
  }
  // The last day of a year, of a month, or a day itself; parts are texts, those left out undefined.
  function lastDayOf(year, month, day) {
    if (day !== undefined) return ordinal(Number(year), Number(month), Number(day));
    return lastOfMonth(Number(year), month === undefined ? 12 : Number(month));
  }
  const FORMS = [
    /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/,
    /^([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?$/,
    /^([0-9]{4})([0-9]{2})([0-9]{2})$/,
    /^([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?$/,
  ];
  const eraNames = data.eras.map(([name]) => name).join("|");
  const eraLetters = data.eras.map(([, letter]) => letter).join("");
  const ERA_FORMS = [
    new RegExp(`^(${eraNames})([0-9]{1,2}|元)年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?$`),
    new RegExp(`^(${eraNames}|[${eraLetters}])([0-9]{1,2}|元)[./]([0-9]{1,2})[./]([0-9]{1,2})$`),
  ];
  // The last day of an era's year, month or day that the era has; null where it has none of them.
  function dayInEra([, name, number, month, day]) {
    const at = data.eras.findIndex((era) => era.includes(name));
    const begin = data.eras[at][2];
    const end = at + 1 < data.eras.length ? data.eras[at + 1][2] - 1 : LAST;
    const count = number === "元" ? 1 : Number(number);
    const year = Number(iso(begin).slice(0, 4)) + count - 1;
    const last = lastDayOf(year, month, day);
    const first = ordinal(year, Number(month ?? 1), Number(day ?? 1));
    if (count === 0 || last === null || first === null || last < begin || first > end) return null;
    return Math.min(last, end);
  }
  // A day as the command line takes it: a year and a month mean their last day. null for what is no day.
  function dayOf(given) {
    const word = given.normalize("NFKC").trim();
    if (["today", "今日", "本日"].includes(word.toLowerCase())) return today();
    const tight = word.replace(/\s+/g, "");
    for (const form of FORMS) {
      const found = form.exec(tight);
      if (found) return lastDayOf(...found.slice(1));
    }
    for (const form of ERA_FORMS) {
      const found = form.exec(tight.slice(0, 1).toUpperCase() + tight.slice(1));
      if (found) return dayInEra(found);
    }
    const before = word.startsWith("before:") ? word.slice(7) : word.endsWith("^") ? word.slice(0, -1) : null;
    const id = (before ?? word).toLowerCase();
    if (!Object.hasOwn(data.ids, id)) return null;
    const found = data.ids[id] - (before === null ? 0 : 1);
    return found >= 1 ? found : null;
  }

  // The number of `sorted` that are not after `day`: the only search there is.
  function upTo(sorted, day) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  function stepOn(measure, day) {
    const [state, since, until, ...texts] = measure.steps[upTo(measure.starts, day)];
    const [holds, coming] = texts.slice(2 * language, 2 * language + 2);
    return { state: text(state), since: text(since), until: text(until), holds: text(holds), coming: text(coming) };
  }
  function changeBetween(measure, first, last) {
    if (first === last) return null;
    const [one, two] = [upTo(measure.starts, first), upTo(measure.starts, last)];
    const size = measure.steps.length;
    const row = one * size - (one * (one - 1)) / 2; // pairs stand as 0-0, 0-1, ..., 1-1, 1-2, ...
    const change = measure.changes[measure.pairs[row + two - one]];
    const events = change[1 + data.languages.length + language];
    return {
      kind: text(change[0]),
      also: text(change[1 + language]),
      events: events.map(text),
      before: own(measure.ends[one]),
      after: own(measure.ends[two]),
    };
  }

  // Elements

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
  const link = (measure) => element("a", { href: `#m=${measure.id}` }, own(measure.name));
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

  // One day

  const GROUPS = [
    ["status.in-force", "on", ["in-force", "eased"]],
    ["status.open", "open", ["uncertain", "unknown"]],
    ["status.not-in-force", "ended", ["lifted", "lapsed", "superseded", "suspended"]],
    ["status.not-yet", "coming", ["not-yet-imposed"]],
  ];
  function nameCell(measure, ...more) {
    const about = measure.un ? element("span", { class: "un" }, say("page.un")) : "";
    const details = more.filter((detail) => detail).map((detail) => element("span", { class: "detail" }, detail));
    return element("th", { scope: "row" }, link(measure), about, details);
  }
  function statusRow(measure, day) {
    const step = stepOn(measure, day);
    const until = step.until;
    return element(
      "tr",
      { "data-measure": measure.id, "data-state": step.state, "data-until": until, class: colour(measure.family) },
      nameCell(measure, step.holds, step.coming),
      element("td", { class: "state" }, mark(step.state), say(`state.${step.state}`)),
      element("td", { class: "day", "data-label": say("status.col.since") }, spans(step.since)),
      element("td", { class: "day", "data-label": say("status.col.until") }, spans(until)),
      element("td", { class: "life" }, bar(measure, day)),
    );
  }
  function familyBodies(measures, columns, draw) {
    return data.families.flatMap((family, at) => {
      const members = measures.filter((measure) => measure.family === at);
      if (!members.length) return [];
      const head = element("th", { scope: "rowgroup", colspan: columns }, text(family[1 + language]));
      return [element("tbody", { class: colour(at) }, element("tr", { class: "family" }, head), members.map(draw))];
    });
  }
  function barTitle() {
    const [svg] = bars.values();
    if (!svg) return "";
    const [first, last] = svg.dataset.days.split(" ").map((day) => iso(Number(day)).slice(0, 4));
    return say("page.bar", { first, last });
  }
  function drawStatus(day) {
    const heads = ["measure", "state", "since", "until"].map((name) => say(`status.col.${name}`));
    const sections = GROUPS.map(([heading, , states]) => {
      const members = data.measures.filter((measure) => states.includes(stepOn(measure, day).state));
      if (!members.length) {
        if (heading !== "status.in-force") return "";
        return element("section", {}, element("h3", {}, say(heading)), element("p", {}, say("status.none-in-force")));
      }
      const bodies = familyBodies(members, 5, (measure) => statusRow(measure, day));
      return element("section", {}, element("h3", {}, say(heading)), table([...heads, barTitle()], bodies));
    });
    by("rows").replaceChildren(...sections.filter((section) => section !== ""));
    by("summary").replaceChildren(...summaries(day).map((line) => element("span", {}, line)));
    by("on-title").textContent = say("page.title-on", { day: iso(day) });
    by("on-notes").replaceChildren(...notes([day]));
    by("day").value = iso(day);
    by("slider").value = day;
    by("slider").setAttribute("aria-valuetext", iso(day));
    by("earlier").disabled = upTo(data.days, day - 1) === 0;
    by("later").disabled = upTo(data.days, day) === data.days.length;
  }
  function summaries(day) {
    return [0, 1].flatMap((un) => {
      const members = data.measures.filter((measure) => measure.un === un);
      if (!members.length) return [];
      const numbers = {};
      for (const [, name, states] of GROUPS) {
        numbers[name] = members.filter((measure) => states.includes(stepOn(measure, day).state)).length;
      }
      return [say("page.summary", { whose: un ? say("page.summary.un") : say("origin"), ...numbers })];
    });
  }
  function notes(days, swapped = false) {
    const told = swapped ? [say("note.swapped")] : [];
    const late = days.find((day) => data.through !== null && day > data.through);
    if (late) told.push(say("page.after", { day: iso(late), through: iso(data.through) }));
    for (const day of days) {
      if (data.from !== null && day < data.from) {
        told.push(say("note.before", { day: iso(day), verified: iso(data.from) }));
      }
    }
    return [...new Set(told)].map((note) => element("li", {}, note));
  }

  // Two days

  const ORDER = by("data").dataset.order.split(" ");
  function changeRow(measure, change, days) {
    return element(
      "tr",
      { "data-measure": measure.id, "data-change": change.kind, class: colour(measure.family) },
      element("th", { scope: "row" }, link(measure), measure.un ? element("span", { class: "un" }, say("page.un")) : "",
        bar(measure, ...days)),
      element("td", { "data-label": say("diff.col.before") }, spans(change.before)),
      element("td", { "data-label": say("diff.col.after") }, spans(change.after),
        change.also ? element("span", { class: "detail" }, change.also) : ""),
      element("td", { "data-label": say("diff.col.events") }, spans(change.events.join(say("join.values")))),
    );
  }
  function drawComparison(given, other) {
    const [first, last] = given <= other ? [given, other] : [other, given];
    const found = data.measures.map((measure) => [measure, changeBetween(measure, first, last)]);
    const heads = ["status.col.measure", "diff.col.before", "diff.col.after", "diff.col.events"].map((key) => say(key));
    const sections = ORDER.filter((kind) => kind !== "unchanged").flatMap((kind) => {
      const rows = found.filter(([, change]) => change?.kind === kind);
      if (!rows.length) return [];
      const body = element("tbody", {}, rows.map(([measure, change]) => changeRow(measure, change, [first, last])));
      return [element("section", {}, element("h3", {}, say(`diff.${kind}`)), table(heads, body))];
    });
    const same = found.filter(([, change]) => !change || change.kind === "unchanged");
    if (!sections.length) sections.push(element("p", {}, say("diff.nothing")));
    if (same.length) {
      const names = same.map(([measure]) => own(measure.name)).join(say("join"));
      sections.push(element("p", { class: "quiet" }, say("page.unchanged", { names })));
    }
    const meanwhile = drawMeanwhile(first, last);
    by("changes").replaceChildren(...sections, ...meanwhile);
    by("from-title").textContent = say("page.compared", { first: iso(first), last: iso(last) });
    by("from-notes").replaceChildren(...notes([first, last], given > other));
    by("from").value = iso(first);
    by("to").value = iso(last);
  }
  function drawMeanwhile(first, last) {
    const places = data.meanwhile.map((one) => one[0]);
    const between = data.meanwhile.slice(upTo(places, first), upTo(places, last));
    if (!between.length) return [];
    const lines = between.map(([, day, id, ...told]) => {
      const what = bargainById.has(text(id)) ? element("a", { href: `#x=${text(id)}` }, own(told)) : own(told);
      return element("tr", {}, element("td", { class: "day" }, spans(text(day))), element("td", {}, what));
    });
    const heads = [say("status.col.day"), say("diff.col.what")];
    return [element("section", {}, element("h3", {}, say("diff.meanwhile")), table(heads, element("tbody", {}, lines)))];
  }

  // Sheets: a life, a bargain

  function source(place) {
    const [url, title, day, lang, ...publishers] = data.sources[place].map(text);
    const name = element("cite", lang ? { lang } : {}, title || url);
    const told = url ? element("a", { href: url, rel: "noreferrer" }, name) : name;
    return element("li", {}, publishers[language], ": ", told, day ? ` (${day})` : "");
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
    if (key === "exchange" && bargainById.has(told)) return element("a", { href: `#x=${told}` }, own(bargainById.get(told).name));
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
    if (groups.length) parts.push(sides ? ladder(columns, groups, sides) : plainTable(columns, groups));
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
    by("m-title").textContent = measure ? own(measure.name) : say("page.measures");
    if (!measure) {
      const lists = data.families.map((family, at) => {
        const members = data.measures.filter((one) => one.family === at);
        const items = members.map((one) => element("li", {}, link(one), one.un ? element("span", { class: "un" }, say("page.un")) : "", bar(one)));
        return element("section", { class: `${colour(at)} listed` }, element("h3", { class: "family" }, text(family[1 + language])), element("ul", {}, items));
      });
      by("life").replaceChildren(...lists);
      return;
    }
    const block = drawBlock(measure.life[language]);
    block.querySelector("h3")?.replaceChildren(element("code", {}, id));
    block.querySelector("table")?.before(element("div", { class: "long" }, bar(measure)));
    block.className = colour(measure.family);
    by("life").replaceChildren(block);
  }
  function drawBargain(id) {
    const bargain = bargainById.get(id);
    by("x-title").textContent = bargain ? own(bargain.name) : say("page.bargains");
    const blocks = bargain ? bargain.blocks[language] : [data.glance[language]];
    by("bargain").replaceChildren(...blocks.map(drawBlock));
  }

  // What the address asks for

  const asked = () => new URLSearchParams(location.hash.slice(1));
  function address(facts) {
    const shown = new URLSearchParams(facts);
    if (asked().has("lang")) shown.set("lang", data.languages[language]);
    return `#${shown}`;
  }
  function complain(key, told) {
    by("error").textContent = key ? say(key, { text: told }) : "";
    by("error").hidden = !key;
  }
  let now = lastDay;
  let pair = [firstDay, lastDay];
  let view = "";
  function show(name) {
    for (const section of document.querySelectorAll("main > section[id^=view-]")) {
      section.hidden = section.id !== `view-${name}`;
    }
    for (const tab of document.querySelectorAll("nav a")) {
      if (tab.dataset.view === name) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    by("tab-on").href = address({ on: iso(now) });
    by("tab-from").href = address({ from: iso(pair[0]), to: iso(pair[1]) });
    by("tab-m").href = address({ m: "" });
    by("tab-x").href = address({ x: "" });
    if (view && view !== name) by(`${name}-title`).focus({ preventScroll: false });
    view = name;
  }
  function speak() {
    document.documentElement.lang = data.languages[language];
    document.title = say("title");
    for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
    for (const node of document.querySelectorAll("[data-name]")) node.setAttribute("aria-label", say(node.dataset.name));
    by("lang").lang = data.languages[1 - language];
  }
  function render() {
    const want = asked();
    const spoken = data.languages.indexOf(want.get("lang"));
    if (spoken >= 0) language = spoken;
    speak();
    complain("");
    const days = ["on", "from", "to"].filter((name) => want.get(name)).map((name) => [want.get(name), dayOf(want.get(name))]);
    const bad = days.find(([, day]) => day === null);
    if (bad) complain("page.no-day", bad[0]);
    if (want.has("m")) {
      if (want.get("m") && !measureById.has(want.get("m"))) complain("page.no-id", want.get("m"));
      drawLife(want.get("m"));
      show("m");
    } else if (want.has("x")) {
      if (want.get("x") && !bargainById.has(want.get("x"))) complain("page.no-id", want.get("x"));
      drawBargain(want.get("x"));
      show("x");
    } else if (want.has("from") || want.has("to")) {
      if (!bad) pair = [dayOf(want.get("from") || iso(firstDay)), dayOf(want.get("to") || iso(lastDay))];
      drawComparison(...pair);
      show("from");
    } else {
      if (!bad) now = days.length ? days[0][1] : now;
      drawStatus(now);
      show("on");
    }
  }
  const go = (facts) => {
    const target = address(facts);
    if (location.hash === target) render();
    else location.hash = target;
  };

  by("on-form").addEventListener("submit", (event) => {
    event.preventDefault();
    go({ on: by("day").value });
  });
  by("from-form").addEventListener("submit", (event) => {
    event.preventDefault();
    go({ from: by("from").value, to: by("to").value });
  });
  by("earlier").addEventListener("click", () => go({ on: iso(data.days[upTo(data.days, now - 1) - 1]) }));
  by("later").addEventListener("click", () => go({ on: iso(data.days[upTo(data.days, now)]) }));
  by("slider").addEventListener("input", () => {
    now = Number(by("slider").value);
    complain("");
    drawStatus(now);
  });
  by("slider").addEventListener("change", () => go({ on: iso(now) }));
  by("lang").addEventListener("click", () => {
    language = 1 - language;
    const want = asked();
    want.set("lang", data.languages[language]);
    location.hash = `#${want}`;
  });
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => folded.forEach((one) => (one.open = false)));
  addEventListener("hashchange", render);

  const slider = by("slider");
  slider.min = firstDay;
  slider.max = Math.max(lastDay, data.days[data.days.length - 1] ?? lastDay);
  for (const node of document.querySelectorAll("[data-needs-script]")) node.hidden = false;
  for (const node of document.querySelectorAll("[data-without-script]")) node.remove();
  render();
})();
