"""The texts of records, each with the records that it is in, and what collections are alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from laddereditor.exchange.records.field_words import DESCRIPTIONS, field_word
from laddereditor.exchange.records.record import Collection, ReadRecord, RecordText, is_prose

FILES, FOLDERS = "files", "folders"
_ALIKE = 0.5  # share of keys that files of one collection have in common: our choice


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A record with the pattern of its collection, and the name of the collection."""

    pattern: str
    key: str
    record: ReadRecord


@dataclass(frozen=True, slots=True)
class ChainedText:
    """A text with the records that it is in, the outermost first, and its key in the last."""

    chain: tuple[ChainLink, ...]
    key: str
    text: RecordText


def gathered(files: Sequence[tuple[str, ReadRecord]]) -> ReadRecord:
    """Return the records of files as one; files with the same keys are one collection.

    Args:
        files: The path of each file below the folder, and its record.
    """
    if len(files) == 1:
        return files[0][1]
    root = ReadRecord("", "")
    groups: list[list[tuple[str, ReadRecord]]] = []
    for path, record in files:
        fitting = (one for one in groups if _is_alike(one[0][1], record))
        group = next(fitting, None)
        if group is None:
            groups.append([(path, record)])
        else:
            group.append((path, record))
    for number, group in enumerate(groups):
        suffix = str(number + 1) if number else ""
        if len(group) == 1 and (alone := _alone_in_folder(group[0])):
            root.collections.append(alone)
        elif len(group) == 1:
            record = group[0][1]
            root.collections += record.collections
            for key, texts in record.texts.items():
                root.texts.setdefault(key, []).extend(texts)
            root.fields |= {f"{group[0][0]}/{k}": one for k, one in record.fields.items()}
        else:
            root.collections.append(_in_folders(group, suffix))
    return root


def _alone_in_folder(file: tuple[str, ReadRecord]) -> Collection | None:
    """Return the only file of its kind as one of those that its folder is called after.

    Such a file names itself; one that does not, such as a list, is what is in it.
    """
    path, record = file
    folder = PurePosixPath(path).parent.name
    if not folder or not record.says_name or not (record.collections or record.texts):
        return None
    return Collection(folder, field_word(folder), [record])


def _in_folders(group: Sequence[tuple[str, ReadRecord]], suffix: str) -> Collection:
    """Return files as a collection; below their folders if these are several."""
    folders: dict[str, list[ReadRecord]] = {}
    for path, record in group:
        folders.setdefault(PurePosixPath(path).parent.name, []).append(record)
    if len(folders) < 2:
        return Collection(FILES, FILES + suffix, [record for _, record in group])
    pattern = f"{FOLDERS}{suffix}/{FILES}"
    return Collection(
        FOLDERS,
        FOLDERS + suffix,
        [
            ReadRecord(name, name, key=name, collections=[Collection(FILES, pattern, records)])
            for name, records in folders.items()
        ],
    )


def _is_alike(one: ReadRecord, other: ReadRecord) -> bool:
    mine, theirs = _keys(one), _keys(other)
    both = mine | theirs
    return not both or len(mine & theirs) >= _ALIKE * len(both)


def _keys(record: ReadRecord) -> set[str]:
    inner = {collection.pattern for collection in record.collections}
    return inner | {field_word(key) for key in (*record.fields, *record.texts)}


def chained_texts(record: ReadRecord, above: tuple[ChainLink, ...] = ()) -> Iterator[ChainedText]:
    """Yield every text of a record and of those in it, in the order of the file."""
    for key, texts in record.texts.items():
        yield from (ChainedText(above, key, text) for text in texts)
    for link in links_of(record):
        yield from chained_texts(link.record, (*above, link))


def said_texts(record: ReadRecord) -> Iterator[ChainedText]:
    """Yield every text, and of records without texts or records in them what describes them."""
    yield from chained_texts(record)
    for chain in chained_records(record):
        one = chain[-1].record
        if not one.texts and not one.collections:
            for key, text in descriptions_of(one).items():
                yield ChainedText(chain, "", RecordText(text, f"{one.path}/{key}"))
                break


def descriptions_of(record: ReadRecord) -> dict[str, str]:
    """Return what a record says of itself in sentences, by key."""
    return {
        key: text
        for key, text in record.fields.items()
        if field_word(key) in DESCRIPTIONS and is_prose(text)
    }


def chained_records(
    record: ReadRecord, above: tuple[ChainLink, ...] = ()
) -> Iterator[tuple[ChainLink, ...]]:
    """Yield the chain of every record in a record, in the order of the file."""
    for link in links_of(record):
        yield (*above, link)
        yield from chained_records(link.record, (*above, link))


def links_of(record: ReadRecord) -> Iterator[ChainLink]:
    """Yield the records of a record's collections."""
    for collection in record.collections:
        for one in collection.records:
            yield ChainLink(collection.pattern, collection.key, one)


def instances(record: ReadRecord) -> Iterator[Collection]:
    """Yield every collection in a record and in those in it."""
    for collection in record.collections:
        yield collection
        for one in collection.records:
            yield from instances(one)
