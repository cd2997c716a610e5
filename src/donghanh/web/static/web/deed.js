// Lights the chosen fact in the list, and the rest of a mark that had to be cut in two. The jump and the
// light on the sentence itself are the browser's own (:target).
"use strict";

(() => {
  function light() {
    for (const lit of document.querySelectorAll(".on")) lit.classList.remove("on");
    const id = decodeURIComponent(window.location.hash.slice(1)).replace(/^of-/, "");
    if (!/^[a-z_]+-\w+(-\d+)?$/.test(id)) return;
    for (const rest of document.querySelectorAll(`[data-of="${id}"]`)) rest.classList.add("on");
    const row = document.getElementById(`of-${id}`);
    if (row) row.classList.add("on");
  }
  window.addEventListener("hashchange", light);
  light();
})();
