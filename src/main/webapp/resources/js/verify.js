// The verify page: works out a file's fingerprint here, asks for it, and only uploads on a second yes.
(() => {
  "use strict";

  const form = document.getElementById("file");
  const input = document.getElementById("pdf");
  const button = document.getElementById("look");
  const result = document.getElementById("result");
  const large = document.getElementById("large");
  // Browsers hash over https and on this machine only. Elsewhere the plain form does it.
  if (!form || !window.crypto?.subtle) {
    return;
  }
  const actions = button.closest(".verify-go");
  actions.hidden = true;

  const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");

  const look = async () => {
    const file = input.files[0];
    actions.hidden = true;
    result.replaceChildren();
    large.hidden = !file || file.size <= Number(form.dataset.most);
    if (!file || !large.hidden) {
      return;
    }
    const digest = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const answer = await fetch(`${form.dataset.address}?sha256=${digest}`, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (file !== input.files[0]) {
      return;
    }
    const said = page.getElementById("result");
    const shown = said?.children.length ? said : page.querySelector("ul.news, main");
    result.replaceChildren(...[...shown.childNodes].map((node) => document.importNode(node, true)));
    const unknown = result.querySelector("#answer")?.dataset.finding === "UNKNOWN_FILE";
    actions.hidden = !unknown;
    if (unknown) {
      button.value = button.dataset.agree;
      actions.scrollIntoView({ block: "nearest" });
    } else {
      result.focus();
    }
  };

  // Without an answer from the server the plain form still works.
  const tryLook = () => look().catch(() => { actions.hidden = false; });

  input.addEventListener("change", tryLook);

  let over = 0;
  const mark = () => form.classList.toggle("over", over > 0);
  form.addEventListener("dragenter", (e) => { e.preventDefault(); over++; mark(); });
  form.addEventListener("dragover", (e) => e.preventDefault());
  form.addEventListener("dragleave", () => { over--; mark(); });
  form.addEventListener("drop", (e) => {
    e.preventDefault();
    over = 0;
    mark();
    if (e.dataTransfer.files.length) {
      input.files = e.dataTransfer.files;
      tryLook();
    }
  });
})();
