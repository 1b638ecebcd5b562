// Buttons that copy an answer, for services that take it in their own pages.
(() => {
  "use strict";

  const list = document.getElementById("answers");
  const status = document.getElementById("copyStatus");

  const byHand = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return document.execCommand("copy");
  };

  list.addEventListener("click", async (e) => {
    const button = e.target.closest("button[data-copy]");
    if (!button) {
      return;
    }
    const text = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text.innerText);
    } catch {
      // Without a secure connection there is no clipboard; the selection can still be copied.
      byHand(text);
    }
    const before = button.textContent;
    button.textContent = list.dataset.copied;
    status.textContent = list.dataset.copied;
    setTimeout(() => {
      button.textContent = before;
      status.textContent = "";
    }, 2000);
  });
})();
