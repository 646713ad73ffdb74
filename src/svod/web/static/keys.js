// j and k go to the next and the last thing on a page, ? shows all keys. The other keys press the button that
// shows them, in the thing that has the focus, else in the first. Without script, Tab and the buttons do the same.
const THINGS = "li.event, .series, .difference, .step";
const FIELDS = "input:not([type=checkbox], [type=radio]), select, textarea";
const things = () => [...document.querySelectorAll(THINGS)];

function step(by) {
  const all = things();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement?.closest(THINGS));
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  next.setAttribute("tabindex", "-1");
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function unfold(details) {
  details.open = true;
  const field = details.querySelector("form input:not([type=hidden]), form select");
  (field ?? details.querySelector("summary")).focus();
}

function press(key) {
  const deck = document.activeElement?.closest("[data-deck]") ?? document.querySelector("[data-deck]");
  const control =
    key === "u" ? document.querySelector("[data-key=u]") : deck?.querySelector(`[data-key="${key}"]`);
  if (!control) return false;
  if (control.tagName === "SUMMARY") unfold(control.parentElement);
  else if (control.tagName === "INPUT") control.focus();
  else control.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest(FIELDS)) event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest(FIELDS)) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "?") unfold(document.getElementById("keys"));
  else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find").focus();
  } else if (/^[arcmsnuw]$/.test(event.key) && press(event.key)) event.preventDefault();
});
