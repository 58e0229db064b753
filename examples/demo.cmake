# What `cmake --workflow --preset demo` runs: the commands of a first day with ims, each shown with what it prints.
# Fails only where one ends otherwise than it should.
cmake_minimum_required(VERSION 3.25)

function(show expected_exit)
  list(JOIN ARGN " " words)
  execute_process(COMMAND ${CMAKE_COMMAND} -E echo "\n$ ims ${words}")
  execute_process(COMMAND ${IMS} ${ARGN} RESULT_VARIABLE exit)
  if(NOT exit EQUAL expected_exit)
    message(FATAL_ERROR "`ims ${words}` ended with ${exit}, not ${expected_exit}")
  endif()
endfunction()

show(0 check examples/minimal --today 2026-06-01)
