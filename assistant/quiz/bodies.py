"""Compare names of bodies: which mean a whole class, which may mean the same one."""

import re
from functools import lru_cache

from assistant.folding import bare

GENERIC = re.compile(
    r"^(?:各|有关|相关|所有|全体|全市|本|其他|其它|该|上级|上一级|下级|地方|具有|负责|主管|承担|面向|被|接受|牵头|省级|市级|县级|"
    r"区级|基层|设区|乡|县|部门|公开|起草|制定|审核|行政)|(?:部门|单位|机关|机构|地区|地方|组织|政府|企业|公司|学院|成员单位|协会|申请人|"
    r"人民政府|第三方|公民|当事人)$"
)
"""Names of a class of bodies, of which others are members."""
NAMED = re.compile(r"^(?:国务院|全国|国家|中央|自贸试验区)(?!有关|各|相关|其他|所属).{2,}")
"""Names of one body, whatever they end in."""
FORMAL = re.compile(
    r"^(?:县级以上.+|各级人民政府|设区的市级.+|省级人民政府|乡[（(]?镇[）)]?人民政府|第三方|申请人|公民、法人(?:或者|和)其他组织|"
    r"政府信息公开工作(?:主管部门|机构)|.{2,4}机关|扣缴义务人|纳税人)$"
)
"""Classes of bodies that rules tell from one another by fixed names."""
PEOPLE = re.compile(r"(?:第三方|申请人|公民|公民、法人(?:或者|和)其他组织|当事人|纳税人|扣缴义务人)$")
"""Names of those who deal with authorities."""
LEANING = re.compile(
    r"[该本其被等]|所有|使用|和地方|国家或|和省级|制作|保存|获取|认为|有关|相关|上述|所属|行政机关|^机关"
)
PREFIX = re.compile(r"^(?:国务院|国家|中央|全国|中国|[^市省区县]{2,3}[市省]|[市省区县])")
ENDING = re.compile(r"(?:管理委员会|委员会|管理局|总局|办公厅|办公室|行政部门|主管部门|部门|局|委|部|厅|办|署|院|行)$")
SHARED = 5
"""Names that share so many characters in a row may mean parts of one body."""


@lru_cache(maxsize=4096)
def is_generic(name: str) -> bool:
    """Whether a name means a class of bodies (各区县政府, 有关部门), so that others are contained in it."""
    return bool(GENERIC.search(name)) and not NAMED.match(name)


def is_definite(name: str) -> bool:
    """Whether a name means the same wherever it stands: one body, or a class that rules define."""
    return not LEANING.search(name) and (not is_generic(name) or bool(FORMAL.match(name)))


def is_people(name: str) -> bool:
    """Whether a name means people or organisations outside the authorities."""
    return bool(PEOPLE.search(name))


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """Return what tells a body from others: 国土资源 of 市国土资源局."""
    plain = bare(name).replace("的", "")
    return ENDING.sub("", PREFIX.sub("", plain)) or plain


def level(name: str) -> str:
    """Return 市, 省, 区, 县 for a body of that level, '' for one of the state or of unknown level."""
    return name[0] if name[:1] in ("市", "省", "区", "县") else ""


@lru_cache(maxsize=65536)
def may_be_same(one: str, other: str) -> bool:
    """Whether two names may mean the same body, or one a part of the other: 市国土局 and 市国土资源局."""
    a, b = bare(one).replace("的", ""), bare(other).replace("的", "")
    if a in b or b in a:
        return True
    if _is_within(core(one), core(other)) or _is_within(core(other), core(one)):
        return True
    return any(a[at : at + SHARED] in b for at in range(len(a) - SHARED + 1))


def is_named_in(name: str, text: str) -> bool:
    """Whether a body, or its name without the level, stands in a text that is folded and bare."""
    plain = bare(name)
    return plain in text or (len(core(name)) > 1 and PREFIX.sub("", plain) in text)


def _is_within(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other in the same order."""
    rest = iter(long)
    return all(char in rest for char in short)
