// Dark or light: what the reader chose last, else what the system says. It runs
// before the page is painted; without it the style sheet follows the system.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

function remembered() {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null; // storage is switched off
  }
}

function remember(theme) {
  try {
    if (theme) localStorage.setItem("theme", theme);
    else localStorage.removeItem("theme");
  } catch {
    // the choice then lasts until the page is left
  }
}

function apply(theme) {
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  else delete root.dataset.theme;
}

const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";

apply(remembered());

document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector(".switch");
  const show = () => button.setAttribute("aria-pressed", isDark());
  button.addEventListener("click", () => {
    const dark = !isDark();
    // Choosing what the system says anyway means following it again.
    const theme = dark === system.matches ? null : dark ? "dark" : "light";
    apply(theme);
    remember(theme);
    show();
  });
  system.addEventListener("change", show);
  addEventListener("storage", () => {
    apply(remembered());
    show();
  });
  show();
  button.hidden = false;
});
