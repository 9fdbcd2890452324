// Small comforts; every page works without them. No words live here: the templates hold them in the reader's language.
(() => {
  "use strict";
  const one = (selector) => document.querySelector(selector);

  // A page shown again from the browser's memory may belong to someone who has signed out.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  document.querySelectorAll("[data-needs-script]").forEach((element) => { element.hidden = false; });
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));

  // Letters are written some at a time: while some are left, the next are asked for by themselves.
  if (location.search === "?go_on") document.querySelectorAll("form[data-go-on]").forEach((form) => form.requestSubmit());

  // Work that goes on by itself: look again each second, put the new state in the old one's place, and the whole page anew at its end.
  const again = "[data-look-again]";
  const look = async () => {
    const page = await fetch(`${location.pathname}?watch`, { cache: "no-store" }).then((answer) => (answer.ok ? answer.text() : "")).catch(() => "");
    const now = page && new DOMParser().parseFromString(page, "text/html").querySelector(again);
    if (page && !now) { location.reload(); return; }
    if (now) one(again).replaceWith(now);
    setTimeout(look, 1000);
  };
  if (one(again)) setTimeout(look, 1000);

  // A form that is being written is put to the law a moment after each key. Saving asks once more, script or no script.
  const builder = one("form[data-check]");
  if (builder) {
    const moment = 250; // milliseconds
    let timer, running;
    const check = async () => {
      if (running) running.abort();
      const { signal } = running = new AbortController();
      const said = await fetch(builder.dataset.check, { method: "POST", body: new FormData(builder), signal })
        .then((answer) => (answer.ok ? answer.json() : null)).catch(() => null)
        || { verdict: "", title: "", fields: [], says: builder.dataset.unchecked };
      if (signal.aborted) return;
      [said.title, ...said.fields].forEach((html, number) => {
        const place = one(number ? `#answer-${number - 1}` : "#answer-title");
        if (place && place.dataset.said !== html) { place.innerHTML = html; place.dataset.said = html; }
      });
      const stands = one(".how-it-stands");
      stands.textContent = said.says;
      stands.className = `how-it-stands ${said.verdict}`;
    };
    const soon = () => { clearTimeout(timer); timer = setTimeout(check, moment); };
    builder.addEventListener("input", soon);
  }

  // A form whose answer takes the place of one part of the page: a file that was chosen beside it stays chosen.
  const placed = one("form[data-in-place]");
  if (placed) placed.addEventListener("submit", async (event) => {
    event.preventDefault();
    const each = (selector, say) => placed.querySelectorAll(selector).forEach(say);
    const input = placed.querySelector("[data-largest]"), file = input && input.files[0];
    // What is sent with it has to have room, too.
    const tooLarge = Boolean(file) && file.size > input.dataset.largest * 2 ** 20 - 2 ** 16;
    each("[data-too-large]", (element) => { element.hidden = !tooLarge; });
    if (tooLarge) return;
    const working = (on) => { each("[data-working]", (element) => { element.hidden = !on; }); each("button", (button) => { button.disabled = on; }); };
    const place = placed.dataset.inPlace, body = new FormData(placed, event.submitter);
    working(true);
    const page = await fetch(location.pathname, { method: "POST", body })
      .then((answer) => answer.text()).catch(() => "");
    working(false);
    const now = page && new DOMParser().parseFromString(page, "text/html").querySelector(place);
    // What became of it is not known: it is said, with the way to the list that tells. What the last answer warned of is over.
    each("[data-no-answer]", (element) => { element.hidden = Boolean(now); });
    if (!now) { each(`${place} [role=alert]`, (element) => element.remove()); return; }
    one(place).replaceWith(now);
    now.focus();
  });

  // "/" goes to the search box. A single-key shortcut must be possible to turn off (WCAG 2.1.4).
  const find = one("[data-find]"), toggle = one("[data-shortcut-toggle]");
  if (find && toggle) {
    const off = () => localStorage.getItem("shortcut") === "off";
    const show = () => {
      one("[data-shortcut-line]").hidden = false;
      one("[data-shortcut-hint]").hidden = off();
      toggle.checked = !off();
    };
    const typing = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
    toggle.addEventListener("change", () => { localStorage.setItem("shortcut", toggle.checked ? "on" : "off"); show(); });
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || off() || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      find.focus();
    });
    show();
  }

  // Quick exit: blank the page at once, sign out, and put a neutral page in this one's place in the history. The request
  // to sign out outlives the page (keepalive): however long the answer takes, the address leaves the bar.
  const exit = one("form[data-quick-exit]");
  if (!exit) return;
  const soon = 200; // milliseconds
  const leave = (event) => {
    if (event) event.preventDefault();
    document.documentElement.hidden = true;
    document.title = "";
    const signedOut = fetch(exit.action, { method: "POST", body: new FormData(exit), keepalive: true, redirect: "manual" });
    const waited = new Promise((done) => setTimeout(done, soon));
    const away = () => location.replace(exit.dataset.quickExit);
    Promise.race([signedOut, waited]).then(away, away); // once: a second going would break off the first on a slow line
  };
  let lastEscape = -Infinity;
  exit.addEventListener("submit", leave);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (event.timeStamp - lastEscape < 1000) leave(event);
    lastEscape = event.timeStamp;
  });

  // A phone left lying signs itself out, after asking. Timers stand still while it sleeps, so what counts is the clock:
  // the touch that wakes it may be anyone's.
  const ask = one("dialog[data-idle-seconds]");
  if (!ask) return;
  const minute = 60000, idle = Number(ask.dataset.idleSeconds) * 1000, patience = minute;
  let touched = Date.now(), told = touched, timer;
  const watch = () => {
    clearTimeout(timer);
    const rest = Date.now() - touched;
    if (rest >= idle + patience) { leave(); return; }
    if (rest >= idle && !ask.open) ask.showModal();
    timer = setTimeout(watch, (rest < idle ? idle : idle + patience) - rest);
  };
  const touch = () => {
    const now = Date.now();
    if (now - touched < idle + patience) touched = now;
    watch();
    // The session ends by itself too, where no request tells that somebody is there. A long page is read without one.
    if (touched === now && now - told >= minute) { told = now; fetch(ask.dataset.here, { cache: "no-store" }).catch(() => {}); }
  };
  ask.addEventListener("close", touch);
  ["pointerdown", "keydown", "scroll"].forEach((name) => addEventListener(name, () => { if (ask.open) watch(); else touch(); }, { passive: true }));
  ["focus", "pageshow"].forEach((name) => addEventListener(name, watch));
  document.addEventListener("visibilitychange", watch);
  watch();
})();
