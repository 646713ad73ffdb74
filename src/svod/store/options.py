"""`case.toml`: what people set for a case."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from svod.errors import DamagedCaseError
from svod.model import ShownFirst
from svod.store.layout import OPTIONS, replace_file, telling_faults


@dataclass(frozen=True, slots=True)
class Options:
    """What people set for a case; an empty string where they set nothing.

    Attributes:
        title: Title of the case.
        time_zone: IANA name of the zone of the place, e.g. `Asia/Almaty`.
        language: BCP 47 tag of the language of the pages and reports.
        shown_first: Which of several answers is shown first.
        columns: Which columns of tables mean what, `text=body,title=head`.
    """

    title: str = ""
    time_zone: str = ""
    language: str = ""
    shown_first: ShownFirst = "origins"
    columns: str = ""


def read_options(case: Path) -> Options:
    """Return what `case.toml` sets; nothing if there is none. Unknown keys are passed over.

    Raises:
        DamagedCaseError: If the file is no TOML, an option is not text, `shown_first`
            is no such rule, or `columns` no table of texts.
    """
    path = case / OPTIONS
    with telling_faults(case, f"read {OPTIONS}"):
        data = path.read_bytes() if path.exists() else b""
    try:
        loaded = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise DamagedCaseError(str(case), f"{OPTIONS} is not TOML: {error}") from error
    told = {key: loaded[key] for key in ("title", "time_zone", "language", "shown_first") if key in loaded}
    for key, value in told.items():
        if not isinstance(value, str):
            raise DamagedCaseError(str(case), f"{OPTIONS}: {key} is not text")
    rules = get_args(ShownFirst)
    if told.get("shown_first", rules[0]) not in rules:
        raise DamagedCaseError(str(case), f"{OPTIONS}: shown_first is none of {', '.join(rules)}")
    return Options(**told, columns=_columns(case, loaded.get("columns", {})))


def _columns(case: Path, told: Any) -> str:
    if not isinstance(told, dict) or not all(isinstance(column, str) for column in told.values()):
        raise DamagedCaseError(str(case), f"{OPTIONS}: columns is no table of fields and columns")
    return ",".join(f"{field}={column}" for field, column in sorted(told.items()))


def create_options(case: Path, title: str) -> None:
    """Write a `case.toml` to be edited by people, unless there is one."""
    if (case / OPTIONS).exists():
        return
    quoted = json.dumps(title, ensure_ascii=False).replace("\x7f", "\\u007f")  # TOML bars what JSON allows
    text = (
        f"title = {quoted}\n"
        '# time_zone = "Asia/Almaty"  # IANA name of the zone of the place\n'
        '# language = "en"            # BCP 47 tag of the language of pages and reports\n'
        '# shown_first = "origins"    # which answer is shown first: origins, latest or specific\n'
        "# [columns]                  # which columns of tables mean what, for what is added from now on\n"
        '# text = "body"\n'
    )
    with telling_faults(case, f"write {OPTIONS}"):
        replace_file(case / OPTIONS, text.encode())
