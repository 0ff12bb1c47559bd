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

ZH_NAME: Final = (
    r"(?![部室厅办团级们之者制职期署处作做暂未仍没给]|邀请|同|与|和|在|会|举|表示|说|指|强|介|将|、|出|主|率|访|对|抵|就|共|分|签|的|等|再|应|为|向|于|也|还|并|已|正|近|今|昨|当|以|及|发|通电|通话|视频|启程|前往|原定|原计|谴责|否认|重申|抵|非正式|部长级|双边|三边|线上|例行|年度|特别|会议|即将|已经|曾经|没有|刚|不久|此前|此次|专程|乘|继续|正式|成功|首次|再次|欢迎|感谢|希望|呼吁|敦促)"
    r"(?:[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7}){1,5}?|[\u4e00-\u9fff·]{2,12}?)"
    r"(?=同|与|和|在|会见|会谈|会晤|会面|见面|举行|表示|说|指出|强调|介绍|将|、|，|。|出席|主持|率|访|对|抵|就|共同|分别|（|签|致|通|以|发|应|参加|宣布|邀请|回应|等|进行|开展|夫妇|一行|先后|随后|当天|日前|近日|当地时间|通电话|通话|视频|抵达|启程|就任|飞抵|到访|访问|讨论|达成|重申|敦促|呼吁|警告|称|透露|谴责|指责|否认|没有|未能|拒绝|缺席|即将|已经|曾|会后|成功"
    f"|上午|下午|晚上|{t.DATE})"
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
    office = f"(?:{o}(?:[、兼]|、)?)"
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
            re.compile(f"{n}{s}{{2,6}}(?P<name>{plain}(?P<head>{words.head}))"),
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
                f"{n}(?P<name>(?:{plain}|{s}|{p})(?:{plain})?(?P<head>论坛|峰会|大会|研讨会|对话会|博览会|年会|圆桌会议|部长级会议|领导人会议|对话(?!会)|磋商))"
            ),
            new_mechanism,
        ),
        Rule(p, re.compile(f"{s}?(?:首都|省|州)?{p}"), place),
        Rule(s, re.compile(f"{s}(?:、?{s}){{0,6}}(?:[\u4e00-\u9fff]国)?{t.ANAPHOR}"), counted),
        Rule(s, re.compile(f"{s}{{2,6}}{o}?(?!{h})"), _compound),
        Rule(m, re.compile(f"{m}{o}+(?:{h}|(?P<name>{ZH_NAME}))?"), officer),
        Rule(
            s + o + h + r,
            re.compile(
                f"(?:{m}(?:轮值主席国|成员国|观察员国|对话伙伴国|创始成员国))?"
                f"(?:{s}+的?(?:(?:{words.organ})+|[\u4e00-\u9fff]{{2,10}}部(?={o}))?)?{r}?的?(?:{office}+(?:{h}|(?P<name>{ZH_NAME}))?|{h})"
                f"|{s}{r}+|{r}+|{s}"
            ),
            actor,
            starts=re.compile(f"[{m}{s}{r}{o}{h}的]"),
        ),
        Rule(m, re.compile(f"{m}(?:各?成员国|国家|各国|成员|方)(?!领导人|元首|主席)"), members),
    )
