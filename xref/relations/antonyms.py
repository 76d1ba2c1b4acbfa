"""Words that cannot both be said of one thing: approve / reject, win / lose, rise / fall.

One pair a line: any word of the left side against any of the right side. Verbs are written in
their base form and inflected by rule; `=word` stands as it is (irregular forms, nouns, adjectives).
"""

# ruff: noqa: E501 - one pair a line, however many words it has

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

_PAIRS: Final = """
approve =approval pass adopt | reject =rejection refuse defeat veto =vetoed =vetoing disapprove
accept =acceptance | refuse =refusal reject =rejection decline
confirm =confirmation admit =admitted =admitting acknowledge | deny =denial
win =won =winning =winner =victory =victories | lose =lost =losing =loser =defeat
rise =rose =risen =rising increase grow =grew =grown climb jump surge soar =up | fall =fell =fallen =falling decrease decline drop =dropped =dropping plunge shrink =shrank =shrunk slump =down
raise lift | lower cut =cutting reduce slash
expand widen | shrink =shrank =shrunk narrow
guilty =guilty =convicted convict =conviction | =acquitted acquit =acquittal =innocent =exonerated =cleared
arrest detain jail imprison capture | release free =freed
arrive =arrival enter | leave =left =leaving depart =departure exit
land | crash take-off
open =reopened reopen | close shut =shutting
legal =legal =lawful legalise legalize | =illegal =unlawful ban =banned =banning outlaw criminalise
allow permit authorise authorize | ban =banned =banning forbid =forbade =forbidden =forbidding prohibit block prevent bar =barred
support back endorse favour favor | oppose =opposition condemn
agree =agreement | disagree =disagreement
succeed =success =successful =successfully | fail =failure =unsuccessful =unsuccessfully
begin =began =begun =beginning start launch =starting resume | end =ended stop =stopped =stopping cease finish halt suspend
join | leave =left =leaving quit =quitting
buy =bought =buying purchase acquire | sell =sold =selling =sale
send =sent =sending | receive
attack | defend
=alive survive =survivor =survivors =unharmed =unhurt =safe =safely | =dead die =died =dying =killed kill =death =deceased
hire appoint recruit | fire =fired dismiss sack
build =built =building construct | destroy demolish dismantle
find =found | lose =lost
remember | forget =forgot =forgotten
love like =loved | hate dislike
cause | prevent
include | exclude
strengthen | weaken
accelerate | slow
praise welcome applaud | criticise criticize condemn denounce blame
extend prolong | shorten
lend =lent | borrow
import | export
deploy | withdraw =withdrew =withdrawn
impose introduce | lift remove =removed abolish repeal revoke scrap =scrapped
encourage | discourage
protect | endanger
ally =allies =ally =friend | =enemy =enemies =rival =foe
=true =correct =accurate | =false =untrue =incorrect =wrong =fake =hoax
=possible | =impossible
=likely | =unlikely
=accident =accidental =accidentally =unintentional | =deliberate =deliberately =intentional =intentionally sabotage =sabotaged
=peaceful =peacefully | =violent =violently
=public =publicly | =secret =secretly
=majority | =minority
=high =higher =highest | =low =lower =lowest
=large =larger =largest =big =bigger =biggest =huge | =small =smaller =smallest =tiny
=old =older =oldest | =young =younger =youngest =new =newest
=early =earlier =earliest | =late =later =latest
=first | =last
=long =longer =longest | =short =shorter =shortest
=fast =faster =quickly =rapidly | =slow =slower =slowly
=hot | =cold
=hard =difficult | =easy
=rich =wealthy | =poor
=good =better =best | =bad =worse =worst
=positive | =negative
=before | =after
=above =over | =below =under =beneath
=inside =indoors =indoor | =outside =outdoors =outdoor
=near =close | =far
=east =eastern | =west =western
=north =northern | =south =southern
=left | =right
=day =daytime | =night =nighttime
=always | =never
=everyone =everybody =all | =nobody =none
=many | =few
=full | =empty
=male =man =men =boy =boys =father =son =brother =husband =king | =female =woman =women =girl =girls =mother =daughter =sister =wife =queen
=married | =single =divorced =unmarried
=employed | =unemployed
=domestic | =foreign
=temporary | =permanent
=military | =civilian
=innocent | =guilty
=strong =stronger | =weak =weaker
=safe | =dangerous =unsafe
=healthy | =sick =ill =unhealthy
sit =sat =sitting | stand =stood =standing
sleep =slept =asleep | =awake wake =woke
smile laugh | cry =cried =crying frown
=profit =profits =gain =gains =surplus | =loss =losses =deficit
"""

Sides = frozenset[tuple[int, int]]
_VOWELS: Final = "aeiou"


def sides(word: str) -> Sides:
    """Return on which side of which pairs a lower-case word stands."""
    return _table().get(word, frozenset())


def opposite(one: str, other: str) -> bool:
    """Whether two lower-case words stand on the two sides of a pair."""
    return any((pair, 1 - side) in sides(other) for pair, side in sides(one))


@cache
def _table() -> Mapping[str, Sides]:
    table: dict[str, set[tuple[int, int]]] = {}
    for pair, line in enumerate(_PAIRS.strip().splitlines()):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                for form in _forms(word):
                    table.setdefault(form, set()).add((pair, side))
    return {word: frozenset(places) for word, places in table.items()}


def _forms(word: str) -> Iterator[str]:
    """Yield the inflections of a verb, or a word that is marked to stand as it is."""
    if word.startswith("="):
        yield word[1:]
        return
    yield word
    if word.endswith("y") and word[-2] not in _VOWELS:
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    elif word.endswith("e"):
        yield from (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    else:
        hissing = word.endswith(("s", "sh", "ch", "x", "z"))
        yield from (f"{word}{'es' if hissing else 's'}", f"{word}ed", f"{word}ing")
