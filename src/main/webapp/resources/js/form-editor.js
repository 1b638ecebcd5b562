// The editor of an evaluation form's text: line numbers, ready-made parts, saved in each pause. On pages
// that only show a form it makes the ratings answer.
const PreceptorForm = (() => {
  "use strict";

  // A form that is shown may be tried out.
  document.addEventListener("change", (e) => {
    if (e.target.matches(".form-look [data-meaning]")) {
      e.target.closest(".rating").querySelector(".meaning").textContent = e.target.dataset.meaning;
    }
  });

  const form = document.getElementById("form");
  if (!form) {
    return {};
  }
  const box = document.getElementById("form:text");
  const gutter = form.querySelector(".gutter");
  const status = document.getElementById("saved");
  const say = form.dataset;
  const PAUSE = 350;
  const RETRY = 5000;

  let kept = box.value; // what the server has, as far as this window knows
  let sent = null; // what is on its way
  let timer = 0;
  let leaving = false;

  // --- line numbers ----------------------------------------------------------------------------------
  const number = () => {
    const bad = new Set([...form.querySelectorAll("[data-line]")].map((b) => Number(b.dataset.line)));
    const lines = box.value.split("\n").length;
    gutter.replaceChildren(
      ...Array.from({ length: lines }, (_, i) => {
        const line = document.createElement("span");
        line.textContent = String(i + 1);
        line.className = bad.has(i + 1) ? "bad" : "";
        return line;
      }),
    );
    gutter.scrollTop = box.scrollTop;
  };

  const startOf = (line) => box.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);

  const select = (from, to) => {
    box.focus();
    box.setSelectionRange(from, to);
    const height = parseFloat(getComputedStyle(box).lineHeight);
    const line = box.value.slice(0, from).split("\n").length;
    box.scrollTop = Math.max(0, (line - 5) * height);
  };

  const goTo = (line, column) => {
    form.querySelector("[data-tab='edit']")?.click();
    const start = startOf(line);
    const end = box.value.indexOf("\n", start);
    const last = end < 0 ? box.value.length : end;
    select(Math.min(start + column - 1, last), last);
  };

  // --- saving ----------------------------------------------------------------------------------------
  const save = () => {
    clearTimeout(timer);
    if (sent !== null || box.value === kept) {
      return;
    }
    sent = box.value;
    status.textContent = say.saving;
    window.saveForm();
  };

  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  const failed = () => {
    sent = null;
    status.textContent = say.failed;
    later(RETRY);
  };

  const answered = (args) => {
    if (!args?.at) {
      // Refused, for instance because somebody else saved: the page's message says why; what was typed stays.
      sent = null;
      status.textContent = say.unsaved;
      return;
    }
    kept = sent;
    sent = null;
    number();
    if (box.value === kept) {
      status.textContent = say.saved.replace("{0}", args.at);
    } else {
      later(PAUSE);
    }
  };

  const typed = () => {
    number();
    status.textContent = say.unsaved;
    later(PAUSE);
  };

  // --- ready-made parts ------------------------------------------------------------------------------
  // Where the next block begins at or after a line: a line indented as far as the piece, or less.
  const nextBlock = (lines, from, indent) => {
    let at = from;
    while (at < lines.length && !(lines[at].trim() && !lines[at].trim().startsWith("#") && lines[at].search(/\S/) <= indent)) {
      at++;
    }
    while (at > from && !lines[at - 1].trim()) {
      at--; // before the blank lines that set the next part apart
    }
    return at;
  };

  const sectionEnd = (lines, key) => {
    const head = lines.findIndex((l) => l.startsWith(`${key}:`));
    return head < 0 ? lines.length : nextBlock(lines, head + 1, 0);
  };

  // An item goes after the one the cursor is in; from a domain's head it goes first among its items.
  const itemPlace = (lines, cursor) => {
    const domains = lines.findIndex((l) => l.startsWith("domains:"));
    const end = sectionEnd(lines, "domains");
    if (cursor <= domains || cursor >= end) {
      return end;
    }
    let at = cursor;
    while (at > domains && !/^ {6}- /.test(lines[at]) && !/^ {2}- /.test(lines[at])) {
      at--;
    }
    if (/^ {6}- /.test(lines[at])) {
      return nextBlock(lines, at + 1, 6);
    }
    const items = lines.findIndex((l, i) => i >= at && /^ {4}items:/.test(l));
    return items < 0 ? end : items + 1;
  };

  const fresh = (piece) =>
    piece.replace(/code: (new-[a-z]+)/g, (_, name) => {
      let code = name;
      for (let i = 2; new RegExp(`code: ${code}\\s*$`, "m").test(box.value); i++) {
        code = `${name}-${i}`;
      }
      return `code: ${code}`;
    });

  // All items of a domain share one scale, so a new item takes that of its neighbors.
  const scaleNear = (lines, at) => {
    const found = (l) => /^\s+scale: *([a-z0-9-]+)/.exec(l)?.[1];
    for (let i = at - 1; i >= 0 && !/^ {2}- /.test(lines[i]); i--) {
      if (found(lines[i])) {
        return found(lines[i]);
      }
    }
    return lines.slice(at).map(found).find(Boolean) ?? lines.map(found).find(Boolean) ?? "performance";
  };

  const placeFor = (lines, place, cursor) => {
    if (place !== "domain") {
      return place === "item" ? itemPlace(lines, cursor) : sectionEnd(lines, place === "text" ? "texts" : "scales");
    }
    const head = lines.findIndex((l) => l.startsWith("domains:"));
    const end = sectionEnd(lines, "domains");
    return cursor > head && cursor < end ? nextBlock(lines, cursor + 1, 2) : end;
  };

  const insert = (piece, place) => {
    const lines = box.value.split("\n");
    const cursor = box.value.slice(0, box.selectionStart).split("\n").length - 1;
    const at = placeFor(lines, place, cursor);
    const text = fresh(piece).replaceAll("SCALE", scaleNear(lines, at)).replace(/\n$/, "");
    const before = lines.slice(0, at).join("\n");
    const from = before.length + (at > 0 ? 1 : 0);
    box.focus();
    box.setSelectionRange(from, from);
    // Through the browser's own editing, so that undo takes it back.
    const put = from > box.value.length ? `\n${text}` : `${text}\n`;
    if (!document.execCommand("insertText", false, put)) {
      box.setRangeText(put, from, from, "end");
      typed();
    }
    const label = box.value.indexOf("label: ", from);
    const start = label < 0 || label > from + put.length ? from : label + "label: ".length;
    const stop = box.value.indexOf("\n", start);
    select(start, stop < 0 ? box.value.length : stop);
  };

  // --- events ----------------------------------------------------------------------------------------
  box.addEventListener("input", typed);
  box.addEventListener("scroll", () => {
    gutter.scrollTop = box.scrollTop;
  });
  form.addEventListener("click", (e) => {
    const line = e.target.closest("[data-line]");
    if (line) {
      goTo(Number(line.dataset.line), Number(line.dataset.column));
    }
    const piece = e.target.closest("[data-piece]");
    if (piece) {
      form.querySelector("[data-tab='edit']")?.click();
      insert(piece.dataset.piece, piece.dataset.place);
    }
  });
  document.getElementById("upload").addEventListener("change", async (e) => {
    const file = e.target.files[0];
    e.target.value = "";
    if (file) {
      box.value = (await file.text()).replace(/\r\n/g, "\n");
      typed();
    }
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  addEventListener("beforeunload", (e) => {
    if (!leaving && box.value !== kept) {
      e.preventDefault();
    }
  });
  number();

  return { answered, failed };
})();
