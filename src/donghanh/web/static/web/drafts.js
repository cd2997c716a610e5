// What is typed in the forms of facts: kept until it is saved, whatever becomes of the line, the page or the session;
// and names that are offered beside their fields.
"use strict";

(() => {
  document.documentElement.classList.add("js");

  // A form that fills a page of its own is about the words that its address names.
  function keyOf(form) {
    return `draft:${form.dataset.draft}${form.hasAttribute("hx-post") ? "" : window.location.search}`;
  }

  function keep(form) {
    const typed = {};
    for (const field of form.elements) {
      if (field.name && field.type !== "hidden" && field.type !== "submit") {
        typed[field.name] = field.type === "checkbox" ? field.checked : field.value;
      }
    }
    try {
      sessionStorage.setItem(keyOf(form), JSON.stringify(typed));
    } catch {
      // no room: what is typed stays in the form
    }
  }

  function bring(form) {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "null");
    if (!kept || form.querySelector(".err")) return;
    for (const [name, value] of Object.entries(kept)) {
      const field = form.elements[name];
      if (!field) continue;
      if (field.type === "checkbox") field.checked = value;
      else field.value = value;
    }
  }

  document.addEventListener("input", (event) => {
    const form = event.target.closest(".fact-form");
    if (form && !form.dataset.cancelled) keep(form);
  });
  document.addEventListener("click", (event) => {
    const form = event.target.closest("[data-cancel]")?.closest("form");
    if (!form) return;
    form.dataset.cancelled = "1";
    sessionStorage.removeItem(keyOf(form));
  }, true);
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest?.(".fact-form");
    if (form && event.detail.successful && event.detail.xhr.getResponseHeader("X-Kept")) {
      sessionStorage.removeItem(keyOf(form));
    }
  });
  htmx.onLoad((loaded) => {
    const form = loaded.matches?.(".fact-form") ? loaded : loaded.querySelector?.("form.fact-form:not([hx-post])");
    if (!form) return;
    bring(form);
    (form.querySelector(".field:has(.err) :is(input, textarea, select)") ?? form.querySelector(".field :is(input, textarea, select)"))?.focus();
  });

  // A form that fills a page is saved when the review comes up behind it; until then its draft stays.
  document.addEventListener("submit", (event) => {
    if (event.target.matches(".fact-form:not([hx-post])")) sessionStorage.setItem("sent", keyOf(event.target));
  });
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  if (sent && document.getElementById("review")) sessionStorage.removeItem(sent);

  // A unit that was chosen beside a list of units becomes a line of it.
  document.addEventListener("change", (event) => {
    const name = event.target.dataset.append && event.target.value.trim();
    if (!name) return;
    const form = event.target.closest(".fact-form");
    const list = form?.querySelector(`textarea[name="${event.target.dataset.append}"]`);
    event.target.value = "";
    if (!list || form.dataset.cancelled) return;
    list.value = `${list.value.trim()}\n${name}`.trim();
    list.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // Each name is offered once, however often it was found while typing.
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.tagName !== "DATALIST") return;
    const names = new Set();
    for (const option of [...event.target.options]) {
      if (names.has(option.value)) option.remove();
      names.add(option.value);
    }
  });
})();
