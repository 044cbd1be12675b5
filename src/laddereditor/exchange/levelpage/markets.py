"""Find the market that a sentence about pay names: `The range in Germany is …`."""

import re

# Names that pages use for markets; an unknown name behind “in” may be a town, a team or a field.
_NAMES = (
    r"United States of America|United States|USA|U\.S\.|US|United Kingdom|UK|U\.K\.|Great Britain"
    "|England|Scotland|Wales|Ireland|Canada|Mexico|Brazil|Argentina|Chile|Colombia|Peru"
    "|Germany|Austria|Switzerland|France|Belgium|Netherlands|Luxembourg|Spain|Portugal|Italy"
    "|Greece|Denmark|Sweden|Norway|Finland|Iceland|Poland|Czechia|Czech Republic|Slovakia|Hungary"
    "|Romania|Bulgaria|Croatia|Slovenia|Serbia|Estonia|Latvia|Lithuania|Ukraine|Türkiye|Turkey"
    "|Israel|United Arab Emirates|UAE|Saudi Arabia|Egypt|Morocco|Nigeria|Kenya|South Africa"
    "|India|Pakistan|China|Hong Kong|Taiwan|Japan|South Korea|Korea|Singapore|Malaysia|Thailand"
    "|Vietnam|Indonesia|Philippines|Australia|New Zealand"
    "|North America|Latin America|Europe|EU|EMEA|APAC|LATAM|Asia|DACH|Nordics|Benelux"
)
_IN = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]cross|[Ff]or|[Ww]ithin)\s+(?:the\s+)?|\(|^)"
    rf"(?P<name>{_NAMES})(?![\w-])"
)
_ALONE = re.compile(rf"(?:the )?(?P<name>{_NAMES})(?: \((?:national|nationwide)\))?[:.]?$")


def market_in(text: str) -> str:
    """Return the market that a sentence names, "" if it names none or several.

    It is behind “in” or in brackets, or before a colon: `US: median $41,000`.
    """
    found = {match["name"].rstrip(".") for match in _IN.finditer(text) if _is_said(match, text)}
    return found.pop() if len(found) == 1 else ""


def _is_said(match: re.Match[str], text: str) -> bool:
    behind = text[match.end() : match.end() + 1]
    if match[0].startswith("("):
        return behind == ")"
    return behind == ":" if match[0] == match["name"] else True


def market_alone(text: str) -> str:
    """Return the market that a line names and nothing else, "" for another line."""
    match = _ALONE.match(text)
    return match["name"] if match else ""
