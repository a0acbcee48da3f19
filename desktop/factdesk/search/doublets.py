"""Well-known places and given names whose spellings differ by more than letters: Kyiv and Kiev, Mykola and Nikolai.

One row a name. Ukrainian and Russian papers translate given names, so Volodymyr and Vladimir are one name there.
Spellings that the tables of romanisation.py give by themselves (Volodymyr, Vladimir) need not stand here, but may.
"""

from __future__ import annotations

from factdesk.search.folding import fold

_PLACES = """
київ киев kyiv kiev kyjiv kiew kijow kiiv
харків харьков kharkiv kharkov charkiw charkow charkov
львів львов lviv lvov lwow lemberg
одеса одесса odesa odessa
дніпро днепр dnipro dnieper dnepr
дніпропетровськ днепропетровск dnipropetrovsk dnepropetrovsk
миколаїв николаев mykolaiv nikolaev nikolayev mykolayiv
чернігів чернигов chernihiv chernigov
чернівці черновцы chernivtsi chernovtsy czernowitz cernauti
запоріжжя запорожье zaporizhzhia zaporizhia zaporizhzhya zaporozhye zaporozhe zaporizhye
рівне ровно rivne rovno
тернопіль тернополь ternopil ternopol tarnopol
черкаси черкассы cherkasy cherkassy
кременчук кременчуг kremenchuk kremenchug
чорнобиль чернобыль chornobyl chernobyl tschernobyl tchernobyl czarnobyl
крим крым crimea krym krim
донбас донбасс donbas donbass
ірпінь ирпень irpin irpen
сєвєродонецьк сєверодонецьк северодонецк sievierodonetsk severodonetsk sieverodonetsk
авдіївка авдеевка avdiivka avdeevka avdiyivka avdeyevka
слов'янськ славянск sloviansk slavyansk slaviansk
бердичів бердичев berdychiv berdichev
борисів борисов borysiv borisov
миргород myrhorod mirgorod
україна украина ukraine ukraina ukrayina
росія россия russia russland rossiya
москва moscow moskau moskva moscou
білорусь беларусь белоруссия belarus byelorussia
варшава warsaw warszawa warschau varsovie
краків краков krakow cracow krakau
люблін люблин lublin
лодзь lodz
гданськ гданьск gdansk danzig
мінськ минск minsk
вільнюс вильнюс vilnius wilno
женева geneva geneve genf
відень вена vienna wien
прага prague praha prag
париж paris
рим rome roma
афіни афины athens athina
лісабон лиссабон lisbon lisboa
брюссель brussels bruxelles brussel
копенгаген copenhagen kobenhavn kopenhagen
мюнхен munich munchen muenchen
кельн köln koln cologne koeln
вашингтон washington
пекін пекин beijing peking
тбілісі тбилиси tbilisi
єреван ереван yerevan erevan
кишинів кишинев chisinau kishinev
бухарест bucharest bucuresti
белград beograd belgrade бєлград
єрусалим иерусалим jerusalem yerushalayim
каїр каир cairo
дамаск damascus
"""
_GIVEN_NAMES = """
володимир владимир volodymyr vladimir wladimir wolodymyr
микола николай mykola nikolai nikolay nikolaj
олександр александр oleksandr alexander aleksandr alexandr
олександра александра oleksandra alexandra aleksandra
олексій алексей oleksii oleksiy alexei alexey aleksei aleksey oleksij
андрій андрей andrii andriy andrei andrey andrij
сергій сергей serhii serhiy sergei sergey sergii sergiy serhij sergej
дмитро дмитрий dmytro dmitry dmitri dmitriy dmitrii dmitrij
михайло михаил mykhailo mikhail mykhaylo michail
петро петр petro pyotr petr
павло павел pavlo pavel
василь василий vasyl vasily vasiliy vasilii
юрій юрий yurii yuriy yuri yury iurii juri jurij yurij
євген евгений yevhen yevgeny evgeny yevgeniy evgeniy evgenii ievgen ievhen yevhenii yevgenii євгеній
григорій григорий hryhorii hryhoriy grigory grigoriy grigori grigorii
ігор игорь ihor igor
олег oleh oleg
кирило кирилл kyrylo kirill kiril
пилип филипп pylyp filipp
степан stepan
богдан bohdan bogdan
ростислав rostyslav rostislav
путін путин putin poutine
ярослав yaroslav iaroslav jaroslaw
тарас taras
в'ячеслав вячеслав viacheslav vyacheslav
віктор виктор viktor victor
валерій валерий valerii valeriy valery valeri
анатолій анатолий anatolii anatoliy anatoly anatoli
віталій виталий vitalii vitaliy vitaly vitali vitalij
геннадій геннадий hennadii hennadiy gennady gennadiy gennadii
аркадій аркадий arkadii arkadiy arkady
максим maksym maxim maksim maxym
данило даниил danylo daniil
олена елена olena elena yelena
ганна анна hanna anna
катерина екатерина kateryna ekaterina yekaterina
тетяна татьяна tetiana tatyana tetyana tatiana tatjana
наталія наталья nataliia natalia natalya nataliya natalja наталя
ольга olha olga
юлія юлия yuliia yulia yuliya iuliia julia
ірина ирина iryna irina
оксана oksana
світлана светлана svitlana svetlana
людмила liudmyla ludmila lyudmila
марія мария mariia maria mariya
євгенія евгения yevheniia yevgenia evgenia yevheniya
"""


def _rows(table: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(word) for word in row.split()) for row in table.strip().splitlines())


PLACES, GIVEN_NAMES = _rows(_PLACES), _rows(_GIVEN_NAMES)
"""The rows, folded: Cyrillic and Latin spellings of one name."""
