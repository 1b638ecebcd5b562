// Finals side by side: each evaluation is read to its end, as it is, before its own button works.
(() => {
  "use strict";
  const page = window.PreceptorEvaluation;
  if (!page) {
    return;
  }
  const words = document.getElementById("evaluation-words").dataset;
  const of = (name, sheet) => page.root.querySelector(`[data-${name}='${sheet.duty}']`);
  const seen = new Map();

  const summarize = (sheet) => {
    const rows = sheet.fields
      .filter((f) => f.matches(".compared .rating"))
      .map((field) => {
        const row = document.createElement("div");
        const item = document.createElement("dt");
        const given = document.createElement("dd");
        item.textContent = field.dataset.label;
        given.textContent = page.wordsFor(field, page.valueOf(field)) || words.nothing;
        row.append(item, given);
        return row;
      });
    of("summary", sheet).replaceChildren(...rows);
  };
  const inView = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return element.checkVisibility() && bottom > 0 && top < innerHeight;
  };
  const whole = (sheet) => !sheet.missing().length && !sheet.pending.size;
  const show = (sheet) => {
    const read = seen.get(sheet) === sheet.revision() && whole(sheet);
    const button = of("submit", sheet);
    const handover = button.dataset.act === "handover";
    button.disabled = !(read || (handover && whole(sheet)));
    const text = read ? words.viewed : handover ? "" : words.viewFirst;
    const place = of("viewed", sheet);
    if (place.textContent !== text) {
      place.textContent = text;
    }
  };
  const look = async (sheet) => {
    const button = of("submit", sheet);
    if (
      button &&
      button.dataset.act !== "handover" &&
      !sheet.looking &&
      seen.get(sheet) !== sheet.revision() &&
      whole(sheet) &&
      inView(of("end", sheet))
    ) {
      sheet.looking = true;
      try {
        if (await sheet.view()) {
          seen.set(sheet, sheet.revision());
        }
      } catch (trouble) {
        if (!trouble.kind) {
          throw trouble;
        }
        sheet.fails(trouble);
      } finally {
        sheet.looking = false;
      }
      show(sheet);
    }
  };
  const update = (sheet) => {
    if (of("submit", sheet)) {
      summarize(sheet);
      show(sheet);
      look(sheet);
    }
  };

  page.root.addEventListener("evaluation:changed", (e) => update(e.detail));
  const all = () => page.sheets.forEach(look);
  addEventListener("scroll", all, { passive: true });
  addEventListener("resize", all);
  page.root.addEventListener("toggle", all, true);
  page.root.addEventListener("evaluation:submitted", (e) => {
    const sheet = e.detail;
    sheet.fields.filter((f) => f.matches(".compared .rating")).forEach((f) => f.remove());
    const done = document.createElement("p");
    done.className = "note";
    done.setAttribute("role", "status");
    done.textContent = words.submitted;
    sheet.element.querySelector("summary").append(" ", words.submitted);
    [...sheet.element.children].slice(1).forEach((child) => child.remove());
    sheet.element.append(done);
    sheet.element.tabIndex = -1;
    sheet.element.focus();
  });
  page.sheets.forEach(update);
})();
