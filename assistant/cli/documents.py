"""`disclosure documents`: list, show and check the texts."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import AsJson, Documents, LibraryFolder
from index.errors import DocumentError

if TYPE_CHECKING:
    from index.corpus import Document, Duty

app = typer.Typer(help="查看和检查文件。", no_args_is_help=True)

Id = Annotated[str, typer.Argument(help="文件标识，见 documents list。")]


@app.command("list")
def list_(as_json: AsJson = False, documents: Documents = None, library: LibraryFolder = None) -> None:
    """列出资料库中的文件。"""
    from assistant.cli.held import held_documents

    held = held_documents(documents, library)
    if as_json:
        from assistant.cli.printing import print_json

        print_json([_record(document) for document in held])
        return
    for document in held:
        origin = "原文" if document.origin == "official" else "要旨"
        facts = [document.document_number, document.region, document.issued and document.issued.isoformat()]
        known = "，".join(str(fact) for fact in [*facts, document.status.value, origin] if fact)
        typer.echo(f"{document.id}\n  《{document.title}》（{known}）")


def _record(document: "Document") -> dict[str, object]:
    from pydantic import TypeAdapter

    from index.corpus import Document

    record: dict[str, object] = TypeAdapter(Document).dump_python(document, mode="json")
    return {name: value for name, value in record.items() if name not in ("text", "provisions")}


@app.command("show")
def show(id: Id, documents: Documents = None, library: LibraryFolder = None) -> None:
    """把一份文件的切分结果显示为提纲。"""
    from assistant.cli.held import held_provisions

    for provision in held_provisions(id, documents, library):
        depth = (
            0 if provision.parent is None else 1 + (provision.kind in ("项", "目", "是") and "款" in provision.parent)
        )
        warned = f"  ⚠ {'、'.join(provision.warnings)}" if provision.warnings else ""
        words = " ".join(provision.own_text.split())
        typer.echo(f"{'  ' * depth}{provision.address}  {provision.heading or words[:40]}{warned}")
        for duty in provision.duties:
            typer.echo(f"{'  ' * depth}    → {_said(duty)}")


def _said(duty: "Duty") -> str:
    """Body, role and deadline; a value carried from a row above says so."""
    role = "会同或配合" if duty.role == "配合" else duty.role
    who = f"{duty.actor or ''} {role or ''}".strip() + ("（承上栏）" if duty.actor_from else "")
    when = (duty.deadline or "") + ("（承上栏）" if duty.deadline_from else "")
    return "；".join(part for part in (who, when) if part)


@app.command("check")
def check(documents: Documents = None) -> None:
    """检查文件能否读取、切分是否完整，列出需要人工核对之处。"""
    from assistant.settings import Settings
    from index.build import with_duties
    from index.read.folder import load_documents

    lost = 0
    for document in map(with_duties, load_documents(Settings.read(documents=documents).folders)):
        own = [provision for provision in document.provisions if provision.own_text]
        typer.echo(f"{document.id}：{len(own)}条，{sum(len(p.duties) for p in own)}项职责")
        marked = sorted({warning for p in document.provisions for warning in p.warnings})
        for warning in [*document.warnings, *marked]:
            typer.echo(f"  ⚠ {warning}")
        lost += len(document.warnings)
    if lost:
        raise DocumentError(f"有{lost}处需要处理，见上")
