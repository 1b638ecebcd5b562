// The evaluation form: each change saves the whole form, digits rate, the next item slides into view.
// Text that is not saved yet is also kept in this tab, so that a lost connection or session loses nothing.
const PreceptorEvaluation = (() => {
  "use strict";
  const TYPING_PAUSE = 800;
  const RETRY = 5000;

  const form = () => document.getElementById("evaluation");
  const key = () => `evaluation-${form().dataset.evaluation}`;
  const texts = () => [...form().querySelectorAll("textarea, input[type='text']")];
  let timer;
  let arrows = false;

  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => saveEvaluation(), pause);
  };
  const kept = () => JSON.parse(sessionStorage.getItem(key()) ?? "{}");
  const remember = (text) =>
    sessionStorage.setItem(key(), JSON.stringify({ ...kept(), [text.id]: text.value }));

  const restore = () => {
    const lost = Object.entries(kept()).filter(([id, value]) => document.getElementById(id).value !== value);
    for (const [id, value] of lost) {
      document.getElementById(id).value = value;
    }
    if (lost.length) {
      document.getElementById("restored").hidden = false;
      later(0);
    }
  };

  const next = (item) => {
    const items = [...form().querySelectorAll("fieldset.rating")];
    return items.slice(items.indexOf(item) + 1).find((each) => !each.querySelector(":checked"));
  };
  const slide = (item) => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    item?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  };

  const changed = (e) => {
    const radio = e.target.closest(".rating input[type='radio']");
    if (!radio) {
      return;
    }
    const item = radio.closest("fieldset");
    item.querySelector(".meaning").textContent = radio.dataset.meaning;
    later(0);
    // Who walks through the levels with the arrow keys is still choosing.
    if (!arrows) {
      slide(next(item));
    }
  };

  const pressed = (e) => {
    arrows = e.key.startsWith("Arrow");
    const item = e.target.closest("fieldset.rating");
    if (!item || !/^[0-5]$/.test(e.key) || e.ctrlKey || e.altKey || e.metaKey) {
      return;
    }
    e.preventDefault();
    const radio = item.querySelector(`input[value='${e.key}']`);
    radio.focus();
    if (!radio.checked) {
      radio.click();
    }
    next(item)?.querySelector("input").focus({ preventScroll: true });
  };

  const typed = (e) => {
    if (texts().includes(e.target)) {
      remember(e.target);
      later(TYPING_PAUSE);
    }
  };

  document.addEventListener("change", changed);
  document.addEventListener("keydown", pressed);
  document.addEventListener("pointerdown", () => (arrows = false));
  document.addEventListener("input", typed);
  document.addEventListener("submit", () => clearTimeout(timer));
  window.addEventListener("online", () => later(0));
  document.addEventListener("DOMContentLoaded", () => {
    restore();
    document.getElementById("missing")?.focus();
  });

  return {
    answered(args) {
      if (args?.saved) {
        sessionStorage.removeItem(key());
        document.getElementById("offline").hidden = true;
      }
    },
    failed() {
      document.getElementById("offline").hidden = false;
      later(RETRY);
    },
  };
})();
window.PreceptorEvaluation = PreceptorEvaluation;
