"""Which spans are no claims because the page, not the story, speaks in them.

Each pattern stands for a habit of editors' pages, and is named by it. In doubt a span is a claim:
a line of furniture that gets through costs one `unmatched`, a dropped claim is lost.
"""

import re

from xref.attributions.quotes import quotations
from xref.records import ClaimKind


def _any(*parts: str) -> re.Pattern[str]:
    """One pattern of several; they are matched against lower-cased words."""
    return re.compile("|".join(parts))


_BULLET = r"[\s*•·\-–—>»#|(\[]{0,6}"

CROSS_LINK = _any(
    # A pointer word and a colon (or a bullet), then another story's headline.
    rf"{_BULLET}(?:read|see|watch|listen|also|more|click|find out)"
    r"(?: (?:more|also|next|now|here|on|this|too|full|the full story|the latest"
    r"|from \w+)){1,3}\s?[:|»>–—-]",
    rf"{_BULLET}(?:see also|also see|also read|read also|also on \w+|related(?: (?:stories|story"
    rf"|articles?|links?"
    r"|coverage|news|topics?|content))?|more on this|more from|more news|more stories"
    r"|further reading"
    r"|recommended|must read|don[’']t miss|up next|latest|most read|trending|you may also like"
    r"|special coverage|photos?|video|pictures|watch|quiz|cartoons|full coverage|live updates"
    r"|in pictures|vote now|urgent|listen|opinion)\s?[:|]",
    rf"{_BULLET}(?:mehr zum thema|lesen sie auch|auch interessant|siehe auch|lire aussi"
    rf"|à lire aussi|voir aussi"
    r"|sur le même sujet|lea también|lee también|leer también|ver también|te puede interesar"
    r"|más noticias"
    r"|читайте также|читать также|смотрите также|по теме|подробнее|ранее по теме|leia também"
    r"|veja também"
    r"|ilgili haber(?:ler)?|ayrıca okuyun|bunu da okuyun|baca juga|leggi anche|czytaj (?:też"
    r"|także|również)"
    r"|zobacz też|lees ook|läs också|اقرأ أيضا|اقرأ أيضاً)\b",
    # A linked headline with its author, as it stands between paragraphs.
    r"[^\n]{10,200} read more\Z",
    r"(?:read|see|watch|check out) (?:all )?(?:of )?(?:our|[\w.]+(?: [\w.]+){0,3}['’]s?) "
    r"(?:[\w-]+ ){0,4}coverage\b[^.!?]{0,40}\.?\Z",
    r"(?:just watched|replay more videos|story highlights\Z|more on this\b"
    r"|you (?:may|might) (?:also )?(?:like|be interested))",
)
"""Pointers to other stories."""

CAPTION_AT_START = _any(
    # Credits of agencies, pools and stock houses: `Name/Getty Images`, `(AP Photo/Name)`.
    r"[^.!?\n]{0,80}/\s?(?:getty|afp|ap\b|epa|reuters|shutterstock|istock|alamy|corbis|staff"
    r"|bloomberg"
    r"|anadolu|tass|ria|sputnik|xinhua|pool|ap photo|handout|file|wireimage|nurphoto"
    r"|zuma)[^.!?\n]{0,40}\Z",
    r"[^.!?\n]{0,60}\b(?:getty images|shutterstock|istock(?:photo)?|wikimedia commons|flickr"
    r"|ap photo"
    r"|afp photo|reuters photo|creative commons|screen ?(?:grab|shot))[^.!?\n]{0,60}\Z",
    rf"{_BULLET}(?:photo(?:graph)?s?|image|picture|pic|video|graphic|illustration|foto|fotos"
    rf"|bild|bilder"
    r"|imagen|fotoğraf|фото|видео|zdjęcie|caption|file photo|file image|archivfoto|archivo)"
    r"(?: (?:by|credit|courtesy|source|von|de|par))?\s?[:©]",
    rf"{_BULLET}(?:photo(?:graph)?|image|picture|foto)s? (?:by|courtesy(?: of)?|credit|taken by"
    rf"|provided by) [^.]{{2,60}}\.?\Z",
    rf"{_BULLET}(?:file photo|file pic|file image|handout|archive photo|representational image"
    rf"|representative image)\b",
    # Agencies' own captions: place in capitals, a dash, month and day, a colon.
    r"[^\W\d_][\w .,’'-]{1,60} [-–—] ?(?:january|february|march|april|may|june|july|august"
    r"|september|october"
    r"|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov"
    r"|dec)\.? \d{1,2}(?:, \d{4})?\s?:",
    r"image [^\n]{3,300}\bcredit\s?(?:\.\.\.|…|:)",
    r"(?:\S+\s){0,8}(?:is |are )?(?:seen|pictured|shown) (?:here|in this (?:file|undated|handout"
    r"|image|photo))",
)
"""Words that belong to a picture, by how they begin."""

