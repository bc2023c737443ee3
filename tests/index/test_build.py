import errno
import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections import namedtuple
from dataclasses import replace

import pytest

from index import build as building
from index.build import build, read_documents
from index.errors import DocumentError, LibraryError
from index.library import CURRENT, EMBEDDINGS, GENERATIONS, STORE, Library, current_generation
from index.lock import writing
from index.manifest import read_manifest
from index.passages import passages
from index.store import Store

WORK_POINTS, MEASURES = "fictional-2014-work-points", "fictional-measures"
QUESTION = "征收土地的补偿标准应当公开"


def ignore(step, done, total):
    pass


class CountingEmbedder:
    """Counts the texts that are embedded."""

    def __init__(self, embedder):
        self._embedder = embedder
        self.sha256 = embedder.sha256
        self.texts = []

    def embed(self, texts):
        self.texts += texts
        return self._embedder.embed(texts)


def contents(folder):
    return sorted(path.name for path in folder.iterdir())


def answers(folder, embedder):
    library = Library(folder, embedder)
    found = (
        library.search_lexical(QUESTION, limit=20, documents=None),
        library.search_dense(library.embed([QUESTION]), limit=20, documents=None)[0],
        library.documents(),
        library.document_provisions(MEASURES),
        library.actors(),
    )
    library.close()
    return found


def is_serving(library_folder, embedder):
    """Whether the published generation opens, answers, and stands alone."""
    current = current_generation(library_folder)
    found = answers(current, embedder)[1][0].provision_id
    return found == f"{WORK_POINTS}#一、(二)" and contents(library_folder / GENERATIONS) == [current.name]


def refusal(library_folder, texts, embedder, kind=LibraryError):
    with pytest.raises(kind) as told:
        build(library_folder, [texts], embedder, progress=ignore)
    assert "\n" not in str(told.value)
    return str(told.value)


# What a build leaves.


def test_the_manifest_tells_what_was_built(built, embedder):
    manifest = read_manifest(current_generation(built))

    assert manifest.model_sha256 == embedder.sha256
    assert (manifest.documents, manifest.provisions, manifest.passages, manifest.dimensions) == (2, 19, 15, 64)
    assert [os.path.basename(folder) for folder in manifest.folders] == ["texts"]


def test_nothing_but_the_generation_is_left(built):
    current = current_generation(built)

    assert contents(built) == [CURRENT, GENERATIONS, "write.lock"]
    assert contents(built / GENERATIONS) == [current.name]


def test_others_may_not_look_into_it(built):
    assert [path.stat().st_mode & 0o077 for path in (built, built / GENERATIONS)] == [0, 0]


def test_others_may_not_look_into_a_folder_that_was_there_before_either(tmp_path, texts, embedder):
    (tmp_path / "library").mkdir(mode=0o755)
    refusal(tmp_path / "library", texts, NotFiniteEmbedder(embedder))

    assert (tmp_path / "library" / GENERATIONS).stat().st_mode & 0o077 == 0


# A build after a build: one text changed, one as it was. The reader of the old one stays open.

Rebuilt = namedtuple("Rebuilt", "folder old new embedded reader before steps")


@pytest.fixture(scope="module")
def rebuilt(built, embedder, tmp_path_factory):
    place = tmp_path_factory.mktemp("rebuilt")
    folder = shutil.copytree(built, place / "library")
    texts = shutil.copytree(built.parent / "texts", place / "texts")
    (folder / GENERATIONS / "00000000000000000001").mkdir()
    (folder / GENERATIONS / building.BUILDING).mkdir()
    changed = texts / "fictional-measures.md"
    changed.write_text(changed.read_text("utf-8").replace("扶贫、教育", "扶贫、住房"), "utf-8")
    old = current_generation(folder)
    reader = Library(old, embedder)
    before = reader.search_lexical("教育", limit=5, documents=None)
    counting, steps = CountingEmbedder(embedder), []
    new = build(folder, [texts], counting, progress=lambda *step: steps.append(step))
    yield Rebuilt(folder, old, new, counting.texts, reader, before, steps)
    reader.close()


def whole(store, document):
    return replace(document, provisions=store.provisions(document.id))


def test_what_did_not_change_is_not_embedded_again(rebuilt):
    store = Store(rebuilt.new / STORE)
    changed = [
        one for document in store.documents for one in passages(whole(store, document)) if "扶贫、住房" in one.words
    ]

    assert changed
    assert rebuilt.embedded == [text for one in changed for text in (one.embedding_text, *one.sentences)]


def test_what_was_taken_over_answers_as_if_built_afresh(rebuilt, tmp_path, embedder):
    afresh = build(tmp_path / "afresh", [rebuilt.folder.parent / "texts"], embedder, progress=ignore)

    assert answers(rebuilt.new, embedder) == answers(afresh, embedder)


def test_the_new_generation_is_published_and_the_previous_one_stays(rebuilt):
    assert current_generation(rebuilt.folder) == rebuilt.new
    assert contents(rebuilt.folder / GENERATIONS) == [rebuilt.old.name, rebuilt.new.name]


