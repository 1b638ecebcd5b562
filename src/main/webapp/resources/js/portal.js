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

  // Faces cannot write these on a drop-down list or a group of radios without repeating them on each option.
  const ties = () => {
    for (const error of document.querySelectorAll(".field > [id$='-error']")) {
      const of = document.getElementById(error.id.slice(0, -"-error".length));
      const group = of?.closest("fieldset.choice") ?? of;
      if (group && !group.hasAttribute("aria-describedby")) {
        group.setAttribute("aria-describedby", `${of.id}-hint ${error.id}`);
        const first = of.matches("ul") ? of.querySelector("input") : of;
        if (error.textContent && first) {
          first.setAttribute("aria-invalid", "true");
        }
      }
    }
  };

  // Text areas grow with their text and start with the rows they were given.
  const rows = () => {
    for (const area of document.querySelectorAll("textarea[rows]")) {
      area.style.minHeight = `calc(${area.rows} * 1.5em + 1.125rem)`;
    }
  };

  // PrimeFaces 15.0.13 gives its file choosers neither a role nor, in simple mode, a name.
  const uploads = () => {
    for (const choose of document.querySelectorAll(".ui-fileupload-choose")) {
      choose.setAttribute("role", "button");
      choose.querySelector("input").inert = true;
    }
    for (const input of document.querySelectorAll("input[type='file'][aria-hidden]:not([inert])")) {
      input.removeAttribute("aria-hidden");
      const label = document.getElementById(input.id.replace(/_input$/, "_label"));
      if (label) {
        input.setAttribute("aria-labelledby", label.id);
      }
    }
  };

  // After a refused form, lead to the first field to mend.
  const mend = () => document.querySelector("[aria-invalid='true']")?.focus();

  const dress = () => {
    bars();
    tabs();
    ties();
    rows();
    uploads();
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
  // PrimeFaces' widgets stand only once jQuery has called them.
  addEventListener("load", dress);
  mend();
  listen();
})();
