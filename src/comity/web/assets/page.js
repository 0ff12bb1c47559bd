"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement, $ = id => document.getElementById(id);
const all = (query, under = document) => [...under.querySelectorAll(query)];
const el = (tag, text, attrs = {}) => { const n = document.createElement(tag); if (text != null) n.textContent = text; for (const k in attrs) n.setAttribute(k, attrs[k]); return n; };
let ui = root.dataset.ui, written = ui, shown = 0, current = null, opener = null;

/* Words */
const side = () => ui === "zh" ? 0 : 1;
const t = (key, ...values) => values.reduce((s, v) => s.replace("{}", () => v), data.ui[key][side()]);
const label = id => (data.labels[id] || [id, id])[side()];
const names = ids => ids.map(label).join(ui === "zh" ? "、" : ", ");
const say = (group, word) => ui === "zh" && data.zh[group][word] || word;
const GROUP = {event: "mode", position: "stance", tie: "relation"};
const word = c => c[GROUP[c.kind]];
const actors = c => [...(c.participants || []), ...(c.holders || []), c.from, c.to].filter(Boolean);

/* Claims, each with its line of the list, its number in the text and the marks over its words */
const claims = data.documents.flatMap((rows, n) => rows.map((row, i) => {
  const id = `${n}-${i}`, line = $(`c-${id}`);
  return {id, doc: n, row, line, link: line.firstElementChild, number: $(`m-${id}`), marks: [], on: true, words: haystack(row, line)};
}));
const claim = new Map(claims.map(c => [c.id, c]));
const marks = all("article mark").map(node => ({node, claims: node.dataset.claims.split(" ").map(id => claim.get(id)), lines: all("u", node)}));
for (const m of marks) for (const c of m.claims) c.marks.push(m.node);
const sections = all(".document");

/* What the search looks through: words, names and ids, dates, in both languages. */
function haystack(row, line) {
  const said = all("[data-en]", line).flatMap(n => [n.dataset.zh, n.dataset.en]);
  const plain = Object.entries(row).filter(([k]) => !["fields", "id", "document", "rule"].includes(k)).flatMap(([, v]) => Array.isArray(v) ? v : [v]);
  return [...said, ...plain, row.rule].filter(v => typeof v === "string").join("\n").toLowerCase();
}
function within(row, term) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(term) || !row.start || !row.end) return false;
  return row.start.slice(0, term.length) <= term && term <= row.end.slice(0, term.length);
}

/* Filters */
function filter() {
  const kinds = all("#kinds input:checked").map(x => x.value), name = $("name").value, actor = $("actor").value;
  const terms = $("search").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  for (const c of claims) {
    c.on = kinds.includes(c.row.kind) && (!name || `${c.row.kind}.${word(c.row)}` === name) && (!actor || actors(c.row).includes(actor))
      && terms.every(term => c.words.includes(term) || within(c.row, term));
    c.line.hidden = !c.on;
    if (c.number) c.number.style.display = c.on ? "" : "none";
  }
  for (const m of marks) {
    const on = new Set(m.claims.filter(c => c.on).map(c => c.row.kind));
    m.node.classList.toggle("off", !on.size);
    for (const u of m.lines) u.classList.toggle("off", !on.has(u.className.split(" ")[0]));
  }
  for (const u of all("#legend u")) u.hidden = !kinds.includes(u.className);
  if (current && !claim.get(current).on) close();
  tally(kinds, terms);
}
function tally(kinds, terms) {
  const here = claims.filter(c => c.doc === shown), on = here.filter(c => c.on).length;
  const link = $("count").firstElementChild;
  link.textContent = t("count", on, here.length); link.href = `#claims-${shown}`;
  for (const x of all("#kinds label")) x.querySelector("b").textContent = here.filter(c => c.row.kind === x.firstElementChild.value).length;
  const counts = sections.map(() => 0); for (const c of claims) if (c.on) counts[c.doc] += 1;
  sections.forEach((s, i) => {
    const list = s.querySelector(".claims"); all(".empty", list).forEach(n => n.remove());
    if (!counts[i]) list.append(el("li", t("none"), {class: "empty"}));
  });
  const set = [kinds.length < 3 && kinds.map(k => t(k)).join(" + "), ...["name", "actor"].map(i => $(i).value && $(i).selectedOptions[0].textContent), terms.join(" ")].filter(Boolean);
  const active = set.length || kinds.length < 3;
  $("filter").textContent = active ? `${t("filtered", set.join(" · ") || "–")} (${t("count", claims.filter(c => c.on).length, claims.length)})` : "";
  $("filter").classList.toggle("active", Boolean(active));
  /* Under a filter only documents with fitting claims are listed. */
  all("#switch li").forEach((n, i) => { n.hidden = active && !counts[i] && i !== shown; n.querySelector(".tally").textContent = counts[i]; });
}

