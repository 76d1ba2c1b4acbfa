"""The evidence pack: one zip with all that a report rests on, and what checks it again.

The same report gives the same bytes: entries by name, no clock, nothing compressed (compressors
differ between machines). A pack shows that nothing in it was changed by accident or by an editor's
slip; it carries no signature, so it cannot show who made it.
"""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from xref.corpus.raw import RawPage
from xref.errors import SourceMissing, SourceUnreadable
from xref.records import Article, Report
from xref.render import renderer
from xref.settings import PACKS, Settings

FORMAT, VERSION = "xref-pack", 1
MANIFEST = "manifest.json"
_BEFORE_CLOCKS = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""
Json = dict[str, Any]


Pages = Callable[[str], RawPage | None]
"""An article's id -> its page as it was fetched, where that is kept."""


def pack(report: Report, settings: Settings, pages: Pages = lambda _: None) -> bytes:
    """Return the zip of one report; `Corpus.page` gives the pages as they were fetched."""
    files = dict(_files(report, settings))
    kept = list(_pages(report, pages))
    files |= {place: found.body for _, place, found in kept}
    files["pages.json"] = _json({"pages": [_told(*one) for one in kept]})
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "made_with": asdict(report.made_with),
        "raw_pages": f"{len(kept)} of {len(_articles(report))} articles as their servers sent them",
        "files": {
            name: {"sha256": _sha256(files[name]), "bytes": len(files[name])}
            for name in sorted(files)
        },
    }
    files[MANIFEST] = _json(manifest)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _BEFORE_CLOCKS)
            entry.create_system = 3  # the same on every machine
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return whole.getvalue()


def _files(report: Report, settings: Settings) -> Iterator[tuple[str, bytes]]:
    for name, form in (("report.html", "html"), ("report.json", "json"), ("report.md", "markdown")):
        yield name, renderer(form).render(report).encode("utf-8", "replace")
    yield "settings.json", _json(asdict(settings))
    passages = []
    for article, start, end, claim in _passages(report):
        body = _body(article)
        place = f"texts/{_sha256(body)}.txt"
        passages.append(
            {
                "claim": claim,
                "outlet": article.outlet,
                "url": article.url,
                "title": article.title,
                "published": article.published,
                "file": place,
                "start": start,
                "end": end,
                "text": _mended(article.text[start:end]),
            }
        )
        yield place, body
    own = _body(report.article)
    yield f"texts/{_sha256(own)}.txt", own
    yield "passages.json", _json({"article": f"texts/{_sha256(own)}.txt", "passages": passages})


def _articles(report: Report) -> dict[str, Article]:
    """The articles behind the report and the one it is on, by id."""
    behind = [article for article, *_ in _passages(report)]
    found = {article.id: article for article in (report.article, *behind)}
    return dict(sorted(found.items()))


def _pages(report: Report, pages: Pages) -> Iterator[tuple[str, str, RawPage]]:
    """The text that was read from each page that is kept, the page's place, and the page."""
    for article in _articles(report).values():
        found = pages(article.id)
        if found is not None:
            yield f"texts/{_sha256(_body(article))}.txt", f"pages/{found.sha256}", found


def _told(text: str, place: str, page: RawPage) -> Json:
    return {
        "text": text,
        "file": place,
        "sha256": page.sha256,
        "url": page.url,
        "fetched_at": page.fetched_at,
        "headers": [list(header) for header in page.headers],
    }


def _passages(report: Report) -> Iterator[tuple[Article, int, int, str]]:
    for verdict in report.verdicts:
        for relation in (*verdict.evidence, *verdict.fact_checks):
            found = relation.candidate
            yield found.article, found.passage.start, found.passage.end, verdict.claim.id


def _body(article: Article) -> bytes:
    return _mended(article.text).encode()


def _mended(text: str) -> str:
    """The text with what UTF-8 cannot hold as question marks; as many characters as before."""
    return text.encode(errors="replace").decode()


