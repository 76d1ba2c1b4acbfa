"""The evidence pack: the same bytes each time, and every change to it is named."""

import io
import json
import zipfile

import pytest

from xref.errors import SourceMissing, SourceUnreadable
from xref.packs import MANIFEST, pack, verify
from xref.settings import DEFAULT


@pytest.fixture
def whole(report):
    return pack(report, DEFAULT)


def rewritten(whole, change):
    """The pack with its files as `change` leaves them."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def checked(tmp_path, data):
    path = tmp_path / "pack.zip"
    path.write_bytes(data)
    return verify(path)


def test_same_report_same_bytes(report, whole):
    assert pack(report, DEFAULT) == whole


def test_a_fresh_pack_matches(tmp_path, whole):
    assert checked(tmp_path, whole) == []


def test_hostile_words_are_packed_and_match(tmp_path, hostile):
    assert checked(tmp_path, pack(hostile, DEFAULT)) == []


def test_a_changed_a_missing_and_a_foreign_file_are_named(tmp_path, whole):
    def change(files):
        files["report.html"] += b" "
        del files["settings.json"]
        files["more.txt"] = b"x"

    assert checked(tmp_path, rewritten(whole, change)) == [
        "settings.json is missing",
        "more.txt is not listed",
        "report.html has been changed",
    ]


def test_a_passage_that_is_not_in_its_text_is_named_though_hashes_match(tmp_path, whole):
    import hashlib

    def change(files):
        passages = json.loads(files["passages.json"])
        passages["passages"][0]["text"] = "Nobody wrote this."
        files["passages.json"] = json.dumps(passages).encode()
        manifest = json.loads(files[MANIFEST])
        digest = hashlib.sha256(files["passages.json"]).hexdigest()
        manifest["files"]["passages.json"]["sha256"] = digest
        files[MANIFEST] = json.dumps(manifest).encode()

    assert checked(tmp_path, rewritten(whole, change)) == [
        "passage 1 does not stand at its place in its text"
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"x" * 100])
def test_what_is_no_pack_is_refused(tmp_path, data):
    with pytest.raises(SourceUnreadable, match="cannot be read"):
        checked(tmp_path, data)
    with pytest.raises(SourceMissing):
        verify(tmp_path / "none.zip")


def test_a_pack_without_a_manifest_is_refused(tmp_path, whole):
    with pytest.raises(SourceUnreadable, match="no readable manifest"):
        checked(tmp_path, rewritten(whole, lambda files: files.pop(MANIFEST)))


def test_a_cut_pack_is_refused(tmp_path, whole):
    with pytest.raises(SourceUnreadable):
        checked(tmp_path, whole[: len(whole) // 2])
