// The review by keyboard, words of the text made into facts, and rows put in their place;
// drafts.js keeps what is typed. All acts are forms; without a script they work as such.
"use strict";

(() => {
  const review = document.getElementById("review");
  const deed = document.getElementById("deed");
  if (!review || !deed) return;

  // Which button was pressed, told by the browser: htmx knows one that has just been swapped in only a moment later.
  document.body.addEventListener("htmx:configRequest", (event) => {
    const button = event.detail.triggeringEvent?.submitter;
    if (button?.name) event.detail.parameters[button.name] = button.value;
  });

  // ---- rows that came or moved -------------------------------------------------------------------------

  // What a colleague did must not take away what is being typed: saving will show both.
  document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
    const isNews = event.detail.fragment.querySelector("[data-news]");
    if (isNews && event.detail.target.querySelector(".fact-form")) event.detail.shouldSwap = false;
  });

  document.body.addEventListener("htmx:oobAfterSwap", () => {
    for (const list of document.querySelectorAll("#arrivals > ul")) {
      document.getElementById(`of-${list.dataset.gone}`)?.remove();
      const row = list.querySelector("li");
      // A row in whose form somebody types stays, and where it is: moving it would let the next letters act as keys.
      const isTyped = row?.dataset.news !== undefined && document.querySelector(`[id="${row.id}"] .fact-form`);
      if (row && !isTyped) {
        for (const old of document.querySelectorAll(`[id="${row.id}"]`)) if (old !== row) old.remove();
        const under = list.dataset.under && document.getElementById(`of-${list.dataset.under}`);
        if (under) under.after(row);
        else document.querySelector(`.facts[data-list="${list.dataset.list}"]`)?.prepend(row);
        row.closest("details").open = true;
        htmx.process(row);
      }
      list.remove();
    }
  });

  // ---- the current fact --------------------------------------------------------------------------------

  let current = "";

  function rows() {
    const shown = [...document.querySelectorAll(".fact-row.unseen, .note:not(.done)[id^='of-findings']")];
    return shown.filter((row) => row.offsetParent !== null || row.closest("details:not([open])"));
  }

  function remember(row) {
    for (const lit of document.querySelectorAll(".current")) lit.classList.remove("current");
    current = row.id;
    row.classList.add("current");
  }

  function choose(row) {
    if (!row) return;
    remember(row);
    const group = row.closest("details");
    if (group) group.open = true;
    const key = row.id.replace("of-", "");
    if (document.getElementById(key)) window.location.replace(`#${key}`);
    show(row);
    row.scrollIntoView({ block: "center" });
    (row.querySelector("button, a.btn") ?? row).focus({ preventScroll: true });
    paint(row);
  }

  // Where the pages are shown as pictures, the fact's place on its page; a page that was not drawn yet comes first.
  // On a phone they stand one above the other: only who asks for the place is taken there.
  const beside = window.matchMedia("(min-width: 60.01rem)");

  function show(row, asked = true) {
    const sheets = document.getElementById("sheets");
    if (!sheets) return;
    const key = row.id.replace("of-", "");
    for (const lit of sheets.querySelectorAll(".on")) lit.classList.remove("on");
    const places = sheets.querySelectorAll(`[data-of="${key}"]`);
    for (const place of places) place.classList.add("on");
    if (!beside.matches && !asked) return;
    (places[0] ?? sheets.querySelector(`[data-page="${row.dataset.page}"]`))?.scrollIntoView({ block: "center" });
  }

  document.body.addEventListener("htmx:afterSettle", (event) => {
    const row = document.querySelector(".current");
    if (row && event.target.closest?.("#sheets")) show(row);
  });

  // What has no mark in the text yet is lit by its range.
  function paint(row) {
    if (!window.Highlight) return;
    CSS.highlights.delete("fact");
    if (row.dataset.start === undefined || document.getElementById(row.id.replace("of-", ""))) return;
    const from = Number(deed.dataset.start);
    const range = rangeOf(Number(row.dataset.start) - from, Number(row.dataset.end) - from);
    if (range) CSS.highlights.set("fact", new Highlight(range));
  }

  function step(back) {
    const open = rows().filter((row) => row.id !== current || document.querySelectorAll(".current").length === 0);
    const all = [...document.querySelectorAll(".fact-row, .note[id^='of-findings']")];
    const at = all.findIndex((row) => row.id === current);
    const ordered = open.map((row) => [all.indexOf(row), row]);
    const next = back
      ? ordered.filter(([n]) => n < at).pop() ?? ordered[ordered.length - 1]
      : ordered.find(([n]) => n > at);
    if (next) choose(next[1]);
    else if (!back) window.location.href = nextUrl();
  }

  function nextUrl() {
    return `${document.getElementById("next").getAttribute("href")}?after=${current.replace("of-", "")}`;
  }

  document.addEventListener("click", (event) => {
    const next = event.target.closest("#next");
    if (next) {
      event.preventDefault();
      step(false);
    }
    const edit = event.target.closest(".fact-row a.edit");
    if (edit && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      htmx.ajax("GET", edit.href, { target: edit.closest(".fact-row"), swap: "innerHTML" });
    }
    const row = event.target.closest(".fact-row, .note[id^='of-findings']");
    if (row) {
      remember(row);
      paint(row);
      show(row, event.target.closest("a.thread") !== null);
    }
  });

  // ---- keyboard ----------------------------------------------------------------------------------------

  // By the place of the key and not by its letter: Vietnamese input methods rewrite letters.
  const keys = {
    KeyN: () => step(false),
    KeyP: () => step(true),
    KeyD: () => press("right"),
    KeyE: () => document.querySelector(`[id="${current}"] a.edit`)?.click(),
    KeyX: () => press("restore"),
  };

  // Who dictates, or types by mistake, switches the letters off; it is kept for this browser.
  const letters = document.getElementById("letters");
  letters.checked = localStorage.getItem("letters") !== "off";
  letters.addEventListener("change", () => localStorage.setItem("letters", letters.checked ? "on" : "off"));

  function press(name) {
    document.querySelector(`[id="${current}"] button[value^="${name}:"]`)?.click();
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape" && event.target.closest(".fact-form")) {
      event.target.closest(".fact-form").querySelector("[data-cancel]").click();
      return;
    }
    if (typing || event.altKey || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      const name = event.code === "KeyZ" ? (event.shiftKey ? "redo" : "undo") : event.code === "KeyY" ? "redo" : "";
      if (name) {
        event.preventDefault();
        document.querySelector(`#standing button[value="${name}:"]`).click();
      }
      return;
    }
    if (event.key === "?") {
      const help = document.getElementById("keys");
      help.open = !help.open;
      help.querySelector("summary").focus();
      return;
    }
    if (letters.checked && keys[event.code]) {
      event.preventDefault();
      keys[event.code]();
    }
  });

  // After a fact is found right, the next one comes up by itself.
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const pressed = event.detail.requestConfig?.formData?.get?.("act");
    if (event.detail.xhr.getResponseHeader("X-Kept") && pressed?.startsWith(`right:${current.replace("of-", "")}@`)) step(false);
  });

  // ---- words chosen in the text ------------------------------------------------------------------------

  const bar = document.createElement("p");
  bar.className = "chosen acts";
  bar.hidden = true;
  document.body.append(bar);

  function offsetOf(node, offset) {
    const range = document.createRange();
    range.selectNodeContents(deed);
    range.setEnd(node, offset);
    return range.toString().length;
  }

  function rangeOf(start, end) {
    const walker = document.createTreeWalker(deed, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let at = 0;
    let begun = false;
    while (walker.nextNode()) {
      const length = walker.currentNode.data.length;
      if (!begun && at + length > start) {
        range.setStart(walker.currentNode, Math.max(0, start - at));
        begun = true;
      }
      if (begun && at + length >= end) {
        range.setEnd(walker.currentNode, end - at);
        return range;
      }
      at += length;
    }
    return null;
  }

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !deed.contains(selection.anchorNode) || !deed.contains(selection.focusNode)) {
      if (!bar.contains(document.activeElement)) bar.hidden = true;
      return;
    }
    const range = selection.getRangeAt(0);
    const from = Number(deed.dataset.start);
    const start = from + offsetOf(range.startContainer, range.startOffset);
    const end = from + offsetOf(range.endContainer, range.endOffset);
    const open = document.querySelector(".fact-form");
    bar.replaceChildren();
    if (open) {
      const take = document.createElement("button");
      take.type = "button";
      take.textContent = deed.dataset.take;
      take.addEventListener("click", () => {
        open.querySelector("[name=start]").value = start;
        open.querySelector("[name=end]").value = end;
        const field = open.querySelector("textarea");
        if (field) field.value = selection.toString().replace(/\s+/g, " ").trim();
        field?.focus();
        bar.hidden = true;
      });
      bar.append(take);
    }
    for (const add of document.querySelectorAll("a[data-add]")) {
      const link = document.createElement("a");
      link.className = "btn";
      link.href = `${add.href}&start=${start}&end=${end}`;
      link.textContent = add.dataset.add;
      bar.append(link);
    }
    bar.hidden = false;
  });

  // ---- the line is down --------------------------------------------------------------------------------

  const said = () => document.getElementById("said");
  let waiting = null;

  function send() {
    if (!waiting) return;
    const [sent, button] = waiting;
    waiting = null;
    said().textContent = "";
    if (sent.tagName === "FORM") sent.requestSubmit(button?.isConnected ? button : null);
    else sent.click();
  }

  document.body.addEventListener("htmx:sendError", (event) => {
    if (event.detail.requestConfig.verb !== "post") return;
    waiting = [event.detail.elt, event.detail.requestConfig.triggeringEvent?.submitter];
    said().textContent = review.dataset.offline;
  });
  // The browser tells when the line is back; where it errs, the next news that come through do.
  window.addEventListener("online", send);
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && event.detail.requestConfig.verb === "get" && !isAway(event.detail.xhr)) send();
  });

  // The document was removed, what was pressed is there no more, or the person signed out or in elsewhere: said, and
  // what is typed stays in its form.
  function isAway(xhr) {
    return xhr.status === 200 && new URL(xhr.responseURL).pathname.startsWith("/accounts/");
  }

  function tell(words, link, url) {
    said().textContent = `${words} `;
    if (!link) return;
    const way = document.createElement("a");
    way.href = url;
    way.textContent = link;
    said().append(way);
  }

  let isOver = false;
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (isOver && event.detail.elt.id === "news") event.preventDefault();
  });

  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    const away = isAway(xhr);
    if (!away && xhr.status !== 403 && xhr.status !== 404) return;
    event.detail.shouldSwap = false;
    const here = window.location.pathname + window.location.search;
    const { gone, missing, stale, signedOut, signIn, again } = review.dataset;
    if (xhr.status === 404 && requestConfig.elt?.id !== "news") {
      if (requestConfig.verb === "post") tell(missing, again, here);
      return;
    }
    isOver = true;
    if (away) tell(signedOut, signIn, `${new URL(xhr.responseURL).pathname}?next=${encodeURIComponent(here)}`);
    else if (xhr.status === 403) tell(stale, again, here);
    else tell(gone);
  });

  function follow() {
    const asked = window.location.hash.slice(1);
    if (asked.startsWith("of-")) choose(document.getElementById(asked));
  }
  window.addEventListener("hashchange", follow);
  follow();
})();
