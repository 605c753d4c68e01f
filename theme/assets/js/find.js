// Filters the entries of #found as the reader types. Accents do not matter:
// "quan ly" finds "quản lý", "duong dan" finds "Đường dẫn".
const box = document.querySelector(".find[data-none]");
const input = box.querySelector("input");
const status = box.querySelector("[role=status]");
const found = document.getElementById("found");
const letters = [...document.querySelectorAll(".alphabet a")];

const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/g, " ").trim();

const entries = [...found.querySelectorAll("[data-find]")].map((element, order) => {
  const head = fold(element.querySelector("dt").textContent + " · " + element.dataset.find);
  return { element, order, head, all: head + " · " + fold(element.querySelector("dd").textContent), text: "" };
});

// How well an entry answers: its name begins with the query, holds it, its
// definition holds it, its text holds it, or all of its words somewhere.
function score(entry, query, words) {
  if (entry.head.startsWith(query)) return 5;
  if (entry.head.includes(query)) return 4;
  if (entry.all.includes(query)) return 3;
  if (entry.text.includes(query)) return 2;
  return words.every((word) => entry.all.includes(word) || entry.text.includes(word)) ? 1 : 0;
}

function filter() {
  const query = fold(input.value);
  const words = query.split(" ");
  for (const entry of entries) entry.score = query ? score(entry, query, words) : 1;
  // Scattered syllables say little in Vietnamese: they count only if nothing better is there.
  const least = Math.min(2, Math.max(...entries.map((entry) => entry.score)));
  const shown = entries.filter((entry) => (entry.hidden = !entry.score || (query && entry.score < least), !entry.hidden));
  for (const entry of entries) entry.element.hidden = entry.hidden;
  for (const section of found.querySelectorAll("section")) {
    section.hidden = !section.querySelector("[data-find]:not([hidden])");
  }
  if (box.dataset.index !== undefined) {
    const list = entries[0].element.parentElement;
    entries.sort((a, b) => (query ? b.score - a.score : 0) || a.order - b.order);
    list.append(...entries.map((entry) => entry.element));
  }
  for (const link of letters) link.classList.toggle("empty", document.getElementById(link.hash.slice(1)).parentElement.hidden);
  const n = shown.length;
  status.textContent = !query ? "" : !n ? box.dataset.none : n === 1 ? box.dataset.one : box.dataset.some.replace("#", n);
}

// The full text is fetched once, when the reader first types.
let wanted = box.dataset.index;
async function deepen() {
  if (!wanted) return;
  const address = wanted;
  wanted = "";
  try {
    const texts = await (await fetch(address)).json();
    for (const entry of entries) entry.text = fold(texts[entry.element.querySelector("a").getAttribute("href")] || "");
    filter();
  } catch {
    wanted = address; // offline: names and summaries are still searched
  }
}

input.addEventListener("input", () => {
  filter();
  deepen();
  if (box.dataset.index !== undefined) {
    history.replaceState(null, "", input.value ? "?q=" + encodeURIComponent(input.value) : location.pathname);
  }
});

box.hidden = false;
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  input.value = asked;
  filter();
  deepen();
}
