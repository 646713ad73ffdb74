"""Fetch the map library that the pages serve, and check that it is what we mean.

    python scripts/fetch_map_library.py

Takes the published packages from the npm registry, compares them with the
digests below and unpacks what a browser needs, unaltered, into
`src/svod/web/static/vendor`. Only maintainers run it, to move to a new version:
change version and digest (`dist.integrity` on registry.npmjs.org) together.
"""

import base64
import hashlib
import io
import tarfile
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

VENDOR = Path(__file__).parent.parent / "src/svod/web/static/vendor"


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the registry, and the files of it that we serve; the licence where the package holds none."""

    name: str
    version: str
    sha512: str
    files: tuple[str, ...]
    licence: str = ""

    @property
    def address(self) -> str:
        """Where the registry has it."""
        return f"https://registry.npmjs.org/{self.name}/-/{self.name}-{self.version}.tgz"


PACKAGES = (
    Package(
        "maplibre-gl",
        "6.17.0",
        "2chIZwpLGenoUQOcnm9Pk4SLbA8ppNFq8jlpXiq9vcYm3Y1wJ3fc82FL0GLwBaPYJCLzPv/mC46KEupVov75rQ==",
        ("dist/maplibre-gl.mjs", "dist/maplibre-gl-worker.mjs", "dist/maplibre-gl.css", "LICENSE.txt"),
    ),
    Package(
        "pmtiles",
        "4.5.0",
        "CBeD4SoUluFziGdy/8k7FOjQxQy486n+929W/tWophauvMICpkZ26vGBWhDt/6b1FZQWNaf4jFdT/5+q0Wii5w==",
        ("dist/pmtiles.js",),
        licence="the licences of PMTiles (BSD-3-Clause) and fflate (MIT, inside) stand in LICENSE.txt, kept by hand",
    ),
)


def fetch(package: Package) -> None:
    """Unpack the wanted files of a package; an unexpected byte stops everything."""
    with urlopen(package.address) as answer:
        packed = answer.read()
    digest = base64.b64encode(hashlib.sha512(packed).digest()).decode()
    if digest != package.sha512:
        raise SystemExit(f"{package.address}: digest is {digest}, not {package.sha512}")
    folder = VENDOR / package.name
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for file in package.files:
            content = archive.extractfile(f"package/{file}")
            assert content is not None
            (folder / Path(file).name).write_bytes(content.read())
    if package.licence:
        print(f"{package.name}: {package.licence}")


if __name__ == "__main__":
    for wanted in PACKAGES:
        fetch(wanted)
