// Pages on which a key may be used: shows what needs script, and says so when the key was not used.
"use strict";

document.documentElement.classList.add("js");
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const button = document.querySelector("[data-key]");
  const said = document.createElement("p");
  said.className = "err";
  said.setAttribute("role", "alert");
  said.textContent = document.getElementById("key-words").dataset.failed;
  button.parentElement.querySelectorAll("[role=alert]").forEach((old) => old.remove());
  button.after(said);
  button.focus();
});
