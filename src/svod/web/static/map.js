// The live map over the printed one: the same places on the same land, to move and to enlarge.
// Without WebGL the printed map stays.
import { addProtocol, Map, NavigationControl, Popup, ScaleControl } from "/static/vendor/maplibre-gl/maplibre-gl.mjs";

const holder = document.getElementById("live-map");
const { places, words, streets } = JSON.parse(document.getElementById("live-places").textContent);
const still = document.querySelector("figure.map > .scroll");
const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const isArea = ["in", ["get", "kind"], ["literal", ["region", "district", "area"]]];
const isSpot = ["==", ["get", "kind"], "facility"];
const isLand = ["!=", ["geometry-type"], "Point"];
const SHAPES = ["area", "spot", "town"];
const shape = ["case", isArea, "area", isSpot, "spot", "town"];
const size = ["min", 1.4, ["+", 0.35, ["*", 0.2, ["sqrt", ["get", "weight"]]]]]; // of a picture 26 points wide

// A radius in metres is a radius in pixels that doubles with every level of the map.
const EQUATOR = 40075016.686;
const withReach = places.features.map((place) => {
  const squeeze = Math.cos((place.geometry.coordinates[1] * Math.PI) / 180);
  return { ...place, properties: { ...place.properties, reach: (place.properties.metres * 512) / (EQUATOR * squeeze) } };
});
const data = { type: "FeatureCollection", features: withReach };
const reach = ["interpolate", ["exponential", 2], ["zoom"], 0, ["get", "reach"], 22, ["*", ["get", "reach"], 2 ** 22]];

function draw(outline) {
  const side = 52, middle = side / 2, arm = 22;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const pen = canvas.getContext("2d");
  const isHollow = outline === "area";
  pen.lineWidth = isHollow ? 5 : 3;
  pen.fillStyle = color(isHollow ? "paper" : "mark");
  pen.strokeStyle = color(isHollow ? "mark" : "paper");
  pen.beginPath();
  if (outline === "town") pen.arc(middle, middle, arm, 0, 2 * Math.PI);
  else if (outline === "spot") pen.rect(middle - arm * 0.85, middle - arm * 0.85, arm * 1.7, arm * 1.7);
  else for (const [x, y] of [[0, -arm], [arm, 0], [0, arm], [-arm, 0]]) pen.lineTo(middle + x, middle + y);
  pen.closePath();
  pen.globalAlpha = 0.88;
  pen.fill();
  pen.globalAlpha = 1;
  pen.stroke();
  return pen.getImageData(0, 0, side, side);
}

// Streets of the user's own file, by the names that the two common schemes of layers have (Protomaps, OpenMapTiles).
const STREETS = "streets";
const wide = (least, most) => ["interpolate", ["exponential", 1.6], ["zoom"], 8, least, 18, most];
const called = ["coalesce", ["get", `name:${document.documentElement.lang}`], ["get", "name"]];

function shapes() {
  const of = (type, layer, paint, more = {}) => ({ id: `${layer}-${type}`, type, source: STREETS, "source-layer": layer, paint, ...more });
  const label = { "text-field": called, "text-font": ["sans-serif"], "text-size": 11 };
  const ink = { "text-color": color("soft"), "text-halo-color": color("paper"), "text-halo-width": 1.2 };
  const areas = { filter: ["==", ["geometry-type"], "Polygon"] }, lines = { filter: ["==", ["geometry-type"], "LineString"] };
  return [
    of("fill", "water", { "fill-color": color("sea") }, areas),
    ...["waterway", "water"].map((layer) => of("line", layer, { "line-color": color("sea"), "line-width": wide(0.6, 4) }, lines)),
    ...["building", "buildings"].map((layer) => of("fill", layer, { "fill-color": color("border"), "fill-opacity": 0.4 }, { minzoom: 13 })),
    ...["transportation", "roads"].map((layer) => of("line", layer, { "line-color": color("border"), "line-width": wide(0.4, 9) }, lines)),
    ...["transportation_name", "roads"].map((layer) =>
      of("symbol", layer, ink, { minzoom: 13, layout: { ...label, "symbol-placement": "line" } })),
    ...["place", "places"].map((layer) => of("symbol", layer, ink, { layout: label })),
  ];
}

