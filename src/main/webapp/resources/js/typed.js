// What was typed into a form survives what comes between: a sign-in that ended, a page that waited too long, a
// file too large, no network, the way back. It stays in this tab alone and goes with the sign-out. Forms that
// keep it have the class "keeps"; letters and evaluations save themselves. The way out has the class "leaves".
(() => {
  "use strict";

  const main = document.getElementById("content");
  const say = main.dataset;
  const SHELF = "typed";
  const SENT_FROM = "sent-from";
  const MOST = 20971520; // what the server reads (web.xml)
  const failed = document.querySelector("main .news-error:not([hidden]), main [aria-invalid='true']") !== null;

  // --- the address ---------------------------------------------------------------------------------------
  // A form's own address has no query, and a page that answered a form cannot be opened again: both are mended,
  // so that reloading it and coming back to it work.
  const sentFrom = sessionStorage.getItem(SENT_FROM);
  sessionStorage.removeItem(SENT_FROM);
  if (sentFrom && !say.apart && sentFrom.split("?")[0] === location.pathname && !location.search) {
    history.replaceState(history.state, "", sentFrom);
  }
  document.addEventListener("submit", (e) => {
    if (e.target.method === "post") {
      sessionStorage.setItem(SENT_FROM, location.pathname + location.search);
    }
  });

  // --- the shelf: {account, forms: {"path?query id": {fields, seen, files, sent}}} --------------------------
  // seen: what the server had put into each field while it was typed.
  const read = () => {
    const found = JSON.parse(sessionStorage.getItem(SHELF) ?? "{}");
    if (found.account === say.account) {
      return found;
    }
    // Somebody else goes on in this tab: what the letters keep here is not theirs either.
    sessionStorage.clear();
    return { account: say.account, forms: {} };
  };
  const write = (shelf) => {
    try {
      sessionStorage.setItem(SHELF, JSON.stringify(shelf));
    } catch {
      // A full or forbidden session store only means no second net.
    }
  };

  const keyOf = (form) => {
    const query = new URLSearchParams(location.search);
    query.delete("news");
    return `${location.pathname}?${query} ${form.id}`;
  };
  const fieldsOf = (form) =>
    [...form.elements].filter((e) => e.matches("textarea, select, input[type=text], input[type=date], input[type=email]") && e.id && e.autocomplete !== "one-time-code");
  const given = (e) => (e.matches("select") ? ([...e.options].find((o) => o.defaultSelected) ?? e.options[0])?.value : e.defaultValue) ?? "";
  const filesOf = (form) => [...form.querySelectorAll("input[type=file]")];

  const keep = (form, sent) => {
    const shelf = read();
    const seenOf = (e) => shelf.forms[keyOf(form)]?.seen?.[e.id] ?? [];
    const fields = Object.fromEntries(fieldsOf(form).map((e) => [e.id, e.value]));
    const seen = Object.fromEntries(fieldsOf(form).map((e) => [e.id, [...new Set([...seenOf(e), given(e)])]]));
    const files = Object.fromEntries(filesOf(form).filter((e) => e.files.length).map((e) => [e.id, e.files[0].name]));
    shelf.forms[keyOf(form)] = { fields, seen, files, sent };
    write(shelf);
  };

  // A file cannot be put back: its field says which one to choose again.
  const askAgain = (form, files) => {
    for (const input of filesOf(form)) {
      const error = document.getElementById(`${input.id}-error`);
      if (files[input.id] && !input.files.length && error && !error.textContent) {
        error.textContent = say.choose.replace("{0}", files[input.id]);
        error.classList.add("error");
      }
    }
  };

  const putBack = (form, entry) => {
    const takes = (e, value) => !e.matches("select") || [...e.options].some((o) => o.value === value);
    // What the server has changed since is not written over.
    const undone = fieldsOf(form).filter(
      (e) => (entry.seen?.[e.id] ?? [""]).includes(e.value) && (entry.fields[e.id] ?? e.value) !== e.value && takes(e, entry.fields[e.id]),
    );
    undone.forEach((e) => (e.value = entry.fields[e.id]));
    askAgain(form, entry.files);
    const box = form.closest("details") ?? form.querySelector("details");
    if (box && (failed || undone.length)) {
      box.open = true;
    }
    if (undone.length) {
      const note = document.createElement("p");
      note.className = "note";
      note.setAttribute("role", "status");
      note.textContent = say.back;
      form.prepend(note);
    }
  };

  // It arrived when the server led on from it. A page that answers the form itself asks for something more; pages
  // that stand between, an address typed anew and the way back say nothing.
  const settle = (shelf) => {
    const [way] = performance.getEntriesByType("navigation");
    const led = way?.type === "navigate" && way.redirectCount > 0 && !say.apart;
    const from = document.referrer && new URL(document.referrer).pathname;
    for (const [key, entry] of Object.entries(shelf.forms)) {
      if (entry.sent && led && from === key.split("?")[0]) {
        delete shelf.forms[key];
      }
      entry.sent = false;
    }
    write(shelf);
    return shelf;
  };

  if (say.account) {
    const shelf = settle(read());
    for (const form of document.querySelectorAll("main form.keeps")) {
      const entry = shelf.forms[keyOf(form)];
      if (entry) {
        putBack(form, entry);
      }
      form.addEventListener("input", () => keep(form, false));
      form.addEventListener("submit", () => keep(form, true));
    }
  }

  // --- files ---------------------------------------------------------------------------------------------
  // Too large is said before anything is sent: the server would not even read the rest of the form.
  const tooLarge = (input) => [...input.files].find((file) => file.size > Number(input.closest("[data-most]")?.dataset.most ?? MOST));
  addEventListener(
    "change",
    (e) => {
      const input = e.target;
      if (!(input instanceof HTMLInputElement) || input.type !== "file" || input.closest(".verify-file")) {
        return;
      }
      const large = tooLarge(input);
      const place = input.closest(".field, .card") ?? input.form ?? main;
      const told = place.querySelector("[id$='-error'], .file-error") ?? place.appendChild(document.createElement("p"));
      told.classList.add("file-error", "error");
      told.setAttribute("role", "alert");
      told.textContent = large ? say.large.replace("{0}", large.name) : "";
      if (large) {
        input.value = "";
        e.stopImmediatePropagation();
      }
    },
    true,
  );

  // Nothing that this browser kept outlives the visit: neither here nor of an evaluation.
  document.addEventListener("click", (e) => {
    if (e.target.closest(".leaves")) {
      sessionStorage.clear();
      globalThis.indexedDB?.deleteDatabase("preceptor-drafts");
    }
  });
})();
