// Furniture of every page. Loaded deferred; runs again after each Faces Ajax answer.
(() => {
  "use strict";

  // Bars say their share in data-percent, so that pages need no inline style.
  const bars = () => {
    for (const bar of document.querySelectorAll("[data-percent]")) {
      bar.style.width = `${Math.max(0, Math.min(100, Number(bar.dataset.percent)))}%`;
    }
  };

  // On a phone the two halves of .split are two tabs.
  const tabs = () => {
    for (const split of document.querySelectorAll(".split:not([data-show])")) {
      const buttons = [...split.querySelectorAll(":scope > .tabs [data-tab]")];
      if (!buttons.length) {
        continue;
      }
      split.querySelector(":scope > .tabs").setAttribute("role", "tablist");
      const show = (name) => {
        split.dataset.show = name;
        for (const b of buttons) {
          const chosen = b.dataset.tab === name;
          b.setAttribute("aria-selected", String(chosen));
          b.tabIndex = chosen ? 0 : -1;
        }
        split.dispatchEvent(new CustomEvent("portal:tab", { detail: name, bubbles: true }));
      };
      buttons.forEach((b, i) => {
        b.setAttribute("role", "tab");
        b.addEventListener("click", () => show(b.dataset.tab));
        b.addEventListener("keydown", (e) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
          if (step) {
            const next = buttons[(i + step + buttons.length) % buttons.length];
            next.focus();
            show(next.dataset.tab);
          }
        });
      });
      show(buttons[0].dataset.tab);
    }
  };

  // After a refused form, lead to the first field to mend.
  const mend = () => document.querySelector("[aria-invalid='true']")?.focus();

  const dress = () => {
    bars();
    tabs();
  };
  const listen = () => {
    if (window.jQuery) {
      jQuery(document).on("pfAjaxComplete", dress);
    }
    if (window.faces?.ajax) {
      faces.ajax.addOnEvent((e) => e.status === "success" && dress());
    }
  };

  dress();
  mend();
  listen();
})();
