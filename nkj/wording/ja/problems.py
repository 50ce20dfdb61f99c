"""Japanese: what each problem says, and what to do about it."""

PROBLEMS = {
    "not-utf8": ("バイト {byte} は UTF-8 ではない", "UTF-8 で保存する。"),
    "forbidden-character": (
        "制御文字又は書字方向の文字 {character} は使えない",
        "削除する。行の見え方を偽ることがある。",
    ),
    "yaml-syntax": ("YAML として読めない：{says}", "この付近の字下げ、引用符、コロンを確かめる。"),
    "too-large": (
        "登録簿が {limit} を超えている",
        "この種の登録簿がこれほど大きいことはない。ファイルを確かめる。",
    ),
    "too-deep": ("入れ子が {limit} 段を超えている", "登録簿に要るのは10段未満である。"),
    "too-many": ("問題が {limit} 件を超えたため、ここで読むのをやめた", "先に上の問題を直す。"),
    "more-warnings": ("警告が {limit} 件を超えたため、残りは示さない", "先に上の警告を直す。"),
    "several-documents": (
        "二つ目の YAML 文書がここから始まる",
        "'---' を除く。1ファイルは1文書とする。",
    ),
    "anchor": ("登録簿ではアンカー '&{name}' を使わない", "値をそのまま書く。"),
    "alias": ("登録簿ではエイリアス '*{name}' を使わない", "値をそのまま書く。"),
    "merge-key": ("登録簿ではマージキーを使わない", "キーをそのまま書く。"),
    "tag": ("登録簿ではタグ '{tag}' を使わない", "除く。型はキーごとに決まっている。"),
    "duplicate-key": ("キー '{key}' が重複している", "一方だけを残す。"),
    "odd-key": ("キーは語でなければならない", "「キー: 値」と書く。"),
    "unknown-key": ("ここに '{key}' というキーはない", "使えるもの：{keys}。"),
    "missing-key": ("キー '{key}' がない", "加える。"),
    "wrong-shape": ("{expected}であるべきところ、{found}である", "{how}"),
    "bad-value": ("'{text}' は使えない値である", "使えるもの：{choices}。"),
    "bad-number": (
        "'{text}' はここに置ける数ではない",
        "30_000_000 又は 30000000 と、引用符なしで書く。指標の数には小数も使える。",
    ),
    "bad-date": (
        "{reason}",
        "形式：2016-04-01、2016-04、2016、2016-02-10..2016-02-19。末尾に '?' を付けられる。",
    ),
    "bad-id": (
        "'{text}' は ID の形でない",
        "小文字 a-z、数字、単独のハイフン（項目名では下線）で、{limit} 字以内とする。",
    ),
    "empty-registry": ("登録簿に措置がない", "'measures' の節を加える。"),
    "duplicate-id": ("ID '{id}' は既に使われている", "ID は登録簿全体で一つとし、再び使わない。"),
    "undefined-source": ("出典 '{text}' がない", "'sources' に加えるか、ID を直す。"),
    "undefined-decision": ("決定 '{text}' がない", "'decisions' に加えるか、ID を直す。"),
    "undefined-occasion": ("契機 '{text}' がない", "'occasions' に加えるか、ID を直す。"),
    "undefined-party": ("対象 '{text}' がない", "'parties' に加えるか、ID を直す。"),
    "undefined-measure": ("措置 '{text}' がない", "ID を直す。"),
    "undefined-event": ("動き '{text}' がない", "ID を直す。動きは措置の中に置かれている。"),
    "undefined-part": ("'{id}' に系列 '{text}' がない", "指標の 'parts' に加えるか、名前を直す。"),
    "undefined-conduct": (
        "行為 '{text}' がない",
        "'conducts' に加えるか、直す。あるのは {choices}。",
    ),
    "undefined-fact": (
        "'{text}' はこの行為の事実でも、一覧型の条件でもない",
        "次のいずれかとする：{choices}。",
    ),
    "undefined-value": (
        "ここに値 '{text}' はない",
        "次のいずれかとする：{choices}。",
    ),
    "bad-condition": (
        "'{fact}' にこの条件は使えない。使えるのは {wanted}",
        "choice には 'is'、money には金額又は金額の条件による 'above' か 'at_most'、"
        "day には日付又は日付の条件による 'since' を使う。",
    ),
    "mute-rule": (
        "'{measure}' の '{conduct}' についてのこの規定は、決して該当しない",
        "どの日にも条件を満たす行為がない。条件を直すか、規定を除く。",
    ),
    "contradicting-rules": (
        "'{measure}' の '{conduct}' についての二つの規定が、{day}に同じ行為を異なって判定する",
        "一方が捉えるものを他方の条件から除く。",
    ),
    "too-many-answers": (
        "'{id}' の事実の組合せが {limit} を超える",
        "一つの質問につき全ての組合せを試す。事実か値を減らす。",
    ),
    "undefined-leg": (
        "'{exchange}' に他の項目 '{text}' がない",
        "項目は同じ合意等の項目に、短い ID で対応させる。",
    ),
    "leg-return": (
        "'{id}' は '{other}' への見返りになり得ない：{why}",
        "項目は相手側の項目に、一度ずつ対応させる。",
    ),
    "leg-outcome": ("'{id}' の結末 '{outcome}' は成り立たない：{why}", "結末又は日付を直す。"),
    "leg-moves": ("'{id}' がこれを動かすことはできない：{why}", "日付又は動きを直す。"),
    "undefined-law": (
        "法令 '{text}' がない",
        "'laws' に加える。条は法令の ID の後に付ける（fefa-16）。",
    ),
    "undefined-term": ("語彙に項目 '{text}' がない", "'vocabulary' に加えるか、名前を直す。"),
    "unknown-field": ("'{text}' は出典を付けられる項目ではない", ""),
    "uncited": ("'{id}' に出典がない", "出典のないものは記録しない。'cite' を加える。"),
    "overconfident": (
        "'{id}' は {stated} とされているが、出典からは {most} までである",
        "confirmed には、一次資料、その忠実な写し、又は独立した二つの発行者が要る。",
    ),
    "unsupported-field": (
        "'{id}' の '{field}' を裏付ける出典がない",
        "裏付ける出典の 'for' に挙げるか、'inferred' に挙げる。",
    ),
    "unused-source": ("出典 '{id}' はどこにも使われていない", "使うか、除く。"),
    "missing-date": (
        "'{id}'（{event}）に日がない",
        "in_force、decided、announced のいずれか、noted では occurred を書く。",
    ),
    "misplaced-key": ("動き '{event}' に '{key}' は置けない", "除く。"),
    "out-of-order": (
        "'{id}'（{day}）が後の動きより後に置かれている",
        "動きは効力を生じた順に並べる。",
    ),
    "imposed-twice": ("'{id}' が同じ措置を再び発動している", "終了の後は 'reimposed' とする。"),
    "reimposed-in-force": (
        "'{id}' が実施中の措置を再発動している",
        "その前に 'lifted' が抜けていないか。",
    ),
    "not-in-force": (
        "'{id}'（{event}）は成り立たない：{why}",
        "日付、又は前の動きの抜けを確かめる。",
    ),
    "late-extension": ("'{id}' の延長の時点で、{why}", "延長は、動かす期限の当日までに行われる。"),
    "early-end": ("期限 {until} が初日 {start} より前である", "いずれかを直す。"),
    "dates-disagree": ("{later} {two} が {earlier} {one} より前である", "両方の日を確かめる。"),
    "party-twice": (
        "'{id}' は既に一覧にある '{party}' を加えている",
        "各対象は一度だけ挙げる。除かれた後に再び加えることはできる。",
    ),
    "not-listed": (
        "'{id}' は一覧にない '{party}' を除いている",
        "ID、又は指定した動きの抜けを確かめる。",
    ),
    "counts-disagree": (
        "'{id}'：{field} は {stated} だが、挙げられた名は {counted}（団体/個人/船舶）",
        "名を挙げる動きは全ての名を挙げる。'net' は合算される他の一覧に既にあった者を除く数である。"
        "出典の異なる数は 'disputed' に残す。",
    ),
    "odd-extension": (
        "'{id}' は延長とされているが、{why}",
        "期限を確かめる。その前に期限を変えた動きが抜けていないかも確かめる。",
    ),
    "no-change": (
        "'{id}' は {event} とされているが、条件も指定も変わっていない",
        "何が変わったかを 'terms'、'added'、'designations' に書く。何も変えないものは 'noted'、"
        "期限だけを延ばすものは 'extended' とする。",
    ),
    "opposite-direction": (
        "'{id}' は {event} とされているが、語彙によれば条件は前より{why}",
        "動き、条件、又は語彙の 'stricter' を直す。",
    ),
    "superseded-by-itself": (
        "'{id}' によれば '{measure}' は自らに吸収されている",
        "代わった措置を書く。",
    ),
    "turns-out-of-order": (
        "'{id}' のこの経過（{day}）が、より後の日の経過の後に置かれている",
        "経過は日付順に並べる。",
    ),
    "absent-field": (
        "ここに挙げた '{field}' が '{id}' にない",
        "ここから除くか、その項目を加える。",
    ),
    "older-source": (
        "'{id}' の '{field}'（{day}）の出典がそれより前のものだけである"
        "（'{source}' は {published}）",
        "前の出典が伝えるのは予定である。その日以後の出典を挙げる。",
    ),
    "unnamed-value": (
        "語彙の '{term}' の値に '{text}' の名前がない",
        "項目の 'values' に名前とともに加えるか、直す。",
    ),
    "listed-twice": ("'{text}' がこの一覧に二度ある", "一方だけを残す。"),
    "failed-checkpoint": (
        "'{id}' が {day} の '{measure}' について成り立たない："
        "記述は「{said}」、動きからは「{given}」",
        "記述か動きのいずれかが誤っている。",
    ),
    "vague-checkpoint": (
        "'{id}' の記述がいつまでの日についてのものか定まらない：{day}",
        "'on' に最後の日を与える。",
    ),
    "odd-scope": (
        "確認の範囲の一部は、分野、措置又は節を一つだけ挙げる（ここでは{count}）",
        "'family'、'measure'、'section' のうち一つを書く。",
    ),
    "bad-coverage": (
        "'{field}' を {day} とすることはできない",
        "最初の日と最後の日を、この順に与える。",
    ),
    "undefined-family": (
        "'programme' に分野 '{text}' がない",
        "'families' に加えるか、直す。あるのは {choices}。",
    ),
    "undefined-side": (
        "'programme' に当事者 '{text}' がない",
        "'others' に加えるか、直す。あるのは {choices}。",
    ),
    "undefined-instrument": (
        "形式 '{text}' がない",
        "'programme' の 'instruments' に加えるか、直す。あるのは {choices}。",
    ),
    "undefined-occasion-kind": (
        "契機の種類 '{text}' がない",
        "'programme' の 'occasion_kinds' に加えるか、直す。あるのは {choices}。",
    ),
    "bad-language": ("'{text}' は言語の符号でない", "小文字の符号で書く。en、ko、zh-Hant など。"),
    "bad-time-zone": (
        "時間帯 '{text}' はない",
        "時間帯データベースの名前を書く。Europe/Berlin、Asia/Seoul、UTC など。",
    ),
    "untranslated": (
        "'{id}' の '{field}' に '{language}' がない",
        "'{language}' を加えるか、'programme' の 'languages' から除く。",
    ),
}

