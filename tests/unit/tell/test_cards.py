"""Cards for Anki: what stands on them, ids that stay, and that Anki itself imports them twice without doubles."""

from __future__ import annotations

import json
import re
import sqlite3
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from bodymap.__main__ import main
from bodymap.tell.cards.notes import Note, notes, safe
from bodymap.tell.cards.package import FIELDS, cards_package
from bodymap.tell.cards.pictures import Pictures
from bodymap.tell.wording import BODY_CREDIT, DATA_CREDIT, DRAFT_NOTE, NOTICE_SHORT
from tests.hostile import hostile
from tests.real import CHART, REAL

NOTES = len(REAL.trigger_points) + len(REAL.muscles) + len(REAL.nerve_roots)


@pytest.fixture(scope="module")
def every() -> list[Note]:
    return list(notes(REAL, Pictures(CHART, REAL)))


@pytest.fixture(scope="module")
def package() -> bytes:
    return cards_package(REAL, CHART, now=time.time() - 3600)


def rows(package: bytes, question: str) -> list[tuple[str, ...]]:
    with zipfile.ZipFile(BytesIO(package)) as inside, sqlite3.connect(":memory:") as table:
        table.deserialize(inside.read("collection.anki2"))
        return table.execute(question).fetchall()


def test_a_note_for_every_pattern_muscle_and_root_with_every_field(every):
    assert len(every) == NOTES == len({(note.kind, note.id) for note in every})
    for note in every:
        assert {"Id", *note.fields} == set(FIELDS[note.kind])
        assert note.fields["Status"] and note.fields["Sources"].count("<li>") and note.fields["Name"]
        assert all(" " not in tag for tag in note.tags)
    parts = {tag for note in every for tag in note.tags if "body_part" in tag}
    assert "bodymap::body_part::Hip_and_thigh" in parts and len(parts) == 7


def test_the_back_of_a_pattern_says_everything(every):
    [note] = [note for note in every if note.id == "soleus_1"]
    for said in ("Mainly felt", "From", "To", "Action", "Nerve", "Nerve roots", "How well documented"):
        assert f"<b>{said}:</b>" in note.fields["Facts"]
    assert note.fields["Status"] == safe(DRAFT_NOTE)


def test_a_picture_paints_zones_and_a_cross_over_a_body_that_is_kept_once(every, package):
    for note in every:
        if picture := note.fields.get("Picture", ""):
            assert picture.count("<img") == 1 and "<path" in picture
    with zipfile.ZipFile(BytesIO(package)) as inside:
        named = set(re.findall(r'src="([^"]+)"', "".join(note.fields.get("Picture", "") for note in every)))
        media = inside.read("media").decode()
        assert named and all(f'"{name}"' in media for name in named)
    assert len(package) < 1_500_000


def test_each_card_carries_notice_and_licence(package):
    [(models,)] = rows(package, "select models from col")
    cards = [card for model in json.loads(models).values() for card in model["tmpls"]]
    assert len(cards) == 6
    for card in cards:
        assert all(said in card["qfmt"] for said in (NOTICE_SHORT, BODY_CREDIT, DATA_CREDIT))
        assert card["afmt"].startswith("{{FrontSide}}")


def test_ids_stay_from_package_to_package(package):
    later = cards_package(REAL, CHART)
    guids = "select guid, mid from notes order by guid"
    assert rows(package, guids) == rows(later, guids) and len(rows(package, guids)) == NOTES
    # Never change this one: people have it in their collections.
    known = rows(package, "select guid from notes where flds like 'soleus_1' || char(31) || '%'")
    assert known == [("*BD$$EME@",)]


def test_what_anki_knows_is_shown_as_typed():
    said = safe(r"[sound:x] \(y\) {{z}} <i>")
    assert not set(said.replace("<wbr>", "")) & set("[]{}\\<>")


@pytest.mark.sweep
def test_no_text_of_the_data_is_read_as_html_or_as_what_anki_knows():
    data = hostile()
    for note in list(notes(data, Pictures(CHART, data))):
        for text in (text for name, text in note.fields.items() if name != "Picture"):
            assert "<script" not in text and "<b>x" not in text and "[a]" not in text and "{x}" not in text


@pytest.mark.parametrize("name", ["cards.zip", "folder.apkg", "missing/cards.apkg"])
def test_a_name_that_cannot_be_written_is_refused_in_a_line(tmp_path: Path, capsys, name):
    (tmp_path / "folder.apkg").mkdir()
    assert main(["cards", str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1 and ";" in said


@pytest.mark.sweep
def test_the_command_writes_the_file(tmp_path: Path, capsys):
    assert main(["cards", str(tmp_path / "cards.apkg")]) == 0
    assert "214 patterns" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["cards.apkg"]


@pytest.mark.sweep
def test_anki_imports_it_twice_without_doubles_and_the_second_updates(tmp_path: Path, package):
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    soleus = REAL.muscles["soleus"].model_copy(update={"action": "Changed for this test"})
    changed = REAL.replaced(muscles=[soleus if m.id == "soleus" else m for m in REAL.muscles.values()])
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        found = []
        for number, content in enumerate((package, cards_package(changed, CHART))):
            path = tmp_path / f"{number}.apkg"
            path.write_bytes(content)
            asked = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
            collection.import_anki_package(asked)
            found.append((collection.note_count(), collection.card_count()))
        assert found[0] == found[1] and found[0][0] == NOTES
        assert len(collection.find_notes('"Changed for this test"')) == 1 + len(soleus.trigger_points)
        names = {deck.name for deck in collection.decks.all_names_and_ids()}
        assert names >= {f"Trigger Point Body Map::{part}" for part in ("Patterns", "Muscles", "Nerve roots")}
        card = collection.get_card(collection.find_cards("Id:soleus_1")[0])
        assert "<svg" in card.question() and "Learning tool" in card.question()
        assert not collection.media.check().missing
    finally:
        collection.close()
