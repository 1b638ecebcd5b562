// The card's form says what a chosen level means.
(() => {
  "use strict";
  document.getElementById("encounter")?.addEventListener("change", (e) => {
    const item = e.target.closest(".rating");
    if (item) {
      item.querySelector(".meaning").textContent = e.target.dataset.meaning;
    }
  });
})();
