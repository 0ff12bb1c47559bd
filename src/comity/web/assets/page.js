"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const words = {
  zh: {event: "事件", position: "立场", tie: "关系", claims: "文中的说法", search: "搜索", all: "全部类别", actors: "全部行为体", by: "据", says: "的文件",
    speaker: "转述", findings: "版面修复与存疑", incomplete: "本文不完整", missing: "缺", language: "English", none: "没有说法", rule: "规则", line: "第{}行", close: "关闭",
    mode: "类型", participants: "参与方", roles: "角色", start: "开始", end: "结束", precision: "精度", resolved: "日期来源", place: "地点", frame: "框架", ordinal: "届次", count: "次数", status: "状态", track: "领域", holders: "持有者", stance: "态度", target: "内容", topics: "议题", addressees: "对象", deadline: "期限", relation: "关系", from: "甲方", to: "乙方", grade: "定位", section: "章节", root: "大类"},
  en: {event: "events", position: "positions", tie: "ties", claims: "What the text says", search: "Search", all: "all types", actors: "all actors", by: "as stated by", says: "",
    speaker: "reported words of", findings: "Repairs and suspicions", incomplete: "This document is incomplete", missing: "missing", language: "中文", none: "No claims", rule: "rule", line: "line {}", close: "Close",
    mode: "mode", participants: "participants", roles: "roles", start: "start", end: "end", precision: "precision", resolved: "date resolved", place: "place", frame: "frame", ordinal: "ordinal", count: "count", status: "status", track: "track", holders: "holders", stance: "stance", target: "target", topics: "topics", addressees: "addressees", deadline: "deadline", relation: "relation", from: "from", to: "to", grade: "grade", section: "section", root: "root"}};
let ui = data.language, shown = 0, current = null;
const $ = id => document.getElementById(id);
const t = key => words[ui][key] || key;
const el = (tag, text, attrs = {}) => { const n = document.createElement(tag); if (text != null) n.textContent = text; for (const k in attrs) n.setAttribute(k, attrs[k]); return n; };
const label = id => (data.labels[id] || [id, id])[ui === "zh" ? 0 : 1];
const names = ids => (ids || []).map(label).join(ui === "zh" ? "、" : ", ");
const kindName = c => c.mode || c.stance || c.relation;
const head = c => c.kind === "event" ? `${c.mode} · ${names(c.participants)}` : c.kind === "position" ? `${names(c.holders)} · ${c.stance}` : `${label(c.from)} · ${c.relation} · ${label(c.to)}`;
const dates = c => c.start ? (c.start === c.end ? c.start : `${c.start} – ${c.end || "…"}`) : "";
const actorsOf = c => [...(c.participants || []), ...(c.holders || []), c.from, c.to].filter(Boolean);
const doc = () => data.documents[shown];

