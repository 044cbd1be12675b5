// Two to four profiles beside each other; the address of the page says which.
(() => {
  "use strict";
  const LEAST = 2;
  const MOST = 4;
  const ALIKE = 0.5; // share of words that two wordings of one statement have in common
  const { families, profiles, places, texts } = JSON.parse(
    document.getElementById("profiles").textContent,
  );
  const choice = document.getElementById("choice");
  const say = choice.dataset;
  const only = document.getElementById("differences");
  const said = document.getElementById("said");
  const region = document.getElementById("table");
  const keyOf = (profile) => profile[3].replace(/^.*\//, "").replace(/\.html$/, "");
  const numbers = new Map(profiles.map((profile, number) => [keyOf(profile), number]));
  const ofFamily = families.map(() => []);
  profiles.forEach((profile, number) => ofFamily[profile[0]].push(number));

  const element = (name, text = "", attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // -- the choice ---------------------------------------------------------------------------------

  const option = (value, text) => element("option", text, { value });
  const columns = [];

  const addColumn = (place) => {
    const box = element("fieldset");
    const legend = element("legend", say.profile.replace("#", place + 1));
    const family = element("select", "", { id: `family-${place}` });
    const level = element("select", "", { id: `level-${place}` });
    if (place >= LEAST) family.append(option("", say.none));
    families.forEach((name, number) => {
      if (ofFamily[number].length) family.append(option(number, name));
    });
    box.append(
      legend,
      element("label", say.family, { for: family.id }),
      family,
      element("label", say.level, { for: level.id }),
      level,
    );
    document.getElementById("chosen").append(box);
    const column = { family, level };
    columns.push(column);
    family.addEventListener("change", () => {
      fillLevels(column, level.selectedOptions[0]?.dataset.code);
      changed();
    });
    level.addEventListener("change", changed);
    return column;
  };

  const fillLevels = ({ family, level }, code) => {
    const numbers = family.value === "" ? [] : ofFamily[family.value];
    level.replaceChildren(
      ...numbers.map((number) => {
        const made = option(number, `${profiles[number][1]} ${profiles[number][2]}`.trim() || "…");
        made.dataset.code = profiles[number][1];
        return made;
      }),
    );
    level.disabled = !numbers.length;
    const same = numbers.findIndex((number) => profiles[number][1] === code);
    if (numbers.length) level.selectedIndex = Math.max(same, 0);
  };

  const choose = (column, number) => {
    column.family.value = number === undefined ? "" : profiles[number][0];
    fillLevels(column);
    if (number !== undefined) column.level.value = number;
  };

  const chosen = () =>
    columns.filter(({ level }) => level.value !== "").map(({ level }) => Number(level.value));

  const changed = () => {
    history.replaceState(null, "", `#${chosen().map((n) => keyOf(profiles[n])).join(",")}`);
    draw();
  };

  const fromAddress = () => {
    let asked = [];
    try {
      asked = decodeURIComponent(location.hash.slice(1)).split(",");
    } catch {
      // no address of ours
    }
    const known = asked.map((key) => numbers.get(key)).filter((number) => number !== undefined);
    const first = known[0] ?? 0;
    const beside = ofFamily[profiles[first]?.[0]] || [];
    const second = beside[beside.indexOf(first) + 1] ?? beside[beside.indexOf(first) - 1] ?? first;
    const shown = known.length >= LEAST ? known : [first, second];
    columns.forEach((column, place) => choose(column, shown[place]));
  };

  // -- the rows -----------------------------------------------------------------------------------

  const wordsOf = (text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []);
  const alike = (one, other) => {
    const [a, b] = [wordsOf(one), wordsOf(other)];
    let both = 0;
    for (const word of a) if (b.has(word)) both += 1;
    return (2 * both) / (a.size + b.size || 1);
  };

  // Lists as rows: equal texts beside each other, then texts that are alike, then the others.
  const aligned = (lists) => {
    const rows = [];
    lists.forEach((list, column) => {
      const waiting = [];
      for (const text of list) {
        const row = rows.find((one) => one[column] === undefined && one.includes(text));
        if (row) row[column] = text;
        else waiting.push(text);
      }
      for (const text of waiting) {
        let best = null;
        let most = ALIKE;
        for (const row of rows) {
          if (row[column] !== undefined) continue;
          const known = row.find((one) => one !== undefined);
          const likeness = alike(texts[text], texts[known]);
          if (likeness >= most) [best, most] = [row, likeness];
        }
        if (!best) {
          best = new Array(lists.length).fill(undefined);
          rows.push(best);
        }
        best[column] = text;
      }
    });
    return rows;
  };

  // Single texts as rows, each beside those at the same place of the other profiles.
  const inOrder = (lists) =>
    Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, number) =>
      lists.map((list) => list[number]),
    );

  const order = (several) => {
    const found = [];
    for (const profile of several) {
      let at = 0;
      for (const [place] of profile[4]) {
        const known = found.indexOf(place);
        if (known >= 0) at = known + 1;
        else found.splice(at++, 0, place);
      }
    }
    return found;
  };

  const rowsOf = (several) =>
    order(several).map((place) => {
      const cells = several.map((profile) => profile[4].find((cell) => cell[0] === place));
      const paragraphs = inOrder(cells.map((cell) => cell?.[1] || []));
      return [place, [...paragraphs, ...aligned(cells.map((cell) => cell?.[2] || []))]];
    });

  const differs = (row) => row.some((text) => text !== row[0]);

  const cellOf = (text, row, column) => {
    const cell = element("td");
    if (text === undefined) {
      cell.append(element("span", "—", { "aria-hidden": "true" }), element("span", say.missing, { class: "unseen" }));
      cell.className = "missing";
      return cell;
    }
    texts[text].split("\n").forEach((line, number) => {
      if (number) cell.append(document.createElement("br"));
      cell.append(line);
    });
    if (column && text !== row[0]) {
      cell.className = "differs";
      cell.append(element("span", ` (${say.differs})`, { class: "unseen" }));
    }
    return cell;
  };

  const headOf = (several) => {
    const row = element("tr");
    row.append(element("td"));
    for (const [family, level, title, address] of several) {
      const head = element("th", "", { scope: "col" });
      const link = element("a", `${families[family]} ${level}`, { href: address });
      head.append(link, document.createElement("br"), title);
      row.append(head);
    }
    const made = element("thead");
    made.append(row);
    return made;
  };

  const draw = () => {
    const several = chosen().map((number) => profiles[number]);
    const table = element("table", "", { class: "matrix beside-table" });
    table.append(headOf(several));
    let heading = null;
    let body = null;
    let shown = 0;
    const all = rowsOf(several);
    const perSection = new Map();
    for (const [place] of all) {
      const [section] = places[place];
      perSection.set(section, (perSection.get(section) || 0) + 1);
    }
    for (const [place, rows] of all) {
      const kept = only.checked ? rows.filter(differs) : rows;
      if (!kept.length) continue;
      const [section, below] = places[place];
      const lone = section && perSection.get(section) === 1 && !below;
      if (section !== heading || !body) {
        body = table.appendChild(element("tbody"));
        heading = section;
        if (section && !lone) {
          const group = body.appendChild(element("tr", "", { class: "group" }));
          const head = element("th", "", { scope: "rowgroup", colspan: several.length + 1 });
          head.append(element("span", section));
          group.append(head);
        }
      }
      const first = element("th", below || (lone ? section : say.summary), { scope: "row" });
      if (kept.length > 1) first.setAttribute("rowspan", kept.length);
      kept.forEach((row, number) => {
        const line = body.appendChild(element("tr"));
        if (!number) line.append(first);
        line.append(...row.map((text, column) => cellOf(text, row, column)));
        shown += 1;
      });
    }
    region.replaceChildren(table);
    region.hidden = !several.length;
    said.textContent = several.length && !shown ? say.same : "";
  };

  choice.hidden = !profiles.length;
  said.textContent = profiles.length ? "" : say.none;
  if (!profiles.length) return;
  for (let place = 0; place < MOST; place += 1) addColumn(place);
  fromAddress();
  draw();
  only.addEventListener("change", draw);
  window.addEventListener("hashchange", () => {
    fromAddress();
    draw();
  });
})();
