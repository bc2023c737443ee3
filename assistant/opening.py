"""Open the assistant: build the library where there is none or its texts changed, then read it."""

from collections.abc import Sequence
from pathlib import Path

from assistant.chain import Assistant
from assistant.recorded import RecordedAssistant
from assistant.records import Records
from assistant.settings import Settings, shipped
from assistant.wording.chat import Chat
from assistant.wording.patience import PatientChat
from assistant.wording.prompts import Prompts, read_prompts
from assistant.wording.settings import endpoint
from index.build import build
from index.embed import Embedder, open_embedder, shipped_model
from index.errors import LibraryError, UsageError
from index.generation import Progress
from index.library import Library, current_generation
from index.manifest import FORMAT, Manifest, is_made_of, read_head, read_manifest
from index.read.folder import source_files

EXTRACTIVE, MODEL = "extractive", "model"


def open_assistant(settings: Settings, progress: Progress, *, composer: str | None = None) -> Assistant:
    """Open the library that the settings name and answer from it.

    Args:
        settings: From outside.
        progress: Is told how far a build has come.
        composer: EXTRACTIVE, or MODEL, which must then be configured; None takes a model where one is.

    Raises:
        UserError: documents, model or library cannot be used; the message says what to do.
    """
    model = _composing(composer)
    embedder = open_embedder(settings.model)
    library = Library(ready_generation(settings, embedder, progress), embedder)
    return Assistant(library, longest_question=settings.longest_question, retrieved=settings.retrieved, model=model)


def _composing(composer: str | None) -> tuple[Chat, Prompts] | None:
    if composer not in (None, EXTRACTIVE, MODEL):
        raise UsageError(f"没有名为 {composer} 的组织方式；可用：{EXTRACTIVE}、{MODEL}")
    model = None if composer == EXTRACTIVE else _model()
    if composer == MODEL and model is None:
        raise UsageError("没有设置语言模型；请设置 DISCLOSURE_LLM_BASE_URL 和 DISCLOSURE_LLM_MODEL")
    return model


def _model() -> tuple[Chat, Prompts] | None:
    """The language model of the settings, with its prompts; None where none is configured."""
    found = endpoint()
    return (PatientChat(found), read_prompts(shipped("prompts"))) if found else None


def open_recorded(
    settings: Settings, progress: Progress, *, composer: str | None = None
) -> tuple[Assistant, Assistant | RecordedAssistant]:
    """Open the assistant, and what answers in its place while it keeps records, where they are to be kept.

    Raises:
        UserError: as `open_assistant`. Records that cannot be opened do not keep it from answering.
    """
    assistant = open_assistant(settings, progress, composer=composer)
    folder, days = settings.records_folder, settings.records_days
    if folder is None:
        return assistant, assistant
    return assistant, RecordedAssistant(assistant, lambda: Records(folder, days=days))


def open_records(settings: Settings) -> Records | None:
    """Open the records of a library; None where none are to be kept.

    Raises:
        LibraryError: they cannot be opened.
    """
    folder = settings.records_folder
    return Records(folder, days=settings.records_days) if folder is not None else None


def ready_generation(settings: Settings, embedder: Embedder, progress: Progress) -> Path:
    """Return the generation to answer from, after building it where that is needed."""
    current = current_generation(settings.library)
    # What an older program wrote is made anew of the same texts; of a newer one it is not known what would be lost.
    if current is not None and read_head(current).format >= FORMAT:
        manifest = read_manifest(current)
        is_of_model = manifest.model_sha256 == embedder.sha256
        # A new program may bring a new model; somebody who sets another one says when everything is embedded anew.
        if not is_of_model and settings.model != shipped_model():
            raise LibraryError(f"资料库（{settings.library}）是用另一个嵌入模型建立的；请运行 disclosure index 重建")
        if is_of_model and _serves(manifest, settings):
            return current
    return rebuild(settings, embedder, progress)


def rebuild(settings: Settings, embedder: Embedder, progress: Progress) -> Path:
    """Build and publish a generation from the folders that are named, else from those it was last built from."""
    folders = settings.documents or _remembered(settings.library)
    return build(settings.library, folders or settings.folders, embedder, progress=progress, shipped=not folders)


def model_of(library: Path) -> str | None:
    """Return the hash of the model that the published generation was built with; None where none can be read."""
    try:
        current = current_generation(library)
        return read_manifest(current).model_sha256 if current else None
    except LibraryError:
        return None


def _remembered(library: Path) -> tuple[Path, ...]:
    """Return the folders of the published generation; none where it was made of the shipped digests or is damaged."""
    try:
        current = current_generation(library)
        return tuple(Path(folder) for folder in read_head(current).folders) if current else ()
    except LibraryError:
        return ()


def _serves(manifest: Manifest, settings: Settings) -> bool:
    """Whether a generation holds what is asked for; built from other folders it serves until folders are named."""
    if not settings.documents and manifest.folders:
        return True
    is_same_place = manifest.folders == _resolved(settings.documents)
    return is_same_place and is_made_of(manifest, source_files(settings.folders))


def _resolved(folders: Sequence[Path]) -> tuple[str, ...]:
    return tuple(str(folder.resolve()) for folder in folders)
