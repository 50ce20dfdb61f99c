// What the address asks for, and every control: the last part, which draws the first view.
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