/* The page in one of its languages */
function options(select, first, values) {
  const before = select.value;
  select.replaceChildren(el("option", t(first), {value: ""}), ...values.map(([v, text]) => el("option", text, {value: v})));
  select.value = before;
  if (select.selectedIndex < 0) select.value = "";
}
function unique(values, text) {
  return [...new Set(values)].map(v => [v, text(v)]).sort((a, b) => a[1].localeCompare(b[1], ui));
}
function rewrite() {
  for (const n of all("[data-en]")) n.textContent = n.dataset[ui];
  for (const n of all(".about, .findings")) n.lang = ui;
  for (const c of claims) if (c.number) c.number.setAttribute("aria-label", `${t("claim", Number(c.id.split("-")[1]) + 1)}: ${heading(c).map(n => n.textContent).join(" ")}`);
  written = ui;
}
function draw() {
  root.lang = ui; root.dataset.ui = ui;
  if (ui !== written) rewrite();
  $("tools").setAttribute("aria-label", t("tools")); $("kinds").firstElementChild.textContent = t("kinds");
  for (const x of all("#kinds input")) x.nextElementSibling.textContent = t(x.value);
  $("name").setAttribute("aria-label", t("name")); $("actor").setAttribute("aria-label", t("actor"));
  $("search").placeholder = t("search"); $("search").setAttribute("aria-label", t("search"));
  $("language").textContent = t("language"); $("language").lang = ui === "zh" ? "en" : "zh";
  options($("name"), "names", unique(claims.map(c => `${c.row.kind}.${word(c.row)}`), v => { const [kind, w] = v.split("."); return `${say(GROUP[kind], w)} · ${t(kind)}`; }));
  options($("actor"), "actors", unique(claims.flatMap(c => actors(c.row)), label));
  filter();
  if (current) card(claim.get(current));
}
function turn(n) {
  shown = n;
  sections.forEach((s, i) => s.classList.toggle("open", i === n));
  all("#switch a").forEach((a, i) => i === n ? a.setAttribute("aria-current", "page") : a.removeAttribute("aria-current"));
  if (current && claim.get(current).doc !== n) close();
}

/* The card */
const heading = c => all("b, .who, em", c.link);
const FIELDS = ["mode", "relation", "stance", "participants", "roles", "holders", "from", "to", "grade", "start", "end", "precision", "resolved", "place", "frame", "ordinal", "count", "status", "target", "addressees", "deadline", "topics", "track", "section"];
function value(key, v) {
  if (v == null || v === "" || v === "none" || (Array.isArray(v) && !v.length) || (key === "count" && v === 1)) return "";
  if (["participants", "holders", "addressees"].includes(key)) return names(v);
  if (["frame", "from", "to"].includes(key)) return label(v);
  if (key === "roles") return Object.entries(v).map(([role, ids]) => `${say("role", role)}: ${names(ids)}`).join("; ");
  if (key === "topics") return v.map(x => say("topic", x)).join(ui === "zh" ? "、" : ", ");
  return data.zh[key] ? say(key, v) : String(v);
}
function card(c) {
  const box = $("card"), r = c.row, moves = el("div", null, {class: "moves"});
  for (const [sign, key, act] of [["‹", "previous", () => step(-1)], ["›", "next", () => step(1)], ["×", "close", () => close(true)]]) {
    const b = el("button", sign, {type: "button", "aria-label": t(key), title: t(key)}); b.onclick = act; moves.append(b);
  }
  const h = el("h3", null, {id: "card-title", class: r.kind});
  for (const n of heading(c)) h.append(n.cloneNode(true), " ");
  const by = [t("by", r.issuer ? label(r.issuer) : t("unknown")), r.speaker && r.speaker !== r.issuer && t("speaker", label(r.speaker)), `${t("rule")} ${r.rule}`];
  const dl = el("dl");
  for (const key of FIELDS) {
    const text = value(key, r[key]), spans = r.fields[key]; if (!text) continue;
    const dd = el("dd", spans ? null : text);
    if (spans) {
      const b = el("button", text, {type: "button", class: "why", title: t("show")});
      b.onmouseenter = b.onfocus = () => light(spans); b.onmouseleave = b.onblur = () => light([]);
      b.onclick = () => { light(spans); reveal(all(`#doc-${c.doc} .hit`)); };
      dd.append(b);
    }
    dl.append(el("dt", data.ui.fields[key][side()]), dd);
  }
  box.setAttribute("role", "region"); box.setAttribute("aria-labelledby", "card-title");
  box.replaceChildren(moves, h, el("p", by.filter(Boolean).join(" · "), {class: "by"}), dl);
  box.scrollTop = 0;
}
function open(id, from, near) {
  const c = claim.get(id); if (!c) return;
  if (c.doc !== shown) { turn(c.doc); filter(); }
  mark(false); current = id; opener = from || opener || c.number;
  const holder = sections[c.doc].querySelector("aside");
  if ($("card").parentNode !== holder) holder.prepend($("card"));
  card(c); $("card").hidden = false; root.classList.add("carded"); mark(true);
  $("card").focus({preventScroll: true});
  reveal(c.marks, near);
  const list = c.line.parentNode; if (list.scrollHeight > list.clientHeight) list.scrollTop = c.line.offsetTop - list.offsetTop - 60;
  address(`#c-${id}`);
}
/* Each claim has an address to pass on; where the browser refuses one, the page works without. */
function address(to) { try { history.replaceState(null, "", to); } catch { /* no address */ } }
function mark(on) {
  const c = claim.get(current); if (!c) return;
  for (const m of c.marks) m.classList.toggle("now", on);
  for (const n of [c.link, c.number]) if (n) n.setAttribute("aria-expanded", on);
}
function close(back) {
  if (!current) return;
  mark(false); light([]); $("card").hidden = true; root.classList.remove("carded"); current = null;
  if (back && opener && opener.isConnected) opener.focus({preventScroll: true});
  opener = null; address(location.pathname + location.search);
}
function step(by) {
  const on = claims.filter(c => c.on && c.doc === shown), at = on.findIndex(c => c.id === current);
  if (!on.length) return;
  const next = on[(at + by + on.length) % on.length]; opener = next.number || next.link; open(next.id, opener);
}

