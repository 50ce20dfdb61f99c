// An act asked: the facts as they are given, what the rules of the day say of them, and that in words.
const factById = new Map((data.acts?.facts ?? []).map(([id, type, name, note, unit, values]) => [id, { id, type, name, note, unit, values }]));
const conductById = new Map((data.acts?.conducts ?? []).map((conduct) => [conduct.id, conduct]));
const inAllLanguages = (place) => [data.strings[place]].flat();

// A fact as it was given: what the rules look at, undefined where that is not known, and whom a name may mean. null for
// what is no answer to it.
function readFact(fact, said, conduct, some, day) {
  if (fact.type === "money") {
    const given = amountOf(said, inAllLanguages(fact.unit));
    return given === null ? null : { given, told: amount(given), typed: String(given) };
  }
  if (fact.type === "day") {
    const given = said.trim() === "never" ? NEVER : dayOf(said);
    const typed = given === NEVER ? "never" : given && iso(given);
    return given === null ? null : { given, told: typed, typed };
  }
  if (fact.type === "party") return { ...readParty(fact, said, conduct, some, day), told: said, typed: said };
  const word = said.trim();
  const known = conduct.facts.find(([id]) => id === fact.id)[1];
  const named = ([id, name]) => [id, ...inAllLanguages(name)].some((one) => one.toLowerCase() === word.toLowerCase());
  const value = fact.values.find(([id]) => id === word) ?? fact.values.find(named);
  return value && known.includes(value[0]) ? { given: value[0], told: text(value[1]), typed: value[0] } : null;
}
// A name that is not surely one party's, or whose bearers stand differently, is not known: so it never lets an act go.
function readParty(fact, said, conduct, some, day) {
  const all = called(said);
  const numbered = all.filter(({ how }) => how === "number"); // an id or a number is sure
  const found = numbered.length ? numbered : all;
  const lists = found.map(({ party }) => listsOf(party, day));
  const verdicts = new Set(lists.map((one) => judge(some, new Map([[fact.id, one]]), conduct)));
  const sure = found.every(({ how }) => SURELY.includes(how)) && verdicts.size === 1;
  return { given: sure ? lists[0] : undefined, found };
}
// The measures that bind those who deal with a party; null where that is not known.
const listsOf = (party, day) =>
  new Map(standingOf(party, day).lists.map(([measure, bound]) => [measure, bound === 1 ? "listed" : null]));

// Everything that is said of an act; `read` has the facts by their ids.
function answered(conduct, read, some, day) {
  const covered = data.from === null || day >= data.from;
  const known = [...read].filter(([, one]) => one.given !== undefined).map(([id, one]) => [id, one.given]);
  const facts = new Map(known);
  const unnamed = conduct.facts.map(([id]) => id).filter((id) => factById.get(id).type === "party" && !facts.has(id));
  const judged = covered ? judge(some, facts, conduct) : "unknown";
  const verdict = judged === "allowed" && unnamed.length ? "depends" : judged;
  const open = covered && ["depends", "unknown"].includes(verdict);
  const missing = open ? [...new Set([...lacking(stillOpen(some, facts), facts, conduct), ...unnamed])] : [];
  const carried = covered ? carrying(some, facts, conduct) : [];
  const reasons = some.map((rule) => reasonOf(rule, facts, conduct, read, day, covered));
  reasons.sort((one, two) => strictness(two.verdict) - strictness(one.verdict));
  return {
    verdict, facts, covered,
    nobody: [...read.values()].some((one) => one.found?.length === 0),
    because: reasons.filter((reason) => carried.includes(reason.rule)),
    others: reasons.filter((reason) => !carried.includes(reason.rule)),
    missing: missing.map((id) => [id, givenBy(id, some, facts, conduct, read, day)])
      .filter(([, gives]) => gives.some((one) => one.verdict !== "unknown")),
    notWeighed: [...new Set([...conduct.notWeighed, ...some.flatMap((rule) =>
      speaks(rule, facts) !== false || isSpared(rule, facts) ? rule.notWeighed : [])])],
  };
}
function givenBy(id, some, facts, conduct, read, day) {
  const found = read.get(id)?.found ?? [];
  if (!found.length) return wouldGive(id, some, facts, conduct);
  return found.map(({ party }) => {
    const verdict = judge(some, new Map(facts).set(id, listsOf(party, day)), conduct);
    return { answer: party.id, verdict };
  });
}
function spokeOf(rule, facts, conduct, covered) {
  if (isSpared(rule, facts)) return "spared";
  const spoke = speaks(rule, facts);
  if (spoke === false) return "no";
  if (!rule.sure || !covered) return "unknown";
  if (spoke) return "yes";
  return lacking([rule], facts, conduct).length ? "depends" : "unknown";
}
function reasonOf(rule, facts, conduct, read, day, covered) {
  const tests = [...rule.when.map((test) => [test, false]), ...rule.unless.map((test) => [test, true])];
  const conditions = tests.map(([test, unless]) => ({ fact: test[0], bound: test[2], kind: test[3], asks: text(test[4]), unless, held: holds(test, facts, rule.measure) }));
  const reason = { rule, verdict: rule.verdict, spoke: spokeOf(rule, facts, conduct, covered), conditions };
  const named = [...read.values()].find((one) => one.given !== undefined && one.found)?.found[0].party;
  const standing = named && standingOf(named, day);
  const [, , by] = standing?.lists.find(([measure]) => measure === rule.measure) ?? [];
  if (by === undefined || by === null) return { ...reason, since: text(rule.since), event: text(rule.event), cited: [...rule.own, ...rule.ofEvent] };
  const [round, since] = standing.listings[by];
  const [, event, cited] = data.parties.rounds[round];
  return { ...reason, since: text(since), event: text(event), cited: [...new Set([...rule.own, ...cited])] };
}

