// On every page: the choice of colours, and the search field.
(() => {
  "use strict";
  const root = document.documentElement;
  const KEY = "ladder-colours";
  const remembered = () => {
    try {
      return localStorage.getItem(KEY) || "";
    } catch {
      return ""; // browsers may refuse it to pages of a folder
    }
  };
  const remember = (choice) => {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // the choice then holds for this page alone
    }
  };
  const paint = (choice) => {
    if (choice) root.dataset.colours = choice;
    else delete root.dataset.colours;
  };
  const typing = (element) => element.closest("input, select, textarea, [contenteditable]");

  paint(remembered());
  document.addEventListener("DOMContentLoaded", () => {
    for (const tools of document.querySelectorAll(".tools")) tools.hidden = false;
    const colours = document.getElementById("colours");
    colours.value = root.dataset.colours || "";
    colours.addEventListener("change", () => {
      paint(colours.value);
      remember(colours.value);
    });
    const form = document.getElementById("search");
    const box = document.getElementById("search-text");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (document.getElementById("index") || !box.value.trim()) return;
      location.href = `${form.getAttribute("action")}?q=${encodeURIComponent(box.value)}`;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
      if (typing(event.target)) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
  });
})();