CAPTION_ANYWHERE = _any(
    r"\b(?:enlarge this image|toggle caption|hide caption|image caption|media caption"
    r"|image source|image copyright"
    r"|media playback|caption:)",
    r"\((?:photo|foto|image|picture|фото|\w+ photo|getty images?"
    r"|file)\s?:[^()]{2,80}\)\s*\Z",
    r"\((?:ap|afp|reuters|getty|epa) (?:photo|images?)[^()]{0,60}\)\s*\.?\Z",
    r"\([^()]{2,60}/(?:getty|afp|ap|epa|reuters|associated press|bloomberg|dreamstime|shutterstock"
    r"|istock|alamy|corbis)(?: images| photo)?\)\s*\.?\Z",
    r"\([^()]{2,60} via (?:flickr|getty|ap|reuters|wikimedia|shutterstock|twitter|youtube|facebook"
    r"|instagram)[^()]{0,20}\)\s*\Z",
    r"\bin (?:this|an?) (?:\w+day, )?(?:undated|handout|file|\w+\.? \d{1,2}(?:, \d{4})?,?)"
    r"(?: file| handout)? (?:photo|image|photograph|picture)\b",
    r"\Athis (?:undated |handout |file |\w+\.? \d{1,2},? \d{4},? )?(?:file |handout )?"
    r"(?:photo|image|photograph|picture)\b[^.!?]{0,40}\b(?:made available|provided|released|taken"
    r"|shows)\b",
    r"\A(?:getty images|ap photos?) \w|\bin an? (?:photo|photograph|image|picture)"
    r" (?:obtained|provided|released|taken)\b",
    # Lists of shots that agencies send with their video.
    r"\((?:reuters|ap|afp)(?: - | – )access all\)",
)
"""Words that belong to a picture."""

