"""Descriptors of a package, all from one description: Data Package, Croissant, CITATION.cff."""

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xi_data.record.version import Version

FIELD_TYPES = {
    "varchar": "string",
    "integer": "integer",
    "double": "number",
    "date": "date",
    "boolean": "boolean",
}
_CROISSANT_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "date": "sc:Date",
    "boolean": "sc:Boolean",
}
_LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the Croissant specification, version 1.1, prescribes."""


@dataclass(frozen=True)
class Resource:
    """One table of a package: its file, what it holds, its columns and its keys.

    fields: name, type of FIELD_TYPES, whether it may be empty, meaning. foreign_keys: columns, the
    table referred to ("" for itself), its columns.
    """

    name: str
    path: str
    content: bytes
    description: str
    fields: tuple[tuple[str, str, bool, str], ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()

    @property
    def rows(self) -> int:
        """Number of rows, without the header."""
        return sum(1 for _ in csv.reader(io.StringIO(self.content.decode(), newline=""))) - 1


@dataclass(frozen=True)
class Description:
    """What a package says of itself. Its dates are those of the data, not of today.

    link: address of the view, "" where nobody knows it. ours: whether its data are ours to license.
    """

    name: str
    title: str
    description: str
    version: Version
    source: str
    citation: str
    link: str
    ours: bool

    @property
    def date(self) -> str:
        """YYYY-MM-DD."""
        return self.version.date.isoformat()


def datapackage(about: Description, resources: Sequence[Resource]) -> dict[str, Any]:
    """datapackage.json. Source: https://datapackage.org/standard/data-package/ (version 2)."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": about.name,
        "title": about.title,
        "description": about.description,
        "version": about.version.version,
        "schemaVersion": about.version.schema,
        "created": f"{about.date}T00:00:00Z",
        **({"homepage": about.link} if about.link else {}),
        **({"licenses": [_LICENCE]} if about.ours else {}),
        "sources": [{"title": about.source}],
        "contributors": [{"title": "Xi County Response Explorer", "roles": ["creator"]}],
        "resources": [_resource(one) for one in resources],
    }


def _resource(resource: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {"name": name, "type": kind, "description": meaning}
            | ({} if nullable else {"constraints": {"required": True}})
            for name, kind, nullable, meaning in resource.fields
        ],
        "missingValues": [""],
    }
    if resource.primary_key:
        schema["primaryKey"] = list(resource.primary_key)
    if resource.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": list(columns),
                "reference": {"resource": table, "fields": list(referred)},
            }
            for columns, table, referred in resource.foreign_keys
        ]
    return {
        "name": resource.name,
        "path": resource.path,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(resource.content),
        "hash": f"sha256:{hashlib.sha256(resource.content).hexdigest()}",
        "description": resource.description,
        "schema": schema,
    }


def croissant(about: Description, resources: Sequence[Resource]) -> dict[str, Any]:
    """croissant.json. Source: https://docs.mlcommons.org/croissant/ (version 1.1)."""
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": about.name,
        "description": about.description,
        "version": about.version.version,
        "datePublished": about.date,
        **({"license": _LICENCE["path"]} if about.ours else {}),
        **({"url": about.link} if about.link else {}),
        "citeAs": about.citation,
        "creator": {"@type": "sc:Organization", "name": "Xi County Response Explorer"},
        "isBasedOn": about.source,
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": one.path,
                "name": one.path,
                "description": one.description,
                "contentUrl": one.path,
                "contentSize": f"{len(one.content)} B",
                "encodingFormat": "text/csv",
                "sha256": hashlib.sha256(one.content).hexdigest(),
            }
            for one in resources
        ],
        "recordSet": [_record_set(one) for one in resources],
    }


def _record_set(resource: Resource) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": resource.name,
        "name": resource.name,
        "description": resource.description,
        "key": [{"@id": f"{resource.name}/{column}"} for column in resource.primary_key],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{resource.name}/{name}",
                "name": name,
                "description": meaning,
                "dataType": _CROISSANT_TYPES[kind],
                "source": {"fileObject": {"@id": resource.path}, "extract": {"column": name}},
            }
            for name, kind, _, meaning in resource.fields
        ],
    }


def citation_cff(about: Description) -> str:
    """CITATION.cff. Source: https://citation-file-format.github.io (version 1.2.0)."""
    pairs: Mapping[str, str] = {
        "title": about.title,
        "abstract": about.description,
        "version": about.version.version,
        "date-released": about.date,
        "license": _LICENCE["name"] if about.ours else "",
        "url": about.link,
    }
    lines = ["cff-version: 1.2.0", "type: dataset", f"message: {_quoted(about.citation)}"]
    lines += [f"{key}: {_quoted(value)}" for key, value in pairs.items() if value]
    lines += ["authors:", '  - name: "Xi County Response Explorer"']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A double-quoted scalar. Source: YAML 1.2.2, sections 5.1, 5.7 and 7.3.1."""
    return '"{}"'.format("".join(map(_in_quotes, text)))


def _in_quotes(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable() or sign == "\u3000":
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
