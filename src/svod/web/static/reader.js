// In an account: a marked passage leads to its statement in the list, as the list leads to the passage.
const reader = document.querySelector("[data-reader]");

function statementOf(mark) {
  for (let at = mark; at; at = at.previousElementSibling) {
    if (at.id.startsWith("s-")) return document.getElementById(`of-${at.id.slice(2)}`);
  }
  return null;
}

reader.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[class*=k-]");
  const row = mark && reader.contains(mark) && statementOf(mark);
  if (!row) return;
  for (const other of reader.querySelectorAll(".current")) other.classList.remove("current");
  row.classList.add("current");
  row.setAttribute("tabindex", "-1");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
});

// Words that somebody selects can be withheld: a link at the foot takes them to the form, as whole words.
const pick = document.querySelector(".pick");
const link = pick.querySelector("a");
const bare = link.href;

function grown(node, at, by) {
  if (node.nodeType !== Node.TEXT_NODE) return at;
  const letter = (place) => /[\p{L}\p{N}]/u.test(node.data[place] ?? "");
  while (letter(by < 0 ? at - 1 : at) && letter(by < 0 ? at : at - 1)) at += by;
  return at;
}

function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return "";
  const range = selection.getRangeAt(0).cloneRange();
  if (!reader.querySelector(".text").contains(range.commonAncestorContainer)) return "";
  range.setStart(range.startContainer, grown(range.startContainer, range.startOffset, -1));
  range.setEnd(range.endContainer, grown(range.endContainer, range.endOffset, 1));
  const copy = range.cloneContents();
  for (const mark of copy.querySelectorAll(".ref")) mark.remove();
  return copy.textContent.trim();
}

document.addEventListener("selectionchange", () => {
  const words = selected();
  pick.hidden = !words || words.length > 4000;
  const address = new URL(bare);
  address.searchParams.set("words", words);
  link.href = address.href;
});
