// The slider over the days of the case: it sets the box of dates, and asks once it rests. Without script the box
// and its button do the same.
const form = document.querySelector("form.day");
const slider = document.getElementById("day-by-day");
const RESTS_MS = 450; // an arrow held down goes through many days
const KEPT = "svod-day"; // the next page takes the place of this one: the hand stays on the slider

function tell() {
  const stop = slider.list.options[Number(slider.value)];
  form.elements["as-of"].value = stop.dataset.day;
  slider.setAttribute("aria-valuetext", stop.label);
  form.querySelector("output").textContent = stop.label;
}

function start() {
  let waits = 0;
  slider.disabled = slider.closest("p").hidden = false;
  slider.setAttribute("aria-valuetext", slider.list.options[Number(slider.value)].label);
  slider.addEventListener("input", () => { clearTimeout(waits); tell(); });
  slider.addEventListener("change", () => {
    clearTimeout(waits);
    waits = setTimeout(() => {
      sessionStorage.setItem(KEPT, String(scrollY));
      form.requestSubmit();
    }, RESTS_MS);
  });
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (kept === null || !slider.checkVisibility()) return;
  slider.focus({ preventScroll: true });
  scrollTo({ top: Number(kept), behavior: "instant" });
}

if (slider) start();
