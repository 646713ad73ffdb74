"""The pages, the data behind them and the guard before them, as one application."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount

from svod import __version__
from svod.errors import SvodError
from svod.export.report.page import style_sheet
from svod.tongue import Code, load_tongue, mark
from svod.web import api, happenings, named, pages, review, withhold
from svod.web.basemap import land
from svod.web.desk import Desk
from svod.web.guard import Guard
from svod.web.tiles import Tiles
from svod.web.wishes import tongue_for

NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "auto_configure": False,
}
"""FastAPI reports requests to whoever the environment names, unless told not to."""


def create_app(case: Path, token: str, port: int, tiles: Tiles | None = None) -> FastAPI:
    """Return the pages over a case.

    Args:
        case: Folder of the case.
        token: Opens the pages.
        port: Port that is listened on.
        tiles: Streets to draw under the live map.
    """
    app = FastAPI(
        title="svod",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        telemetry=NO_TELEMETRY,
    )
    app.state.desk = Desk(case)
    app.state.tiles = tiles
    app.add_middleware(GZipMiddleware, compresslevel=5)
    app.add_middleware(Guard, token=token, port=port)
    app.include_router(api.router)
    app.include_router(pages.router)
    app.include_router(happenings.router)
    app.include_router(named.router)
    app.include_router(review.router)
    app.include_router(withhold.router)
    app.add_api_route("/static/report.css", _style, include_in_schema=False)
    app.add_api_route("/static/land.{code}.geojson", _land, include_in_schema=False)
    app.add_api_route("/static/tiles.pmtiles", _tiles, include_in_schema=False)
    app.router.routes.append(Mount("/static", StaticFiles(packages=[("svod.web", "static")])))
    app.add_exception_handler(HTTPException, _show_refusal)
    app.add_exception_handler(RequestValidationError, _show_misuse)
    app.add_exception_handler(SvodError, _show_error)
    return app


def _style() -> Response:
    return Response(style_sheet(), media_type="text/css; charset=utf-8")


def _tiles(request: Request) -> Response:
    """Return the streets, or the range of their bytes that is asked for."""
    tiles: Tiles | None = request.app.state.tiles
    if tiles is None:
        raise HTTPException(404)
    # Named as not packed, or the middleware would pack a range anew.
    return FileResponse(
        tiles.file, media_type="application/vnd.pmtiles", headers={"content-encoding": "identity"}
    )


def _land(code: Code) -> Response:
    return Response(
        land(load_tongue(code)),
        media_type="application/geo+json",
        headers={"cache-control": "private, max-age=86400"},
    )


async def _show_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = mark("There is no such thing in this record.") if error.status_code == 404 else error.detail
    return _answer(request, tongue_for(request).gettext(words), error.status_code)


async def _show_misuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    places = [f"{' '.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors()]
    return _answer(request, "; ".join(places), 422)


async def _show_error(request: Request, error: Exception) -> Response:
    return _answer(request, tongue_for(request).resay(str(error)), 503)


def _answer(request: Request, words: str, status: int) -> Response:
    words = words.encode("utf-8", "replace").decode("utf-8")
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": words}, status)
    return PlainTextResponse(f"{words}\n", status)