def test_an_open_library_goes_on_while_a_new_one_is_published(rebuilt, embedder):
    assert rebuilt.before
    assert rebuilt.reader.search_lexical("教育", limit=5, documents=None) == rebuilt.before
    later = Library(rebuilt.new, embedder)
    assert later.search_lexical("住房", limit=5, documents=None)
    later.close()


def test_progress_tells_each_step_to_its_end(rebuilt):
    assert [step for step, done, total in rebuilt.steps if done == total] == ["读取", "向量", "索引", "自检"]


@pytest.mark.slow
def test_two_builds_of_one_source_answer_alike(built, tmp_path, embedder):
    again = build(tmp_path / "库 again", [built.parent / "texts"], embedder, progress=ignore)

    assert answers(again, embedder) == answers(current_generation(built), embedder)


# What stops a build. The old generation stays.


def test_a_document_that_cannot_be_read_stops_the_build_by_name_and_reason(library_folder, texts, embedder):
    (texts / "broken.md").write_text("没有文件头", "utf-8")

    told = refusal(library_folder, texts, embedder, DocumentError)

    assert "broken.md" in told
    assert "文件头" in told
    assert is_serving(library_folder, embedder)


def test_two_documents_with_one_id_stop_the_build(library_folder, texts, embedder):
    shutil.copy(texts / "fictional-measures.md", texts / "copy.md")

    told = refusal(library_folder, texts, embedder, DocumentError)

    assert "copy.md" in told
    assert "fictional-measures.md" in told
    assert is_serving(library_folder, embedder)


def test_a_folder_without_documents_stops_the_build(library_folder, tmp_path, embedder):
    (tmp_path / "empty").mkdir()

    assert "empty" in refusal(library_folder, tmp_path / "empty", embedder, DocumentError)
    assert is_serving(library_folder, embedder)


def test_too_little_room_is_told_before_anything_is_written(library_folder, texts, embedder, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(100, 99, 1))

    assert "磁盘空间不足" in refusal(library_folder, texts, embedder)
    assert is_serving(library_folder, embedder)


STEPS = [
    "generation.write_manifest",
    "generation.write_store",
    "generation.write_lexical_index",
    "generation.write_collection",
    "generation._push_to_disk",
    "generation.np.save",
    "generation.write_sentences",
]


@pytest.mark.parametrize("step", STEPS)
def test_a_disk_that_fills_up_leaves_the_old_generation(library_folder, texts, embedder, monkeypatch, step):
    def fail(*values, **named):
        raise OSError(errno.ENOSPC, "No space left on device")

    (texts / "fictional-measures.md").unlink()
    monkeypatch.setattr(f"index.{step}", fail)

    assert "磁盘空间" in refusal(library_folder, texts, embedder)
    assert is_serving(library_folder, embedder)


@pytest.mark.slow
@pytest.mark.parametrize("renamed", [1, 2])
def test_a_rename_that_fails_leaves_the_old_generation(library_folder, texts, embedder, monkeypatch, renamed):
    calls = []

    def replace(source, target):
        calls.append(target)
        if len(calls) == renamed:
            raise OSError(errno.ENOSPC, "No space left on device")
        os.rename(source, target)

    current = current_generation(library_folder)
    monkeypatch.setattr("index.build.os.replace", replace)

    assert "磁盘空间" in refusal(library_folder, texts, embedder)
    assert current_generation(library_folder) == current


@pytest.mark.parametrize("most_bytes", [2_000, 30_000, 100_000])
def test_a_disk_that_is_really_full_is_told_in_one_line(library_folder, texts, embedder, full_disk, most_bytes):
    with full_disk(most_bytes):
        assert "无法写入" in refusal(library_folder, texts, embedder)

    assert is_serving(library_folder, embedder)


class NotFiniteEmbedder(CountingEmbedder):
    def embed(self, texts):
        return super().embed(texts) * float("nan")


def test_a_model_that_gives_no_numbers_stops_the_build(library_folder, texts, embedder):
    (texts / "fictional-measures.md").write_text(
        (texts / "fictional-measures.md").read_text("utf-8").replace("教育", "住房"), "utf-8"
    )

    assert "嵌入模型" in refusal(library_folder, texts, NotFiniteEmbedder(embedder))
    assert is_serving(library_folder, embedder)


class ZeroEmbedder(CountingEmbedder):
    def embed(self, texts):
        return super().embed(texts) * 0


def test_a_model_that_gives_no_direction_stops_the_build(tmp_path, texts, embedder):
    assert "全为零" in refusal(tmp_path / "library", texts, ZeroEmbedder(embedder))


def test_a_second_build_is_refused_before_it_reads_anything(library_folder, texts, embedder, monkeypatch):
    monkeypatch.setattr("index.build.load_files", lambda files: pytest.fail("read all the same"))

    with writing(library_folder):
        assert "正在被另一个进程写入" in refusal(library_folder, texts, embedder)


