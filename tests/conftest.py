"""A made-up library: two short texts, a model of single characters, and the generation built from them."""

import contextlib
import json
import shutil
import threading
from contextlib import contextmanager

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, pre_tokenizers

from index.build import build
from index.embed import open_embedder
from index.library import Library, current_generation

WORK_POINTS = """---
id: fictional-2014-work-points
title: 某市2014年政府信息公开工作要点
document_number: 某政办发〔2014〕28号
issuer: 某市人民政府办公厅
issued: 2014-04-30
region: 某市
level: 市级
status: 已届期
origin: official
---

## 题注

某市人民政府办公厅印发，某政办发〔2014〕28号。

## 引言

为做好今年的政府信息公开工作，制定本要点。

## 一、推进环境信息公开

### （一）推进空气质量信息公开

空气质量情况按国家标准实时发布。（市环保局牵头落实）

### （二）推进征地信息公开

征收土地的补偿标准和安置方案应当公开。（市国土局牵头，各区县政府配合）

## 二、推进财政信息公开

### （三）推进“三公”经费信息公开

各区县政府应于2014年年底前公开“三公”经费预决算。（市财政局牵头）

### （四）推进审计结果公开

财政预算执行的审计结果进一步推动公开。（市审计局牵头）
"""
MEASURES = """---
id: fictional-measures
title: 某省政府信息公开办法
document_number: 某省人民政府令第7号
issuer: 某省人民政府
issued: 2012-01-10
region: 某省
level: 省级
status: 现行
origin: official
---

## 第一章 总则

第一条 为了保障公民依法获取政府信息，制定本办法。

第二条 行政机关应当及时、准确地公开政府信息。

行政机关发现虚假信息的，应当予以澄清。

## 第二章 公开的范围

第三条 行政机关应当主动公开下列信息：

（一）行政处罚的依据、条件和程序；

（二）突发公共事件的应急预案；

（三）扶贫、教育、医疗的政策措施。

第四条 本办法自二〇一二年三月一日起施行。
"""
DIMENSIONS = 64


def write_model(folder, *, seed=1, characters=WORK_POINTS + MEASURES):
    """Write a static model with one random vector for each character."""
    vocabulary = {"[UNK]": 0} | {one: place for place, one in enumerate(sorted(set(characters)), 1)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    weights = np.random.default_rng(seed).standard_normal((len(vocabulary), DIMENSIONS)).astype(np.float16)
    package = "sentence_transformers.sentence_transformer.modules"
    kinds = [("", f"{package}.StaticEmbedding"), ("1_Normalize", f"{package}.Normalize")]
    modules = [{"idx": n, "name": str(n), "path": path, "type": kind} for n, (path, kind) in enumerate(kinds)]
    (folder / "1_Normalize").mkdir(parents=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file({"embedding.weight": weights}, folder / "model.safetensors")
    (folder / "modules.json").write_text(json.dumps(modules), "utf-8")
    (folder / "config_sentence_transformers.json").write_text('{"similarity_fn_name": "cosine"}', "utf-8")
    return folder


def write_texts(folder):
    """Write the two texts into a new folder."""
    folder.mkdir(parents=True)
    (folder / "fictional-2014-work-points.md").write_text(WORK_POINTS, "utf-8")
    (folder / "fictional-measures.md").write_text(MEASURES, "utf-8")
    return folder


@contextmanager
def limited_files(most_bytes):
    """Let no file of this process grow beyond a size: every write past it fails as on a full disk."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def ignore(step, done, total):
    """Let progress pass."""


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    return write_model(tmp_path_factory.mktemp("tiny") / "model")


@pytest.fixture(scope="session")
def make_model():
    """Write a tiny model into a new folder; see `write_model`."""
    return write_model


@pytest.fixture(scope="session")
def other_model(tmp_path_factory):
    return write_model(tmp_path_factory.mktemp("other") / "model", seed=2)


@pytest.fixture(scope="session")
def embedder(model):
    return open_embedder(model)


@pytest.fixture(scope="session")
def full_disk():
    """Stand in for a full disk; see `limited_files`."""
    return limited_files


@pytest.fixture
def texts(tmp_path):
    return write_texts(tmp_path / "texts")


@pytest.fixture(scope="session")
def built(tmp_path_factory, embedder):
    """A library folder that no test may change; see `library_folder`."""
    place = tmp_path_factory.mktemp("built")
    build(place / "library", [write_texts(place / "texts")], embedder, progress=ignore)
    return place / "library"


@pytest.fixture
def library_folder(built, tmp_path):
    """The built library, for one test to change."""
    return shutil.copytree(built, tmp_path / "library")


@pytest.fixture
def generation(library_folder):
    """The published generation of `library_folder`."""
    return current_generation(library_folder)


@pytest.fixture(scope="session")
def library(built, embedder):
    """The built library, open."""
    opened = Library(current_generation(built), embedder)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def served():
    """Give what serves a page on a free port for as long as it is entered, and tells its address."""
    from assistant.ui.app import build_app
    from assistant.ui.claiming import claim
    from assistant.ui.server import Server, server_config

    @contextlib.contextmanager
    def serve(answering, sources, settings):
        ready = threading.Event()
        with claim("127.0.0.1", 0) as claimed:
            server = Server(server_config(build_app(answering, sources, settings=settings)), ready.set)
            thread = threading.Thread(target=server.run, kwargs={"sockets": [claimed]}, daemon=True)
            thread.start()
            assert ready.wait(60)
            yield f"http://127.0.0.1:{claimed.getsockname()[1]}/"
            if (released := getattr(answering, "released", None)) is not None:
                released.set()
            server.should_exit = True
            thread.join(10)

    return serve