#: 上の文に入る語句（登録簿の語そのものでないもの）。
REASONS = {
    "expected.list": "一覧",
    "expected.mapping": "キーと値",
    "expected.word": "文字列",
    "expected.number": "数",
    "expected.flag": "true 又は false",
    "expected.date": "日付",
    "expected.id": "ID",
    "found.list": "一覧",
    "found.mapping": "キーと値",
    "found.word": "文字列",
    "found.nothing": "空",
    "reason.form": "'{part}' は日付ではない",
    "reason.calendar": "{part} という日はない",
    "reason.order": "期間 {part} の前後が逆である",
    "why.no-reversed": "'reversed' の日がない",
    "why.performed": "'performed' の日がある",
    "why.no-performed": "'performed' の日がない",
    "why.reversed": "'reversed' の日がある",
    "why.same-side": "同じ側の約束である",
    "why.twice": "二度挙げられている",
    "why.moved-twice": "'{event}' が二度挙げられている",
    "why.side": "'{side}' の項目であり、措置はすべて '{sender}' のものである",
    "why.before-reversed": "'{event}' は撤回の日 {other} より前の {day} に効力を生じた",
    "why.before-performed": "'{event}' は履行の日 {other} より前の {day} に効力を生じた",
    "why.never": "まだ発動されていない",
    "why.ended": "既に終了している",
    "why.lapsed": "{until} を過ぎて失効している",
    "why.suspended": "停止中である",
    "why.not-suspended": "停止されていない",
    "why.same-end": "期限は {until} のままである",
    "why.still-open": "期限は定めのないままである",
    "why.closes": "定めのなかった期限を {until} としている",
    "why.shortens": "期限 {until} が、延ばす前の {before} より早い",
    "why.laxer": "緩い",
    "why.stricter": "厳しい",
    "how.nothing": "値を書くか、キーを除く。",
    "how.list-word": "角括弧に入れるか、'- ' を付けて独立の行に書く。",
    "how.list-mapping": "最初のキーの前に '- ' を付け、他のキーをその下に揃える。",
    "how.mapping-word": "キーを一つずつ下の行に書く：{keys}。",
    "how.mapping-list": "ここには一つしか置けない。'- ' を除き、キーを書く：{keys}。",
    "how.one-list": "値は一つしか置けない。括弧又は '- ' を除く。",
    "how.one-mapping": "キーのない値を一つ書く。': ' を含む文には引用符が要る。",
    "claim.in-force.yes": "実施中",
    "claim.in-force.no": "実施されていない",
    "claim.in-force.unclear": "実施中かどうか不明",
    "claim.until": "期限 {value}",
    "claim.no-end": "期限の定めなし",
    "claim.term": "{value}",
    "claim.no-term": "{value} なし",
}