# What a build mends.


@pytest.mark.parametrize(
    "name",
    [
        CURRENT,
        EMBEDDINGS,
        pytest.param(STORE, marks=pytest.mark.slow),
        pytest.param("manifest.json", marks=pytest.mark.slow),
    ],
)
def test_the_next_build_replaces_what_is_damaged(library_folder, generation, texts, embedder, name):
    damaged = library_folder / CURRENT if name == CURRENT else generation / name
    damaged.write_bytes(b"\xff" * 100)

    new = build(library_folder, [texts], embedder, progress=ignore)

    assert current_generation(library_folder) == new
    assert answers(new, embedder)[1]


@pytest.mark.slow
def test_a_change_of_model_embeds_everything_anew(library_folder, texts, other_model):
    from index.embed import open_embedder

    counting = CountingEmbedder(open_embedder(other_model))

    new = build(library_folder, [texts], counting, progress=ignore)

    searched = [passage for document in read_documents([texts]) for passage in passages(document)]
    assert len(searched) == 15
    assert counting.texts == [text for one in searched for text in (one.embedding_text, *one.sentences)]
    assert read_manifest(new).model_sha256 == counting.sha256


@pytest.mark.slow
def test_a_text_changed_while_it_is_read_counts_as_changed(tmp_path, texts, embedder):
    from index.manifest import is_made_of
    from index.read.folder import source_files

    def change(step, done, total):
        if step == "读取":
            (texts / "fictional-measures.md").write_text("changed", "utf-8")

    new = build(tmp_path / "library", [texts], embedder, progress=change)

    assert not is_made_of(read_manifest(new), source_files([texts]))


# Kills. A process imports everything once, then forks: for each kill a builder that is killed and a reader.

KILLED = """
    import os, random, signal, sys, time
    from pathlib import Path
    import chromadb, chromadb.api.rust, index.check
    from index import build as building
    from index.embed import open_embedder
    from index.library import Library, current_generation

    folder, texts, model, moments = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:]
    embedder = open_embedder(model)

    def forked(work):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                code = work()
            finally:
                os._exit(code or 0)
        return child

    def build(moment):
        def die():
            os.kill(os.getpid(), signal.SIGKILL)
        def progress(step, done, total):
            if moment == f"{step} {done}":
                die()
        def replace(source, target, calls=[]):
            calls.append(target)
            if moment == f"rename {len(calls)}":
                die()
            os.rename(source, target)
        building.os.replace = replace
        building.build(folder, [texts], embedder, progress=progress)

    def read():
        library = Library(current_generation(folder), embedder)
        assert library.search_dense(library.embed(["公开"]), limit=5, documents=None)[0]
        library.close()

    for moment in moments:
        child = forked(lambda: build(moment))
        if moment.startswith("random"):
            time.sleep(random.Random(moment).uniform(0, 1.5))
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert os.waitpid(forked(read), 0)[1] == 0, moment
    assert os.waitpid(forked(lambda: build("never")), 0)[1] == 0
    assert os.waitpid(forked(read), 0)[1] == 0
    print("served throughout")
"""
BOUNDARIES = ["读取 2", "索引 1", "索引 3", "索引 4", "索引 5", "自检 1", "rename 1", "rename 2"]


def kill_and_look(library_folder, texts, model, moments):
    command = [sys.executable, "-c", textwrap.dedent(KILLED)]
    done = subprocess.run(
        [*command, str(library_folder), str(texts), str(model), *moments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "served throughout", done.stderr
    assert contents(library_folder) == [CURRENT, GENERATIONS, "write.lock"]
    assert len(contents(library_folder / GENERATIONS)) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_killed_builds_leave_the_old_generation_serving_and_nothing_behind(library_folder, texts, model):
    kill_and_look(library_folder, texts, model, ["索引 4", "rename 2", "random 1"])


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_builds_killed_at_many_moments_leave_the_old_generation_serving(library_folder, texts, model):
    moments = [*BOUNDARIES, *(f"random {time.time_ns()} {place}" for place in range(20))]

    kill_and_look(library_folder, texts, model, moments)


@pytest.mark.slow
def test_two_builders_at_once_end_in_one_whole_library(tmp_path, texts, model, embedder):
    code = """
        import sys
        from pathlib import Path
        from index.build import build, read_documents
        from index.embed import open_embedder
        from index.errors import LibraryError
        try:
            build(Path(sys.argv[1]), [Path(sys.argv[2])], open_embedder(Path(sys.argv[3])), progress=lambda *_: None)
        except LibraryError as error:
            sys.exit(str(error))
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "library"), str(texts), str(model)]
    builders = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    told = [builder.communicate()[1].strip() for builder in builders]

    assert 0 in [builder.returncode for builder in builders]
    assert all("正在被另一个进程写入" in line for line in told if line)
    assert answers(current_generation(tmp_path / "library"), embedder)[1]
