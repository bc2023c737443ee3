"""Documents as the library holds them, without loading the model or the indexes."""

from collections.abc import Sequence
from pathlib import Path

from assistant.settings import Settings
from index.corpus import Document, Provision
from index.errors import UsageError
from index.library import STORE, current_generation
from index.store import Store


def held_documents(folders: list[Path] | None, library: Path | None) -> Sequence[Document]:
    """Return the documents of the library; of the folders, where they are named or nothing is built yet."""
    settings = Settings.read(library=library, documents=folders)
    current = current_generation(settings.library)
    if current is None or settings.documents:
        return _loaded(settings)
    return Store(current / STORE).documents


def held_provisions(document_id: str, folders: list[Path] | None, library: Path | None) -> Sequence[Provision]:
    """Return the provisions of one document.

    Raises:
        UsageError: there is no such document.
    """
    settings = Settings.read(library=library, documents=folders)
    current = current_generation(settings.library)
    if current is not None and not settings.documents:
        store = Store(current / STORE)
        ids, provisions = [document.id for document in store.documents], store.provisions(document_id)
    else:
        loaded = _loaded(settings)
        ids = [document.id for document in loaded]
        provisions = next((document.provisions for document in loaded if document.id == document_id), ())
    if not provisions:
        raise UsageError(f"没有文件 {document_id}；现有：{'、'.join(ids)}")
    return provisions


def _loaded(settings: Settings) -> Sequence[Document]:
    from index.build import read_documents

    return read_documents(settings.folders)
