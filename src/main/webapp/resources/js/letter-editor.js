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
  const pages = document.getElementById("pages");
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
  let dressing = false; // letterhead or facts are on their way
  let outside = 0; // the status that closed the door on us, and told so: 401, or 404 for what is not ours
  let pressed = null;

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

  const put = (what, body) =>
    fetch(`${say.api}/${what}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json", Accept: "application/json, application/problem+json" },
      body: JSON.stringify(body),
    });

  const save = async () => {
    clearTimeout(timer);
    if (sent !== null || dressing || conflict || !dirty()) {
      return;
    }
    sent = text();
    if (!outside) {
      report(say.saving);
    }
    try {
      const answer = await put("text", { version: Number(version.value), html: sent });
      if (answer.status === 409) {
        sent = null;
        field.value = text();
        window.saveLetter(); // the page shows what the other window saved
      } else if ([401, 403, 404].includes(answer.status)) {
        shut(answer.status === 401 ? 401 : 404);
      } else if (answer.ok) {
        answered(await answer.json());
      } else {
        failed(await problem(answer));
      }
    } catch {
      failed(); // the network went
    }
  };

  // The way back in opens beside this window, which goes on trying. At somebody else's letter it knocks again only
  // when its author comes back or writes on.
  const shut = (code) => {
    sent = null;
    waiting = null;
    if (outside !== code) {
      report(code === 401 ? say.signedout : say.notyours);
      outside = code;
      const door = document.createElement("a");
      door.href = say.door;
      door.target = "_blank";
      door.rel = "noopener";
      door.textContent = say.signin;
      status.append(" ", door);
    }
    if (code === 401) {
      later(RETRY);
    }
  };

  const problem = async (answer) =>
    answer.status === 422 && answer.headers.get("Content-Type")?.includes("json") ? (await answer.json()).detail : null;

  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  const failed = (why) => {
    outside = 0;
    sent = null;
    waiting = null;
    report(why ?? say.failed);
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
    kept = sent ?? field.value;
    sent = null;
    outside = 0;
    document.getElementById("otherText")?.remove();
    version.value = args.version;
    report(say.saved.replace("{0}", args.at));
    if (waiting) {
      waiting.click();
      return;
    }
    showBeside();
    if (dirty()) {
      remember();
      later(PAUSE);
    } else {
      forget();
    }
  };

  // Letterhead and facts. One thing at a time: each gives the letter a new version.
  const letterhead = document.getElementById("letterhead");
  const context = document.getElementById("context");
  const dress = async () => {
    if (sent !== null || dressing) {
      setTimeout(dress, 200);
      return;
    }
    dressing = true;
    try {
      const answer = await put("look", {
        letterhead: letterhead?.value ? Number(letterhead.value) : letterhead ? null : Number(say.letterhead) || null,
        contextHidden: !context.checked,
      });
      if (answer.ok) {
        version.value = (await answer.json()).version;
        showBeside();
      } else {
        report((await problem(answer)) ?? say.failed);
      }
    } catch {
      report(say.failed);
    } finally {
      dressing = false;
      later(PAUSE);
    }
  };
  letterhead?.addEventListener("change", dress);
  context.addEventListener("change", dress);

  // --- the page beside it: pictures of the file itself, for phones show no file inside a page ---------
  const get = async (what) => {
    const answer = await fetch(`${say.api}/${what}`, { headers: { Accept: "application/json, application/problem+json" } });
    return { ok: answer.ok, body: answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null };
  };

  const showPages = async (edition) => {
    const { ok, body } = await get("pages");
    pageNote.hidden = ok || !body;
    if (!ok) {
      pageNote.textContent = body?.detail ?? body?.title ?? "";
      return;
    }
    for (let n = 1; n <= body.pages; n++) {
      const shown = pages.children[n - 1];
      const picture = new Image();
      picture.className = "letter-page";
      picture.alt = say.pagealt.replace("{0}", n).replace("{1}", body.pages);
      picture.src = `${say.api}/pages/${n}.png?v=${edition}`;
      if (shown) {
        // The old one stays until the new one is there.
        await picture.decode().catch(() => {});
        shown.replaceWith(picture);
      } else {
        pages.append(picture);
      }
    }
    while (pages.children.length > body.pages) {
      pages.lastChild.remove();
    }
  };

  let besides = 0;
  const showBeside = async () => {
    const mine = ++besides;
    const edition = version.value;
    try {
      const { ok, body } = await get("hints");
      if (mine === besides && ok) {
        hints.show(body);
      }
      if (mine === besides) {
        await showPages(edition);
      }
    } catch {
      later(RETRY); // the network went: the next save says so
    }
  };

  // --- notes in the margin: for this author, on this device, until the page is closed ------------------
  const mark = window.CSS?.highlights ? new Highlight() : null;
  mark && CSS.highlights.set("letter-hint", mark);

  // Where a note's words stand in the box: the text is walked node by node.
  const rangeOf = (hint) => {
    if (!hint.quote) {
      return null;
    }
    const nodes = [];
    let all = "";
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, from: all.length });
      all += walker.currentNode.data.replace(/\s/g, " ");
    }
    let at = -1;
    for (let n = 0; n <= hint.nth; n++) {
      at = all.indexOf(hint.quote, at + 1);
      if (at < 0) {
        return null;
      }
    }
    const place = (offset) => {
      const found = nodes.findLast((each) => each.from <= offset);
      return [found.node, offset - found.from];
    };
    const range = new Range();
    range.setStart(...place(at));
    const [last, end] = place(at + hint.quote.length - 1);
    range.setEnd(last, end + 1);
    return range;
  };

  const underline = () => {
    if (!mark) {
      return;
    }
    mark.clear();
    for (const hint of hints.open()) {
      const range = rangeOf(hint);
      range && mark.add(range);
    }
  };

  const hints = PreceptorHints.begin({
    say,
    shelf: `${drawer}-hints`,
    find: (hint) => {
      const range = rangeOf(hint);
      if (range) {
        box.focus();
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        range.startContainer.parentElement.scrollIntoView({ block: "center" });
      }
    },
    home: () => box,
    changed: underline,
  });

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
    underline();
    if (!dirty()) {
      return;
    }
    remember();
    if (sent === null && !conflict && !outside) {
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
    pressed = e.target.closest("[type=submit]");
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
    if (sent !== null || dressing) {
      // Else our own save would look like another window's.
      e.preventDefault();
      waiting = pressed;
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
  addEventListener("focus", () => outside && save());

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
  showBeside();

  return { answered, failed };
})();
