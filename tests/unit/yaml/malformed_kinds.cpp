// Kinds of texts that are no YAML, each with the place to look at and what is said of it.
// kinds.h tells how they are written down.
#include "yaml/kinds.h"

namespace ims::test {

std::string_view malformed_kinds() {
    return R"kinds(
##### Indentation

=== a tab indents a key
a:
→b: c
!! 2:1 a tab indents a line

=== a tab after spaces indents a key
a:
  b: c
 →d: e
!! 3:2 a tab indents a line

=== a tab indents an item
a:
→- b
!! 2:1 a tab indents a line

=== a tab after a dash, before a key
-→a: b
!! 1:2 a tab indents a line

=== a tab indents a text's second line
a: b
→c
!! 2:1 a tab indents a line

=== a tab indents a quoted text's second line
a: "b
→c"
!! 2:1 a tab indents a line

=== a tab indents a line between brackets
a: [
→b]
!! 2:1 a tab indents a line

=== a tab indents a block of text
a: |
→b
!! 2:1 a tab indents a line

=== a tab inside a block of text, in its indentation
a: |
  b
→
  c
!! 3:1 a tab indents a line

=== a no-break space indents a key
a:
⍽⍽b: c
!! 2:1 a no-break space (U+00A0) indents this line

=== a no-break space after spaces indents a key
a:
  b: c
 ⍽d: e
!! 3:2 a no-break space (U+00A0) indents this line

=== a no-break space indents an item
a:
⍽⍽- b
!! 2:1 a no-break space (U+00A0) indents this line

=== a no-break space after spaces indents the first item
a:
  ⍽- b
!! 2:3 a no-break space (U+00A0) indents this line

=== a no-break space indents a text that goes on
a: b
⍽⍽c
!! 2:1 a no-break space (U+00A0) indents this line

=== a no-break space indents a quoted text that goes on
a: "b
⍽⍽c"
!! 2:1 a no-break space (U+00A0) indents this line

=== a no-break space indents a block of text
a: |
⍽⍽b
!! 2:1 a no-break space (U+00A0) indents this line

=== a no-break space indents a line between brackets
a: [b,
⍽⍽c]
!! 2:1 a no-break space (U+00A0) indents this line

=== a no-break space on a line that holds nothing else
a: b
⍽
c: d
!! 2:1 a no-break space (U+00A0) indents this line

=== a no-break space before a comment on a line of its own
a: b
⍽# c
!! 2:1 a no-break space (U+00A0) indents this line

=== a zero width space before a key
a: b
∅c: d
!! 2:1 a zero width space (U+200B) indents this line

=== a key deeper than the one above, which has its value
a: b
  c: d
!! 2:3 a line is indented deeper than the one above it, which already has its value

=== a key deeper than the one above, which has a quoted value
a: "b"
  c: d
!! 2:3 a line is indented deeper than the one above it, which already has its value

=== a key deeper than the one above, which has a list in brackets
a: [b]
  c: d
!! 2:3 a line is indented deeper than the one above it, which already has its value

=== a text that goes on below a quoted one
a: "b"
  c
!! 2:3 a line is indented deeper than the one above it, which already has its value

=== a list deeper than an item's text
- a
  - b: c
!! 2:3 a line is indented deeper than the one above it, which already has its value

=== a key less deep than its neighbours, deeper than those around
a:
    b: c
  d: e
!! 3:3 a line is indented like none of the lines above it

=== an item less deep than its neighbours
a:
    - b
  - c
!! 3:3 a line is indented like none of the lines above it

=== a mapping as a whole deeper than its second key
  a: b
c: d
!! 2:1 a line is indented like none of the lines above it

=== a line of a block less deep than its first
a: |
    b
  c
!! 3:3 a line of text is indented less than the first line of its text

=== a blank line before a block with more spaces than its first line
a: |
····
  b
!! 2:1 a blank line before a block of text has more spaces than its first line

=== a text that goes on after a comment
a: b # c
  d
!! 2:3 a text goes on here that ended above, where `#` began a comment

=== an item's text that goes on after a comment
- a # b
  c
!! 2:3 a text goes on here that ended above, where `#` began a comment

=== a text that goes on after a comment on a line of its own
a: b
  c
  # d
  e
!! 4:3 a text goes on here that ended above, where `#` began a comment

=== a whole document's text that goes on after a comment
a # b
c
!! 2:1 a text goes on here that ended above, where `#` began a comment

=== a block of text that goes on after a comment
a: |
  b
 # c
  d
!! 4:3 a line goes on with a block of text that ended above: a comment is indented less

##### Lists and mappings side by side

=== a key after the items of a list
- a
b: c
!! 2:1 a key stands where the next item of a list is due

=== an item after the keys of a mapping
a: b
- c
!! 2:1 a list item stands where the next key is due

=== a list on the line of its key
a: - b
!! 1:4 a list begins on the line of its key

=== a list on the line of its key, after an anchor
a: &x
- b
c: &x - d
!! 3:7 an anchor or tag stands before a list item on its line

=== a dash without a blank among items
- a
-b
!! 2:1 a blank is missing after `-`

=== two dashes among items
- a
-- b
!! 2:1 a line begins with `--` where an item of a list is due

=== an en dash among items
- a
– b
!! 2:1 a line begins with `–` where an item of a list is due

=== an en dash after a key
a:
– b
– c
!! 2:1 a line begins with `–` where an item of a list is due

=== a bullet among items below a key
a:
  - b
  • c
!! 3:3 a line begins with `•` where an item of a list is due

=== a plus among items
- a
+ b
!! 2:1 a line begins with `+` where an item of a list is due

=== a dash and a no-break space among items
- a
-⍽b
!! 2:2 a no-break space (U+00A0) stands where a plain space is due

=== a dash and a no-break space before the first item
a:
  -⍽b
  -⍽c
!! 2:4 a no-break space (U+00A0) stands where a plain space is due

=== a dash and a no-break space after a key, not indented
a:
-⍽b
!! 2:2 a no-break space (U+00A0) stands where a plain space is due

=== a dash and a no-break space before a key
a:
  -⍽b: c
!! 2:4 a no-break space (U+00A0) stands where a plain space is due

=== a text among items
- a
b
!! 2:1 a line stands among the items of a list and is none

=== a star instead of a dash
* a
* b
!! 1:1 a `*` names nothing

##### Keys

=== no blank after a colon, in the first line
a:b
c: d
!! 1:2 a blank is missing after `:`

=== no blank after a colon, in another
a: b
c:d
!! 2:2 a blank is missing after `:`

=== no blank after a quoted key's colon
"a":b
!! 1:4 a blank is missing after `:`

=== a no-break space after a colon
a: b
c:⍽d
!! 2:3 a no-break space (U+00A0) stands where a plain space is due

=== a no-break space after the first colon
a:⍽b
c: d
!! 1:3 a no-break space (U+00A0) stands where a plain space is due

=== a narrow no-break space after a colon, in an item
- a:⍿b
  c: d
!! 1:5 a narrow no-break space (U+202F) stands where a plain space is due

=== a zero width space after a colon
a: b
c:∅d
!! 2:3 a zero width space (U+200B) stands where a plain space is due

=== a no-break space after a colon between braces
a: {b:⍽c, d: e}
!! 1:7 a no-break space (U+00A0) stands where a plain space is due

=== a no-break space before a key between braces
{a: b,⍽c: d}
!! 1:7 a no-break space (U+00A0) stands where a plain space is due

=== an equals sign for a colon
a: b
c = d
!! 2:3 a key is followed by `=`

=== a line without a key
a: b
c
!! 2:1 a line has no `: ` after a key

=== a first line without a key
a
b: c
!! 1:1 a line has no `: ` after a key

=== a quoted line without a key
a: b
"c"
!! 2:1 a line has no `: ` after a key

=== a quoted word and more without a key
a: b
"c" d
!! 2:1 a line has no `: ` after a key

=== the text of a block that is not indented
a: |
b
!! 2:1 the text after `|` or `>` is not indented

=== two keys on one line
a: b: c
!! 1:5 a value holds a `:` followed by a blank, as only a key may

=== a quoted text and a key's colon on one line
a: "b": c
!! 1:7 a value holds a `:` followed by a blank, as only a key may

=== a colon and a blank in an item's text
- a: b: c
!! 1:7 a value holds a `:` followed by a blank, as only a key may

=== a colon and a blank between braces
{a: b: c}
!! 1:6 a value holds a `:` followed by a blank, as only a key may

=== a colon without a key
a: b
: c
!! 2:1 a key is missing before `:`

=== a colon without a key between braces
{: a}
!! 1:2 a key is missing before `:`

=== a question mark without a key
?
: a
!! 1:1 a key is missing before `:`

=== a question mark on the line of a key
a: ? b
!! 1:4 a value begins with `? `

=== a question mark in a list in brackets
[?]
!! 1:2 a value begins with `? `

=== a list between brackets as a key
[a]: b
!! 1:1 a key is no plain text

=== a key of more than 1024 bytes
…: a
!! 1:1 a key is longer than 1024 bytes

=== a quoted key over two lines
"a
  b": c
!! 1:1 a key runs over several lines

=== a key over two lines in a list in brackets
[a
  b: c]
!! 1:2 a key runs over several lines

=== a pipe where a key is due
a: b
| c | d |
!! 2:1 a line begins with `|` or `>` where a key is due

=== an anchor where a key is due
a: b
&x
c: d
!! 2:1 an anchor or tag stands on a line of its own where a key is due

##### Quotes

=== a double quote that is not closed
a: "b
!! 1:4 a quote opens here and is not closed

=== a single quote that is not closed
a: 'b
c: d
!! 1:4 a quote opens here and is not closed

=== a quote that the next quote closes by chance
a: "b
c: "d"
!! 1:4 a quote opens here and is not closed

=== a quote that is closed inside a later line
a: "b
  c" d
!! 1:4 a quote opens here and is not closed

=== a quote that is not closed in a list in brackets
a: ["b, c]
!! 1:5 a quote opens here and is not closed

=== a quote that is not closed at the end of the file
a: '∎
!! 1:4 a quote opens here and is not closed

=== a quote after a backslash closes nothing
a: "b\"
!! 1:4 a quote opens here and is not closed

=== text after a double quote
a: "b" c
!! 1:8 text follows the closing quote of a value

=== text after a single quote
a: 'it's
!! 1:8 text follows the closing quote of a value

=== text after a quote, no blank between
- "a"b
!! 1:6 text follows the closing quote of a value

=== text after a quote between brackets
["a" b]
!! 1:6 text follows the closing quote of a value

=== text after a single quote between brackets
{a: 'b' c}
!! 1:9 text follows the closing quote of a value

=== a backslash and a letter that means nothing
a: "C:\path"
!! 1:7 a backslash between double quotes is followed by a character that means nothing there

=== a backslash and an apostrophe
a: "it\'s"
!! 1:7 a backslash between double quotes is followed by a character that means nothing there

=== too few digits after a backslash
a: "\x4"
!! 1:5 a backslash with `x`, `u` or `U` between double quotes is followed by too few digits

=== letters that are no digits after a backslash
a: "\u00g0"
!! 1:5 a backslash with `x`, `u` or `U` between double quotes is followed by too few digits

=== a number beyond all characters
a: "\U00110000"
!! 1:5 a backslash between double quotes gives the number of no character

=== the first half of a character alone
a: "\ud83d"
!! 1:5 a backslash between double quotes gives half of a character that is written in two halves

=== the second half of a character alone
a: "\ude00"
!! 1:5 a backslash between double quotes gives half of a character that is written in two halves

=== two first halves
a: "\ud83d\ud83d"
!! 1:5 a backslash between double quotes gives half of a character that is written in two halves

=== the halves in the wrong order
a: "\ude00\ud83d"
!! 1:5 a backslash between double quotes gives half of a character that is written in two halves

##### Brackets

=== a bracket that is not closed
a: [b, c
d: e
!! 1:4 a bracket opens here and is not closed before the next line that is not indented

=== a brace that is not closed
a: {b: c
!! 1:4 a bracket opens here and is not closed up to the end

=== a bracket that is not closed at the end of the file
a: [b∎
!! 1:4 a bracket opens here and is not closed up to the end

=== a brace that is not closed after a question mark
{?∎
!! 1:1 a bracket opens here and is not closed up to the end

=== a brace that is not closed after an anchor
{&x∎
!! 1:1 a bracket opens here and is not closed up to the end

=== an outer bracket that is not closed
[[a]
!! 1:1 a bracket opens here and is not closed up to the end

=== a line between brackets that is not indented
a: [b,
c]
!! 1:4 a bracket opens here and is not closed before the next line that is not indented

=== a bracket closed by a brace
a: [b}
!! 1:6 a closing bracket is not of the kind that was opened

=== a brace closed by a bracket
a: {b: [c}
!! 1:10 a closing bracket is not of the kind that was opened

=== a closing bracket that was never opened
a: ]
!! 1:4 a closing bracket was never opened

=== a second closing bracket
a: [b]]
!! 1:7 a closing bracket was never opened

=== text after a closing bracket
a: [b] c
!! 1:8 text follows the closing bracket of a value

=== two lists in brackets on one line
a: [b] [c]
!! 1:8 text follows the closing bracket of a value

=== nothing before a comma
a: [, b]
!! 1:5 nothing stands before a comma between brackets

=== nothing between two commas
a: [b,, c]
!! 1:7 nothing stands before a comma between brackets

=== nothing before a comma between braces
{a: b, , c: d}
!! 1:8 nothing stands before a comma between brackets

=== no comma between quoted texts
a: ['b' 'c']
!! 1:9 a comma is missing between brackets

=== no comma between lists
a: [[b] [c]]
!! 1:9 a comma is missing between brackets

=== no comma between pairs
a: {b: "c" d: e}
!! 1:12 a comma is missing between brackets

=== a comment between brackets, close to a comma
a: [b,#c
  d]
!! 1:7 a blank is missing before `#`

=== a dash between brackets
a: [- b]
!! 1:5 a `- ` stands between brackets

=== a dash on a line between brackets
a: [
  - b
  ]
!! 2:3 a `- ` stands between brackets

=== a block of text between brackets
a: [|]
!! 1:5 a text between brackets begins with `|` or `>`

=== a template
a: {{ b }}
!! 1:4 a value begins with `{{`

##### Blocks of text

=== text beside the sign
a: | b
!! 1:6 text stands beside the `|` or `>` that begins a block of text

=== text close to the sign
a: >b
!! 1:5 text stands beside the `|` or `>` that begins a block of text

=== a plus and no blank, a number
a: |9x
  b
!! 1:6 text stands beside the `|` or `>` that begins a block of text

=== a comment close to the sign
a: |# b
  c
!! 1:5 a blank is missing before `#`

=== an indentation of nothing
a: |0
  b
!! 1:5 the number after `|` or `>` is none from 1 to 9

=== an indentation of two digits
a: |12
  b
!! 1:6 the number after `|` or `>` is none from 1 to 9

=== two signs for the end
a: |+-
  b
!! 1:6 text stands beside the `|` or `>` that begins a block of text

##### Anchors and aliases

=== an alias before its anchor
a: *x
b: &x c
!! 1:4 no anchor `&x` stands before this alias

=== an alias of an anchor that is nowhere
a: [*x]
!! 1:5 no anchor `&x` stands before this alias

=== an alias of another document's anchor
a: &x b
---
c: *x
!! 3:4 no anchor `&x` stands before this alias

=== a star alone
a: *
!! 1:4 a `*` names nothing

=== an ampersand alone
a: & b
!! 1:4 a `&` names nothing

=== a comma in the name of an anchor
a: &b, c
!! 1:6 a comma or a bracket stands close to an anchor

=== text after an alias
a: &x b
c: *x d
!! 2:7 text follows an alias

=== two anchors on one value
a: &x &y b
!! 1:7 a value has two anchors

=== an anchor and its line's anchor
a: &x
  &y b
!! 2:3 a value has two anchors

=== an anchor on an alias
a: &x b
c: &y *x
!! 2:4 an alias has an anchor or tag of its own

=== an anchor before a dash
&x - a
!! 1:4 an anchor or tag stands before a list item on its line

=== an anchor before a dash, where a key is due
a: b
&x - c
!! 2:4 an anchor or tag stands before a list item on its line

##### Other signs

=== a comment close to a quote
a: "b"#c
!! 1:7 a blank is missing before `#`

=== a comment close to a bracket
a: [b]#c
!! 1:7 a blank is missing before `#`

=== a text that begins with an at sign
a: @b
!! 1:4 a text begins with a character that YAML keeps for itself

=== a text that begins with a backtick
a: `b`
!! 1:4 a text begins with a character that YAML keeps for itself

=== an item that begins with an at sign
- @a
!! 1:3 a text begins with a character that YAML keeps for itself

=== a text that begins with a percent sign
a: %b
!! 1:4 a text begins with `%`

=== a text that begins with a comma
a: , b
!! 1:4 a text begins with a comma

=== text after a quoted document
"a"
b
!! 2:1 text follows where the document is complete

=== a key after a quoted document
"a"
b: c
!! 2:1 text follows where the document is complete

##### Documents

=== a percent sign at the beginning of a file
% a
b: c
!! 1:1 a line begins with `%`, and no `---` follows

=== a version without a document
%YAML 1.2
a: b
!! 1:1 a line begins with `%`, and no `---` follows

=== a version that is not known
%YAML 2.0
---
a: b
!! 1:1 a `%YAML` line names a version that is not known

=== a version and more
%YAML 1.2 a
---
b: c
!! 1:1 a `%YAML` line names a version that is not known

=== a version without its number
%YAML
---
a: b
!! 1:1 a `%YAML` line names a version that is not known

=== text after the end of a document
a: b
... c
!! 2:5 text follows `...`, which ends a document

=== a key on the line of a document's mark
--- a: b
!! 1:5 a list or a mapping begins on the line of `---`

=== a list of dashes on the line of a document's mark
--- - a
!! 1:5 a list or a mapping begins on the line of `---`
)kinds";
}

}  // namespace ims::test
