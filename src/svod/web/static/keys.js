// j and k go to the next and the last thing on a page. Without script, Tab does.
const things = () => [...document.querySelectorAll("li.event, .series, .difference, .step")];

function step(by) {
  const all = things();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement?.closest("li.event, .series, .difference, .step"));
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  next.setAttribute("tabindex", "-1");
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});