def _json(value: Json) -> bytes:
    return (json.dumps(value, indent=1, sort_keys=True) + "\n").encode()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def verify(path: Path) -> list[str]:
    """Say what in a pack does not match; empty where all does.

    Raises SourceMissing or SourceUnreadable where there is no pack to check.
    """
    files = _read(path)
    manifest = _object(files, MANIFEST, path)
    if manifest.get("format") != FORMAT or manifest.get("version") != VERSION:
        raise SourceUnreadable(
            f"{path} is no evidence pack of version {VERSION}; make one with `xref report --pack`."
        )
    listed = manifest.get("files")
    if not isinstance(listed, dict):
        return [f"{MANIFEST} lists no files"]
    wrong = [f"{name} is missing" for name in sorted(listed) if name not in files]
    wrong += [f"{name} is not listed" for name in sorted(set(files) - set(listed) - {MANIFEST})]
    for name in sorted(set(files) & set(listed)):
        told = listed[name]
        if not isinstance(told, dict) or told.get("sha256") != _sha256(files[name]):
            wrong.append(f"{name} has been changed")
    return wrong or _mismatches(files, manifest, path)


def _read(path: Path) -> dict[str, bytes]:
    if not path.is_file():
        raise SourceMissing(f"There is no pack at {path}; make one with `xref report --pack`.")
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if len(entries) > PACKS.files or size > PACKS.bytes:
                raise SourceUnreadable(
                    f"{path} is larger than any evidence pack; make one with `xref report --pack`."
                )
            return {entry.filename: _entry(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise SourceUnreadable(
            f"{path} cannot be read as a zip ({error}); make the pack again with "
            "`xref report --pack`."
        ) from error


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of one file; none where its own checksum tells that they have been changed."""
    try:
        return archive.read(entry)
    except (zipfile.BadZipFile, zlib.error):
        return b""


def _object(files: Mapping[str, bytes], name: str, path: Path) -> Json:
    try:
        value = json.loads(files[name])
    except (KeyError, ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise SourceUnreadable(
            f"{path} holds no readable {name}; make the pack again with `xref report --pack`."
        )
    return value


def _mismatches(files: Mapping[str, bytes], manifest: Json, path: Path) -> list[str]:
    """What contradicts itself although each file may be as listed."""
    if not {"report.json", "passages.json"} <= set(files):
        return []
    report, passages = (_object(files, n, path) for n in ("report.json", "passages.json"))
    wrong = []
    if report.get("made_with") != manifest.get("made_with"):
        wrong.append("report.json was made with something else than manifest.json says")
    for at, one in enumerate(_list(passages.get("passages")), start=1):
        if not _stands(files, one):
            wrong.append(f"passage {at} does not stand at its place in its text")
    wrong += _wrong_pages(files, path)
    own = files.get(str(passages.get("article")), b"").decode(errors="replace")
    for claim in _list(report.get("claims")):
        if not isinstance(claim, dict) or not _same(own, claim):
            wrong.append("a statement of report.json does not stand at its place in the article")
            break
    return wrong


def _wrong_pages(files: Mapping[str, bytes], path: Path) -> Iterator[str]:
    """Which pages are not what the corpus stored when it fetched them."""
    held = _list(_object(files, "pages.json", path).get("pages")) if "pages.json" in files else []
    for at, one in enumerate(held, start=1):
        told = one if isinstance(one, dict) else {}
        body, digest = files.get(str(told.get("file"))), told.get("sha256")
        if body is None or _sha256(body) != digest or str(told.get("text")) not in files:
            yield f"page {at} is not what was fetched, or its text is not here"


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _stands(files: Mapping[str, bytes], one: object) -> bool:
    if not isinstance(one, dict):
        return False
    return _same(files.get(str(one.get("file")), b"").decode(errors="replace"), one)


def _same(text: str, one: Json) -> bool:
    start, end, words = one.get("start"), one.get("end"), one.get("text")
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(words, str)):
        return False
    return 0 <= start <= end and text[start:end] == _mended(words)
