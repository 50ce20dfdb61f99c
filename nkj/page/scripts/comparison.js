// Two days: what differs.
function changeBetween(measure, first, last) {
  if (first === last) return null;
  const [one, two] = [upTo(measure.starts, first), upTo(measure.starts, last)];
  const size = measure.steps.length;
  const row = one * size - (one * (one - 1)) / 2; // pairs stand as 0-0, 0-1, ..., 1-1, 1-2, ...
  const change = measure.changes[measure.pairs[row + two - one]];
  const [kind, also, events] = change;
  return {
    kind: text(kind),
    also: text(also),
    events: events.map(text),
    before: text(measure.ends[one]),
    after: text(measure.ends[two]),
  };
}

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
    const names = same.map(([measure]) => text(measure.name)).join(say("join"));
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
  const lines = between.map(([, day, id, told]) => {
    const what = bargainById.has(text(id)) ? element("a", { href: `#x=${text(id)}` }, text(told)) : text(told);
    return element("tr", {}, element("td", { class: "day" }, spans(text(day))), element("td", {}, what));
  });
  const heads = [say("status.col.day"), say("diff.col.what")];
  return [element("section", {}, element("h3", {}, say("diff.meanwhile")), table(heads, element("tbody", {}, lines)))];
}
