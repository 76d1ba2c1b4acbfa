"use strict";
(() => {
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const rows = Array.from(document.querySelectorAll("#reports tr")).map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
    outlet: row.dataset.outlet,
    standings: row.dataset.standings.split(" "),
  }));
  const apply = () => {
    const words = form.elements.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const outlet = form.elements.outlet.value;
    const standing = form.elements.standing.value;
    let shown = 0;
    for (const one of rows) {
      const fits =
        (!outlet || one.outlet === outlet) &&
        (!standing || one.standings.includes(standing)) &&
        words.every((word) => one.text.includes(word));
      one.row.hidden = !fits;
      shown += fits;
    }
    count.textContent = `${shown} of ${rows.length} reports shown`;
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
