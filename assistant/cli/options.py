"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Documents = Annotated[
    list[Path] | None,
    typer.Option(
        "--documents",
        metavar="DIR",
        help="文件所在文件夹，可重复；代替随程序附带的要旨。也可用环境变量 DISCLOSURE_DOCUMENTS。",
    ),
]
LibraryFolder = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", help="资料库存放位置。也可用环境变量 DISCLOSURE_LIBRARY。"),
]
AsJson = Annotated[bool, typer.Option("--json", help="输出机器可读的 JSON。")]
