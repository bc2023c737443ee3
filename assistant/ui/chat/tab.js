// 问答: opinions on answers, the progress of an answer, files that were made, the words in the filter's field.
(() => {
  const at = (selector) => document.querySelector(selector);

  // ---- opinions: what is being written outlives the page's own changes, until it is kept ----
  const written = new Map(); // by turn: kind and comment

  function rate(button) {
    const id = button.closest(".turn").id;
    const field = button.closest(".rating").querySelector(".comment");
    // What could not be saved is still in the field.
    written.set(id, { kind: button.value, comment: written.get(id)?.comment ?? field.defaultValue });
    showWritten();
    field.focus();
  }

  // The button hands its value over; what is said goes in before that.
  function keep(button) {
    const id = button.closest(".turn").id;
    const { kind, comment } = written.get(id);
    written.delete(id);
    button.value = `${id.slice("turn-".length)} ${kind} ${comment}`;
  }

  function cancel(button) {
    written.delete(button.closest(".turn").id);
    showWritten();
  }

  function showWritten() {
    for (const rating of document.querySelectorAll("#transcript .rating")) {
      const own = written.get(rating.closest(".turn").id);
      const [form, field] = [rating.querySelector(".comment-form"), rating.querySelector(".comment")];
      if (form.hidden !== !own) form.hidden = !own;
      if (own && field.value !== own.comment) field.value = own.comment;
      for (const button of rating.querySelectorAll(".rates")) {
        const pressed = String(own ? own.kind === button.value : button.classList.contains("kept"));
        if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
      }
    }
  }

  document.addEventListener("input", (event) => {
    const own = event.target.matches?.(".rating .comment") && written.get(event.target.closest(".turn").id);
    if (own) own.comment = event.target.value;
  });

  // Before the page's own listener, which hands over what the button holds by then.
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#transcript .rating button");
    if (!button) return;
    if (button.classList.contains("rates")) rate(button);
    else if (button.classList.contains("keeps")) keep(button);
    else if (button.classList.contains("cancels")) cancel(button);
  }, true);

  document.addEventListener("keydown", (event) => {
    const isComment = event.key === "Enter" && !event.isComposing && event.target.matches?.(".rating .comment");
    if (isComment) event.target.closest(".comment-form").querySelector(".keeps").click();
  });

  // ---- after Gradio has changed something ----
  function tellProgress() {
    const [told, place] = [at("#progress .prose")?.textContent.trim(), at("#transcript .turn.pending .told")];
    if (told && place && place.textContent !== told) place.textContent = told;
  }

  // A file that was made is fetched at once; the link stays for browsers that do not allow that.
  function fetchExport() {
    const link = at("#exported .fetches:not(.fetched)");
    if (!link) return;
    link.classList.add("fetched");
    link.click();
  }

  // Gradio's dropdown has no placeholder of its own where several may be chosen.
  function nameFilters() {
    const field = at("#filters input");
    const words = !field || at("#filters .token") ? "" : field.ariaLabel;
    if (field && field.placeholder !== words) field.placeholder = words;
  }

  new MutationObserver(() => {
    if (!at("#transcript .turn")) written.clear();
    showWritten();
    tellProgress();
    fetchExport();
    nameFilters();
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
