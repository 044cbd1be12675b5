// The search of the overview, in the index that the page holds.
(() => {
  "use strict";
  const SHOWN = 50;
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th" };
  const fold = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[ßæœøđðłıþ]/gu, (letter) => LETTERS[letter]);
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}_][\p{L}\p{N}_+#]*/gu) || [];

  const { pages, words } = JSON.parse(document.getElementById("index").textContent);
  const vocabulary = Object.keys(words);
  const titles = pages.map(([title, about]) => ` ${wordsOf(`${title} ${about}`).join(" ")}`);

  // The weight of each page for one word: in its title, at the start of a word, inside one.
  const weigh = (word) => {
    const weights = new Map();
    for (const known of vocabulary) {
      const at = known.indexOf(word);
      if (at < 0) continue;
      const weight = known === word ? 4 : at === 0 ? 3 : 1;
      let page = 0;
      for (const distance of words[known]) {
        page += distance;
        if ((weights.get(page) || 0) < weight) weights.set(page, weight);
      }
    }
    for (const [page, weight] of weights) {
      const title = titles[page];
      if (`${title} `.includes(` ${word} `)) weights.set(page, weight + 16);
      else if (title.includes(` ${word}`)) weights.set(page, weight + 12);
      else if (title.includes(word)) weights.set(page, weight + 6);
    }
    return weights;
  };

  // The numbers of the pages that have all words, the best first.
  const search = (text) => {
    let found = null;
    for (const word of new Set(wordsOf(text))) {
      const weights = weigh(word);
      if (found === null) found = weights;
      else
        for (const [page, weight] of found) {
          if (weights.has(page)) found.set(page, weight + weights.get(page));
          else found.delete(page);
        }
    }
    const order = found === null ? [] : [...found];
    return order.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
  };

  const box = document.getElementById("search-text");
  const results = document.getElementById("results");
  const count = document.getElementById("results-count");
  const list = document.getElementById("results-list");

  const entry = (number) => {
    const [title, about, address] = pages[number];
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = title;
    const remark = document.createElement("span");
    remark.className = "remark";
    remark.textContent = about;
    item.append(link, " ", remark);
    return item;
  };
  const show = () => {
    const asked = box.value.trim();
    const found = asked ? search(asked) : [];
    results.hidden = !asked;
    list.replaceChildren(...found.slice(0, SHOWN).map(entry));
    const words = found.length ? results.dataset.found.replace("#", found.length) : results.dataset.none;
    count.textContent = asked ? words : "";
  };
  const step = (by) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement) + by;
    if (at < 0) box.focus();
    else links[Math.min(at, links.length - 1)]?.focus();
  };

  box.addEventListener("input", show);
  document.getElementById("search").addEventListener("submit", () => list.querySelector("a")?.click());
  document.addEventListener("keydown", (event) => {
    if (event.target !== box && !list.contains(event.target)) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp" && event.target !== box) step(-1);
    else if (event.key === "Escape") {
      box.value = "";
      show();
      box.focus();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("DOMContentLoaded", () => {
    const asked = new URLSearchParams(location.search).get("q");
    if (!asked) return;
    box.value = asked;
    show();
    box.focus();
  });
  window.ladderSearch = search; // for measurements
})();
