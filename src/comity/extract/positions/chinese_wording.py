"""How the clauses of a position are worded in Chinese: what opens, carries on, reports and agrees."""

import re
from typing import Final

from comity.extract.clauses import ZH_LIST
from comity.extract.mentions import tags as t

SPEECH: Final = re.compile(
    f"({ZH_LIST})[^，。；]{{0,12}}?(?:指出|强调|表示|说|认为|重申|指明|阐述|介绍|宣布|谈到|称|告诉\\S{{0,4}}|回应|阐明|先后发言|发言中|讲话中|致辞中|赞赏|评价|感谢)(?:[，：“]|$|[^，。]{{0,10}}[，：])"
)
# A list of refusals (不寻求…、不支持…) is as many clauses.
CLAUSE: Final = re.compile(r"(?:[^，；。：！？、]|、(?!不寻求|不支持|不干涉|反对|无意|不谋求))+")
# What may stand before the subject of a clause.
BEFORE_SUBJECT: Final = re.compile(
    f"^[“”—•·\\s-]*(?:{t.DATE}|同时|目前|当前|今后|也|而|但|但是|对此|因此|尤其|特别是|会上|会谈中|会见中|长期以来|多年来|一直以来|无论|不管)*$"
)
# 以…为契机, 在…基础上, 对于…: what leads up to the predicate; words inside it are no stance.
ADJUNCT: Final = re.compile(
    r"(?=[以在对针关围按根本通随面如假倘若一即哪除只“])(?:以|在|对|对于|针对|关于|围绕|按照|根据|本着|通过|随着|面对)(?:[^，]*?(?:为(?:契机|引领|基础|抓手|指引|遵循|牵引|主线|重点)|基础上|过程中|框架下|前提下|背景下|同时)"
    r"|[^，]*(?:活动|行径|行为|企图|言行|做法|问题|纵容支持))[”’]?$"
    r"|在[^，]*(?:[\u4e00-\u9fff”]下|之际|期间|之前|之后|(?<=[\u4e00-\u9fff])时)$"
    # 如果美方愿意…: what is only supposed is held by nobody.
    r"|“?(?:如果|假如|倘若|若(?!干)|一旦|即便|即使|哪怕|除非|只要)"
)
# 中方愿同哈方一道， says with whom; what they will do follows.
TOGETHER_END: Final = re.compile("(?:一道|一起|一同|携手|努力|携手努力|携手同行)$")
# 欢迎更多企业赴阿投资, 欢迎各国参与: who is welcome to do something is asked to do it.
INVITES: Final = re.compile(
    f"欢迎(?:包括[^，。；]{{1,12}}?在内的)?(?:更多|广大|各国|世界各国|有关|所有|一切|全球|更多的)*[{t.ACTOR}{t.ANAPHOR}{t.GROUP}{t.BODY}]?"
    r"(?:国家|企业|朋友|伙伴|青年|民众|游客|各界|有识之士|投资者|企业家|学生|工商界|领导人|议员|友人|新成员|成员)*"
    r"(?:积极|继续|进一步|早日|尽早|更多|深度|共同|持续|一道|也|都|前来|多|常)*"
    r"(?:抓住|参与|参加|加入|扩大|赴|来|到|搭乘|分享|共享|对接|投资|利用|加大|加强|深化|拓展|访问|融入|选择|用好|成为|提供|使用|推动|支持)(?!的)"
)
# 是愿意直面危险的担当, 还有需要改进的地方: inside a relative clause nobody takes a stand.
RELATIVE_BEFORE: Final = re.compile(
    r"(?:是|有|为|成为|作为|一切|所有|那些|许多|任何|各种|不少|包括|每一[个次份项])(?:最|更|真正|始终|仍|还|可能|[一这那]\w)?$"
)
# 也是双方应该努力的方向: what something is, of which the cue only tells the kind.
COPULA: Final = re.compile(r"(?:也|既|始终|都|就|正|仍|更)是[^，。；]{0,16}$")
DESCRIBES: Final = re.compile(r"(?:必须|应该|应当|努力|争取|需要|愿意|奋斗)")
RELATIVE_AFTER: Final = re.compile(r"[^，。；]{1,14}的[^，。；的]{1,8}$")
# 国际人士呼吁, 斡旋方敦促: whoever stands there is nobody the text identifies.
UNNAMED_REACH: Final = 12
UNNAMED: Final = re.compile(
    r"(?:人士|媒体|民众|专家|学者|网民|舆论|斡旋方|员工|团体|工会|居民|市民|分析师|组织者|示威者|抗议者|检方|警方|法院|法官|投资者)"
    f"{t.DATE}?(?:[^，。；]{{0,3}}(?:也|还|都|均|则|一致|普遍|纷纷|强烈|多次|当天|随后|再次|坚决|公开))?$"
)
# 不寻求…反对…, 无意…: the first denial governs what it denies.
DENIED: Final = re.compile(r"(?:不寻求|不谋求|无意|从不|从来不|不会去)")
# 中方一贯主张， by itself: what is held follows after the comma.
INTRODUCES: Final = re.compile(
    f"{ZH_LIST}(?:对此)?(?:一贯|始终|历来|多次|反复|坚定|郑重|也|都|均|愿|再次)*(?:主张|认为|强调|表示|指出|重申|相信|坚信)"
)
# What may stand between the head of a clause and its 将.
# 感谢中方倡议…, 支持阿方反对…: what the party named next does is no stance of the clause.
GOVERNS: Final = re.compile(
    f"(?:感谢|祝贺|支持|欢迎|赞赏|相信)[{t.ACTOR}{t.ANAPHOR}{t.BODY}](?!的)"
)
HEADS: Final = re.compile(
    f"[“”]?(?:{t.DATE}|并|也|还|都|均|今后|未来|继续|同时|届时|表示|宣布|承诺|强调|重申|认为|指出|下一步|下阶段|，)*"
)
DONE: Final = re.compile("了(?!解)|作出|取得|成果丰硕|过去")
SO_FAR: Final = re.compile("^[^，]{0,12}(?:年来|以来|至今)，")
CONTINUES: Final = re.compile(
    r"^[”’）]*(?:并|也|更|还|又|既|均|都|共同|不断|积极|继续|坚决|携手|进一步|切实|努力|充分|妥善|有效|深入|全面|大力|稳步|扎实|加快|早日|尽早|着力|特别|尤其|首先|同时|从而|以及|始终|坚定|逐步|更好|主动|一道|联手|强力|实施好|办好|用好|维护好)*"
    r"(?:推动|推进|加强|深化|维护|构建|促进|扩大|落实|完善|共建|参与|打造|增进|实现|开展|密切|坚持|践行|恪守|尊重|反对|支持|拓展|提升|照顾|抵制|弘扬|建立|创新|通过|发展|举行|参加|避免|缩小|管控|防止|处理|应对|寻求|引领|丰富|巩固|夯实|统筹|发挥|保持|探讨|打击|恢复|实施|畅通|优化|培育|激活|做|走|将|把|以|为|让|使|同|与|在|对|从|多管齐下|求同化异|照顾|遵守|遵循|倡导|总结|拿出|塑造|客观|抛弃|相互|合作|着眼|聚焦|改善)"
)
# 双方将…, 会谈后，两国同意… at the head of a paragraph: from here both sides speak, until one of them does.
JOINT: Final = re.compile(
    f"(?:(?:会谈|会见|会晤|通话|访问)(?:中|后|期间)?，)?([{t.ANAPHOR}{t.ACTOR}])(?:还|也|均|都|共同|一致)*"
    "(?:同意|认为|商定|表示|决定|强调|将(?!继续保持)|愿|重申|支持|充分肯定|积极评价|高度评价|回顾|欢迎|承诺|宣布|达成)"
)
AGREED: Final = re.compile("一致(?:同意|认为)")
# What a clause may open with before its subject begins with one of these; other clauses need no look.
FRONTED: Final = frozenset("“‘（—•· -一二三四五六七第首其此同当今目新因我他，、")
FRONT: Final = re.compile(
    r"^[“‘（—•·\s-]*(?:一是|二是|三是|四是|五是|六是|七是|第[一二三四五六七]，?|首先|其次|此外|同时|当前|今年|目前|新形势下|因此|我们认为|他说|他表示)?[，、]?"
)
LISTED: Final = re.compile(r"^[“]*(?:[一二三四五六七八]是|第[一二三四五六七八](?=，))")
PROPOSED: Final = re.compile(r"[“]*[一二三四五六七八]是(?!否)")
TOGETHER: Final = re.compile(
    "同意|商定|决定|一致|评价|充分肯定|表示满意|愿|达成|责成|表示|认为|强调|重申|承诺"
)
