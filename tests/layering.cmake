# Reads every #include of lib/ and cli/, and fails on one that goes right in the order of the stages, of the floors
# within assess or of the rooms within lsp, on a file of yaml that knows rules and is not its messages, on a library outside the folder that keeps it
# to itself, on what one system has and others lack outside the corners for it, and on what only `cli` may do: print, exit,
# read the environment or the clock; and in `cli` on what writes files elsewhere than through the one door for it.
# Also that each .cpp includes its own header first, so that a header that lacks an #include does not compile.
# usage: cmake -DTOP=folder [-DEXPECTED=file: the complaints that there must be] -P layering.cmake
cmake_minimum_required(VERSION 3.25)

set(stages base source diagnostics yaml schema settings model link assess check judge engine edit compare report output lsp
  compiler)  # a program of its own, which the build runs: nothing includes it

# The folders of lib/assess/, each of which is built on those to its left alone.
set(floors records dates disciplines risks needs concerns participation people recovery clauses performance facts failures
  standing overview)

# The rooms of lib/lsp/, likewise; what stands in no room knows all of them.
set(rooms protocol transport judged place told offers edits requests folders)

# Pattern of a line | what may hold it (pattern of paths) | what it is
set(kept_apart
  "#include <yaml-cpp/|^lib/(yaml|compiler)/|yaml-cpp"
  "#include <utf8proc.h>|^lib/base/unicode.cpp|utf8proc"
  "#include <nlohmann/|^lib/base/json.cpp|nlohmann-json"
  "#include <CLI/|^cli/command_line.cpp|CLI11"
  "#include <(filesystem|fstream)>|^(lib/compiler|(lib/source|cli)/platform)/|the file system"
  "#include <((sys|linux)/[a-z_]+|unistd|fcntl|dirent|spawn|sched|poll|pthread)[.]h>|^(lib/source|cli)/platform/|what one system has and others lack"
  "#include <iostream>|^(cli|lib/compiler)/|printing"
  "(std::|fmt::|[^a-z_:.>])(printf|puts|putchar|fprintf|fputs|fwrite|print|println) ?\\(|^(cli/|lib/compiler/|lib/base/assert.cpp)|printing"
  "(std::|[^a-z_:.>])(exit|_Exit|abort|quick_exit|terminate) ?\\(|^(cli/|lib/compiler/|lib/base/assert.cpp)|ending the process"
  "(std::|[^a-z_:.>])(secure_)?getenv ?\\(|^cli/|reading the environment"
  # By the names of the members: an Environment may be called whatever it likes.
  "([.]|->)(may_replace|replace_file|make_new|move_file|move_to_free_name|sync_folder|wait_for_folder|let_run)[^a-z_]|^cli/(file_changes|change_on_disk|interrupted_change|environment)[.]cpp|writing what people keep, but through FileChanges,"
  "([.]|->)remove_file[^a-z_]|^cli/(file_changes|change_on_disk|interrupted_change|environment|reports_beside)[.]cpp|removing what people keep, but through FileChanges,"
  "([.]|->)(create_output|append_to_file|make_folder|make_folder_beside|remove_empty_folder|take_place|link_file|keep_mode|remove_folder)[^a-z_]|^cli/(environment|interrupted_change|check_outputs|diff_command|report_command|report_folder|report_list|reports_beside|change_on_disk)[.]cpp|writing an output"
  "#include \"cli/platform/(disk|folders|names_of_files)[.]h\"|^cli/(platform/|environment[.])|writing past the Environment"
  "[^a-z_](fopen|freopen|tmpfile|std::rename) ?\\(|^(lib/source|cli)/platform/|touching the disk"
  "([^.>a-z_](due_dates|open_actions|duties_to_notify|plans_by_who)|judge_matrix|find_failures) ?\\(|judgement[.]causes\\(\\)|^lib/(assess|check|judge|engine)/|finding again what an Analysis knows"
  "system_clock|^cli/|reading the clock"
  "(std::|[^a-z_:.>])(time|localtime|gmtime)\\(|^cli/|reading the clock")

set(complaints "")
macro(complain text)
  list(APPEND complaints "${text}")
endmacro()

# The floor of a header or source below `assess/`; none where it stands on no floor.
macro(floor_of path place name)
  string(REGEX MATCH "assess/(([a-z_]*)/)?" _ ${path})
  set(${name} "${CMAKE_MATCH_2}")
  list(FIND floors "${CMAKE_MATCH_2}" ${place})
endmacro()