BOILERPLATE_AT_START = _any(
    # Follow, share, subscribe, comment, donate: the page asks something of the reader.
    rf"{_BULLET}(?:please )?(?:follow|like|join|find|connect with|contact|visit) (?:us|me|him"
    rf"|her|them|our|@\w+|\w+(?: \w+)? on"
    r" (?:twitter|facebook|x|instagram|telegram|linkedin))\b",
    rf"{_BULLET}follow @?\w+(?:[ @]\w+){{0,6}}\Z",
    r"(?:share|tweet|email|print|pin it|comments?|save|copy link|share this\b[^.]{0,30}|whatsapp"
    r"|facebook|twitter|youtube)"
    r"(?:[\s|,/]+(?:on|via|this|article|story|share|tweet|email|post|print|facebook|twitter"
    r"|linkedin|pinterest|reddit|whatsapp|more|with)){0,9}\Z",
    r"[^.!?]{0,60}\b(?:in your inbox|your inbox every)\b",
    r"get (?:the|our) [^.!?]{2,40}\bnewsletters?\b",
    rf"{_BULLET}(?:sign up|subscribe|log ?in|sign in|register|donate|support us|become a member"
    rf"|download (?:the|our) app|buy (?:now|tickets))\b",
    r"(?:do not|don[’']t) miss (?:the chance|out|a|any|our|the latest)\b",
    # Cookies, consent, terms, copyright.
    r"[^.!?]{0,40}(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by |the |(?:19|20)\d\d)",
    # Dates and counters of the page itself.
    rf"{_BULLET}(?:posted|published|updated?|last (?:updated|modified)|first published|created"
    rf"|modified|issued|date|veröffentlicht|aktualisiert|stand|publié|mis à jour"
    r"|publicado|actualizado|опубликовано|обновлено|yayınlanma|güncelleme|giriş)\b(?: (?:on|at"
    r"|le|el|am))?:?\s?[^.!?]{0,60}\d[^.!?]{0,40}\Z",
    r"\d{1,3}(?: \w+)? (?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?) ago\Z",
    r"(?:reading time|\d+ min(?:ute)?s? read|lesezeit|this article is more than|tags?:|topics?:"
    r"|filed under|keywords?:|categor(?:y|ies):)",
    r"[\d,.]+ (?:comments?|shares?|views?|likes?|retweets?)\b[^.]{0,20}\Z",
    # Who wrote a post that is embedded above: `— Name (@name) May 4, 2016`.
    r"[—–-]{1,2}\s?[^()\n]{1,60} \(@\w{1,15}\)(?: \w{3,9}\.? \d{1,2}, \d{4})?\Z",
    # Links and asks to click.
    rf"{_BULLET}(?:read (?:more|full|or share|the (?:full|original|whole|entire))"
    rf"|continue reading|click (?:here|for|on|to)|tap here|learn more|find out more|view (?:more"
    rf"|all|gallery)|see more"
    r"|show more|load more|full (?:story|article|text)|weiterlesen|mehr lesen|lire la suite"
    r"|leer más|читать (?:далее|полностью)|devamını oku"
    r"|selengkapnya)\b(?:[^.!?]|[.?](?=\S)){0,160}[.!?…:]{0,3}\Z",
    r"\(?(?:https?://|www\.)\S+\)?\Z|pic\.twitter\.com/\S+\Z",
    # Lead-ins to what is embedded below.
    r"(?:here (?:is|are|was)|here[’']s|watch|see|check out|listen to|take a look at"
    r"|have a look at|below (?:is|are))\b[^.!?]{0,80}"
    r"\b(?:footage|video|clip|tweets?|photos?|pictures?|images?|trailer|below|gallery|audio"
    r"|podcast|map|graphic|transcript)\b[^.!?]{0,60}[:.]?\Z",
    r"(?:watch|see|listen to|scroll down for|view) (?:the |a |this |our "
    r"|full )*(?:\w+ )?(?:video|clip|gallery|footage|podcast|interview|map"
    r"|graphic)s?\b[^.!?]{0,60}[:.!]?\Z",
    # Who made it: sources, bylines, reporters' footers, authors' notes.
    rf"{_BULLET}(?:sources?|quellen?|fuentes?|kaynak|источники?|fonte|źródło|bron|sumber|πηγή"
    rf"|via|h/t|credit|written by|text|author|editor|writer|reporter|redaktion|автор"
    rf"|yazar)\s?:\s?[^\s!?]{{2,40}}(?: [^\s!?]{{1,40}}){{0,4}}\Z",
    r"[(\[]\s*(?:additional |with )?(?:reporting|writing|editing|compiled|translated"
    r"|written)(?: and \w+)? (?:by|in)\b",
    r"\W{0,3}(?:contributing\s?:|(?:with )?(?:additional )?reporting (?:by|from)"
    r"|additional reporting)",
    r"(?:typography|icons?|illustrations?|graphics?|design|photograph(?:s|y)|production"
    r"|animation|research|translation|charts?|maps?|development)"
    r"(?:(?:,| and|, and) \w+){0,3} by [^.!?]{3,60}\Z",
    r"(?:this|the) (?:story|article|post|piece|report|project) (?:was|is) (?:produced|published"
    r"|reported|supported|written) (?:as part of|in (?:collaboration|partnership|cooperation)"
    r"|with (?:support|the support))\b",
    r"(?:his|her|their) (?:new|latest|most recent|next|forthcoming) book\b[^.!?]{0,120}\b(?:is"
    r"|will be) (?:available|published|out)\b",
    rf"{_BULLET}update[sd]?:? (?:at )?\d{{1,2}}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: \w{{2,4}})?\W?\Z",
    r"\W{0,3}(?:editor[’']?s?[’']?s? note|correction|clarification|note to readers|disclaimer"
    r"|anmerkung der redaktion|note de la rédaction)\s?:",
    r"(?:e-?mail|contact|write to|reach) (?:the (?:author|writer|reporter)|him|her|us|me)\b",
    r"(?:e-?mail|contact|call|write to|reach) [^.!?\d@]{2,60} (?:at|on|via) (?:[(+]?\d[\d() -]{5,}"
    r"|\S+@|@\w|twitter)",
    r"for (?:more|other|further|additional|the (?:latest|full|complete))\b[^.!?]{0,80}?,?"
    r" (?:please )?(?:see|visit|read|click|go to|check out|consult)\b[^!?]{0,120}\Z",
    r"(?:(?:next|prev(?:ious)?|back|close)\s)?(?:image|photo|slide|picture) \d+ (?:of|/) \d+\b",
    r"\W{0,3}(?:\w+ )?note\s?:\s(?:this|the) (?:is an? (?:updated?|version|excerpt|abridged|edited"
    r"|condensed|corrected)|(?:story|article|post|piece|column|report|item|interview|transcript)"
    r" (?:is|was|has|first|originally))\b",
    r"\W{0,3}(?:e-?mail|twitter|facebook|phone|tel|contact)\s?:\s?\S+",
    r"\W{0,3}update[sd]? (?:(?:at|on) [^.!?]{0,12}\d[^!?]{0,20} )?(?:with|to (?:add|include|reflect"
    r"|correct|clarify))\b",
    r"\W{0,3}this (?:article|story|essay|column|piece|post) (?:also )?(?:appears?|appeared"
    r"|will appear|is (?:excerpted|adapted)|was (?:excerpted|adapted)) (?:in|on|from)\b",
    r"to (?:read|see|learn|find|get|receive|watch|hear|comment|subscribe) [^.!?]{3,120}?,?"
    r" (?:please )?(?:visit|go to|click|sign up)\b",
    r"(?:watch|catch|tune in to|listen to) [^.!?]{3,80}\b(?:(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)days?|weekdays|weeknights|daily)\b[^.!?]{0,20} at \d",
    r"(?:full )?disclosure\s?:",
    r"\W{0,3}correction\b[^:!?]{0,30}:",
    r"(?:go to|visit|see|check out) (?:www\.)?[\w-]+\.(?:org|com|net|gov|edu|tv|co\.uk)\b",
    r"(?:it|this|the (?:interview|transcript|conversation)|transcript|interview)\b[^.!?,]{0,40}"
    r"\b(?:edited|condensed)\b[^.!?,]{0,30} for (?:length|clarity|brevity|space|style)\b",
    r"\W{0,3}(?:reprinted|excerpted|republished|reproduced|adapted) (?:here )?(?:(?:with|by)"
    r" (?:the |kind )*(?:permission|arrangement)|from (?:the (?:book|forthcoming)|[“\"]))",
    r"copy may not be in its final form\b|stay with us\W*\Z|take action\s?:",
    r"\W{0,3}update[sd]?\b[^.!?]{0,20}:\s[^.!?]{0,80}\b(?:editing error|typo|misspell\w+"
    r"|misstated)\b",
    r"(?:this is a (?:developing|breaking) (?:news )?story|developing story"
    r"|check back for updates|this story (?:has been|will be|is being) updated|more to (?:come"
    r"|follow)|stay tuned)\b",
    r"(?:developing|breaking)\s?(?:\.\.\.|…)",
    r"(?:this (?:story|article|post|piece|essay) is (?:the \w+ )?(?:part|one)"
    r" (?:of|in) (?:an?|the|our)"
    r"|its content is produced independently|when we come back|after the break"
    r"|catch [^.!?]{2,60}\b(?:daily|weekdays|weeknights|online|on demand))\b",
    r"(?:e[sd]?t|gmt|p[sd]?t)\W*(?:click here\W*)?\Z",
    r"(?:this is a rush transcript|copyright|advertisement|advertising|werbung|publicité"
    r"|publicidad|реклама|reklam|sponsored|story continues below|article continues below|loading"
    r"|now playing|close|menu|skip to|back to top)\b[^.!?]{0,80}\.?\Z",
    r"[\[(](?:pullquote|image|audio-clip|ad_1|video|embed|caption[^\])]*|gallery|music"
    r"|soundbite[^\])]*(?=[\])](?! \())|applause|laughter|crosstalk|cheers|inaudible"
    r"|end of excerpt)[.!]?[\])]",
    # Answers of a form on the page.
    r"(?:you (?:may|can) (?:opt[- ]out|unsubscribe)(?: (?:at )?any ?time| here| below)?"
    r"|you must (?:select|enter) an? (?:newsletter|e-?mail|name)\b[^.!?,]{0,30}"
    r"|(?:invalid|please enter (?:a|your)(?: valid)?) e-?mail(?: address)?"
    r"|please try again(?: later)?|an error (?:has )?occurred)[.!]?\Z",
    r"(?:thank you for (?:reading|visiting|subscribing)|thanks for reading)\b",
    r"(?:analysis/opinion|opinion|commentary|editorial|analysis|exclusive|breaking|sponsored"
    r"|live|urgent)\s?:?\Z",
)
"""What the page says about itself, or asks of its reader, at the start of a span."""

