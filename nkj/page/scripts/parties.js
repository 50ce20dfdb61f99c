// The parties of a day: who bears a name, whether each was frozen, since when and by which lists; or everybody who was.
const FROZEN = new Map([[1, "true"], [0, "false"], [null, "unknown"]]);
const FROZEN_MARKS = new Map([[1, "in-force"], [0, "not-yet-imposed"], [null, "uncertain"]]);

function standingOf(party, day) {
  const [listings, starts, steps] = data.parties.courses[party.course];
  const [frozen, since, told, lists] = steps[upTo(starts, day)];
  return { frozen, since: text(since), told: text(told), lists, listings };
}
function namesIn(party) {
  const printed = text(party.name) && element("span", { lang: data.languages[0] }, text(party.name));
  const inJa = text(party.nameJa) && element("span", { lang: "ja" }, text(party.nameJa));
  const both = data.languages[language] === "ja" ? [inJa, printed] : [printed, inJa];
  return both.filter((name) => name);
}
const quoted = (word) => (/^[\w.,/:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
const partyAddress = (party, day) => address({ p: party.id, on: iso(day) });
const joined = (told, key = "join") => told.join(say(key));

function numbersOf(party) {
  const known = [["un_id", party.un], ["imo", party.imo], ["listed_as", party.listed.join(", ")]];
  return joined(known.filter(([, value]) => value).map(([field, value]) => say("term.plain", { name: say(`field.${field}`), value })));
}
function whatIs(party) {
  const kind = say(`party.${party.type}`);
  return text(party.country) ? say("beside", { text: kind, aside: text(party.country) }) : kind;
}
function listingsTable(listings) {
  const heads = ["ask.col.measure", "ask.col.since", "status.col.until", "ask.col.un-listed", "page.party.event"].map((key) => say(key));
  const rows = listings.map(([round, since, until, unListed]) => {
    const [measure, event, cited] = data.parties.rounds[round];
    const days = [text(since) || say("parties.listing.no-day"), text(until), text(unListed)];
    const cells = [link(data.measures[measure]), ...days.map(spans), [element("code", {}, text(event)), sources(cited)]];
    return element("tr", {}, cells.map((cell, at) => element("td", { "data-label": heads[at], class: at && at < 4 ? "day" : "" }, cell)));
  });
  return table(heads, element("tbody", {}, rows));
}
function recordOf(party, standing, how, score) {
  const told = [
    ["party.type", whatIs(party)],
    ["field.aliases", joined(party.aliases.map(text))],
    ["parties.col.role", text(party.role)],
    ["field.born", joined(party.born.map(text))],
    ["parties.col.numbers", numbersOf(party)],
    ["field.note", text(party.note)],
    ["field.id", party.id],
    ["parties.col.match", say("beside", { text: say(`parties.match.${how}`), aside: score })],
  ];
  const lines = told.filter(([, value]) => value).flatMap(([key, value]) => [element("dt", {}, say(key)), element("dd", {}, value)]);
  return [element("dl", {}, lines), sources(party.sources), listingsTable(standing.listings)];
}
const MANY = 3; // so many records stand open beside each other
function partyCard({ party, how, score }, day, many) {
  const standing = standingOf(party, day);
  const [name, other] = namesIn(party);
  const facts = { class: "party", "data-party": party.id, "data-frozen": FROZEN.get(standing.frozen), "data-since": standing.since };
  const record = recordOf(party, standing, how, score);
  return element("section", facts,
    element("h3", {}, name), other ? element("p", { class: "quiet" }, other) : "",
    element("p", { class: "standing" }, mark(FROZEN_MARKS.get(standing.frozen)), spans(standing.told)),
    many ? element("details", {}, element("summary", {}, say("page.party.record")), record) : record);
}
function nobody(name, day) {
  const through = data.parties?.through ?? null;
  const known = through === null ? "" : say("parties.complete", { day: iso(through) });
  const command = `nkj parties ${quoted(name)} --on ${iso(day)}`;
  return [
    element("p", {}, joined([say("parties.none", { name }), known].filter((told) => told), "join.sentences")),
    element("p", {}, say("page.party.spelling"), " ", element("code", {}, command)),
  ];
}
function countsOf(some) {
  const kinds = [["entity", "counts.entities"], ["individual", "counts.individuals"], ["vessel", "counts.vessels"]];
  const numbers = kinds.map(([type, key]) => [key, some.filter((party) => party.type === type).length]);
  return joined(numbers.filter(([, count]) => count).map(([key, count]) => counted(key, count)), "join.values");
}
function countsTable(told, frozen) {
  const lists = data.parties.freezing.map((place) => {
    const on = told.filter(([, standing]) => standing.lists.some(([measure, bound]) => measure === place && bound === 1));
    return [link(data.measures[place]), countsOf(on.map(([party]) => party))];
  });
  const lines = [...lists.filter(([, count]) => count), [say("page.party.together"), countsOf(frozen.map(([party]) => party))]];
  const rows = lines.map(([name, count]) => element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, count)));
  return element("table", { class: "counts" }, element("caption", {}, say("page.party.by-list")), element("tbody", {}, rows));
}
// Parties under the round by which each came onto a list.
function rounds(told, day) {
  const heads = ["party.name", "party.type", "party.country"].map((key) => say(key));
  const bodies = [];
  let round = null;
  for (const [party, standing] of told) {
    const [first, since, , unListed] = standing.listings[0];
    if (first !== round) {
      round = first;
      const measure = data.measures[data.parties.rounds[first][0]];
      const head = element("th", { scope: "rowgroup", colspan: heads.length }, `${text(since) || text(unListed)} · ${text(measure.name)}`);
      bodies.push(element("tbody", { class: colour(measure.family) }, element("tr", { class: "family" }, head)));
    }
    const [name, other] = namesIn(party);
    bodies.at(-1).append(element("tr", { "data-party": party.id, "data-frozen": FROZEN.get(standing.frozen), "data-since": standing.since },
      element("th", { scope: "row" }, element("a", { href: partyAddress(party, day) }, name), other ? element("span", { class: "detail" }, other) : ""),
      element("td", { "data-label": heads[1] }, say(`party.${party.type}`)), element("td", { "data-label": heads[2] }, text(party.country))));
  }
  return table(heads, bodies);
}
function everybody(day) {
  const told = data.parties.order.map((place) => [parties[place], standingOf(parties[place], day)]);
  const frozen = told.filter(([, standing]) => standing.frozen === 1);
  const unsure = told.filter(([, standing]) => standing.frozen === null);
  if (!frozen.length && !unsure.length) return [element("p", {}, say("parties.nobody"))];
  const parts = frozen.length ? [countsTable(told, frozen.map(([party]) => [party])), element("section", {}, rounds(frozen, day))] : [];
  if (unsure.length) {
    const count = countsOf(unsure.map(([party]) => party));
    parts.push(element("section", {}, element("h3", {}, say("parties.unknown")), element("p", {}, count), rounds(unsure, day)));
  }
  return parts;
}
function drawParties(name, day) {
  by("p-name").value = name;
  by("p-day").value = iso(day);
  by("p-notes").replaceChildren(...notes([day], false, data.parties.through));
  by("p-title").textContent = say(name ? "parties.title-name" : "parties.title", { name, day: iso(day) });
  const found = name ? called(name) : [];
  const many = found.length > MANY;
  const told = found.map((one) => partyCard(one, day, many));
  by("found").replaceChildren(...(name ? (told.length ? told : nobody(name, day)) : everybody(day)));
}
