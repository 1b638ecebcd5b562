// The evaluation form. Each answer is saved by itself, ratings at once, words after a pause. What the server
// does not have yet is kept in the browser, encrypted with a key that ends with the session's sign-out.
(() => {
  "use strict";
  const TYPING_PAUSE = 800;
  const FIRST_RETRY = 2000;
  const LONGEST_RETRY = 30000;
  const PATIENCE = 15000;
  const KEY_PATIENCE = 3000;

  const root = document.querySelector("[data-evaluations]");
  if (!root) {
    return;
  }
  const api = root.dataset.evaluations;
  const words = document.getElementById("evaluation-words").dataset;
  const say = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (all, i) => values[i]);
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const make = (name, text, style) => {
    const element = document.createElement(name);
    element.textContent = text ?? "";
    if (style) {
      element.className = style;
    }
    return element;
  };
  const button = (text, style, act) => {
    const b = make("button", text, style);
    b.type = "button";
    b.addEventListener("click", act);
    return b;
  };

  // --- the server ---------------------------------------------------------------------------------------

  class Trouble extends Error {
    constructor(kind, problem) {
      super(kind);
      this.kind = kind;
      this.problem = problem ?? {};
    }
  }
  const call = async (method, path, body) => {
    let answer;
    try {
      answer = await fetch(api + path, {
        method,
        headers: { "Content-Type": "application/json" },
        body: method === "GET" ? undefined : JSON.stringify(body ?? {}),
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      throw new Trouble("offline");
    }
    if (answer.status === 401) {
      throw new Trouble("signedOut");
    }
    if (answer.status >= 500 || answer.status === 429) {
      throw new Trouble("offline");
    }
    const type = answer.headers.get("Content-Type") ?? "";
    const said = type.includes("json") ? await answer.json() : await answer.text();
    if (!answer.ok) {
      throw new Trouble("refused", said);
    }
    return said;
  };

  // --- what waits in this browser -----------------------------------------------------------------------

  const store = (() => {
    const NAME = "preceptor-drafts";
    let ended = false;
    let key;
    const base = () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open(NAME, 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("pending");
        opening.onsuccess = () => {
          // Signing out, here or in another tab, deletes everything; nothing is written after it.
          opening.result.onversionchange = () => {
            ended = true;
            opening.result.close();
          };
          done(opening.result);
        };
        opening.onerror = () => failed(opening.error);
      });
    let opened;
    const run = async (mode, act) => {
      opened ??= base();
      const transaction = (await opened).transaction("pending", mode);
      return new Promise((done, failed) => {
        const asked = act(transaction.objectStore("pending"));
        transaction.oncomplete = () => done(asked.result);
        transaction.onerror = () => failed(transaction.error);
      });
    };
    const readKey = async () => {
      if (!globalThis.crypto?.subtle || !globalThis.indexedDB) {
        return null;
      }
      const said = await keyFromServer();
      const bytes = Uint8Array.from(atob(said.key ?? said), (c) => c.charCodeAt(0));
      return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    };
    // Without the key nothing can be kept, and what an earlier page kept would not be found: asked for again and
    // again, until the server says yes or no.
    const keyFromServer = async () => {
      for (let pause = FIRST_RETRY / 8; ; pause = Math.min(pause * 2, LONGEST_RETRY)) {
        try {
          return await call("GET", "/sign-in/draft-key");
        } catch (trouble) {
          if (trouble.kind !== "offline") {
            throw trouble;
          }
          await new Promise((done) => setTimeout(done, pause));
        }
      }
    };
    // A failed try is tried again a little later.
    const ready = async () => {
      key ??= readKey().catch(() => {
        setTimeout(() => (key = undefined), FIRST_RETRY);
        return null;
      });
      return ended ? null : key;
    };
    // One write after the other: an older state must not overtake a newer one.
    let line = Promise.resolve();
    const inLine = (act) => (line = line.then(act, act).catch(() => undefined));
    return {
      ready,
      keep: (duty, state) =>
        inLine(async () => {
          const k = await ready();
          if (k) {
            const iv = crypto.getRandomValues(new Uint8Array(12));
            const plain = new TextEncoder().encode(JSON.stringify(state));
            const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, k, plain);
            await run("readwrite", (s) => s.put({ iv, data }, duty));
          }
        }),
      drop: (duty) => inLine(async () => !ended && globalThis.indexedDB && run("readwrite", (s) => s.delete(duty))),
      // In line too: what is typed meanwhile must not be written over what is still to be found.
      find: (duty) =>
        inLine(async () => {
          const k = await ready();
          const kept = k && (await run("readonly", (s) => s.get(duty)));
          if (!kept) {
            return null;
          }
          try {
            const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, k, kept.data);
            return JSON.parse(new TextDecoder().decode(plain));
          } catch {
            // Of another account or of before a sign-out: nobody can read it any more.
            await run("readwrite", (s) => s.delete(duty));
            return null;
          }
        }),
    };
  })();

  // --- fields -------------------------------------------------------------------------------------------

  const fields = [...root.querySelectorAll("[data-question]")];
  const fieldOf = (duty, question) =>
    fields.find((f) => f.dataset.duty === duty && f.dataset.question === question);
  const box = (field) => field.querySelector("textarea, input[type='text']");
  const radios = (field) => [...field.querySelectorAll("input[type='radio']")];
  const isConflict = (field) => field.dataset.question === "conflict";

  const valueOf = (field) => {
    const checked = field.querySelector("input[type='radio']:checked")?.value ?? "";
    if (isConflict(field)) {
      return checked === "declared" ? box(field).value : checked;
    }
    if (field.dataset.most) {
      return box(field).value.trim();
    }
    return radios(field).length ? checked : box(field).value;
  };
  const write = (field, value) => {
    if (radios(field).length) {
      const declared = isConflict(field) && value !== "" && value !== "none";
      for (const r of radios(field)) {
        r.checked = r.value === (declared ? "declared" : value);
      }
      if (isConflict(field)) {
        box(field).value = declared ? value : "";
      }
    } else {
      box(field).value = value;
    }
    dress(field);
  };
  /** What depends on a field's value only. */
  const dress = (field) => {
    const meaning = field.querySelector(".meaning");
    if (meaning) {
      meaning.textContent = field.querySelector(":checked")?.dataset.meaning ?? "";
    }
    if (isConflict(field)) {
      const declared = field.querySelector("[value='declared']").checked;
      box(field).closest(".declared").hidden = !declared;
    }
    mirror(field);
  };
  const wrong = (field) => {
    const most = Number(field.dataset.most);
    if (!most) {
      return false;
    }
    const typed = box(field).value.trim();
    const bad = typed !== "" && !(/^\d{1,3}$/.test(typed) && Number(typed) <= most);
    field.querySelector(".error").textContent = bad ? say(words.wrongNumber, most) : "";
    box(field).setAttribute("aria-invalid", String(bad));
    return bad;
  };
  const answered = (field) => {
    const value = valueOf(field).trim();
    const fewest = Number(field.dataset.words ?? 0);
    return value !== "" && (fewest === 0 || value.split(/\s+/).length >= fewest);
  };
  const labelOf = (field) => field.dataset.label;
  const wordsFor = (field, value) => {
    const radio = radios(field).find((r) => r.value === value);
    return radio ? radio.labels[0].textContent.trim().replace(/\s+/g, ' ') : value;
  };
  const goTo = (field) => {
    field.closest("details")?.setAttribute("open", "");
    field.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    (box(field) && !box(field).closest("[hidden]") ? box(field) : field.querySelector("input"))?.focus({
      preventScroll: true,
    });
  };

  // --- patient data in words ----------------------------------------------------------------------------

  const hitsOf = new Map();
  const mirror = (field) => {
    const area = box(field);
    const under = field.querySelector(".mirror");
    if (!under) {
      return;
    }
    // While somebody types, a hit stays underlined as long as its words stand where they stood.
    const hits = (hitsOf.get(field) ?? []).filter((h) => area.value.slice(h.start, h.end) === h.text);
    under.replaceChildren();
    let at = 0;
    for (const hit of hits) {
      under.append(area.value.slice(at, hit.start), make("mark", hit.text));
      at = hit.end;
    }
    under.append(`${area.value.slice(at)}\n`);
    under.scrollTop = area.scrollTop;
    const list = field.querySelector(".hits");
    list.replaceChildren(
      ...hits.map((hit) => {
        const line = make("li");
        const quote = make("q", hit.text);
        line.append(quote, ` ${hit.reason}`);
        return line;
      }),
    );
    list.hidden = !hits.length;
  };
  // What is kept was looked at without the blanks before its words.
  const placed = (field, hit) => {
    const blanks = Math.max(0, valueOf(field).search(/\S/));
    const [start, end] = [hit.start + blanks, hit.end + blanks];
    return { ...hit, start, end, text: valueOf(field).slice(start, end) };
  };
  const showHits = (field, hits) => {
    const text = valueOf(field);
    hitsOf.set(
      field,
      hits.map((h) => ({ ...h, text: text.slice(h.start, h.end) })),
    );
    mirror(field);
  };

  // --- one evaluation -----------------------------------------------------------------------------------

  class Sheet {
    constructor(element) {
      this.element = element;
      this.duty = element.dataset.sheet;
      this.evaluation = element.dataset.evaluation || null;
      this.fields = fields.filter((f) => f.dataset.duty === this.duty);
      this.shown = new Map(this.fields.map((f) => [f.dataset.question, valueOf(f)]));
      // By question: value, base (the revision it was changed from), sent (values whose answer never came).
      this.pending = new Map();
      this.state = element.dataset.savedAt ? "saved" : "empty";
      this.at = element.dataset.savedAt;
      this.busy = false;
      this.pause = FIRST_RETRY;
    }

    revision() {
      return this.fields.reduce((sum, f) => sum + Number(f.dataset.revision), 0);
    }

    missing() {
      return this.fields.filter((f) => f.dataset.required && !answered(f));
    }

    changed(field, pause) {
      const question = field.dataset.question;
      const value = valueOf(field);
      if (wrong(field)) {
        return;
      }
      const known = this.pending.get(question);
      this.pending.set(question, {
        value,
        base: known?.base ?? Number(field.dataset.revision),
        sent: known?.sent ?? [],
        clash: known?.clash,
      });
      this.keep();
      this.later(pause);
      show(this);
    }

    keep() {
      if (this.pending.size) {
        store.keep(this.duty, [...this.pending]);
      } else {
        store.drop(this.duty);
      }
    }

    later(pause) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), pause);
    }

    /** Sends what waits; true when the server has everything. */
    async flush() {
      clearTimeout(this.timer);
      if (this.busy) {
        return this.busy;
      }
      this.busy = this.send();
      try {
        return await this.busy;
      } finally {
        this.busy = false;
      }
    }

    async send() {
      // A sign-in that can save must have its key first: when it ends, what is typed then can still be kept. But
      // not for long: saving matters more.
      await Promise.race([store.ready(), new Promise((done) => setTimeout(done, KEY_PATIENCE))]);
      for (;;) {
        let going = [...this.pending].filter(([, p]) => !p.clash);
        if (!going.length) {
          show(this);
          return !this.pending.size;
        }
        try {
          await this.open();
          // Somebody may have typed on while the draft was made.
          going = [...this.pending].filter(([, p]) => !p.clash);
          // What is sent and not answered may still have arrived.
          going.forEach(([, p]) => p.sent.push(p.value));
          this.keep();
          const changes = going.map(([question, p]) => ({ question, value: p.value, revision: p.base }));
          const said = await call("PATCH", `/evaluations/${this.evaluation}/answers`, { changes });
          this.took(said, changes);
        } catch (trouble) {
          if (!(trouble instanceof Trouble)) {
            throw trouble;
          }
          this.fails(trouble);
          return false;
        }
      }
    }

    async open() {
      if (this.evaluation) {
        return;
      }
      const said = await call("PUT", `/duties/${this.duty}/evaluation`);
      this.evaluation = String(said.evaluation);
      for (const answer of said.answers) {
        const field = fieldOf(this.duty, answer.question);
        const p = this.pending.get(answer.question);
        if (p && !p.base && answer.value === this.shown.get(answer.question)) {
          // Filled in beforehand and changed here: whoever typed saw what the draft began with.
          p.base = answer.revision;
        }
        if (field && !p) {
          field.dataset.revision = answer.revision;
          write(field, answer.value);
        }
      }
    }

    took(said, changes) {
      const sentValue = Object.fromEntries(changes.map((c) => [c.question, c.value]));
      for (const { question, revision } of said.saved) {
        const field = fieldOf(this.duty, question);
        const p = this.pending.get(question);
        field.dataset.revision = revision;
        if (p?.value === sentValue[question]) {
          this.pending.delete(question);
        } else if (p) {
          Object.assign(p, { base: revision, sent: [] });
        }
        const hits = said.hits.filter((h) => h.question === question);
        if (valueOf(field) === sentValue[question]) {
          showHits(field, hits);
        }
      }
      for (const kept of said.conflicts) {
        const p = this.pending.get(kept.question);
        if (!p) {
          continue;
        }
        if (p.sent.slice(0, -1).includes(kept.value)) {
          // Our own, of a call whose answer got lost.
          Object.assign(p, { base: kept.revision, sent: [] });
        } else {
          p.clash = kept;
          this.merge(fieldOf(this.duty, kept.question), p);
        }
      }
      this.state = "saved";
      this.at = said.at;
      this.pause = FIRST_RETRY;
      this.keep();
      show(this);
    }

    fails(trouble) {
      this.state = trouble.kind;
      this.problem = trouble.problem.detail;
      if (trouble.kind === "offline") {
        this.later(this.pause);
        this.pause = Math.min(this.pause * 2, LONGEST_RETRY);
      }
      show(this);
    }

    /** Two answers to one question: shown side by side, and the person decides. */
    merge(field, p) {
      field.querySelector(".merge")?.remove();
      const view = make("div", "", "merge card");
      view.setAttribute("role", "group");
      view.setAttribute("aria-label", labelOf(field));
      const line = (title, value) => {
        const paragraph = make("p");
        const said = make("span", wordsFor(field, value) || words.nothing, "said");
        said.dir = "auto";
        paragraph.append(make("b", title), " ", said);
        return paragraph;
      };
      const decide = (value) => {
        view.remove();
        const { revision } = p.clash;
        this.pending.delete(field.dataset.question);
        field.dataset.revision = revision;
        write(field, value);
        if (value === p.clash.value) {
          this.keep();
          show(this);
        } else {
          this.changed(field, 0);
        }
        (box(field) ?? field.querySelector("input"))?.focus({ preventScroll: true });
      };
      const actions = make("p", "", "merge-actions");
      actions.append(
        button(words.keepThis, "button", () => decide(valueOf(field))),
        button(words.keepOther, "button quiet", () => decide(p.clash.value)),
      );
      if (field.matches(".words")) {
        actions.append(
          button(words.keepBoth, "button quiet", () => decide(`${p.clash.value}\n\n${valueOf(field)}`)),
        );
      }
      view.append(
        make("p", words.mergeTitle, "merge-title"),
        line(words.mergeOther, p.clash.value),
        line(words.mergeHere, valueOf(field)),
        actions,
      );
      field.append(view);
      announce(words.mergeTitle);
    }

    async restore() {
      const kept = await store.find(this.duty).catch(() => null);
      let found = false;
      for (const [question, p] of kept ?? []) {
        const field = fieldOf(this.duty, question);
        // Who typed on while we looked keeps the newer words.
        if (!field || this.pending.has(question)) {
          continue;
        }
        if (valueOf(field) === p.value) {
          continue;
        }
        delete p.clash;
        write(field, p.value);
        this.pending.set(question, p);
        found = true;
      }
      if (found) {
        announce(words.restored);
        this.flush();
      } else if (kept && !this.pending.size) {
        store.drop(this.duty);
      }
    }

    /** Saves the rest, then shows the server what was on this screen. */
    async view() {
      const whole = await this.flush();
      if (!whole) {
        const clash = [...this.pending].find(([, p]) => p.clash);
        if (clash) {
          goTo(fieldOf(this.duty, clash[0]));
        }
        return false;
      }
      await this.open();
      await call("PUT", `/evaluations/${this.evaluation}/view`, { seen: this.revision() });
      return true;
    }
  }

  const sheets = [...root.querySelectorAll("[data-sheet]")].map((element) => new Sheet(element));
  const sheetOf = (field) => sheets.find((s) => s.duty === field.dataset.duty);

  // --- what the page says -------------------------------------------------------------------------------

  const banner = document.getElementById("evaluation-banner");
  const announce = (text) => {
    const live = document.getElementById("evaluation-live");
    live.textContent = text;
  };
  const worst = ["refused", "signedOut", "offline"];
  let toldOff;
  const show = (sheet) => {
    const left = sheet.missing().length;
    const share = sheet.fields.filter((f) => f.dataset.required).length;
    for (const place of document.querySelectorAll(`[data-left='${sheet.duty}']`)) {
      place.textContent = left ? say(words.left, left) : words.complete;
    }
    for (const bar of document.querySelectorAll(`[data-bar='${sheet.duty}']`)) {
      bar.style.width = `${share ? ((share - left) / share) * 100 : 100}%`;
    }
    const trouble = worst.map((kind) => sheets.find((s) => s.state === kind)).find((s) => s);
    const waiting = sheets.some((s) => s.pending.size);
    const latest = sheets.map((s) => s.at).filter(Boolean).sort().pop();
    const saved = document.getElementById("evaluation-saved");
    const text = waiting ? words.saving : latest ? say(words.saved, latest) : words.nothingSaved;
    if (saved.textContent !== text) {
      saved.textContent = text;
    }
    const kind = trouble?.state;
    if (kind === toldOff) {
      return;
    }
    toldOff = kind;
    banner.hidden = !kind;
    banner.replaceChildren();
    if (kind === "refused") {
      banner.append(`${trouble.problem ?? words.refused} `);
      const link = make("a", words.reload);
      link.href = location.href;
      banner.append(link);
    } else if (kind === "signedOut") {
      banner.append(`${words.signedOut} `);
      const link = make("a", words.signIn);
      link.href = location.href;
      banner.append(link);
    } else if (kind === "offline") {
      banner.append(words.offline);
    }
  };

  const missingList = document.getElementById("evaluation-missing");
  const showMissing = (left) => {
    missingList.hidden = !left.length;
    missingList.querySelector("ul").replaceChildren(
      ...left.map((field) => {
        const link = make("a", labelOf(field));
        link.href = `#${field.id}`;
        link.addEventListener("click", (e) => {
          e.preventDefault();
          goTo(field);
        });
        const line = make("li");
        line.append(link);
        return line;
      }),
    );
    if (left.length) {
      missingList.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
      missingList.focus({ preventScroll: true });
    }
  };

  const suspicion = document.getElementById("evaluation-suspicion");
  const suspect = (sheet, hits) => {
    suspicion.querySelector("ul").replaceChildren(
      ...hits.map((hit) => {
        const field = fieldOf(sheet.duty, hit.question);
        const line = make("li");
        if (field) {
          const link = make("a", labelOf(field));
          link.href = `#${field.id}`;
          link.addEventListener("click", (e) => {
            e.preventDefault();
            goTo(field);
          });
          line.append(link, ": ", make("q", placed(field, hit).text), ` ${hit.reason}`);
        } else {
          line.textContent = say(words.inReason, hit.reason);
        }
        return line;
      }),
    );
    suspicion.dataset.duty = sheet.duty;
    suspicion.hidden = false;
    suspicion.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    suspicion.focus({ preventScroll: true });
  };

  // --- submitting ---------------------------------------------------------------------------------------

  const gone = (sheet, address) => {
    store.drop(sheet.duty).then(() => location.assign(address));
  };
  const submit = async (sheet, pressed) => {
    const left = sheet.missing();
    showMissing(left);
    if (left.length || pressed.disabled) {
      return;
    }
    pressed.disabled = true;
    try {
      if (pressed.dataset.act === "handover") {
        if (await sheet.flush()) {
          await sheet.open();
          await call("POST", `/evaluations/${sheet.evaluation}/handover`);
          gone(sheet, root.dataset.work);
        }
        return;
      }
      if (!(await sheet.view())) {
        return;
      }
      const open = !suspicion.hidden && suspicion.dataset.duty === sheet.duty;
      const justification = open ? suspicion.querySelector("textarea").value : "";
      await call("POST", `/evaluations/${sheet.evaluation}/submission`, { justification });
      suspicion.hidden = true;
      if (root.dataset.done) {
        gone(sheet, `${root.dataset.done}?id=${sheet.evaluation}`);
      } else {
        store.drop(sheet.duty);
        root.dispatchEvent(new CustomEvent("evaluation:submitted", { detail: sheet }));
      }
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) {
        throw trouble;
      }
      if (trouble.problem.hits) {
        suspect(sheet, trouble.problem.hits);
      } else if (trouble.problem.missing) {
        showMissing(trouble.problem.missing.map((q) => fieldOf(sheet.duty, q)).filter(Boolean));
      } else {
        sheet.fails(trouble);
      }
    } finally {
      pressed.disabled = false;
    }
  };

  // --- hands on the page --------------------------------------------------------------------------------

  let arrows = false;
  const next = (field) => {
    const later = fields.slice(fields.indexOf(field) + 1).filter((f) => !f.closest("details:not([open])"));
    return (
      later.find((f) => f.matches(".rating") && !answered(f)) ??
      later.find((f) => f.dataset.required && !answered(f) && f.matches(".words"))
    );
  };
  const slide = (field) =>
    field?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });

  root.addEventListener("change", (e) => {
    const field = e.target.closest("[data-question]");
    if (!field || !sheetOf(field)) {
      return;
    }
    dress(field);
    sheetOf(field).changed(field, 0);
    // Who walks through the levels with the arrow keys is still choosing.
    // In a grid the next cell stands beside this one: nothing moves under the mouse.
    const beside = root.dataset.grid && matchMedia("(width >= 56rem)").matches;
    if (field.matches(".rating") && !arrows && !beside) {
      const following = next(field);
      if (following?.matches(".rating")) {
        slide(following);
      }
    }
    if (isConflict(field) && e.target.value === "declared") {
      box(field).focus();
    }
  });
  root.addEventListener("input", (e) => {
    const field = e.target.closest("[data-question]");
    if (field && e.target === box(field)) {
      mirror(field);
      sheetOf(field)?.changed(field, TYPING_PAUSE);
    }
  });
  root.addEventListener(
    "scroll",
    (e) => {
      const under = e.target.parentElement?.querySelector(".mirror");
      if (under) {
        under.scrollTop = e.target.scrollTop;
      }
    },
    true,
  );
  document.addEventListener("keydown", (e) => {
    arrows = e.key.startsWith("Arrow");
    if (!/^[0-5]$/.test(e.key) || e.ctrlKey || e.altKey || e.metaKey) {
      return;
    }
    const typing = e.target.closest("textarea, input:not([type='radio']), select");
    const field =
      e.target.closest(".rating") ??
      (e.target.closest("[data-question]")
        ? null
        : fields.find((f) => f.matches(".rating") && f.dataset.required && !answered(f)));
    if (typing || !field) {
      return;
    }
    e.preventDefault();
    const radio = field.querySelector(`input[value='${e.key}']`);
    radio.focus({ preventScroll: true });
    if (!radio.checked) {
      radio.click();
    }
    const following = next(field);
    if (following) {
      (box(following) ?? following.querySelector("input")).focus({ preventScroll: true });
      slide(following);
    }
  });
  document.addEventListener("pointerdown", () => (arrows = false));
  root.addEventListener("click", (e) => {
    const pressed = e.target.closest("[data-submit]");
    const sheet = pressed && sheets.find((s) => s.duty === pressed.dataset.submit);
    if (sheet) {
      e.preventDefault();
      submit(sheet, pressed);
    }
    if (e.target.closest("[data-justify]")) {
      e.preventDefault();
      const suspected = sheets.find((s) => s.duty === suspicion.dataset.duty);
      submit(suspected, e.target.closest("[data-justify]"));
    }
  });

  const retry = () => sheets.forEach((s) => (s.pending.size || s.state === "signedOut") && again(s));
  const again = (sheet) => {
    if (sheet.state !== "refused") {
      sheet.flush();
    }
  };
  addEventListener("online", retry);
  addEventListener("focus", retry);
  document.addEventListener("visibilitychange", () => document.hidden && retry());
  // A page from the browser's memory shows what was, not what is.
  addEventListener("pageshow", (e) => e.persisted && location.reload());

  for (const sheet of sheets) {
    for (const hit of JSON.parse(sheet.element.dataset.hits || "[]")) {
      const field = fieldOf(sheet.duty, hit.question);
      if (field) {
        const known = hitsOf.get(field) ?? [];
        known.push(placed(field, hit));
        hitsOf.set(field, known);
      }
    }
    sheet.fields.forEach(dress);
    for (const field of sheet.fields) {
      if (field.closest("details.more") && valueOf(field)) {
        field.closest("details").open = true;
      }
    }
    show(sheet);
    sheet.restore();
  }
  if (missingList && !missingList.hidden) {
    missingList.focus();
  }
  // The batch page builds on these.
  window.PreceptorEvaluation = { root, sheets, fieldOf, valueOf, wordsFor, labelOf, answered, submit };
})();
