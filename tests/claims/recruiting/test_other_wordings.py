"""Recruiting, units, orders and promises in words other than the usual ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str, str], list[dict[str, Any]]]

_TOLD: list[tuple[str, str, str, list[object]]] = [
    ("unit.formed", "region", "Moscow plans to field reservist detachments in Kursk region.", ["RU-KRS"]),
    ("unit.formed", "region", "Officers muster reserve battalions in the Rostov region.", ["RU-ROS"]),
    ("unit.formed", "region", "У Орловской области теперь тоже есть свой отряд резервистов.", ["RU-ORL"]),
    ("unit.strength", "count", "В Пензенской области два отряда резервистов. В каждом будет по 120 бойцов.", [120]),
    (
        "unit.strength",
        "count",
        "В Тульской области набирают резервистов. Сейчас в отряде 90 человек, к весне планируем довести до 150.",
        [90, 150],
    ),
    ("recruitment.open", "region", "Enlistment for the reserve has picked up in the Tula region.", ["RU-TUL"]),
    ("recruitment.open", "region", "Recruitment into the reserve is going slowly in Penza region.", ["RU-PNZ"]),
    ("recruitment.open", "region", "The Tambov region is searching for 250 volunteers for the reserve.", ["RU-TAM"]),
    ("recruitment.open", "region", "They are not looking for reservists in the Tambov region.", []),
    ("recruitment.open", "region", "Военкоматы Тульской области набирают контрактников, а не резервистов.", []),
    ("recruitment.count", "count", "The ministry requested 30,000 reservists for next year.", [30000]),
    ("recruitment.count", "count", "Речь шла о 700 резервистах, но план сократили.", [700]),
    ("recruitment.order", "requirement", "Officials have been given quotas for the reserve.", ["recruit"]),
    ("recruitment.order", "requirement", "В резерв от каждого предприятия требуют по три кандидата.", ["recruit"]),
    ("recruitment.order", "requirement", "Отряд БАРС набирает резервистов. Никаких квот не существует.", ["recruit"]),
    (
        "recruitment.category",
        "category",
        "Предложения вступить в резерв чаще всего получают безработные и банкроты.",
        ["unemployed", "bankrupts"],
    ),
    (
        "recruitment.category",
        "category",
        "В резерв операторов БПЛА и водителей категории С зачисляют вне очереди.",
        ["drone_operators", "drivers"],
    ),
    ("callup.place", "limit", "В контракте резервиста сказано, что место службы назначает командование.", ["none"]),
    ("callup.place", "limit", "Резервистов будут использовать исключительно дома.", ["home_region"]),
    ("deployment.area", "area", "Десять резервистов отбыли в Херсонскую область.", ["UA-65"]),
    ("deployment.area", "area", "Reservists will not take part in combat, the ministry said.", ["combat_zone"]),
    (
        "headquarters.established",
        "jurisdiction",
        "Defence headquarters were proposed after a similar structure began operating in Bryansk region.",
        ["RU-BRY"],
    ),
    ("source.verification", "verified", "The paper has authenticated the memo about the reserve.", [True]),
    ("source.verification", "verified", "There is no evidence to support the figure for the reserve.", [False]),
    ("source.verification", "verified", "Reservists sign up. Reporters could not get the document verified.", [False]),
    ("recruitment.voluntary", "polarity", "Serving in the reserve is a matter of personal choice.", ["affirmed"]),
    (
        "pay.amount",
        "amount",
        "Резервистам ежемесячно выплачивается:\n- солдатам – 4 000 рублей;\n- сержантам – 5 000 рублей;\n"
        "- офицерам – 6 000 рублей.",
        [4000, 5000, 6000],
    ),
    ("recruitment.count", "count", "Сверх того, область доплачивает 10 тысяч рублей семейным резервистам.", []),
    ("recruitment.count", "count", "С осени контракты резервистов подписали 730 кузбассовцев.", [730]),
    ("recruitment.count", "count", "В резерв вступили 85 туляков.", [85]),
    (
        "pay.amount",
        "kind",
        "Контракты с резервистами заключают на три года, довольствие на сборах составляет 58 тыс. рублей.",
        ["monthly_pay"],
    ),
    ("pay.amount", "kind", "За пребывание в резерве выплачивается месячный оклад.", ["monthly_pay"]),
    ("eligibility.criterion", "criterion", "Беременные женщины в резерв не принимаются.", []),
    ("eligibility.criterion", "criterion", "Из резерва двенадцать уволены по здоровью, с них ничего не требуют.", []),
    ("callup.place", "limit", "В контракте резервиста написано „территория РФ“.", ["country"]),
    (
        "callup.place",
        "limit",
        "Куда отправят резервистов? Исключительно на объекты в своём регионе. На фронт – нет.",
        ["home_region"],
    ),
    (
        "deployment.area",
        "area",
        "Куда отправят резервистов? Исключительно на объекты в своём регионе. На фронт – нет.",
        ["combat_zone"],
    ),
    (
        "official.joined",
        "position",
        "В отряд БАРС вступили два заместителя губернатора, Иван Примеров и Олег Выдумкин.",
        ["deputy governor", "deputy governor"],
    ),
    ("recruitment.count", "count", "Резервистов нужно 200 человек, заявились 85.", [200, 85]),
    ("benefit.granted", "kind", "Питание и форма резервистов – за нами.", ["clothing", "food"]),
    ("duty.assigned", "duty", "Средства пойдут на закупку для резервистов дронов-перехватчиков.", []),
    ("pay.amount", "amount", "Резервист за неявку рискует выплатить до 30 тысяч рублей.", []),
    (
        "callup.limit",
        "max_duration",
        "Сборы резервистов ограничены двумя месяцами, но обсуждают поправки об увеличении до полугода.",
        ["P2M", "P6M"],
    ),
    ("recruitment.order", "requirement", "В резерв поступили 1240 жителей области при годовом плане в 1500.", []),
    ("unit.strength", "count", "В Туле есть отряд резервистов. Сейчас в отряде тринадцать наших земляков.", [13]),
    (
        "assessment",
        "holder",
        "Поправки о резервистах обсуждались вчера, рассказали „Ъ“ два участника встречи. Перечень ограничен "
        "энергетикой. Операторы, по словам собеседников „Ъ“, опасаются расходов.",
        [],
    ),
    (
        "duty.assigned",
        "facility",
        "Резервистов призывают для охраны дата-центров. Сейчас перечень таких объектов ограничен энергетикой и НПЗ.",
        ["data_centre", "energy", "oil_refinery"],
    ),
    ("recruitment.count", "count", "До конца года в отряд БАРС наберут 300 человек.", [300]),
    ("recruitment.count", "count", "В Туле в резерв вступили 215 человек из запланированных 1000.", [215, 1000]),
    ("recruitment.count", "count", "В Туле при плане 400 человек контракт резервиста подписали 120.", [400, 120]),
    ("deployment.area", "area", "Мужики спрашивают, не отправят ли резервистов на СВО.", []),
    ("deployment.area", "area", "Неясно, не отправят ли резервистов потом за ленточку.", []),
    ("deployment.area", "area", "На вопрос, отправляют ли резервистов на СВО, дежурный ответил: «Нет».", ["UA"]),
    (
        "recruitment.category",
        "category",
        "Идёт набор. Двое рабочих комбината рассказали, что раздают анкеты резервистов.",
        [],
    ),
    ("recruitment.category", "category", "В резерв зазывают рабочих комбината.", ["industrial_workers"]),
    (
        "recruitment.category",
        "category",
        "В резерв зазывают недавно получивших российский паспорт мигрантов.",
        ["naturalised_citizens"],
    ),
    ("recruitment.open", "region", "Центр занятости информирует о наборе в резерв в Удмуртии.", ["RU-UD"]),
    ("recruitment.open", "region", "В Омской области в резерв зазывали жителей.", ["RU-OMS"]),
    ("unit.formed", "region", "В соседней Курской области подобный отряд резервистов уже есть.", ["RU-KRS"]),
    (
        "recruitment.count",
        "count",
        "Идёт набор в резерв. — Сколько уже записались? — В нашем районе — 34 человека.",
        [34],
    ),
    ("unit.strength", "count", "В отряде резерва. — Сколько уже записались? — В нашем районе — 34 человека.", []),
    ("recruitment.count", "count", "В резерве. — Сколько раз призовут на сборы? — Не чаще, чем 60.", []),
    ("recruitment.count", "stage", "Reservists. How many people have signed up? In our district, 34.", ["signed"]),
    ("deployment.area", "polarity", "Служба в резерве. Могут ли отправить в зону СВО? Нет.", ["denied"]),
    ("deployment.area", "area", "Служба в резерве. Могут ли отправить в зону СВО?", []),
    ("pay.amount", "kind", "Резервисту платят на сборах плюс зарплата по основному месту.", ["wage_kept"]),
    ("recruitment.count", "comparator", "Главам велено подобрать не менее чем по 5 кандидатов в резерв.", ["at_least"]),
    ("recruitment.count", "stage", "Подобрать 5 кандидатов для заключения контракта о резерве.", ["required"]),
    ("recruitment.count", "count", "Сводка по резерву\n\nПоказатель;Значение\nподписали контракт, чел.;1240\n", [1240]),
    ("pay.amount", "amount", "Сводка по резерву\n\nПоказатель;Значение\nподписали контракт, чел.;1240\n", []),
    ("recruitment.voluntary", "polarity", "На заводе опровергли слухи о принудительной записи в резерв.", ["affirmed"]),
    ("recruitment.voluntary", "polarity", "Набор в резерв добровольно-принудительный.", ["denied"]),
    ("unit.action", "count", "Первая группа резервистов — 92 человека — встала на дежурство в Туле.", [92]),
    ("callup.limit", "per", "Сборы резервистов: общая продолжительность за год — до шести месяцев.", ["P1Y"]),
    ("eligibility.age", "group", "В резерв судимых не берут, офицерам можно до 60.", ["officers"]),
    (
        "duty.assigned",
        "region",
        "В Брянской области резервисты охраняют мосты, в Курской области – подстанции.",
        ["RU-BRY", "RU-KRS"],
    ),
    ("assessment", "holder", "На вопрос, берут ли судимых в резерв, дежурный ответил: «Нет, только чистых».", []),
    (
        "benefit.granted",
        "kind",
        "Дума приняла законопроект о государственном страховании жизни и здоровья резервистов.",
        ["insurance"],
    ),
    (
        "benefit.granted",
        "kind",
        "Дума приняла закон о резервистах. На том же заседании приняли поправки об удостоверениях ветеранов.",
        [],
    ),
    (
        "recruitment.metric",
        "metric",
        "В таблице по набору резервистов указывают, насколько выполнен план.",
        ["plan_fulfilment"],
    ),
    (
        "law.provision",
        "provision",
        "Закон о резервистах принят. Привлекать их к иным задачам он не разрешает.",
        ["no_other_duties"],
    ),
    (
        "contract.term",
        "duration",
        "С резервистом заключается контракт сроком на год, при его подписании выплачивается 150 тысяч рублей.",
        ["P1Y"],
    ),
    (
        "recruitment.voluntary",
        "polarity",
        "Про разнарядки в резерв – неправда: человек приходит сам, по желанию.",
        ["affirmed"],
    ),
    ("recruitment.voluntary", "polarity", "Вступление в резерв — дело личного выбора.", ["affirmed"]),
]


@pytest.mark.parametrize(("claim_type", "role", "text", "expected"), _TOLD)
def test_other_wordings(claims: Claims, claim_type: str, role: str, text: str, expected: list[object]) -> None:
    """What is told in a rarer wording is recorded, and what only looks like it is not."""
    found = [{**c["args"], "polarity": c["polarity"]}[role] for c in claims(claim_type, text)]
    assert sorted(found, key=str) == sorted(expected, key=str)