// In words

const within = (verdict) => say(`verdict.within.${verdict}`);
const beside = (told, aside) => say("beside", { text: told, aside });
const caught = ({ rule, ...reason }) => beside(text(rule.told), rests(rule, reason.since));
function rests(rule, since) {
  if (rule.general) return say("ask.general");
  return since ? say("ask.since", { day: since }) : say(`state.${rule.state}`);
}
// A rule that would speak but for an amount or a day that its bound does not reach.
function isNear(reason) {
  const missed = reason.conditions.filter((one) => !one.unless && one.held !== true);
  return reason.spoke === "no" && missed.length > 0 && missed.every((one) => ["above", "at_most", "since"].includes(one.kind));
}
// Rules of one measure that say the same, once: the first of them that comes nearest to speaking.
function eachOnce(reasons) {
  const order = ["yes", "spared", "depends", "unknown", "no"];
  const found = new Map();
  for (const reason of reasons) {
    const key = [reason.rule.measure, reason.verdict, reason.rule.told].join(" ");
    const known = found.get(key);
    if (!known || order.indexOf(reason.spoke) < order.indexOf(known.spoke)) found.set(key, reason);
  }
  return [...found.values()];
}
// What each rule that may speak would say, and if what: strictest first, then those that lack least. Rules that say the
// same in the same words are one, and so is a verdict that hangs on the same.
function branches(result) {
  const least = Math.max(0, ...result.because.map((reason) => strictness(reason.verdict)));
  const open = result.others.filter((reason) => reason.spoke === "depends" && strictness(reason.verdict) > least);
  const alike = grouped(open, ({ rule }) => [rule.measure, rule.verdict, rule.told].join(" "));
  const told = alike.map((reasons) => ({ verdict: reasons[0].verdict, ifs: ifs(reasons), what: caughtBut(reasons[0]) }));
  const hanging = grouped(told, (one) => [one.verdict, ...one.ifs].join("\0"));
  hanging.sort(([one], [two]) => strictness(two.verdict) - strictness(one.verdict) || one.ifs.length - two.ifs.length);
  return hanging.map((same) => {
    const [{ verdict, ifs: hangsOn }] = same;
    const what = same.map((one) => one.what).join(say("ask.or"));
    const when = hangsOn.join(say("ask.and"));
    return say(when ? "ask.branch.if" : "ask.branch", { verdict: within(verdict), what, when });
  });
}
function grouped(list, keyOf) {
  const found = new Map();
  for (const one of list) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return [...found.values()];
}
// The conditions that rules of the same words all lack; if they share none, the conditions of each.
function ifs(reasons) {
  const lacked = reasons.map((reason) => unsaid(reason).map((one) => one.asks));
  const shared = lacked[0].filter((one) => lacked.every((others) => others.includes(one)));
  if (shared.length || lacked.some((one) => !one.length)) return shared;
  return [lacked.map((one) => one.join(say("ask.and"))).join(say("ask.or"))];
}
// What a value of a missing fact would meet, but for what the rule's text names itself, as it does of any party.
function unsaid(reason) {
  const told = text(reason.rule.told).toLowerCase();
  const isOpen = (one) => one.held === null && !one.unless && one.kind === "is";
  const isTold = ({ fact, bound }) => {
    const { type, values } = factById.get(fact);
    const names = new Map(type === "flag" ? [] : values.map(([id, name]) => [id, text(name)]));
    return type === "party" || bound.every((value) => told.includes(String(names.get(value) ?? value).toLowerCase()));
  };
  return reason.conditions.filter((one) => isOpen(one) && !isTold(one));
}
// What a rule catches, since when, and what it may yet let go.
function caughtBut(reason) {
  const { rule, since, conditions } = reason;
  if (!rule.spares || conditions.some((one) => one.unless && one.held === false)) return caught(reason);
  const but = say("ask.but", { spares: text(rule.spares) });
  return beside(text(rule.told), say("ask.rests.but", { rests: rests(rule, since), but }));
}
function whyAllowed(result) {
  const spared = result.others.find((reason) => reason.spoke === "spared" && reason.rule.spares);
  if (spared) return beside(text(spared.rule.spares), rests(spared.rule, spared.since));
  const near = result.others.find(isNear);
  return near ? say("ask.only", { verdict: within(near.verdict), what: caught(near) }) : say("ask.nothing-against");
}
function whyDepends(result) {
  const told = branches(result);
  return joined([...(result.nobody ? [say("ask.nobody")] : []), ...(told.length ? told : [say("ask.no-list")])]);
}
function why(result) {
  if (!result.covered) return say("ask.before");
  if (result.verdict === "unknown") {
    const open = result.others.filter((reason) => reason.spoke === "unknown").map((reason) => text(data.measures[reason.rule.measure].name));
    return say("ask.unclear", { measures: joined([...new Set(open)]) });
  }
  if (result.verdict === "depends") return whyDepends(result);
  if (result.verdict === "allowed") return whyAllowed(result);
  return joined([...new Set(result.because.filter((reason) => reason.verdict === result.verdict).map(caught))]);
}
function headline(result) {
  const [before, after] = say("ask.line", { verdict: "\0", why: why(result) }).split("\0");
  return [before, element("strong", {}, say(`verdict.${result.verdict}`)), after];
}
