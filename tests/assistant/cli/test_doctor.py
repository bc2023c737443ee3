def test_all_is_well_with_a_built_library(disclosure):
    ran = disclosure("doctor")

    assert ran.code == 0
    assert "✗" not in ran.out
    assert "✓ 资料库：6份文件" in ran.out
    assert "✓ 文件：6份（原文0，要旨6）" in ran.out


def test_a_library_that_is_still_to_be_built_is_no_fault(disclosure, tmp_path):
    ran = disclosure("doctor", "--library", tmp_path / "none")

    assert ran.code == 0
    assert "尚未建立" in ran.out


def test_what_is_wrong_is_marked_and_fails(disclosure, environment, tmp_path):
    environment.setenv("DISCLOSURE_MODEL", str(tmp_path))

    ran = disclosure("doctor", "--documents", tmp_path / "missing")

    assert ran.code == 1
    assert "✗ 嵌入模型" in ran.out
    assert "✗ 文件" in ran.out


def test_a_language_model_that_is_not_there_is_named(disclosure, environment):
    environment.setenv("DISCLOSURE_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    environment.setenv("DISCLOSURE_LLM_MODEL", "office-model")

    ran = disclosure("doctor")

    assert ran.code == 1
    assert "✗ 语言模型：office-model" in ran.out
