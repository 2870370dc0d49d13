"use strict";
(function () {
  const form = document.querySelector("form.filter");
  const cards = Array.from(document.querySelectorAll(".card"));
  const status = form && form.querySelector("output");

  function isWanted(card, severities, rule, words) {
    return severities.has(card.dataset.severity)
      && (rule === "*" || card.dataset.rule === rule)
      && words.every((word) => card.textContent.toLowerCase().includes(word));
  }

  function markPlaces(draft) {
    const shown = new Set();
    draft.querySelectorAll(".card:not([hidden])").forEach((card) => shown.add(card.dataset.number));
    draft.querySelectorAll("[data-findings]").forEach((place) => {
      const isOff = !place.dataset.findings.split(" ").some((number) => shown.has(number));
      place.classList.toggle("off", isOff);
    });
  }

  function filter() {
    const data = new FormData(form);
    const severities = new Set(data.getAll("severity"));
    const words = String(data.get("words")).toLowerCase().split(/\s+/).filter(Boolean);
    cards.forEach((card) => { card.hidden = !isWanted(card, severities, data.get("rule"), words); });
    document.querySelectorAll("section.draft").forEach(markPlaces);
    const shown = cards.filter((card) => !card.hidden).length;
    status.textContent = status.dataset.form.replace("{n}", shown).replace("{all}", cards.length);
  }

  function step(by) {
    const shown = cards.filter((card) => !card.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(document.activeElement.closest(".card"));
    const from = at < 0 && by < 0 ? 0 : at;
    const next = shown[(from + by + shown.length) % shown.length];
    next.scrollIntoView({ block: "center" });
    next.focus({ preventScroll: true });
  }

  if (form) {
    let current = null;
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("mousedown", () => { current = document.activeElement; });
    form.querySelectorAll("[data-step]").forEach((button) => {
      button.addEventListener("click", () => {
        if (current && current.closest(".card")) current.focus({ preventScroll: true });
        current = null;
        step(Number(button.dataset.step));
      });
    });
    filter();
  }

  // A link to a finding that the filter hides shows it again.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden && form) { form.reset(); filter(); target.scrollIntoView(); }
    if (target.matches(".card")) target.focus({ preventScroll: true });
  });

  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));
}());