/* Show words where neither the filters nor the card hide them. */
function reveal(nodes, near) {
  if (!nodes.length) return;
  const boxes = nodes.map(n => n.getBoundingClientRect()), sheet = getComputedStyle($("card")).position === "fixed" && !$("card").hidden;
  const bar = getComputedStyle($("tools")).position === "sticky" ? $("tools").offsetHeight : 0;
  const low = bar + 12, high = (sheet ? $("card").getBoundingClientRect().top : innerHeight) - 12;
  let top = Math.min(...boxes.map(b => b.top)), bottom = Math.max(...boxes.map(b => b.bottom));
  if (bottom - top > high - low && near) ({top, bottom} = near.getBoundingClientRect());
  if (top >= low && bottom <= high) return;
  scrollBy(0, top - Math.max(low, low + (high - low - (bottom - top)) / 3));
}
function light(spans) {
  const wanted = spans.length && !Array.isArray(spans[0]) ? [spans] : spans;
  for (const n of all(".hit")) n.classList.remove("hit");
  if (wanted.length) for (const n of all(`#doc-${shown} [data-at]`)) {
    const a = Number(n.dataset.at), b = a + [...n.textContent].length;
    if (wanted.some(([s, e]) => a < e && s < b)) n.classList.add("hit");
  }
}

/* Hands: every number and every line of the list is a button; words can be clicked too. */
for (const c of claims) for (const n of [c.number, c.link]) if (n) {
  n.setAttribute("role", "button"); n.setAttribute("aria-expanded", "false"); n.setAttribute("aria-controls", "card");
  n.addEventListener("click", e => { if (e.metaKey || e.ctrlKey) return; e.preventDefault(); open(c.id, n); });
  n.addEventListener("keydown", e => { if (e.key === " ") { e.preventDefault(); open(c.id, n); } });
}
for (const m of marks) m.node.addEventListener("click", () => {
  if (!getSelection().isCollapsed) return;
  const on = m.claims.filter(c => c.on); if (!on.length) return;
  const c = on[(on.findIndex(x => x.id === current) + 1) % on.length];
  open(c.id, c.number || c.link, m.node);
});
all("#switch a").forEach((a, i) => a.addEventListener("click", e => { e.preventDefault(); turn(i); filter(); scrollTo(0, 0); sections[i].querySelector("h1").scrollIntoView({block: "nearest"}); address(`#doc-${i}`); }));
document.addEventListener("keydown", e => {
  if (e.key === "Escape" && e.target.tagName !== "SELECT") return close(true);
  if (!current || !e.target.closest("#card, .claims") || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "j" || e.key === "ArrowRight") step(1); else if (e.key === "k" || e.key === "ArrowLeft") step(-1);
});
$("tools").addEventListener("submit", e => e.preventDefault());
$("tools").addEventListener("input", filter);
$("language").addEventListener("click", () => { ui = ui === "zh" ? "en" : "zh"; draw(); });
const bar = () => root.style.setProperty("--bar", getComputedStyle($("tools")).position === "sticky" ? `${$("tools").offsetHeight}px` : "0px");
new ResizeObserver(bar).observe($("tools"));

root.classList.add("js");
function arrive() {
  const [, what, n] = location.hash.match(/^#(doc|c|m|l|claims)-(\d+)/) || [];
  turn(what && n < sections.length ? Number(n) : shown);
  filter();
  if (what === "c" || what === "m") open(location.hash.slice(3));
  else if (what === "l") $(location.hash.slice(1))?.scrollIntoView({block: "center"});
}
draw(); bar(); arrive();
addEventListener("hashchange", arrive);
/* The browser leads to an address's line of the list when all is loaded; what was asked for is the words. */
addEventListener("load", () => requestAnimationFrame(() => { if (current) reveal(claim.get(current).marks); }));
})();
