// Sends the chosen files one after the other, with a bar each. Without this script the form sends them itself.
"use strict";

(() => {
  const form = document.getElementById("upload");
  const drop = document.getElementById("drop");
  const input = document.getElementById("files");
  const words = document.getElementById("words").dataset;
  const sending = document.getElementById("sending");
  const list = sending.querySelector("ul");
  const sum = document.getElementById("sum");
  const done = document.getElementById("done");
  const chosen = document.getElementById("chosen");
  const button = form.querySelector("button");
  document.documentElement.classList.add("js");

  function line(name) {
    const item = document.createElement("li");
    const label = document.createElement("span");
    const bar = document.createElement("progress");
    const state = document.createElement("span");
    label.textContent = name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", name);
    state.className = "small soft";
    state.textContent = words.going;
    item.append(label, bar, state);
    list.append(item);
    return {
      progress(part) { bar.value = part; },
      received(file) {
        const link = document.createElement("a");
        link.href = file.url;
        link.textContent = file.name;
        label.replaceChildren(link);
        bar.value = 1;
        state.textContent = file.known ? words.known : words.new;
      },
      failed(message) {
        bar.remove();
        state.className = "small err";
        state.textContent = message;
      },
    };
  }

  function send(file, shown) {
    return new Promise((resolve) => {
      if (file.size > Number(form.dataset.max)) {
        shown.failed(words.large);
        resolve(null);
        return;
      }
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      if (form.elements.unit) body.append("unit", form.elements.unit.value);
      body.append("files", file);
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) shown.progress(event.loaded / event.total);
      });
      request.addEventListener("loadend", () => {
        const answer = request.response;
        if (answer && answer.files && answer.files.length) {
          shown.received(answer.files[0]);
          resolve(answer.files[0]);
        } else {
          shown.failed(answer && answer.errors && answer.errors.length ? answer.errors[0] : words.lost);
          resolve(null);
        }
      });
      request.send(body);
    });
  }

  async function sendAll(files) {
    button.disabled = true;
    sending.hidden = false;
    done.hidden = true;
    const shown = files.map((file) => line(file.name));
    const received = [];
    for (let i = 0; i < files.length; i += 1) {
      const one = await send(files[i], shown[i]);
      if (one) received.push(one);
      sum.textContent = words.sum.replace("done", received.length).replace("total", files.length);
    }
    form.reset();
    chosen.textContent = "";
    button.disabled = false;
    if (files.length === 1 && received.length === 1) {
      window.location.assign(received[0].url);
    } else {
      done.hidden = false;
      done.focus();
    }
  }

  input.addEventListener("change", () => {
    const names = Array.from(input.files, (file) => file.name).join(", ");
    chosen.textContent = names ? `${words.chosen} ${names}` : "";
  });
  form.addEventListener("submit", (event) => {
    if (!input.files.length) return; // the server says what is missing
    event.preventDefault();
    sendAll(Array.from(input.files));
  });
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const files = Array.from(event.dataTransfer.files);
    if (files.length) sendAll(files);
  });
})();
