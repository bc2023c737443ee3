// The page's own behaviour: marks open provisions, offered questions are asked, Enter respects input methods.
// Gradio's event handlers would need `unsafe-eval`; plain listeners on the document do not.
(() => {
  const at = (selector) => document.querySelector(selector);
  const box = () => at("#question textarea");
  const busy = () => at("#transcript .turn.pending") !== null;

  // Hand a value to one of Gradio's boxes as if it had been typed.
  function fill(field, value) {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // Gradio tells of changes only, and the same mark may be chosen twice: hence the count.
  let handed = 0;
  const hand = (id, value) => fill(at(`#${id} textarea, #${id} input`), `${++handed} ${value}`);

  // ---- tabs ----
  function followTab() {
    const chosen = at("#tabs [role=tab][aria-selected=true]");
    const name = chosen?.id.match(/^tab-(.+)-button$/)?.[1];
    if (!name || document.body.dataset.tab === name) return;
    document.body.dataset.tab = name;
    document.body.classList.remove("reading");
  }

  // ---- choosing ----
  let sender = null; // what had the focus before the pane covered a small screen

  function open(button) {
    const place = [...button.classList].find((name) => name.startsWith("at-"));
    sender = button;
    document.body.classList.add("reading");
    hand("place", place.slice("at-".length));
    // What is open already may have been scrolled away, or lain unseen below a small screen.
    if (at("#source .source")?.classList.contains(`shows-${place.slice("at-".length)}`)) {
      last.source = null;
      followSource();
    }
  }

  function act(button) {
    if (button.closest("#library-list")) shelf = at("#tab-library").scrollTop;
    const box = [...button.classList].find((name) => name.startsWith("to-"));
    hand(box.slice("to-".length), button.value);
    if (button.classList.contains("leads")) button.closest("#tabs > [role=tabpanel]").scrollTop = 0;
  }

  function close() {
    document.body.classList.remove("reading");
    if (sender?.isConnected) sender.focus();
  }

  function ask(button) {
    if (!busy()) hand("offered", button.textContent);
  }

  async function copy(button) {
    const words = button.parentElement.querySelector(".copy-text").textContent;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      copyOldWay(words); // no clipboard outside https and this machine itself
    }
    const [label, done] = button.children;
    label.hidden = true;
    done.hidden = false;
    setTimeout(() => { label.hidden = false; done.hidden = true; }, 2000);
  }

  function copyOldWay(words) {
    const field = document.createElement("textarea");
    field.value = words;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".ours button");
    if (!button) return;
    if (button.classList.contains("opens")) open(button);
    else if (button.classList.contains("does")) { if (!button.classList.contains("drop") || !busy()) act(button); }
    else if (button.classList.contains("asks")) ask(button);
    else if (button.classList.contains("copies")) copy(button);
    else if (button.classList.contains("closes")) close();
  });

  // ---- keys ----
  // Enter that ends a word of an input method belongs to the input method; Safari only tells by the key code.
  function shield(event) {
    const composing = event.isComposing || event.keyCode === 229;
    const typed = event.target === box() && event.key === "Enter" && !event.shiftKey;
    if (typed && (composing || busy() || !box().value.trim())) {
      event.stopImmediatePropagation();
      if (!composing) event.preventDefault();
    }
  }
  for (const kind of ["keydown", "keypress", "keyup"]) document.addEventListener(kind, shield, true);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  // ---- a restart of the service reloads the page: carry the typed question across, in no storage ----
  document.addEventListener("input", (event) => {
    if (event.target === box()) window.name = box().value;
  });

  let restored = false;
  function restore() {
    if (restored || !at("#transcript .beginning")) return; // not before Gradio listens
    restored = true;
    if (window.name) fill(box(), window.name);
  }

  // ---- Gradio's messages, in the page's language ----
  function translateMessages() {
    for (const message of document.querySelectorAll(".toast-message-text:not(.said)")) {
      const kind = /queue|busy/i.test(message.textContent) ? "busy"
        : /connection|network|fetch/i.test(message.textContent) ? "lost" : "fault";
      message.classList.add("said");
      message.textContent = at(`#banner .says-${kind}`)?.textContent ?? message.textContent;
    }
  }

  // ---- a document of the library begins at its top; back in the list one is where one was ----
  let shelf = 0, read = null;
  function followReading() {
    const shown = at("#library-reading .reading-document");
    if (shown === read) return;
    read = shown;
    at("#tab-library").scrollTop = shown ? 0 : shelf;
    // What had the focus is gone with the other view.
    if (document.activeElement === document.body) at(shown ? "#library-reading button" : "#library-shelf button")?.focus({ preventScroll: true });
  }

  // ---- after Gradio has changed something ----
  function settle() {
    for (const [id, role] of [["transcript", "log"], ["source", "region"]]) at(`#${id}`)?.setAttribute("role", role);
    at("#transcript")?.setAttribute("aria-live", "polite");
    at("#source")?.setAttribute("aria-labelledby", "source-title");
    document.body.classList.toggle("asking", busy());
    followTab();
    markChosen();
  }

  function markChosen() {
    const shown = at("#source .source")?.className.match(/shows-(\S+)/)?.[1];
    for (const button of document.querySelectorAll(".ours .opens")) {
      const chosen = shown !== undefined && button.classList.contains(`at-${shown}`);
      button.classList.toggle("chosen", chosen);
      if (chosen) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  let last = { turn: null, source: null };

  function followTranscript() {
    const turns = document.querySelectorAll("#transcript .turn");
    const newest = turns[turns.length - 1];
    const state = newest ? `${newest.id} ${newest.className}` : "";
    if (state === last.turn) return;
    last.turn = state;
    if (!newest) return;
    newest.scrollIntoView({ block: "start" });
    if (newest.classList.contains("pending")) return;
    // Cleared only now: whatever goes wrong before, the question is not lost; nor is one typed meanwhile.
    const asked = newest.querySelector(".asked p").textContent.trim();
    const typed = box().value.trim();
    const failed = newest.classList.contains("outcome-error");
    if (failed && !typed) fill(box(), asked);
    if (!failed && typed === asked) fill(box(), "");
  }

  function followSource() {
    const pane = at("#source .source");
    if (pane === last.source) return;
    last.source = pane;
    const cited = pane?.querySelector(".cited");
    if (!cited) return;
    reveal(at("#source"), cited, cited.querySelector("mark") ?? cited);
    if (document.body.classList.contains("reading") && matchMedia("(max-width: 800px)").matches) {
      pane.querySelector(".closes").focus();
    }
  }

  // Leave what stands before the provision in view too; a mark far down a long provision goes before that.
  function reveal(pane, cited, mark) {
    pane.scrollTop = 0;
    const head = pane.querySelector(".pane-head");
    const above = getComputedStyle(head).position === "sticky" ? head.clientHeight : 0;
    const room = pane.clientHeight - above;
    const top = (element) => element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    const [begins, marked] = [top(cited), top(mark)];
    const before = Math.min(room * 0.25, 130);
    const ends = Math.min(mark.getBoundingClientRect().height, room / 2);
    const isFar = marked + ends - begins > room - before;
    pane.scrollTop = isFar ? marked - above - room / 3 : begins - above - before;
  }

  // What is folded on the screen must stand on paper.
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("#transcript details")) folded.open = true;
  });

  new MutationObserver(() => { settle(); followTranscript(); followSource(); followReading(); translateMessages(); restore(); })
    .observe(document.documentElement, { childList: true, subtree: true });
  // A tab that has been drawn once is only shown again: no element comes or goes.
  new MutationObserver(followTab)
    .observe(document.documentElement, { attributeFilter: ["aria-selected"], subtree: true });
})();
