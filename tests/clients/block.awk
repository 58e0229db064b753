# Prints the fenced block of README.md that follows the line `<!-- MARK -->`.
# usage: awk -v mark=MARK -f block.awk README.md
$0 == "<!-- " mark " -->" { found = 1; next }
found && !inside && /^```/ { inside = 1; next }
inside && $0 == "```" { exit }
inside
