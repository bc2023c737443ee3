// The training tab by keyboard, and a provision that opens by itself after a wrong answer.
(() => {
  const stage = () => document.querySelector("#training-stage");
  const typing = (element) => element?.closest?.("input, textarea, select, [role=combobox], [contenteditable=true]");

  // One of our buttons that is there and can be pressed.
  const button = (selector) => stage()?.querySelector(`button${selector}:not([disabled])`);

  addEventListener("keydown", (event) => {
    const elsewhere = document.body.dataset.tab !== "training" || typing(event.target);
    if (elsewhere || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
    const onButton = event.target.closest?.("a, #training-stage button:not(.option):not(.go), #source button, [role=tab]");
    const key = event.key.toLowerCase();
    const wanted = event.key === "Enter" && !onButton ? button(".go") : /^[a-h1-9]$/.test(key) ? button(`.key-${key}`) : null;
    if (!wanted) return;
    event.preventDefault();
    wanted.click();
  });

  // A game is kept on the server only for as long as the page is open: ask before it is left in the middle.
  addEventListener("beforeunload", (event) => {
    if (stage()?.querySelector(".asking")) event.preventDefault();
  });

  let last = "";
  new MutationObserver(() => {
    const section = stage()?.querySelector("section");
    const verdict = section?.querySelector(".verdict");
    const now = verdict ? `${verdict.className} ${verdict.textContent}` : "";
    if (now === last) return;
    const before = last;
    last = now;
    if (!verdict) {
      stage()?.closest("[role=tabpanel]")?.scrollTo(0, 0);
      // The provision belongs to the question before.
      if (before && document.body.dataset.tab === "training") document.querySelector("#source .closes")?.click();
      return;
    }
    if (verdict.classList.contains("wrong")) verdict.querySelector(".opens")?.click();
    setTimeout(() => stage().querySelector(".go")?.scrollIntoView({ block: "nearest" }), 100); // the pane is open by then
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
