# frozen_string_literal: true

# Prints engine_expected.json: what Rouge's machine makes of small lexers, which test_engine.py writes again in Python.
require "json"
require "rouge"

Base = Rouge::RegexLexer
include Rouge::Token::Tokens # rubocop:disable Style/MixinUsage

LEXERS = {
  "empty matches" => Class.new(Base) do
    state(:root) { rule(/a/, Keyword); rule(/(?=b)/, Text, :loop); rule(/./, Name) }
    state(:loop) { rule(/(?=b)/, Text, :push); rule(/c/, Operator, :pop!) }
  end,
  "empty matches in a mixin" => Class.new(Base) do
    state(:null) { rule(/(?=b)/, Text, :root); rule(/d/, Comment) }
    state(:root) { rule(/a/, Keyword); mixin :null; rule(/b/, Name); rule(/./m, Operator) }
  end,
  "line starts" => Class.new(Base) do
    state(:root) { rule(/^a|b/, Keyword); rule(/(?:^|-)c/, Name); rule(/ ?(^d)/, Operator); rule(/\n/, Text) }
  end,
  "looking back" => Class.new(Base) do
    state(:root) do
      rule(/(?<!x)y/, Keyword)
      rule(/(?<=x)z/, Name)
      rule(/\Bq/, Operator)
      rule(/\bw/, Comment)
      rule(/ *\bv/, Num)
      rule(/\Au/, Str)
      rule(/x/, Text)
    end
  end,
  "groups" => Class.new(Base) do
    state(:root) do
      rule(/(a)(b)?(c*)/) { groups Keyword, Name, Operator }
      rule(/(['"])(.*?)\1/) { |m| token Str, m[0]; token Comment, m[2] }
      rule(/\s+/, Text::Whitespace)
    end
  end,
  "moves" => Class.new(Base) do
    state(:root) { rule(/\(/, Punctuation, :one); rule(/./, Name) }
    state(:one) do
      rule(/\(/, Punctuation, :push)
      rule(/\)/, Punctuation, :pop!)
      rule(/>/) { token Operator; goto :two }
      rule(/</) { token Operator; push :two }
      rule(/./, Keyword)
    end
    state(:two) do
      rule(/!/) { token Comment; reset_stack }
      rule(/;/) { token Comment; pop! 2 }
      rule(/@/) { token in_state?(:one) ? Str : Num }
      rule(/./, Operator)
    end
  end,
  "flags" => Class.new(Base) do
    state(:root) { rule(/ab/i, Keyword); rule(/<.*?>/m, Comment); rule(/ x  # (a comment
      y/x, Name); rule(/\h{4}/, Num); rule(/[\h_]/, Operator); rule(/e$/, Str); rule(/.\Z/, Error) }
  end,
  "letters" => Class.new(Base) do
    state(:root) { rule(/\bé+\b/, Keyword); rule(/[[:alpha:]_]+/, Name); rule(/\p{Word}/, Num); rule(/\s/, Text::Whitespace); rule(/\w/, Operator) }
  end,
  "kinds of letters" => Class.new(Base) do
    state(:root) do
      rule(/[[:upper:]]/, Keyword)
      rule(/[\p{Ll}]/, Name)
      rule(/[\p{Lt}\p{Lm}]/, Operator)
      rule(/[\p{Lo}]/, Str)
      rule(/[[:digit:]]/, Num)
      rule(/[\p{Pc}\p{Mn}]/, Comment)
      rule(/[[:space:]]/, Text::Whitespace)
    end
  end,
  "marks and symbols" => Class.new(Base) do
    state(:root) do
      rule(/[\p{L}\p{Nl}\p{S}][[:alnum:]]*/, Name)
      rule(/[\p{Po}]/, Punctuation)
      rule(/[\u00a1-\uffff]\p{Word}*/, Comment)
    end
  end,
}.freeze

TEXTS = {
  "empty matches" => ["aabba", "abcbc", "b", "bbbbbbbbc"],
  "empty matches in a mixin" => ["abba", "bbb", "adb", "b\nb"],
  "line starts" => ["a\na b\nb", "-c\nc c", "d d\n d", "aab\nb"],
  "looking back" => ["xyxz", "qwqww", "  v v", "uxu", "xq", "yy z"],
  "groups" => ["abcc acab", "'x' \"y\" 'z\"", "cab"],
  "moves" => ["a(b(c)d)e", "(<a@;b", "(>@!(", "((;<;a", ")"],
  "flags" => ["AbaBab", "<a\nb>", "xyx y", "1aFg_e\ne", "zz\n", "zz"],
  "letters" => ["é éa aé", "e\u0301x_1", "ñ²³ Ⅷ‿", "日本 ٣", "abc"],
  "kinds of letters" => ["aBéÀªµß", "жЖſK ǅʰ中", "٣1²〇 e\u0301‿_", "\u00a0\u2003\u2028\u200b", "ὍὅƵ"],
  "marks and symbols" => ["e\u0301a", "नि क्ष", "ⓐb €c ✔\ufe0fd", "§x ½y ₁z ⅷ", "\u{1d538}b \u{1f600}c \u{10107}d", "§‿a"],
}.freeze

expected = TEXTS.to_h { |name, texts| [name, texts.map { |text| LEXERS[name].new.lex(text).map { |t, s| [t.shortname, s.dup] } }] }
File.write(File.join(__dir__, "engine_expected.json"), "#{JSON.pretty_generate({ texts: TEXTS, expected: expected })}\n")
