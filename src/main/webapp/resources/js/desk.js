// The desk's ticks: how many are selected, at once. The server counts again with every request.
(() => {
  "use strict";
  const form = document.getElementById("desk");
  if (!form) {
    return;
  }
  // An answer to a button has the page's bare address; the filter belongs into it.
  history.replaceState(null, "", form.dataset.way);
  const ticks = () => [...form.querySelectorAll("input[name='pick']")];
  const number = new Intl.NumberFormat("en-US");
  const count = () => {
    const said = form.querySelector("[data-picked]");
    const page = form.querySelector("[data-pick-page]");
    const all = ticks();
    if (said) {
      const more = all.reduce((sum, t) => sum + t.checked - t.defaultChecked, 0);
      said.textContent = number.format(Number(said.dataset.picked) + more);
    }
    if (page) {
      const on = all.filter((t) => t.checked).length;
      page.checked = on > 0 && on === all.length;
      page.indeterminate = on > 0 && on < all.length;
    }
  };
  form.addEventListener("change", (e) => {
    if (e.target.matches("[data-pick-page]")) {
      ticks().forEach((t) => { t.checked = e.target.checked; });
    }
    if (e.target.matches("[data-pick-page], input[name='pick']")) {
      count();
    }
  });
  if (window.jQuery) {
    jQuery(document).on("pfAjaxComplete", count);
  }
  count();
})();
