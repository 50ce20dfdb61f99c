// The view of an act: its fields, and the answer drawn.
let fields = ""; // the conduct and language whose fields stand there

function field(id, [name, values], submit) {
  const fact = factById.get(name);
  const label = element("span", {}, text(fact.name));
  const hint = fact.type === "money" ? say("page.act.amount.hint") : text(fact.note);
  const about = { id, "data-fact-field": name, "aria-describedby": hint ? `${id}-hint` : "" };
  if (["money", "day", "party"].includes(fact.type)) {
    const input = element("input", { type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false", ...about });
    const told = hint ? element("span", { class: "quiet", id: `${id}-hint` }, hint) : "";
    return element("label", {}, label, input, told);
  }
  const known = fact.values.filter(([value]) => values.includes(value));
  const options = known.map(([value, told]) => element("option", { value }, text(told)));
  const select = element("select", about, element("option", {}, say("page.act.open")), options);
  select.options[0].value = "";
  select.addEventListener("change", submit);
  return element("label", {}, label, select);
}
function drawFields(conduct, given, submit) {
  const wanted = `${conduct?.id} ${language}`;
  if (fields !== wanted) {
    const options = [...conductById.values()].map(({ id, name }) => element("option", { value: id }, text(name)));
    const none = element("option", {}, "–");
    none.value = "";
    by("a-conduct").replaceChildren(none, ...options);
    by("a-facts").replaceChildren(...(conduct?.facts ?? []).map((fact) => field(`fact-${fact[0]}`, fact, submit)));
    fields = wanted;
  }
  by("a-conduct").value = conduct?.id ?? "";
  for (const input of by("a-facts").querySelectorAll("[data-fact-field]")) input.value = given.get(input.dataset.factField) ?? "";
}
function ruleRow(reason, heads) {
  const { rule } = reason;
  const measure = data.measures[rule.measure];
  const met = new Map([[true, "yes"], [false, "no"], [null, "open"]]);
  const conditions = reason.conditions.map((one) =>
    say(one.unless ? "ask.unless" : "ask.if", { test: one.asks, met: say(`ask.met.${met.get(one.held)}`) }));
  const told = [["ask.col.conditions", conditions], ["status.decided-by", [reason.event]], ["field.note", [text(rule.note)]]];
  const lines = told.filter(([, [first]]) => first).flatMap(([key, all]) => [element("dt", {}, say(key)), ...all.map((one) => element("dd", {}, one))]);
  const what = rule.spares ? beside(text(rule.told), say("ask.but", { spares: text(rule.spares) })) : text(rule.told);
  const since = rule.general ? say("ask.general") : reason.since || say(`state.${rule.state}`);
  const cells = [say(`verdict.${rule.verdict}`), [what, lines.length ? element("dl", {}, lines) : "", sources(reason.cited)],
    spans(since), say(`ask.spoke.${reason.spoke}`), link(measure)];
  return element("tr", { "data-rule": measure.id, "data-verdict": rule.verdict, "data-spoke": reason.spoke, class: colour(measure.family) },
    cells.map((cell, at) => element("td", { "data-label": heads[at] }, cell)));
}
function rulesTable(heading, reasons, id) {
  if (!reasons.length) return "";
  const heads = ["verdict", "what", "since", "spoke", "measure"].map((name) => say(`ask.col.${name}`));
  const body = element("tbody", {}, reasons.map((reason) => ruleRow(reason, heads)));
  return element("section", { id, class: "rules" }, element("h3", {}, say(heading)), table(heads, body));
}
// What an answer to a missing fact is called; one that can be chosen is a link to the act with it.
function answerTold(fact, answer, facts) {
  const chosen = fact.values.find(([id]) => id === answer);
  const party = fact.type === "party" && parties.find(({ id }) => id === answer);
  const told = chosen ? text(chosen[1]) : party ? namesIn(party)[0] : answer;
  const marked = { "data-answer": answer };
  if (!chosen && !party) return element("span", marked, spans(answer));
  return element("a", { ...marked, href: address({ ...facts, [fact.id]: answer }) }, told);
}
function missingTable(result, facts) {
  if (!result.missing.length) return "";
  const rows = result.missing.map(([id, gives]) => {
    const fact = factById.get(id);
    const verdicts = [...new Set(gives.map((one) => one.verdict))];
    const told = verdicts.map((verdict) => {
      const answers = gives.filter((one) => one.verdict === verdict).map((one) => answerTold(fact, one.answer, facts));
      const [before, after] = say("ask.gives", { answers: "\0", verdict: within(verdict) }).split("\0");
      const listed = answers.flatMap((one, at) => (at ? [say("join"), one] : [one]));
      return element("p", { "data-gives": verdict }, before, listed, after);
    });
    const only = verdicts.join() === "depends" ? element("p", {}, say("ask.gives.open")) : "";
    return element("tr", { "data-missing": id }, element("th", { scope: "row" }, text(fact.name)), element("td", {}, only || told));
  });
  const heads = ["ask.col.fact", "ask.col.gives"].map((key) => say(key));
  return element("section", { class: "missing" }, element("h3", {}, say("ask.missing")), table(heads, element("tbody", {}, rows)));
}
function meant(read, day) {
  const named = [...read.values()].filter((one) => one.found);
  const found = named.flatMap((one) => one.found);
  if (!named.length) return "";
  if (!found.length) return element("section", {}, named.flatMap((one) => nobody(one.told, day)));
  const lines = found.map(({ party }) => element("li", {}, element("a", { href: partyAddress(party, day) }, namesIn(party)[0]),
    ": ", spans(standingOf(party, day).told)));
  return element("section", {}, element("h3", {}, say("ask.parties")), element("ul", {}, lines));
}
function drawAnswer(conduct, read, day, facts) {
  const some = conduct.rules[upTo(conduct.starts, day)].map((place) => rules[place]);
  const result = answered(conduct, read, some, day);
  const told = [...read].map(([id, one]) => say("term.plain", { name: text(factById.get(id).name), value: one.told }));
  const shown = eachOnce(read.size ? result.others.filter((reason) => reason.spoke !== "no" || isNear(reason)) : result.others);
  const typed = [...read].map(([id, one]) => quoted(`${id}=${one.typed}`));
  const command = ["nkj ask", conduct.id, ...typed, "--on", iso(day)].join(" ");
  const verdict = by("verdict");
  verdict.replaceChildren(...headline(result));
  verdict.dataset.conduct = conduct.id;
  verdict.dataset.verdict = result.verdict;
  by("answer").replaceChildren(...[
    element("p", { class: "quiet" }, say("ask.act", { act: joined([text(conduct.name), ...told]), day: iso(day) })),
    rulesTable("ask.because", eachOnce(result.because), "because"),
    missingTable(result, facts),
    meant(read, day),
    rulesTable(result.because.length ? "ask.others" : "ask.limits", shown, "others"),
    result.notWeighed.length ? element("section", {}, element("h3", {}, say("ask.not-weighed")),
      element("ul", {}, result.notWeighed.map((place) => element("li", {}, text(place))))) : "",
    element("p", { class: "quiet" }, say("ask.no-advice")),
    element("p", { class: "quiet" }, say("page.act.command"), " ", element("code", {}, command)),
  ].filter((part) => part));
}
function drawConducts(day) {
  const items = [...conductById.values()].map((conduct) =>
    element("li", {}, element("a", { href: address({ a: conduct.id, on: iso(day) }) }, text(conduct.name)),
      element("span", { class: "detail" }, joined(conduct.facts.map(([id]) => text(factById.get(id).name))))));
  by("answer").replaceChildren(element("p", {}, say("page.act.how")), element("ul", { class: "conducts" }, items));
}
function hideVerdict() {
  by("verdict").textContent = "";
  delete by("verdict").dataset.verdict;
  delete by("verdict").dataset.conduct;
}
// The facts that an address gives, and a complaint about the first that is none. A wrong fact gets no verdict at all.
function drawAct(want, day, complain, submit) {
  const conduct = conductById.get(want.get("a"));
  const given = new Map([...want].filter(([key, said]) => !["a", "on", "lang"].includes(key) && said.trim()));
  by("a-day").value = iso(day);
  by("a-title").textContent = conduct ? text(conduct.name) : say("page.act");
  by("a-notes").replaceChildren(...notes([day]));
  drawFields(conduct, given, submit);
  if (!conduct) {
    hideVerdict();
    drawConducts(day);
    if (want.get("a")) complain("page.no-id", { text: want.get("a") });
    return;
  }
  const some = conduct.rules[upTo(conduct.starts, day)].map((place) => rules[place]);
  const read = new Map();
  for (const [id, said] of given) {
    const fact = conduct.facts.some(([name]) => name === id) ? factById.get(id) : null;
    const one = fact && readFact(fact, said, conduct, some, day);
    if (one) read.set(id, one);
    else complain(fact ? "page.act.no-value" : "page.act.no-fact", { text: fact ? said : id, fact: fact ? text(fact.name) : "" });
  }
  if (read.size < given.size) {
    hideVerdict();
    by("answer").replaceChildren();
    return;
  }
  drawAnswer(conduct, read, day, { a: conduct.id, on: iso(day), ...Object.fromEntries(given) });
}