function visible(c) {
  const kinds = [...document.querySelectorAll("#tools input[type=checkbox]:checked")].map(x => x.value);
  const q = $("search").value.trim().toLowerCase();
  return kinds.includes(c.kind) && (!$("name").value || kindName(c) === $("name").value) && (!$("actor").value || actorsOf(c).includes($("actor").value))
    && (!q || (c.quote + head(c) + (c.frame || "") + (c.target || "")).toLowerCase().includes(q));
}
function options(select, first, values, show) {
  const before = select.value; select.replaceChildren(el("option", first, {value: ""}));
  for (const v of values) select.append(el("option", show(v), {value: v}));
  select.value = values.includes(before) ? before : "";
}
function draw() {
  document.documentElement.lang = ui;
  for (const n of document.querySelectorAll("[data-i]")) n.textContent = t(n.dataset.i);
  const d = doc();
  $("title").textContent = d.title || "comity";
  $("about").textContent = [label(d.issuer), d.issued, d.complete ? "" : t("incomplete") + (d.missing.length ? ` (${t("missing")}: ${d.missing.join(" · ")})` : "")].filter(Boolean).join(" · ");
  $("language").textContent = t("language"); $("search").placeholder = t("search"); $("search").setAttribute("aria-label", t("search"));
  $("name").setAttribute("aria-label", t("all")); $("actor").setAttribute("aria-label", t("actors"));
  options($("name"), t("all"), [...new Set(d.claims.map(kindName))].sort(), v => v);
  options($("actor"), t("actors"), [...new Set(d.claims.flatMap(actorsOf))].sort(), label);
  for (const k of ["event", "position", "tie"]) $("n-" + k).textContent = d.claims.filter(c => c.kind === k).length;
  document.querySelectorAll("article").forEach((a, i) => { a.hidden = i !== shown; });
  const nav = $("switch"); nav.replaceChildren(); nav.hidden = data.documents.length < 2;
  data.documents.forEach((x, i) => { const b = el("button", x.title || `${i + 1}`, {type: "button", "aria-pressed": i === shown}); b.onclick = () => { shown = i; close(); draw(); }; nav.append(b); });
  $("findings").hidden = !d.findings.length; $("findings").querySelector("summary").textContent = `${t("findings")} (${d.findings.length})`;
  $("findings").querySelector("ul").replaceChildren(...d.findings.map(f => el("li", `${t("line").replace("{}", f.line)}: ${f.kind} – ${f.message}`)));
  list(); notes();
}
function list() {
  const d = doc(), on = new Set(d.claims.map((c, i) => visible(c) ? `${shown}-${i}` : null));
  $("list").replaceChildren(...d.claims.map((c, i) => {
    if (!visible(c)) return null;
    const li = el("li", null, {class: c.kind}), b = el("button", head(c), {type: "button", "data-id": `${shown}-${i}`});
    b.append(el("small", [dates(c), c.frame && label(c.frame), c.target].filter(Boolean).join(" · ").slice(0, 140)));
    b.onclick = () => open(`${shown}-${i}`, true); li.append(b); return li;
  }).filter(Boolean));
  if (!$("list").children.length) $("list").append(el("li", t("none")));
  for (const m of document.querySelectorAll(`#doc-${shown} mark`)) {
    const live = m.dataset.claims.split(" ").filter(x => on.has(x));
    m.classList.toggle("off", !live.length); m.tabIndex = live.length && first(m, live[0]) ? 0 : -1;
    m.dataset.n = m.dataset.claims.split(" ").filter(id => first(m, id)).map(id => Number(id.split("-")[1]) + 1).join(",");
    if (live.length) { m.setAttribute("role", "button"); m.setAttribute("aria-label", `${head(claim(live[0]))}: ${m.textContent}`); } else m.removeAttribute("role");
  }
}
const seen = new Map();
const first = (m, id) => { if (!seen.has(id)) seen.set(id, m); return seen.get(id) === m; };
const claim = id => { const [n, i] = id.split("-").map(Number); return data.documents[n].claims[i]; };
const flat = spans => spans && spans.length && Array.isArray(spans[0]) ? spans : spans && spans.length ? [spans] : [];
function highlight(spans) {
  for (const n of document.querySelectorAll(".hit")) n.classList.remove("hit");
  for (const n of document.querySelectorAll(`#doc-${shown} [data-at]`)) {
    const a = Number(n.dataset.at), b = a + [...n.textContent].length;
    if (flat(spans).some(([s, e]) => a < e && s < b)) n.classList.add("hit");
  }
}
function open(id, scroll) {
  current = id; const c = claim(id), card = $("card"); card.replaceChildren();
  for (const m of document.querySelectorAll("mark.now")) m.classList.remove("now");
  const mine = [...document.querySelectorAll(`#doc-${shown} mark`)].filter(m => m.dataset.claims.split(" ").includes(id));
  mine.forEach(m => m.classList.add("now"));
  if (scroll && mine[0]) mine[0].scrollIntoView({block: "center"});
  const x = el("button", "×", {type: "button", class: "close", "aria-label": t("close")}); x.onclick = close; card.append(x);
  card.append(el("h3", head(c)));
  card.append(el("p", `${t("by")} ${label(c.issuer || "?")}${t("says")}${c.speaker ? ` · ${t("speaker")} ${label(c.speaker)}` : ""} · ${t("rule")} ${c.rule}`, {class: "by"}));
  const dl = el("dl");
  for (const k of ["mode", "participants", "start", "end", "precision", "resolved", "place", "frame", "ordinal", "count", "status", "track", "stance", "holders", "target", "addressees", "deadline", "topics", "relation", "from", "to", "grade", "section"]) {
    let v = c[k]; if (v == null || v === "" || (Array.isArray(v) && !v.length) || (k === "count" && v === 1)) continue;
    if (["participants", "holders", "addressees"].includes(k)) v = names(v); else if (["frame", "from", "to"].includes(k)) v = label(v); else if (Array.isArray(v)) v = v.join(", ");
    const dd = el("dd", v), spans = c.fields[k];
    if (spans) { dd.tabIndex = 0; dd.onmouseenter = dd.onfocus = () => highlight(spans); dd.onmouseleave = dd.onblur = () => highlight([]); }
    dl.append(el("dt", t(k)), dd);
  }
  card.append(dl); card.hidden = false;
  for (const b of document.querySelectorAll("#list button")) b.setAttribute("aria-current", b.dataset.id === id);
}
function close() { $("card").hidden = true; current = null; highlight([]); for (const m of document.querySelectorAll("mark.now")) m.classList.remove("now"); }
function step(by) {
  const ids = [...document.querySelectorAll("#list button")].map(b => b.dataset.id).filter(Boolean);
  if (ids.length) open(ids[(ids.indexOf(current) + by + ids.length) % ids.length], true);
}
function notes() {
  const table = el("table"), row = el("tr"); for (const h of ["#", t("claims"), ""]) row.append(el("th", h)); table.append(row);
  doc().claims.forEach((c, i) => { const r = el("tr"); r.append(el("td", i + 1), el("td", `${head(c)} ${dates(c)} ${c.frame ? label(c.frame) : ""}`), el("td", c.quote)); table.append(r); });
  $("notes").replaceChildren(table);
}
$("texts").addEventListener("click", e => { const m = e.target.closest("mark"); if (!m || m.classList.contains("off")) return; const ids = m.dataset.claims.split(" ").filter(id => visible(claim(id))); open(ids[(ids.indexOf(current) + 1) % ids.length]); });
$("texts").addEventListener("mouseover", e => { const m = e.target.closest("mark"); if (m && !m.classList.contains("off") && $("card").hidden) { m.title = m.dataset.claims.split(" ").filter(id => visible(claim(id))).map(id => head(claim(id))).join("\n"); } });
document.addEventListener("keydown", e => {
  if (["INPUT", "SELECT"].includes(e.target.tagName)) { if (e.key === "Escape") e.target.blur(); return; }
  if (e.key === "Escape") close();
  else if (e.key === "j" || e.key === "ArrowRight") step(1);
  else if (e.key === "k" || e.key === "ArrowLeft") step(-1);
  else if (e.key === "Enter" && e.target.tagName === "MARK") e.target.click();
});
$("tools").addEventListener("change", list); $("search").addEventListener("input", list);
$("language").onclick = () => { ui = ui === "zh" ? "en" : "zh"; draw(); if (current) open(current); };
draw();
})();
