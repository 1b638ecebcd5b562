// The questions of a standardized letter: saved a second after the last answer.
const PreceptorStructure = (() => {
  "use strict";

  const form = document.getElementById("structure");
  const status = document.getElementById("saved");
  const left = document.getElementById("left");
  const version = document.getElementById("structure:version");
  const say = form.dataset;
  const PAUSE = 900;
  const RETRY = 5000;

  let timer = 0;
  let sending = false;
  let dirty = false;
  // A refused form comes back with both windows' answers already on the page.
  let stale = document.getElementById("otherAnswers") !== null;
  let waiting = null; // the button that was pressed while something had to be saved first
  let pressed = null;

  const report = (words) => {
    status.textContent = words;
  };

  // What this tab has not saved yet, by field: a save that meets an ended sign-in leaves the page. Kept per form,
  // for the next one has the same ids. The version it is based on travels with it: if the server has a newer one,
  // both are shown.
  const drawer = `${say.api}-answers ${document.title}`;
  const { version: basedOn, fields: unsaved = {} } = JSON.parse(sessionStorage.getItem(drawer) ?? "{}");
  const since = new Set(); // what was changed while a save was on its way
  const keep = () => {
    try {
      sessionStorage.setItem(drawer, JSON.stringify({ version: version.value, fields: unsaved }));
    } catch {
      // A full or forbidden session store only means no second net.
    }
  };
  const remember = (element) => {
    if (element.type === "radio") {
      document.getElementsByName(element.name).forEach((other) => delete unsaved[other.id]);
    }
    unsaved[element.id] = element.type === "radio" || element.type === "checkbox" ? element.checked : element.value;
    since.add(element.id);
    keep();
  };
  const forget = () => {
    Object.keys(unsaved).forEach((id) => since.has(id) || delete unsaved[id]);
    if (Object.keys(unsaved).length) {
      keep();
    } else {
      sessionStorage.removeItem(drawer);
    }
  };

  const save = () => {
    clearTimeout(timer);
    if (sending || stale || !dirty) {
      return;
    }
    sending = true;
    dirty = false;
    since.clear();
    report(say.saving);
    window.saveStructure();
  };

  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  const failed = () => {
    sending = false;
    dirty = true;
    waiting = null;
    report(say.failed);
    later(RETRY);
  };

  const answered = (args) => {
    sending = false;
    if (args?.stale) {
      stale = true;
      dirty = true;
      waiting = null;
      report(say.stale);
      document.getElementById("otherAnswers")?.scrollIntoView({ block: "nearest" });
      return;
    }
    if (!args?.version) {
      failed();
      return;
    }
    version.value = args.version;
    forget();
    left.textContent = args.left;
    report(say.saved.replace("{0}", args.at));
    if (waiting) {
      waiting.click();
      return;
    }
    showPage();
    showHints();
    if (dirty) {
      later(PAUSE);
    }
  };

  // Pictures of the page itself, for phones show no file inside a page.
  const showPage = async () => {
    if (!document.getElementById("pageBox")?.open) {
      return;
    }
    const edition = version.value;
    const pages = document.getElementById("pages");
    const note = document.getElementById("pageNote");
    const answer = await fetch(`${say.api}/pages`, { headers: { Accept: "application/json, application/problem+json" } }).catch(() => null);
    const body = await answer?.json().catch(() => null);
    note.hidden = Boolean(answer?.ok) || !body;
    if (!answer?.ok || !body) {
      note.textContent = body?.detail ?? body?.title ?? "";
      return;
    }
    const pictures = [];
    for (let n = 1; n <= body.pages; n++) {
      const picture = new Image(816, 1056);
      picture.className = "letter-page";
      picture.alt = say.pagealt.replace("{0}", n).replace("{1}", body.pages);
      picture.src = `${say.api}/pages/${n}.png?v=${edition}`;
      pictures.push(picture);
    }
    // The old ones stay until the new ones are there.
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    if (edition === version.value) {
      pages.replaceChildren(...pictures);
    }
  };

  const find = (hint) => {
    for (const area of form.querySelectorAll("[data-cap] textarea")) {
      const at = area.value.replace(/\s/g, " ").indexOf(hint.quote);
      if (at >= 0) {
        area.focus();
        area.setSelectionRange(at, at + hint.quote.length);
        area.scrollIntoView({ block: "center" });
        return;
      }
    }
  };

  // What a service asks in its own pages is no letter: there are no notes.
  const hints = document.getElementById("hintList")
    ? PreceptorHints.begin({ say, shelf: `${say.api}-hints`, find, home: () => form.querySelector("textarea, input:not([type=hidden])") })
    : null;

  const showHints = async () => {
    if (!hints) {
      return;
    }
    const edition = version.value;
    const answer = await fetch(`${say.api}/hints`, { headers: { Accept: "application/json" } }).catch(() => null);
    const body = answer?.ok ? await answer.json().catch(() => null) : null;
    if (body && edition === version.value) {
      hints.show(body);
    }
  };

  const count = (area) => {
    const frame = area.closest("[data-cap]");
    const words = area.value.trim().split(/\s+/).filter(Boolean).length;
    const line = frame?.querySelector("[data-count]");
    if (line) {
      line.textContent = say.words.replace("{0}", words).replace("{1}", frame.dataset.cap);
      line.classList.toggle("over", words > Number(frame.dataset.cap));
    }
  };

  const changed = (e) => {
    if (e.target.name?.includes("javax.faces") || e.target === version) {
      return;
    }
    dirty = true;
    remember(e.target);
    if (e.target.nodeName === "TEXTAREA") {
      count(e.target);
    }
    if (!stale) {
      report(say.unsaved);
    }
    later(PAUSE);
  };

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("click", (e) => {
    pressed = e.target.closest("[type=submit]");
  });
  form.addEventListener("submit", (e) => {
    clearTimeout(timer);
    if (sending || (dirty && !stale)) {
      // Else our own save would look like another window's; and what the next page took would seem unsaved here.
      e.preventDefault();
      waiting = pressed;
      save();
      return;
    }
    dirty = false;
    if (pressed?.id === "structure:takeOther") {
      since.clear();
      forget();
    }
  });
  document.getElementById("pageBox")?.addEventListener("toggle", showPage);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  addEventListener("beforeunload", (e) => {
    if (dirty) {
      e.preventDefault();
    }
  });
  // The server takes the blanks off both ends.
  const same = (one, other) => one.replace(/\s+/g, "") === other.replace(/\s+/g, "");
  const restore = () => {
    for (const [id, value] of Object.entries(unsaved)) {
      const element = document.getElementById(id);
      if (element && typeof value === "boolean" && element.checked !== value) {
        element.checked = value;
        dirty = true;
      } else if (element && typeof value === "string" && !same(element.value, value)) {
        element.value = value;
        dirty = true;
      }
    }
    if (dirty) {
      version.value = basedOn;
      report(say.restored);
      later(PAUSE);
    } else {
      forget();
    }
  };

  if (!stale) {
    restore();
  }
  form.querySelectorAll("[data-cap] textarea").forEach(count);
  showHints();

  return { answered, failed };
})();
