// What the address asks for, and every control: the last part, which draws the first view.
const asked = () => new URLSearchParams(location.hash.slice(1));
function address(facts) {
  const shown = new URLSearchParams(facts);
  if (asked().has("lang")) shown.set("lang", data.languages[language]);
  return `#${shown}`;
}
function complain(key, fill) {
  by("error").textContent = key ? say(key, fill) : "";
  by("error").hidden = !key;
}
let now = lastDay;
let partyDay = data.parties?.through ?? lastDay;
let actDay = lastDay;
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
  if (data.parties) by("tab-p").href = address({ p: "" });
  if (data.acts) by("tab-a").href = address({ a: "" });
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
  const absent = ["p", "a"].find((name) => want.has(name) && !by(`view-${name}`));
  if (absent) complain("page.no-view", { text: `${absent}=${want.get(absent)}` });
  // A fact of an act may be called as one end of two days is.
  const dated = want.has("a") || want.has("p") ? ["on"] : ["on", "from", "to"];
  const days = dated.filter((name) => want.get(name)).map((name) => [want.get(name), dayOf(want.get(name))]);
  const bad = days.find(([, day]) => day === null);
  if (bad) complain("page.no-day", { text: bad[0] });
  if (want.has("p") && !absent) {
    if (days.length && !bad) partyDay = days[0][1];
    drawParties(want.get("p").trim(), partyDay);
    show("p");
  } else if (want.has("a") && !absent) {
    if (days.length && !bad) actDay = days[0][1];
    drawAct(want, actDay, complain, submitAct);
    show("a");
  } else if (want.has("m")) {
    if (want.get("m") && !measureById.has(want.get("m"))) complain("page.no-id", { text: want.get("m") });
    drawLife(want.get("m"));
    show("m");
  } else if (want.has("x")) {
    if (want.get("x") && !bargainById.has(want.get("x"))) complain("page.no-id", { text: want.get("x") });
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

function submitAct() {
  const inputs = [...by("a-facts").querySelectorAll("[data-fact-field]")].filter((input) => input.value.trim());
  go({ a: by("a-conduct").value, on: by("a-day").value, ...Object.fromEntries(inputs.map((input) => [input.dataset.factField, input.value])) });
}
function asks(form, then) {
  by(form)?.addEventListener("submit", (event) => {
    event.preventDefault();
    then();
  });
}
asks("on-form", () => go({ on: by("day").value }));
asks("from-form", () => go({ from: by("from").value, to: by("to").value }));
asks("p-form", () => go({ p: by("p-name").value, on: by("p-day").value }));
asks("a-form", submitAct);
by("a-conduct")?.addEventListener("change", () => go({ a: by("a-conduct").value, on: by("a-day").value }));
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
