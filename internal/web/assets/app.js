// Everything here only makes faster what the pages do without it: keys, drafts kept on the device,
// smaller photographs, the word that the network is away.
(() => {
  "use strict";
  const doc = document, root = doc.documentElement;
  const $ = (s, at = doc) => at.querySelector(s);
  const all = (s, at = doc) => [...at.querySelectorAll(s)];
  root.classList.add("js");

  // Keys. Rows are links of class go (or drafts, on the page of readings); a focused row is the row in hand.
  const shown = (e) => e.offsetParent !== null || e.getClientRects().length > 0;
  const stops = () => all("[data-draft-row], a.go").filter((e) => shown(e) && !(e.matches("a.go") && e.closest("[data-draft-row]")));
  const goOf = (e) => e.matches("a.go") ? e : $("a.go, input, textarea", e);
  const inHand = () => { const at = doc.activeElement; return stops().findIndex((e) => e === at || e.contains(at)); };
  function step(by) {
    const list = stops();
    if (!list.length) return;
    let at = inHand();
    at = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
    const to = goOf(list[at]);
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  }
  // A reading ties each field to its words: the row in hand lights its sentence, a field lights what it was read from.
  const told = { more: "who", "more.q": "who", owners: "who", limit: "when" }, asked = { who: "owners", when: "limit", many: "subject" };
  function light(row, mark) {
    const n = row.dataset.draftRow, of = (s) => all(`.text ${s}[data-n~="${n}"]`);
    all(".text .on, .text .lit").forEach((q) => q.classList.remove("on", "lit"));
    const words = [...of("a")], lit = mark ? of("u." + mark) : [];
    words.forEach((q) => q.classList.add("on"));
    lit.forEach((q) => q.classList.add("lit"));
    bring(lit[0] || words[0]);
  }
  // Where the text has a column of its own the words come into sight there; the page, and the row with it, stays.
  function bring(word) {
    const col = word?.closest(".col");
    if (!col || getComputedStyle(col).overflowY !== "auto") return;
    const w = word.getBoundingClientRect(), c = col.getBoundingClientRect();
    if (w.top < Math.max(c.top, 0) || w.bottom > Math.min(c.bottom, innerHeight)) col.scrollTop += w.top - c.top - 80;
  }
  doc.addEventListener("focusin", (e) => { const row = e.target.closest("[data-draft-row]"); if (row) light(row, told[e.target.name]); });
  // Opens the draft of a row at a field: in place if it is in hand already, else by its page.
  function openAt(row, mark) {
    const f = row.matches(".edit") && field(row, asked[mark]);
    if (f) { f.focus(); return true; }
    if (!row.dataset.at || !row.dataset.edit) return false;
    const to = new URL(row.dataset.edit, location.href);
    to.searchParams.set("at", mark);
    location.assign(to);
    return true;
  }
  const field = (row, name) => $(`[name="${name}"]:checked`, row) || $(`[name="${name}"]`, row) || (name === "owners" && $(`[name="more.q"]`, row));
  doc.addEventListener("click", (e) => {
    const u = e.target.closest(".text u[data-n]"), row = u && doc.querySelector(`[data-draft-row="${u.dataset.n.split(" ")[0]}"]`);
    if (row && !e.ctrlKey && !e.metaKey && openAt(row, u.className.split(" ")[0])) e.preventDefault();
  });
  const rowInHand = () => doc.activeElement?.closest("[data-draft-row]");
  function nextDoubt() {
    const list = all("[data-draft-row]"), open = list.filter((r) => r.dataset.doubt !== undefined);
    if (!open.length) return false;
    const at = list.indexOf(rowInHand()), next = open.find((r) => list.indexOf(r) > at) || open[0];
    const to = $("a.go, textarea", next);
    to.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  }
  // Splitting and merging have pages of their own; a selected piece of the text makes a new one instead.
  function takeApart(act) {
    const row = rowInHand();
    if (!row?.dataset.at) return false;
    location.assign(act === "split" ? row.dataset.at + "/split" : row.dataset.at.replace(/[^/]+$/, (id) => "merge?with=" + id));
    return true;
  }
  function press(name) {
    const list = stops(), at = inHand(), here = at < 0 ? null : list[at].closest(".row") || list[at];
    const b = (here && $(`[data-key="${name}"]`, here)) || $(`main [data-key="${name}"]:not(.row *)`);
    if (!b) return false;
    b.matches("a, button") ? b.click() : b.focus();
    return true;
  }
  // After a decision the page comes back at the next draft: it is the row in hand.
  function takeUp() {
    const at = doc.getElementById(location.hash.slice(1));
    const mark = new URLSearchParams(location.search).get("at"), name = asked[mark];
    if (!at?.matches("[data-draft-row]") || $(".errs")) return;
    at.scrollIntoView({ block: "nearest" });
    light(at, mark);
    ((name && field(at, name)) || $("textarea, a.go", at))?.focus({ preventScroll: true });
  }
  function markNew() {
    const box = $("[data-mark-new]"), text = String(getSelection()).trim();
    if (!box || !text) return false;
    $("input[name=text]", box).value = text;
    box.requestSubmit();
    return true;
  }
  doc.addEventListener("keydown", (e) => {
    const typing = e.target.matches("input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable]");
    if ((e.ctrlKey || e.metaKey) && e.key === "Enter" && e.target.form && (typing || e.target.closest(".edit"))) { e.preventDefault(); e.target.form.requestSubmit(); return; }
    if (e.key === "Enter" && e.target.matches("form[method=post] input[type=search]")) { e.preventDefault(); return; }
    if (e.key === "Escape" && typing) { e.target.blur(); return; }
    if (typing || e.ctrlKey || e.metaKey || e.altKey || $("dialog[open]")) return;
    const done = () => e.preventDefault();
    switch (e.key) {
      case "j": case "ArrowDown": if (e.key === "j" || inHand() >= 0) { step(1); done(); } break;
      case "k": case "ArrowUp": if (e.key === "k" || inHand() >= 0) { step(-1); done(); } break;
      case "/": { const f = $("input[type=search]"); if (f && shown(f)) { f.focus(); f.select(); done(); } break; }
      case "?": { const d = $("#keys"); if (d) { d.showModal(); done(); } break; }
      case "Enter": if (e.target.closest("[data-draft-row]") && press("accept")) done(); break;
      case "n": if (nextDoubt() || press("n")) done(); break;
      case "o": case "d": { const row = rowInHand(); if (row && openAt(row, e.key === "o" ? "who" : "when")) done(); break; }
      case "s": if (takeApart("split")) done(); break;
      case "m": if (markNew() || takeApart("merge")) done(); break;
      case "a": case "e": case "x": case "u": case "p": if (press(e.key)) done(); break;
    }
  });
  doc.addEventListener("click", (e) => {
    const t = e.target.closest("[data-show],[data-print],[data-close],[data-next-doubt]");
    if (!t) return;
    if (t.matches("[data-next-doubt]") && nextDoubt()) e.preventDefault();
    if (t.matches("[data-show]")) { const d = doc.getElementById(t.dataset.show); if (d) { e.preventDefault(); d.showModal(); } }
    if (t.matches("[data-print]")) { e.preventDefault(); print(); }
    if (t.matches("[data-close]")) t.closest("dialog").close();
  });
  const unhide = (at) => all("[data-js]", at).forEach((e) => { e.hidden = false; });

  // Drafts: what is typed in form[data-draft] stays on this device until the server has taken it. Never passwords or files.
  const week = 7 * 864e5, box = "draft:";
  const store = { get(k) { try { return JSON.parse(localStorage.getItem(k)); } catch { return null; } }, set(k, v) { try { localStorage.setItem(k, JSON.stringify(v)); } catch { /* full or refused: the page still works */ } }, del(k) { try { localStorage.removeItem(k); } catch { /* same */ } } };
  function sweep() {
    try {
      const sent = sessionStorage.getItem("sent"), bad = $(".errs, [data-kept]");
      if (sent && !bad && !$(`form[data-draft="${CSS.escape(sent)}"]`)) { store.del(box + sent); sessionStorage.removeItem("sent"); }
      const signedOut = root.dataset.out !== undefined;
      Object.keys(localStorage).filter((k) => k.startsWith(box)).forEach((k) => { const d = store.get(k); if (signedOut && !root.dataset.keep || !d || Date.now() - d.at > week) store.del(k); });
    } catch { /* storage refused */ }
  }
  const fields = (f) => [...f.elements].filter((e) => e.name && !/^(hidden|password|file|submit|button)$/.test(e.type));
  // What the server had put into a field: a draft is put back only onto the same ground it was typed on.
  const ground = (e) => /radio|checkbox/.test(e.type) ? e.defaultChecked : e.options ? [...e.options].findIndex((o) => o.defaultSelected) : e.defaultValue;
  const typed = (e) => /radio|checkbox/.test(e.type) ? e.checked : e.value;
  const nameOf = (e) => /radio|checkbox/.test(e.type) ? e.name + "=" + e.value : e.name;
  function remember(f) {
    const v = {};
    fields(f).forEach((e) => { v[nameOf(e)] = [ground(e), typed(e)]; });
    store.set(box + f.dataset.draft, { at: Date.now(), v });
  }
  function recall(f) {
    const d = store.get(box + f.dataset.draft);
    if (!d || $(".errs")) return;
    let changed = false;
    fields(f).forEach((e) => {
      const [was, now] = d.v[nameOf(e)] || [];
      if (now === undefined || was !== ground(e) || now === typed(e)) return;
      if (/radio|checkbox/.test(e.type)) e.checked = now; else e.value = now;
      changed = true;
    });
    const say = $("[data-restored]", f);
    if (changed && say) {
      say.hidden = false;
      $("button", say)?.addEventListener("click", () => { store.del(box + f.dataset.draft); f.reset(); say.hidden = true; });
    }
  }
  function drafts(at) {
    all("form[data-draft]", at).forEach((f) => {
      recall(f);
      let wait;
      f.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(() => remember(f), 300); });
      f.addEventListener("submit", (e) => {
        remember(f);
        if (!navigator.onLine) { e.preventDefault(); net(); return; }
        try { sessionStorage.setItem("sent", f.dataset.draft); } catch { /* refused */ }
      });
    });
  }
  doc.addEventListener("submit", (e) => {
    const b = e.submitter;
    if (e.defaultPrevented || !b || b.name || e.target.matches("[data-hx-post],[data-hx-get]")) return;
    setTimeout(() => { b.disabled = true; setTimeout(() => { b.disabled = false; }, 8000); });
  });
  addEventListener("pageshow", () => all("button[disabled]").forEach((b) => { b.disabled = false; }));

  // Photographs: at most 1600 px and about 300 KB leave the phone; where and when the picture was taken goes with it.
  async function exifOf(file) {
    const b = new DataView(await file.slice(0, 131072).arrayBuffer());
    if (b.byteLength < 4 || b.getUint16(0) !== 0xffd8) return null;
    for (let at = 2; at + 10 < b.byteLength && b.getUint8(at) === 0xff;) {
      const mark = b.getUint16(at), len = b.getUint16(at + 2);
      if (mark === 0xffda || at + 2 + len > b.byteLength) return null;
      if (mark === 0xffe1 && b.getUint32(at + 4) === 0x45786966) { upright(b, at + 10); return b.buffer.slice(at, at + 2 + len); }
      at += 2 + len;
    }
    return null;
  }
  function upright(b, tiff) {
    const le = b.getUint16(tiff) === 0x4949, ifd = tiff + b.getUint32(tiff + 4, le);
    if (ifd + 2 > b.byteLength) return;
    for (let i = 0, n = b.getUint16(ifd, le); i < n; i++) {
      const e = ifd + 2 + 12 * i;
      if (e + 12 > b.byteLength) return;
      if (b.getUint16(e, le) === 0x0112) b.setUint16(e + 8, 1, le);
    }
  }
  async function shrink(file) {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 300 * 1024) return file;
    const exif = await exifOf(file).catch(() => null);
    const img = await createImageBitmap(file, { imageOrientation: "from-image" });
    const k = Math.min(1, 1600 / Math.max(img.width, img.height));
    const c = Object.assign(doc.createElement("canvas"), { width: Math.round(img.width * k), height: Math.round(img.height * k) });
    c.getContext("2d").drawImage(img, 0, 0, c.width, c.height);
    const out = await new Promise((r) => c.toBlob(r, "image/jpeg", 0.8));
    if (!out || out.size >= file.size) return file;
    const body = await out.arrayBuffer(), parts = exif ? [body.slice(0, 2), exif, body.slice(2)] : [body];
    return new File(parts, file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified });
  }
  doc.addEventListener("change", async (e) => {
    const f = e.target;
    if (!f.matches("input[type=file]")) return;
    const list = [...f.files];
    if (f.dataset.shrink !== undefined && window.createImageBitmap && window.DataTransfer) {
      const t = new DataTransfer();
      for (const one of list) t.items.add(await shrink(one).catch(() => one));
      f.files = t.files;
    }
    const say = doc.getElementById(f.id + "-names");
    if (say) say.textContent = [...f.files].map((x) => `${x.name}, ${Math.ceil(x.size / 1024)} KB`).join(" · ");
  });

  // A line that says the network is away, and a number that counts down while an undo stands.
  function net() { const s = $("#offline"); if (s) s.hidden = navigator.onLine; }
  addEventListener("online", net);
  addEventListener("offline", net);
  function countdown(at) {
    all("[data-countdown]", at).forEach((e) => {
      let left = +e.dataset.countdown;
      const t = setInterval(() => { left--; e.textContent = e.dataset.digits ? String(left).replace(/\d/g, (d) => "०१२३४५६७८९"[d]) : left; if (left <= 0 || !e.isConnected) { clearInterval(t); e.closest(".toast")?.remove(); } }, 1000);
    });
  }
  const ready = (at) => { unhide(at); drafts(at); countdown(at); };
  doc.addEventListener("DOMContentLoaded", () => { sweep(); ready(doc); net(); $(".errs")?.focus(); });
  addEventListener("load", () => setTimeout(takeUp)); // going to the anchor takes the focus away
  doc.addEventListener("htmx:after:swap", (e) => ready(e.target instanceof Element ? e.target : doc));
  if ("serviceWorker" in navigator && root.dataset.sw) navigator.serviceWorker.register(root.dataset.sw).catch(() => { /* http or refused */ });
})();