BOILERPLATE_ANYWHERE = _any(
    r"\bfollow (?:us|our)\b|\bfollow (?:me|him|her|them|\w+ \w+) on (?:twitter|facebook"
    r"|instagram|telegram|x)\b",
    r"\b(?:facebook|twitter|reddit|linkedin|instagram|google\+|telegram|youtube"
    r"|whatsapp)\b[^.]{0,60}"
    r"\b(?:facebook|twitter|reddit|linkedin|instagram|google\+|pinterest|whatsapp"
    r"|email)\b[^.]{0,30}\b(?:pages?|channels?|share|follow)\b",
    r"\b(?:subscribe|sign up|signing up|register)\b[^.!?]{0,60}\b(?:newsletters?|inbox|updates?"
    r"|alerts?|channel|emails?|mailing list|daily|notifications)\b",
    r"\b(?:delivered|sent|straight) (?:directly |straight )?(?:to|in|into) your (?:inbox|email)\b",
    r"\bsubscribe (?:now|today|here|to our|to the)\b",
    r"\b(?:abonnieren sie|newsletter abonnieren|folgen sie uns|abonnez-vous|suivez[- ]nous"
    r"|inscrivez-vous|suscríbete|suscríbase"
    r"|síguenos|síguenos en|подпишитесь|подписывайтесь|следите за|abone ol|bizi takip|takip edin"
    r"|inscreva-se|siga-nos|iscriviti|seguici)\b",
    r"\b(?:uses?|stores?|accept(?:ing)?|our|of) cookies\b|\bcookies on your\b|\bcookie (?:policy"
    r"|settings|consent)\b",
    r"\b(?:our|website) (?:privacy policy|terms (?:of (?:use|service)"
    r"|and conditions))[^.]{0,30}\Z|\b(?:agree to|accept|see|read) (?:our|the) (?:privacy"
    r"|terms)\b"
    r"|\bdatenschutzerklärung\b|\bpolitique de confidentialité\b|\bpolítica de privacidad\b",
    r"\b(?:content|article|story|archive)s? (?:is|are) [^.!?]{0,50}\b(?:to|for) (?:paid |our )?"
    r"subscribers\b",
    r"\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b"
    r"|\btodos los derechos reservados\b|\bвсе права защищены\b|\btüm hakları saklıdır\b",
    r"\bmaterial may not be (?:published|reproduced|republished|redistributed)\b"
    r"|\breprint permission\b",
    r"\bclick here (?:to|for)\b|\b(?:this|the) (?:article|story|post|piece) (?:(?:first"
    r"|originally) appeared|was (?:first|originally) published) (?:on|in|at|by)\b",
    r"\bopen (?:the|this) page from any\b|\bresponsive design\b|\byour (?:browser"
    r"|device) (?:does|is)\b|\benable javascript\b|\bweb browsers?\b[^.]{0,20}\Z",
    r"\bcontributed to this (?:\w+ )?(?:report|story|article)\b"
    r"|\b(?:and|in) [^.]{2,60} contributed\.\Z"
    r"|\bcan be reached (?:at|on|via)\b"
    r"|\b(?:based|compiled) (?:in part )?(?:on|from) wire[- ]service",
    r"\b(?:opinions|views) expressed (?:by|in|here|are|on)\b|\bthe author(?:[’']s)? own\b"
    r"|\bdo(?:es)? not necessarily (?:represent|reflect)\b",
    r"\b(?:earlier|previous|original|revised|updated) versions? of (?:this|the) (?:\w+ )?(?:story"
    r"|article|post"
    r"|column|piece|report|headline)\b",
    r"\b(?:transcripts?|videos?|clips?|charts?|letters?|documents?|full text|footage)\b"
    r"[^.!?]{0,120}?\b(?:is|are|can be (?:found|read|seen|viewed|watched)|appears?|follows?)"
    r"(?: \w+)? below\W*\Z",
    r"\b(?:email|e-mail) (?:us|them|me|him|her)\b[^.]{0,30}@|\bgot a (?:tip|question|story)\b"
    r"|\b(?:do|if) you have (?:a|any) (?:\w+ )?(?:story|stories|tip|question)\b"
    r"|\bwe pay for your stories\b",
    r"\b(?:world press about|from our correspondent|staff writer)\W*\Z",
)
"""What the page says about itself, or asks of its reader."""

