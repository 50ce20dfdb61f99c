// What the page knows, and its words in the language that is shown.
const EPOCH = 719163; // 1970-01-01 as an ordinal, the way Python counts days
const LAST = 3652059; // 9999-12-31
const data = JSON.parse(document.getElementById("data").textContent);
const by = (id) => document.getElementById(id);
const measureById = new Map(data.measures.map((measure) => [measure.id, measure]));
const bargainById = new Map(data.bargains.map((bargain) => [bargain.id, bargain]));
const firstDay = data.from ?? data.days[0] ?? EPOCH;
const lastDay = data.through ?? data.days[data.days.length - 1] ?? EPOCH;
let language = Math.max(0, data.languages.indexOf(document.documentElement.lang));

// A text stands once for all languages or once for each.
function text(place) {
  const told = data.strings[place];
  return typeof told === "string" ? told : told[language];
}
function say(key, fill = {}) {
  const told = text(data.words[key]);
  return told.replace(/\{(\w+)\}/g, (all, name) => (name in fill ? fill[name] : all));
}
function counted(key, count) {
  const forms = say(key).split("|");
  return (count === 1 ? forms[0] : forms[forms.length - 1]).replace("{count}", count);
}
