"""Who says each sentence of short reports, explainers, interviews and letters: made-up texts of both languages."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import check_source

TEXT_1 = (
    "The governor of the Orlov region, Ivan Primerov, on Tuesday ordered the creation of a volunteer reserve to "
    "defend fuel depots against drones. The unit will number about 200 men, his press office said in a statement. "
    "Members will be paid 60,000 rubles a month and keep their civilian jobs, it added.\n"
    "\n"
    'Primerov wrote on Telegram that the first group would start training next week. "Nobody is going to be sent to '
    'the front," he said. The courses will last ten days.\n'
    "\n"
    "A similar detachment was set up in a neighbouring region last autumn. It guards two bridges and a thermal power "
    "plant."
)

TEXT_2 = (
    "What is the new reserve, and who can join?\n"
    "\n"
    "The reserve is a programme under which civilians sign a contract with the Defence Ministry and go on living at "
    "home. They can be called up for no more than two months a year, according to the version of the bill published "
    "in October.\n"
    "\n"
    "Is it voluntary?\n"
    "\n"
    'Officials say yes. Lawyers who work with conscripts are less sure. "Once you have signed, there is no way out '
    'before the end of the term," says Anna Vymyshlennaya, a lawyer with a rights group. She points out that the '
    "contract runs for three years and cannot be terminated at the reservist's request.\n"
    "\n"
    "How much do they pay?\n"
    "\n"
    "It depends on the region. In some places the monthly payment is 45,000 rubles, in others less than half of that."
)

TEXT_3 = (
    "Political scientist Anna Vymyshlennaya has studied recruitment in the provinces for five years. We talked about "
    "the new reserve.\n"
    "\n"
    "— Why do regions need it?\n"
    "\n"
    "— First of all to report to Moscow. Governors were given a plan of 1,000 people each. They fulfil it with "
    "security guards and pensioners.\n"
    "\n"
    "— Are people afraid of being sent to the front?\n"
    "\n"
    "— They are. The contract contains no ban on moving a unit to another region. I have read it from beginning to "
    "end."
)

TEXT_4 = (
    "At the gates of the refinery two men in mismatched camouflage check passes. One of them, a 52-year-old former "
    "driver, says he earns 38,000 rubles and is fed once a day. His partner joined because his factory closed.\n"
    "\n"
    "A woman who works in the canteen has a different view. According to her, half of the guards are drunk by "
    "evening. Their shotguns, she says, were brought from home.\n"
    "\n"
    "The plant's management would not talk to us. An employee of the security department, who asked that his name not"
    " be used, said the reservists replaced a private firm whose contract expired. They are expected to shoot at "
    "drones, but they have had no training, he complained."
)

TEXT_5 = (
    "We counted 214 tenders for the reserve on the state procurement portal. Most buy uniforms; 31 buy drones "
    "detectors.\n"
    "\n"
    "The tender documents of the Tver administration describe a unit of 90 people that is to patrol the banks of a "
    "reservoir. The unit must be ready by 1 June. According to the documents of the Kostroma region, two units with "
    "45 people each are planned, and each fighter gets a tablet.\n"
    "\n"
    "A spokesperson for the Tver governor confirmed that the unit exists but not its size. Recruitment there is going"
    " on until the end of May, the spokesperson said by email."
)

TEXT_6 = (
    "В Калужской области начали набор в отряды территориального резерва. Как сообщила пресс-служба регионального "
    "правительства, резервисты будут охранять склады горючего и мосты. Контракт подписывают на три года, выплата "
    "составит 70 тысяч рублей.\n"
    "\n"
    "«Мы рассчитываем, что к лету в строю будет 150 человек», — отметил заместитель губернатора Иван Примеров. Он "
    "добавил, что на фронт их отправлять не будут. Сборы займут две недели.\n"
    "\n"
    "Ранее такой же отряд появился в соседней области. Он насчитывает 80 человек."
)

TEXT_7 = (
    "Кого берут в резерв?\n"
    "\n"
    "Граждан от 18 до 52 лет, годных по здоровью. Судимых по тяжким статьям не берут: об этом прямо сказано в законе.\n"
    "\n"
    "Можно ли отказаться?\n"
    "\n"
    "Правозащитница Анна Вымышленная советует ничего не подписывать на работе. По её словам, договор заключают только"
    " добровольно, а давление начальства незаконно. Если уже подписали, расторгнуть его можно по состоянию здоровья.\n"
    "\n"
    "Сколько платят?\n"
    "\n"
    "В среднем 40 тысяч рублей. Но в областях, граничащих с Украиной, доплачивают из местного бюджета."
)

TEXT_8 = (
    "Что нам рассказали на этой неделе.\n"
    "\n"
    "Читательница из Воронежа пишет: её мужа вызвали в отдел кадров и предложили вступить в отряд. Обещали сохранить "
    "зарплату и дать неделю отпуска. Муж отказался.\n"
    "\n"
    "На горячую линию «Примерных вестей» позвонили четыре человека. Всем четверым обещали по 50 тысяч рублей, а "
    "платят втрое меньше. Двоих перевели на другой объект без их согласия.\n"
    "\n"
    "В листовке, которую раздавали у проходной, сказано иначе: «Служба только по месту жительства». Там же указан "
    "телефон военкомата."
)

TEXT_9 = (
    "Социолог Иван Примеров изучает добровольческие отряды. Мы спросили его, почему люди идут в резерв.\n"
    "\n"
    "— Кто туда записывается?\n"
    "\n"
    "— В основном мужчины за сорок. Платят им около 30 тысяч рублей в месяц, это почти пенсия. Молодых в отрядах "
    "мало.\n"
    "\n"
    "— А власти довольны?\n"
    "\n"
    "— Власти отчитываются о двух тысячах человек. Реально, думаю, вдвое меньше."
)

TEXT_10 = (
    "Коротко о том, что известно про резервистов Пензы.\n"
    "\n"
    "▪️ Отряд сформирован ещё в декабре — сообщил источник в областном правительстве.\n"
    "▪️ В нём 60 человек, из них треть — бывшие полицейские. Оружие выдают только на смену.\n"
    "▪️ Платят по 2 тысячи за сутки. Эту сумму назвал один из резервистов, две его сослуживицы её подтвердили.\n"
    "▪️ Официально в областном военкомате говорят, что набор ещё не начался."
)

TEXT_11 = (
    "Распоряжение подписал мэр города Иван Примеров. Документ предписывает всем муниципальным учреждениям до 15 марта"
    " представить списки мужчин до 55 лет. В первую очередь нужны водители и связисты. Ответственным назначен вице-"
    "мэр.\n"
    "\n"
    "В мэрии «Вымыслу» подтвердили, что распоряжение существует. Принуждать никого не станут, заверили там. По словам"
    " собеседника в одном из учреждений, людей уже вызывают по одному и просят расписаться.\n"
    "\n"
    "За неделю согласились трое."
)

TEXT_12 = (
    "У ворот нефтебазы дежурят двое в камуфляже. Старший, бывший шофёр, рассказывает, что получает 38 тысяч и кормят "
    "его раз в сутки. Напарник пришёл за компанию.\n"
    "\n"
    "Буфетчица, которая работает здесь десять лет, смотрит на них иначе: половина охранников к вечеру пьяна, а ружья "
    "они приносят из дома. Сотрудник службы безопасности, попросивший не называть его имени, объяснил, что резервисты"
    " заменили частную фирму. Стрелять по дронам их не учили, сетует он.\n"
    "\n"
    "Отряд существует с марта."
)

TEXT_13 = (
    "Мы изучили 214 закупок для территориального резерва. Чаще всего покупают форму.\n"
    "\n"
    "Из технического задания администрации Твери следует, что отряд из 90 человек будет патрулировать берега "
    "водохранилища. Готов он должен быть к 1 июня. В документации Костромской области значатся два отряда по 45 "
    "бойцов. Каждому положен планшет.\n"
    "\n"
    "Пресс-секретарь тверского губернатора подтвердила, что отряд создают. Набирать людей будут до конца мая, "
    "уточнила она."
)

TEXT_14 = (
    "Губернатор Иван Примеров провёл встречу с резервистами и потом подробно написал о ней в телеграм-канале. Отряд "
    "закрывает от беспилотников нефтеперерабатывающий завод. С начала года бойцы сбили шесть аппаратов. За каждый "
    "полагается премия в 50 тысяч рублей. «Хочу, чтобы все понимали: никакого фронта, только наша область», — "
    "говорится в посте.\n"
    "\n"
    "Семьи резервистов с ним не согласны. Жена одного из них рассказала, что мужа на два месяца увезли в Донецк. "
    "Выплат за это время он не получил."
)

TEXT_15 = (
    "Reservists from Primer Region will guard the port from next month, the regional administration announced on "
    'Friday. It did not say how many. "We are talking about dozens, not hundreds," deputy governor Anna Vymyshlennaya'
    " told reporters, adding that pay would match that of contract soldiers.\n"
    "\n"
    "The contract is for one year. Whoever breaks it early must return the bonus, according to a sample posted on the"
    " administration's website."
)

TEXT_16 = (
    "Can a reservist be moved to another region?\n"
    "\n"
    "The law is silent. A lawyer we consulted, Ivan Primerov, thinks that he can: the ministry decides where a unit "
    "is needed. He advises reading the contract twice.\n"
    "\n"
    "What if the employer refuses to let you go?\n"
    "\n"
    "He may not. Under article 6 of the law, the job is kept, and so is the average wage."
)

TEXT_17 = (
    "A reader from Tver sent us a photograph of a notice on the door of her clinic. It promises 70,000 rubles a month"
    ' and a place in a kindergarten. "They have been calling the doctors one by one," she writes. The chief physician'
    " denies it: nobody has been called, he told us by phone."
)

TEXT_18 = (
    "A short thread on the reserve in Primer Region.\n"
    "\n"
    "The plan is 600 men, says a source close to the governor. He claims that a third have already been found, mostly"
    " guards and drivers.\n"
    "\n"
    "According to the source, nobody will be sent abroad.\n"
    "\n"
    "In the enlistment office they put it differently: where the order says, there you go."
)

TEXT_19 = (
    "Radio Primer, citing two officials in the regional security department, reported on Monday that the unit has "
    "lost a quarter of its men since spring. The officials blamed late wages. One of them added that some left for a "
    "private guard firm, which pays twice as much. The department declined to comment. The unit was created in "
    "November 2025."
)

TEXT_20 = (
    "Old Stepan, a retired tram driver, stands at the checkpoint every third night. His wife says that he was "
    "promised a rifle and got a whistle. Their neighbour signed up as well and was sent to another town, she recalls.\n"
    "\n"
    "Their commander, a major of the reserve, insists that everybody is armed. He refuses to name figures."
)

TEXT_21 = (
    "The draft order of the Primer government sets out who may join: men under 55 without convictions. It also "
    "obliges employers to report the names of volunteers every month. An explanatory note to the draft estimates the "
    "cost at 300 million rubles. Business groups object. Their association wrote that small firms would not survive "
    "the loss of drivers."
)

TEXT_22 = (
    "Governor Ivan Primerov held a meeting on the reserve and summed it up on his channel. The unit has shot down "
    "nine drones, he wrote. Each crew gets a bonus of 40,000 rubles per drone. Critics in the assembly say the figure"
    " is invented. The press service of the air defence forces has reported only two downed drones for the same "
    "period."
)

TEXT_23 = (
    "In its assessment published on 3 March, the think tank Primer Institute judges that the reserve will not exceed "
    "15,000 people this year. The report notes that the pay is too low to attract skilled men. The authors expect the"
    " age limit to be raised to 60. Moscow has not published any figures."
)

TEXT_24 = (
    "Отряд территориальной обороны появится в Примерной области к июню. Об этом на совещании заявил губернатор Иван "
    "Примеров. По его словам, людей наберут из числа охранников и водителей. Платить будут 55 тысяч рублей.\n"
    "\n"
    "В правительстве области уточнили, что контракт рассчитан на год. Досрочно расторгнуть его можно по болезни, "
    "добавили там."
)

TEXT_25 = (
    "Могут ли отправить в другой регион?\n"
    "\n"
    "Адвокат Анна Вымышленная считает, что могут: в контракте нет запрета. Она рекомендует сделать копию до подписи.\n"
    "\n"
    "Что будет, если уволиться?\n"
    "\n"
    "Выплату вернут в бюджет — так записано в порядке, утверждённом правительством области."
)

TEXT_26 = (
    "Нам написал учитель из Примерска. Его и ещё восьмерых коллег собрали в спортзале и раздали анкеты. Отказаться "
    "можно, но директор предупредил, что премий не будет. «Подписали пятеро», — рассказывает учитель.\n"
    "\n"
    "Директор школы всё отрицает: анкеты принёс военкомат, а он только открыл дверь."
)

SAID = [
    ("en", TEXT_1, "ordered the creation", ""),
    ("en", TEXT_1, "about 200 men", "press office"),
    ("en", TEXT_1, "60,000 rubles", "press office"),
    ("en", TEXT_1, "start training next week", "Primerov"),
    ("en", TEXT_1, "Nobody is going", "Primerov"),
    ("en", TEXT_1, "set up in a neighbouring", ""),
    ("en", TEXT_1, "guards two bridges", ""),
    ("en", TEXT_2, "civilians sign a contract", ""),
    ("en", TEXT_2, "two months a year", "bill"),
    ("en", TEXT_2, "no way out", "Vymyshlennaya"),
    ("en", TEXT_2, "three years", "Vymyshlennaya"),
    ("en", TEXT_2, "cannot be terminated", "Vymyshlennaya"),
    ("en", TEXT_2, "45,000 rubles", ""),
    ("en", TEXT_3, "1,000 people", "Vymyshlennaya"),
    ("en", TEXT_3, "security guards and pensioners", "Vymyshlennaya"),
    ("en", TEXT_3, "no ban on moving", "Vymyshlennaya"),
    ("en", TEXT_4, "check passes", ""),
    ("en", TEXT_4, "38,000 rubles", "driver"),
    ("en", TEXT_4, "replaced a private firm", "employee"),
    ("en", TEXT_4, "shoot at drones", "employee"),
    ("en", TEXT_4, "no training", "employee"),
    ("en", TEXT_5, "214 tenders", ""),
    ("en", TEXT_5, "unit of 90 people", "tender documents"),
    ("en", TEXT_5, "ready by 1 June", "tender documents"),
    ("en", TEXT_5, "two units with 45", "documents"),
    ("en", TEXT_5, "gets a tablet", "documents"),
    ("en", TEXT_5, "unit exists", "spokesperson"),
    ("en", TEXT_5, "until the end of May", "spokesperson"),
    ("ru", TEXT_6, "начали набор", ""),
    ("ru", TEXT_6, "склады горючего", "пресс-служба"),
    ("ru", TEXT_6, "на три года", "пресс-служба"),
    ("ru", TEXT_6, "к лету в строю", "Примеров"),
    ("ru", TEXT_6, "на фронт", "Примеров"),
    ("ru", TEXT_6, "Ранее такой же", ""),
    ("ru", TEXT_6, "насчитывает 80", ""),
    ("ru", TEXT_7, "от 18 до 52", ""),
    ("ru", TEXT_7, "Судимых по тяжким", "закон"),
    ("ru", TEXT_7, "ничего не подписывать", "Вымышленная"),
    ("ru", TEXT_7, "только добровольно", "Вымышленная"),
    ("ru", TEXT_7, "по состоянию здоровья", "Вымышленная"),
    ("ru", TEXT_7, "40 тысяч рублей", ""),
    ("ru", TEXT_8, "сохранить зарплату", "читательница"),
    ("ru", TEXT_8, "только по месту жительства", "листовк"),
    ("ru", TEXT_9, "за сорок", "Примеров"),
    ("ru", TEXT_9, "30 тысяч", "Примеров"),
    ("ru", TEXT_9, "двух тысячах", "Примеров"),
    ("ru", TEXT_9, "вдвое меньше", "Примеров"),
    ("ru", TEXT_10, "ещё в декабре", "источник"),
    ("ru", TEXT_10, "по 2 тысячи", "резервист"),
    ("ru", TEXT_10, "ещё не начался", "военкомат"),
    ("ru", TEXT_11, "до 15 марта", "документ"),
    ("ru", TEXT_11, "водители и связисты", "документ"),
    ("ru", TEXT_11, "распоряжение существует", "мэри"),
    ("ru", TEXT_11, "Принуждать никого", "мэри"),
    ("ru", TEXT_11, "вызывают по одному", "собеседник"),
    ("ru", TEXT_12, "дежурят двое", ""),
    ("ru", TEXT_12, "38 тысяч", "шофёр"),
    ("ru", TEXT_12, "частную фирму", "сотрудник"),
    ("ru", TEXT_12, "не учили", "сотрудник"),
    ("ru", TEXT_12, "с марта", ""),
    ("ru", TEXT_13, "214 закупок", ""),
    ("ru", TEXT_13, "отряд из 90", "техническ"),
    ("ru", TEXT_13, "к 1 июня", "техническ"),
    ("ru", TEXT_13, "два отряда по 45", "документаци"),
    ("ru", TEXT_13, "положен планшет", "документаци"),
    ("ru", TEXT_13, "отряд создают", "пресс-секретарь"),
    ("ru", TEXT_13, "до конца мая", "пресс-секретарь"),
    ("ru", TEXT_14, "закрывает от беспилотников", "Примеров"),
    ("ru", TEXT_14, "шесть аппаратов", "Примеров"),
    ("ru", TEXT_14, "50 тысяч", "Примеров"),
    ("ru", TEXT_14, "никакого фронта", "пост"),
    ("ru", TEXT_14, "увезли в Донецк", "жена"),
    ("ru", TEXT_14, "Выплат за это", "жена"),
    ("en", TEXT_15, "will guard the port", "administration"),
    ("en", TEXT_15, "dozens, not hundreds", "Vymyshlennaya"),
    ("en", TEXT_15, "match that of contract", "Vymyshlennaya"),
    ("en", TEXT_15, "for one year", ""),
    ("en", TEXT_15, "must return the bonus", "sample"),
    ("en", TEXT_16, "that he can", "Primerov"),
    ("en", TEXT_16, "decides where a unit", "Primerov"),
    ("en", TEXT_16, "reading the contract twice", "Primerov"),
    ("en", TEXT_17, "one by one", "reader"),
    ("en", TEXT_17, "nobody has been called", "physician"),
    ("en", TEXT_18, "600 men", "source"),
    ("en", TEXT_18, "third have already", "source"),
    ("en", TEXT_18, "sent abroad", "source"),
    ("en", TEXT_19, "quarter of its men", "officials"),
    ("en", TEXT_19, "late wages", "officials"),
    ("en", TEXT_19, "left for a private", "official"),
    ("en", TEXT_20, "every third night", ""),
    ("en", TEXT_20, "promised a rifle", "wife"),
    ("en", TEXT_20, "sent to another town", "wife"),
    ("en", TEXT_20, "everybody is armed", "commander"),
    ("en", TEXT_21, "men under 55", "draft"),
    ("en", TEXT_21, "report the names", "draft"),
    ("en", TEXT_21, "300 million", "note"),
    ("en", TEXT_21, "would not survive", "association"),
    ("en", TEXT_22, "nine drones", "Primerov"),
    ("en", TEXT_22, "40,000 rubles", "Primerov"),
    ("en", TEXT_22, "only two downed", "press service"),
    ("en", TEXT_23, "too low to attract", "report"),
    ("en", TEXT_23, "has not published", ""),
    ("ru", TEXT_24, "появится в Примерной", "Примеров"),
    ("ru", TEXT_24, "охранников и водителей", "Примеров"),
    ("ru", TEXT_24, "рассчитан на год", "правительств"),
    ("ru", TEXT_24, "по болезни", "правительств"),
    ("ru", TEXT_25, "нет запрета", "Вымышленная"),
    ("ru", TEXT_25, "сделать копию", "Вымышленная"),
    ("ru", TEXT_25, "Выплату вернут", "порядок"),
    ("ru", TEXT_26, "раздали анкеты", "учитель"),
    ("ru", TEXT_26, "премий не будет", "директор"),
    ("ru", TEXT_26, "Подписали пятеро", "учитель"),
    ("ru", TEXT_26, "открыл дверь", "директор"),
]


@pytest.mark.parametrize(("language", "text", "passage", "source"), SAID)
def test_each_statement_of_a_report_has_the_source_that_the_report_gives_it(
    language: str, text: str, passage: str, source: str
) -> None:
    """A statement has the source that the text names for it, and none where the text itself speaks."""
    check_source(language, text, passage, source)


OWN_WORDS = [
    ("en", "Forty men signed, as stressed by the committee member.", "Forty men", "committee member"),
    ("en", "Sources say that pay is late, although this could not be verified.", "pay is late", "sources"),
    ("en", "Sources say that pay is late, although this could not be verified.", "could not be verified", ""),
    ("ru", "По словам бойцов, платят поздно, проверить это не удалось.", "платят поздно", "бойцы"),
    ("ru", "По словам бойцов, платят поздно, проверить это не удалось.", "проверить", ""),
]


@pytest.mark.parametrize(("language", "text", "passage", "source"), OWN_WORDS)
def test_a_reporter_s_own_work_in_the_sentence_of_a_source_is_his_own(
    language: str, text: str, passage: str, source: str
) -> None:
    """What a reporter could not verify is his own statement, though the sentence names a source before."""
    check_source(language, text, passage, source)
