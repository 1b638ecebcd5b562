// Several finals side by side. Saving is evaluation.js's; here are the ways between the cells, and the care that
// nothing is looked through or submitted before it is saved.
(() => {
  "use strict";
  const form = window.PreceptorEvaluation;
  if (!form) {
    return;
  }
  const { root, sheets } = form;

  // Up and down: the same learner's next item. Left and right stay within a cell, as in every group of radios.
  root.addEventListener("keydown", (e) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[e.key];
    const cell = e.target.closest(".together-cells .rating");
    if (!step || !cell || e.altKey || e.ctrlKey || e.metaKey) {
      return;
    }
    e.preventDefault();
    const column = [...root.querySelectorAll(".together-cells .rating")].filter(
      (c) => c.dataset.duty === cell.dataset.duty && !c.closest("details:not([open])"),
    );
    const next = column[column.indexOf(cell) + step];
    const button = next?.querySelector("input:checked") ?? next?.querySelector("input");
    button?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  });

  // What was looked through is not any more what stands above, once something is changed.
  const stale = (e) => {
    const duty = e.target.closest("[data-question]")?.dataset.duty;
    const section = duty && root.querySelector(`[data-looked='${duty}']`);
    if (section) {
      section.querySelector(`[data-current='${duty}']`).hidden = true;
      section.querySelector(`[data-stale='${duty}']`).hidden = false;
    }
  };
  root.addEventListener("change", stale);
  root.addEventListener("input", stale);

  // Everything of everybody is saved first: the page is loaded anew afterwards.
  let saved = false;
  root.addEventListener("click", async (e) => {
    const pressed = e.target.closest("[data-after-saving]");
    if (!pressed || saved) {
      return;
    }
    e.preventDefault();
    const whole = await Promise.all(sheets.map((sheet) => sheet.flush()));
    if (whole.every(Boolean)) {
      saved = true;
      pressed.click();
    } else {
      // Two answers to one question are decided first; else the bar says why nothing is saved.
      root.querySelector(".merge")?.scrollIntoView({ block: "center" });
    }
  });
})();
