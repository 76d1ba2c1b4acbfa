"""The evidence pack: the same bytes each time, and every change to it is named."""

import hashlib
import io
import json
import zipfile

import pytest

from xref.corpus.raw import RawPage
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


PAGE = RawPage(
    "https://sputniknews.com/military/x",
    (("content-type", "text/html"),),
    "2018-11-23T08:00:00+00:00",
    hashlib.sha256(b"<html>as it came</html>").hexdigest(),
    b"<html>as it came</html>",
)


def paged(report):
    """A pack in which one article's page is kept."""
    first = report.verdicts[0].evidence[0].candidate.article
    return pack(report, DEFAULT, lambda id_: PAGE if id_ == first.id else None)


def test_pages_are_packed_as_they_came(tmp_path, report):
    whole = paged(report)
    assert whole == paged(report)
    assert checked(tmp_path, whole) == []
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        (told,) = json.loads(archive.read("pages.json"))["pages"]
        assert archive.read(told["file"]) == PAGE.body
        assert archive.read(told["text"]).startswith(b"ANKARA (Sputnik)")
        manifest = json.loads(archive.read(MANIFEST))
    assert (told["url"], told["fetched_at"]) == (PAGE.url, PAGE.fetched_at)
    assert manifest["raw_pages"].startswith("1 of ")


def test_a_page_that_is_not_what_was_fetched_is_named_though_hashes_match(tmp_path, report):
    def change(files):
        files[f"pages/{PAGE.sha256}"] = b"<html>another</html>"
        manifest = json.loads(files[MANIFEST])
        for name in manifest["files"]:
            manifest["files"][name]["sha256"] = hashlib.sha256(files[name]).hexdigest()
        files[MANIFEST] = json.dumps(manifest).encode()

    assert checked(tmp_path, rewritten(paged(report), change)) == [
        "page 1 is not what was fetched, or its text is not here"
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
