"""What CASE 1.1 asks of a package, as a JSON Schema.

Written for these tests in own words, because the published schema is not part of this repository.
Its names, types, required fields and closed records agree with those of the published one,
https://purl.imsglobal.org/spec/case/v1p1/schema/json/case_v1p1_cfpackage-jsonschema1.json (as in
the repository 1EdTech/OpenCASE), for what the program writes. Where it is stricter (no empty
texts, lines where the standard says NormalizedString, the customary adoption statuses), it says
what the program promises beyond that. Fields that it does not name are refused.
"""

from typing import Any

_UUID = {
    "type": "string",
    "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$",
}
_URI = {"type": "string", "format": "uri", "pattern": "^[a-z]+:"}
_WORDS = {"type": "string", "minLength": 1}
_LINE = {"type": "string", "minLength": 1, "pattern": r"\A[^\r\n\t]*\Z"}  # NormalizedString
_TIME = {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
_EXTENSIONS = {"type": "object"}


def _record(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **optional, "extensions": _EXTENSIONS},
        "additionalProperties": False,
    }


_LINK = _record({"title": _LINE | {"minLength": 0}, "identifier": _UUID, "uri": _URI})
del _LINK["properties"]["extensions"]  # the one record that has none
_ITEM = _record(
    {"identifier": _UUID, "fullStatement": _WORDS, "uri": _URI, "lastChangeDateTime": _TIME},
    CFItemType=_LINE,
    CFItemTypeURI=_LINK,
    humanCodingScheme=_LINE,
    notes=_WORDS,
)
_ASSOCIATION = _record(
    {
        "identifier": _UUID,
        "associationType": {
            "enum": [
                "isChildOf",
                "isPeerOf",
                "isPartOf",
                "exactMatchOf",
                "precedes",
                "isRelatedTo",
                "replacedBy",
                "exemplar",
                "hasSkillLevel",
                "isTranslationOf",
            ]
        },
        "uri": _URI,
        "originNodeURI": _LINK,
        "destinationNodeURI": _LINK,
        "lastChangeDateTime": _TIME,
    },
    sequenceNumber={"type": "integer"},
)
_DOCUMENT = _record(
    {
        "identifier": _UUID,
        "uri": _URI,
        "creator": _LINE,
        "title": _LINE,
        "lastChangeDateTime": _TIME,
    },
    caseVersion={"const": "1.1"},
    frameworkType=_LINE,
    description=_WORDS,
    language=_LINE,
    version=_LINE,
    adoptionStatus={"enum": ["Private Draft", "Draft", "Adopted", "Deprecated"]},
    statusStartDate=_DAY,
)
_TYPE = _record(
    {
        "identifier": _UUID,
        "uri": _URI,
        "title": _LINE,
        "description": _WORDS,
        "hierarchyCode": _LINE,
        "lastChangeDateTime": _TIME,
    }
)
PACKAGE = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_record(
        {"CFDocument": _DOCUMENT},
        CFItems={"type": "array", "items": _ITEM},
        CFAssociations={"type": "array", "items": _ASSOCIATION},
        CFDefinitions=_record({}, CFItemTypes={"type": "array", "items": _TYPE}),
    ),
}
