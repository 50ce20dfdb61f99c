// Amounts as people type them (nkj/amounts.py), and as each language writes them.
const SIZES = new Map([
  ["", 1n], ["k", 10n ** 3n], ["thousand", 10n ** 3n], ["m", 10n ** 6n], ["mn", 10n ** 6n], ["million", 10n ** 6n],
  ["bn", 10n ** 9n], ["billion", 10n ** 9n], ["千", 10n ** 3n], ["万", 10n ** 4n], ["億", 10n ** 8n], ["兆", 10n ** 12n],
]);
const LONGEST = 40;
const EXACT = 10n ** BigInt(LONGEST); // parts of one unit are counted too, so that 0.5 million is exact
const GROUPED = /^(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9][0-9_]*(?:\.[0-9]+)?)$/;

function bare(said, units) {
  let plain = said.normalize("NFKC").toLowerCase().replace(/\p{Sc}/gu, "").trim();
  for (const unit of units) {
    if (unit && plain.endsWith(unit.toLowerCase())) plain = plain.slice(0, -unit.length).trim();
  }
  return plain;
}
// The whole number that an amount says; null for what is none.
function amountOf(said, units) {
  let rest = bare(said, units);
  if (!rest || said.length > LONGEST) return null;
  let total = 0n;
  let last = null;
  while (rest) {
    const part = /^([0-9][0-9,_]*(?:\.[0-9]+)?)\s*([a-z千万億兆]*)/.exec(rest);
    const size = part && GROUPED.test(part[1]) ? SIZES.get(part[2]) : undefined;
    if (size === undefined || (last !== null && size >= last)) return null;
    const [whole, fraction = ""] = part[1].replace(/[,_]/g, "").split(".");
    total += (BigInt(whole + fraction) * size * EXACT) / 10n ** BigInt(fraction.length);
    last = size;
    rest = rest.slice(part[0].length).trimStart();
  }
  return total % EXACT === 0n ? Number(total / EXACT) : null;
}
// In Japanese a round amount goes by its myriads.
function amount(value) {
  for (const [size, unit] of [[1e8, "億"], [1e4, "万"]]) {
    if (data.languages[language] === "ja" && value && value % size === 0) return `${(value / size).toLocaleString("en-US")}${unit}`;
  }
  return value.toLocaleString("en-US");
}
