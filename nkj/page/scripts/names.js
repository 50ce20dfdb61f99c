// Whom a name means, by the rules of `nkj parties` but for near spellings: case, width, accents, marks inside a word,
// hyphens, dots and company words do not count.
const parties = (data.parties?.all ?? []).map(
  ([id, name, nameJa, aliases, kind, country, born, role, note, un, imo, listed, sources, course]) =>
    ({ id, name, nameJa, aliases, type: data.parties.types[kind], country, born, role, note, un, imo, listed, sources, course }));
const naming = data.parties?.naming ?? { joining: "$^", ends: "$^", han: "$^", silent: [], least: 0 };
const joining = new RegExp(naming.joining, "gu");
const companyEnds = new RegExp(naming.ends, "gu");
const han = new RegExp(naming.han, "u");
const silent = new Set(naming.silent);
const NO_WORD = "[^\\p{L}\\p{N}_]";
const noWord = new RegExp(NO_WORD, "gu");
const shipNumber = new RegExp(`^imo${NO_WORD}*(?:(?:no|number)(?:${NO_WORD}+|$))?`, "u");
const SURELY = ["number", "name", "alias"];
const RANKS = [...SURELY, "words"];

const alike = (name) => name.normalize("NFKC").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
const allIn = (some, others) => some.every((word) => others.includes(word));
// A name as it is compared: its telling words, and all its letters in a row. Latin accents go, Japanese marks stay.
function compared(name, alias) {
  const kept = alike(name).normalize("NFKD").replace(/(?![\u3099\u309a])\p{M}/gu, "");
  const parts = kept.replace(joining, "").normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  const bare = parts.map((word) => word.replace(companyEnds, "")).filter((word) => word && !silent.has(word));
  const words = bare.length ? bare : parts;
  return { words, letters: words.join(""), count: [...words.join("")].length, alias };
}
let namesOf = null; // worked out at the first question, since most readers ask none
function comparedNames() {
  namesOf ??= new Map(parties.map((party) => {
    const own = [party.name, party.nameJa].map(text).filter((name) => name).map((name) => compared(name, false));
    return [party, [...own, ...party.aliases.map((alias) => compared(text(alias), true))]];
  }));
  return namesOf;
}
// How well a part stands for the whole; a half is rounded to the even side, as Python does.
function share(part, whole) {
  const exact = naming.least + ((99 - naming.least) * part) / whole;
  const down = Math.floor(exact);
  if (exact - down !== 0.5) return Math.round(exact);
  return down % 2 ? down + 1 : down;
}
function byNumber(name, party) {
  const asked = name.normalize("NFKC").trim().toLowerCase();
  const known = [party.id, party.un, party.imo, ...party.listed].filter((number) => number).map((number) => number.toLowerCase());
  const plain = (number) => number.replace(noWord, "");
  const ship = party.imo && asked.replace(shipNumber, "") === party.imo;
  const listed = party.un && plain(asked) === plain(party.un.toLowerCase());
  return known.includes(asked) || ship || listed ? { how: "number", score: 100 } : null;
}
// Every word asked for is a word of the name; Chinese characters stand unparted, so two in a row count as a word.
function holdsWords(asked, name) {
  if (allIn(asked.words, name.words)) return true;
  return asked.count > 1 && han.test(asked.letters) && name.letters.includes(asked.letters);
}
function byName(asked, names) {
  const same = names.filter((name) => name.letters === asked.letters);
  if (same.length) return { how: same.some((name) => !name.alias) ? "name" : "alias", score: 100 };
  const parts = names.filter((name) => holdsWords(asked, name)).map((name) => share(asked.count, name.count));
  if (parts.length) return { how: "words", score: Math.max(...parts) };
  // Several names of one party in a row: an abbreviation behind it, or the other script.
  if (!allIn(asked.words, names.flatMap((name) => name.words))) return null;
  const whole = names.filter((name) => allIn(name.words, asked.words)).map((name) => name.count);
  return whole.length ? { how: "words", score: share(Math.max(...whole), asked.count) } : null;
}
// Who bears a name, best match first.
function called(name) {
  const asked = compared(name, false);
  if (!asked.letters) return [];
  const found = [...comparedNames()].flatMap(([party, names]) => {
    const match = byNumber(name, party) ?? byName(asked, names);
    return match ? [{ party, ...match }] : [];
  });
  return found.sort((one, two) => two.score - one.score || RANKS.indexOf(one.how) - RANKS.indexOf(two.how));
}