_CASED = re.compile(
    # A byline that is a line of its own, and the author's note below a column.
    r"(?:[Bb]y|BY|[Vv]on|[Pp]or|[Pp]ar) (?:[^\W\d_a-z][\w.’'-]*|the|staff)"
    r"(?:[ ,]+(?:[^\W\d_a-z][\w.’'-]*|and|und|et|y|the|for|of|staff|writer|reporter"
    r"|correspondent)){0,9}\.?\Z"
    r"|[—–-]{1,2} ?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}\Z"
    # Nothing but names: the byline of several.
    r"|(?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w.’'-]+(?:, (?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w.’'-]+){0,6}"
    r",? and (?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w.’'-]+\Z"
    r"|\W{0,4}(?:[A-Z][\w.’'-]+ ){2,4}is (?:an?|the)? ?(?:[\w-]+ ){0,4}"
    r"(?:contributor|columnist|senior fellow|editor(?:[ -]in[ -]chief)?(?: emeritus)?|reporter"
    r"|correspondent"
    r"|staff writer)"
    r" (?:at|for|to|of|with) (?:the )?[A-Z]"
)
_TRIGGERS = (
    "follow", "facebook", "twitter", "subscri", "sign", "regist", "inbox", "abonn", "folgen sie"
    , "suivez", "inscri", "suscr", "síguenos", "подпи", "следите", "abone", "takip", "siga-nos"
    , "seguici", "cookie", "privacy", "terms", "datenschutz", "confidentialité", "privacidad"
    , "rights", "rechte", "droits", "derechos", "права", "hakları", "material", "reprint", "click"
    , "appeared", "published", "page from", "responsive", "browser", "javascript", "contributed"
    , "expressed", "author", "necessarily", "mail", "got a", "you have", "we pay", "staff writer"
    , "reached", "wire"
    , "correspondent", "world press", "subscribers", "version", "below",
)  # fmt: skip
"""One of these stands in every text that `BOILERPLATE_ANYWHERE` finds, and is found faster."""
_PICTURED = (
    "image",
    "caption",
    "media",
    "photo",
    "foto",
    "picture",
    "фото",
    "getty",
    "/",
    "(ap",
    "file",
    "access all",
    " via ",
)
_QUESTION = re.compile(r"[?؟？]+[\"'”’»“)\]*_]*\Z")
_GREEK_QUESTION = re.compile(r"[\u0370-\u03ff].*;\Z", re.DOTALL)
_LEADS_IN = (",", ":", "-", "–", "—")
"""Between a statement and the question that it quotes: `He asked the court: “Who pays?”`."""
_WORDLESS = re.compile(r"[\W\d_]*\Z")
_DATE_LINE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th|\.)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт"
    r"|ноя|дек|mär|mai|okt|dez)\w*\.?,?(?: \d{1,2},?)?(?: \d{4})?"
    r"(?:,? \d{1,2}:\d\d\W?(?:[ap]\.?m\.?)?(?: \w{2,4})?)?\W?\Z"
)
_LOOKED_AT = 400
"""Characters: furniture shows at the start of a span, and is short."""
_CREDITED = re.compile(
    r"[^\n]{10,300}[(\[](?:\w+ )?(?:photo|foto|image|picture|illustration|graphic|фото|credit)"
    r"(?: by|:| credit:) ?[^()\[\]\n]{2,60}[)\]]\W*\Z"
)
_LINKED = 220
"""Characters of a linked headline with its author."""


