"""The required parts of CASE 1.1 as a JSON Schema.

Written for these tests after a copy of the field tables of the information model (1EdTech, CASE
Service 1.1, https://www.imsglobal.org/spec/case/v1p1). It is not the published schema, which was
not at hand. Fields that it does not name are refused.
"""

from typing import Any

_UUID = {
    "type": "string",
    "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$",
}
_URI = {"type": "string", "format": "uri", "pattern": "^[a-z]+:"}
_WORDS = {"type": "string", "minLength": 1}
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


_LINK = {**_record({"title": {"type": "string"}, "identifier": _UUID, "uri": _URI})}
_ITEM = _record(
    {"identifier": _UUID, "fullStatement": _WORDS, "uri": _URI, "lastChangeDateTime": _TIME},
    CFItemType=_WORDS,
    CFItemTypeURI=_LINK,
    humanCodingScheme=_WORDS,
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
        "creator": _WORDS,
        "title": _WORDS,
        "lastChangeDateTime": _TIME,
    },
    caseVersion={"const": "1.1"},
    frameworkType=_WORDS,
    description=_WORDS,
    language=_WORDS,
    version=_WORDS,
    adoptionStatus={"enum": ["Private Draft", "Draft", "Adopted", "Deprecated"]},
    statusStartDate=_DAY,
)
_TYPE = _record(
    {
        "identifier": _UUID,
        "uri": _URI,
        "title": _WORDS,
        "description": _WORDS,
        "hierarchyCode": _WORDS,
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
