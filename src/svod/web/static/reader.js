// In an account: a marked passage leads to its statement in the list, as the list leads to the passage.
const reader = document.querySelector("[data-reader]");

function statementOf(mark) {
  for (let at = mark; at; at = at.previousElementSibling) {
    if (at.id.startsWith("s-")) return document.getElementById(`of-${at.id.slice(2)}`);
  }
  return null;
}

reader.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  const row = mark && reader.contains(mark) && statementOf(mark);
  if (!row) return;
  for (const other of reader.querySelectorAll(".current")) other.classList.remove("current");
  row.classList.add("current");
  row.setAttribute("tabindex", "-1");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
});