def furniture(words: str) -> ClaimKind | None:
    """The kind of a span that is no claim by its words alone; None where it may be one."""
    low = words[:_LOOKED_AT].lower()
    if CAPTION_AT_START.match(low) or (_holds(low, _PICTURED) and CAPTION_ANYWHERE.search(low)):
        return ClaimKind.CAPTION
    if CROSS_LINK.match(low):
        return ClaimKind.CROSS_LINK
    if _is_boilerplate(words, low):
        return ClaimKind.BOILERPLATE
    if _WORDLESS.match(words) or _DATE_LINE.match(low[:60]):
        return ClaimKind.FRAGMENT
    return ClaimKind.QUESTION if is_question(words) else None


def line_kind(line: str) -> ClaimKind | None:
    """The kind of a line that shows at its end: the credit of a picture, `Read more`."""
    line = line.rstrip()
    if line[-1:] in (")", "]") and _CREDITED.match(line.lower()):
        return ClaimKind.CAPTION
    linked = len(line) < _LINKED and line.endswith("Read more")
    return ClaimKind.CROSS_LINK if linked else None


def is_question(words: str) -> bool:
    """Whether the words end as a question; a statement may quote one at its end."""
    if words.endswith(";"):
        return _GREEK_QUESTION.search(words[-12:]) is not None
    if _QUESTION.search(words[-12:]) is None:
        return False
    quoted = quotations(words, 0, len(words))
    own = words[: quoted[-1][0]] if quoted and quoted[-1][1] == len(words) else ""
    states = own.rstrip().endswith(_LEADS_IN) and len(own.split()) > 1
    return "?" in own or not states


def _is_boilerplate(words: str, low: str) -> bool:
    if BOILERPLATE_AT_START.match(low) or _CASED.match(words[:_LOOKED_AT]):
        return True
    return _holds(low, _TRIGGERS) and BOILERPLATE_ANYWHERE.search(low) is not None


def _holds(low: str, words: tuple[str, ...]) -> bool:
    return any(word in low for word in words)
