"""Cut the fonts of the PDF report down to the scripts that it sets.

Needs fonttools and a folder with Noto Sans (SIL Open Font License 1.1), as
Debian's `fonts-noto-core` installs it: python scripts/build_fonts.py FOLDER
"""

import sys
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).parents[1] / "src/svod/export/pdf/fonts"

# Unicode blocks kept of each font: Latin, Greek, Cyrillic, punctuation, currency, arrows, blocks.
LATIN = (
    "0020-024F,0250-036F,0370-03FF,0400-052F,1E00-1EFF,2000-206F,20A0-20CF,2100-214F,2190-21FF,2212,2500-25FF"
)
ALL = "0000-FFFF"
FONTS = {
    "NotoSans-Regular": LATIN,
    "NotoSans-Bold": LATIN,
    "NotoSans-Italic": LATIN,
    "NotoSansArabic-Regular": ALL,
    "NotoSansArmenian-Regular": ALL,
    "NotoSansGeorgian-Regular": ALL,
    "NotoSansHebrew-Regular": ALL,
}


def main(folder: Path) -> None:
    """Write the cut fonts; the same input gives the same bytes."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, kept in FONTS.items():
        target = TARGET / f"{name}.ttf"
        options = [
            f"--unicodes={kept}",
            "--layout-features=kern,liga,mark,mkmk,ccmp,locl,init,medi,fina,isol,rlig",
        ]
        subset.main(
            [
                str(folder / f"{name}.ttf"),
                f"--output-file={target}",
                "--no-hinting",
                "--no-recalc-timestamp",
                *options,
            ]
        )
        print(f"{target.name}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
