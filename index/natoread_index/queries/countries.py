"""Countries, and the words by which a text names them or their people.

`country:finland` finds Finland, Finnish and Finns. Names that mostly mean something else are left
out: *us*, *polish* as a verb can't be told apart, *america* is a continent, too.
"""

from functools import cache

from natoread_index.words import chunks

_TABLE = """
Afghanistan: Afghan, Afghans
Albania: Albanian, Albanians
Algeria: Algerian, Algerians
Argentina: Argentine, Argentinian
Armenia: Armenian, Armenians
Australia: Australian, Australians
Austria: Austrian, Austrians
Azerbaijan: Azerbaijani, Azerbaijanis
Bahrain: Bahraini
Bangladesh: Bangladeshi
Belarus: Belarusian, Belarusians
Belgium: Belgian, Belgians
Bosnia and Herzegovina: Bosnia, Bosnian, Bosnians
Brazil: Brazilian, Brazilians
Bulgaria: Bulgarian, Bulgarians
Cambodia: Cambodian
Canada: Canadian, Canadians
Chile: Chilean, Chileans
China: Chinese, People’s Republic of China
Colombia: Colombian, Colombians
Croatia: Croatian, Croatians
Cuba: Cuban, Cubans
Cyprus: Cypriot, Cypriots
Czechia: Czech, Czechs, Czech Republic
Denmark: Danish, Danes
Ecuador: Ecuadorian
Egypt: Egyptian, Egyptians
Estonia: Estonian, Estonians
Ethiopia: Ethiopian, Ethiopians
Finland: Finnish, Finns
France: French
Georgia: Georgian, Georgians
Germany: German, Germans
Ghana: Ghanaian
Greece: Greek, Greeks
Guatemala: Guatemalan, Guatemalans
Haiti: Haitian, Haitians
Honduras: Honduran, Hondurans
Hungary: Hungarian, Hungarians
Iceland: Icelandic, Icelanders
India: Indian, Indians
Indonesia: Indonesian, Indonesians
Iran: Iranian, Iranians
Iraq: Iraqi, Iraqis
Ireland: Irish
Israel: Israeli, Israelis
Italy: Italian, Italians
Japan: Japanese
Jordan: Jordanian, Jordanians
Kazakhstan: Kazakh, Kazakhs
Kenya: Kenyan, Kenyans
Kosovo: Kosovar, Kosovars
Kuwait: Kuwaiti
Kyrgyzstan: Kyrgyz, Kyrgyz Republic
Latvia: Latvian, Latvians
Lebanon: Lebanese
Libya: Libyan, Libyans
Lithuania: Lithuanian, Lithuanians
Luxembourg: Luxembourgish
Malaysia: Malaysian
Malta: Maltese
Mauritania: Mauritanian
Mexico: Mexican, Mexicans
Moldova: Moldovan, Moldovans
Mongolia: Mongolian
Montenegro: Montenegrin
Morocco: Moroccan, Moroccans
Myanmar: Burma, Burmese
Netherlands: Dutch
New Zealand: New Zealanders
Nigeria: Nigerian, Nigerians
North Korea: North Korean, DPRK
North Macedonia: Macedonian, Macedonians
Norway: Norwegian, Norwegians
Oman: Omani
Pakistan: Pakistani, Pakistanis
Palestine: Palestinian, Palestinians
Panama: Panamanian
Peru: Peruvian
Philippines: Philippine, Filipino, Filipinos
Poland: Polish, Poles
Portugal: Portuguese
Qatar: Qatari
Romania: Romanian, Romanians
Russia: Russian, Russians, Russian Federation
Rwanda: Rwandan
Saudi Arabia: Saudi, Saudis
Senegal: Senegalese
Serbia: Serbian, Serbs
Singapore: Singaporean
Slovakia: Slovak, Slovaks
Slovenia: Slovenian, Slovenians
Somalia: Somali, Somalis
South Africa: South African, South Africans
South Korea: South Korean, Republic of Korea, ROK
Spain: Spanish, Spaniards
Sudan: Sudanese
Sweden: Swedish, Swedes
Switzerland: Swiss
Syria: Syrian, Syrians
Taiwan: Taiwanese
Tajikistan: Tajik, Tajiks
Tanzania: Tanzanian
Thailand: Thai, Thais
Tunisia: Tunisian, Tunisians
Türkiye: Turkey, Turkish, Turks
Turkmenistan: Turkmen
Uganda: Ugandan, Ugandans
Ukraine: Ukrainian, Ukrainians
United Arab Emirates: Emirati, UAE
United Kingdom: Britain, British, UK
United States: American, Americans, USA
Uzbekistan: Uzbek, Uzbeks
Venezuela: Venezuelan, Venezuelans
Vietnam: Vietnamese
Yemen: Yemeni, Yemenis
Zambia: Zambian
"""

Names = tuple[tuple[str, ...], ...]
"""The names of a country, each as words in a row, the usual one first."""


def countries() -> tuple[str, ...]:
    """Return the usual names of all countries that are known, in their order."""
    return tuple(line.partition(":")[0] for line in _TABLE.split("\n") if line)


def names_of(country: str) -> Names:
    """Return the names of a country that is named in any of its ways; none of an unknown one."""
    return _named().get(_words(country), ())


@cache
def _named() -> dict[tuple[str, ...], Names]:
    found: dict[tuple[str, ...], Names] = {}
    for line in filter(None, _TABLE.split("\n")):
        country, _, others = line.partition(":")
        names = tuple(map(_words, [country, *others.split(",")]))
        found |= dict.fromkeys(names, names)
    return found


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.text for chunk in chunks(name) for word in chunk.words)
