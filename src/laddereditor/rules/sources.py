"""Where the reasons of rules come from."""

FORMAT = "The format of the ladder file (docs/format.md)"
PUBLIC_LADDERS = "Own measurements on public career ladders"
OWN = "Own judgement"
SEMVER = "Semantic Versioning 2.0.0, https://semver.org"
SOC = "SOC 2018, https://www.bls.gov/soc/2018/, and O*NET-SOC 2019, https://www.onetcenter.org"
FACTORS = (
    "Leveling factors of Directive (EU) 2023/970, Article 4: skills, effort, responsibility, "
    "working conditions"
)
PLAIN_LANGUAGE = "Federal Plain Language Guidelines, https://www.plainlanguage.gov/guidelines/"
LINKS = "RFC 3986, https://www.rfc-editor.org/rfc/rfc3986"
TAXONOMY = "Anderson and Krathwohl, A Taxonomy for Learning, Teaching, and Assessing, 2001"
APA = "Publication Manual of the American Psychological Association, 7th edition, chapter 5"
GAUCHER = "Gaucher, Friesen and Kay, Evidence that gendered wording exists, 2011"
