"""How first-pass mentions stand together in Chinese."""

import re
from typing import Final

from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention
from comity.extract.mentions.merging import (
    Rule,
    actor,
    counted,
    ids_of,
    members,
    new_mechanism,
    officer,
    place,
    session,
)
from comity.extract.mentions.words import chinese_words

# A name that no list knows begins with none of these …
NO_NAME: Final = r"(?![部室厅办团级们之者制职期署处作做暂未仍没给]|邀请|同|与|和|在|会|举|表示|说|指|强|介|将|、|出|主|率|访|对|抵|就|共|分|签|的|等|再|应|为|向|于|也|还|并|已|正|近|今|昨|当|以|及|发|通电|通话|视频|启程|前往|原定|原计|谴责|否认|重申|抵|非正式|部长级|双边|三边|线上|例行|年度|特别|会议|即将|已经|曾经|没有|刚|不久|此前|此次|专程|乘|继续|正式|成功|首次|再次|欢迎|感谢|希望|呼吁|敦促|拜会|陪同|返回|离开|结束|接受|接待|迎接|午宴|晤|从|自|受|一行)"
# … and ends before one of these: what its bearer does, a rank, the end of a list.
NAME_END: Final = (
    r"(?=同|与|和|及|在|会见|会谈|会晤|会面|见面|举行|表示|说|指出|强调|介绍|将|、|，|。|出席|主持|率|访|对|抵|就|共同|分别|[（(]|签[署订约]|致[电函信辞以]|通[过电话报]|以|发[表布言出起来]|应[邀约询当]|参加|宣布|邀请|回应|等|进行|开展|夫妇|一行|先后|随后|当天|日前|近日|当地时间|通电话|通话|视频|抵达|启程|就任|飞抵|到访|访问|讨论|达成|重申|敦促|呼吁|警告|称|透露|谴责|指责|否认|没有|未能|拒绝|缺席|即将|已经|曾|会后|成功"
    r"|拜会|晋见|谒见|陪同|前往|共进|晤|互|以及|签署|返回|离开|结束|接受|接待|迎接|呈递|宴请|还|从|自|受|所率|的|医生|女士|先生"
    f"|上午|下午|晚上|{t.DATE}|{t.OFFICE}|[海陆空]军{t.OFFICE}|本[（(])"
)
ZH_NAME: Final = (
    NO_NAME
    + r"(?:[\u4e00-\u9fff]{1,7}(?:·(?:[\u4e00-\u9fff]{1,7}|[A-Z])){1,5}?|[\u4e00-\u9fff·]{2,12}?)"
    + NAME_END
)
HONORIFIC: Final = "(?:拿督斯里|拿督|丹斯里|敦(?=[\u4e00-\u9fff]{2})|爵士)?"
# 上将, 国务卿 after a name; 医生, 女士 beside it.
AFTER_NAME: Final = (
    rf"(?:(?:[海陆空]军)?{t.OFFICE}(?:、{t.OFFICE})*(?!{t.PERSON})|医生|女士|先生|博士|同志)?"
)


# What a minister, secretary or adviser is for, where the title is no known one: 外交国务部长, 第一副总理.
BRANCH: Final = (
    "外交|国务|国防|防务|内政|公安|安全|国家|财政|经济|贸易|商务|工业|交通|运输|能源|矿产|农业|文化|教育|卫生|科技|司法|内阁|常务|首席|第[一二三]|副|助理"
    "|高级|特别|事务|合作|国际|发展|环境|旅游|投资|信息|通信|数字|人力资源|劳工|社会|体育|青年|统筹|与(?=[环旅投发贸能矿])|和(?=[环旅投发贸能矿])"
)


