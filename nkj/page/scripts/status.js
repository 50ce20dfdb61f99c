// One day: how every measure stands on it.
function stepOn(measure, day) {
  const [state, since, until, holds, coming] = measure.steps[upTo(measure.starts, day)].map(text);
  return { state, since, until, holds, coming };
}

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
    const head = element("th", { scope: "rowgroup", colspan: columns }, text(family[1]));
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
function notes(days, swapped = false, through = data.through) {
  const told = swapped ? [say("note.swapped")] : [];
  const late = days.find((day) => through !== null && day > through);
  if (late) told.push(say("page.after", { day: iso(late), through: iso(through) }));
  for (const day of days) {
    if (data.from !== null && day < data.from) {
      told.push(say("note.before", { day: iso(day), verified: iso(data.from) }));
    }
  }
  return [...new Set(told)].map((note) => element("li", {}, note));
}
