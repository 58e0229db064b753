// What this reader leaves out of YAML 1.2.2, or reads in another way, and why: a record is read by people, by this
// program and by others that forgive different things, and must say the same to all of them. kinds.h tells how they are
// written down.
#include "yaml/kinds.h"

namespace ims::test {

std::string_view left_out_kinds() {
    return R"kinds(
##### Keys that are no texts: a field has a name, and no record needs another key

=== a key that is a list
? [a, b]
: c
=> broken
!! 1:3 a key is no plain text

=== a key that is a list, without a question mark
[a, b]: c
=> broken
!! 1:1 a key is no plain text

=== a key that is a list of dashes
? - a
: b
=> broken
!! 1:5 a key is no plain text

=== a key that is a mapping
? a: b
: c
=> broken
!! 1:3 a key is no plain text

=== a key that is a mapping in braces
{a: b}: c
=> broken
!! 1:1 a key is no plain text

=== a key that is a list between braces
{[a]: b}
=> broken
!! 1:2 a key is no plain text

=== a key that is a mapping in a list in brackets
[{a: b}: c]
=> broken
!! 1:2 a key is no plain text

=== a key that is an alias: what a field is called shall stand there
a: &x b
*x : c
=> broken
!! 2:1 a key is no plain text

=== a key that is an alias between braces
[&x a, {*x : b}]
=> broken
!! 1:9 a key is no plain text

=== an empty key
: a
=> broken
!! 1:1 a key is missing before `:`

=== an empty key after a question mark
?
: a
=> broken
!! 1:1 a key is missing before `:`

=== an empty key between braces
{: a}
=> broken
!! 1:2 a key is missing before `:`

=== an empty key in a list in brackets
[: a]
=> broken
!! 1:2 a key is missing before `:`

=== an empty key that has an anchor
&x : a
=> broken
!! 1:4 a key is missing before `:`

##### Tags: the schema says of which type a value is, and programs read tags differently. The value is read without them

=== a tag of a text
a: !!str b
=> {"a": "b"}
!! 1:4 tag `!!str` is used

=== a tag of a mapping
a: !b
  c: d
=> {"a": {"c": "d"}}
!! 1:4 tag `!b` is used

=== a tag of a list between brackets, and one in full
[!a [b], !<c> d]
=> [["b"], "d"]
!! 1:2 tag `!a` is used
!! 1:10 tag `!<c>` is used

=== a tag of nothing
a: !!null
b: c
=> {"a": null, "b": "c"}
!! 1:4 tag `!!null` is used

=== a tag that is one sign
! a
=> "a"
!! 1:1 tag `!` is used

=== what a handle of tags stands for is not looked up
%TAG !e! tag:a,2000:
---
a: !e!b c
=> {"a": "c"}
!! 3:4 tag `!e!b` is used

##### Merge keys: they are none of YAML 1.2, and programs that read 1.1 and 1.2 see different fields. The key is read as it stands

=== a merge key
a: &x {b: c}
d:
  <<: *x
=> {"a": {"b": "c"}, "d": {"<<": {"b": "c"}}}
!! 3:3 a merge key (`<<`) is used

=== a quoted one is a key like others
"<<": a
=> {"<<": "a"}

##### What YAML forbids or leaves open, and is read all the same, so that a mistake hides no other

=== a key that stands twice
a: b
a: c
=> {"a": "b", "a": "c"}
!! 2:1 key `a` stands twice in one mapping

=== a key that stands twice, written in two ways
a: b
"a": c
=> {"a": "b", "a": "c"}
!! 2:1 key `a` stands twice in one mapping

=== a control character is read as a blank
a: b␁c
=> {"a": "b c"}
!! 1:5 the file holds a control character (U+0001)

=== a byte order mark inside of the text is read as blanks
a: b⌂c
=> {"a": "b   c"}
!! 1:5 the file holds a byte order mark (U+FEFF) inside its text

##### Aliases without end: nobody can tell what they say

=== an alias inside of what it names
a: &x [*x]
=> broken
!! 1:8 alias `*x` stands inside the value that it names

=== an alias inside of what it names, levels below
a: &x
  b: [{c: *x}]
=> broken
!! 2:11 alias `*x` stands inside the value that it names

##### Templates: to YAML they are braces in braces, which nobody writes into a record

=== two braces
a: {{ b }}
=> broken
!! 1:4 a value begins with `{{`

##### Blanks that YAML takes for letters, where people can only have meant blanks

=== a no-break space before a key
⍽a: b
=> broken
!! 1:1 a no-break space (U+00A0) indents this line

=== a no-break space before a key in braces
{⍽a: b}
=> broken
!! 1:2 a no-break space (U+00A0) stands where a plain space is due

=== a no-break space after the dash that begins a text of its own line
a:
  -⍽b
=> broken
!! 2:4 a no-break space (U+00A0) stands where a plain space is due

=== a no-break space after a dash before a key
-⍽a: b
=> broken
!! 1:2 a no-break space (U+00A0) stands where a plain space is due

=== a no-break space before the dash that begins a text of its own line
a:
  ⍽- b
=> broken
!! 2:3 a no-break space (U+00A0) indents this line

=== a no-break space after a colon between braces, where no key ends
{a:⍽b}
=> broken
!! 1:4 a no-break space (U+00A0) stands where a plain space is due

=== elsewhere in a text it is a letter
a: ⍽b⍽c:⍽d⍽
e: f
  ⍽g
  h:⍽i
  -⍽j
=> {"a": "\u00a0b\u00a0c:\u00a0d\u00a0", "e": "f \u00a0g h:\u00a0i -\u00a0j"}

##### What is read though the letter of YAML forbids it: most readers do, and it can mean one thing only

=== a closing bracket below its key
a: [
  b
]
=> {"a": ["b"]}

=== a closing quote below its key
a: "b
"
=> {"a": "b "}

=== a line of tabs below a block of text
a: |
  b
→
c: d
=> {"a": "b\n", "c": "d"}

=== a carriage return alone ends a line, as it does in YAML; others forgot it
a: b←c: d
=> {"a": "b", "c": "d"}

##### What is not looked at

=== a version of YAML 1 before 1.2: its other rules are not followed
%YAML 1.1
---
a: 010
=> {"a": "010"}

=== a directive of another name
%FOO bar
---
a: b
=> {"a": "b"}
)kinds";
}

}  // namespace ims::test
