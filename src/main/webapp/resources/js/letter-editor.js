// The letter editor: a box to write in, kept in step with a hidden field, saved a second after typing
// stops. The browser cleans what is pasted only so that the author sees what will stay; the server
// cleans again and decides.
const PreceptorLetter = (() => {
  "use strict";

  const form = document.getElementById("letter");
  const box = document.getElementById("text");
  const field = document.getElementById("letter:html");
  const version = document.getElementById("letter:version");
  const status = document.getElementById("saved");
  const count = document.getElementById("count");
  const page = document.getElementById("page");
  const pageNote = document.getElementById("pageNote");
  const say = form.dataset;
  const drawer = `letter-${say.letter}`;

  const PAUSE = 1000;
  const RETRY = 5000;

  let kept = field.value; // what the server has, as far as this window knows
  let sent = null; // what is on its way
  let timer = 0;
  let leaving = false;
  let conflict = false;
  let waiting = null; // the button that was pressed while a save was on its way

  // --- text ------------------------------------------------------------------------------------------
  const text = () => (box.textContent.trim() === "" ? "" : box.innerHTML);
  const dirty = () => text() !== kept;
  const words = (element) => element.textContent.replace(/\s+/g, "");

  const BOLD = /font-weight:\s*(bold|bolder|[6-9]00)/i;
  const LIGHT = /font-weight:\s*(normal|lighter|[1-5]00)/i;
  const SLANT = /font-style:\s*(italic|oblique)/i;
  const BLOCKS = "P DIV H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE TABLE TR SECTION ARTICLE".split(" ");
  const SILENT = "HEAD STYLE SCRIPT TITLE META LINK TEMPLATE IFRAME OBJECT EMBED SVG SELECT TEXTAREA BUTTON XML".split(" ");

  const escaped = (s) => s.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);

  const children = (node) => [...node.childNodes].map(clean).join("");

  function clean(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      return escaped(node.data.replace(/\s+/g, " "));
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SILENT.includes(node.nodeName.toUpperCase())) {
      return "";
    }
    const name = node.nodeName.toUpperCase();
    const style = node.getAttribute("style") ?? "";
    if (/mso-list:\s*ignore/i.test(style)) {
      return ""; // the bullet that Word writes as text
    }
    let inner = children(node);
    const bold = (/^(B|STRONG|H[1-6])$/.test(name) || BOLD.test(style)) && !LIGHT.test(style);
    const italic = /^(I|EM)$/.test(name) || SLANT.test(style);
    if (name === "BR") {
      return "<br>";
    }
    if (name === "UL" || name === "OL" || name === "LI") {
      return `<${name.toLowerCase()}>${inner}</${name.toLowerCase()}>`;
    }
    inner = italic && inner.trim() ? `<em>${inner}</em>` : inner;
    inner = bold && inner.trim() ? `<strong>${inner}</strong>` : inner;
    if (/mso-list:\s*(?!skip|none|ignore)\S/i.test(style)) {
      const mark = [...node.querySelectorAll("[style]")].find((e) => /mso-list:\s*ignore/i.test(e.getAttribute("style")));
      const list = mark && /^\s*\(?[0-9a-z]{1,5}[.)]/i.test(mark.textContent) ? "ol" : "ul";
      return `<${list}><li>${inner}</li></${list}>`;
    }
    if (BLOCKS.includes(name)) {
      return /<(p|ul|ol)>/.test(inner) ? inner : inner.trim() ? `<p>${inner}</p>` : "";
    }
    return inner;
  }

  const cleaned = (html) =>
    children(new DOMParser().parseFromString(html, "text/html").body).replace(/<\/(ul|ol)>\s*<\1>/g, "");

  const fromPlain = (plain) => {
    const parts = plain.replace(/\r/g, "").split(/\n\s*\n/).filter((p) => p.trim());
    const inner = parts.map((p) => escaped(p.trim()).replace(/\n/g, "<br>"));
    return inner.length === 1 ? inner[0] : inner.map((p) => `<p>${p}</p>`).join("");
  };

  // --- saving ----------------------------------------------------------------------------------------
  const report = (words) => {
    status.textContent = words;
  };

  const remember = () => {
    try {
      sessionStorage.setItem(drawer, JSON.stringify({ version: version.value, html: text() }));
    } catch {
      // A full or forbidden session store only means no second net.
    }
  };
  const forget = () => sessionStorage.removeItem(drawer);

  const save = () => {
    clearTimeout(timer);
    if (sent !== null || conflict || !dirty()) {
      return;
    }
    sent = text();
    field.value = sent;
    report(say.saving);
    window.saveLetter();
  };

  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  const failed = () => {
    sent = null;
    waiting = null;
    report(say.failed);
    later(RETRY);
  };

  const answered = (args) => {
    if (args?.stale) {
      sent = null;
      waiting = null;
      conflict = true;
      report(say.unsaved);
      document.getElementById("otherText")?.scrollIntoView({ block: "nearest" });
      return;
    }
    if (!args?.version) {
      failed();
      return;
    }
    kept = sent;
    sent = null;
    version.value = args.version;
    report(say.saved.replace("{0}", args.at));
    if (waiting) {
      waiting.click();
      return;
    }
    showPage().catch(() => later(RETRY)); // the network went: the next save says so
    if (dirty()) {
      remember();
      later(PAUSE);
    } else {
      forget();
    }
  };

  // --- the page beside it ----------------------------------------------------------------------------
  const showPage = async () => {
    const address = `${say.preview}?v=${version.value}`;
    const answer = await fetch(address, { headers: { Accept: "application/pdf, application/problem+json" } });
    if (answer.ok) {
      pageNote.hidden = true;
      page.contentWindow.location.replace(`${address}#toolbar=0&navpanes=0&view=FitH`);
    } else if (answer.headers.get("Content-Type")?.includes("json")) {
      const problem = await answer.json();
      pageNote.textContent = problem.detail ?? problem.title;
      pageNote.hidden = false;
    }
  };

  // --- the box ---------------------------------------------------------------------------------------
  const buttons = [...form.querySelectorAll(".toolbar [data-command]")];
  const press = (command) => {
    box.focus();
    document.execCommand(command);
    typed();
  };
  const marks = () => {
    for (const b of buttons) {
      b.setAttribute("aria-pressed", String(document.queryCommandState(b.dataset.command)));
    }
  };
  const counted = () => {
    const n = box.innerText.trim().split(/\s+/).filter(Boolean).length;
    count.textContent = say.words.replace("{0}", n);
  };

  function typed() {
    marks();
    counted();
    if (!dirty()) {
      return;
    }
    remember();
    if (sent === null && !conflict) {
      report(say.unsaved);
    }
    later(PAUSE);
  }

  document.execCommand("defaultParagraphSeparator", false, "p");
  document.execCommand("styleWithCSS", false, false);
  box.innerHTML = field.value; // the server wrote it from its own few shapes
  kept = text();

  box.addEventListener("focus", () => {
    if (!box.firstChild) {
      box.innerHTML = "<p><br></p>";
      getSelection().collapse(box.firstChild, 0);
    }
  });
  box.addEventListener("input", typed);
  box.addEventListener("paste", (e) => {
    e.preventDefault();
    const html = e.clipboardData.getData("text/html");
    document.execCommand("insertHTML", false, html ? cleaned(html) : fromPlain(e.clipboardData.getData("text/plain")));
  });
  box.addEventListener("drop", (e) => {
    e.preventDefault();
    document.execCommand("insertText", false, e.dataTransfer.getData("text/plain"));
  });
  box.addEventListener("keydown", (e) => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey) {
      return;
    }
    const key = e.key.toLowerCase();
    if (key === "b" || key === "i") {
      e.preventDefault();
      press(key === "b" ? "bold" : "italic");
    } else if (key === "u") {
      e.preventDefault(); // letters have no underline
    } else if (key === "s") {
      e.preventDefault();
      save();
    }
  });
  document.addEventListener("selectionchange", () => document.activeElement === box && marks());
  for (const b of buttons) {
    b.addEventListener("mousedown", (e) => e.preventDefault()); // the selection stays in the box
    b.addEventListener("click", () => press(b.dataset.command));
  }

  form.addEventListener("click", (e) => {
    if (e.target.id === "keepMine") {
      version.value = document.getElementById("otherText").dataset.version;
      kept = null;
      conflict = false;
      save();
    } else if (e.target.id === "takeOther") {
      leaving = true;
      forget();
      location.reload();
    }
  });
  form.addEventListener("submit", (e) => {
    clearTimeout(timer);
    if (sent !== null) {
      // Else our own save would look like another window's.
      e.preventDefault();
      waiting = e.submitter;
      return;
    }
    field.value = text();
    remember();
    leaving = true;
  });
  addEventListener("beforeunload", (e) => {
    if (!leaving && dirty()) {
      e.preventDefault();
    }
  });
  document.addEventListener("visibilitychange", () => document.hidden && save());

  // Text that could not be saved before this page was closed. Its version travels with it: if the
  // server has a newer one, both are shown.
  const restore = () => {
    const left = sessionStorage.getItem(drawer);
    if (!left) {
      return;
    }
    const { version: basedOn, html } = JSON.parse(left);
    const found = document.createElement("div");
    found.innerHTML = cleaned(html);
    if (words(found) === "" || words(found) === words(box)) {
      forget();
      return;
    }
    box.replaceChildren(...found.childNodes);
    version.value = basedOn;
    report(say.restored);
    later(PAUSE);
  };

  // A refused form comes back with both texts already on the page.
  conflict = document.getElementById("otherText") !== null;
  if (conflict) {
    kept = null;
  } else {
    restore();
  }
  counted();

  return { answered, failed };
})();
