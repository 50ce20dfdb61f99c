// Whether the rules of a day speak of an act, and what they say together: nkj/rules.py, and nothing that is not there.
// Truth has three values: true, false, and null for what is not known. A fact that was not given stands in no map.
const rules = (data.acts?.days ?? []).map(([place, sure, general, since, state, by]) => {
  const [measure, verdict, when, unless, told, spares, note, own, notWeighed] = data.acts.rules[place];
  const [event, ofEvent] = data.acts.events[by];
  return { measure, verdict, sure, when, unless, told, spares, general, since, state, event, note, own, ofEvent, notWeighed };
});
const strictness = (verdict) => data.acts.verdicts.indexOf(verdict);
const NEVER = 0;

function holds([fact, kind, bound], facts, measure) {
  if (kind === "fixed") return bound;
  let given = facts.get(fact) ?? null;
  if (given instanceof Map) given = given.has(measure) ? given.get(measure) : "unlisted";
  if (given === null) return null;
  if (kind === "among") return bound.includes(given);
  if (kind === "at_most") return given <= bound;
  return kind === "above" ? given > bound : given >= bound;
}
function all(tests, facts, measure) {
  const held = tests.map((test) => holds(test, facts, measure));
  if (held.includes(false)) return false;
  return held.includes(null) ? null : true;
}
function speaks(rule, facts) {
  const when = all(rule.when, facts, rule.measure);
  if (when === false || !rule.unless.length) return when;
  const spared = all(rule.unless, facts, rule.measure);
  if (spared === null) return null;
  return spared ? false : when;
}
const isSpared = (rule, facts) =>
  rule.unless.length > 0 && all(rule.when, facts, rule.measure) === true && all(rule.unless, facts, rule.measure) === true;
const surely = (some, facts) => some.filter((rule) => rule.sure && speaks(rule, facts) === true);
function spoken(some, facts) {
  const said = surely(some, facts).map((rule) => strictness(rule.verdict));
  return data.acts.verdicts[Math.max(0, ...said)];
}
function stillOpen(some, facts) {
  const least = strictness(spoken(some, facts));
  return some.filter((rule) => strictness(rule.verdict) > least && speaks(rule, facts) !== false);
}
// The facts of a conduct that open rules ask for, in its order.
function lacking(open, facts, conduct) {
  const wanted = new Set(open.flatMap((rule) => [...rule.when, ...rule.unless]
    .filter((test) => test[1] !== "fixed" && holds(test, facts, rule.measure) === null).map(([fact]) => fact)));
  return conduct.facts.map(([fact]) => fact).filter((fact) => wanted.has(fact) && !facts.has(fact));
}
// Answers to a fact of which one stands for every possible one, by what they say.
function answersTo(fact, some, conduct) {
  const type = factById.get(fact).type;
  if (type === "party") return [["listed", "listed"], ["unlisted", "unlisted"]];
  if (type !== "money" && type !== "day") {
    return conduct.facts.find(([id]) => id === fact)[1].map((value) => [value, value]);
  }
  const bounded = some.flatMap((rule) => [...rule.when, ...rule.unless])
    .filter(([asked, kind]) => asked === fact && ["above", "at_most", "since"].includes(kind));
  const edges = [...new Set(bounded.map(([, kind, bound]) => (kind === "since" ? bound : bound + 1)))].sort((a, b) => a - b);
  if (!edges.length) return [["", NEVER]];
  const firsts = [NEVER, ...edges];
  return firsts.flatMap((first, at) => {
    const after = firsts[at + 1];
    return after === undefined || first < after ? [[spanOf(type, first, after), first]] : [];
  });
}
// From one to before another as people write it: ..100000, 100001..
function spanOf(type, first, after) {
  const written = (number) => (type === "day" ? iso(number) : String(number));
  const last = after === undefined ? "" : type === "day" && after - 1 === NEVER ? "" : written(after - 1);
  return `${first === NEVER ? "" : written(first)}..${last}`;
}
function judge(some, facts, conduct) {
  const open = stillOpen(some, facts);
  if (!open.length) return spoken(some, facts);
  const [fact] = lacking(open, facts, conduct);
  if (fact === undefined) return "unknown";
  const verdicts = new Set(answersTo(fact, some, conduct).map(([, given]) => judge(some, new Map(facts).set(fact, given), conduct)));
  if (verdicts.size === 1) return [...verdicts][0];
  return verdicts.has("unknown") ? "unknown" : "depends";
}
// The rules that a verdict rests on.
function carrying(some, facts, conduct) {
  const verdict = judge(some, facts, conduct);
  const sure = surely(some, facts);
  if (["depends", "unknown", spoken(some, facts)].includes(verdict)) return sure;
  let needed = some.filter((rule) => speaks(rule, facts) !== false);
  for (const rule of [...needed].reverse()) {
    const fewer = needed.filter((other) => other !== rule);
    if (!sure.includes(rule) && judge(fewer, facts, conduct) === verdict) needed = fewer;
  }
  return needed;
}
// The verdict for each answer to a missing fact; neighbouring spans that say the same are one.
function wouldGive(fact, some, facts, conduct) {
  const found = [];
  const measured = ["money", "day"].includes(factById.get(fact).type);
  for (const [answer, given] of answersTo(fact, some, conduct)) {
    const verdict = judge(some, new Map(facts).set(fact, given), conduct);
    const last = found[found.length - 1];
    if (measured && last?.verdict === verdict) last.answer = `${last.answer.split("..")[0]}..${answer.split("..")[1]}`;
    else found.push({ answer, verdict });
  }
  return found;
}
