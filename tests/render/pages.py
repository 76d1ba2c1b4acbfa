"""The checked article, and the pages that its claims are compared with.

The article is written for these tests and its outlet is invented. The pages are condensed
wordings of pages on Turkey's purchase of S-400 missiles, with the pages' own outlets, addresses
and dates.
"""

from dataclasses import replace

from xref.records import Article, FactCheck

SENTENCES = {
    "first": "Ankara expects the first batch of Russian S-400 air defence systems by the end of "
    "2019, presidential spokesman İbrahim Kalın told a forum in the capital on Thursday.",
    "joint": "Joint production with Russia is to begin after that delivery, he said.",
    "patriot": "Turkey could also buy US Patriot missiles if it got a good offer.",
    "deal": "Foreign Minister Mevlüt Çavuşoğlu said on Tuesday that the current deal is “a done "
    "deal” that cannot be cancelled.",
    "talks": "He had met Mike Pompeo at the State Department for about 45 minutes.",
    "signed": "The contract, worth $2.5 billion, was signed in December 2017.",
    "install": "Installation will begin in October 2020, the defence minister has said.",
    "batteries": "It covers six batteries.",
    "guests": "Forty foreign guests attended the forum, according to its organisers.",
    "heating": "In the same week the district of Çankaya renewed its heating works.",
    "opinion": "That is a costly way to make a point.",
    "question": "Will Washington answer?",
    "boilerplate": "Sign up for our morning newsletter.",
}
TEXT = (
    f"{SENTENCES['first']} {SENTENCES['joint']} {SENTENCES['patriot']}\n\n"
    f"{SENTENCES['deal']} {SENTENCES['talks']} {SENTENCES['opinion']}\n\n"
    f"{SENTENCES['signed']} {SENTENCES['batteries']} {SENTENCES['install']} "
    f"{SENTENCES['question']}\n"
    f"{SENTENCES['guests']} {SENTENCES['heating']}\n\n{SENTENCES['boilerplate']}"
)
CHECKED = Article(
    id="checked",
    url="https://courier.example/2018/11/22/both-doors-open",
    outlet="The Example Courier",
    domain="courier.example",
    title="Turkey keeps both doors open on air defence",
    published="2018-11-22",
    text=TEXT,
    language="en",
)


def _page(outlet: str, url: str, published: str | None, title: str, text: str) -> Article:
    return Article(url, url, outlet, url.split("/")[2], title, published, text)


