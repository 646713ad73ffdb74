// Drag over the strip of days to ask for those days. Without script the two boxes of dates do the same.
const strip = document.querySelector("[data-brush] svg");
const form = document.querySelector("form.filters");
const columns = [...(strip?.querySelectorAll("[data-since]") ?? [])];

function daysUnder(left, right) {
  return columns.filter((column) => {
    const box = column.getBoundingClientRect();
    return box.right >= left && box.left <= right;
  });
}

function ask(chosen) {
  form.elements.since.value = chosen[0].dataset.since;
  form.elements.until.value = chosen.at(-1).dataset.until;
  form.requestSubmit();
}

function brush() {
  let from = null;
  const band = strip.querySelector(".band");
  const show = (left, right) => {
    const [box, width] = [strip.getBoundingClientRect(), strip.viewBox.baseVal.width];
    band.setAttribute("x", ((left - box.left) / box.width) * width);
    band.setAttribute("width", ((right - left) / box.width) * width);
  };
  strip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = event.clientX;
  });
  strip.addEventListener("pointermove", (event) => {
    if (from === null || Math.abs(event.clientX - from) < 6) return;
    strip.setPointerCapture(event.pointerId);
    show(Math.min(from, event.clientX), Math.max(from, event.clientX));
  });
  strip.addEventListener("pointerup", (event) => {
    const dragged = from !== null && Math.abs(event.clientX - from) >= 6;
    const chosen = dragged ? daysUnder(Math.min(from, event.clientX), Math.max(from, event.clientX)) : [];
    from = null;
    if (chosen.length) ask(chosen);
    else if (dragged) show(0, 0);
  });
  strip.addEventListener("dragstart", (event) => event.preventDefault());
  strip.addEventListener("pointercancel", () => { from = null; });
}

if (strip && form && columns.length) brush();
