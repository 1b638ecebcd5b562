// Notes in the margin: listed, shown where they stand, dismissed and brought back. They are for this
// author, on this device, until the page is closed.
const PreceptorHints = (() => {
  "use strict";

  const element = (name, words, type) => {
    const made = document.createElement(name);
    made.textContent = words;
    if (type) {
      made.className = type;
    }
    return made;
  };

  const button = (words, about, pressed) => {
    const made = element("button", words, "link");
    made.type = "button";
    made.setAttribute("aria-label", `${words}: ${about}`);
    made.addEventListener("click", pressed);
    return made;
  };

  const keyOf = (hint) => `${hint.kind} ${hint.quote} ${hint.nth}`;

  /**
   * say: the form's words; shelf: where dismissed ones are remembered; find(hint): shows where it
   * stands; home(): gets the focus when the list is empty; changed(): the open ones are others.
   */
  const begin = ({ say, shelf, find, home, changed = () => {} }) => {
    const list = document.getElementById("hintList");
    const none = document.getElementById("noHints");
    const back = document.getElementById("hintsBack");
    const dismissed = new Set(JSON.parse(sessionStorage.getItem(shelf) ?? "[]"));
    const keep = () => sessionStorage.setItem(shelf, JSON.stringify([...dismissed]));
    let hints = [];

    const open = () => hints.filter((hint) => !dismissed.has(keyOf(hint)));

    const draw = () => {
      const kept = list.contains(document.activeElement);
      list.replaceChildren(
        ...open().map((hint) => {
          const item = element("li", "", "note");
          item.dataset.kind = hint.kind;
          if (hint.quote) {
            const quote = element("q", hint.quote);
            quote.dir = "auto";
            item.append(quote, " ");
          }
          item.append(element("strong", hint.what), " ", hint.todo, document.createElement("br"));
          if (hint.quote) {
            item.append(button(say.where, hint.quote, () => find(hint)), " ");
          }
          item.append(
            button(say.dismiss, hint.what, () => {
              dismissed.add(keyOf(hint));
              keep();
              draw();
            }),
          );
          return item;
        }),
      );
      none.textContent = say.nohints;
      none.hidden = list.childElementCount > 0;
      const away = hints.length - list.childElementCount;
      back.hidden = away === 0;
      back.textContent = say.dismissed.replace("{0}", away);
      if (kept) {
        (list.querySelector("button") ?? (away ? back : home())).focus();
      }
      changed();
    };

    back.addEventListener("click", () => {
      dismissed.clear();
      keep();
      draw();
    });

    const show = (found) => {
      hints = found;
      draw();
    };

    return { show, open };
  };

  return { begin };
})();
