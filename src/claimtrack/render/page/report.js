"use strict";
// Search, filters and order live in the address (#speaker=…&overdue=yes); #UID is the place of one claim.
(function () {
  const form = document.querySelector(".filters");
  const list = document.querySelector(".list");
  const cards = Array.from(list.querySelectorAll(".claim"));
  const orders = {
    due: (a, b) => (a.dataset.due || "9999-12-31").localeCompare(b.dataset.due || "9999-12-31"),
    slip: (a, b) => Math.abs(b.dataset.slip) - Math.abs(a.dataset.slip),
    speaker: (a, b) => a.dataset.speaker.localeCompare(b.dataset.speaker),
  };
  const words = new Map();
  let order = "";

  function plain(text) {
    return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  }

  function wordsOf(card) {
    if (!words.has(card)) words.set(card, plain(card.textContent));
    return words.get(card);
  }

  function wanted() {
    return Object.fromEntries(Array.from(new FormData(form)).filter(([, value]) => value));
  }

  function fits(card, asked, searched) {
    return ["speaker", "kind", "outcome"].every((name) => !asked[name] || card.dataset[name] === asked[name])
      && ["tag", "year"].every((name) => !asked[name] || card.dataset[name].split("\n").includes(asked[name]))
      && (!asked.overdue || "overdue" in card.dataset)
      && searched.every((word) => wordsOf(card).includes(word));
  }

  function show() {
    const asked = wanted();
    const searched = plain(asked.search || "").split(/\s+/).filter(Boolean);
    let count = 0;
    for (const card of cards) {
      card.hidden = !fits(card, asked, searched);
      count += card.hidden ? 0 : 1;
    }
    if ((asked.sort || "") !== order) {
      order = asked.sort || "";
      list.append(...(order ? [...cards].sort(orders[order]) : cards));
    }
    form.querySelector(".count").textContent = `${count} of ${cards.length} shown`;
  }

  function keep() {
    const asked = new URLSearchParams(wanted()).toString();
    const path = location.href.split("#")[0];
    history.replaceState(null, "", asked ? `${path}#${asked}` : path);
    show();
  }

  function take() {
    const asked = location.hash.slice(1);
    if (asked && !asked.includes("=")) {
      const card = document.getElementById(asked);
      if (card && card.hidden) { form.reset(); show(); }
      if (card) card.scrollIntoView();
      return;
    }
    form.reset();
    for (const [name, value] of new URLSearchParams(asked)) {
      const field = form.elements.namedItem(name);
      if (!field) continue;
      if (field.type === "checkbox") field.checked = value === "yes";
      else field.value = value;
    }
    show();
    if (asked) form.scrollIntoView();
  }

  function copied(button, link) {
    const done = () => { button.textContent = "copied"; };
    const byHand = () => { window.prompt("The link:", link); };
    if (navigator.clipboard) navigator.clipboard.writeText(link).then(done, byHand);
    else byHand();
  }

  function sortable(table) {
    const body = table.tBodies[0];
    table.querySelectorAll("thead th").forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      heading.replaceChildren(button);
      button.addEventListener("click", () => {
        const up = heading.getAttribute("aria-sort") === "descending" || (column === 0 && !heading.ariaSort);
        table.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", up ? "ascending" : "descending");
        const value = (row) => row.cells[column].dataset.value;
        const compared = (a, b) => (column ? value(a) - value(b) : value(a).localeCompare(value(b)));
        const [known, unknown] = [true, false].map((is) => [...body.rows].filter((row) => (value(row) !== "") === is));
        known.sort((a, b) => (up ? compared(a, b) : compared(b, a)));
        body.append(...known, ...unknown);
      });
    });
  }

  document.documentElement.classList.add("scripted");
  document.querySelectorAll("table.scores").forEach(sortable);
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); });
  for (const event of ["input", "change"]) form.addEventListener(event, keep);
  form.addEventListener("reset", () => { setTimeout(keep); });
  list.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (button) copied(button, `${location.href.split("#")[0]}#${button.closest(".claim").id}`);
  });
  window.addEventListener("hashchange", take);
  take();
})();
