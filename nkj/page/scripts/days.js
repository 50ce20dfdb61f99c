// Days as people write them, and the one search: which of some days come first.
const iso = (day) => new Date((day - EPOCH) * 864e5).toISOString().slice(0, 10);
function ordinal(year, month, day) {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  const found = Math.round(moment / 864e5) + EPOCH;
  const right = moment.getUTCMonth() === month - 1 && moment.getUTCFullYear() === year;
  return right && found >= 1 && found <= LAST ? found : null;
}
const lastOfMonth = (year, month) => {
  for (let day = 31; day > 27; day -= 1) {
    const found = ordinal(year, month, day);
    if (found !== null) return found;
  }
  return null;
};
function today() {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: data.zone }).format(new Date());
  return dayOf(parts);
}
// The last day of a year, of a month, or a day itself; parts are texts, those left out undefined.
function lastDayOf(year, month, day) {
  if (day !== undefined) return ordinal(Number(year), Number(month), Number(day));
  return lastOfMonth(Number(year), month === undefined ? 12 : Number(month));
}
const FORMS = [
  /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/,
  /^([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?$/,
  /^([0-9]{4})([0-9]{2})([0-9]{2})$/,
  /^([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?$/,
];
const eraNames = data.eras.map(([name]) => name).join("|");
const eraLetters = data.eras.map(([, letter]) => letter).join("");
const ERA_FORMS = [
  new RegExp(`^(${eraNames})([0-9]{1,2}|元)年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?$`),
  new RegExp(`^(${eraNames}|[${eraLetters}])([0-9]{1,2}|元)[./]([0-9]{1,2})[./]([0-9]{1,2})$`),
];
// The last day of an era's year, month or day that the era has; null where it has none of them.
function dayInEra([, name, number, month, day]) {
  const at = data.eras.findIndex((era) => era.includes(name));
  const begin = data.eras[at][2];
  const end = at + 1 < data.eras.length ? data.eras[at + 1][2] - 1 : LAST;
  const count = number === "元" ? 1 : Number(number);
  const year = Number(iso(begin).slice(0, 4)) + count - 1;
  const last = lastDayOf(year, month, day);
  const first = ordinal(year, Number(month ?? 1), Number(day ?? 1));
  if (count === 0 || last === null || first === null || last < begin || first > end) return null;
  return Math.min(last, end);
}
const dayById = new Map(data.ids.flatMap(([day, ...ids]) => ids.map((id) => [text(id), day])));
// A day as the command line takes it: a year and a month mean their last day. null for what is no day.
function dayOf(given) {
  const word = given.normalize("NFKC").trim();
  if (["today", "今日", "本日"].includes(word.toLowerCase())) return today();
  const tight = word.replace(/\s+/g, "");
  for (const form of FORMS) {
    const found = form.exec(tight);
    if (found) return lastDayOf(...found.slice(1));
  }
  for (const form of ERA_FORMS) {
    const found = form.exec(tight.slice(0, 1).toUpperCase() + tight.slice(1));
    if (found) return dayInEra(found);
  }
  const before = word.startsWith("before:") ? word.slice(7) : word.endsWith("^") ? word.slice(0, -1) : null;
  const id = (before ?? word).toLowerCase();
  if (!dayById.has(id)) return null;
  const found = dayById.get(id) - (before === null ? 0 : 1);
  return found >= 1 ? found : null;
}

// The number of `sorted` that are not after `day`: the only search there is.
function upTo(sorted, day) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