def _compound(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """中美, 中日韩元首: states named together by one character each are one party."""
    states = [m for m in found if m.tag == t.STATE]
    if not all(m.extra.get("char") and m.end - m.start == 1 for m in states):
        return None
    return Mention(t.ACTOR, 0, 0, ids_of(states), states[0].record, inner=tuple(found))


def chinese_rules() -> tuple[Rule, ...]:
    words = chinese_words("_")
    s, o, h, r, m, p, n = t.STATE, t.OFFICE, t.PERSON, t.ORGAN, t.MECHANISM, t.PLACE, t.ORDINAL
    plain = r"(?:(?!举行|进行|开展|保持|加强|关系|双方|元首|领导人|就|在|同|将|要|愿|应|深化|推动|继续)[\u4e00-\u9fff]){2,18}?"
    republic = "(?:(?:伊斯兰|民主|联邦|人民|社会主义)*共和国|王国|大公国|特区|特别行政区)?"
    office = f"(?:{o}(?:委员会{o})?(?:、|兼(?:[\u4e00-\u9fff{o}{r}]{{0,10}}?(?={o}))?)?)"
    wide = plain.replace(r"[\u4e00-\u9fff]", rf"[\u4e00-\u9fff{o}{t.ANAPHOR}{t.QUOTED}]")
    wide = wide.replace("{2,18}", "{1,18}")
    agency = r"(?:(?![同与和向对在访说称见为被将，])[\u4e00-\u9fff]){1,14}?(?:部|厅|局|署|院|处|司|委员会|舰队|军区|战区|省|州|党|办公室|司令部|参谋部|总部|秘书处|代表团|使团)"
    branch = f"(?:(?:{BRANCH})+部?(?={o}))"
    return (
        Rule(n, re.compile(f"{n}{m}{o}(?P<name>{ZH_NAME})"), officer),
        Rule(
            m,
            re.compile(
                f"(?<![—–-]){n}?(?:{s}[—–-]{m}|{m}[—–-]{s})(?P<name>(?:{words.level}|{o}级?)*(?P<head>{words.head}|(?<=[长官人级{o}])会(?![见谈晤议面场商展长]|期(?!间)|上(?!，|与|表|发|指|强|通|还|又|宣))))"
            ),
            new_mechanism,
            marks=re.compile("[—–-]"),
        ),
        Rule(
            t.QUOTED,
            re.compile(
                f"{n}?{s}{{2,6}}(?P<name>{t.QUOTED}(?:{words.level}|{o}级?|战略|安全|国防)*(?P<head>{words.head}))"
            ),
            new_mechanism,
            marks=re.compile("[+＋]"),
        ),
        Rule(
            m,
            re.compile(
                f"{n}?{p}?{m}(?P<level>(?:{words.level}|{o}级?|（总理）)*){p}?{n}?(?:{words.level})*(?P<head>{words.head}|(?<=[长官人级{o}])会(?![见谈晤议面场商展长]|期(?!间)|上(?!，|与|表|发|指|强|通|还|又|宣)))?"
            ),
            session,
        ),
        Rule(
            t.INSTRUMENT + t.TITLE,
            re.compile(
                f"{n}?[{t.INSTRUMENT}{t.TITLE}]{n}?(?P<level>(?:{words.level}|{o}级?)*)"
                "(?P<head>峰会|会议|会晤|缔约方大会|缔约方会议|缔约国大会|缔约国会议|审议大会|审议会议|成员国会议|圆桌会)"
            ),
            session,
        ),
        Rule(
            s,
            re.compile(f"{n}{s}(?:[—–－-]?{s}){{1,5}}(?P<name>{wide}(?P<head>{words.head}))"),
            new_mechanism,
        ),
        Rule(
            s,
            re.compile(
                f"{s}{{2,6}}(?P<name>{plain}(?P<head>磋商机制|对话机制|会晤机制|委员会|协调机制|对话会|磋商))"
            ),
            new_mechanism,
        ),
        Rule(
            n,
            re.compile(
                f"{s}(?:[—–－-]?{s}){{1,5}}(?P<name>(?:(?!举行|进行|开展|将|就|在|同|与|和)[\u4e00-\u9fff{o}{t.QUOTED}]){{0,12}}?){n}(?:定期|全体|年度|部长级|高级别|联席|工作组)*(?P<head>{words.head})"
            ),
            new_mechanism,
        ),
        Rule(
            n,
            re.compile(
                f"{n}(?P<name>(?:{plain}|{s}|{p})(?:{plain})?(?P<head>{o}会议|安全会议|国际会议|论坛|峰会|大会|研讨会|对话会|博览会|年会|圆桌会议|部长级会议|领导人会议|对话(?!会)|磋商))"
            ),
            new_mechanism,
        ),
        Rule(p, re.compile(f"{s}?(?:首都|省|州)?{p}"), place),
        Rule(s, re.compile(f"{s}(?:、?{s}){{0,6}}(?:[\u4e00-\u9fff]国)?{t.ANAPHOR}"), counted),
        Rule(s, re.compile(f"{s}{{2,6}}{o}?(?!{h})"), _compound),
        Rule(m, re.compile(f"{m}(?:{agency}(?={o}))?{o}+(?:{h}|(?P<name>{ZH_NAME}))?"), officer),
        Rule(
            s + o + h + r,
            re.compile(
                f"(?:{m}(?:轮值主席国|成员国|观察员国|对话伙伴国|创始成员国))?"
                f"(?!(?<=[访赴抵来在到往离]){s}+的)(?:{s}+{republic}的?(?:新任|现任|候任|当选|前任?|原|常务|首席)?(?P<post>(?:常?驻(?:{s}|[\u4e00-\u9fff]{{1,6}}?))?(?:特命全权|大?使馆|总?领事馆|代表团|代表处)?(?:国防)?(?={o}))?(?:(?:{words.organ})+|{agency}(?={o})|{branch})?)?{r}?的?(?:{office}+(?:{HONORIFIC}(?:{h}|(?P<name>{ZH_NAME})){AFTER_NAME})?|{h}{AFTER_NAME})"
                f"|{s}{r}+|{r}+|{s}{republic}"
            ),
            actor,
            starts=re.compile(f"[{m}{s}{r}{o}{h}的]"),
        ),
        Rule(m, re.compile(f"{m}(?:各?成员国|国家|各国|成员|方)(?!领导人|元首|主席)"), members),
    )
