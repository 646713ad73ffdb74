"""The map of places, drawn as SVG on a bundled outline of the world."""

from svod.export.report.maps.draw import MapView, PlaceRow, build_map

__all__ = ["MapView", "PlaceRow", "build_map"]