# The same of a room below `lsp/`; where it stands in none, the place is behind all of them.
macro(room_of path place name)
  string(REGEX MATCH "lsp/(([a-z_]*)/)?" _ ${path})
  set(${name} "${CMAKE_MATCH_2}")
  list(FIND rooms "${CMAKE_MATCH_2}" ${place})
  if(${place} EQUAL -1)
    list(LENGTH rooms ${place})
  endif()
endmacro()

function(check_file path)
  file(READ ${TOP}/${path} text)
  string(REGEX MATCH "^(lib|cli)/([a-z_]*)" _ ${path})
  set(stage "${CMAKE_MATCH_2}")
  list(FIND stages "${stage}" place)
  if(path MATCHES "^lib/" AND place EQUAL -1)
    complain("${path}: `${stage}` is no stage")
  endif()
  if(path MATCHES "^lib/assess/")
    floor_of(${path} floor_place floor)
    if(floor_place EQUAL -1)
      complain("${path}: stands on no floor of assess")
    endif()
  endif()

  # Comments and the characters that make a CMake list of a text are of no interest.
  string(REGEX REPLACE "//[^\n]*" "" text "${text}")
  string(REGEX REPLACE "[][;]" " " text "${text}")
  string(REGEX MATCHALL "#include \"[^\"]*\"" includes "${text}")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "#include \"([^\"]*)\"" "\\1" header "${include}")
    string(REGEX REPLACE "/.*" "" other "${header}")
    list(FIND stages "${other}" other_place)
    if(path MATCHES "^lib/" AND other_place EQUAL -1)
      complain("${path}: \"${header}\" names no stage")
    elseif(path MATCHES "^lib/" AND other_place GREATER place)
      complain("${path}: `${stage}` includes \"${header}\", which stands right of it")
    elseif(path MATCHES "^lib/yaml/" AND NOT path MATCHES "/messages[.]" AND header MATCHES "^diagnostics/|/messages[.]h$"
      AND NOT header STREQUAL "diagnostics/operations.h")
      complain("${path}: \"${header}\" knows rules, and a tree depends on its file alone")
    elseif(path MATCHES "^lib/assess/" AND header MATCHES "^assess/")
      floor_of(${header} other_floor_place other_floor)
      if(other_floor_place EQUAL -1)
        complain("${path}: \"${header}\" stands on no floor of assess")
      elseif(NOT floor_place EQUAL -1 AND other_floor_place GREATER floor_place)
        complain("${path}: floor `${floor}` includes \"${header}\", which stands right of it")
      endif()
    elseif(path MATCHES "^lib/lsp/" AND header MATCHES "^lsp/")
      room_of(${path} room_place room)
      room_of(${header} other_room_place other_room)
      if(other_room_place GREATER room_place)
        complain("${path}: room `${room}` includes \"${header}\", which stands right of it")
      endif()
    endif()
  endforeach()

  string(REGEX REPLACE "^lib/(.*)\\.cpp$" "\\1.h" own ${path})
  if(path MATCHES "\\.cpp$" AND EXISTS ${TOP}/lib/${own})
    set(own "#include \"${own}\"")
    string(REGEX MATCH "#include [\"<][^\n]*[\">]" first "${text}")
    if(NOT first STREQUAL own)
      complain("${path}: its own header is not the first that it includes")
    endif()
  endif()

  foreach(rule IN LISTS kept_apart)
    string(REGEX MATCH "^(.*)\\|(\\^.*)\\|(.*)$" _ "${rule}")
    set(pattern "${CMAKE_MATCH_1}")
    set(home "${CMAKE_MATCH_2}")
    set(what "${CMAKE_MATCH_3}")
    if(text MATCHES "${pattern}" AND NOT path MATCHES "${home}")
      complain("${path}: ${what} has no place here")
    endif()
  endforeach()
  set(complaints "${complaints}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE paths RELATIVE ${TOP} ${TOP}/lib/*.cpp ${TOP}/lib/*.h ${TOP}/lib/*.def ${TOP}/cli/*.cpp ${TOP}/cli/*.h)
list(SORT paths)
if(NOT paths)
  message(FATAL_ERROR "no sources below ${TOP}")
endif()
foreach(path IN LISTS paths)
  check_file(${path})
endforeach()

list(JOIN complaints "\n" got)
set(expected "")
if(DEFINED EXPECTED)
  file(READ ${EXPECTED} expected)
  string(STRIP "${expected}" expected)
endif()
if(NOT got STREQUAL expected)
  if(DEFINED EXPECTED)
    message("expected:\n${expected}\n\ngot:")
  endif()
  message("${got}")
  message(FATAL_ERROR "the layers of lib/ and cli/ are not kept; lib/README.md draws them")
endif()