function pictures() {
  return [{ id: STREETS, type: "raster", source: STREETS, paint: { "raster-brightness-max": dark.matches ? 0.65 : 1 } }];
}

function streetSource() {
  const url = `pmtiles://${new URL("/static/tiles.pmtiles", location.href).href}`;
  return streets === "raster" ? { type: "raster", url, tileSize: 256 } : { type: "vector", url };
}

function style() {
  const text = { "text-color": color("ink"), "text-halo-color": color("paper"), "text-halo-width": 1.5 };
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: new URL(`/static/land.${document.documentElement.lang}.geojson`, location.href).href, maxzoom: 8, tolerance: 0.5 },
      places: { type: "geojson", data },
      ...(streets && { [STREETS]: streetSource() }),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": color("sea") } },
      { id: "land", type: "fill", source: "land", filter: isLand, paint: { "fill-color": color("land"), "fill-antialias": false } },
      { id: "borders", type: "line", source: "land", filter: isLand, paint: { "line-color": color("border"), "line-width": 0.9 } },
      ...(streets === "vector" ? shapes() : streets ? pictures() : []),
      {
        id: "reach", type: "circle", source: "places",
        paint: {
          "circle-radius": reach, "circle-color": color("mark"), "circle-opacity": ["case", isArea, 0.1, 0.04],
          "circle-stroke-color": color("mark"), "circle-stroke-width": 1, "circle-stroke-opacity": 0.5,
        },
      },
      {
        id: "countries", type: "symbol", source: "land", filter: ["==", ["geometry-type"], "Point"],
        layout: {
          "text-field": ["get", "name"], "text-font": ["sans-serif"], "text-size": 12,
          "text-transform": "uppercase", "text-letter-spacing": 0.15, "text-max-width": 8,
        },
        paint: { "text-color": color("soft"), "text-halo-color": color("land"), "text-halo-width": 1 },
      },
      {
        id: "marks", type: "symbol", source: "places",
        layout: {
          "icon-image": shape, "icon-size": size, "icon-allow-overlap": true, "text-optional": true,
          "symbol-sort-key": ["-", 0, ["get", "weight"]],
          "text-field": ["get", "name"], "text-font": ["sans-serif"], "text-size": 13,
          "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 1, "text-justify": "auto",
        },
        paint: text,
      },
    ],
  };
}

function box() {
  const near = withReach.filter((place) => place.properties.near);
  const points = (near.length ? near : withReach).map((place) => place.geometry.coordinates);
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return [[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]];
}

function told(place) {
  const link = document.createElement("a");
  link.href = `#${place.anchor}`;
  link.textContent = place.title;
  return link;
}

function start() {
  const map = new Map({
    container: holder,
    style: style(),
    bounds: box(),
    fitBoundsOptions: { padding: 56, maxZoom: 10, animate: false },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: streets ? 19 : 16,
    fadeDuration: calm ? 0 : 150,
    locale: words,
  });
  if (streets) map.on("sourcedata", (event) => {
    if (event.sourceId === STREETS && event.tile) holder.dataset.streets = "";
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new ScaleControl());
  map.on("style.load", () => {
    for (const id of SHAPES) if (!map.hasImage(id)) map.addImage(id, draw(id), { pixelRatio: 2 });
  });
  map.once("load", () => {
    still.hidden = true;
    holder.dataset.ready = "";
  });
  map.on("click", "marks", (event) => {
    const place = event.features[0];
    new Popup({ maxWidth: "18rem" }).setLngLat(place.geometry.coordinates).setDOMContent(told(place.properties)).addTo(map);
  });
  map.on("mouseenter", "marks", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "marks", () => { map.getCanvas().style.cursor = ""; });
  dark.addEventListener("change", () => {
    for (const id of SHAPES) if (map.hasImage(id)) map.updateImage(id, draw(id));
    map.setStyle(style(), { diff: true });
  });
}

function hasWebGL() {
  return Boolean(document.createElement("canvas").getContext("webgl2"));
}

if (holder && still && withReach.length && hasWebGL()) {
  holder.hidden = false;
  if (streets) addProtocol("pmtiles", new globalThis.pmtiles.Protocol().tile);
  start();
}
