"""Words that say little about the subject of a statement."""

# Words that only connect a sentence, in languages in which ladders are often written.
_LINKING = """
a an the and or but nor of to in on at by for from with within without into onto over under about
across between through throughout during before after up down out off as than then that this these
those it its is are be been being was were has have had do does can could may might must shall
should will would not no own their them they his her he she we our you your i who whom whose which
what when where how if so such also both each every all any some more most other others same via
per beyond among against beside besides while until unless

der die das den dem des ein eine einen einem einer eines und oder aber von vom zu zum zur im in am
an auf aus bei beim mit nach für über unter durch gegen ohne um bis als wie dass ist sind sein wird
werden nicht kein keine sich auch nur noch sowie dabei deren dessen hinweg innerhalb außerhalb

le la les l un une des du de d et ou à au aux en dans par pour sur avec sans sous ce cette ces son
sa ses leur leurs que qui ne pas plus est sont

el los las una unos unas y o del al con sin por para su sus se es son lo

het een van voor met naar op te bij ook niet zijn
"""

# Words of statements about any subject: general verbs, sizes, people and groups of people.
_GENERAL = """
work works working support supports supporting help helps helping ensure ensures ensuring make makes
take takes lead leads leading manage manages managing drive drives driving provide provides
contribute contributes contributing handle handles use uses using run runs conduct conducts keep
keeps maintain maintains perform performs carry carries deliver delivers know knows understand
understands participate participates collaborate collaborates partner partners act acts apply
applies follow follows set sets give gives
stakeholder stakeholders team teams company companies organisation organization organisations
organizations business project projects area areas task tasks people colleague colleagues person
department departments function functions
new good very clear small large large-scale several simple complex relevant high various different
multiple single whole one two three four five first
time timely line accordance requirement requirements policy policies guidance supervision
need needs

arbeitet unterstützt unterstützen leitet leiten führt führen sorgt sorgen durchführen verantwortet
verantworten übernimmt unternehmen bereich bereiche bereichs aufgaben projekt projekte eigene
eigenen neue neuen einzelne mehrere mehrerer

travaille participe assure gère équipe équipes projet projets entreprise
"""

LINKING = frozenset(_LINKING.split())
GENERAL = frozenset(_GENERAL.split())
