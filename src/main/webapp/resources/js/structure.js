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
  let stale = false;
  let waiting = null;

  const report = (words) => {
    status.textContent = words;
  };

  const save = () => {
    clearTimeout(timer);
    if (sending || stale || !dirty) {
      return;
    }
    sending = true;
    dirty = false;
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
      return;
    }
    if (!args?.version) {
      failed();
      return;
    }
    version.value = args.version;
    left.textContent = args.left;
    report(say.saved.replace("{0}", args.at));
    if (waiting) {
      waiting.click();
      return;
    }
    showPage();
    if (dirty) {
      later(PAUSE);
    }
  };

  const showPage = () => {
    const box = document.getElementById("pageBox");
    if (box?.open) {
      const address = `${say.preview}?v=${version.value}#toolbar=0&navpanes=0&view=FitH`;
      document.getElementById("page").contentWindow.location.replace(address);
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
  form.addEventListener("submit", (e) => {
    clearTimeout(timer);
    if (sending) {
      // Else our own save would look like another window's.
      e.preventDefault();
      waiting = e.submitter;
      return;
    }
    dirty = false;
  });
  document.getElementById("pageBox")?.addEventListener("toggle", showPage);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  addEventListener("beforeunload", (e) => {
    if (dirty) {
      e.preventDefault();
    }
  });
  form.querySelectorAll("[data-cap] textarea").forEach(count);

  return { answered, failed };
})();
