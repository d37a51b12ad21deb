"""Names of folds and of folders that hold a part of a split, so that they are folds and never classes."""

import re
from functools import lru_cache
from unicodedata import normalize

from audioclf_gui.core.mixtures import Subset
from audioclf_gui.core.spelling import composed

# fmt: off
_ROLES = frozenset((
    "train", "training", "test", "testing", "val", "valid", "validation", "dev", "devel", "development",
    "eval", "evaluation", "heldout", "holdout",
))
_FILLERS = frozenset((
    "set", "data", "dataset", "split", "part", "subset", "audio", "wav", "wavs", "flac", "mp", "clips",
    "sounds", "files", "recordings", "clean", "other",
))
_ABROAD = {
    "train": """
        training trainings entrainement apprentissage entrenamiento treino treinamento addestramento
        allenamento treinen trainen traning træning trening treningowe treningowy trenovaci trenink egitim
        harjoitus обучение обучающая тренировка тренировочная навчання 训练 訓練 学習 훈련 학습 تدريب
    """,
    "valid": """
        validation validierung validierungs validacion validacao validazione convalida validatie validering
        validace validacni walidacja walidacyjne dogrulama validointi валидация проверка валідація
        验证 驗證 検証 검증
    """,
    "test": """
        test tests prufung pruefung essai evaluation prueba pruebas evaluacion teste testes avaliacao prova
        verifica valutazione testen testowe testowy testovaci testaus тест тестирование тестовая тестування
        测试 測試 テスト 評価 시험 테스트 평가 اختبار
    """,
}
"""Words for the parts of a split in other languages, case-folded, without the accents of Latin letters."""
_ROLE_ABROAD = {word: role for role, words in _ABROAD.items() for word in words.split()}
_FILLERS_ABROAD = frozenset((
    "s", "d", "de", "des", "du", "da", "do", "di", "del", "della", "la", "le", "les", "die", "der", "den",
    "en", "und", "daten", "datensatz", "datos", "conjunto", "jeu", "ensemble", "donnees", "dados", "dati",
    "insieme", "gegevens", "dane", "данные", "набор", "выборка",
))
_ENDINGS_ABROAD = re.compile(
    "(?:集|组|組|数据|資料|數據|用|データ|セット|데이터|세트|set|daten|datensatz|dateien)+$"
)
# fmt: on
_BEGINNINGS = {
    Subset.TRAIN: ("train",),
    Subset.VALID: ("val", "dev"),
    Subset.TEST: ("test", "eval", "holdout", "heldout"),
}
"""How the names of folds begin that are these subsets."""
_NUMBERED = re.compile(r"(?:fold|split)[\s_.-]*0*(\d+)", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_WORDS_ABROAD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1024)  # a folder is asked for each of its files
def fold_of_folder(name: str) -> str:
    """The fold that a folder is by its name; empty if it may be a class.

    What says no more than which part it is counts, `Train_set` and `dev-clean` for two; `steam train` and
    `test tone` say more.

    Examples
    --------
    >>> [fold_of_folder(name) for name in ("Train", "test-clean", "fold01", "tram")]
    ['train', 'test', '1', '']
    """
    if numbered := _NUMBERED.fullmatch(name):
        return numbered[1]
    words = [word.lower() for word in _WORDS.findall(name)]
    roles = [word for word in words if word in _ROLES]
    rest = [word for word in words if word not in _ROLES]
    is_part = len(roles) == 1 and all(word in _FILLERS or word.isdecimal() for word in rest)
    return roles[0] if is_part and not _has_foreign_letters(name) else ""


@lru_cache(maxsize=1024)
def fold_abroad(name: str) -> str:
    """The fold that a folder may be whose name says so in another language: train, valid or test, or "".

    Such a word may be a class as well, a `prova` for one, so only several of them beside each other tell.

    Examples
    --------
    >>> [fold_abroad(name) for name in ("Entraînement", "测试集", "Validierungsdaten", "datos de prueba")]
    ['train', 'test', 'valid', 'test']
    """
    words = [_stem(word) for word in _WORDS_ABROAD.findall(composed(_unaccented(name)))]
    roles = [_ROLE_ABROAD[word] for word in words if word in _ROLE_ABROAD]
    rest = (word for word in words if word and word not in _ROLE_ABROAD)
    is_part = len(roles) == 1 and all(word in _FILLERS or word in _FILLERS_ABROAD for word in rest)
    return roles[0] if is_part else ""


def subset_of_fold(name: str) -> Subset | None:
    """Whether a fold is for training, validation or test by its name, in other languages too.

    Examples
    --------
    >>> [str(subset_of_fold(name)) for name in ("Training", "dev-clean", "holdout", "测试集", "fold 3")]
    ['train', 'valid', 'test', 'test', 'None']
    """
    part = (fold_of_folder(name) or fold_abroad(name) or name).casefold()
    return next((subset for subset, begins in _BEGINNINGS.items() if part.startswith(begins)), None)


def _unaccented(name: str) -> str:
    """Case-folded, and Latin letters without accents: what a file system or a keyboard may have lost."""
    return re.sub("(?<=[a-z])[\u0300-\u036f]+", "", normalize("NFKD", name.casefold()))


def _stem(word: str) -> str:
    """Without an ending that says no more than that it is data; empty where nothing else is said."""
    stem = _ENDINGS_ABROAD.sub("", word)
    return stem if not stem or stem in _ROLE_ABROAD else word


def is_ordinary_word(name: str) -> bool:
    """Whether the name of a part is a thing that makes a sound as well: a train."""
    return name.lower() == "train"


def _has_foreign_letters(name: str) -> bool:
    return any(sign.isalpha() and not sign.isascii() for sign in name)
