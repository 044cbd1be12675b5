"""Words that say little about what a statement is about."""

# Words that only hold a sentence together, in languages in which ladders are often written.
_LINKING = """
a an the and or but nor of to in on at by for from with within without into onto over under about
across between through during before after up down out off as than then that this these those it
its is are be been being was were has have had do does can could may might must shall should will
would not no own their them they his her he she we our you your i who whom whose which what when
where how if so such also both each every all any some more most other others same via per
der die das den dem des ein eine einen einem einer eines und oder aber von vom zu zum zur im in am
an auf aus bei beim mit nach für über unter durch gegen ohne um bis als wie dass ist sind sein wird
werden nicht kein keine sich auch nur noch sowie dabei deren dessen
le la les l un une des du de d et ou à au aux en dans par pour sur avec sans sous ce cette ces son
sa ses leur leurs que qui ne pas plus est sont
el los las una unos unas y o del al con sin por para su sus se es son lo
het een van voor met naar op te bij ook niet zijn
""".split()  # noqa: SIM905

# Words that stand in statements of any subject.
_GENERAL = """
work works working support supports supporting help helps helping ensure ensures make makes take
takes lead leads leading manage manages managing drive drives provide provides contribute
contributes handle handles use uses using stakeholder stakeholders team teams company organisation
organization business project projects area areas task tasks new good clear small large several
own simple complex need needs people colleagues others first
arbeitet unterstützt leitet führt sorgt team teams unternehmen bereich bereiche aufgaben eigene
eigenen neue neuen
""".split()  # noqa: SIM905

LINKING = frozenset(_LINKING)
GENERAL = frozenset(_GENERAL)
