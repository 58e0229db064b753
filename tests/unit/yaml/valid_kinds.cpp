// Kinds of YAML that are read, each with what it says, by the rules of YAML 1.2.2.
// kinds.h tells how they are written down.
#include "yaml/kinds.h"

namespace ims::test {

std::string_view valid_kinds() {
    return R"kinds(
##### Mappings and lists by indentation

=== one key and its value
a: b
=> {"a": "b"}

=== several keys
a: b
c: d
=> {"a": "b", "c": "d"}

=== a key without a value
a:
b: c
=> {"a": null, "b": "c"}

=== a last key without a value
a: b
c:
=> {"a": "b", "c": null}

=== a mapping in a mapping
a:
  b: c
  d: e
f: g
=> {"a": {"b": "c", "d": "e"}, "f": "g"}

=== three levels, and back to the first at once
a:
  b:
    c: d
e: f
=> {"a": {"b": {"c": "d"}}, "e": "f"}

=== each mapping has an indentation of its own
a:
    b: c
d:
 e: f
=> {"a": {"b": "c"}, "d": {"e": "f"}}

=== a mapping that is indented as a whole
  a: b
  c: d
=> {"a": "b", "c": "d"}

=== blanks around the colon
a :   b
=> {"a": "b"}

=== a tab after the colon
a:→b
=> {"a": "b"}

=== a tab before a comment
a: b→# c
=> {"a": "b"}

=== a list
- a
- b
=> ["a", "b"]

=== a list of one
- a
=> ["a"]

=== items without a value
-
- a
-
=> [null, "a", null]

=== a list below its key, indented
a:
  - b
  - c
=> {"a": ["b", "c"]}

=== a list below its key, not indented
a:
- b
- c
d: e
=> {"a": ["b", "c"], "d": "e"}

=== a list below its key, deeper than the next key's
a:
      - b
c:
  - d
=> {"a": ["b"], "c": ["d"]}

=== items with more blanks after the dash
-   a
-     b
=> ["a", "b"]

=== an item that begins on the next line
-
  a
-
  b: c
=> ["a", {"b": "c"}]

=== mappings as items
- a: b
  c: d
- e: f
=> [{"a": "b", "c": "d"}, {"e": "f"}]

=== a mapping deeper in its item
-    a: b
     c: d
=> [{"a": "b", "c": "d"}]

=== a mapping as an item, on a line of its own
-
  a: b
  c: d
=> [{"a": "b", "c": "d"}]

=== lists in lists
- - a
  - b
- c
=> [["a", "b"], "c"]

=== three dashes that are three lists
- - - a
=> [[["a"]]]

=== a list of lists, each on lines of its own
-
  - a
  - b
-
  - c
=> [["a", "b"], ["c"]]

=== a list in a mapping in a list
- a:
    - b
  c: d
=> [{"a": ["b"], "c": "d"}]

=== a list in a mapping in a list, not indented
- a:
  - b
  - c
  d: e
=> [{"a": ["b", "c"], "d": "e"}]

=== a mapping in a list in a mapping
a:
  - b: c
    d: e
  - f: g
=> {"a": [{"b": "c", "d": "e"}, {"f": "g"}]}

=== keys of several words, with signs
first key: a
second-key: b
third_key's: c
(fourth): d
=> {"first key": "a", "second-key": "b", "third_key's": "c", "(fourth)": "d"}

=== a key that begins with a dash, a question mark or a colon
-a: b
?c: d
:e: f
=> {"-a": "b", "?c": "d", ":e": "f"}

=== a key of digits, and one that looks like a date
1: a
2026-01-01: b
=> {"1": "a", "2026-01-01": "b"}

=== a key with a colon inside
a:b: c
a::b: d
=> {"a:b": "c", "a::b": "d"}

=== a key with a hash inside
a#b: c
=> {"a#b": "c"}

=== a key that ends with a question mark
really?: yes
=> {"really?": "yes"}

=== keys that are quoted
"a": b
'c': d
=> {"a": "b", "c": "d"}

=== quoted keys with a colon, a hash or a bracket
"a: b": c
'd # e': f
"[g]": h
=> {"a: b": "c", "d # e": "f", "[g]": "h"}

=== quoted keys, blanks before the colon
"a" : b
'c'  : d
=> {"a": "b", "c": "d"}

=== keys with escapes
"a\tb": c
'it''s': d
=> {"a\tb": "c", "it's": "d"}

=== a key that is null
null: a
~: b
=> {"null": "a", "~": "b"}

=== a question mark before a key
? a
: b
=> {"a": "b"}

=== a question mark before a key without a value
? a
? b
=> {"a": null, "b": null}

=== a question mark, and a value on lines of its own
? a
:
  b: c
=> {"a": {"b": "c"}}

=== a question mark before one key among others
a: b
? c
: d
e: f
=> {"a": "b", "c": "d", "e": "f"}

=== a question mark before a key that is a block of text
? |
  a
  b
: c
=> {"a\nb\n": "c"}

=== a question mark before a key over several lines
? a
  b
: c
=> {"a b": "c"}

=== a list as the value after a question mark's key
? a
: - b
  - c
=> {"a": ["b", "c"]}

=== a mapping as the value after a question mark's key
? a
: b: c
  d: e
=> {"a": {"b": "c", "d": "e"}}

=== letters of all alphabets
größe: Äpfel
名前: 値
ключ: значение
=> {"größe": "Äpfel", "名前": "値", "ключ": "значение"}

=== letters beyond sixteen bits
a: 😀 b
=> {"a": "😀 b"}

##### Blank lines and comments

=== blank lines between keys
a: b

c: d


=> {"a": "b", "c": "d"}

=== blank lines before the first
·

a: b
=> {"a": "b"}

=== lines of blanks between items
- a
···
- b
=> ["a", "b"]

=== a comment before all
# a
b: c
=> {"b": "c"}

=== a comment after a value
a: b # c
=> {"a": "b"}

=== a comment after a key
a: # b
  c: d
=> {"a": {"c": "d"}}

=== a comment after a dash
- # a
  b
=> ["b"]

=== a comment between keys, indented in any way
a: b
      # c
 # d
e: f
=> {"a": "b", "e": "f"}

=== a comment between a key and its list
a:
  # b
  - c
# d
  - e
=> {"a": ["c", "e"]}

=== a comment after the last
a: b
# c
=> {"a": "b"}

=== a comment without a line break at its end
a: b
# c∎
=> {"a": "b"}

=== a hash that is no comment
a: b#c
d: e#
=> {"a": "b#c", "d": "e#"}

=== a comment is a comment whatever it holds
a: b # c: [d "e
=> {"a": "b"}

=== a comment in a tab's distance
a: b→→# c
=> {"a": "b"}

=== a tab in a line that holds nothing else
a: b
→
c: d
=> {"a": "b", "c": "d"}

=== a tab before a comment on a line of its own
a: b
→# c
d: e
=> {"a": "b", "d": "e"}

=== only comments
# a
 # b
=> none

=== nothing
∎
=> none

=== only blanks and line breaks
··

·∎
=> none

##### Plain texts

=== a text that ends with the file
a: b∎
=> {"a": "b"}

=== blanks at the end of a line are none of the text
a: b  ·
=> {"a": "b"}

=== blanks within a text stay
a: b  c
=> {"a": "b  c"}

=== a tab within a text stays
a: b→c
=> {"a": "b\tc"}

=== signs inside a text
a: b, c] d} e[f {g
=> {"a": "b, c] d} e[f {g"}

=== quotes inside a text
a: it's "so" he said
=> {"a": "it's \"so\" he said"}

=== a text that begins with a dash, a question mark or a colon
a: -b
c: ?d
e: :f
=> {"a": "-b", "c": "?d", "e": ":f"}

=== a text that begins with a dash and a digit
a: -1
=> {"a": "-1"}

=== several dashes
a: --
b: ---
=> {"a": "--", "b": "---"}

=== a colon inside a text
a: b:c
d: 12:30
e: http://f.g/h?i=j&k#l
=> {"a": "b:c", "d": "12:30", "e": "http://f.g/h?i=j&k#l"}

=== a colon at the beginning of a word
a: b :c
=> {"a": "b :c"}

=== signs that begin something elsewhere, inside a text
a: b & c * d ! e | f > g % h @ i ` j
=> {"a": "b & c * d ! e | f > g % h @ i ` j"}

=== a text that begins with an equals sign, a plus or a bracket
a: =b
c: +d
e: (f)
=> {"a": "=b", "c": "+d", "e": "(f)"}

=== a text that begins with less and ends with more
a: <b>
=> {"a": "<b>"}

=== null, in its four ways
a: null
b: Null
c: NULL
d: ~
=> {"a": null, "b": null, "c": null, "d": null}

=== what only looks like null
a: nULL
b: nil
c: "null"
d: '~'
e: ~x
f: null x
=> {"a": "nULL", "b": "nil", "c": "null", "d": "~", "e": "~x", "f": "null x"}

=== what other programs take for a number, a date or a yes
a: 1.50
b: 0x1F
c: 1e3
d: yes
e: 2026-01-01
f: .inf
g: 007
=> {"a": "1.50", "b": "0x1F", "c": "1e3", "d": "yes", "e": "2026-01-01", "f": ".inf", "g": "007"}

=== a text over two lines
a: b
  c
=> {"a": "b c"}

=== a text over several lines, indented in any way
a: b
    c
 d
  e
=> {"a": "b c d e"}

=== a text that begins on the line below its key
a:
  b
=> {"a": "b"}

=== a text that begins below its key and goes on
a:
  b
   c
  d
=> {"a": "b c d"}

=== a blank line in a text is a line break
a: b

  c
=> {"a": "b\nc"}

=== two blank lines in a text are two line breaks
a: b


  c
=> {"a": "b\n\nc"}

=== a blank line of blanks and tabs in a text
a: b
··→
  c
=> {"a": "b\nc"}

=== blanks at the ends of lines are none of the text
a: b··
  c→
  d
=> {"a": "b c d"}

=== tabs after the spaces that indent a line
a: b
 →c
=> {"a": "b c"}

=== a text whose second line begins with a dash
a: b
  - c
=> {"a": "b - c"}

=== a text whose second line begins with signs
a: b
  "c" [d] {e} &f *g
=> {"a": "b \"c\" [d] {e} &f *g"}

=== a text whose second line begins with a question mark or a colon
a: b
  ?c
  :d
=> {"a": "b ?c :d"}

=== a text whose second line holds a hash
a: b
  c#d
=> {"a": "b c#d"}

=== an item over several lines
- a
  b
- c
=> ["a b", "c"]

=== an item whose second line stands deeper than its dash alone
- a
 b
=> ["a b"]

=== a text as a whole document
a
=> "a"

=== a text of several lines as a whole document
a
b

c
=> "a b\nc"

=== a document of one text that is indented
  a
  b
=> "a b"

=== a text that ends with the document
--- a
b
...
=> "a b"

=== a comment after the last line of a text
a: b
  c # d
e: f
=> {"a": "b c", "e": "f"}

=== a text with quotes over several lines
a: it's
  what's "here"
=> {"a": "it's what's \"here\""}

=== a single line break character of an old machine
a: b←c: d
=> {"a": "b", "c": "d"}

=== a no-break space inside a text
a: b⍽c
=> {"a": "b\u00a0c"}

=== a next line character is no line break
a: b␤c
=> {"a": "b\u0085c"}

##### Texts between single quotes

=== nothing between single quotes
a: ''
=> {"a": ""}

=== a text between single quotes
a: 'b'
=> {"a": "b"}

=== an apostrophe is written twice
a: 'it''s'
=> {"a": "it's"}

=== only an apostrophe
a: ''''
=> {"a": "'"}

=== two apostrophes
a: ''''''
=> {"a": "''"}

=== an apostrophe at the beginning and the end
a: '''b'''
=> {"a": "'b'"}

=== a backslash is a letter
a: 'b\n\'
=> {"a": "b\\n\\"}

=== double quotes between single quotes
a: '"b"'
=> {"a": "\"b\""}

=== signs between single quotes
a: '# b: [c] {d}, &e *f !g | h > i'
=> {"a": "# b: [c] {d}, &e *f !g | h > i"}

=== blanks at both ends stay
a: ' b '
=> {"a": " b "}

=== a tab stays
a: 'b→c'
=> {"a": "b\tc"}

=== a text over two lines
a: 'b
  c'
=> {"a": "b c"}

=== blanks around a line break are none of the text
a: 'b··
··→c'
=> {"a": "b c"}

=== a blank line is a line break
a: 'b

  c'
=> {"a": "b\nc"}

=== a text that begins with a line break
a: '
  b'
=> {"a": " b"}

=== a text that ends with a line break
a: 'b
  '
=> {"a": "b "}

=== a text of one line break
a: '
  '
=> {"a": " "}

=== a text of two line breaks
a: '

  '
=> {"a": "\n"}

=== a text of four line breaks
a: '



  '
=> {"a": "\n\n\n"}

=== line breaks at the end of a text
a: 'b


  '
=> {"a": "b\n\n"}

=== line breaks at the beginning of a text
a: '


  b'
=> {"a": "\n\nb"}

=== blanks before the first line break go
a: 'b

  c··

  d'
=> {"a": "b\nc\nd"}

=== blanks at the beginning of the first line stay
a: '  b
  c'
=> {"a": "  b c"}

=== blanks at the end of the last line stay
a: 'b
  c  '
=> {"a": "b c  "}

=== an apostrophe at the end of a line, and at the beginning of one
a: 'b''
  ''c'
=> {"a": "b' 'c"}

=== the closing quote alone, at the margin
a: 'b
'
=> {"a": "b "}

=== a line that looks like a comment
a: 'b
  # c'
=> {"a": "b # c"}

=== lines that look like a list or a key
a: 'b
  - c
  d: e'
=> {"a": "b - c d: e"}

=== dashes that begin no document, since they are indented
a: 'b
  ---
  c'
=> {"a": "b --- c"}

##### Texts between double quotes

=== nothing between double quotes
a: ""
=> {"a": ""}

=== a text between double quotes
a: "b"
=> {"a": "b"}

=== single quotes between double quotes
a: "it's 'b'"
=> {"a": "it's 'b'"}

=== a double quote and a backslash
a: "\"b\" \\c"
=> {"a": "\"b\" \\c"}

=== the escapes of one letter for what cannot be seen
a: "\0\a\b\t\n\v\f\r\e"
=> {"a": "\u0000\u0007\u0008\t\n\u000b\u000c\r\u001b"}

=== the escapes of signs
a: "\ \"\/\\"
=> {"a": " \"/\\"}

=== the escapes of blanks and line ends of Unicode
a: "\N\_\L\P"
=> {"a": "\u0085\u00a0\u2028\u2029"}

=== a backslash and a tab
a: "b\→c"
=> {"a": "b\tc"}

=== characters by two digits
a: "\x41\xe9\xFF"
=> {"a": "Aéÿ"}

=== characters by four digits
a: "A\u00e9\u20ac\uFFFD"
=> {"a": "Aé€�"}

=== characters by eight digits
a: "\U00000041\U0001F600\U0010FFFF"
=> {"a": "A😀􏿿"}

=== a character in two halves, as JSON is written
a: "\ud83d\ude00"
=> {"a": "😀"}

=== two characters in two halves, other text around
a: "b\uD83D\uDE00\ud83c\udf89c"
=> {"a": "b😀🎉c"}

=== the first and the last character in two halves
a: "\ud800\udc00\udbff\udfff"
=> {"a": "𐀀􏿿"}

=== an escape, then letters that look like more of it
a: "\x410\u00e9e"
=> {"a": "A0ée"}

=== a text over two lines
a: "b
  c"
=> {"a": "b c"}

=== a blank line is a line break
a: "b

  c"
=> {"a": "b\nc"}

=== a text of line breaks only
a: "


  "
=> {"a": "\n\n"}

=== line breaks at the end
a: "b


  "
=> {"a": "b\n\n"}

=== an escaped line break joins two lines
a: "b\
  c"
=> {"a": "bc"}

=== blanks before an escaped line break stay
a: "b \
  c"
=> {"a": "b c"}

=== blanks after an escaped line break go, unless one is escaped
a: "b\
  \ c"
=> {"a": "b c"}

=== a blank line after an escaped line break
a: "b\

  c"
=> {"a": "b\nc"}

=== two escaped line breaks
a: "b\
  \
  c"
=> {"a": "bc"}

=== an escaped line break at the end
a: "b\
  "
=> {"a": "b"}

=== an escaped blank at the end of a line stays
a: "b\·
  c"
=> {"a": "b  c"}

=== an escaped tab at the end of a line stays, real ones go
a: "b\t→·
  c"
=> {"a": "b\t c"}

=== an escaped line feed beside a real one
a: "b\n
  c"
=> {"a": "b\n c"}

=== escaped line feeds before real ones at the end
a: "b\n


  "
=> {"a": "b\n\n\n"}

=== an escape at the beginning of a line
a: "b
  \tc"
=> {"a": "b \tc"}

=== a text that begins with a line break
a: "
  b"
=> {"a": " b"}

=== blanks at the ends of a text stay, those at its lines' ends go
a: " b·
  c "
=> {"a": " b c "}

=== the closing quote alone, at the margin
a: "b
"
=> {"a": "b "}

=== a quoted text below its key
a:
  "b"
=> {"a": "b"}

=== a quoted text as an item
- "a"
- 'b'
=> ["a", "b"]

=== a quoted text as a whole document
"a
b"
=> "a b"

=== a comment close to a quoted text
a: "b" # c
d: 'e' # f
=> {"a": "b", "d": "e"}

=== a quoted text over lines in a list in a mapping
a:
  - "b
    c"
  - d
=> {"a": ["b c", "d"]}

##### Blocks of text, as they stand

=== a block of one line
a: |
  b
=> {"a": "b\n"}

=== a block of two lines
a: |
  b
  c
=> {"a": "b\nc\n"}

=== a line deeper than the first
a: |
  b
    c
  d
=> {"a": "b\n  c\nd\n"}

=== blank lines inside
a: |
  b

  c


  d
=> {"a": "b\n\nc\n\n\nd\n"}

=== blank lines at the beginning
a: |

  b
=> {"a": "\nb\n"}

=== blank lines at the end: one line break is left
a: |
  b


c: d
=> {"a": "b\n", "c": "d"}

=== none is left
a: |-
  b


c: d
=> {"a": "b", "c": "d"}

=== all are kept
a: |+
  b


c: d
=> {"a": "b\n\n\n", "c": "d"}

=== all are kept at the end of the file
a: |+
  b

=> {"a": "b\n\n"}

=== nothing but blank lines
a: |


b: c
=> {"a": "", "b": "c"}

=== nothing but blank lines, kept
a: |+


b: c
=> {"a": "\n\n", "b": "c"}

=== nothing but blank lines, stripped
a: |-

b: c
=> {"a": "", "b": "c"}

=== no line at all
a: |
b: c
=> {"a": "", "b": "c"}

=== no line at all, kept
a: |+
b: c
=> {"a": "", "b": "c"}

=== a block at the end of the file, without a line break
a: |
  b∎
=> {"a": "b"}

=== a kept block at the end of the file, without a line break
a: |+
  b∎
=> {"a": "b"}

=== a last line of blanks
a: |
  b
··
c: d
=> {"a": "b\n", "c": "d"}

=== a last line of more blanks than the text has
a: |
  b
····
c: d
=> {"a": "b\n  \n", "c": "d"}

=== a last line of blanks at the end of the file, without a line break
a: |
  b
··∎
=> {"a": "b\n"}

=== a last line of more blanks at the end of the file, without a line break
a: |
  b
····∎
=> {"a": "b\n  "}

=== a kept block that ends with blanks and without a line break
a: |+
  b

·∎
=> {"a": "b\n\n"}

=== lines of blanks inside, shorter and longer than the text's indentation
a: |
  b
·
···
  c
=> {"a": "b\n\n \nc\n"}

=== blanks and tabs at the ends of lines stay
a: |
  b··
  c→
=> {"a": "b  \nc\t\n"}

=== a tab at the beginning of a line is text
a: |
  →b
=> {"a": "\tb\n"}

=== a line of spaces and a tab is text
a: |
  b
  →
  c
=> {"a": "b\n\t\nc\n"}

=== signs in a block are letters
a: |
  # b
  - c: [d
  "e \n
  %f &g *h
=> {"a": "# b\n- c: [d\n\"e \\n\n%f &g *h\n"}

=== document marks are text where they are indented
a: |
  ---
  ...
=> {"a": "---\n...\n"}

=== a comment after the sign
a: | # b
  c
=> {"a": "c\n"}

=== a comment below ends the block
a: |
  b
# c
d: e
=> {"a": "b\n", "d": "e"}

=== a comment that is indented less than the text ends the block
a: |
    b
  # c
d: e
=> {"a": "b\n", "d": "e"}

=== an indentation in digits
a: |2
    b
  c
=> {"a": "  b\nc\n"}

=== an indentation of one
a: |1
  b
 c
=> {"a": " b\nc\n"}

=== an indentation, then blank lines
a: |2

    b
=> {"a": "\n  b\n"}

=== an indentation, and blank lines inside
a: |2
    b

  c
=> {"a": "  b\n\nc\n"}

=== an indentation, and a first line of blanks that is text
a: |2
····
  b
=> {"a": "  \nb\n"}

=== an indentation, and nothing but blanks
a: |2+
···
b: c
=> {"a": " \n", "b": "c"}

=== an indentation and a sign, in both orders
a: |1-
  b
c: |-1
  d
=> {"a": " b", "c": " d"}

=== an indentation and a plus
a: |+2
    b

c: d
=> {"a": "  b\n\n", "c": "d"}

=== an indentation counts from the mapping around
a:
  b: |2
      c
    d
=> {"a": {"b": "  c\nd\n"}}

=== an indentation counts from the list around
- |1
   a
  b
=> ["  a\n b\n"]

=== an indentation in an item that is a mapping
- a: |2
      b
    c
=> [{"a": "  b\nc\n"}]

=== an indentation at the root
--- |1
  a
 b
=> " a\nb\n"

=== blocks as items
- |
  a
- |-
  b
- |+
  c

=> ["a\n", "b", "c\n\n"]

=== a block in a list in a list
- - |
    a
    b
  - c
=> [["a\nb\n", "c"]]

=== a block at the root, at the margin
--- |
a
 b
=> "a\n b\n"

=== a block below its key's line
a:
  |
  b
=> {"a": "b\n"}

=== an anchor before a block
a: &x |
  b
c: *x
=> {"a": "b\n", "c": "b\n"}

=== a block, then a key at once
a: |
 b
c: d
=> {"a": "b\n", "c": "d"}

##### Blocks of text, folded

=== two lines are one
a: >
  b
  c
=> {"a": "b c\n"}

=== a blank line is a line break
a: >
  b

  c
=> {"a": "b\nc\n"}

=== two blank lines are two
a: >
  b


  c
=> {"a": "b\n\nc\n"}

=== a deeper line is not folded
a: >
  b
    c
  d
=> {"a": "b\n  c\nd\n"}

=== deeper lines side by side
a: >
  b
    c
    d
  e
=> {"a": "b\n  c\n  d\ne\n"}

=== a blank line beside a deeper line
a: >
  b

    c

  d
=> {"a": "b\n\n  c\n\nd\n"}

=== two blank lines between deeper lines
a: >
  b
    c


   d
  e
=> {"a": "b\n  c\n\n\n d\ne\n"}

=== the first line is deeper
a: >2
    b
  c
=> {"a": "  b\nc\n"}

=== a line that begins with a tab is not folded
a: >
  b
  →c
  d
=> {"a": "b\n\tc\nd\n"}

=== a line of more blanks is not folded
a: >
  b
····
  c
=> {"a": "b\n  \nc\n"}

=== a line of fewer blanks is a blank line
a: >
  b
·
  c
=> {"a": "b\nc\n"}

=== blank lines at the beginning
a: >


  b
  c
=> {"a": "\n\nb c\n"}

=== blank lines at the beginning, before a deeper line
a: >1

   b
 c
=> {"a": "\n  b\nc\n"}

=== blank lines at the end: one line break is left
a: >
  b
  c

d: e
=> {"a": "b c\n", "d": "e"}

=== none is left
a: >-
  b
  c

d: e
=> {"a": "b c", "d": "e"}

=== all are kept
a: >+
  b
  c


d: e
=> {"a": "b c\n\n\n", "d": "e"}

=== all are kept after a deeper line
a: >+
  b
   c

d: e
=> {"a": "b\n c\n\n", "d": "e"}

=== blanks at the ends of lines stay
a: >
  b·
  c
=> {"a": "b  c\n"}

=== a list of dashes folds into one line
a: >
  - b
  - c
=> {"a": "- b - c\n"}

=== deeper dashes stay apart
a: >
  b
   - c
   - d
=> {"a": "b\n - c\n - d\n"}

=== a folded block at the end of the file, without a line break
a: >
  b
  c∎
=> {"a": "b c"}

=== a folded block, kept, with blanks at the end of the file
a: >+
  b

···∎
=> {"a": "b\n\n "}

=== nothing but blank lines, kept
a: >+

b: c
=> {"a": "\n", "b": "c"}

=== nothing but blank lines
a: >

b: c
=> {"a": "", "b": "c"}

=== an indentation and a sign
a: >1-
  b
 c

d: e
=> {"a": " b\nc", "d": "e"}

=== a folded block as an item
- >
  a
  b
- c
=> ["a b\n", "c"]

##### Brackets

=== an empty list and an empty mapping
a: []
b: {}
=> {"a": [], "b": {}}

=== blanks and line breaks in empty brackets
a: [ ]
b: {
  }
=> {"a": [], "b": {}}

=== a list between brackets
[a, b]
=> ["a", "b"]

=== a mapping between braces
{a: b, c: d}
=> {"a": "b", "c": "d"}

=== a comma at the end
a: [b, c,]
d: {e: f,}
=> {"a": ["b", "c"], "d": {"e": "f"}}

=== brackets in brackets
[[a, [b]], {c: [d, {e: f}]}]
=> [["a", ["b"]], {"c": ["d", {"e": "f"}]}]

=== a key without a value
{a, b: , c: d}
=> {"a": null, "b": null, "c": "d"}

=== a key without a value, at the end
{a: b, c}
=> {"a": "b", "c": null}

=== one pair in a list
[a: b, c]
=> [{"a": "b"}, "c"]

=== a pair without a value in a list
[a: ]
=> [{"a": null}]

=== a quoted key, close to its value
{"a":b, 'c':d, "e":[f], 'g':{h: i}}
=> {"a": "b", "c": "d", "e": ["f"], "g": {"h": "i"}}

=== a plain key, a blank missing: all of it is the key
{a:1, b: 2}
=> {"a:1": null, "b": "2"}

=== a colon inside texts between brackets
[a:b, http://c.d/e, 12:30]
=> ["a:b", "http://c.d/e", "12:30"]

=== two colons at the end of a key over two lines
{a
  b:: c}
=> {"a b:": "c"}

=== a colon before a bracket ends a key
{a: b, c:}
=> {"a": "b", "c": null}

=== a question mark before a key
{? a : b, ? c}
=> {"a": "b", "c": null}

=== a question mark before a pair
[? a : b]
=> [{"a": "b"}]

=== a key over two lines
{a
  b: c}
=> {"a b": "c"}

=== a quoted key over two lines
{"a
  b": c}
=> {"a b": "c"}

=== a colon on the next line
{a
  : b}
=> {"a": "b"}

=== a value on the next line
{a:
  b}
=> {"a": "b"}

=== items on lines of their own
a: [
  b,
  c
  ]
=> {"a": ["b", "c"]}

=== the closing bracket below its key
a: [
  b
]
c: {
  d: e
}
=> {"a": ["b"], "c": {"d": "e"}}

=== a text over several lines
[a
  b

  c, d]
=> ["a b\nc", "d"]

=== quoted texts over several lines
['a
  b', "c

  d"]
=> ["a b", "c\nd"]

=== comments between brackets
[ # a
  b, # c
  # d
  e
  # f
  ]
=> ["b", "e"]

=== a comma on a line of its own
[a
  , b]
=> ["a", "b"]

=== tabs between brackets
[→a,→b→]
=> ["a", "b"]

=== a tab after the spaces that indent a line
a: [
  →b]
=> {"a": ["b"]}

=== signs inside texts
[a b, -c, ?d, :e, f?g, h#i]
=> ["a b", "-c", "?d", ":e", "f?g", "h#i"]

=== quoted signs
["a, b", 'c] d', "{e}"]
=> ["a, b", "c] d", "{e}"]

=== null between brackets
[null, ~, "null"]
=> [null, null, "null"]

=== brackets as a value, then a comment
a: [b] # c
=> {"a": ["b"]}

=== brackets as items
- [a]
- {b: c}
=> [["a"], {"b": "c"}]

=== a quoted text after a text
[a, "b", 'c']
=> ["a", "b", "c"]

=== aliases and anchors between brackets
[&x a, *x, {&y b: *x}]
=> ["a", "a", {"b": "a"}]

=== an alias and a comma
a: &x b
c: [*x, d]
=> {"a": "b", "c": ["b", "d"]}

=== a bracket inside a text outside of brackets
a: b [c] {d}
=> {"a": "b [c] {d}"}

##### Anchors and aliases

=== an anchor on a text, and its alias
a: &x b
c: *x
=> {"a": "b", "c": "b"}

=== an anchor on a mapping
a: &x
  b: c
d: *x
=> {"a": {"b": "c"}, "d": {"b": "c"}}

=== an anchor on a list
a: &x
- b
c: *x
=> {"a": ["b"], "c": ["b"]}

=== an anchor on nothing
a: &x
b: *x
=> {"a": null, "b": null}

=== an anchor on the line below its key
a:
  &x b
c: *x
=> {"a": "b", "c": "b"}

=== an anchor given twice
a: &x b
c: &x d
e: *x
=> {"a": "b", "c": "d", "e": "d"}

=== an anchor on a key
&x a: b
c: *x
=> {"a": "b", "c": "a"}

=== an anchor on a mapping of an item
- &x
  a: b
- *x
=> [{"a": "b"}, {"a": "b"}]

=== an anchor on a quoted text
a: &x "b"
c: *x
=> {"a": "b", "c": "b"}

=== names of anchors with signs
a: &x-1.y/z b
c: *x-1.y/z
=> {"a": "b", "c": "b"}

=== an alias in an alias's value
a: &x b
c: &y [*x]
d: *y
=> {"a": "b", "c": ["b"], "d": ["b"]}

=== an ampersand and a star inside a text
a: b &c *d
=> {"a": "b &c *d"}

=== an anchor on a whole document
&x
a: b
=> {"a": "b"}

##### Documents

=== a document mark at the beginning
---
a: b
=> {"a": "b"}

=== two documents
a: b
---
c: d
=> {"a": "b"} --- {"c": "d"}

=== three, one of them empty
a
---
---
b
=> "a" --- none --- "b"

=== a text on the line of the mark
--- a
=> "a"

=== brackets on the line of the mark
--- [a, b]
=> ["a", "b"]

=== a block on the line of the mark
--- |
  a
=> "a\n"

=== a comment on the line of the mark
--- # a
b: c
=> {"b": "c"}

=== the end of a document
a: b
...
=> {"a": "b"}

=== the end of a document, then another
a: b
...
c: d
=> {"a": "b"} --- {"c": "d"}

=== the end of a document, a comment, a mark
a: b
...
# c
---
d: e
=> {"a": "b"} --- {"d": "e"}

=== a version
%YAML 1.2
---
a: b
=> {"a": "b"}

=== a version and a comment
%YAML 1.2 # a
---
b: c
=> {"b": "c"}

=== an older version
%YAML 1.1
---
a: b
=> {"a": "b"}

=== a line of another program's
%FOO bar
---
a: b
=> {"a": "b"}

=== versions of two documents
%YAML 1.2
---
a
...
%YAML 1.2
---
b
=> "a" --- "b"

=== dashes that begin no document
a: ---b
----: c
=> {"a": "---b", "----": "c"}

=== points that end no document
a: ...
b: ....c
=> {"a": "...", "b": "....c"}

=== a percent sign inside a text
a: 5 %
b: c%d
=> {"a": "5 %", "b": "c%d"}

=== a percent sign at the beginning of a text's second line
a: b
  %c
=> {"a": "b %c"}

##### Bytes and line ends

=== a byte order mark
⌂a: b
=> {"a": "b"}

=== a byte order mark and a list
⌂- a
=> ["a"]

=== line ends of two characters
a: b←
c: d←
=> {"a": "b", "c": "d"}

=== line ends of two characters in a plain text
a: b←
  c←
←
  d←
=> {"a": "b c\nd"}

=== line ends of two characters between quotes
a: 'b←
←
  c'←
d: "e\←
  f"←
=> {"a": "b\nc", "d": "ef"}

=== line ends of two characters in a block
a: |+←
  b←
←
c: >←
  d←
  e←
=> {"a": "b\n\n", "c": "d e\n"}

=== line ends of two characters, mixed with others
a: b←
c: d
e: f∎
=> {"a": "b", "c": "d", "e": "f"}
)kinds";
}

}  // namespace ims::test