SPUTNIK = _page(
    "Sputnik",
    "https://sputniknews.com/military/201811221070032394-russia-turkey-s-4000-erdogan/",
    "2018-11-22",
    "Turkey Wants First Batch of Russian S-400s Before 2020 - Erdogan's Spokesman",
    "ANKARA (Sputnik) - Ankara expects the first batch of Russian S-400 air defense systems by "
    "the end of 2019, with joint production starting then, presidential spokesman Ibrahim Kalin "
    "said on Thursday at a forum on Russian-Turkish relations in Ankara. The loan agreement was "
    "signed in December 2017.",
)
SATRAPIA = _page(
    "Great Central Asia / Satrapia",
    "http://gca.satrapia.com/+turkey-ready-to-consider-buying-us-patriot+",
    "2018-11-22",
    "Turkey Ready to Consider Buying US Patriot",
    "ANKARA (TASS) — Turkey looks forward to the first batch of Russia's S-400 but stays ready "
    "to consider a good proposal for the US Patriot, presidential spokesman Ibrahim Kalin told a "
    "conference on Russian-Turkish relations on Thursday. “The first battery of S-400s will be "
    "provided next year. Then we will begin their joint production.”",
)
YENISAFAK = _page(
    "Yeni Safak",
    "https://yenisafak.com/en/news/turkey-could-buy-us-made-defense-systems-as-well-aide-3467149",
    "2018-11-22",
    "Turkey could buy US-made defense systems as well: aide",
    "Besides the Russian S-400 it has committed to, Turkey could also buy US Patriot missiles "
    "given a good offer, the presidential spokesman said Thursday. He said the first delivery is "
    "expected in October or November 2019, and that joint production of the S-400 with Russia "
    "would come in the second phase.",
)
NEWSFRONT = _page(
    "News Front",
    "https://de.news-front.su/2018/11/22/im-nachsten-jahr-erwartet-die-turkei-fur-auslieferungen-"
    "von-s-400",
    "2018-11-22",
    "",
    "Im nächsten Jahr werde die Auslieferung der ersten Batterie abgeschlossen sein, «und dann "
    "beginnen wir mit der gemeinsamen Produktion».",
)
CHINADAILY = _page(
    "China Daily Hong Kong",
    "https://www.chinadailyhk.com/articles/105/183/91/1542942950664.html",
    "2018-11-23",
    "Turkey could buy US Patriot missiles under 'good offer'",
    "By Xinhua. ANKARA - Turkey could buy US Patriot missiles besides the Russian S-400 given a "
    "good offer, Ibrahim Kalin said Thursday at a forum on Turkish-Russian relations in Ankara.",
)
MINUTE = _page(
    "Turkish Minute",
    "https://dev.turkishminute.com/2018/11/21/turkey-cannot-undo-purchase-of-russian-s-400s-"
    "minister/",
    "2018-11-21",
    "Turkey cannot undo purchase of Russian S-400s: minister",
    "Turkey's purchase of Russian S-400 air defense systems is a done deal that cannot be "
    "canceled, Foreign Minister Mevlüt Çavuşoğlu said on Tuesday, adding that Ankara needs "
    "further defense procurement that could come from the US, Reuters reported.",
)
MIGNEWS = _page(
    "MIGnews",
    "https://mignews.org/news/politic/turtsiia-pokupku-s-400-nevozmozhno-otmenit.html",
    None,
    "Турция: покупку С-400 невозможно отменить",
    "Министр иностранных дел Турции Мевлют Чавушоглу назвал покупку С-400 у России «завершенной "
    "сделкой», которую «невозможно отменить».",
)
CNN = _page(
    "CNN Arabic",
    "https://arabic.cnn.com/middle-east/video/2018/11/21/v68383-turkish-fm-meets-pompeo",
    "2018-11-21",
    "",
    "التقى وزير الخارجية التركي مولود جاويش أوغلو ونظيره الأمريكي مايك بومبيو الثلاثاء في "
    "الولايات المتحدة. استمر اللقاء حوالي 45 دقيقة.",
)
HURRIYET = _page(
    "Hurriyet Daily News",
    "https://www.hurriyetdailynews.com/turkey-gives-list-of-84-feto-members-to-us-cavusoglu-139042",
    "2018-11-21",
    "Turkey gives list of 84 FETÖ members to US: Çavuşoğlu",
    "Earlier Çavuşoğlu and Pompeo held a 45-minute meeting at the State Department covering "
    "bilateral and regional issues.",
)
HURRIYET_2019 = _page(
    "Hurriyet Daily News",
    "https://hurriyetdailynews.com/turkey-russia-in-talks-on-joint-production-of-s-400-148304",
    "2019-11-04",
    "Turkey, Russia 'in talks on joint production of S-400'",
    "Turkey signed the contract in April 2017 and received the first shipment on July 12.",
)
FOREIGN = _page(
    "Foreign Affairs",
    "https://www.foreignaffairs.com/print/node/1121243",
    None,
    "",
    "On September 12, 2017, Turkey signed and made a deposit on a $2.5 billion agreement for "
    "Russia's S-400.",
)
THENEWS = _page(
    "The News International",
    "https://www.thenews.com.pk/print/309909-pompeo-presses-turkey-on-s-400-missiles",
    "2018-04-28",
    "Pompeo presses Turkey on S-400 missiles",
    "Turkey signed the agreement, reportedly worth $2.5 billion, in late December.",
)
REUTERS = _page(
    "Reuters",
    "https://www.reuters.com/article/us-turkey-russia-defence/turkey-says-russian-s-400-systems-"
    "installation-to-begin-oct-2019-hurriyet-idUSKCN1MZ0NJ",
    "2018-10-25",
    "Turkey says Russian S-400 systems installation to begin Oct 2019: Hurriyet",
    "ANKARA (Reuters) - Installation of Russian S-400 surface-to-air missile systems in Turkey "
    "will begin in October 2019, Defence Minister Hulusi Akar was quoted as saying by the "
    "Hurriyet newspaper on Thursday.",
)
TASNIM = _page(
    "Tasnim News Agency",
    "https://tasnimnews.com/en/news/2018/10/25/1861305/russian-s-400-systems-installation-to-begin-"
    "oct-2019-turkey/amp",
    "2018-10-25",
    "Russian S-400 Systems Installation to Begin Oct. 2019: Turkey",
    "Installation of Russian S-400 missile systems in Turkey will begin in October 2019, Defense "
    "Minister Hulusi Akar was quoted as saying by Hurriyet on Thursday.",
)
ENSONHABER = _page(
    "Ensonhaber",
    "http://www.ensonhaber.com/s-400-system-installation-to-start-in-october-2019.html",
    "2018-10-25",
    "S-400 system installation to start in October 2019",
    "Installation of S-400 systems in Turkey will begin in October 2019, Defence Minister Hulusi "
    "Akar told Anadolu Agency.",
)
RBC = _page(
    "RBC",
    "https://www.rbc.ru/politics/15/09/2019/5d7e0e649a7947e0562cc2f5",
    "2019-09-15",
    "Турция получила вторую батарею С-400",
    "Контракт на четыре дивизиона на $2,5 млрд заключен в 2017 году.",
)
BRASIL = _page(
    "Sputnik Brasil",
    "https://noticiabrasil.net.br/20181025/turquia-sistemas-s400-russia-instalacao-12514507.html",
    "2018-10-25",
    "",
    "A instalação dos sistemas S-400 na Turquia começará em outubro de 2019, disse o ministro da "
    "Defesa Akar, citado pela mídia turca.",
)
REVIEW = replace(
    _page(
        "The Example Checkers",
        "https://checkers.example/2018/done-deal",
        "2018-12-03",
        "Can the deal be cancelled?",
        "Turkey's purchase of S-400 systems cannot be cancelled.",
    ),
    fact_check=FactCheck("Mostly true", "Mevlüt Çavuşoğlu", "2018-11-20"),
)
